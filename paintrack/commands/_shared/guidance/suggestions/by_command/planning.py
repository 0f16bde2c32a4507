"""What is meant by words behind `plan`: a condition, the number of its sessions, its goal."""

import re
from collections.abc import Iterator, Sequence

from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.commands._shared.guidance.meanings.scores_in_words import figure_of
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_PLAN_WORDS = {"stop": "end", "finish": "end", "cancel": "end", "close": "end"}
_MORE_FIGURES = {"eleven": "11", "twelve": "12", "fifteen": "15", "twenty": "20"}
_SESSIONS = "sessions?|visits?|treatments?"
_SAYS_WHAT = f"goal|{_SESSIONS}"
# `12`, `12 sessions`, `12 3`, `12 sessions, goal 3`: the number of sessions, and the goal.
_PLAN = re.compile(
    r"([0-9]{1,4})(?: sessions?| visits?| treatments?)?(?:,? (?:goal )?(10|[0-9](?:[.,][0-9])?))?", re.ASCII
)


def meant_plan(
    kept: Sequence[str], phrase: Sequence[str], options: Sequence[str], phrases: PhraseReader, reader: Reader
) -> Iterator[list[str]]:
    """The command lines for the words behind `plan`, of which `kept` is `set` or `end`, if that is typed."""
    phrase = _plain_phrase(phrase)
    if line := _with_condition_apart(kept, phrase, options, phrases, reader):
        yield line
        return
    numbers = [word for word in phrase if word.isdecimal()] if [*map(folded, kept)] in ([], ["set"]) else []
    names = [word for word in phrase if word not in numbers]
    # Of two numbers nobody knows which are the sessions.
    if len(numbers) != 1 or re.search(r"\d|\b(goal|sessions?)\b", folded(" ".join(names))):
        names = []
    planned = _planning_words(names or phrase, phrases)
    if names:
        planned = ([*(kept or ["set"]), *more, "--sessions", *numbers] for more in planned if more[0] == "--for")
    elif {"--goal", "--sessions"} & {*options}:
        planned = ([*(kept or ["set"]), *more] if more[0] == "--for" else more for more in planned)
    elif [*map(folded, kept)] == ["end"]:
        # What ends a plan never sets one.
        planned = ([*kept, *more] for more in planned if more[0] == "--for")
    yield from (["plan", *more, *options] for more in planned)


def _plain_phrase(phrase: Sequence[str]) -> list[str]:
    """The words with the number of sessions in figures, and without `for` between that and the condition.

    >>> _plain_phrase(["ten", "sessions", "for", "lower", "back"])
    ['10', 'sessions', 'lower', 'back']
    """
    words = [
        _MORE_FIGURES.get(folded(word), figure_of(word)) if re.fullmatch(_SESSIONS, folded(following)) else word
        for word, following in zip(phrase, [*phrase[1:], ""], strict=True)
    ]
    place = next((place for place, word in enumerate(words) if folded(word) == "for"), None)
    if place is None or not any(word.isdecimal() for word in words):
        return words
    behind = words[place + 1 :]
    return [*words[:place], *behind[len(behind) > 1 and folded(behind[0]) in ("the", "my") :]]


def _planning_words(words: Sequence[str], phrases: PhraseReader) -> Iterator[list[str]]:
    """The words and options that a phrase behind `plan` stands for."""
    named = phrases.named_options(words)
    goal = named[named.index("--goal") + 1] if "--goal" in named else ""
    if goal and not is_score(goal) and (condition := phrases.recorded_condition(goal)) is not None:
        yield ["set", "--for", condition, "--goal", "3"]
    elif named:
        yield [*([] if named[0] == "--for" and len(named) == 2 else ["set"]), *named]
    elif len(words) == 1 and is_score(words[0]) and not phrases.may_add("--sessions"):
        yield ["set", "--goal", words[0]]
    elif match := _PLAN.fullmatch(" ".join(words)):
        yield ["set", "--sessions", match[1], *(["--goal", match[2].replace(",", ".")] if match[2] else [])]
    elif folded(words[0]) in _PLAN_WORDS and len(words) == 1:
        yield [_PLAN_WORDS[folded(words[0])]]
    elif (condition := phrases.recorded_condition(" ".join(words))) is not None:
        yield ["--for", condition]


def _with_condition_apart(
    kept: Sequence[str], phrase: Sequence[str], options: Sequence[str], phrases: PhraseReader, reader: Reader
) -> list[str]:
    """The command line for a recorded condition at one end of the words and numbers that say what they are."""
    if [*map(folded, kept)] not in ([], ["set"]) or not phrases.may_add("--for"):
        return []
    for length in range(len(phrase) - 1, 0, -1):
        for name, rest in ((phrase[:length], phrase[length:]), (phrase[-length:], phrase[:-length])):
            # A new one is a word at an end: more may say something else.
            is_new = len(name) == 1 and name[0].isalpha() and not re.fullmatch(_SAYS_WHAT, folded(name[0]))
            condition = reader.spelling(" ".join(name)) or (name[0] if is_new else None)
            says_what = any(re.fullmatch(_SAYS_WHAT, folded(word)) for word in rest)
            planned = next(_planning_words(rest, phrases), []) if condition and says_what else []
            if condition and planned[:1] == ["set"] and "--for" not in planned:
                return ["plan", "set", "--for", condition, *planned[1:], *options]
    return []

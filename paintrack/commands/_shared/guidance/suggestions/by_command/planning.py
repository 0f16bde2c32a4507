"""What is meant by words behind `plan`: a condition, the number of its sessions, its goal."""

import re
from collections.abc import Iterator, Sequence

from paintrack.commands._shared.guidance.meanings.phrase_options import PhraseReader
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader


def meant_plan(
    kept: Sequence[str], phrase: Sequence[str], options: Sequence[str], phrases: PhraseReader, reader: Reader
) -> Iterator[list[str]]:
    """The command lines for the words behind `plan`, of which `kept` is `set` or `end`, if that is typed."""
    if line := _with_condition_apart(kept, phrase, options, phrases, reader):
        yield line
        return
    numbers = [word for word in phrase if word.isdecimal()] if [*map(folded, kept)] == ["set"] else []
    names = [word for word in phrase if word not in numbers]
    # Of two numbers nobody knows which are the sessions.
    if len(numbers) != 1 or re.search(r"\d|\b(goal|sessions?)\b", folded(" ".join(names))):
        names = []
    planned = phrases.planning_words(names or phrase)
    if names:
        planned = ([*kept, *more, "--sessions", *numbers] for more in planned if more[0] == "--for")
    elif {"--goal", "--sessions"} & {*options}:
        planned = ([*(kept or ["set"]), *more] if more[0] == "--for" else more for more in planned)
    elif [*map(folded, kept)] == ["end"]:
        # What ends a plan never sets one.
        planned = ([*kept, *more] for more in planned if more[0] == "--for")
    yield from (["plan", *more, *options] for more in planned)


def _with_condition_apart(
    kept: Sequence[str], phrase: Sequence[str], options: Sequence[str], phrases: PhraseReader, reader: Reader
) -> list[str]:
    """The command line for a recorded condition at one end of the words and numbers that say what they are."""
    if [*map(folded, kept)] not in ([], ["set"]) or not phrases.may_add("--for"):
        return []
    for length in range(len(phrase) - 1, 0, -1):
        for name, rest in ((phrase[:length], phrase[length:]), (phrase[-length:], phrase[:-length])):
            condition = reader.spelling(" ".join(name))
            says_what = any(re.fullmatch("goal|sessions?|visits?", folded(word)) for word in rest)
            planned = next(phrases.planning_words(rest), []) if condition and says_what else []
            if condition and planned[:1] == ["set"] and "--for" not in planned:
                return ["plan", "set", "--for", condition, *planned[1:], *options]
    return []

"""Words behind a command that takes any text, and what was probably meant where they are no text."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from typer.core import TyperOption

from paintrack.commands._shared.guidance.command_line_parts import Part, arguments_of, parts_of
from paintrack.commands._shared.guidance.meanings.word_classification import (
    date_in,
    is_change,
    is_date,
    is_side_effect,
    is_state_now,
)
from paintrack.commands._shared.guidance.suggestions.by_command.entries.session_in_effect_words import effect_of_session
from paintrack.commands._shared.typer_invocation import FREE_TEXT
from paintrack.errors import MisplacedWordsError
from paintrack.model.entries import KIND_ROWS, LETTERS
from paintrack.model.symptoms.side_effect_outcome import split_outcome
from paintrack.model.typed.dates.suggested_times import past_moment
from paintrack.model.typed.typed_text import folded

# The longest date, `3 nov 2025 at 2 pm`, has so many words behind its first.
_MOST_DATE_WORDS = 5
# Seen from so far ahead every date that people type is past.
_FAR_AHEAD = timedelta(days=20_000)
_DONE = {"done", "settled", "settle", "answered", "asked", "close", "closed", "finish", "finished", "resolved"}
_DELETE = {"delete", "deleted", "remove", "rm", "del", "drop"}
_EDIT = {"edit", "change", "correct", "fix", "update", "modify"}
_SHOW = {"show", "view"}
_ANSWER = {"answer", "answered"}
_VERBS = _ANSWER | _DONE | _DELETE | _EDIT | _SHOW
# What may stand between a side effect and its session or its day.
_BETWEEN = {"on", "at", "in", "from", "with", "after", "since", "and", "of"}
_SESSION = re.compile(
    r"(?:(?:after|from|in|of|on|since|with) )?(?:the )?(?:(?:session|visit) )?#?([0-9]{1,15})", re.ASCII
)
_SENTENCE_ENDS = (".", "!", "?")
_NEWEST_SESSION = re.compile(r"(?:after|from|in|since) (?:the |my )?(?:last )?(?:session|visit|treatment|acupuncture)")


def reject_misread_words(command: str, arguments: Sequence[str], options: Sequence[TyperOption], now: datetime) -> None:
    """Raise UsageError where a part of what would be saved as a text was probably meant otherwise.

    Whoever does mean it as a text types it in quotation marks.
    """
    if all(map(str.isprintable, arguments)) and (lines := meant_of_free_words(command, arguments, options, now)):
        raise MisplacedWordsError(lines)


def meant_of_free_words(
    command: str, arguments: Sequence[str], options: Sequence[TyperOption], now: datetime
) -> list[list[str]]:
    """The command lines, as words without `paintrack`, that were probably meant; none where the words are a text.

    Raises UsageError for a date that is whole but not one for `--at`, such as one in the future.
    """
    parts = parts_of(arguments, options)
    if parts is None:
        return []
    words = [word for part in parts for word in part.words]
    if words and any(part.option == "--edit" for part in parts):
        words = [words[0], "edit", *words[1:]]
    if line := _with_whole_value(command, parts, now):
        return [line]
    # `question done q1` is understood as it is.
    is_understood = (
        command == "question" and len(words) == 2 and words[0].casefold() == "done" and not words[1].isdecimal()
    )
    lines = [] if is_understood else _about_an_entry(command, words)
    if not lines and command == "overall" and "--at" not in {part.option for part in parts}:
        lines = [[*line, *arguments_of(parts)] for line in _of_change(words, now)]
    if not lines and command == "effect":
        option_names = {part.option for part in parts}
        line = _of_known_effect(words, option_names, now) or _of_effect_of_session(words, option_names, now)
        lines = [[*line, *arguments_of(parts)]] if line else []
    # What one of these would lead to is meant at once: `effect 7 r1 r1`.
    return [each for line in lines for each in _led_on(command, line, options, now) or [line]]


def _led_on(command: str, line: Sequence[str], options: Sequence[TyperOption], now: datetime) -> list[list[str]]:
    return meant_of_free_words(command, line[1:], options, now) if line[0] == command else []


def meant_of_entry(words: Sequence[str]) -> list[str]:
    """The command line for an entry and what is to happen to it, without a command: `done q1`, `n1 delete`."""
    for word in words[:2]:
        command = LETTERS.get(word[:1].casefold(), "")
        if len(words) > 1 and command in FREE_TEXT and (lines := _about_an_entry(command, words)):
            return lines[0]
    return []


def _with_whole_value(command: str, parts: list[Part], now: datetime) -> list[str]:
    """The command line with the whole date, or the whole outcome, as the value of its option; empty where it is."""
    for place, part in enumerate(parts):
        before = [word for each in parts[:place] for word in each.words]
        behind = [word for each in parts[place:] for word in each.words]
        length, value = 0, part.value or ""
        if part.option == "--at":
            length, value = _whole_date(value, behind, now)
        elif part.option == "--outcome" and before:
            length, value = len(behind), " ".join([value, *behind])
        if not length:
            continue
        if part.option == "--at":
            past_moment(value, now)
        text = [*before, *behind[length:]] or ["bruise" if command == "effect" else "TEXT"]
        whole = [*parts[:place], Part(option=part.option, value=value), *parts[place + 1 :]]
        return [command, *text, *arguments_of(whole)]
    return []


def _whole_date(value: str, behind: Sequence[str], now: datetime) -> tuple[int, str]:
    """How many of the words behind a value belong to its date, as many as possible, and the date with them."""
    for length in range(min(len(behind), _MOST_DATE_WORDS), 0, -1):
        date = " ".join([value, *behind[:length]])
        if _has_form_of_date(date, now):
            return length, date
    return 0, value


def _has_form_of_date(text: str, now: datetime) -> bool:
    """Whether it is a date, in the past or still to come, or one with 24:00, which is refused with its reason."""
    return is_date(re.sub(r"\b24:", "23:", text), (now + _FAR_AHEAD).replace(hour=23, minute=59))


def _about_an_entry(command: str, words: Sequence[str]) -> list[list[str]]:
    """What is to happen to an entry that is recorded: `question q1 done`, `note delete n1`, `note edit n1 TEXT`."""
    label = _label_in(command, words)
    if not label:
        return []
    if len(words) == 1:
        return [["show", label], *([["question", "--done", label]] if command == "question" else [])]
    line = _done_to_entry(command, label, words)
    return [line] if line else []


def _label_in(command: str, words: Sequence[str]) -> str:
    """The id in the first two words, of the kind that the command records: `q1`, or `1` behind a verb; else empty."""
    if command not in KIND_ROWS:
        return ""
    letter, first_words = KIND_ROWS[command].letter, [word.casefold() for word in words[:2]]
    label = next((word for word in first_words if re.fullmatch(rf"{letter}[0-9]{{1,15}}", word, re.ASCII)), "")
    if label or len(first_words) < 2:
        return label
    verb, number = first_words
    is_number = verb in _VERBS and re.fullmatch("#?[0-9]{1,15}", number, re.ASCII)
    # `remove 2 pillows` is a text.
    has_no_more = len(words) == 2 or verb == "edit"
    return letter + number.lstrip("#") if is_number and has_no_more else ""


def _done_to_entry(command: str, label: str, words: Sequence[str]) -> list[str]:
    """The command line for the verb in the first two words; empty where there is none that the entry can have."""
    verb = next((word for word in map(str.casefold, words[:2]) if word in _VERBS), "")
    if verb in _EDIT:
        option, example = ("--overall", "better") if command == "overall" else ("--text", "TEXT")
        return ["edit", label, option, " ".join(words[2:]) or example]
    if verb in _ANSWER and command == "question":
        # With the answer behind it as well; that is not kept.
        return ["question", "--done", label]
    if len(words) > 2:
        return []
    if verb in _DELETE:
        return ["delete", label]
    if verb in _DONE and command == "question":
        return ["question", "--done", label]
    return ["show", label] if verb in _SHOW else []


def _of_change(words: Sequence[str], now: datetime) -> Iterator[list[str]]:
    """`better yesterday`: the change, and its day as an option."""
    date_words, rest = date_in(words, now)
    if date_words and is_change(" ".join(rest)):
        yield ["overall", *rest, "--at", " ".join(date_words)]


def _of_known_effect(typed: Sequence[str], options: set[str], now: datetime) -> list[str]:
    """The known side effect in the words, with its session and its time as options, where they say nothing else."""
    words, length = _with_date_last(" ".join(typed).split(), now)
    start, end = _place_of_effect(words[:length])
    rest = [*words[:start], *words[end:]]
    # Behind the end of a sentence the text goes on: `chest pain. Tue.`
    if start == end or not rest or words[end - 1].endswith(_SENTENCE_ENDS):
        return []
    more = _session_and_time(rest, options, now)
    effect = " ".join(words[start:end]).rstrip(",;:")
    # What became of one is told apart with its session.
    return [] if more is None or split_outcome(effect) is not None else ["effect", *effect.split(), *more]


def _of_effect_of_session(typed: Sequence[str], options: set[str], now: datetime) -> list[str]:
    """`effect_of_session`, also with a day behind the session: `bruise gone session 1 yesterday`."""
    if line := effect_of_session(typed, options):
        return line
    words = " ".join(typed).split()
    date_words, rest = date_in(words, now)
    if (
        not date_words
        or not rest
        or words != [*rest, *date_words]
        or "--at" in options
        or is_state_now(rest, date_words)
    ):
        return []
    line = effect_of_session(rest, options)
    return [*line, "--at", " ".join(date_words)] if line else []


def _with_date_last(words: list[str], now: datetime) -> tuple[list[str], int]:
    """The words without what leads to a date at their end (`bruise on yesterday`), and how many stand before it."""
    date, rest = date_in(words, now)
    if not date or not rest or words != [*rest, *date]:
        return words, len(words)
    if is_state_now(rest, date):
        return words, len(words)
    while folded(date[0]) in _BETWEEN and is_date(" ".join(date[1:]), now):
        date = date[1:]
    while len(rest) > 1 and folded(rest[-1]) in _BETWEEN:
        rest = rest[:-1]
    return [*rest, *date], len(rest)


def _place_of_effect(words: Sequence[str]) -> tuple[int, int]:
    """Where the longest side effect in the words begins and ends, the first of several; twice 0 where there is none."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            if is_side_effect(" ".join(words[start : start + length])):
                return start, _end_of_effect(words, start, start + length)
    return 0, 0


def _end_of_effect(words: Sequence[str], start: int, end: int) -> int:
    """Where a side effect ends without what leads to its session or its day: `bruise on` without `on`."""
    while folded(words[end - 1]) in _BETWEEN and is_side_effect(" ".join(words[start : end - 1])):
        end -= 1
    return end


def _session_and_time(words: Sequence[str], options: set[str], now: datetime) -> list[str] | None:
    """`--session` and `--at` for the words; None where they say something else or the options are typed already."""
    if (match := _SESSION.fullmatch(" ".join(words).casefold())) is not None:
        return None if "--session" in options else ["--session", match[1]]
    date_words, rest = date_in(words, now)
    date = ["--at", " ".join(date_words)] if date_words else []
    text = " ".join(rest).casefold()
    match = _SESSION.fullmatch(text)
    session = ["--session", match[1]] if match else []
    if (text and not match and not _NEWEST_SESSION.fullmatch(text)) or {*date[:1], *session[:1]} & options:
        return None
    return [*session, *date]

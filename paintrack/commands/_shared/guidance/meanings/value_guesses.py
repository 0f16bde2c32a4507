"""Values of options as people type them, in the form that the option takes: `--cost 60€`, `--last month`, `--pdf`."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import date

from typer.core import TyperOption

from paintrack.commands._shared.guidance.command_line_parts import Part, arguments_of, parts_of
from paintrack.commands._shared.guidance.meanings.amounts_of_money import AMOUNT_OPTIONS, plain_amount
from paintrack.commands._shared.guidance.meanings.option_value_boundary import rated_value
from paintrack.commands._shared.guidance.meanings.scores_in_words import figure_of
from paintrack.errors import UsageError
from paintrack.model.typed.dates.day_spans import DaySpan
from paintrack.model.typed.dates.typed_dates import parse_days
from paintrack.model.typed.typed_text import folded

# What relief is compared by, in the plural and under other names.
_GROUPS = {
    "conditions": "condition", "symptom": "condition", "symptoms": "condition", "points": "point",
    "acupoint": "point", "acupoints": "point", "techniques": "technique", "method": "technique",
    "practitioners": "practitioner", "therapist": "practitioner", "doctor": "practitioner",
}  # fmt: skip
_SCORES = ("--before", "--after", "--score", "--goal", "--also")
_DECIMAL_COMMA = re.compile(r"(?<![0-9.])(10|[0-9]),([0-9])(?![0-9])", re.ASCII)
# What stands behind a number and says no more than the option itself.
_SESSIONS = ("session", "sessions", "visit", "visits", "treatment", "treatments")
_COUNTED = {
    "--last": _SESSIONS,
    "--sessions": _SESSIONS,
    "--steps": ("step", "steps", "change", "changes", "time", "times"),
}
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12", "eleven": "11", "twelve": "12",
}  # fmt: skip
# What is written to a file, by the command, and the options for it.
_FILES = {
    "summary": ("page", ("html", "pdf", "md", "txt"), ()),
    "costs": ("statement", ("html", "pdf", "md", "txt"), ("--visits",)),
    "trend": ("chart", ("svg",), ()),
}
_EXTENSIONS = {"markdown": "md", "text": "txt", "web": "html", "htm": "html"}
# What leads to a drawing, where the command writes one.
_DRAWINGS = ("pdf", "html", "htm", "png", "jpg", "jpeg", "gif", "image", "picture", "drawing")
# In front of a word that is no form of a file.
_OF_NAMES = ("for", "with", "by", "in", "about")


def with_plain_values(arguments: Sequence[str], options: Iterable[TyperOption], today: date) -> list[str]:
    """The arguments with each value in a form that its option takes, where that is clear, and without blank words."""
    own = [*options]
    counts = {name for option in own if option.type.name.startswith("int") for name in option.opts}
    parts = parts_of(arguments, own)
    if parts is None or "--" in arguments:
        return [*arguments]
    plain = [each for part in parts for each in _plain(part, today, counts)]
    plain = [replace(part, words=[word for word in part.words if word.strip()]) for part in plain]
    if plain == parts:
        return [*arguments]
    plain.sort(key=lambda part: bool(part.option))
    return [word for part in plain for word in (*arguments_of([part]), *part.words)]


def with_written_file(command: str, arguments: Sequence[str], options: Iterable[TyperOption]) -> list[str]:
    """The arguments with `-o page.pdf` for `--pdf`, or for a word `pdf`, where the command writes such a file."""
    if command not in _FILES:
        return [*arguments]
    no_form_behind = {name for option in options if not option.is_flag for name in option.opts} | {*_OF_NAMES}
    stem, extensions, more = _FILES[command]
    written: list[str] = []
    for place, argument in enumerate(arguments):
        name = folded(argument).removeprefix("--")
        extension = "svg" if name in _DRAWINGS and "svg" in extensions else _EXTENSIONS.get(name, name)
        is_word = not place or folded(arguments[place - 1]) not in no_form_behind
        is_form = (argument.startswith("--") or is_word) and extension in extensions
        written += (
            [*(each for each in more if each not in arguments), "-o", f"{stem}.{extension}"] if is_form else [argument]
        )
    return written


def _plain(part: Part, today: date, counts: Container[str]) -> list[Part]:
    value = part.value or ""
    if part.option == "--by":
        return [replace(part, value=_GROUPS.get(folded(value), part.value))]
    if part.option == "--last" and (days := _days_of_last(part, today)) != [part]:
        return days
    if part.option in counts:
        return [_with_whole_number(part)]
    if part.option in AMOUNT_OPTIONS and (amount := plain_amount(value)) is not None:
        return [replace(part, value=amount)]
    if part.option == "--also" and "=" not in value and not part.words:
        name, *scores = value.split() or [""]
        return [replace(part, value=rated_value(name, scores))]
    if part.option in _SCORES:
        return [replace(part, value=part.value and _DECIMAL_COMMA.sub(r"\1.\2", part.value))]
    return [part]


def _with_whole_number(part: Part) -> Part:
    """The option with the number in a value such as `12 sessions`, `twelve` or `2nd`, without what it counts."""
    nouns = _COUNTED.get(part.option, ())
    number, _, noun = re.sub(r"(?<=[0-9])(?=[^\W\d])", " ", folded(part.value or "")).partition(" ")
    number = figure_of(_ORDINALS.get(number, number)).removeprefix("#").removesuffix(".")
    if part.option == "--scale" and (scale := re.fullmatch("0 ?(?:-|–|to|/) ?(10|100)", folded(part.value or ""))):
        number, noun = scale[1], ""
    is_ordinal = part.option == "--course" and noun in ("st", "nd", "rd", "th")
    if not re.fullmatch("[0-9]{1,6}", number) or not (noun in ("", *nouns) or is_ordinal):
        return part
    words = part.words[1:] if not noun and part.words and folded(part.words[0]) in nouns else part.words
    return replace(part, value=number, words=words)


def _days_of_last(part: Part, today: date) -> list[Part]:
    """The option for the days of `--last month` or `--last 30 days`, else the option itself."""
    for length in range(min(len(part.words), 2), -1, -1):
        words = " ".join([part.value or "", *part.words[:length]])
        # `30days`.
        words = re.sub(r"(?<=[0-9])(?=[^\W\d])", " ", words)
        text = words if any(map(str.isdecimal, words)) else f"last {words}"
        if words.isdecimal() or (span := _days(text, today)) is None:
            continue
        until = [Part(option="--until", value=text)] if span.last < today else []
        # In front: behind such an option words would be taken for a part of its value.
        return [Part(words=part.words[length:]), Part(option="--since", value=text), *until]
    return [part]


def _days(text: str, today: date) -> DaySpan | None:
    try:
        return parse_days(text, today)
    except UsageError:
        return None

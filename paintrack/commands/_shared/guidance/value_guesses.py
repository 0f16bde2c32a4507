"""Values of options as people type them, in the form that the option takes: `--cost 60€`, `--last month`, `--pdf`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from typer.core import TyperOption

from paintrack.commands._shared.guidance.currency_words import AMOUNTS, plain_amount
from paintrack.commands._shared.guidance.option_value_words import rated_value
from paintrack.commands._shared.guidance.typed_line import Part, arguments_of, parts_of
from paintrack.errors import UsageError
from paintrack.model.typed.day_spans import DaySpan
from paintrack.model.typed.typed_dates import parse_days
from paintrack.model.typed.typed_text import folded

_SCORES = ("--before", "--after", "--score", "--goal", "--also")
_DECIMAL_COMMA = re.compile(r"(?<![0-9.])(10|[0-9]),([0-9])(?![0-9])", re.ASCII)
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
    """The arguments with each value in a form that its option takes, where that is clear; else as they are."""
    parts = parts_of(arguments, options)
    if parts is None or "--" in arguments:
        return [*arguments]
    plain = [each for part in parts for each in _plain(part, today)]
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


def _plain(part: Part, today: date) -> list[Part]:
    value = part.value or ""
    if part.option in AMOUNTS and (amount := plain_amount(value)) is not None:
        return [replace(part, value=amount)]
    if part.option == "--also" and "=" not in value and not part.words:
        name, *scores = value.split() or [""]
        return [replace(part, value=rated_value(name, scores))]
    if part.option in _SCORES:
        return [replace(part, value=part.value and _DECIMAL_COMMA.sub(r"\1.\2", part.value))]
    return _days_of_last(part, today) if part.option == "--last" else [part]


def _days_of_last(part: Part, today: date) -> list[Part]:
    """The option for the days of `--last month` or `--last 30 days`, else the option itself."""
    for length in range(min(len(part.words), 2), -1, -1):
        words = " ".join([part.value or "", *part.words[:length]])
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

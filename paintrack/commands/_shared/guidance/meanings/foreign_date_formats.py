"""Dates as they are said in other languages, or written with dots or slashes, in a form that `--at` takes."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from typer.core import TyperOption

from paintrack.commands._shared.guidance.command_line_parts import arguments_of, parts_of
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_DATES = ("--at", "--since", "--until")
# German, French, Spanish, Italian and Dutch.
_DAYS = (
    ("yesterday", "gestern hier ayer ieri gisteren"),
    ("today", "heute aujourd'hui hoy oggi vandaag"),
    ("2 days ago", "vorgestern avant-hier anteayer eergisteren"),
    ("now", "jetzt maintenant ahora adesso"),
    ("monday", "montag lundi lunes lunedì maandag"),
    ("tuesday", "dienstag mardi martes martedì dinsdag"),
    ("wednesday", "mittwoch mercredi miércoles mercoledì woensdag"),
    ("thursday", "donnerstag jeudi jueves giovedì donderdag"),
    ("friday", "freitag vendredi viernes venerdì vrijdag"),
    ("saturday", "samstag sonnabend samedi sábado sabato zaterdag"),
    ("sunday", "sonntag dimanche domingo domenica zondag"),
)
_ENGLISH = {folded(word): english for english, words in _DAYS for word in words.split()}
_FIGURES = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4})", re.ASCII)


def with_plain_dates(arguments: Sequence[str], options: Iterable[TyperOption], reader: Reader) -> list[str]:
    """The arguments with each such date in a form that is understood; a recorded condition is none."""
    own = [*options]
    parts = parts_of(arguments, own)
    if parts is None or "--" in arguments or not any("--at" in each.opts or "--since" in each.opts for each in own):
        return [*arguments]
    plain = []
    for part in parts:
        text = " ".join(part.words)
        words = part.words if reader.spelling(text) else [each for word in part.words for each in _plain(word).split()]
        value = part.value
        if part.option in _DATES and value:
            value = " ".join(_plain(word) for word in value.split())
        plain.append(replace(part, value=value, words=words))
    return [*arguments] if plain == parts else [each for part in plain for each in (*arguments_of([part]), *part.words)]


def _plain(word: str) -> str:
    """The word, if it is such a date, as it is understood; else as it is.

    >>> _plain("Gestern"), _plain("28.10.2026"), _plain("03/11/2026"), _plain("neck")
    ('yesterday', '2026-10-28', '03/11/2026', 'neck')
    """
    match = _FIGURES.fullmatch(word)
    if match is None:
        return _ENGLISH.get(folded(word), word)
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days = set[date]()
    for month, day in ((first, second), (second, first)):
        with suppress(ValueError):
            days.add(date(year, month, day))
    # Of two days nobody knows which is meant.
    return f"{days.pop()}" if len(days) == 1 else word

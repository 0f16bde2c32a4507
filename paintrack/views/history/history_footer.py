"""The sentences below the history: how many entries there are, the filters, how to see one in full."""

from collections.abc import Mapping, Sequence
from datetime import date

from paintrack.model.displayed_text import isolated, shell_quoted, visible_line
from paintrack.model.entries import KINDS, AnyEntry, sessions_of
from paintrack.model.selection import Selection
from paintrack.views.value_words import counted_kind, show_day


def footer(
    entries: Sequence[AnyEntry], totals: Mapping[str, int], selection: Selection, *, is_spoken: bool = False
) -> list[str]:
    """The sentences below the lines: how many entries there are, the filters, how to see one in full.

    `entries` are those with a line, one or more, oldest first; `totals` counts all in the file by kind. For a screen
    reader (`is_spoken`) the hint how to see an entry in full is left out.
    """
    numbers = {kind: sum(entry.kind == kind for entry in entries) for kind in KINDS if kind in totals}
    if selection.is_all:
        parts = [counted_kind(number, kind) for kind, number in numbers.items()]
        why = ""
    else:
        parts = [f"{number} of {counted_kind(totals[kind], kind)}" for kind, number in numbers.items()]
        why = f": filtered by {filters_in_words(selection, is_spoken=is_spoken)}"
    sentences = [f"{', '.join(parts)}{why}."]
    newest = (sessions_of(entries) or entries)[-1]
    return sentences if is_spoken else [*sentences, f"Details: paintrack show {newest.label}"]


def empty_history(selection: Selection, totals: Mapping[str, int], *, is_spoken: bool = False) -> str:
    """The sentence in place of the history if no entry fits, or the file has none."""
    if not totals:
        return "Nothing saved yet. Start with: paintrack before 7"
    typed = visible_line(filters_in_words(selection, is_spoken=is_spoken))
    return f"No entry fits: {typed}. All entries: paintrack list"


def filters_in_words(selection: Selection, *, is_spoken: bool = False) -> str:
    """The filters as they are typed: `--for "lower back" --last 3`; `is_spoken`: `for lower back, last 3`."""
    values = {
        "--for": selection.condition,
        "--since": selection.since,
        "--until": selection.until,
        "--last": selection.last,
        "--with": selection.practitioner,
        "--point": selection.point,
        "--grep": selection.text,
    }
    chosen = {option: value for option, value in values.items() if value is not None}
    if is_spoken:
        return ", ".join(f"{option.removeprefix('--')} {_in_words(value)}" for option, value in chosen.items())
    return " ".join(f"{option} {shell_quoted(str(value))}" for option, value in chosen.items())


def _in_words(value: str | int | date) -> str:
    return show_day(value, long=True) if isinstance(value, date) else isolated(str(value))

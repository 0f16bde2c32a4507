"""Everything stored about one entry, a line for each field."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect, kind_name
from paintrack.model.fields import Field, fields_of
from paintrack.model.moment import Moment, show_moment
from paintrack.model.other_entries import Note, Peg
from paintrack.model.symptoms.side_effect_recognition import label_of
from paintrack.model.typed_text import capitalize_first, visible_line
from paintrack.model.value_types import STAMP
from paintrack.views.confirmations.confirmation_parts import cost_in_words
from paintrack.views.field_values import value_in_words
from paintrack.views.text_layout import wrap

_LEAST_COLUMN = 14


def entry_detail(entry: AnyEntry, *, width: int) -> str:
    """Every value the entry has, at most `width` columns wide; times in the offset of the entry."""
    rows = [(f"{capitalize_first(kind_name(entry.kind))} {entry.label}", _time(entry.when)), *_rows(entry)]
    rows.append(("Typed", _stamp(entry.entered, entry)))
    if entry.edited != entry.entered:
        rows.append(("Last changed", _stamp(entry.edited, entry)))
    column = max(_LEAST_COLUMN, *(len(name) + 2 for name, _ in rows))
    return "\n".join(line for name, text in rows for line in _row(name, text, column, width))


def _rows(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    """A label and a text for each field that has a value, in the order of the table of fields."""
    if isinstance(entry, Session) and not entry.ratings:
        yield "Scores", "none: a visit without scores"
    for field in fields_of(type(entry)):
        value = getattr(entry, field.name, None)
        # Not `if value`: 0 is a score.
        if field.label and value is not None and value is not False and value != ():
            for text in _TEXTS.get((type(entry), field.name), _value_alone)(entry, field):
                yield field.label, text


def _value_alone(entry: AnyEntry, field: Field) -> list[str]:
    value = getattr(entry, field.name)
    return [_stamp(value, entry) if field.type is STAMP else value_in_words(field.type, value)]


def _ratings(session: Session, _field: Field) -> list[str]:
    return [f"{visible_line(each.condition)} {each.in_words()}{_times(each, session)}" for each in session.ratings]


def _side_effects(session: Session, _field: Field) -> list[str]:
    return [", ".join([visible_line(label_of(each)), *_facts(each)]) for each in session.side_effects]


def _facts(effect: SideEffect) -> list[str]:
    """What is known of the side effect beside its kind and words: `noticed Tue 7 Jul 2026 07:10`."""
    return [
        f"{field.label} {value_in_words(field.type, value)}"
        for field in fields_of(SideEffect)
        if field.label and (value := getattr(effect, field.name)) is not None
    ]


def _money(session: Session, _field: Field) -> list[str]:
    return [cost_in_words(session.cost, session.covered, session.currency)]


def _covered_alone(session: Session, field: Field) -> list[str]:
    return _money(session, field) if session.cost is None else []


def _mean_of_peg(peg: Peg, _field: Field) -> list[str]:
    return [f"{peg.in_words()}; mean {peg.mean:.1f}"]


def _private(_note: Note, _field: Field) -> list[str]:
    return ["not on it: private"]


# Where a line says more than the value of its field.
_TEXTS: dict[tuple[type[AnyEntry], str], Callable[[Any, Field], list[str]]] = {
    (Session, "ratings"): _ratings,
    (Session, "side_effects"): _side_effects,
    (Session, "cost"): _money,
    (Session, "covered"): _covered_alone,
    (Note, "private"): _private,
    (Peg, "pain"): _mean_of_peg,
}


def _time(when: Moment) -> str:
    return show_moment(when) if when.time_given else f"{show_moment(when)} (time not given)"


def _times(rating: Rating, session: Session) -> str:
    zone = session.at.tzinfo
    times = [
        f"{name} at {show_moment(Moment(_at(instant).astimezone(zone)))}"
        for name, instant in (("before", rating.before_at), ("after", rating.after_at))
        if instant
    ]
    return f"; {', '.join(times)}" if times else ""


def _stamp(instant: str, entry: AnyEntry) -> str:
    return show_moment(Moment(_at(instant).astimezone(entry.at.tzinfo)))


def _at(instant: str) -> datetime:
    return datetime.fromisoformat(instant)


def _row(name: str, text: str, column: int, width: int) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n"):
        lines += wrap(part, width - column)
    return [f"{'' if row else name:<{column}}{line}".rstrip() for row, line in enumerate(lines)]

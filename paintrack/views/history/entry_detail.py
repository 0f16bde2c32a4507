"""Everything stored about one entry, a line for each field."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from paintrack.model.displayed_text import capitalize_first, isolated, visible_line
from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect, kind_name
from paintrack.model.fields import Field, fields_of
from paintrack.model.other_entries import NextVisit, Note, Peg
from paintrack.model.symptoms.side_effect_recognition import is_serious, label_of
from paintrack.model.values.currency import canonical_currency
from paintrack.model.values.field_types import LOCAL_TIME, STAMP
from paintrack.model.values.moment import Localize, Moment
from paintrack.views.confirmations.confirmation_parts import cost_in_words
from paintrack.views.field_values import value_in_words
from paintrack.views.spoken_currency import spoken_currency
from paintrack.views.text_layout import fill, with_full_stop
from paintrack.views.value_words import (
    SERIOUS_IN_WORDS,
    SERIOUS_MARK,
    change_in_words,
    peg_in_words,
    scores_in_words,
    show_moment,
    show_score,
)

_LEAST_COLUMN = 14


class _Style(NamedTuple):
    """How values are put into words: for a screen reader or not; the full names of points by their code.

    `localize` gives an instant its local time here.
    """

    is_spoken: bool
    point_names: Mapping[str, str]
    localize: Localize


def entry_detail(
    entry: AnyEntry,
    point_names: Mapping[str, str] = MappingProxyType({}),
    *,
    width: int,
    localize: Localize = datetime.astimezone,
) -> str:
    """Every value the entry has, at most `width` columns wide.

    Times are those of the clock where the entry was made; one of another place says its offset. `point_names` are the
    full names of acupuncture points by their code.
    """
    rows = [*_rows(entry, _Style(False, point_names, localize))]
    column = max(_LEAST_COLUMN, *(len(name) + 2 for name, _ in rows))
    return "\n".join(line for name, text in rows for line in _row(name, text, column, width))


def entry_in_full(
    entry: AnyEntry, point_names: Mapping[str, str] = MappingProxyType({}), *, width: int, plain: bool
) -> str:
    """`spoken_entry` if all is to be `plain`, else `entry_detail`."""
    return spoken_entry(entry, point_names) if plain else entry_detail(entry, point_names, width=width)


def spoken_entry(entry: AnyEntry, point_names: Mapping[str, str], *, localize: Localize = datetime.astimezone) -> str:
    """The entry for a screen reader: a fact on each line, without columns and arrows."""
    (heading, when), *rows = _rows(entry, _Style(True, point_names, localize))
    facts = [f"{name}: {visible_line(part)}" for name, text in rows for part in text.split("\n") if part.strip()]
    return "\n".join(map(with_full_stop, [f"{heading}, {when}", *facts]))


def _rows(entry: AnyEntry, style: _Style) -> Iterator[tuple[str, str]]:
    """Labels and texts: of the entry itself, of each field with a value in the order of the table, of its stamps."""
    yield f"{capitalize_first(kind_name(entry.kind))} {entry.label}", _time(entry.when, style)
    if isinstance(entry, Session) and not entry.ratings:
        yield "Scores", "none: a visit without scores"
    for field in fields_of(type(entry)):
        value = getattr(entry, field.name, None)
        # Not `if value`, because 0 is a score.
        if field.label and value is not None and value is not False and value != ():
            for text in _TEXTS.get((type(entry), field.name), _value_alone)(entry, field, style):
                yield field.label, text
    yield "Typed", _stamp(entry.entered, entry, style)
    if entry.edited != entry.entered:
        yield "Last changed", _stamp(entry.edited, entry, style)


def _value_alone(entry: AnyEntry, field: Field, style: _Style) -> list[str]:
    value = getattr(entry, field.name)
    return [_stamp(value, entry, style) if field.type is STAMP else value_in_words(field.type, value)]


def _ratings(session: Session, _field: Field, style: _Style) -> list[str]:
    return [
        f"{isolated(each.condition)} {_scores(each, style)}{_times(each, session, style)}" for each in session.ratings
    ]


def _scores(rating: Rating, style: _Style) -> str:
    if not style.is_spoken or rating.before is None or rating.after is None:
        return scores_in_words(rating)
    change = change_in_words(rating.before, rating.after)
    return f"before {show_score(rating.before)}, after {show_score(rating.after)}, {change}"


def _points(session: Session, _field: Field, style: _Style) -> list[str]:
    return ["\n".join(isolated(style.point_names.get(point, point)) for point in session.points)]


def _side_effects(session: Session, _field: Field, style: _Style) -> list[str]:
    """Each with what is known of it; before a serious one there is the mark that it has elsewhere, or words for it."""
    serious = f"{SERIOUS_IN_WORDS}, " if style.is_spoken else SERIOUS_MARK
    return [
        f"{serious if is_serious(each) else ''}{', '.join([label_of(each), *_facts(each, session, style)])}"
        for each in session.side_effects
    ]


def _facts(effect: SideEffect, session: Session, style: _Style) -> list[str]:
    """What is known of the side effect besides its kind and words: `noticed Tue 7 Jul 2026 07:10`."""
    return [
        f"{field.label} {_fact(field, value, session, style)}"
        for field in fields_of(SideEffect)
        if field.label and (value := getattr(effect, field.name)) is not None
    ]


def _fact(field: Field, value: Any, session: Session, style: _Style) -> str:
    return _noticed(value, session, style) if field.type is LOCAL_TIME else value_in_words(field.type, value)


def _noticed(text: str, session: Session, style: _Style) -> str:
    """The time as it was typed, with its offset where the clock of the entry shows another one."""
    noticed = Moment.from_iso(text)
    is_elsewhere = noticed.at.utcoffset() != _by_clock_of(session, noticed.at, style).utcoffset()
    shown = show_moment(noticed, long=style.is_spoken)
    return f"{shown} (UTC{noticed.at.isoformat()[-6:]})" if is_elsewhere else shown


def _money(session: Session, _field: Field, style: _Style) -> list[str]:
    currency = None if session.currency is None else canonical_currency(session.currency)
    if style.is_spoken:
        return [cost_in_words(session.cost, session.covered, currency, unit=spoken_currency)]
    return [cost_in_words(session.cost, session.covered, currency)]


def _covered_alone(session: Session, field: Field, style: _Style) -> list[str]:
    return _money(session, field, style) if session.cost is None else []


def _mean_of_peg(peg: Peg, _field: Field, _style: _Style) -> list[str]:
    return [f"{peg_in_words(peg)}; mean {peg.mean:.1f}"]


def _visit(entry: NextVisit, _field: Field, style: _Style) -> list[str]:
    return [show_moment(Moment.from_iso(entry.visit), long=style.is_spoken)]


def _private(_note: Note, _field: Field, _style: _Style) -> list[str]:
    return ["not on it: private"]


# The fields whose line says more than their value.
_TEXTS: dict[tuple[type[AnyEntry], str], Callable[[Any, Field, _Style], list[str]]] = {
    (Session, "ratings"): _ratings,
    (Session, "points"): _points,
    (Session, "side_effects"): _side_effects,
    (Session, "cost"): _money,
    (Session, "covered"): _covered_alone,
    (NextVisit, "visit"): _visit,
    (Note, "private"): _private,
    (Peg, "pain"): _mean_of_peg,
}


def _time(when: Moment, style: _Style) -> str:
    shown = show_moment(when, long=style.is_spoken)
    return shown if when.time_given else f"{shown} (time not given)"


def _times(rating: Rating, session: Session, style: _Style) -> str:
    times = [
        f"{name} at {_stamp(instant, session, style)}"
        for name, instant in (("before", rating.before_at), ("after", rating.after_at))
        if instant
    ]
    return f"; {', '.join(times)}" if times else ""


def _stamp(instant: str, entry: AnyEntry, style: _Style) -> str:
    at = _by_clock_of(entry, datetime.fromisoformat(instant), style)
    return show_moment(Moment(at), long=style.is_spoken)


def _by_clock_of(entry: AnyEntry, at: datetime, style: _Style) -> datetime:
    """The instant as the clock showed it where the entry was made, also where summer time began or ended in between."""
    # Not every system knows the local time of an instant that is far away.
    with suppress(ValueError, OverflowError, OSError):
        if style.localize(entry.at).utcoffset() == entry.at.utcoffset():
            return style.localize(at)
    return at.astimezone(entry.at.tzinfo)


def _row(name: str, text: str, column: int, width: int) -> list[str]:
    first, blank = f"{name:<{column}}", " " * column
    parts = enumerate(text.split("\n"))
    shown = "\n".join(fill(part, width, first=blank if row else first, rest=blank) for row, part in parts)
    return [line.rstrip() for line in shown.split("\n")]

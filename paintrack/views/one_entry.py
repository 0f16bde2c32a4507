"""Everything about one entry, a line for each thing that is known of it."""

from datetime import datetime

from paintrack.domain.entry import AnyEntry, Rating, Reading, Session
from paintrack.domain.score import show_score
from paintrack.domain.side_effects import label_of
from paintrack.domain.techniques import label
from paintrack.domain.text import visible, visible_line
from paintrack.domain.when import Moment, show_moment
from paintrack.views.answers import paid
from paintrack.views.wrapping import wrap

_COLUMN = 14


def entry_in_full(entry: AnyEntry, *, width: int) -> str:
    """Every stored value that is there, `width` columns wide; times as they were on the spot."""
    rows = [(f"{entry.kind.capitalize()} {entry.label}", f"{_time(entry.when)}")]
    rows += _reading_rows(entry) if isinstance(entry, Reading) else _session_rows(entry)
    if entry.note:
        rows.append(("Note", visible(entry.note)))
    rows.append(("Typed", _stamp(entry.entered, entry)))
    if entry.edited != entry.entered:
        rows.append(("Last changed", _stamp(entry.edited, entry)))
    return "\n".join(line for name, text in rows for line in _row(name, text, width))


def _time(when: Moment) -> str:
    return show_moment(when) if when.time_given else f"{show_moment(when)} (time not given)"


def _reading_rows(reading: Reading) -> list[tuple[str, str]]:
    return [("Score", f"{visible_line(reading.condition)} {show_score(reading.score)}")]


def _session_rows(session: Session) -> list[tuple[str, str]]:
    rows = [
        ("Scores", f"{visible_line(each.condition)} {each.in_words()}{_times(each, session)}")
        for each in session.ratings
    ]
    if not rows:
        rows = [("Scores", "none: a visit without scores")]
    if session.practitioner:
        rows.append(("With", visible_line(session.practitioner)))
    if session.technique:
        rows.append(("Technique", label(session.technique)))
    if session.points:
        rows.append(("Points", ", ".join(map(visible_line, session.points))))
    for effect in session.side_effects:
        noticed = f", noticed {show_moment(Moment.from_iso(effect.noticed))}" if effect.noticed else ""
        rows.append(("Side effect", f"{visible_line(label_of(effect))}{noticed}"))
    if money := paid(session.cost, session.covered, session.currency):
        rows.append(("Paid", money))
    return rows


def _times(rating: Rating, session: Session) -> str:
    zone = session.at.tzinfo
    known = [
        f"{name} at {show_moment(Moment(_at(instant).astimezone(zone)))}"
        for name, instant in (("before", rating.before_at), ("after", rating.after_at))
        if instant
    ]
    return f"; {', '.join(known)}" if known else ""


def _stamp(instant: str, entry: AnyEntry) -> str:
    return show_moment(Moment(_at(instant).astimezone(entry.at.tzinfo)))


def _at(instant: str) -> datetime:
    return datetime.fromisoformat(instant)


def _row(name: str, text: str, width: int) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n"):
        lines += wrap(part, width - _COLUMN)
    return [f"{'' if row else name:<{_COLUMN}}{line}".rstrip() for row, line in enumerate(lines)]

"""Everything stored about one entry, a line for each field."""

from datetime import datetime

from paintrack.model.entries import AnyEntry, Rating, Reading, Session, kind_name
from paintrack.model.moment import Moment, show_moment
from paintrack.model.other_entries import Note, Peg, Plan, Question
from paintrack.model.score import show_score
from paintrack.model.symptoms.side_effect_recognition import label_of
from paintrack.model.techniques import technique_label
from paintrack.model.typed_text import capitalize_first, visible, visible_line
from paintrack.views.confirmations.confirmation_parts import cost_in_words
from paintrack.views.text_layout import wrap

_COLUMN = 14


def entry_detail(entry: AnyEntry, *, width: int) -> str:
    """Every value the entry has, at most `width` columns wide; times in the offset of the entry."""
    rows = [(f"{capitalize_first(kind_name(entry.kind))} {entry.label}", _time(entry.when)), *_rows(entry)]
    rows.append(("Typed", _stamp(entry.entered, entry)))
    if entry.edited != entry.entered:
        rows.append(("Last changed", _stamp(entry.edited, entry)))
    return "\n".join(line for name, text in rows for line in _row(name, text, width))


def _rows(entry: AnyEntry) -> list[tuple[str, str]]:
    if isinstance(entry, Session):
        return _session_rows(entry)
    if isinstance(entry, Reading):
        score = f"{visible_line(entry.condition)} {show_score(entry.score)}"
        return [("Score", score), *([("Note", visible(entry.note))] if entry.note else [])]
    return _remark_rows(entry)


def _remark_rows(entry: Note | Question | Peg | Plan) -> list[tuple[str, str]]:
    if isinstance(entry, Peg):
        return [("Past week", f"{entry.in_words()}; mean {entry.mean:.1f}")]
    if isinstance(entry, Plan):
        ended = [("Ended", _stamp(entry.ended, entry))] if entry.ended else []
        return [("Plan", visible_line(entry.in_words())), *ended]
    rows = [("Text", visible(entry.text))]
    if isinstance(entry, Note) and entry.private:
        rows.append(("Page", "not on it: private"))
    if isinstance(entry, Question) and entry.done:
        rows.append(("Done", _stamp(entry.done, entry)))
    return rows


def _time(when: Moment) -> str:
    return show_moment(when) if when.time_given else f"{show_moment(when)} (time not given)"


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
        rows.append(("Technique", technique_label(session.technique)))
    if session.points:
        rows.append(("Points", ", ".join(map(visible_line, session.points))))
    for effect in session.side_effects:
        noticed = f", noticed {show_moment(Moment.from_iso(effect.noticed))}" if effect.noticed else ""
        rows.append(("Side effect", f"{visible_line(label_of(effect))}{noticed}"))
    if money := cost_in_words(session.cost, session.covered, session.currency):
        rows.append(("Paid", money))
    if session.note:
        rows.append(("Note", visible(session.note)))
    return rows


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


def _row(name: str, text: str, width: int) -> list[str]:
    lines: list[str] = []
    for part in text.split("\n"):
        lines += wrap(part, width - _COLUMN)
    return [f"{'' if row else name:<{_COLUMN}}{line}".rstrip() for row, line in enumerate(lines)]

"""Saving readings: what `rate` writes in one transaction, and what there is to say of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from paintrack.model.entries import Reading, Session
from paintrack.model.open_session import current_session, open_ratings
from paintrack.model.selection import Selection
from paintrack.model.values.moment import Moment, days_after, to_utc
from paintrack.model.visits_typed_twice import is_same_reading
from paintrack.storage.reader import Reader
from paintrack.views.value_words import elapsed_in_words

if TYPE_CHECKING:
    from paintrack.storage.writer import Writer

_NEAR_DAYS = {0: "the day of", 1: "the day after"}


def save_readings(
    writer: "Writer", scores: Sequence[tuple[str, float]], when: Moment, *, took: str | None, note: str | None
) -> list[Reading]:
    """Save a reading for each condition and score; what was taken and the note belong to the first."""
    condition, score = scores[0]
    first = Reading(
        uid=uuid4().hex,
        when=when,
        entered=writer.now,
        edited=writer.now,
        condition=condition,
        score=score,
        took=took,
        note=note,
    )
    more_readings = [
        replace(first, uid=uuid4().hex, condition=name, score=each, took=None, note=None) for name, each in scores[1:]
    ]
    return [writer.save(reading) for reading in (first, *more_readings)]


def open_session_of(reader: Reader, condition: str, when: Moment) -> Session | None:
    """The session that is going on and waits for the condition's score on leaving."""
    sessions = (each for each in reader.sessions_around(when.at) if open_ratings(each))
    session = current_session(sessions, when)
    rating = None if session is None else session.rating_of(condition)
    return session if rating is not None and rating.is_open else None


def open_session_remarks(reader: Reader, scores: Sequence[tuple[str, float]], when: Moment) -> list[str]:
    """A sentence on each of the scores that may be the one on leaving of a session that is going on."""
    waiting = [(open_session_of(reader, name, when), name, score) for name, score in scores]
    if not any(session for session, _, _ in waiting):
        return []
    from paintrack.views.confirmations.repeated_session import reading_in_session_remark

    return [reading_in_session_remark(session, name, score) for session, name, score in waiting if session]


def repeated_reading_remarks(reader: Reader, saved: Sequence[Reading]) -> list[str]:
    """A sentence on each of the saved readings that may have been typed twice."""
    pairs = []
    for reading in saved:
        of_that_day = reader.entries(
            Selection(condition=reading.condition, since=reading.when.day, until=reading.when.day)
        )
        earlier = [each for each in of_that_day if isinstance(each, Reading) and each.uid != reading.uid]
        pairs += [(reading, other) for other in earlier if is_same_reading(reading, other)][:1]
    if not pairs:
        return []
    from paintrack.views.confirmations.repeated_session import repeated_reading_remark

    is_all = len(pairs) == len(saved)
    return [repeated_reading_remark(reading, other, is_all=is_all) for reading, other in pairs]


def time_after_last_session(reader: Reader, conditions: Sequence[str], when: Moment) -> str:
    """How long after the session that rated each of the conditions last; empty if that is not one session for all."""
    session, *more_sessions = [reader.session_before(to_utc(when.at), name) for name in conditions]
    return "" if session is None or any(each != session for each in more_sessions) else _time_after(session, when)


def _time_after(session: Session, when: Moment) -> str:
    """How long after the session: `16 hours after session 6`, `just after session 6` within a minute.

    From two days on, and where a time was not given, it is the number of days that the list counts.
    """
    elapsed = when.at - session.at
    if session.when.time_given and when.time_given and elapsed < timedelta(days=2):
        just_or_hours = "just" if elapsed < timedelta(minutes=1) else elapsed_in_words(session.at, when.at)
        return f"{just_or_hours} after session {session.label}"
    days = days_after(session.when.day, when)
    return f"{_NEAR_DAYS.get(days, f'{days} days after')} session {session.label}"

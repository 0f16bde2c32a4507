"""Entries for tests: two builders for one entry, and strategies for any."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

from hypothesis import strategies as st

from paintrack.domain.entry import AnyEntry, Rating, Reading, Session, SideEffect, sessions_of
from paintrack.domain.side_effects import KINDS
from paintrack.domain.text import clean, folded, one_line
from paintrack.domain.when import Moment, stamp, to_utc

# The two kinds that have scores, and a note of their own.
Noted = Session | Reading

NOW = datetime(2026, 7, 6, 14, 2, tzinfo=timezone(timedelta(hours=2)))
STAMP = stamp(NOW)


def moment(text: str) -> Moment:
    """A local time at +02:00: `2026-07-06 14:02`."""
    return Moment(datetime.fromisoformat(text).replace(tzinfo=NOW.tzinfo))


def times_of(history: Iterable[AnyEntry]) -> list[Moment]:
    """When its sessions were, in their order."""
    return [session.when for session in sessions_of(history)]


def a_session(
    before: float | None = 7,
    after: float | None = 3,
    *,
    condition: str = "lower back",
    at: str = "2026-07-06 14:02",
    number: int = 0,
    note: str | None = None,
) -> Session:
    """A session with one rating."""
    rating = Rating(condition=condition, before=before, after=after)
    return Session(
        uid=uuid4().hex,
        when=moment(at),
        entered=STAMP,
        edited=STAMP,
        ratings=(rating,),
        number=number,
        note=note,
    )


def a_reading(score: float = 4, *, condition: str = "lower back", at: str = "2026-07-07 07:10") -> Reading:
    """A reading."""
    return Reading(uid=uuid4().hex, when=moment(at), entered=STAMP, edited=STAMP, condition=condition, score=score)


scores = st.integers(0, 100).map(lambda tenths: tenths / 10)
_FIRST, _LAST = NOW.replace(year=1950, tzinfo=None), NOW.replace(year=2100, tzinfo=None)
instants = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC))
stamps = instants.map(stamp)
utc_seconds = instants.map(to_utc)
_letters = st.characters(exclude_categories=["Cs", "Cc"])
words = st.text(_letters, min_size=1, max_size=12).filter(str.strip).map(lambda text: one_line(text, "A word"))
notes = st.text(st.one_of(_letters, st.sampled_from("\n\t")), max_size=30).map(clean).filter(bool)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment at any real offset, at noon where the time is not given."""
    offset = timezone(timedelta(minutes=draw(st.integers(-14 * 60, 14 * 60))))
    at = draw(st.datetimes(_FIRST, _LAST)).replace(microsecond=0, tzinfo=offset)
    given = draw(st.booleans())
    return Moment(at if given else at.replace(hour=12, minute=0, second=0), time_given=given)


ratings = st.builds(
    Rating,
    condition=words,
    before=st.none() | scores,
    after=st.none() | scores,
    before_at=st.none() | utc_seconds,
    after_at=st.none() | utc_seconds,
    before_entered=st.none() | stamps,
    after_entered=st.none() | stamps,
)
side_effects = st.builds(
    SideEffect,
    kind=st.sampled_from(sorted(KINDS)),
    words=words,
    noticed=st.none() | moments().map(Moment.iso),
)
_who = {"uid": st.uuids().map(lambda uid: uid.hex), "when": moments(), "entered": st.just(STAMP)}
_edited = st.timedeltas(timedelta(0), timedelta(days=9000)).map(lambda later: stamp(NOW + later))
sessions = st.builds(
    Session,
    **_who,
    edited=_edited,
    deleted=st.none() | stamps,
    ratings=st.lists(ratings, max_size=3, unique_by=lambda rating: folded(rating.condition)).map(tuple),
    points=st.lists(words, max_size=3).map(tuple),
    technique=st.none() | st.sampled_from(["manual", "moxibustion"]),
    practitioner=st.none() | words,
    side_effects=st.lists(side_effects, max_size=2).map(tuple),
    cost=st.none() | st.integers(0, 10**9),
    covered=st.none() | st.integers(0, 10**9),
    currency=st.none() | st.sampled_from(["EUR", "CHF"]),
    note=st.none() | notes,
)
readings = st.builds(
    Reading,
    **_who,
    edited=_edited,
    deleted=st.none() | stamps,
    condition=words,
    score=scores,
    note=st.none() | notes,
)
entries: st.SearchStrategy[Noted] = st.one_of(sessions, readings)


def alive(entry: Noted) -> Noted:
    """The entry as it is when it was not deleted."""
    return replace(entry, deleted=None)

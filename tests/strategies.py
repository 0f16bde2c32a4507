"""Strategies for what a CSV file can say: histories with hostile but storable text, from 1900 to 2025."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from paintrack.domain.entry import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.domain.side_effects import KINDS, OTHER
from paintrack.domain.techniques import TECHNIQUES
from paintrack.domain.text import clean, folded
from paintrack.domain.when import Moment, stamp, to_utc

_FIRST, _LAST = datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2025-12-31")
_TRAPS = (
    "=1+1", "'=x", "''+1", "@SUM(A1)", "-7", "＝1", "007", "1e5", "NULL", '"', "a;b", "\\;", "a\\", "😀", "𠀀", "é",
)  # fmt: skip
_letters = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@'\",;:\\")
# On one line, as names, conditions and points are kept; remarks hold newlines and tabs as well (CR LF and CR are
# typed, LF is kept).
words = (
    (st.sampled_from(_TRAPS) | st.text(_letters, max_size=12)).map(lambda text: " ".join(clean(text).split()))
).filter(bool)
remarks = (st.sampled_from(_TRAPS) | st.text(_letters | st.sampled_from("\n\t\r"), max_size=30)).map(clean).filter(bool)
scores = st.integers(0, 100).map(lambda tenths: tenths / 10)
_amounts = st.integers(0, 999_999_999)
instants = st.datetimes(_FIRST, _LAST, timezones=st.just(UTC))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """A moment at any offset, at noon where the time is not given."""
    offset = timezone(timedelta(minutes=draw(st.integers(-14 * 60, 14 * 60))))
    at = draw(st.datetimes(_FIRST, _LAST)).replace(microsecond=0, tzinfo=offset)
    given = draw(st.booleans())
    return Moment(at if given else at.replace(hour=12, minute=0, second=0), time_given=given)


_ratings = st.tuples(words, st.none() | scores, st.none() | scores).map(lambda parts: Rating(*parts))
_side_effects = st.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: (remarks if kind == OTHER.key else st.none() | remarks).map(lambda said: SideEffect(kind, said))
)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session with no, one or several conditions, of which scores may be missing."""
    entered, edited = sorted(draw(st.tuples(instants, instants)))
    return Session(
        uid=draw(st.uuids()).hex,
        when=draw(moments()),
        entered=stamp(entered),
        edited=stamp(edited),
        ratings=tuple(draw(st.lists(_ratings, max_size=3, unique_by=lambda rating: folded(rating.condition)))),
        points=tuple(draw(st.lists(words, max_size=3))),
        technique=draw(st.none() | st.sampled_from(sorted(TECHNIQUES))),
        practitioner=draw(st.none() | words),
        side_effects=tuple(draw(st.lists(_side_effects, max_size=2))),
        cost=draw(st.none() | _amounts),
        covered=draw(st.none() | _amounts),
        currency=draw(st.none() | words),
        note=draw(st.none() | remarks),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading, with a remark or without."""
    entered, edited = sorted(draw(st.tuples(instants, instants)))
    return Reading(
        uid=draw(st.uuids()).hex,
        when=draw(moments()),
        entered=stamp(entered),
        edited=stamp(edited),
        condition=draw(words),
        score=draw(scores),
        note=draw(st.none() | remarks),
    )


# In the order in which the file is read: by (at, uid).
histories: st.SearchStrategy[list[AnyEntry]] = st.lists(
    sessions() | readings(), max_size=5, unique_by=lambda entry: entry.uid
).map(lambda entries: sorted(entries, key=lambda entry: (to_utc(entry.at), entry.uid)))

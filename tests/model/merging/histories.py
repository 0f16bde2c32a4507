"""Random histories of one session on several computers, without any file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from paintrack.model.changes.change_stamps import with_change_stamps, with_keys_of_retyped
from paintrack.model.changes.purged_rating_stamps import identities_gone, removed_identities, with_purged_ratings
from paintrack.model.changes.set_aside_value_removal import without_removed_ratings, without_set_aside
from paintrack.model.entries import Rating, Session, SideEffect
from paintrack.model.merging.merged_entry import merged_entry
from paintrack.model.values.moment import later_stamp, stamp
from tests.factories.entries import a_session, moment

CONDITIONS = ("lower back", "Lower  back", "neck", "hip")
_START = datetime(2026, 7, 7, tzinfo=UTC)
_scores = st.none() | st.sampled_from([0.0, 3.0, 6.5, 7.0])
_EFFECTS = (SideEffect("bruise_bleeding", "blue mark"), SideEffect("bruise_bleeding"), SideEffect("drowsy", "tired"))


class Change(NamedTuple):
    """A change on one of the computers: what is done there, by a clock that may be wrong."""

    computer: int
    what: str
    value: Any
    place: int
    hours: int


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "note": st.none() | st.sampled_from(["slept well", "slept badly"]),
    "cost": st.none() | st.integers(0, 2),
    "covered": st.none() | st.integers(0, 2),
    "points": st.sampled_from([(), ("LI4",), ("LI4", "ST36")]),
    "when": st.sampled_from([0, 1, "2026-07-06 12:00"]),
    "rate": st.tuples(st.sampled_from(CONDITIONS), _scores, _scores),
    "rename": st.sampled_from(CONDITIONS),
    "edit by version 1": st.permutations(CONDITIONS),
    "effects": st.lists(st.sampled_from(_EFFECTS), max_size=3).map(tuple),
}


_WORDS = (
    "note",
    "cost",
    "covered",
    "points",
    "when",
    "rate",
    "rename",
    "unrate",
    "purge",
    "effects",
    "edit by version 1",
    "delete",
    "undelete",
    "merge",
)
_CHANGES = {
    what: st.builds(
        Change, st.integers(0, 2), st.just(what), _VALUES.get(what, st.none()), st.integers(0, 2), st.integers(-3, 3)
    )
    for what in _WORDS
}
changes = st.lists(st.sampled_from(_WORDS).flatmap(_CHANGES.__getitem__), max_size=12)


def base(*, is_old: bool = False) -> Session:
    """The session that all have; `is_old`: it was edited by version 1, so it has no stamps."""
    ratings = [Rating("lower back", 7.0, 3.0), Rating("neck", 6.0, None)]
    session = a_session(ratings=ratings, side_effects=_EFFECTS[:1], uid="a" * 32, cost=1, currency="EUR")
    return replace(session, edited=stamp(_START)) if is_old else session


def computers_after(changes: Sequence[Change], start: Session) -> list[Session]:
    """What the three computers hold after the changes; `merge` takes in what another one holds by then."""
    computers, now = [start] * 3, _START
    for change in changes:
        now += timedelta(hours=change.hours, microseconds=1)
        here = computers[change.computer]
        if change.what == "merge":
            computers[change.computer] = merged(here, computers[change.place])
        else:
            edited = later_stamp(stamp(now), here.edited)
            computers[change.computer] = _changed(here, change, edited)
    return computers


def merged(here: Session, there: Session) -> Session:
    """The two as one."""
    entry = merged_entry(here, there).entry
    assert isinstance(entry, Session)
    return entry


def _changed(session: Session, change: Change, edited: str) -> Session:
    """The session after the change, as the commands save it; itself where the change does not fit."""
    rating = session.ratings[change.place % len(session.ratings)] if session.ratings else None
    new = session
    if change.what in ("delete", "undelete"):
        new = replace(session, deleted=edited if change.what == "delete" else None)
    elif session.deleted is not None:
        return session
    elif change.what == "rate":
        condition, before, after = change.value
        old = session.rating_of(condition)
        new = session.with_rating((old or Rating(condition))._replace(before=before, after=after))
    elif change.what == "rename" and rating and (other := session.rating_of(str(change.value))) in (None, rating):
        assert other is None or other is rating
        renamed = rating.renamed(str(change.value))
        new = session.with_ratings(renamed if each is rating else each for each in session.ratings)
    elif change.what == "unrate" and rating:
        new = session.with_ratings(each for each in session.ratings if each is not rating)
    elif change.what == "purge":
        return _without_purged(session, rating, edited)
    elif change.what == "when":
        new = replace(session, when=moment(change.value))
    elif change.what == "effects":
        new = replace(session, side_effects=change.value)
    elif change.what == "edit by version 1":
        if session.changed is not None:
            # Its files have no stamps.
            return session
        ratings = sorted(session.ratings, key=lambda each: change.value.index(each.condition))
        return replace(session.with_ratings(ratings), edited=edited, changed=None)
    elif change.what in ("note", "cost", "covered", "points"):
        new = replace(session, **{change.what: change.value})
    return with_change_stamps(replace(with_keys_of_retyped(new, session), edited=edited), session)


def _without_purged(session: Session, rating: Rating | None, edited: str) -> Session:
    """The session after a purge of the condition of its rating; without one, of all that was removed."""
    if rating is None:
        without, former = without_removed_ratings(session), removed_identities(session)
    else:
        rest = session.with_ratings(each for each in session.ratings if each is not rating)
        without, former = without_set_aside(rest, rating.condition), set[str]()
    gone = identities_gone(session, without, former)
    return with_purged_ratings(without, session, gone, [rating.condition] if rating else [], edited)

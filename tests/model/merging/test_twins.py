"""One visit that was typed on both computers."""

from dataclasses import replace
from typing import Any

import pytest

from paintrack.model.entries import Rating, Session
from paintrack.model.merging.merged_entry import merged_entry
from paintrack.model.merging.twins import SessionOrigins, Twins, join_twins, twins_among
from tests.factories.entries import a_session

EARLY, LATE, NOW = (f"2026-08-0{day}T00:00:00.000000Z" for day in (1, 2, 3))
A, B, C = ("a" * 32, "b" * 32, "c" * 32)


def typed(uid: str, at: str, **values: Any) -> Session:
    return a_session(5, 2, **{"uid": uid, "entered": at, "edited": at, **values})


def test_the_same_visit_of_both_files_is_found() -> None:
    one, other = typed(B, EARLY), typed(A, LATE)
    assert twins_among([one, other], SessionOrigins({B}, {A})) == [Twins(other, one)]


@pytest.mark.parametrize(
    ("stored", "incoming"),
    [({A, B}, set()), (set(), {A, B}), ({A, B}, {C}), ({A, B}, {A}), ({A, B}, {B}), ({A}, {A, B}), ({A, B}, {A, B})],
)
def test_two_that_one_file_has_are_twins_only_if_named(stored: set[str], incoming: set[str]) -> None:
    """They may have been typed there on purpose, unless a merge named them as they met."""
    sessions = [typed(A, EARLY), typed(B, LATE)]
    assert twins_among(sessions, SessionOrigins(stored, incoming, {(A, C), (C, B)})) == []
    for pair in ((A, B), (B, A)):
        origins = SessionOrigins(stored, incoming, {pair})
        assert twins_among(sessions, origins) == [Twins(*sessions)]
        is_first_here = A in stored if len(stored) == 1 else pair == (A, B)
        assert origins.is_from_here(*sessions) == is_first_here


def test_another_day_or_another_score_on_arrival_are_no_twins() -> None:
    other_day = typed(B, LATE, when=a_session(at=3).when)
    other_scores = replace(typed(B, LATE), ratings=(Rating("lower back", 6, 2),))
    unrated = replace(typed(B, LATE), ratings=(Rating("lower back", None, 4),))
    for other in (other_day, other_scores, unrated):
        assert twins_among([typed(A, EARLY), other], SessionOrigins({A}, {B})) == []


@pytest.mark.parametrize("after", [3, None])
def test_another_score_on_leaving_the_same_day_is_named(after: float | None) -> None:
    one, other = typed(A, EARLY), replace(typed(B, LATE), ratings=(Rating("lower back", 5, after),))
    (pair,) = twins_among([one, other], SessionOrigins({A}, {B}))
    joined, _ = join_twins(pair, NOW)
    assert isinstance(joined.entry, Session)
    assert joined.entry.ratings == (Rating("lower back", 5, 2 if after is None else after),)
    named = [(each.condition, each.name.rpartition("/")[2]) for each in joined.differences]
    assert named == ([] if after is None else [("lower back", "after")])


@pytest.mark.parametrize("incoming", [A, B, C])
def test_of_three_the_two_of_one_file_stay_two(incoming: str) -> None:
    sessions = [typed(uid, EARLY) for uid in (A, B, C)]
    own = {A, B, C} - {incoming}
    named = {(uid, incoming) for uid in own}
    for origins in (SessionOrigins(own, {incoming}), SessionOrigins({A, B, C}, {incoming}, named)):
        ((kept, other),) = twins_among(sessions, origins)
        assert incoming in (kept.uid, other.uid)


@pytest.mark.parametrize(("first", "second"), [(EARLY, LATE), (LATE, EARLY)])
def test_the_smaller_uid_stays_with_the_values_of_both(first: str, second: str) -> None:
    kept, other = typed(A, first, note="here"), typed(B, second, cost=8500, note="there")
    merged, gone = join_twins(Twins(kept, other), NOW)
    session = merged.entry
    assert isinstance(session, Session)
    assert (session.uid, session.cost) == (A, 8500)
    assert session.note == ("there" if second == LATE else "here")
    assert [each.name for each in merged.differences] == ["note"]
    assert (gone.uid, gone.deleted, gone.edited) == (B, NOW, NOW)
    # The other computer still has the one that is kept as it was typed.
    assert merged_entry(kept, session).entry == merged_entry(session, kept).entry == session


def test_the_deletion_of_the_other_is_later_than_its_last_change() -> None:
    _, gone = join_twins(Twins(typed(A, EARLY), replace(typed(B, EARLY), edited=NOW)), LATE)
    assert gone.deleted is not None
    assert gone.deleted > NOW

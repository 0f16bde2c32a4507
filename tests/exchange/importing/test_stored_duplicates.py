"""What a spreadsheet says again: the same time, condition and scores; twins stay two."""

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.exchange.importing.stored_duplicates import duplicate_uids
from paintrack.model.entries import AnyEntry, Rating, Session
from paintrack.model.values.moment import Moment
from tests.factories.entries import a_reading, a_session


def again(entry: AnyEntry) -> AnyEntry:
    return replace(entry, uid=uuid4().hex)


def day_only(session: Session) -> Session:
    return replace(session, when=Moment(session.at.replace(hour=12, minute=0), time_given=False))


def test_the_same_time_condition_and_scores_say_the_same() -> None:
    existing = a_session(7, 3, condition="Lower  Back", note="ours")
    incoming = a_session(7, 3, condition="lower back")
    assert duplicate_uids([incoming], [existing]) == {incoming.uid}


@pytest.mark.parametrize(
    "other",
    [
        a_session(7, 4),
        a_session(7, None),
        a_session(condition="neck"),
        a_session(at="2026-07-06 14:03"),
        a_session(at="2026-07-07 14:02"),
        a_reading(7, at="2026-07-06 14:02"),
    ],
)
def test_anything_else_is_new(other: AnyEntry) -> None:
    assert duplicate_uids([other], [a_session()]) == set()


def test_without_a_time_the_same_day_is_the_same_time() -> None:
    existing = a_session()
    incoming = day_only(a_session())
    assert duplicate_uids([incoming], [existing]) == {incoming.uid}
    assert duplicate_uids([existing], [incoming]) == {existing.uid}
    late = a_session(at="2026-07-06 20:00")
    assert duplicate_uids([late], [existing]) == set()


def test_each_of_ours_answers_for_one_of_theirs() -> None:
    existing = a_session()
    incoming = [again(existing), again(existing), again(existing)]
    assert len(duplicate_uids(incoming, [existing])) == 1
    assert len(duplicate_uids(incoming, [existing, again(existing)])) == 2


def test_a_row_without_a_time_leaves_an_exact_twin() -> None:
    existing = a_session()
    vague, exact = day_only(a_session()), a_session()
    assert duplicate_uids([vague, exact], [existing]) == {exact.uid}


def test_one_condition_of_several_is_found() -> None:
    existing = a_session(ratings=(Rating("neck", 6, 4), Rating("back", 7, 3)))
    incoming = [a_session(6, 4, condition="neck"), a_session(7, 3, condition="back")]
    assert len(duplicate_uids(incoming, [existing])) == 2


def test_visits_without_scores_are_compared_by_their_time() -> None:
    visit = a_session(ratings=())
    assert duplicate_uids([visit], [again(visit)]) == {visit.uid}
    assert duplicate_uids([visit], [a_session()]) == set()


def built(before: float | None, hour: int, vague: bool) -> Session:
    session = a_session(before, at=f"2026-07-06 {hour:02}:00")
    return day_only(session) if vague else session


_some = st.lists(
    st.builds(built, st.sampled_from([7, 8, None]), st.integers(9, 10), st.booleans()),
    max_size=6,
)


@given(_some)
def test_what_was_taken_in_once_is_never_taken_in_again(rows: list[Session]) -> None:
    assert duplicate_uids([again(row) for row in rows], []) == set()
    assert len(duplicate_uids([again(row) for row in rows], rows)) == len(rows)


@given(_some, _some)
def test_the_second_import_has_nothing_new(existing: list[Session], rows: list[Session]) -> None:
    first = duplicate_uids(rows, existing)
    after = [*existing, *(row for row in rows if row.uid not in first)]
    assert len(duplicate_uids([again(row) for row in rows], after)) == len(rows)

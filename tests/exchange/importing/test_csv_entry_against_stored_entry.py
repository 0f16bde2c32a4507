"""Which of two entries is kept when one arrives from a file."""

from dataclasses import replace

import pytest

from paintrack.exchange.importing.csv_entry_against_stored_entry import merge_row_entry, outcome_of
from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.importing.import_types import Outcome
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.typed.typed_text import digest
from tests.factories.entries import STAMP, a_reading, a_session, moment

SESSION = a_session()
EARLIER, LATER = "2026-07-01T12:00:00.000000Z", "2026-08-01T12:00:00.000000Z"


@pytest.mark.parametrize(
    ("incoming", "existing", "expected"),
    [
        (SESSION, None, Outcome.NEW),
        (SESSION, SESSION, Outcome.SAME),
        (replace(SESSION, edited=LATER), SESSION, Outcome.SAME),
        (replace(SESSION, note="new", edited=LATER), SESSION, Outcome.NEWER),
        (replace(SESSION, note="old", edited=EARLIER), SESSION, Outcome.OLDER),
        (replace(SESSION, note="other"), SESSION, Outcome.CONFLICT),
        (replace(a_reading(), uid=SESSION.uid, edited=LATER), SESSION, Outcome.CONFLICT),
        (SESSION, replace(SESSION, deleted=LATER, edited=LATER), Outcome.DELETED),
        (replace(SESSION, edited=LATER), replace(SESSION, deleted=LATER, edited=LATER), Outcome.DELETED),
        (replace(SESSION, edited=LATER), replace(SESSION, deleted=STAMP), Outcome.NEW),
    ],
)
def test_the_later_edit_wins(incoming: AnyEntry, existing: AnyEntry | None, expected: Outcome) -> None:
    assert outcome_of(incoming, existing) is expected


def test_only_what_is_new_or_newer_changes_something() -> None:
    assert {outcome for outcome in Outcome if outcome.is_change} == {
        Outcome.NEW,
        Outcome.NEWER,
        Outcome.REMOVED,
        Outcome.MERGED,
        Outcome.NOTED,
    }


def session(*ratings: Rating, effects: tuple[SideEffect, ...] = (), at: str = "2026-07-06 14:02") -> Session:
    return replace(SESSION, ratings=ratings, side_effects=effects, when=moment(at))


def test_what_rows_cannot_say_stays_where_the_value_stays() -> None:
    existing = session(
        Rating(condition="neck", before=7, after=3, before_at=EARLIER, after_at=STAMP, after_entered=STAMP),
        Rating(condition="ankle", before=2, before_at=EARLIER),
        effects=(SideEffect(kind="drowsy", noticed="2026-07-07T08:00:00+02:00"), SideEffect(kind="other", words="x")),
    )
    incoming = session(
        Rating(condition="ankle", before=2),
        Rating(condition="Neck", before=7, after=4),
        Rating(condition="back", before=1),
        effects=(SideEffect(kind="other", words="y"), SideEffect(kind="drowsy")),
    )
    expected = session(
        Rating(condition="Neck", before=7, after=4, before_at=EARLIER),
        Rating(condition="ankle", before=2, before_at=EARLIER),
        Rating(condition="back", before=1),
        effects=(SideEffect(kind="other", words="y"), SideEffect(kind="drowsy", noticed="2026-07-07T08:00:00+02:00")),
    )
    assert to_record(merge_row_entry(incoming, existing)) == to_record(expected)


def test_the_scores_lose_their_own_times_when_the_session_moved() -> None:
    existing = session(Rating(condition="neck", before=7, before_at=EARLIER))
    incoming = session(Rating(condition="neck", before=7), at="2026-07-05 10:00")
    assert to_record(merge_row_entry(incoming, existing)) == to_record(incoming)


def test_a_reading_and_a_new_session_are_complete() -> None:
    reading = a_reading()
    assert merge_row_entry(reading, reading) is reading
    assert merge_row_entry(SESSION, None) is SESSION


def test_a_whole_session_completes_one_of_a_single_condition() -> None:
    """Also where it says what rows cannot: when each score was given."""
    neck, back = Rating("neck", 7, 3, EARLIER, STAMP), Rating("back", 5, 4)
    from_rows = session(Rating("neck", 7, 3))
    assert outcome_of(session(neck, back), from_rows) is Outcome.NEWER
    assert outcome_of(session(Rating("neck", 7, 4), back), from_rows) is Outcome.CONFLICT


def test_a_rating_keeps_its_key_also_when_the_session_moves() -> None:
    existing = session(Rating("hip", 7, 3, key=digest("lower back")))
    moved = session(Rating("hip", 7, 3), at="2026-07-07 14:02")
    merged = merge_row_entry(moved, existing)
    assert isinstance(merged, Session)
    assert merged.ratings == (Rating("hip", 7, 3, key=digest("lower back")),)


def test_a_first_name_that_comes_back_gets_a_key_of_its_own() -> None:
    renamed = session(Rating("lower back", 7, 3).renamed("hip"))
    back_again = merge_row_entry(session(Rating("lower back", 7, 3)), renamed)
    assert isinstance(back_again, Session)
    assert len({each.identity for each in back_again.ratings}) == 2

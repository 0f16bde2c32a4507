"""Correcting an entry: only what is given changes, and what an entry does not have is refused."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from paintrack.errors import UsageError
from paintrack.model.changes.correction import CLEARABLE, Cleared, Correction, apply_correction, parse_clear
from paintrack.model.changes.correction_errors import (
    AlreadyRatedError,
    AmbiguousRatingError,
    NotClearableError,
    NotRatedError,
    ReadingHasOneScoreError,
    SessionHasTwoScoresError,
    UnknownFieldError,
)
from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.typed.typed_text import digest
from paintrack.views.confirmations.edit_confirmation import correction_in_words, dropped_time_remarks
from tests.factories.entries import a_reading, a_session, moment
from tests.strategies import scored_entries

TYPED = "2026-07-08T09:00:00.000000Z"
ONE = a_session(7, 3, note="slept well", number=12, cost=8500, points=("LI4",), practitioner="Dr Li")
TWO = ONE.with_rating(Rating(condition="neck", before=6, after=4))
READING = a_reading(4, number=5, note="in the morning")


def edited(entry: AnyEntry, correction: Correction) -> tuple[Session, list[str]]:
    result = apply_correction(entry, correction, TYPED)
    assert isinstance(result, Session)
    return result, correction_in_words(entry, result, correction)


@given(scored_entries)
def test_nothing_given_changes_nothing(entry: AnyEntry) -> None:
    assert apply_correction(entry, Correction(), TYPED) == entry
    assert correction_in_words(entry, entry, Correction()) == []


def test_one_score_changes_and_the_rest_stays() -> None:
    result, changes = edited(ONE, Correction(after=4))
    assert result == replace(ONE, ratings=(ONE.ratings[0]._replace(after=4, after_entered=TYPED),))
    assert changes == ["lower back 7 -> 4 (3 lower)"]


def test_nought_is_a_correction() -> None:
    result, _ = edited(ONE, Correction(before=0, after=0))
    assert (result.ratings[0].before, result.ratings[0].after) == (0, 0)


def test_with_two_ratings_the_condition_is_asked_for() -> None:
    with pytest.raises(AmbiguousRatingError) as refused:
        apply_correction(TWO, Correction(after=4), TYPED)
    assert vars(refused.value) == {"session": "12", "conditions": ("lower back", "neck"), "typed": ()}


def test_the_condition_selects_the_rating_in_any_spelling() -> None:
    result, changes = edited(TWO, Correction(condition="NECK", after=5))
    assert [each.after for each in result.ratings] == [3, 5]
    assert changes == ["neck 6 -> 5 (1 lower)"]


def test_a_new_condition_is_added() -> None:
    result, changes = edited(ONE, Correction(condition="knee", before=2))
    assert result.ratings[0] == ONE.ratings[0]
    assert (result.ratings[1].condition, result.ratings[1].before, result.ratings[1].after) == ("knee", 2, None)
    assert changes == ["knee added: 2 before"]


def test_an_unrated_condition_is_not_renamed_or_cleared() -> None:
    for correction in (Correction(condition="knee", new_name="hip"), Correction(condition="knee", clear=("after",))):
        with pytest.raises(NotRatedError) as refused:
            apply_correction(ONE, correction, TYPED)
        assert vars(refused.value) == {"session": "12", "condition": "knee"}


def test_a_rename_is_for_this_session_and_keeps_the_scores() -> None:
    result, changes = edited(ONE, Correction(new_name="sacrum"))
    assert result.ratings == (ONE.ratings[0]._replace(condition="sacrum", key=digest("lower back")),)
    assert changes == ["lower back is now sacrum"]


def test_a_rename_to_another_spelling_of_itself_is_allowed() -> None:
    assert edited(ONE, Correction(new_name="Lower Back"))[0].ratings[0].condition == "Lower Back"


def test_a_rename_to_a_condition_that_is_there_is_refused() -> None:
    with pytest.raises(AlreadyRatedError) as refused:
        apply_correction(TWO, Correction(condition="lower back", new_name="Neck"), TYPED)
    assert vars(refused.value) == {"session": "12", "condition": "neck"}


@pytest.mark.parametrize(
    ("field", "emptied"),
    [
        ("note", {"note": None}),
        ("points", {"points": ()}),
        ("with", {"practitioner": None}),
        ("cost", {"cost": None}),
        ("side-effects", {"side_effects": ()}),
        ("technique", {"technique": None}),
        ("covered", {"covered": None}),
    ],
)
def test_a_field_is_emptied_and_nothing_else(field: str, emptied: dict[str, Any]) -> None:
    full = replace(ONE, technique="manual", covered=6000, side_effects=(SideEffect(kind="bruise_bleeding"),))
    result, changes = edited(full, Correction(clear=(field,)))
    assert result == replace(full, **emptied)
    assert len(changes) == 1
    assert changes[0].endswith(" emptied")


def test_a_score_is_emptied_with_its_time() -> None:
    timed = ONE.with_rating(ONE.ratings[0]._replace(after_at="2026-07-06T13:00:00Z", after_entered=TYPED))
    result, changes = edited(timed, Correction(clear=("after",)))
    assert result.ratings == (Rating(condition="lower back", before=7),)
    assert changes == ["lower back 7 before"]


def test_a_rating_without_any_score_goes() -> None:
    result, _ = edited(TWO, Correction(condition="neck", clear=("before", "after")))
    assert result.ratings == ONE.ratings


# The session is of 6 Jul 14:02, its scores of 14:00 and 15:00.
@pytest.mark.parametrize(
    ("at", "before_at", "after_at"),
    [
        ("2026-07-06 14:12", "07-06T12:00", "07-06T13:00"),
        ("2026-07-06 15:00", "07-06T12:00", None),
        ("2026-07-06 15:10", "07-06T12:00", None),
        ("2026-07-06 09:10", None, "07-06T13:00"),
        ("2026-07-06", "07-06T12:00", "07-06T13:00"),
        ("2026-07-01 10:00", "07-01T07:58", "07-01T08:58"),
        ("2026-07-01", "07-01T12:00", "07-01T13:00"),
        # An hour before the present, so that the score on leaving would be still to come.
        ("2026-07-07 14:30", "07-07T12:28", None),
    ],
)
def test_the_times_of_scores_stay_or_move_with_their_session(
    at: str, before_at: str | None, after_at: str | None
) -> None:
    timed = ONE.with_rating(ONE.ratings[0]._replace(before_at="2026-07-06T12:00:00Z", after_at="2026-07-06T13:00:00Z"))
    when = moment(at) if " " in at else moment(f"{at} 12:00")._replace(time_given=False)
    correction = Correction(when=when)
    result = apply_correction(timed, correction, "2026-07-07T13:00:00.000000Z")
    assert isinstance(result, Session)
    expected = [None if each is None else f"2026-{each}:00Z" for each in (before_at, after_at)]
    assert [result.ratings[0].before_at, result.ratings[0].after_at] == expected
    remarks = " ".join(dropped_time_remarks(timed, result, correction))
    assert ("lower back before, Mon 6 Jul 2026 14:00, is dropped" in remarks) == (before_at is None)
    # A score at the session's own time needs none of its own.
    is_lost = after_at is None and at != "2026-07-06 15:00"
    assert ("lower back after, Mon 6 Jul 2026 15:00, is dropped" in remarks) == is_lost


def test_the_time_of_a_score_of_another_day_stays() -> None:
    late = ONE.with_rating(ONE.ratings[0]._replace(after_at="2026-07-08T06:00:00Z"))
    for at, expected in (("2026-07-01 10:00", "2026-07-08T06:00:00Z"), ("2026-07-09 10:00", None)):
        assert edited(late, Correction(when=moment(at)))[0].ratings[0].after_at == expected


def test_a_reading_is_corrected_in_its_score_time_and_name() -> None:
    when = moment("2026-07-01 10:00")
    correction = Correction(score=0, when=when, new_name="neck", clear=("note",))
    result = apply_correction(READING, correction, TYPED)
    changes = correction_in_words(READING, result, correction)
    assert result == replace(READING, score=0, when=when, condition="neck", note=None)
    assert changes == ["its time is Wed 1 Jul 2026 10:00", "lower back is now neck", "neck 0", "note emptied"]


def test_a_reading_has_no_scores_of_a_session() -> None:
    for correction in (Correction(before=0), Correction(after=3)):
        with pytest.raises(ReadingHasOneScoreError) as refused:
            apply_correction(READING, correction, TYPED)
        assert refused.value.label == "r5"
    with pytest.raises(NotClearableError) as not_clearable:
        apply_correction(READING, Correction(clear=("note", "cost")), TYPED)
    assert not_clearable.value.field == "cost"


def test_a_session_has_no_score_of_a_reading() -> None:
    with pytest.raises(SessionHasTwoScoresError) as refused:
        apply_correction(ONE, Correction(score=0), TYPED)
    assert refused.value.label == "12"


def test_a_visit_without_scores_needs_the_condition() -> None:
    with pytest.raises(AmbiguousRatingError) as refused:
        apply_correction(replace(ONE, ratings=()), Correction(before=7), TYPED)
    assert vars(refused.value) == {"session": "12", "conditions": (), "typed": ()}


def test_fields_to_clear_have_everyday_spellings() -> None:
    cleared = parse_clear(["Note", "side effect", "side_effects", "practitioner", "point"])
    assert cleared == Cleared(("note", "side-effects", "side-effects", "with", "points"), (), ())
    bruise, drowsy = SideEffect(kind="bruise_bleeding", words="swollen bruise"), SideEffect(kind="drowsy")
    cleared = parse_clear(["Side_Effect=swollen bruise", "side-effects=drowsy", "Outcome", "outcome=drowsy"])
    assert cleared == Cleared((), (bruise, drowsy), (None, drowsy))


def test_an_unknown_field_to_clear_is_refused_with_the_list() -> None:
    with pytest.raises(UsageError) as refused:
        parse_clear(["number"])
    assert vars(refused.value) == {"word": "number", "fields": CLEARABLE}
    with pytest.raises(UnknownFieldError):
        parse_clear(["cost=60"])


def test_no_correction_touches_identity_or_history() -> None:
    for correction in (Correction(after=1), Correction(new_name="x"), Correction(when=moment("2026-01-01 10:00"))):
        result = apply_correction(ONE, correction, TYPED)
        assert (result.uid, result.number, result.entered, result.deleted) == (ONE.uid, 12, ONE.entered, None)

"""A new name: everywhere where the old one was, nowhere else, and a rating stays the same one."""

from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.changes.change_stamps import stamped_values
from paintrack.model.changes.renaming import rates_both, with_name
from paintrack.model.entries import Rating
from paintrack.model.name_kind import NameKind
from tests.factories.entries import a_note, a_plan, a_reading, a_session, a_zero_month

SHARED = a_session(ratings=(Rating("Lower  Back", 7, 3), Rating("neck", 5, 4)), practitioner="Dr Li")


def test_every_kind_that_names_a_condition() -> None:
    for entry in (a_reading(), a_plan(), a_zero_month("2026-06", condition="LOWER back")):
        assert with_name(entry, NameKind.CONDITION, "lower back", "spine").condition == "spine"
    assert with_name(a_note(), NameKind.CONDITION, "lower back", "spine").text == "new mattress"
    renamed = with_name(SHARED, NameKind.CONDITION, "lower back", "spine")
    assert [each.condition for each in renamed.ratings] == ["spine", "neck"]
    assert renamed.practitioner == "Dr Li"


def test_a_rename_changes_the_name_of_a_rating_only() -> None:
    renamed = with_name(SHARED, NameKind.CONDITION, "lower back", "spine")
    assert [each.identity for each in renamed.ratings] == [each.identity for each in SHARED.ratings]
    before, after = stamped_values(SHARED), stamped_values(renamed)
    differing = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert differing == {f"rating/{SHARED.ratings[0].identity}"}


@given(st.lists(st.sampled_from(["spine", "back", "lower back"]), min_size=1, max_size=6))
def test_there_and_back_is_the_same_rating(names: list[str]) -> None:
    session = SHARED
    for name in names:
        session = with_name(session, NameKind.CONDITION, session.ratings[0].condition, name)
    back = with_name(session, NameKind.CONDITION, session.ratings[0].condition, "Lower  Back")
    assert back == SHARED


def test_a_practitioner() -> None:
    renamed = with_name(SHARED, NameKind.PRACTITIONER, "dr  li", "Dr Lin")
    assert renamed.practitioner == "Dr Lin"
    assert renamed.ratings == SHARED.ratings
    assert with_name(SHARED, NameKind.PRACTITIONER, "Dr Leo", "Dr Lin") == SHARED
    assert with_name(a_reading(), NameKind.PRACTITIONER, "Dr Li", "Dr Lin").condition == "lower back"


def test_a_session_that_rates_both() -> None:
    assert rates_both(SHARED, "lower back", "NECK")
    assert not rates_both(SHARED, "lower back", "knee")
    assert not rates_both(a_reading(), "lower back", "lower back")

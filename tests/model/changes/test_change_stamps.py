"""When each value of an entry was changed: what two computers' files are joined by."""

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from hypothesis import given

from paintrack.model.changes.change_stamps import change_stamp, stamped_values, with_change_stamps
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.typed.typed_text import digest
from tests.factories.entries import STAMP, a_peg, a_reading, a_session
from tests.strategies import all_entries

LATER, LATEST = "2026-08-01T00:00:00.000000Z", "2026-09-01T00:00:00.000000Z"
BACK, NECK = Rating("lower back", 7, 3), Rating("neck", 6, 3)
BRUISE = SideEffect("bruise_bleeding", "blue mark")
OF_BACK, OF_BRUISE = f"rating/{BACK.identity}", f"side_effect/{digest('bruise_bleeding/blue mark')}"
SESSION = a_session(ratings=[BACK, NECK], side_effects=(BRUISE,), cost=8500, note="slept well")


def stamps_of(former: AnyEntry, at: str = LATER, **values: Any) -> dict[str, str]:
    return dict(with_change_stamps(replace(former, edited=at, **values), former).changed or {})


@pytest.mark.parametrize(
    ("values", "names"),
    [
        ({}, []),
        ({"note": "slept badly"}, ["note"]),
        ({"note": None}, ["note"]),
        ({"covered": 6000}, ["money"]),
        ({"currency": "EUR", "cost": None}, ["money"]),
        ({"points": ("LI4",)}, ["points"]),
        ({"deleted": LATER}, ["deleted"]),
        ({"ratings": (BACK._replace(after=4.0), NECK)}, [f"{OF_BACK}/after"]),
        ({"ratings": (BACK._replace(after_at="2026-07-06T13:10:00Z"), NECK)}, [f"{OF_BACK}/after"]),
        ({"ratings": (NECK, BACK)}, []),
        ({"ratings": (NECK,)}, [OF_BACK, f"{OF_BACK}/after", f"{OF_BACK}/before", f"{OF_BACK}/removed"]),
        ({"ratings": (BACK.renamed("hip"), NECK)}, [OF_BACK]),
        ({"side_effects": ()}, [OF_BRUISE]),
        ({"side_effects": (BRUISE, SideEffect("drowsy"))}, [f"side_effect/{digest('drowsy/')}"]),
        ({"when": SESSION.when._replace(time_given=False)}, ["when"]),
        ({"when": SESSION.when._replace(at=SESSION.when.at.astimezone(UTC))}, ["when"]),
    ],
)
def test_each_value_that_differs_has_a_stamp(values: dict[str, Any], names: list[str]) -> None:
    # Where nothing differs all of it still counts as typed then, not as changed now.
    assert stamps_of(SESSION, **values) == (dict.fromkeys(names, LATER) or {"rest": STAMP})


def test_the_scores_of_a_peg_have_one_stamp() -> None:
    assert stamps_of(a_peg(6, 7, 5), pain=5.0) == {"scores": LATER}


def test_stamps_stay_and_the_newer_one_wins() -> None:
    edited_session = with_change_stamps(replace(SESSION, edited=LATER, note="a", cost=1), SESSION)
    twice = with_change_stamps(replace(edited_session, edited=LATEST, note="b"), edited_session)
    assert twice.changed == {"note": LATEST, "money": LATER}


def test_what_was_edited_without_stamps_was_changed_wholly_then() -> None:
    """Entries of version 1, and those that a CSV file replaced."""
    old = replace(SESSION, edited=LATER)
    assert change_stamp(old, "note") == LATER
    new = with_change_stamps(replace(old, edited=LATEST, note=None), old)
    assert new.changed == {"rest": LATER, "note": LATEST}
    assert (change_stamp(new, "note"), change_stamp(new, "money")) == (LATEST, LATER)


def test_what_was_never_changed_has_the_stamp_of_its_typing() -> None:
    assert change_stamp(SESSION, "note") == STAMP
    assert change_stamp(with_change_stamps(replace(SESSION, edited=LATER, note=None), SESSION), "money") == STAMP


def test_a_change_of_nothing_leaves_no_stamp_to_a_later_one() -> None:
    """An import of the file's own export would write the entry anew without it."""
    same = with_change_stamps(replace(SESSION, edited=LATER), SESSION)
    assert with_change_stamps(replace(same, edited=LATEST, note="b"), same).changed == {"note": LATEST}


@given(all_entries)
def test_every_value_but_identity_and_typing_has_a_stamp(entry: AnyEntry) -> None:
    changed = with_change_stamps(replace(entry, edited=LATER), entry)
    assert stamped_values(changed) == stamped_values(entry)
    names = {*stamped_values(entry)}
    if isinstance(entry, Session):
        assert sum(name.startswith("side_effect/") for name in names) <= len(entry.side_effects)
    if isinstance(entry, Reading):
        assert {"score", "condition", "when"} <= names


def test_a_name_that_a_renamed_rating_had_gets_a_key_of_its_own() -> None:
    renamed = a_session(ratings=[BACK.renamed("hip")])
    again = renamed.with_rating(Rating("Lower Back", 5, 4))
    assert [each.identity for each in again.ratings] == [BACK.identity, digest(f"{BACK.identity}#2")]
    assert BACK.renamed("hip").renamed("Lower  back").key is None


def test_a_reading_keeps_its_number() -> None:
    former = replace(a_reading(4), number=7)
    assert with_change_stamps(replace(former, number=0, score=5.0, edited=LATER), former).number == 7


def test_what_was_deleted_or_renamed_is_in_no_name() -> None:
    former = a_session(ratings=[Rating("depression", 7, 3)], side_effects=(SideEffect("other", "threw up blood"),))
    renamed = replace(former, ratings=(former.ratings[0].renamed("mood"),), side_effects=())
    changed = with_change_stamps(replace(renamed, edited=LATER), former)
    assert changed.changed
    assert "depression" not in repr(changed)
    assert "blood" not in repr(changed)


def test_of_two_equal_side_effects_one_that_goes_has_a_stamp() -> None:
    twice = replace(SESSION, side_effects=(BRUISE, BRUISE))
    assert stamps_of(twice, side_effects=(BRUISE,)) == {OF_BRUISE: LATER}


def test_what_was_set_aside_goes_when_it_is_there_again() -> None:
    aside = {f"{OF_BACK}/after": {"after": 4.0}, f"rating/{NECK.identity}": "neck"}
    former = a_session(ratings=(), set_aside=aside)
    again = with_change_stamps(replace(former, ratings=(BACK._replace(after=None),), edited=LATER), former)
    assert isinstance(again, Session)
    assert again.set_aside == {f"rating/{NECK.identity}": "neck"}
    assert change_stamp(again, f"{OF_BACK}/after") == LATER

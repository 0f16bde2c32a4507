"""One entry changed on two computers: which value is kept, and what is named."""

from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest

from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.importing.import_types import Outcome
from paintrack.model.merging.merged_entry import Difference, MergedEntry, merged_entry, with_loss_by, without_superseded
from paintrack.model.merging.planned_entry import plan_entry
from paintrack.model.merging.values_lost_by_deletion import Loss, LostValue
from paintrack.model.other_entries import Peg
from paintrack.model.values.moment import Moment
from tests.factories.entries import a_note, a_peg, a_plan, a_session, changed, moment

EARLY, LATE, LATEST = (f"2026-08-0{day}T00:00:00.000000Z" for day in (1, 2, 3))
BACK, NECK = Rating("lower back", 7, 3), Rating("neck", 6, 3)
CHEST = SideEffect("other", "chest pain")
BRUISE = SideEffect("bruise_bleeding", "blue mark")
SESSION = a_session(ratings=[BACK, NECK], cost=8500, currency="EUR")


def both_ways(here: AnyEntry, there: AnyEntry) -> MergedEntry:
    """The merge, which gives the same on either side."""
    result, mirrored = merged_entry(here, there), merged_entry(there, here)
    assert result.entry == mirrored.entry
    return result


def session_of(here: AnyEntry, there: AnyEntry) -> Session:
    entry = both_ways(here, there).entry
    assert isinstance(entry, Session)
    return entry


def test_a_note_here_and_a_cost_there_are_both_kept() -> None:
    result = both_ways(changed(SESSION, EARLY, note="slept well"), changed(SESSION, LATE, cost=9000))
    assert isinstance(result.entry, Session)
    assert (result.entry.note, result.entry.cost, result.entry.edited) == ("slept well", 9000, LATE)
    assert result.differences == ()


def test_the_later_change_wins_and_both_values_are_named() -> None:
    here, there = changed(SESSION, LATE, note="slept well"), changed(SESSION, EARLY, note="slept badly")
    result = both_ways(here, there)
    assert isinstance(result.entry, Session)
    assert result.entry.note == "slept well"
    assert result.differences == (Difference("note", "slept well", "slept badly", is_here_kept=True),)


def test_no_later_edit_puts_back_a_removed_rating() -> None:
    """Whatever was edited elsewhere: its name, a score or both, in either order or at once."""
    renamed, scored = NECK.renamed("shoulder"), NECK._replace(before=9.0, after=1.0)
    for first, then in [(renamed, renamed), (scored, scored), (renamed, scored.renamed("shoulder")), (scored, NECK)]:
        there = changed(changed(SESSION, LATE, ratings=(BACK, first)), LATEST, ratings=(BACK, then))
        assert session_of(changed(SESSION, EARLY, ratings=(BACK,)), there).ratings == (BACK,)


def test_a_removed_rating_that_is_typed_anew_is_there() -> None:
    removed = changed(SESSION, EARLY, ratings=(BACK,))
    elsewhere = changed(SESSION, EARLY, ratings=(BACK, NECK._replace(before=9.0)))
    typed = changed(removed, LATE, ratings=(BACK, Rating("neck", 2, 1)))
    assert session_of(session_of(removed, elsewhere), typed).rating_of("neck") == Rating("neck", 2, 1)
    back = changed(removed, LATE, ratings=SESSION.ratings)
    assert session_of(session_of(removed, elsewhere), back).ratings == SESSION.ratings
    # Undone, and done again after that.
    assert session_of(back, changed(back, LATEST, ratings=(BACK,))).ratings == (BACK,)


def test_a_removal_of_an_older_file_stands_against_a_rename() -> None:
    """Before the removal of a rating had a stamp, that of each score stood for it."""
    removed = changed(SESSION, EARLY, ratings=(BACK,))
    stamps = {name: stamp for name, stamp in (removed.changed or {}).items() if not name.endswith("/removed")}
    renamed = changed(SESSION, LATE, ratings=(BACK, NECK.renamed("shoulder")))
    assert session_of(replace(removed, changed=stamps), renamed).ratings == (BACK,)


def test_one_currency_written_in_two_ways_is_no_difference() -> None:
    here, there = changed(SESSION, LATE, cost=9000), changed(SESSION, EARLY, cost=9000, currency="€")
    result = both_ways(here, there)
    assert isinstance(result.entry, Session)
    assert (result.entry.currency, result.differences) == ("EUR", ())
    (other_cost,) = both_ways(here, changed(there, EARLY, cost=9100)).differences
    assert other_cost.name == "money"


def test_on_a_tie_the_greater_value_wins() -> None:
    assert session_of(changed(SESSION, LATE, note="b"), changed(SESSION, LATE, note="a")).note == "b"
    # What is there is greater than what is missing.
    gone = changed(changed(SESSION, EARLY, note="a"), LATE, note=None)
    assert session_of(gone, changed(SESSION, LATE, note="a")).note == "a"


def test_a_value_that_was_taken_away_later_stays_away() -> None:
    former = a_session(note="slept well")
    result = both_ways(changed(former, LATE, note=None), changed(former, EARLY, note="slept badly"))
    assert isinstance(result.entry, Session)
    assert result.entry.note is None
    assert result.differences == (Difference("note", None, "slept badly", is_here_kept=True),)


def test_a_time_and_its_offset_are_one_value() -> None:
    early, late = moment("2026-07-05 10:00"), Moment.from_iso("2026-07-06T11:00:00+09:00")
    assert session_of(changed(SESSION, EARLY, when=early), changed(SESSION, LATE, when=late)).when.iso() == late.iso()


def test_an_amount_never_meets_the_currency_of_the_other_side() -> None:
    francs = changed(SESSION, EARLY, cost=9000, covered=100, currency="CHF")
    result = session_of(francs, changed(SESSION, LATE, cost=8000))
    assert (result.cost, result.covered, result.currency) == (8000, None, "EUR")


def test_the_three_scores_of_a_peg_are_one_value() -> None:
    peg = a_peg(6, 7, 5)
    entry = both_ways(changed(peg, EARLY, pain=1.0), changed(peg, LATE, activity=2.0)).entry
    assert isinstance(entry, Peg)
    assert (entry.pain, entry.enjoyment, entry.activity) == (6, 7, 2)


def test_scores_are_joined_by_condition_and_score() -> None:
    here = changed(SESSION, EARLY, ratings=(BACK._replace(before=8.0), NECK))
    there = changed(SESSION, LATE, ratings=(BACK._replace(after=1.0), NECK._replace(before=5.0)))
    assert session_of(here, there).ratings == (Rating("lower back", 8, 1), NECK._replace(before=5.0))


def test_a_score_keeps_its_own_times() -> None:
    given = BACK._replace(after=2.0, after_at="2026-07-06T13:10:00Z")
    here = changed(SESSION, EARLY, ratings=(BACK._replace(after=1.0), NECK))
    result = session_of(here, changed(SESSION, LATE, ratings=(given, NECK)))
    assert result.rating_of("lower back") == given


def test_a_chest_pain_is_not_lost_to_a_bruise() -> None:
    here, there = changed(SESSION, EARLY, side_effects=(CHEST,)), changed(SESSION, LATE, side_effects=(BRUISE,))
    result = session_of(here, there)
    assert {*result.side_effects} == {CHEST, BRUISE}
    without = changed(result, LATEST, side_effects=(CHEST,))
    assert session_of(without, there).side_effects == (CHEST,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CHEST, SideEffect("other", "blue mark")),
        (CHEST, SideEffect("fainting", "chest pain")),
        (SideEffect("fainting"), SideEffect("drowsy")),
        (SideEffect("fainting"), SideEffect("fainting", "twice")),
    ],
)
def test_side_effects_differ_by_kind_and_words(one: SideEffect, other: SideEffect) -> None:
    here, there = changed(SESSION, EARLY, side_effects=(one,)), changed(SESSION, LATE, side_effects=(other,))
    assert {*session_of(here, there).side_effects} == {one, other}
    # Taken away on one side: the other one stays.
    taken_away = changed(changed(SESSION, EARLY, side_effects=(one, other)), LATEST, side_effects=(other,))
    assert session_of(taken_away, here).side_effects == (other,)


def test_a_rename_changes_the_name_only() -> None:
    renamed = changed(SESSION, LATE, ratings=(BACK.renamed("hip"), NECK))
    rated = changed(SESSION, EARLY, ratings=(BACK._replace(after=1.0), NECK))
    result = session_of(renamed, rated)
    hip = result.rating_of("hip")
    assert hip is not None
    assert (hip.before, hip.after, hip.identity, len(result.ratings)) == (7, 1, BACK.identity, 2)
    again = session_of(result, changed(rated, LATEST, ratings=(BACK._replace(after=0.0), NECK)))
    assert again.rating_of("hip") == hip._replace(after=0)


def test_of_equal_names_the_later_score_is_kept() -> None:
    one = a_session(ratings=[BACK], uid=SESSION.uid)
    renamed = changed(one, EARLY, ratings=(BACK.renamed("neck"),))
    added = changed(one, LATE, ratings=(BACK, Rating("Neck", 5, 4)))
    result = both_ways(renamed, added)
    assert isinstance(result.entry, Session)
    assert [(each.condition, each.before, each.after) for each in result.entry.ratings] == [("Neck", 5, 4)]
    (namesakes,) = result.namesakes
    assert (namesakes.kept.before, namesakes.set_aside.before) == (5, 7)


def test_a_later_name_makes_no_later_score() -> None:
    hip = Rating("hip", 2, 1)
    here = changed(SESSION, LATEST, ratings=(BACK, NECK.renamed("hip")))
    there = changed(SESSION, LATE, ratings=(BACK, NECK, hip))
    assert session_of(here, there).rating_of("hip") == hip


def test_what_was_set_aside_is_there_again_when_the_names_differ() -> None:
    one = a_session(ratings=[BACK], uid=SESSION.uid)
    renamed = changed(one, EARLY, ratings=(BACK.renamed("neck"),))
    both = session_of(renamed, changed(one, LATE, ratings=(BACK, Rating("neck", 5, 4))))
    (neck,) = both.ratings
    apart = session_of(changed(both, LATEST, ratings=(neck.renamed("hip"),)), renamed)
    assert {(each.condition, each.before) for each in apart.ratings} == {("neck", 7), ("hip", 5)}


def test_deleted_stays_deleted_against_a_later_change() -> None:
    deleted, later = changed(SESSION, EARLY, deleted=EARLY), changed(SESSION, LATE, note="slept well")
    result = both_ways(deleted, later)
    assert result.entry.deleted == EARLY
    assert result.loss == Loss((LostValue("note", "slept well", None),), is_changed_later=True)
    assert both_ways(deleted, SESSION).loss is None


def test_what_the_deleter_did_not_have_is_lost() -> None:
    earlier = changed(SESSION, EARLY, note="slept well", ratings=(BACK, NECK, Rating("hip", 5)), cost=9000)
    for deleted in (
        changed(SESSION, LATE, deleted=LATE),
        changed(changed(SESSION, EARLY, note="x"), LATE, deleted=LATE),
    ):
        loss = both_ways(deleted, earlier).loss
        assert loss is not None
        assert not loss.is_changed_later
        names = {(each.name.partition("/")[0], each.condition, each.name.rpartition("/")[2]) for each in loss.values}
        assert ("rating", "hip", "before") in names
        assert ("money", None, "money") in names
    assert both_ways(changed(earlier, LATE, deleted=LATE), earlier).loss is None
    # What the deleter changed later itself is no loss, nor is one currency in two spellings.
    euros = changed(SESSION, EARLY, currency="€")
    assert both_ways(changed(SESSION, LATE, deleted=LATE), euros).loss is None
    assert (
        both_ways(changed(changed(SESSION, LATE, note="y"), LATE, deleted=LATE), changed(SESSION, EARLY, note="x")).loss
        is None
    )


def test_what_a_merge_brought_after_the_deletion_was_not_seen() -> None:
    deleted, earlier = changed(SESSION, LATE, deleted=LATE), changed(SESSION, EARLY, note="slept well")
    merged = merged_entry(deleted, earlier)
    again = merged_entry(earlier, merged.entry)
    assert again.loss is None
    states = [merged.entry, deleted, SESSION]
    assert with_loss_by(again, earlier, states).loss == Loss((LostValue("note", "slept well", None),), False)


def test_what_undo_put_back_later_is_there() -> None:
    deleted = changed(SESSION, EARLY, deleted=EARLY)
    back = changed(deleted, LATEST, deleted=None)
    assert both_ways(back, changed(deleted, LATE, deleted=LATE)).entry.deleted is None


def test_an_undone_change_does_not_return() -> None:
    edited = changed(SESSION, EARLY, note="slept well")
    undone = changed(edited, LATE, note=None)
    assert session_of(undone, edited).note is None


def test_an_entry_of_version_1_changed_wholly_when_edited() -> None:
    old = replace(SESSION, edited=LATE, note="of version 1")
    result = both_ways(old, changed(SESSION, EARLY, note="slept well", took="aspirin"))
    assert isinstance(result.entry, Session)
    assert (result.entry.note, result.entry.took) == ("of version 1", None)
    assert {each.name for each in result.differences} == {"note", "took"}
    assert session_of(old, changed(SESSION, LATEST, note="slept well")).note == "slept well"


@pytest.mark.parametrize(
    ("entry", "here", "there"),
    [
        (a_plan(sessions=10, goal=3.0), {"sessions": 12}, {"goal": 2.0}),
        (a_note(), {"text": "new pillow"}, {"private": True}),
    ],
)
def test_plans_and_notes_are_joined_the_same_way(entry: AnyEntry, here: dict[str, Any], there: dict[str, Any]) -> None:
    joined = both_ways(changed(entry, EARLY, **here), changed(entry, LATE, **there)).entry
    assert {name: getattr(joined, name) for name in {**here, **there}} == here | there


def test_an_edit_after_a_merge_is_named_again() -> None:
    """Whether a side had seen the other's value before it changed it is in no stamp, only in the journal."""
    there = changed(SESSION, EARLY, note="there")
    seen, unseen = changed(session_of(SESSION, there), LATE, note="here"), changed(SESSION, LATE, note="here")
    assert seen == unseen
    for here in (seen, unseen):
        (difference,) = merged_entry(here, there).differences
        assert (difference.here, difference.there, difference.is_here_kept) == ("here", "there", True)


def test_what_a_side_knew_when_it_changed_its_own_is_no_news() -> None:
    """The journal says what it knew: a value with its stamp that once stood here is not one of the other side alone."""
    there = changed(SESSION, EARLY, note="there")
    here = changed(there, LATE, note="here")
    merged = merged_entry(here, there)
    assert len(merged.differences) == 1
    assert without_superseded(merged, [here], [there]) == merged
    assert without_superseded(merged, [here, SESSION, there], [there]).differences == ()
    assert without_superseded(merged_entry(there, here), [there], [here, there, SESSION]).differences == ()
    # The same words, typed there at another time, are news.
    assert without_superseded(merged, [here, changed(SESSION, LATEST, note="there")], [there]) == merged


def test_what_one_side_alone_changed_is_not_named() -> None:
    """Also not at the next merge, when it was changed again."""
    edited_session = changed(SESSION, EARLY, note="here")
    for here in (edited_session, changed(edited_session, LATE, note="again")):
        assert merged_entry(here, SESSION).differences == ()
        assert merged_entry(SESSION, here).differences == ()


def test_the_same_instant_in_another_offset_is_not_the_same() -> None:
    later = changed(SESSION, LATE, when=SESSION.when._replace(at=SESSION.when.at.astimezone(UTC)))
    there = replace(later, when=SESSION.when)
    assert there == later
    assert plan_entry(later, there, None).outcome is not Outcome.SAME

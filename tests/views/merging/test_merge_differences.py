"""What both sides changed differently, in words: every kind of value, at every width, whatever is in it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry, Rating, Session, SideEffect
from paintrack.model.importing.import_types import ImportReport, Outcome
from paintrack.model.importing.row_error_groups import ErrorGroups
from paintrack.model.merging.merged_entry import MergedEntry, merged_entry
from paintrack.model.merging.merged_settings import SettingDifference
from paintrack.model.merging.twins import Twins
from paintrack.views.importing.import_report import render_report
from paintrack.views.merging.differences import difference_lines, entry_in_words, twin_lines
from paintrack.views.merging.merge_json import merge_json
from paintrack.views.text_layout import width_of
from tests.factories.entries import HOSTILE, a_note, a_peg, a_plan, a_question, a_session, changed, moment
from tests.strategies import entries_alive_or_deleted

EARLY, LATE = "2099-08-01T00:00:00.000000Z", "2099-08-02T00:00:00.000000Z"
NECK = Rating("neck", 6, 4)
PEG = "pain {}, enjoyment 7, activity 5"


def report(*merged: MergedEntry, **more: Any) -> ImportReport:
    counts = {(Outcome.MERGED, "session"): 1}
    return ImportReport(
        source="laptop.db", counts=counts, errors=ErrorGroups(), is_merge=True, merged=merged, is_saved=True, **more
    )


def lines(entry: AnyEntry, here: dict[str, Any], there: dict[str, Any]) -> list[str]:
    merged = merged_entry(changed(entry, LATE, **here), changed(entry, EARLY, **there))
    return [line.partition(", ")[2] for line in difference_lines(report(merged))]


def test_two_scores_that_differ_in_their_time_alone() -> None:
    here, there = ({"ratings": (NECK._replace(after=2, after_at=f"2026-07-06T{hour}:00:00Z"),)} for hour in (11, 12))
    (line,) = lines(SESSION, here, there)
    assert line == "neck after: 2 on both sides, with another time. The later change is kept."


SESSION = a_session(ratings=[NECK], number=5, side_effects=(SideEffect("bruise_bleeding", "blue mark"),))


@pytest.mark.parametrize(
    ("entry", "here", "there", "line"),
    [
        (SESSION, {"note": "a"}, {"note": "b"}, "note: 'a' here, 'b' there. Kept: 'a'."),
        (SESSION, {"points": ("LI4",)}, {"points": ()}, ""),
        (SESSION, {"points": ("LI4",)}, {"points": ("ST36",)}, "points: LI4 here, ST36 there. Kept: LI4."),
        (
            SESSION,
            {"cost": 8500, "currency": "EUR"},
            {"cost": 9000},
            "cost: 85 EUR here, 90 there. Kept: 85 EUR.",
        ),
        (SESSION, {"took": "aspirin"}, {"took": "x"}, "medicine: 'aspirin' here, 'x' there. Kept: 'aspirin'."),
        (
            SESSION,
            {"when": moment("2026-07-06 15:00")},
            {"when": moment("2026-07-06 16:00")},
            "time: Mon 6 Jul 2026 15:00 here, Mon 6 Jul 2026 16:00 there. Kept: Mon 6 Jul 2026 15:00.",
        ),
        (
            SESSION,
            {"ratings": (NECK._replace(after=3.0),)},
            {"ratings": (NECK._replace(after=None),)},
            "neck after: 3 here, nothing there. Kept: 3.",
        ),
        (
            SESSION,
            {"ratings": (NECK.renamed("hip"),)},
            {"ratings": (NECK.renamed("knee"),)},
            "the name of hip: 'hip' here, 'knee' there. Kept: 'hip'.",
        ),
        (
            SESSION,
            {"side_effects": ()},
            {"side_effects": (SESSION.side_effects[0]._replace(outcome="gone"),)},
            "side effect: nothing here, blue mark (gone) there. Kept: nothing.",
        ),
        (
            a_peg(6, 7, 5),
            {"pain": 5.0},
            {"pain": 4.0},
            f"scores: {PEG.format(5)} here, {PEG.format(4)} there. Kept: {PEG.format(5)}.",
        ),
        (a_note(), {"text": "a"}, {"text": "b"}, "text: 'a' here, 'b' there. Kept: 'a'."),
        (a_plan(goal=3.0), {"goal": 2.0}, {"goal": 1.0}, "goal: 2 here, 1 there. Kept: 2."),
        (
            a_question(),
            {"done": LATE},
            {"done": EARLY},
            "done: Sun 2 Aug 2099 here, Sat 1 Aug 2099 there. Kept: Sun 2 Aug 2099.",
        ),
    ],
)
def test_each_value_is_named_with_both(entry: AnyEntry, here: dict[str, Any], there: dict[str, Any], line: str) -> None:
    assert lines(entry, here, there) == ([line] if line else [])


def test_an_entry_that_has_no_id_yet_is_named_by_its_time() -> None:
    assert entry_in_words(SESSION) == "session 5 of Mon 6 Jul 2026 14:02"
    assert entry_in_words(replace(SESSION, number=0)) == "session of Mon 6 Jul 2026 14:02"


def test_settings_and_twins_have_a_line_each() -> None:
    differences = (SettingDifference("paper", None, "a4", is_here_kept=False),)
    assert difference_lines(report(setting_differences=differences)) == [
        "Setting paper: nothing here, 'a4' there. Kept: 'a4'."
    ]
    twins = (Twins(SESSION, replace(SESSION, number=6)),)
    pair = "Typed on both sides: session 5 of Mon 6 Jul 2026 14:02 and session 6 of Mon 6 Jul 2026 14:02."
    joining = "To make each pair one session: paintrack merge laptop.db --join-twins"
    assert twin_lines(report(merge_twins=twins)) == [pair, joining]
    assert twin_lines(report(merge_twins=twins, joins_twins=True)) == [pair, "They would be joined."]


@given(entries_alive_or_deleted, entries_alive_or_deleted, st.sampled_from([40, 80]))
def test_whatever_was_changed_it_is_said_and_fits(here: AnyEntry, there: AnyEntry, width: int) -> None:
    if type(here) is not type(there):
        return
    merged = merged_entry(replace(here, edited=LATE, changed=None), replace(there, edited=EARLY, changed=None))
    rendered = render_report(report(merged), width=width, answer_width=width)
    assert all(width_of(line) <= width for line in rendered.answer.split("\n"))
    assert len(merge_json(report(merged))["differences"]) == len(merged.differences)


def test_hostile_text_is_made_visible() -> None:
    session = replace(SESSION, ratings=(NECK.renamed(HOSTILE),))
    assert isinstance(session, Session)
    (line,) = difference_lines(
        report(merged_entry(changed(session, LATE, note=HOSTILE), changed(session, EARLY, note="x")))
    )
    assert "\u202e" not in line
    assert "\\u202e" in line
    deleted = changed(changed(SESSION, EARLY), LATE, deleted=LATE)
    (lost,) = difference_lines(report(merged_entry(deleted, changed(session, EARLY, note=HOSTILE))))
    assert "\u202e" not in lost
    assert "\\u202e" in lost

"""The figures of the page for the appointment."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from paintrack.analysis.page_scope import PageScope
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect, sessions_of
from paintrack.model.page_parts import HIDEABLE
from tests.factories.courses import k1_with_everything, sample_with_remarks
from tests.factories.entries import a_note, a_peg, a_plan, a_question, a_reading, a_session
from tests.factories.pages import summarize


def changed(number: int, **fields: Any) -> list[AnyEntry]:
    """K1 with something else in one of its sessions."""
    entries = k1_with_everything()
    session = sessions_of(entries)[number - 1]
    return [replace(each, **fields) if each is session else each for each in entries]


def test_the_figures_of_k1() -> None:
    summary = summarize(k1_with_everything())
    assert summary.main is not None
    assert summary.main.course is not None
    assert (summary.main.course.verdict, summary.main.chart_data.goal) == ("going down", 3)
    assert (summary.sessions, summary.readings, summary.practitioners) == (10, 1, ("Dr Li",))
    assert (summary.first_day, summary.last_day) == (date(2026, 7, 6), date(2026, 9, 7))
    assert [each.mean for each in summary.peg] == [pytest.approx(19 / 3), pytest.approx(13 / 3)]
    assert [(each.label, each.is_serious, each.days) for each in summary.effects] == [
        ("bruise or bleeding", False, (date(2026, 7, 13),))
    ]
    assert summary.plan is not None
    assert (summary.plan.progress.done, summary.plan.plan.sessions) == (10, 12)
    assert (summary.costs, summary.session_notes, summary.points) == ((), (), ())


def test_the_last_six_sessions_with_the_next_reading() -> None:
    last_sessions = summarize(k1_with_everything()).last_sessions
    assert [each.day.isoformat() for each in last_sessions][::5] == ["2026-08-03", "2026-09-07"]
    assert [each.days_since for each in last_sessions] == [7] * 6
    assert [each.points for each in last_sessions] == [()] * 6
    assert [(each.reading, each.reading_when) for each in last_sessions][:2] == [(None, ""), (4, "next morning")]


def test_the_next_reading_is_before_the_next_session() -> None:
    entries: list[AnyEntry] = [
        a_session(at="2026-07-06 14:00"),
        a_reading(1, condition="neck", at="2026-07-07 08:00"),
        a_reading(5, at="2026-07-09 08:00"),
        a_reading(6, at="2026-07-10 08:00"),
        a_session(at="2026-07-13 14:00"),
    ]
    first, last = summarize(entries).last_sessions
    assert (first.reading, first.reading_when, first.days_since) == (5, "3 days later", None)
    assert last.reading is None


def test_the_period_is_the_newest_course_whatever_the_plan() -> None:
    earlier = [a_session(8, 5, at="2025-09-13 10:00"), a_session(7, 4, at="2025-09-14 10:00")]
    newest = [a_session(8, 5, at="2026-07-01 10:00"), a_session(7, 4, at="2026-07-20 10:00")]
    summary = summarize([*earlier, *newest, a_plan(sessions=12, goal=3, at="2026-07-10 09:00")])
    assert (summary.why, summary.sessions, summary.first_day) == ("the newest of 2 courses", 2, date(2026, 7, 1))
    assert summary.main is not None
    assert [other.number for other in summary.main.other_courses] == [1]
    first = summarize([*earlier, *newest], PageScope(course=1))
    assert (first.why, first.sessions, first.last_day) == ("course 1 of 2", 2, date(2025, 9, 14))
    assert (summarize(newest).why, summarize(newest, printed=date(2029, 1, 1)).sessions) == ("", 2)


def test_notes_of_the_pause_before_a_course_are_in_its_period() -> None:
    course = [a_session(8, 5, at="2025-09-14 10:00"), a_session(8, 5, at="2026-07-01 10:00")]
    notes = [a_note("old", at="2026-01-10 20:00"), a_note("new bed", at="2026-06-20 20:00")]
    reading = a_reading(8, at="2026-06-25 08:00")
    summary = summarize([*course, *notes, reading, a_peg(5, 5, 5, at="2026-06-28 10:00")])
    assert ([note.text for note in summary.notes], summary.readings, len(summary.peg)) == (["new bed"], 1, 1)
    first = summarize([course[0], a_reading(8, at="2025-01-01 08:00")])
    assert (first.readings, first.main and first.main.baseline and first.main.baseline.n) == (1, 1)


def test_a_page_up_to_a_day_has_no_later_notes() -> None:
    notes = [a_note(day, at=f"{day} 10:00") for day in ("2026-07-01", "2026-07-20", "2026-07-21", "2026-08-30")]
    summary = summarize([*k1_with_everything(), *notes], PageScope(until=date(2026, 7, 20)))
    assert [note.text for note in summary.notes] == ["2026-07-01", "2026-07-20"]
    assert summary.older_notes == ()


@pytest.mark.parametrize(
    ("scope", "why", "sessions"),
    [
        (PageScope(since=date(2026, 8, 31)), "since the day asked for", 2),
        (PageScope(last=3), "the newest 3 of 10 sessions", 3),
        (PageScope(last=30), "the newest 10 of 10 sessions", 10),
        (PageScope(until=date(2026, 7, 20)), "up to the day asked for", 3),
        (PageScope(since=date(2026, 7, 13), until=date(2026, 7, 20)), "the days asked for", 2),
        (
            PageScope(last=2, until=date(2026, 7, 20)),
            "the newest 2 of 3 sessions, up to the day asked for",
            2,
        ),
        (PageScope(practitioner="dr  LI"), "", 10),
    ],
)
def test_the_period_asked_for(scope: PageScope, why: str, sessions: int) -> None:
    summary = summarize(k1_with_everything(), scope)
    assert (summary.why, summary.sessions, len(summary.last_sessions)) == (why, sessions, min(sessions, 6))
    assert summary.plan is not None
    assert summary.plan.progress.done == 10


def test_an_earlier_course_is_the_newest_up_to_its_day() -> None:
    earlier = [a_session(8, 5, at="2025-09-13 10:00"), a_session(7, 4, at="2025-09-14 10:00")]
    newest = [a_session(8, 5, at="2026-07-01 10:00")]
    summary = summarize([*earlier, *newest], PageScope(until=date(2026, 3, 1)))
    assert (summary.why, summary.sessions) == ("course 1 of 2, up to the day asked for", 2)
    assert summary.main is not None
    assert summary.main.course_number == 1
    assert summarize([*earlier, *newest], PageScope(until=date(2024, 3, 1))).is_empty


def test_a_practitioner_has_the_readings_behind_the_own_sessions() -> None:
    entries: list[AnyEntry] = [
        a_reading(9, at="2026-07-01 10:00"),
        a_session(8, 5, at="2026-07-06 10:00", practitioner="Dr Li", points=("LI4",), cost=Decimal(80)),
        a_reading(6, at="2026-07-07 10:00", took="ibuprofen"),
        a_session(7, 2, at="2026-07-13 10:00", practitioner="Dr Wu", points=("ST36",)),
        a_reading(3, at="2026-07-14 10:00", took="ibuprofen"),
        a_session(at="2026-07-20 10:00", side_effects=(SideEffect("fainting", "fainted"),), practitioner="Dr Wu"),
        a_note("new medicine", at="2026-07-21 10:00"),
    ]
    summary = summarize(entries, PageScope(practitioner="dr li", with_costs=True))
    assert (summary.sessions, summary.readings, summary.practitioners) == (1, 1, ("Dr Li",))
    assert summary.points == (("LI4", 1),)
    assert [cost.paid for cost in summary.costs] == [Decimal(80)]
    assert summary.main is not None
    assert [each.day for each in summary.main.visits] == [date(2026, 7, 6)]
    # What somebody else's session brought, and medicine, are no matter of one practitioner alone.
    assert [note.text for note in summary.notes] == ["new medicine"]
    assert [symptom.kind for symptom in summary.serious] == ["fainting"]
    assert [month.days for month in summary.main.medicine_days] == [2]
    assert summarize(entries, PageScope(practitioner="Dr No")).sessions == 0


def test_the_condition_with_most_sessions_leads() -> None:
    entries = [
        *k1_with_everything(),
        a_session(6, 4, condition="neck", at="2026-07-08 10:00"),
        a_reading(3, condition="Knee", at="2026-07-08 11:00"),
    ]
    assert [each.condition for each in summarize(entries).trends] == ["lower back", "neck", "Knee"]
    alone = summarize(entries, PageScope(condition="neck"))
    assert [each.condition for each in alone.trends] == ["neck"]
    assert (alone.sessions, alone.readings, alone.plan, alone.why) == (1, 0, None, "")


def test_with_a_condition_only_its_scores_count() -> None:
    both = (Rating("lower back", 7, 4), Rating("neck", 3, None))
    summary = summarize([a_session(ratings=both)], PageScope(condition="neck"))
    assert (summary.quality.present, summary.quality.of) == (1, 2)


def test_private_notes_and_settled_questions_stay_out() -> None:
    entries = [
        *k1_with_everything(),
        a_note("secret", at="2026-08-19 20:00", private=True),
        a_question("old?", at="2026-09-07 20:00", done="2026-09-08T00:00:00.000000Z"),
    ]
    summary = summarize(entries)
    assert [each.text for each in summary.notes] == ["started amitriptyline 10 mg"]
    assert summary.main is not None
    assert [mark.text for mark in summary.main.chart_data.marks] == ["started amitriptyline 10 mg"]
    assert len(summary.questions) == 2


def test_session_notes_and_costs_come_only_when_asked_for() -> None:
    entries = changed(3, note="slept badly", cost=8500)
    assert summarize(entries).session_notes == ()
    assert summarize(entries).costs == ()
    summary = summarize(entries, PageScope(with_session_notes=True, with_costs=True))
    assert summary.session_notes == ((date(2026, 7, 20), "slept badly"),)
    assert [each.paid for each in summary.costs] == [8500]


@pytest.mark.parametrize("name", HIDEABLE)
def test_each_part_can_be_hidden(name: str) -> None:
    entries = [
        replace(each, note="a note") if isinstance(each, Session) else each
        for each in [*sample_with_remarks(), a_note("new bed", at="2026-08-19 20:00")]
    ]
    parts = {
        "notes": ["notes", "session_notes"],
        "costs": ["costs"],
        "points": ["points"],
        "plan": ["plan"],
        "function": ["peg"],
        "questions": ["questions"],
        "side-effects": ["effects"],
    }
    shown = summarize(entries, PageScope(with_costs=True, with_session_notes=True))
    hidden = summarize(entries, PageScope(with_costs=True, with_session_notes=True, hidden=frozenset({name})))
    assert hidden.hidden == (name,)
    for part, fields in parts.items():
        for field in fields:
            assert getattr(shown, field)
            assert bool(getattr(hidden, field)) == (part != name)


def test_what_is_hidden_is_not_drawn_either() -> None:
    chart_data = summarize(k1_with_everything(), PageScope(hidden=frozenset({"plan", "notes"}))).trends[0].chart_data
    assert (chart_data.goal, chart_data.marks) == (None, ())


def test_side_effects_are_by_kind_with_serious_ones_first() -> None:
    later = SideEffect("chest_pain_breathless", noticed="2026-07-15T08:00:00+02:00")
    effects = (SideEffect("other", "itching"), SideEffect("bruise_bleeding", "a big one"), later)
    shown_effects = summarize(changed(2, side_effects=effects)).effects
    assert [(each.label, each.is_serious, each.days[0].day) for each in shown_effects] == [
        ("chest pain or breathlessness", True, 15),
        ("bruise or bleeding", False, 13),
        ("itching", False, 13),
    ]


def test_words_that_name_a_serious_kind_are_serious() -> None:
    summary = summarize(changed(2, side_effects=(SideEffect("other", "then chest pain at night"),)))
    assert [(each.label, each.is_serious) for each in summary.effects] == [("then chest pain at night", True)]
    assert [(each.kind, each.words) for each in summary.serious] == [
        ("chest pain or breathlessness", "then chest pain at night")
    ]


def test_points_most_often_first() -> None:
    assert summarize(sample_with_remarks()).points == (("BL23", 12), ("BL25", 6), ("BL40", 6), ("GB30", 6), ("KI3", 6))


def test_one_peg_or_the_first_and_the_latest() -> None:
    one, two, three = (a_peg(score, 5, 5, at=f"2026-08-0{score} 10:00") for score in (3, 4, 5))
    assert summarize([one]).peg == (one,)
    assert summarize([one, two, three]).peg == (one, three)


def test_nothing_at_all() -> None:
    summary = summarize([])
    assert (summary.main, summary.sessions, summary.first_day, summary.plan) == (None, 0, None, None)
    assert summary.quality.of == 0


def test_readings_alone_have_a_trend() -> None:
    reading: Reading = a_reading(4, at="2026-08-11 07:10")
    summary = summarize([reading])
    assert (summary.sessions, summary.readings, len(summary.trends)) == (0, 1, 1)

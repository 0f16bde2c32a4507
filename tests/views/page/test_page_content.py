"""The page in words: which blocks, in which order, and each sentence."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.page_scope import PageScope
from paintrack.model.entries import AnyEntry, Session, SideEffect, sessions_of
from paintrack.views.page.page_capacity import SHEET_ROOMS, Room
from paintrack.views.page.page_chart_data import page_chart_data
from paintrack.views.page.page_content import SeriousLine, build_page
from tests.factories.courses import k1_with_everything, sample_with_remarks, weekly
from tests.factories.entries import NECK, a_note, a_peg, a_plan, a_question, a_reading, a_session, an_overall, day_after
from tests.factories.hard_course import hard_course
from tests.factories.pages import ROOM, TIGHTEST, block, page_for, sentences, summarize
from tests.strategies import histories

HOSTILE = "a\x1b[31m\u202e[bold]|`=cmd`<script>"
VISIBLE = r"a\x1b[31m\u202e[bold]|`=cmd`<script>"


def test_every_block_in_the_order_of_the_page() -> None:
    entries = [
        replace(each, note="a note") if isinstance(each, Session) else each
        for each in [
            *sample_with_remarks(),
            a_note("new bed", at="2026-07-01 10:00"),
            a_reading(condition="knee", at="2026-07-02 10:00"),
        ]
    ]
    page = page_for(entries, PageScope(with_costs=True, with_session_notes=True))
    assert [each.title for each in page.remarks] == ["To discuss", "Changes"]
    assert [each.title for each in page.blocks] == [
        "Last six sessions",
        "Session notes",
        "Everyday life",
        "Other conditions",
        "Side effects",
        "Points noted",
        "Plan",
        "Costs",
    ]
    assert [each.question for each in page.answers] == ["Getting better?", "Right after?", "Does it hold?"]
    assert [label for label, _ in page.more_answers] == ["Before the first session"]


def test_the_newest_overall_stands_under_everyday_life() -> None:
    course = weekly((7, 6, 5, 4))
    ratings = [an_overall("a little better", at=8), an_overall(at=70)]
    page = page_for([*course, a_peg(6, 7, 5, at=8), *ratings])
    titles = [each.title for each in page.blocks]
    assert titles[titles.index("Everyday life") + 1] == "Overall"
    assert block(page, "Overall") == (("since the course began: much better (14 Sep 2026)",),)
    hidden = page_for([*course, *ratings], PageScope(hidden=frozenset({"function"})))
    assert "Overall" not in [each.title for each in hidden.blocks]
    # What was said before the first session is not about this course.
    early = page_for([an_overall(at=-3), *course])
    assert "Overall" not in [each.title for each in early.blocks]


def test_a_block_without_data_is_not_there() -> None:
    page = page_for([a_session(at="2026-09-01 10:00")])
    titles = ["To discuss", "Changes", "Last session", "Side effects"]
    assert [each.title for each in (*page.remarks, *page.blocks)] == titles
    assert [label for label, _ in sentences(page)] == ["Getting better?", "Right after?", "Does it hold?"]
    assert page.omissions == ()


def test_no_side_effect_no_change_and_no_question() -> None:
    page = page_for([a_session(at="2026-09-01 10:00")])
    assert block(page, "Changes") == (("none noted",),)
    private = page_for([a_session(at="2026-09-01 10:00"), replace(a_note("new pills"), private=True)])
    assert block(private, "Changes") == (("none on this page",),)
    assert block(page, "Side effects") == (("none noted",),)
    assert (page.remarks[0].rows, page.remarks[0].ruled) == ((), 3)


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("notes", "Changes"),
        ("points", "Points noted"),
        ("plan", "Plan"),
        ("function", "Everyday life"),
        ("questions", "To discuss"),
        ("side-effects", "Side effects"),
    ],
)
def test_each_hidden_part_leaves_no_trace(part: str, title: str) -> None:
    page = page_for(sample_with_remarks())
    hidden = page_for(sample_with_remarks(), PageScope(hidden=frozenset({part})))
    titles, left = ([each.title for each in (*shown.remarks, *shown.blocks)] for shown in (page, hidden))
    assert left == [each for each in titles if each != title]
    assert len(titles) > len(left)


def test_hidden_side_effects_are_not_in_the_table_either() -> None:
    page = page_for(k1_with_everything(), PageScope(since=date(2026, 7, 13), hidden=frozenset({"side-effects"})))
    assert page.blocks[0].head[-1] == "next reading"
    assert {len(row) for row in page.blocks[0].rows} == {5}


def test_of_many_changes_the_two_newest_are_drawn() -> None:
    notes = [a_note(f"change {day}", at=f"2026-07-{day} 20:00") for day in (10, 20, 30)]
    page = page_for([*weekly([7] * 6), *notes])
    assert page.chart_data is not None
    assert [mark.text for mark in page.chart_data.marks] == ["change 20", "change 30"]
    assert block(page, "Changes") == (
        ("10 Jul", "1. change 10"),
        ("20 Jul", "2. change 20"),
        ("30 Jul", "3. change 30"),
        ("", "The scores cannot show what helped, if anything."),
    )


@pytest.mark.parametrize(
    ("printed", "day"), [(date(2026, 12, 31), "10 Jul"), (date(2027, 1, 1), "10 Jul 2026")], ids=["one", "two"]
)
def test_a_page_that_touches_two_years_says_the_year(printed: date, day: str) -> None:
    entries: list[AnyEntry] = [*weekly([7] * 6), a_note("new bed", at="2026-07-10 20:00")]
    assert block(page_for(entries, printed=printed), "Changes")[0] == (day, "1. new bed")


def test_the_header_says_the_period_and_how_it_was_chosen() -> None:
    assert page_for(k1_with_everything()).period == ("10 sessions with Dr Li, 6 Jul to 7 Sep 2026; 1 reading")
    assert page_for([a_reading(at="2026-09-01 07:10")]).period == "1 reading at home and no session, 1 Sep 2026"
    assert (
        page_for(weekly([7, 6]), PageScope(last=1)).period
        == "1 session, 13 Jul 2026 (the newest of 2 sessions; 1 left out, all: paintrack summary). Last score "
        "13 Jul 2026, 63 days ago."
    )
    assert page_for([]).period == "No session or reading"


def test_a_practitioner_of_some_sessions_is_not_the_one_of_all() -> None:
    one, *later_sessions = sessions_of(weekly([7] * 4))
    assert "4 sessions, 1 of them with Dr Li" in page_for([replace(one, practitioner="Dr Li"), *later_sessions]).period


def test_a_page_on_one_condition_counts_its_sessions() -> None:
    migraine, back = weekly([7] * 4, condition="migraine"), weekly([6] * 3, first_day=1)
    unscored = a_session(ratings=(), at="2026-08-10 10:00")
    assert page_for([*migraine, unscored, *back]).period.startswith("8 sessions (5 for migraine), 6 Jul")
    treated = [replace(each, practitioner="Dr Li") for each in back]
    assert "7 sessions (4 for migraine), 3 of the 7 with Dr Li" in page_for([*migraine, *treated]).period
    assert page_for([*migraine, *back], PageScope(condition="migraine")).period.startswith("4 sessions, 6 Jul")
    assert page_for([*migraine, *weekly([7, 6])]).period.startswith("6 sessions (4 for migraine), ")
    both = [replace(each, ratings=(*each.ratings, NECK)) for each in migraine]
    assert page_for(both).period.startswith("4 sessions, ")
    later = weekly([6] * 3, first_day=30)
    assert "(none for migraine)" in page_for([*migraine, *later], PageScope(since=date(2026, 8, 1))).period
    readings = [a_reading(condition=name, at="2026-07-29 08:00") for name in ("migraine", "migraine", "neck")]
    assert page_for([*migraine, *readings]).period == (
        "4 sessions, 6 Jul to 27 Jul 2026; 3 readings (2 of migraine) up to 29 Jul. Last score 29 "
        "Jul 2026, 47 days ago."
    )


def test_points_of_sessions_for_other_conditions_count_in_all() -> None:
    migraine, back = weekly([7] * 4, condition="migraine"), weekly([6] * 3, first_day=1)
    pointed = [replace(each, points=("GB20",)) for each in sessions_of([*migraine, *back])]
    subtitles = {each.title: each.subtitle for each in page_for(pointed).blocks}
    assert subtitles["Points noted"] == "in all 7 sessions, may be incomplete"
    subtitles = {each.title: each.subtitle for each in page_for(pointed[:4]).blocks}
    assert subtitles["Points noted"] == "may be incomplete"


def test_of_many_practitioners_the_first_are_named() -> None:
    entries = [replace(each, practitioner=f"Dr {place}") for place, each in enumerate(sessions_of(weekly([7] * 4)))]
    assert "with Dr 0, Dr 1 and 2 others" in page_for(entries, room=ROOM._replace(most=2)).period
    assert "with Dr 0, Dr 1, Dr 2 and Dr 3" in page_for(entries, room=ROOM._replace(most=4)).period


def test_side_effects_with_their_days_serious_ones_in_the_box() -> None:
    kinds = {1: ["bruise_bleeding"], 2: ["bruise_bleeding", "chest_pain_breathless"], 3: ["bruise_bleeding"]}
    entries = [
        replace(each, side_effects=tuple(map(SideEffect, kinds.get(place, []))))
        for place, each in enumerate(sessions_of(weekly([7] * 5)))
    ]
    assert page_for(entries).serious == (SeriousLine("CHEST PAIN OR BREATHLESSNESS", "", "Mon 20 Jul 2026, session."),)
    assert block(page_for(entries), "Side effects") == (("bruise or bleeding: 3 (13 Jul, 20 Jul, 27 Jul)",),)
    assert block(page_for(entries, room=ROOM._replace(most=2)), "Side effects") == (
        ("bruise or bleeding: 3 (latest 20 Jul, 27 Jul)",),
    )
    assert page_for(k1_with_everything()).serious == ()


def test_each_sessions_bruise_counts_on_one_day_too() -> None:
    """That the bruise of one session is gone says nothing of that of another."""
    noticed = "2026-08-01T10:00:00.000000+02:00"
    bruises = [SideEffect("bruise_bleeding", noticed=noticed, outcome=outcome) for outcome in ("gone", None)]
    entries = [
        replace(each, side_effects=(bruise,))
        for each, bruise in zip(sessions_of(weekly([7] * 2)), bruises, strict=True)
    ]
    assert block(page_for(entries), "Side effects") == (("bruise or bleeding: 2 (1 Aug: gone, 1 Aug)",),)
    both = [replace(entries[0], side_effects=tuple(bruises))]
    assert block(page_for(both), "Side effects") == (("bruise or bleeding: 1 (1 Aug)",),)


def test_a_serious_symptom_after_the_period_is_in_the_box_alone() -> None:
    *early, last = sessions_of(weekly([7] * 5))
    entries = [*early, replace(last, side_effects=(SideEffect("chest_pain_breathless"),))]
    whole, part = (page_for(entries, PageScope(until=until)) for until in (None, early[-1].when.day))
    assert len(whole.serious) == len(part.serious) == 1
    assert block(whole, "Side effects") == (("none noted but the serious ones above",),)
    assert block(part, "Side effects") == (("none noted in this period",),)
    marks = [page.chart_data.marks if page.chart_data else () for page in (whole, part)]
    assert [mark.text for mark in marks[0]] == ["! chest pain or breathlessness"]
    assert marks[1] == ()


def test_own_words_stand_beside_the_count() -> None:
    session = replace(a_session(at="2026-09-01 10:00"), side_effects=(SideEffect("bruise_bleeding", "blue mark"),))
    assert block(page_for([session]), "Side effects") == (('bruise or bleeding ("blue mark"): 1 (1 Sep)',),)


def test_no_serious_symptom_is_ever_left_out() -> None:
    page = page_for(hard_course(), room=TIGHTEST)
    assert page.serious[0].kind == "CHEST PAIN OR BREATHLESSNESS"
    assert "3 side effects" in page.omissions


def test_every_occasion_is_named() -> None:
    numb = (SideEffect("numb_weak", "numb foot"),)
    (line,) = page_for([replace(each, side_effects=numb) for each in sessions_of(weekly([7] * 9))]).serious
    assert line.noted.startswith("Mon 6 Jul 2026, session; Mon 13 Jul 2026, session;")
    assert line.noted.count("session") == 9


def test_the_plan() -> None:
    def plan_line(before: Sequence[float], sessions: int | None, goal: float | None) -> str:
        return block(page_for([*weekly(before), a_plan(sessions=sessions, goal=goal, at="2026-07-06 09:00")]), "Plan")[
            0
        ][0]

    assert plan_line((8, 7), 12, 3) == "2 of 12 sessions; goal: 3 or less on arrival; not reached yet"
    assert plan_line((8, 3, 5), 12, 3) == (
        "3 of 12 sessions; goal: 3 or less on arrival; first reached at session 2, Mon 13 Jul 2026, not yet "
        "twice in a row"
    )
    assert plan_line((8, 3, 3), None, 3) == (
        "3 sessions so far; goal: 3 or less on arrival; first reached at session 2, Mon 13 Jul 2026, and at the next "
        "one again"
    )
    assert plan_line((8, 7), 12, None) == "2 of 12 sessions"
    late = page_for([*weekly((8, 7, 6)), a_plan(sessions=12, at="2026-07-18 09:00")])
    assert block(late, "Plan") == (("1 of 12 sessions; 2 earlier sessions not counted",),)


def test_function_first_against_latest() -> None:
    page = page_for([*weekly([7]), a_peg(6, 7, 6, at="2026-07-06 13:00"), a_peg(4, 4.5, 5, at="2026-09-07 13:00")])
    (function,) = [each for each in page.blocks if each.title == "Everyday life"]
    assert function.head == ("past week, 0 to 10", "6 Jul", "7 Sep", "change")
    assert function.rows[1:] == (
        ("in the way of enjoyment", "7", "4.5", "2.5 lower"),
        ("in the way of activity", "6", "5", "1 lower"),
        ("mean", "6.3", "4.5", "1.8 lower"),
    )
    assert function.subtitle == "after PEG, Krebs 2009"
    page = page_for([*weekly([7]), a_peg(6, 7, 6, at="2026-07-06 13:00")])
    assert block(page, "Everyday life")[0] == ("pain on average", "6")


def test_costs_by_currency_and_how_many_visits_have_one() -> None:
    costs = ((8500, 6000, "EUR"), (8550, None, "EUR"), (9000, None, "CHF"), (None, None, None))
    entries = [
        replace(each, cost=cost, covered=covered, currency=currency)
        for each, (cost, covered, currency) in zip(sessions_of(weekly([7] * 4)), costs, strict=True)
    ]
    assert block(page_for(entries, PageScope(with_costs=True), currency="CHF"), "Costs") == (
        ("1 of 2 sessions: 90 CHF paid, 90 open",),
        ("2 sessions: 170.50 EUR paid, 60 covered, 85.50 open, 25 own share",),
    )
    assert "Costs" not in [each.title for each in page_for(entries).blocks]
    # Who is not insured waits for no answer.
    uninsured = [replace(each, covered=None) for each in entries]
    assert block(page_for(uninsured, PageScope(with_costs=True), currency="CHF"), "Costs") == (
        ("1 of 2 sessions: 90 CHF paid",),
        ("2 sessions: 170.50 EUR paid",),
    )


def test_other_conditions_have_a_line_and_their_scores() -> None:
    page = page_for(
        [
            *k1_with_everything(),
            *weekly([6, 5], condition="neck"),
            a_reading(3, condition="knee", at="2026-07-08 11:00"),
        ]
    )
    assert page.title == "Acupuncture diary: lower back"
    assert block(page, "Other conditions") == (
        ("neck", "too early to say (2 sessions)"),
        ("knee", "1 reading, numbers only"),
    )
    (other_conditions,) = [each for each in page.blocks if each.title == "Other conditions"]
    assert other_conditions.sparks == ((6, 5), (3,))


@pytest.mark.parametrize(
    ("late", "sentence"),
    [
        (0, "6 of 6 session scores present; 6 entered the same day."),
        (1, "6 of 6 session scores present; 5 entered the same day, 1 4 days later (6 Jul, before)."),
        (2, "6 of 6 session scores present; 4 entered the same day, 2 on a later day."),
    ],
)
def test_the_quality_of_the_data(late: int, sentence: str) -> None:
    days = ("2026-07-06", "2026-07-13", "2026-07-20")
    entries = []
    for place, each in enumerate(sessions_of(weekly([7] * 3))):
        on_the_day = f"{days[place]}T16:00:00.000000Z"
        entered = "2026-07-10T16:00:00.000000Z" if place < 1 else "2026-07-24T16:00:00.000000Z"
        rating = each.ratings[0]._replace(before_entered=entered) if place < late else each.ratings[0]
        entries.append(replace(each, entered=on_the_day, ratings=(rating,)))
    assert page_for(entries).closing[0] == sentence


def test_the_readings_have_their_quality_too() -> None:
    late = replace(a_reading(at=1), entered="2026-07-24T16:00:00.000000Z")
    both = page_for([*weekly([7, 6]), a_reading(at=3), late]).closing[0]
    assert both == "4 of 4 session scores present; 4 entered the same day; 1 of 2 readings too."
    late_session = replace(a_session(at=7), entered="2026-07-24T16:00:00.000000Z")
    assert page_for([late_session, a_reading(at=9)]).closing[0] == (
        "2 of 2 session scores present; 0 entered the same day, 2 on a later day; 1 of 1 reading on the same day."
    )
    assert page_for([late]).closing[0] == "0 of 1 reading entered the same day."


@pytest.mark.parametrize(("printed", "words"), [(28, ""), (29, ". Last score 13 Jul 2026, 29 days ago.")])
def test_a_page_printed_long_after_says_so(printed: int, words: str) -> None:
    page = page_for(weekly([7, 6]), printed=day_after(7 + printed))
    assert page.period == f"2 sessions, 6 Jul to 13 Jul 2026{words}"


def test_name_and_paper_come_from_the_settings() -> None:
    assert (page_for(k1_with_everything()).name, page_for(k1_with_everything()).paper) == (None, "a4")
    page = page_for(k1_with_everything(), name=f"Maria {HOSTILE}", paper="letter")
    assert (page.name, page.paper) == (f"Maria {VISIBLE}", "letter")


def test_text_is_made_visible_in_every_field() -> None:
    hostile = a_session(
        condition=HOSTILE,
        at="2026-08-01 10:00",
        note=HOSTILE,
        practitioner=HOSTILE,
        points=(HOSTILE,),
        side_effects=(SideEffect("other", HOSTILE),),
        cost=1,
        currency=HOSTILE[:12],
    )
    entries: list[AnyEntry] = [
        hostile,
        *weekly([7, 6], condition="neck" + HOSTILE),
        a_note(HOSTILE, at="2026-08-01 09:00"),
        a_question(HOSTILE, at="2026-09-07 20:00"),
        a_plan(sessions=12, goal=3, condition=HOSTILE, at="2026-07-06 09:00"),
    ]
    for request in (
        PageScope(with_costs=True, with_session_notes=True),
        PageScope(with_costs=True, with_session_notes=True, condition=HOSTILE),
    ):
        text = repr(page_for(entries, request, name=HOSTILE)).replace("\\\\", "\\")
        assert text.count(VISIBLE[:10]) >= 9
        words = page_for(entries, request, name=HOSTILE)._replace(chart_data=None)
        assert "\\x1b" not in repr(words).replace("\\\\x1b", "")
        assert "\\u202e" not in repr(words).replace("\\\\u202e", "")


@given(histories, st.sampled_from(SHEET_ROOMS), st.booleans())
def test_private_notes_are_on_no_page(entries: list[AnyEntry], room: Room, with_all: bool) -> None:
    secret = a_note("my secret", at="2026-09-01 10:00", private=True)
    summary = summarize(
        [*entries, *weekly([7, 6]), secret], PageScope(with_costs=with_all, with_session_notes=with_all)
    )
    assert "secret" not in repr(summary)
    assert "secret" not in repr(build_page(summary, room))


@pytest.mark.parametrize(
    "entries", [k1_with_everything(), sample_with_remarks(), hard_course()], ids=["k1", "sample", "hard"]
)
def test_no_sentence_claims_a_cause_or_praises(entries: list[AnyEntry]) -> None:
    page = page_for(entries)
    generated_words = " ".join([page.period, *page.closing, *(text for _, text in sentences(page))]).casefold()
    for word in ("thanks to", "because", "caused", "helped", "works", "improve", "better", "success", "great", "good"):
        assert word not in generated_words


def test_readings_alone_are_drawn_and_nothing_is_not() -> None:
    chart_data = page_chart_data(summarize([a_reading(at="2026-08-11 07:10")]))
    assert chart_data is not None
    assert (chart_data.bars, len(chart_data.early)) == ((), 1)
    assert page_chart_data(summarize([])) is None

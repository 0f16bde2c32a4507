"""What leaves the page where there is little room, and what never does."""

from datetime import date

import pytest

from paintrack.analysis.page_scope import PageScope
from tests.factories.courses import sample_with_remarks, weekly
from tests.factories.entries import a_note, a_peg, a_question, a_session
from tests.factories.pages import ROOM, TIGHTEST, block, page_as_text, page_for, summarize


def test_what_is_left_out_is_counted_and_the_way_to_it_named() -> None:
    session = a_session(at="2026-09-01 10:00", points=("LI4", "LR3", "SP6"), note="x" * 200)
    page = page_for([session], PageScope(with_session_notes=True), room=ROOM._replace(points=1))
    assert block(page, "Points noted") == (("LI4 (1)",),)
    assert page.omissions == ("2 points", "ends of long texts", "to see them: paintrack list, paintrack show ID")
    assert block(page, "Session notes") == (("1 Sep", "x" * 157 + "..."),)
    assert page_for([session], room=ROOM).omissions == ()


def test_a_long_name_of_a_practitioner_stands_whole() -> None:
    name = "Dr Żółkiewska-Brzęczyszczykiewicz"
    page = page_for(weekly([7, 6], practitioner=name))
    assert f"with {name}, " in page.period
    assert page.omissions == ()


def test_a_pasted_letter_is_a_whole_question() -> None:
    page = page_for([*weekly([7]), a_question("x" * 2000, at="2026-09-07 20:00")], room=TIGHTEST)
    assert block(page, "To discuss") == (("x" * 2000,),)
    assert page.omissions == ()


def test_the_tightest_room_keeps_three_sessions_and_the_mean() -> None:
    page = page_for([*sample_with_remarks(), *weekly([6, 5], condition="neck")], room=TIGHTEST)
    assert [each.title for each in page.blocks][:3] == ["Last 3 sessions", "Everyday life", "Side effects"]
    assert len(block(page, "Last 3 sessions")) == 3
    assert [row[0] for row in block(page, "Everyday life")] == ["mean"]
    assert page.omissions[0] == "1 condition: paintrack summary --for neck"
    assert any("points" in each for each in page.omissions)


def test_conditions_that_are_left_out_are_named_with_their_page() -> None:
    names = ["lower back", "left knee", "neck", "x" * 61, "hip", "jaw"]
    entries = [each for place, name in enumerate(names) for each in weekly([7] * (9 - place), condition=name)]
    way = 'paintrack summary --for "left knee"'
    assert page_for(entries, room=ROOM._replace(conditions=0)).omissions[0] == (
        f"5 conditions, left knee, neck, {'x' * 21}... and 2 others: {way}"
    )
    assert page_for(entries[:17], room=ROOM._replace(conditions=0)).omissions == (f"1 condition: {way}",)
    assert page_for(entries, room=ROOM._replace(conditions=2)).omissions[0].endswith(": paintrack trend --all")


def test_a_condition_comes_back_where_there_is_room_again() -> None:
    # So many changes that the page fits without those rows alone, whatever its other lines are.
    for changes in range(60):
        notes = [a_note(f"change {place}", at="2026-09-01 10:00") for place in range(changes)]
        entries = [*sample_with_remarks(), *weekly([6, 5], condition="neck"), *notes]
        text = page_as_text(summarize(entries))
        has_rows, has_neck = "in the way of activity" in text, "OTHER CONDITIONS" in text
        if not has_rows:
            break
    assert has_neck


@pytest.mark.parametrize(
    "request_",
    [PageScope(), PageScope(since=date(2026, 9, 1)), PageScope(last=1), PageScope(condition="neck")],
)
def test_changes_stand_whatever_the_period(request_: PageScope) -> None:
    old = (a_session(7, 5, at="2025-01-10 10:00"), a_note("old pills", at="2025-01-11 10:00"))
    notes = [a_note("new pills", at="2026-04-20 10:00"), a_note("tomorrow's pills", at="2026-09-15 10:00")]
    neck = weekly([6, 5], condition="neck")
    page = page_for([*old, *weekly([7] * 9), *neck, *notes], request_)
    assert block(page, "Changes")[:2] == (("20 Apr 2026", "new pills"), ("15 Sep 2026", "tomorrow's pills")) or (
        block(page, "Changes")[:2] == (("20 Apr", "new pills"), ("15 Sep", "tomorrow's pills"))
    )
    older = (("", "1 older change, before this course"), ("11 Jan 2025", "old pills"))
    assert block(page, "Changes")[-2:] == older


def test_an_older_answer_on_everyday_life_has_its_year() -> None:
    visits = [
        a_session(at=f"{day} 09:00", practitioner=name)
        for day, name in (("2025-12-01", "Dr Li"), ("2026-01-31", "Dr Wu"))
    ]
    pegs = [a_peg(7, 8, 7, at="2025-12-01 10:00"), a_peg(4, 4, 4, at="2026-02-01 10:00")]
    shown = page_for([visits[0], pegs[0], visits[1], pegs[1]], PageScope(practitioner="Dr Wu"))
    (everyday_life,) = [each for each in shown.blocks if each.title == "Everyday life"]
    assert everyday_life.head[1:3] == ("1 Dec 2025", "1 Feb 2026")

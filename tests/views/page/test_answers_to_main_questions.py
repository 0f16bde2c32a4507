"""The answers at the top of the page: the course, relief, carry-over, and what explains them."""

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.page_scope import PageScope
from paintrack.views.page.page_content import build_page
from paintrack.views.trend.course_sentences import MEDIAN
from paintrack.views.trend.trend_questions_and_answers import answers
from tests.factories.courses import k1_with_everything, weekly
from tests.factories.entries import a_peg, a_plan, a_reading, a_session
from tests.factories.pages import block, headline, page_for, sentences, summarize
from tests.strategies import scores

if TYPE_CHECKING:
    from paintrack.model.entries import AnyEntry


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((8,), "Too early to say: needs 7 visits with a score, so far 1 (score 8)."),
        (
            (8, 8, 7, 6, 6, 5, 4, 4),
            (
                "Probably going down, 7 to 4, 3 lower (43 %): of 10 diaries in which nothing changes, up to 1 gets "
                "this answer (median of sessions 2 to 4 and of the last 3 of 8)."
            ),
        ),
        (
            (4, 4, 4, 5, 5, 6, 6, 7, 7, 7),
            "4 to 7, 3 higher: going up, worse; median of sessions 2 to 4 and of the last 3 of 10.",
        ),
        (
            (0, 0, 7, 0, 0, 5, 0, 0),
            "Cannot be told from the visits: on arrival the score was 0 at 6 of 8 visits. See the days above 0.",
        ),
    ],
)
def test_the_course_in_the_words_of_the_trend(before: tuple[int, ...], sentence: str) -> None:
    assert headline(page_for(weekly(before)), "Getting better?") == sentence


@pytest.mark.parametrize(
    ("before", "large", "rest"),
    [
        ((4, 4, 4, 5, 5, 6, 6, 7, 7, 7), "4 -> 7", "3 higher; median of sessions 2 to 4 and of the last 3 of 10."),
        (
            (9, 8, 7, 6, 5, 4, 3, 3, 2, 2, 3, 5, 6, 8),
            "7 -> 3 -> 6",
            (
                "The newest: 8; medians of sessions 2 to 4, of sessions 6 to 10 and of the last 3 of 14; it could be "
                "2.3 lower or 2 higher a month."
            ),
        ),
    ],
)
def test_below_the_large_answer_nothing_is_said_twice(before: tuple[int, ...], large: str, rest: str) -> None:
    answer = page_for(weekly(before)).answers[0]
    assert (answer.large, answer.rest) == (large, rest)
    assert answer.beside.startswith("on arrival, ")


def test_the_answers_are_those_of_the_trend_but_for_the_median() -> None:
    summary = summarize(k1_with_everything())
    assert summary.main is not None
    spoken = [(question.on_page, text) for question, text in answers(summary.main, middle=MEDIAN)]
    assert sentences(build_page(summary)) == spoken


def test_mostly_0_has_its_days_by_month_on_the_page() -> None:
    page = page_for(weekly((0, 0, 7, 0, 0, 5, 0, 0), condition="migraine"))
    assert headline(page, "Days above 0") == (
        "At least 2 days above 0: 8 of 50 days have a score, the other days are unknown; median 6, worst 7 on the days "
        "above 0. First half: above 0 on 1 of 4 days with a score; second half: on 1 of 4. By month, of the days with "
        "a score: 1 of 4 in Jul, 1 of 4 in Aug."
    )
    assert "Does it hold?" not in dict(sentences(page))


def test_the_first_score_is_explained_once_at_the_end() -> None:
    assert page_for(k1_with_everything()).closing[1] == (
        "The first score (8) is shown but not counted: people often start on a bad day, and bad days ease by "
        "themselves. Self-reported with paintrack; not a diagnosis."
    )
    rising = page_for(weekly((4, 4, 4, 5, 5, 6, 6, 7, 7, 7)))
    assert rising.closing[1] == (
        "The first score (4) is shown but not counted. Self-reported with paintrack; not a diagnosis."
    )


@pytest.mark.parametrize("condition", ["anxiety", "sleep", "hot flushes"])
def test_without_pain_no_word_of_it_stands_on_the_page(condition: str) -> None:
    entries: list[AnyEntry] = [
        *weekly((8, 7, 7, 6, 7, 5, 6, 5, 4, 4), condition=condition),
        a_peg(6, 7, 6, at="2026-07-06 13:00"),
        a_plan(condition=condition, sessions=12, goal=3),
    ]
    text = repr(page_for(entries)).replace("paintrack", "")
    assert not re.search(r"pain|PEG", text, re.IGNORECASE)
    assert block(page_for(entries), "Everyday life")[0] == ("on average", "6")


def test_an_earlier_course_has_its_own_line() -> None:
    page = page_for([*k1_with_everything(), a_session(6, 4, at="2027-02-01 10:00")], printed=date(2027, 2, 2))
    assert headline(page, "Other courses") == (
        "An earlier course: 10 sessions, 6 Jul to 7 Sep 2026: going down, 7 to 4; then a pause of 21 weeks."
    )
    assert page.period == "1 session, 1 Feb 2027 (the newest of 2 courses)"


def test_readings_alone_have_their_verdict_from_home() -> None:
    page = page_for([a_reading(8 - week // 2, at=7 * week + day) for week in range(10) for day in (1, 2, 4)])
    answer = headline(page, "Getting better?")
    assert answer.startswith("At home: going down, 8 to 4: 4 lower (50 %); median of the ")
    assert answer.endswith(" No sessions for lower back yet: readings at home only.")


@pytest.mark.parametrize(
    ("before", "course"),
    [
        (
            (8, 7, 7, 6, 7, 5, 6, 5, 4, 4),
            ("7 -> 4", "on arrival, going down", "3 lower (43 %); median of sessions 2 to 4 and of the last 3 of 10."),
        ),
        ((8, 7), ("Too early to say", "", "Needs 7 visits with a score, so far 2 (8 first, 7 last).")),
        (
            (4, 4, 4, 5, 5, 6, 6, 7, 7, 7),
            (
                "4 -> 7",
                "on arrival, going up, worse",
                "3 higher; median of sessions 2 to 4 and of the last 3 of 10.",
            ),
        ),
        (
            (0, 0, 7, 0, 0, 5, 0, 0),
            (
                "Cannot be told from the visits",
                "",
                "On arrival the score was 0 at 6 of 8 visits. See the days above 0.",
            ),
        ),
    ],
)
def test_the_large_answer_on_the_course(before: tuple[int, ...], course: tuple[str, str, str]) -> None:
    answer = page_for(weekly(before)).answers[0]
    assert (answer.large, answer.beside, answer.rest) == course


@pytest.mark.parametrize(
    ("before", "scope", "large"),
    [
        (
            (8, 7, 7, 6, 7, 5, 6, 5, 4, 4),
            PageScope(last=6),
            ("6 -> 4", "on arrival, probably going down in these 6 sessions"),
        ),
        ((8, 7, 7, 6, 7, 5, 6, 5, 4, 4), PageScope(last=7), ("Not clear yet", "in these 7 sessions")),
        (
            (4, 4, 4, 5, 5, 6, 6, 7, 7, 8),
            PageScope(last=9),
            ("4 -> 7", "on arrival, going up, worse in these 9 sessions"),
        ),
        ((0, 0, 7, 0, 0, 5, 0, 0), PageScope(last=7), ("Cannot be told from the visits", "in these 7 sessions")),
    ],
)
def test_a_large_answer_says_that_it_is_of_a_part(
    before: tuple[int, ...], scope: PageScope, large: tuple[str, str]
) -> None:
    answer = page_for(weekly(before), scope).answers[0]
    assert (answer.large, answer.beside) == large


def test_a_large_answer_of_some_readings_says_so() -> None:
    readings = [a_reading(8 - week // 2, at=7 * week + day) for week in range(14) for day in (1, 2, 4)]
    answer = page_for(readings, PageScope(since=readings[12].when.day)).answers[0]
    assert answer[2:4] == ("6 -> 2", "going down at home in these 30 readings")


def test_the_large_answers_on_a_session() -> None:
    _, right_after, holds = page_for(k1_with_everything()).answers
    assert right_after[2:] == ("2 lower", "", "Median of 10; 1 to 3.")
    assert holds[2:4] == ("Usually back", "by the next visit")
    assert holds.rest.startswith("2 lower after, 2 higher again (median of 9 gaps; 0 to 3). Over the weeks")
    in_part = page_for(weekly((9, 8, 7, 6, 5, 4, 3), (6, 5, 4, 3, 2, 1, 0))).answers[-1]
    assert in_part[2:4] == ("In part", "")
    assert in_part.rest.startswith("3 lower after, 2 higher again by the next visit (median of 6 gaps; 2 in each).")
    (_, days, _) = page_for(weekly((0, 0, 7, 0, 0, 5, 0, 0), condition="migraine")).answers
    assert days[2:4] == ("2", "of 8 days with a score")
    assert days.rest == days.sentence
    none = page_for(weekly((0,) * 8, condition="migraine")).answers[1]
    assert none[2:] == ("0", "in 8 days with a score", "8 days with a score, all 0; the other 42 days are unknown.")


def test_after_one_session_all_three_questions_have_an_answer() -> None:
    answers_of_one = page_for(weekly((8,), (5,))).answers
    assert [each.large for each in answers_of_one] == ["Too early to say", "3 lower", "Too early to say"]
    assert answers_of_one[2].rest == "Needs a session with both scores, and a score at the next visit within 8 weeks."


def test_the_large_answer_of_readings_alone() -> None:
    page = page_for([a_reading(8 - week // 2, at=7 * week + day) for week in range(10) for day in (1, 2, 4)])
    assert [each[2:4] for each in page.answers] == [("8 -> 4", "going down at home")]


@given(st.lists(scores | st.sampled_from((0.0, 4.0, 7.0)), min_size=1, max_size=14))
def test_parts_of_an_answer_say_all_of_its_sentence(before: list[float]) -> None:
    for answer in page_for(weekly(before)).answers:
        assert answer.large
        in_parts = f"no day {answer.question} {answer.large} {answer.beside} {answer.rest}".casefold().replace(
            "->", "to"
        )
        words = set(re.findall(r"\w+", in_parts))
        assert words.issuperset(
            set(re.findall(r"\w+", answer.sentence.casefold())) - {"then", "at", "home", "scores", "are"}
        )

"""The answers at the top of the page: the course, relief, carry-over, and what explains them."""

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from paintrack.views.page.page_content import build_page
from paintrack.views.trend.course_sentences import MEDIAN
from paintrack.views.trend.trend_sentences import answers
from tests.factories.courses import k1_with_everything, weekly
from tests.factories.entries import a_peg, a_plan, a_reading, a_session
from tests.factories.pages import block, headline, page_for, summarize

if TYPE_CHECKING:
    from paintrack.model.entries import AnyEntry


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ((8,), "Too early to say: needs 7 visits with a score, so far 1 (8)."),
        (
            (8, 8, 7, 6, 6, 5, 4, 4),
            (
                "Probably going down, 7 to 4, 3 lower (43 %): of 10 diaries in which nothing changes, up to 1 gets "
                "this answer (median of visits 2 to 4 and of the last 3 of 8)."
            ),
        ),
        (
            (4, 4, 4, 5, 5, 6, 6, 7, 7, 7),
            "4 to 7, 3 higher: going up, worse; median of visits 2 to 4 and of the last 3 of 10.",
        ),
        (
            (0, 0, 7, 0, 0, 5, 0, 0),
            "Scores on arrival are mostly 0 (6 of 8 visits), so days above 0 are counted instead.",
        ),
    ],
)
def test_the_course_in_the_words_of_the_trend(before: tuple[int, ...], sentence: str) -> None:
    assert headline(page_for(weekly(before)), "Getting better?") == sentence


def test_the_answers_are_those_of_the_trend_but_for_the_median() -> None:
    summary = summarize(k1_with_everything())
    assert summary.main is not None
    spoken = [(question.on_page, text) for question, text in answers(summary.main, middle=MEDIAN)]
    assert build_page(summary).headlines == tuple(spoken)


def test_mostly_0_has_its_days_by_month_on_the_page() -> None:
    page = page_for(weekly((0, 0, 7, 0, 0, 5, 0, 0), condition="migraine"))
    assert headline(page, "Days above 0") == (
        "At least 2 days above 0: 8 of 50 days have a score, the other days are unknown; median 6, worst 7 on the days "
        "above 0. First half: 1 above 0 of 4 days with a score; second half: 1 of 4. By month, of the days with a "
        "score: Jul 1 of 4, Aug 1 of 4."
    )
    assert "Does it hold?" not in dict(page.headlines)


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

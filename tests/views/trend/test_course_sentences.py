"""What the scores on arrival say: the right words for each course, and of how many visits."""

from collections.abc import Sequence

import pytest

from paintrack.views.trend.course_sentences import MEDIAN, first_score_sentence, headline, short_summary
from tests.factories.courses import K1_BEFORE
from tests.factories.courses import trend as trend_of_history
from tests.factories.entries import a_reading, a_session, day_after
from tests.views.trend.trend_answers import Scores, answers, course, trend

CHANCE = "of 10 diaries in which nothing changes, up to 1 gets this answer"


def basis(before: Scores) -> str:
    """What the medians rest on."""
    return f"middle of sessions 2 to 4 and of the last 3 of {len(before)}"


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ((8,), "Too early to say: needs 7 visits with a score, you have 1 (score 8)."),
        ((8, 7.5), "Too early to say: needs 7 visits with a score, you have 2 (8 first, 7.5 last)."),
        ((8, 7, 7, 5, 5, 4), "Too early to say: needs 7 visits with a score, you have 6 (8 first, 4 last)."),
        ((9, 8, 7, 6, 5, 4, 3), f"Probably going down, 7 to 4, 3 lower (43 %): {CHANCE} (BASIS)."),
        ((2, 3, 4, 5, 6, 7, 8), f"Probably going up, 4 to 7, 3 higher: {CHANCE} (BASIS)."),
        (K1_BEFORE, "Going down, 7 to 4: 3 lower (43 %); BASIS."),
        (
            (9, 8, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3),
            "Going down, 8 to 4: 4 lower (50 %), a substantial change; BASIS.",
        ),
        (
            (4, 4, 4, 5, 5, 6, 6, 7, 7, 7),
            "4 to 7, 3 higher: going up, worse; BASIS. Tell your acupuncturist and your doctor.",
        ),
        (
            (6,) * 9,
            "About the same: a change of 2 or more over these visits is unlikely to have happened (6 to 6: BASIS).",
        ),
        (
            (7, 6, 6, 6, 6, 6, 6, 6, 5.5, 5.5, 5.5, 5.5, 5.5),
            (
                "About the same, falling by under 1: a change of 2 or more over these visits is unlikely to have "
                "happened (6 to 5.5: BASIS)."
            ),
        ),
        (
            (7, 7, 6, 7, 7, 6, 7, 7, 5),
            "Not clear yet: it could be 3.1 lower or 1.2 higher a month (7 to 7, the newest 5: BASIS).",
        ),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, tuple) else None,
)
def test_each_verdict_has_its_words(before: Scores, answer: str) -> None:
    assert course(before) == answer.replace("BASIS", basis(before))


def test_a_way_that_is_not_straight_has_three_middles() -> None:
    valley = (8, 7, 7, 6, 5, 3, 3, 3, 4, 5, 7, 7, 7)
    assert course(valley) == (
        "Not clear yet: 7, then 3, then 7: middles of sessions 2 to 4, of sessions 6 to 9 and of the last 3 of 13; it "
        "could be 1.9 lower or 2 higher a month."
    )
    assert headline(trend(valley)) == "Lower back score: not clear yet: 7, then 3, then 7"
    # A missing score in the middle third is no visit of it, and not each one is named.
    assert "of sessions 6 to 10 and of" in course((*valley[:6], None, *valley[6:]))
    assert course((3, 3, 4, 3, 6, 7, 7, 7, 8, 5, 5, 5)).startswith("Not clear yet")


def test_the_page_says_median_and_of_how_many() -> None:
    text = course(K1_BEFORE, middle=MEDIAN)
    assert text == "Going down, 7 to 4: 3 lower (43 %); median of sessions 2 to 4 and of the last 3 of 10."
    assert text == course(K1_BEFORE).replace("middle", "median")
    assert course((8, 7), middle=MEDIAN) == "Too early to say: needs 7 visits with a score, so far 2 (8 first, 7 last)."
    # The advice to tell is for the one who is ill.
    assert "Tell" not in course((4, 4, 4, 5, 5, 6, 6, 7, 7, 7), middle=MEDIAN)


def test_missing_scores_are_no_visits_of_the_middles() -> None:
    assert "middle of sessions 2, 4 and 5 and of" in course((8, 7, None, 7, 6, 7, 5, 6, 5, 4, 4))


def test_two_sessions_at_one_instant_are_one_visit() -> None:
    twice = [a_session(7, 5, at=7), a_session(7, 5, at=7)]
    figures = trend(K1_BEFORE[:1], (), *twice, *(a_session(7, 5, at=14 + 7 * week) for week in range(7)))
    assert "middle of sessions 2 to 4 and of" in answers(figures)["Is it getting better?"]
    early = answers(trend((8,), (), *twice))["Is it getting better?"]
    assert early == "Too early to say: needs 7 visits with a score, you have 2 (8 first, 7 last)."


def test_from_a_median_of_0_there_are_points_but_no_percent() -> None:
    assert course((1, 0, 0, 0, 2, 3, 4, 5, 5, 6)).startswith("0 to 5, 5 higher: going up, worse; ")


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (K1_BEFORE, "Lower back score: going down, 7 to 4"),
        ((4, 4, 4, 5, 5, 6, 6, 7, 7, 7), "Lower back score: going up, worse, 4 to 7"),
        ((7, 7, 6, 7, 7, 6, 7, 7, 5), "Lower back score: not clear yet"),
        ((6,) * 9, "Lower back score: about the same"),
        ((8, 7), "Lower back score: too early to say"),
        ((0, 0, 0), "Lower back score: all 0 on arrival (3 scores)"),
        ((0, 5, 0, 0), "Lower back score: 0 at 3 of 4 visits; above 0 on at least 1 day"),
        ((None,), "Lower back: 1 session without a score on arrival"),
    ],
)
def test_the_headline(before: Scores, line: str) -> None:
    assert headline(trend(before)) == line


def test_all_0_on_arrival_is_not_all_0() -> None:
    attack = a_reading(6, condition="migraine", at=2)
    figures = trend((0, 0, 0), (), attack, condition="migraine")
    assert headline(figures) == "Migraine score: 0 at 3 of 3 visits; above 0 on at least 1 day"
    assert short_summary(figures) == "0 at 3 of 3 visits; above 0 on at least 1 day"
    every_day = trend_of_history(
        "migraine", [a_session(0, place % 2, condition="migraine", at=place) for place in range(4)]
    )
    assert headline(every_day) == "Migraine score: 0 at 4 of 4 visits; above 0 on 2 days"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ((9, 8, 7, 6, 5, 4, 3, 3, 2, 2, 3, 5, 6, 8), "Not clear yet: 7, then 3, then 6 (the newest: 8): middles of"),
        ((9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 5), "Going down, 8 to 3 (the newest: 5): 5 lower"),
        ((4, 4, 4, 5, 5, 6, 6, 7, 7, 9), "4 to 7 (the newest: 9), 3 higher: going up"),
        ((7, *(6,) * 14, 8), "(6 to 6, the newest 8: middle of"),
    ],
)
def test_a_newest_score_that_is_2_or_more_off_is_named(before: Scores, words: str) -> None:
    assert words in course(before)
    assert "the newest" not in course((*before[:-1], before[-2]))


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ((9, 8, 7, 6, 5, *[4] * 9), " About 4 since session 6 (10 Aug)."),
        ((8, 7, 7, 7, 7, 7, 7, *[4] * 7), " About 4 since session 8 (24 Aug)."),
        ((7, 6, 6, 5, 4, 3, 2, 1, *[0] * 9), " About 0 since session 9 (31 Aug)."),
        ((4, 4, 4, 4, 6, *[7] * 5), " About 7 since session 6 (10 Aug). Tell your acupuncturist and your doctor."),
    ],
)
def test_a_course_that_has_stopped_moving_says_since_when(before: Scores, words: str) -> None:
    assert course(before).endswith(words)
    assert course(before, middle=MEDIAN).endswith(words.partition(" Tell")[0])


def test_the_day_has_its_year_where_the_course_has_two() -> None:
    assert "since session 6 (10 Aug 2026)" in course((9, 8, 7, 6, 5, *[4] * 25))
    # Also where the level began in the last of its years.
    assert "since session 36 (8 Mar 2027)" in course((*[9] * 15, *[8] * 10, *[6] * 10, *[4] * 9))


def test_the_first_score_is_named_with_the_reason() -> None:
    def sentence(before: Scores) -> str:
        figures = trend(before).course
        return first_score_sentence(figures.judgement if figures else None)

    assert sentence(K1_BEFORE) == (
        "The first score (8) is shown but not counted: people often start on a bad day, and bad days ease by "
        "themselves."
    )
    assert sentence((4, 4, 4, 5, 5, 6, 6, 7, 7, 7)) == "The first score (4) is shown but not counted."
    assert sentence((2, 3, 4, 5, 6, 7, 8)) == "The first score (2) is shown but not counted."
    assert sentence((0, 0, 0)) == sentence((None,)) == ""


def test_when_most_scores_are_0_days_are_counted_instead() -> None:
    figures = trend((0, 7, 0, 0, 0, 6, 0, 0), (0, 3, 0, 0, 0, 1, 0, 0), condition="migraine")
    assert answers(figures) == {
        "Is it getting better?": (
            "Cannot be told from the visits: on arrival the score was 0 at 6 of 8 visits. See the days above 0."
        ),
        "Days above 0": (
            "At least 2 days above 0: 8 of 50 days have a score, the other days are unknown; middle 6.5, worst 7 on "
            "the days above 0. First half: above 0 on 1 of 4 days with a score; second half: on 1 of 4. By month, of "
            "the days with a score: 1 of 4 in Jul, 1 of 4 in Aug."
        ),
        "Right after a session?": "4.5 lower (middle of 2 sessions that began above 0; 4 to 5).",
    }
    zeros = answers(trend((0, 0, 0)))
    assert zeros["Is it getting better?"] == "All 0 on arrival (3 scores), so days above 0 are counted instead."
    assert zeros["Days above 0"] == "3 days with a score, all 0; the other 12 days are unknown."


@pytest.mark.parametrize(
    ("days", "zeros", "sentence"),
    [
        ((0, 1, 2), (), "3 days with a score, all 0."),
        ((0, 1, 3), (), "3 days with a score, all 0; the other day is unknown."),
        ((0, 1, 6), range(7), "7 days with a score, all 0."),
    ],
)
def test_days_without_a_score_are_unknown(days: Sequence[int], zeros: Sequence[int], sentence: str) -> None:
    history = [a_session(0, 0, at=day) for day in days]
    figures = trend_of_history("lower back", history, zero_days=[day_after(day) for day in zeros])
    assert answers(figures)["Days above 0"] == sentence


@pytest.mark.parametrize(
    ("last", "zeros", "sentence"),
    [
        (3, (), "At least 1 day above 0: 3 of 4 days have a score, the other day is unknown; middle 2"),
        (3, (2,), "1 day above 0 in 4 days, each with a score; middle 2"),
        (9, (), "At least 1 day above 0: 3 of 10 days have a score, the other days are unknown; middle 2"),
    ],
)
def test_at_least_goes_where_each_day_has_a_score(last: int, zeros: Sequence[int], sentence: str) -> None:
    history = [a_session(0, 0), a_session(0, 2, at=1), a_session(0, 0, at=last)]
    figures = trend_of_history("lower back", history, zero_days=[day_after(day) for day in zeros])
    assert answers(figures)["Days above 0"].startswith(f"{sentence}, worst 2 on the days above 0. First half: ")


def test_many_months_are_cut_to_the_newest_12() -> None:
    monthly = [a_session(place // 15, 0, condition="migraine", at=30 * place) for place in range(16)]
    text = answers(trend_of_history("migraine", monthly))["Days above 0"]
    months = text.partition("By month, of the days with a score: ")[2]
    assert months.count(" of ") == 13
    assert "0 of 1 in Aug 2027, 1 of 1 in Sep 2027" in months
    assert months.endswith(" (newest 12 of 15 months).")

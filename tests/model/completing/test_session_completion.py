"""Which score completes which session."""

from dataclasses import replace

import pytest

from paintrack.model.completing.session_completion import (
    add_arrival_scores,
    add_leaving_scores,
    no_current_session_error,
    select_open_session,
)
from paintrack.model.completing.session_errors import (
    ArrivalScoreExistsError,
    LeavingScoreExistsError,
    NoArrivalScoreError,
    NoOpenScoreError,
    NoOpenSessionError,
    OpenSessionTooOldError,
    ScoreBeforeSessionError,
    SeveralScoresOpenError,
    SeveralSessionsOpenError,
)
from paintrack.model.entries import Rating, Session
from paintrack.model.open_session import open_ratings
from tests.factories.entries import STAMP, a_session, moment

LATER = "2026-07-06T13:10:00.000000Z"
OPEN = a_session(7, None, number=3)
TWO_OPEN = OPEN.with_rating(Rating(condition="neck", before=6))


def without_time(session: Session, day: str = "2026-07-06") -> Session:
    return replace(session, when=moment(f"{day} 12:00")._replace(time_given=False))


def test_another_condition_joins_with_its_own_time() -> None:
    session = add_arrival_scores(OPEN, [Rating(condition="neck", before=6)], moment("2026-07-06 14:10"), LATER)
    assert session.ratings == (
        *OPEN.ratings,
        Rating(condition="neck", before=6, before_at="2026-07-06T12:10:00Z", before_entered=LATER),
    )


def test_the_same_condition_in_any_spelling_does_not_join() -> None:
    with pytest.raises(ArrivalScoreExistsError) as refused:
        add_arrival_scores(OPEN, [Rating(condition="Lower  BACK", before=6.5)], moment("2026-07-06 14:10"), LATER)
    assert vars(refused.value) == {"session": "3", "began": OPEN.at, "condition": "lower back", "score": 6.5}


def test_the_one_open_rating_is_completed() -> None:
    session, done = add_leaving_scores(OPEN, 3, None, [], when=moment("2026-07-06 15:10"), typed=LATER)
    assert done == list(session.ratings)
    assert session.ratings[0] == OPEN.ratings[0]._replace(after=3, after_at="2026-07-06T13:10:00Z", after_entered=LATER)
    assert not open_ratings(session)


def test_right_after_the_session_has_no_time_of_its_own() -> None:
    session, _ = add_leaving_scores(OPEN, 0, None, [], when=None, typed=LATER)
    assert session.ratings[0].after == 0
    assert session.ratings[0].after_at is None
    assert session.ratings[0].after_entered == LATER


def test_a_session_without_a_time_is_completed_before_noon() -> None:
    session, _ = add_leaving_scores(without_time(OPEN), 3, None, [], when=moment("2026-07-06 10:00"), typed=LATER)
    assert session.ratings[0].after == 3


def test_a_score_on_leaving_does_not_come_before_the_session() -> None:
    with pytest.raises(ScoreBeforeSessionError) as refused:
        add_leaving_scores(OPEN, 3, None, [], when=moment("2026-07-06 14:01"), typed=LATER)
    assert vars(refused.value) == {"session": "3", "began": OPEN.at, "time_given": True}


def test_two_open_ratings_are_asked_for_by_name() -> None:
    with pytest.raises(SeveralScoresOpenError) as refused:
        add_leaving_scores(TWO_OPEN, 3, None, [], when=None, typed=LATER)
    assert vars(refused.value) == {
        "session": "3",
        "conditions": ("lower back", "neck"),
        "score": 3,
        "is_session_typed": False,
        "at": None,
    }


def test_the_rest_of_two_is_meant_when_the_other_is_named() -> None:
    session, done = add_leaving_scores(TWO_OPEN, 3, None, [("NECK", 2)], when=None, typed=LATER)
    assert [(each.condition, each.after) for each in done] == [("lower back", 3), ("neck", 2)]
    assert not open_ratings(session)


def test_one_of_two_stays_open() -> None:
    session, done = add_leaving_scores(TWO_OPEN, 3, "neck", [], when=None, typed=LATER)
    assert [each.condition for each in done] == ["neck"]
    assert [each.condition for each in open_ratings(session)] == ["lower back"]


def test_a_condition_without_a_score_on_arrival_is_not_completed() -> None:
    with pytest.raises(NoArrivalScoreError) as refused:
        add_leaving_scores(OPEN, 3, "left knee", [], when=None, typed=LATER)
    assert vars(refused.value) == {
        "session": "3",
        "condition": "left knee",
        "score": 3,
        "open_conditions": ("lower back",),
    }


def test_what_is_complete_is_not_overwritten() -> None:
    complete = a_session(7, 3, number=3)
    with pytest.raises(LeavingScoreExistsError) as refused:
        add_leaving_scores(complete, 2, "lower back", [], when=None, typed=LATER)
    assert vars(refused.value) == {"session": "3", "condition": "lower back", "existing": 3, "score": 2}
    with pytest.raises(NoOpenScoreError) as refused_too:
        add_leaving_scores(complete, 2, None, [], when=None, typed=LATER)
    assert vars(refused_too.value) == {"session": "3", "conditions": ("lower back",), "score": 2}


def test_two_open_sessions_with_the_condition_are_ambiguous() -> None:
    other = a_session(5, None, at="2026-07-06 14:30", number=4)
    assert select_open_session([other, TWO_OPEN], "neck", 3) is TWO_OPEN
    assert select_open_session([], "neck", 3) is None
    with pytest.raises(SeveralSessionsOpenError) as refused:
        select_open_session([other, TWO_OPEN], None, 3)
    assert vars(refused.value) == {"sessions": (("4", other.at), ("3", OPEN.at)), "score": 3}


def test_without_an_open_session_none_is_open() -> None:
    error = no_current_session_error([], 3.5, moment("2026-07-07 07:10"))
    assert isinstance(error, NoOpenSessionError)
    assert error.score == 3.5


@pytest.mark.parametrize(("now", "days"), [("2026-07-06 19:00", 0), ("2026-07-07 07:10", 1), ("2026-07-09 07:10", 3)])
def test_an_open_session_that_is_over_is_named(now: str, days: int) -> None:
    error = no_current_session_error([OPEN, without_time(OPEN)], 4, moment(now))
    assert isinstance(error, OpenSessionTooOldError)
    assert vars(error) == {
        "session": "3",
        "began": OPEN.at,
        "time_given": True,
        "days_ago": days,
        "score": 4,
        "at": None,
        "options": (),
    }


def test_nothing_of_this_changes_what_it_was_given() -> None:
    before = replace(OPEN)
    add_leaving_scores(OPEN, 3, None, [], when=None, typed=STAMP)
    add_arrival_scores(OPEN, [Rating(condition="neck", before=6)], moment("2026-07-06 14:10"), STAMP)
    assert before == OPEN

import shlex
from dataclasses import replace

import pytest

from paintrack.errors import UsageError
from paintrack.model.entry import Rating, Session
from paintrack.model.open_session import (
    add_arrival_scores,
    add_leaving_scores,
    current_session,
    open_ratings,
    quoted,
    refuse_stale,
)
from tests.factories.entries import STAMP, a_session, moment

LATER = "2026-07-06T13:10:00.000000Z"
OPEN = a_session(7, None, number=3)
TWO_OPEN = OPEN.with_rating(Rating(condition="neck", before=6))


def without_time(session: Session, day: str = "2026-07-06") -> Session:
    return replace(session, when=moment(f"{day} 12:00")._replace(time_given=False))


@pytest.mark.parametrize("time", ["14:02", "15:10", "18:02"])
def test_a_session_of_today_within_four_hours_is_going_on(time: str) -> None:
    assert current_session([OPEN], moment(f"2026-07-06 {time}")) is OPEN


@pytest.mark.parametrize("at", ["2026-07-06 18:03", "2026-07-07 00:30", "2026-07-07 14:02", "2026-07-05 14:02"])
def test_an_older_one_or_one_of_another_day_is_not(at: str) -> None:
    assert current_session([OPEN], moment(at)) is None


def test_a_session_over_midnight_is_not_completed_silently() -> None:
    late = a_session(7, None, at="2026-07-06 23:30")
    assert current_session([late], moment("2026-07-07 00:15")) is None


def test_the_first_that_fits_is_taken() -> None:
    old, new = a_session(at="2026-07-06 11:00"), a_session(at="2026-07-06 14:30")
    assert current_session([new, old], moment("2026-07-06 14:40")) is new
    assert current_session([], moment("2026-07-06 14:40")) is None


def test_another_condition_joins_with_its_own_time() -> None:
    session = add_arrival_scores(OPEN, [Rating(condition="neck", before=6)], moment("2026-07-06 14:10"), LATER)
    assert session.ratings == (
        *OPEN.ratings,
        Rating(condition="neck", before=6, before_at="2026-07-06T12:10:00Z", before_entered=LATER),
    )


def test_the_same_condition_in_any_spelling_does_not_join() -> None:
    with pytest.raises(UsageError) as refused:
        add_arrival_scores(OPEN, [Rating(condition="Lower  BACK", before=6.5)], moment("2026-07-06 14:10"), LATER)
    assert str(refused.value) == (
        "Session 3 has lower back already, since 14:02. To correct it: "
        'paintrack edit 3 --for "lower back" --before 6.5. For a new session: --another. Nothing saved.'
    )


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


def test_a_session_whose_time_is_not_known_is_completed_before_its_noon() -> None:
    session, _ = add_leaving_scores(without_time(OPEN), 3, None, [], when=moment("2026-07-06 10:00"), typed=LATER)
    assert session.ratings[0].after == 3


def test_a_score_on_leaving_does_not_come_before_the_session() -> None:
    with pytest.raises(UsageError, match=r"^Session 3 began later, 14:02\. Nothing saved\.$"):
        add_leaving_scores(OPEN, 3, None, [], when=moment("2026-07-06 14:01"), typed=LATER)


def test_two_open_ratings_are_asked_for_by_name() -> None:
    with pytest.raises(UsageError) as refused:
        add_leaving_scores(TWO_OPEN, 3, None, [], when=None, typed=LATER)
    assert str(refused.value) == (
        "2 scores are open in session 3: lower back and neck. Say which, or all: "
        'paintrack after 3 --for "lower back" --also "neck=SCORE". Nothing saved.'
    )


def test_the_rest_of_two_is_meant_when_the_other_is_named() -> None:
    session, done = add_leaving_scores(TWO_OPEN, 3, None, [("NECK", 2)], when=None, typed=LATER)
    assert [(each.condition, each.after) for each in done] == [("lower back", 3), ("neck", 2)]
    assert not open_ratings(session)


def test_one_of_two_stays_open() -> None:
    session, done = add_leaving_scores(TWO_OPEN, 3, "neck", [], when=None, typed=LATER)
    assert [each.condition for each in done] == ["neck"]
    assert [each.condition for each in open_ratings(session)] == ["lower back"]


def test_a_condition_without_a_score_on_arrival_is_not_completed() -> None:
    with pytest.raises(UsageError) as refused:
        add_leaving_scores(OPEN, 3, "left knee", [], when=None, typed=LATER)
    assert str(refused.value) == (
        "Session 3 has no score on arrival for left knee. To save it all the same: "
        'paintrack edit 3 --for "left knee" --after 3. Nothing saved.'
    )


def test_what_is_complete_is_not_overwritten() -> None:
    done = a_session(7, 3, number=3)
    with pytest.raises(UsageError) as refused:
        add_leaving_scores(done, 2, "lower back", [], when=None, typed=LATER)
    assert str(refused.value) == (
        "Session 3 has lower back 3 after already. To correct it: "
        'paintrack edit 3 --for "lower back" --after 2. Nothing saved.'
    )
    with pytest.raises(UsageError, match=r"^Session 3 waits for no score\. To correct one: paintrack edit 3"):
        add_leaving_scores(done, 2, None, [], when=None, typed=LATER)


def test_nothing_open_says_what_to_type() -> None:
    assert str(refuse_stale([], 3.5, moment("2026-07-07 07:10"))) == (
        "Nothing saved. No session is open. A whole session: paintrack log BEFORE 3.5\n"
        "How it is now: paintrack rate 3.5"
    )


@pytest.mark.parametrize(
    ("now", "which"),
    [
        ("2026-07-06 19:00", "from 14:02 today"),
        ("2026-07-07 07:10", "from yesterday, Mon 6 Jul 2026 14:02"),
        ("2026-07-09 07:10", "from Mon 6 Jul 2026 14:02"),
    ],
)
def test_an_old_open_session_is_named_with_both_ways_on(now: str, which: str) -> None:
    assert str(refuse_stale([OPEN], 4, moment(now))) == (
        f"Nothing saved. The open session is {which} (id 3).\n"
        "  If 4 is how it was right after it:  paintrack after 4 --session 3\n"
        "  If 4 is how it is now:              paintrack rate 4"
    )


@pytest.mark.parametrize("now", ["2026-07-06 19:00", "2026-07-07 07:10", "2026-07-09 07:10"])
def test_a_time_that_was_not_given_is_not_told(now: str) -> None:
    assert "12:00" not in str(refuse_stale([without_time(OPEN)], 4, moment(now)))


def test_names_are_quoted_as_a_shell_needs_them() -> None:
    assert quoted("neck") == "neck"
    assert quoted("lower back") == '"lower back"'


def test_nothing_of_this_changes_what_it_was_given() -> None:
    before = replace(OPEN)
    add_leaving_scores(OPEN, 3, None, [], when=None, typed=STAMP)
    add_arrival_scores(OPEN, [Rating(condition="neck", before=6)], moment("2026-07-06 14:10"), STAMP)
    assert before == OPEN


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("neck", "neck"),
        ("lower back", '"lower back"'),
        ("2026-07-06", "2026-07-06"),
        ("it's", '"it\'s"'),
        ("$(rm x)", "'$(rm x)'"),
        ("it's `x`", "'it'\"'\"'s `x`'"),
    ],
)
def test_a_name_can_be_pasted_into_a_shell(name: str, typed: str) -> None:
    assert quoted(name) == typed
    assert shlex.split(quoted(name)) == [name]

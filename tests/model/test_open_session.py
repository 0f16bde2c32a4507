"""Which session is still open."""

import pytest

from paintrack.model.open_session import current_session
from tests.factories.entries import a_session, moment

OPEN = a_session(7, None, number=3)


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

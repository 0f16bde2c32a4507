"""Which condition is meant when none is named."""

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.condition.default_condition import conditions_by_sessions
from paintrack.model.entries import Rating, Session
from tests.factories.entries import a_reading, a_session


def sessions_of(**days: list[int]) -> list[Session]:
    """Sessions of conditions on so many days after the first."""
    return [a_session(condition=name, at=day) for name, several in days.items() for day in several]


def test_most_sessions_come_first() -> None:
    assert conditions_by_sessions(sessions_of(neck=[0, 7], back=[1, 8, 15], knee=[20])) == ("back", "neck", "knee")


def test_only_the_365_days_before_the_newest_count() -> None:
    assert conditions_by_sessions(sessions_of(neck=[0, 1], back=[365])) == ("neck", "back")
    assert conditions_by_sessions(sessions_of(neck=[0, 1], back=[366])) == ("back", "neck")


def test_on_a_tie_the_newer_comes_first() -> None:
    assert conditions_by_sessions(sessions_of(neck=[0, 9], back=[1, 8])) == ("neck", "back")
    both = a_session(ratings=[Rating(condition="neck", before=5), Rating(condition="back", before=4)])
    assert conditions_by_sessions([both]) == ("neck", "back")


def test_readings_alone_come_last() -> None:
    sessions = sessions_of(back=[0])
    readings = [
        a_reading(condition=name, at=day) for name, day in (("sleep", 3), ("Back", 4), ("sleep", 5), ("hip", 6))
    ]
    assert conditions_by_sessions(sessions, readings) == ("back", "sleep", "hip")
    assert conditions_by_sessions([], readings) == ("sleep", "hip", "Back")
    assert conditions_by_sessions([]) == ()
    assert conditions_by_sessions([a_session(ratings=())]) == ()


def test_a_condition_is_one_whatever_its_case() -> None:
    sessions = sessions_of(Neck=[0], neck=[7], back=[3])
    assert conditions_by_sessions(sessions) == ("neck", "back")


@given(st.permutations(sessions_of(neck=[0, 400, 500], back=[350, 450, 501], knee=[1, 2, 3, 4])))
def test_the_order_of_the_sessions_does_not_matter(sessions: list[Session]) -> None:
    assert conditions_by_sessions(sessions) == ("back", "neck", "knee")

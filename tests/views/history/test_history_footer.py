"""The sentences below the history."""

from dataclasses import replace
from datetime import date

from paintrack.model.selection import Selection
from paintrack.model.values.moment import stamp
from paintrack.views.history.history_footer import filters_in_words, footer
from tests.factories.entries import NOW, a_reading, a_session, moment


def test_the_footer_does_not_say_when_one_types() -> None:
    entered = stamp(moment("2026-08-01 09:00").at)
    session, reading = replace(a_session(), entered=entered), replace(a_reading(), entered=entered)
    assert footer([session, reading], {"session": 1, "reading": 1}, Selection()) == [
        "1 session, 1 reading.",
        "Details: paintrack show 0",
    ]


def test_the_footer_says_what_a_filter_leaves_out() -> None:
    selection = Selection(condition="lower back", since=date(2026, 7, 1), last=1)
    assert footer([a_session(number=4)], {"session": 10, "reading": 2}, selection) == [
        '1 of 10 sessions, 0 of 2 readings: filtered by --for "lower back" --since 2026-07-01 --last 1.',
        "Details: paintrack show 4",
    ]


def test_the_footer_names_a_reading_when_there_is_no_session() -> None:
    reading = replace(a_reading(), number=3, entered=stamp(moment("2026-07-07 07:10").at))
    assert footer([reading], {"reading": 1}, Selection())[-1] == "Details: paintrack show r3"


def test_the_footer_that_is_spoken_is_short() -> None:
    assert footer([a_session()], {"session": 1}, Selection(), is_spoken=True) == ["1 session."]
    filtered = footer([a_session()], {"session": 2}, Selection(condition="neck"), is_spoken=True)
    assert filtered == ["1 of 2 sessions: filtered by for neck."]


def test_filters_in_the_words_that_were_typed() -> None:
    day = NOW.date()
    everything = Selection(condition="neck", since=day, until=day, last=3, practitioner="Dr Li", point="LI4")
    assert filters_in_words(everything) == (
        '--for neck --since 2026-07-06 --until 2026-07-06 --last 3 --with "Dr Li" --point LI4'
    )
    assert filters_in_words(Selection()) == ""


def test_filters_read_aloud_have_no_dashes() -> None:
    day = NOW.date()
    everything = Selection(condition="neck", since=day, last=3, practitioner="Dr\nLi", point="LI4")
    assert filters_in_words(everything, is_spoken=True) == (
        "for neck, since Monday 6 July 2026, last 3, with Dr Li, point LI4"
    )

"""Times of day in words: the half of the day that is meant, and the time on the clock that is never another one."""

from datetime import datetime

import pytest

from paintrack.commands._shared.guidance.meanings.times_in_words import with_times_in_figures
from tests.program import Paintrack

NOW = datetime(2026, 7, 6, 14, 2).astimezone()
# The minutes since twelve on a clock face.
HOURS = {
    word: 60 * (place % 12)
    for place, words in enumerate(
        ("one 1", "two 2", "three 3", "four 4", "five 5", "six 6", "seven 7", "eight 8", "nine 9", "ten 10",
         "eleven 11", "twelve 12"), start=1,
    )
    for word in words.split()
}  # fmt: skip
BEFORE_HOURS = {
    "at ": 0, "half past ": 30, "a quarter past ": 15, "twenty past ": 20, "quarter to ": -15, "twenty-five to ": -25,
}  # fmt: skip
HALVES = [
    "", " am", " pm", " a.m.", " p.m.", " in the morning", " in the afternoon", " in the evening", " at night",
    " in the night",
]  # fmt: skip
EARLY = {" am", " a.m."}
LATE = {" pm", " p.m."}


def times(typed: str) -> list[str]:
    """The times that may be meant by what stands behind a score."""
    return [" ".join(words[2:]) for words in with_times_in_figures(["7", *typed.split()], NOW)]


def minutes_of(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("at one at night", ["1:00"]),
        ("three o'clock at night", ["3:00"]),
        ("at three at night", ["3:00"]),
        ("quarter past four in the night", ["4:15"]),
        ("at five at night", ["5:00"]),
        # It may be in the evening too.
        ("quarter to six at night", ["17:45", "5:45"]),
        ("at six at night", ["18:00"]),
        ("half past nine at night", ["21:30"]),
        ("quarter to twelve at night", ["23:45"]),
        ("at twelve at night", ["0:00"]),
        ("12 o'clock at night", ["0:00"]),
        ("half past twelve at night", ["0:30"]),
        ("quarter to one at night", ["0:45"]),
        ("quarter to twelve in the morning", ["11:45"]),
        ("quarter to twelve pm", ["23:45"]),
        ("quarter to twelve am", ["11:45"]),
        ("quarter to one pm", ["12:45"]),
        ("quarter to one am", ["0:45"]),
        ("at 12 pm", []),  # It is a date already.
        ("at twelve pm", ["12:00"]),
        ("at twelve am", ["0:00"]),
        ("at twelve in the morning", ["12:00", "0:00"]),
        ("half past twelve in the afternoon", ["12:30"]),
        ("quarter to one in the afternoon", ["12:45"]),
        ("at five in the afternoon", ["17:00"]),
        ("quarter to twelve in the evening", ["23:45"]),
        ("at twelve in the evening", ["0:00"]),
        ("twenty to five in the evening", ["16:40"]),
        ("at two in the evening", ["14:00", "2:00"]),
        ("at eleven in the afternoon", ["11:00", "23:00"]),
        ("half past nine", ["9:30", "21:30"]),
        ("quarter to one", ["12:45", "0:45"]),
    ],
)
def test_the_half_of_the_day_is_that_of_the_time(typed: str, expected: list[str]) -> None:
    assert times(typed) == expected


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("before", BEFORE_HOURS)
def test_each_time_is_the_one_on_the_clock_face(before: str, half: str) -> None:
    for hour, minutes in HOURS.items():
        offered = times(f"{before}{hour}{half}")
        expected = (minutes + BEFORE_HOURS[before]) % 720
        # `at 7 am` is a date already.
        assert offered or (before == "at " and hour.isdigit() and half in {*EARLY, *LATE})
        assert {minutes_of(time) % 720 for time in offered} <= {expected}
        assert len({*offered}) == len(offered) <= 2
        if half in {*EARLY, *LATE}:
            assert {minutes_of(time) >= 720 for time in offered} <= {half in LATE}


@pytest.mark.parametrize(
    "typed", ["yesterday at one at night", "tue twelve o'clock at night", "last night at two at night"]
)
def test_an_hour_in_one_of_two_nights_is_asked_about(typed: str, paintrack: Paintrack) -> None:
    for option in ("", "--at "):
        refused = paintrack(["log", "7", "3", *option.split(), *typed.split()])
        assert refused.code != 0
        assert "can be in two nights: type" in refused.err

"""Moments: a local time with its offset, as ISO 8601 and as a stored instant."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.model.values.moment import (
    Moment,
    day_lived,
    days_after,
    from_utc,
    now_moment,
    offset_minutes,
    stamp,
    to_utc,
)
from paintrack.views.value_words import elapsed_in_words, show_day, show_moment, show_period
from tests.factories.entries import NOW, moment
from tests.strategies import moments

SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


@given(moments())
def test_iso_and_back(when: Moment) -> None:
    assert Moment.from_iso(when.iso()) == when


@given(moments())
def test_the_stored_instant_and_offset_give_the_local_time_back(when: Moment) -> None:
    assert from_utc(to_utc(when.at), offset_minutes(when.at)).isoformat() == when.at.isoformat()


@given(moments(), moments())
def test_stored_instants_sort_like_time(one: Moment, other: Moment) -> None:
    assert (to_utc(one.at) < to_utc(other.at)) == (one.at < other.at)


def test_without_an_offset_it_is_no_moment() -> None:
    with pytest.raises(ValueError, match="no UTC offset"):
        Moment.from_iso("2026-07-06T14:02:00")


@pytest.mark.parametrize("text", ["2026-07-06T12:00+02:00", "2026-07-06T12:00Z"])
def test_noon_without_seconds_means_that_no_time_was_given(text: str) -> None:
    assert not Moment.from_iso(text).time_given
    assert Moment.from_iso(text.replace("12:00", "12:00:00")).time_given


def test_now_is_kept_to_the_second() -> None:
    assert now_moment(NOW.replace(microsecond=5)).at == NOW


def test_a_stamp_is_utc_with_microseconds() -> None:
    assert stamp(NOW) == "2026-07-06T12:02:00.000000Z"
    assert stamp(NOW.replace(microsecond=7)) == "2026-07-06T12:02:00.000007Z"


def test_how_days_and_times_are_shown() -> None:
    assert show_moment(moment("2026-07-06 14:02")) == "Mon 6 Jul 2026 14:02"
    assert show_moment(moment("2026-07-06 14:02"), long=True) == "Monday 6 July 2026 at 14:02"
    assert show_moment(Moment(datetime(2026, 7, 6, 12, tzinfo=UTC), time_given=False)) == "Mon 6 Jul 2026"
    assert show_day(date(2026, 12, 31), weekday=False, year=False) == "31 Dec"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 7, 6), date(2026, 9, 7), "6 Jul to 7 Sep 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 Dec 2025 to 2 Jan 2026"),
        (date(2026, 7, 6), date(2026, 7, 6), "6 Jul 2026"),
    ],
)
def test_how_a_period_is_shown(first: date, last: date, words: str) -> None:
    assert show_period(first, last) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (0.9, "0 minutes"), (1, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (16 * 60, "16 hours"),
     (89, "1 hour"), (90, "2 hours"),
     (16 * 60 + 40, "17 hours"), (47 * 60 + 59, "48 hours"), (48 * 60, "2 days"), (10 * 24 * 60, "10 days")],
)  # fmt: skip
def test_how_long_after(minutes: float, words: str) -> None:
    assert elapsed_in_words(NOW, NOW + timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(
    ("at", "day", "days"),
    [
        ("2026-07-06 00:00", 5, 0),
        ("2026-07-06 04:59", 5, 0),
        ("2026-07-06 05:00", 6, 0),
        ("2026-07-06 12:00", 6, 0),
        ("2026-07-06 23:59", 6, 0),
        ("2026-07-07 00:00", 6, 0),
        ("2026-07-07 01:15", 6, 0),
        ("2026-07-07 04:59", 6, 0),
        ("2026-07-07 05:00", 7, 1),
        ("2026-07-07 12:00", 7, 1),
        ("2026-07-08 04:59", 7, 1),
        ("2026-07-08 05:00", 8, 2),
    ],
)
def test_a_day_begins_at_five(at: str, day: int, days: int) -> None:
    assert day_lived(moment(at)) == date(2026, 7, day)
    assert days_after(date(2026, 7, 6), moment(at)) == days


def test_no_day_after_another_is_negative() -> None:
    # Flown west: the clock shows the day before.
    west = Moment(datetime(2026, 7, 5, 22, tzinfo=timezone(timedelta(hours=-10))))
    assert days_after(date(2026, 7, 6), west) == 0


@given(moments(), st.integers(0, 400))
def test_days_after_counts_whole_days(when: Moment, days: int) -> None:
    assume(when.day.year < 9990)
    later = when._replace(at=when.at + timedelta(days=days))
    assert days_after(day_lived(when), later) == days


@given(moments())
def test_summer_time_does_not_change_an_instant(when: Moment) -> None:
    assert stamp(when.at.astimezone(SUMMER)) == stamp(when.at.astimezone(WINTER)) == stamp(when.at)

import time
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as datetime_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.moment import (
    Moment,
    day_lived,
    days_after,
    elapsed_in_words,
    from_utc,
    now_moment,
    offset_minutes,
    parse_day,
    parse_when,
    show_day,
    show_moment,
    show_period,
    stamp,
    to_utc,
)
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


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-07-06 14:02", "2026-07-06T14:02:00+02:00"),
        ("2026-07-06T14:02", "2026-07-06T14:02:00+02:00"),
        ("2026-07-06t14:02", "2026-07-06T14:02:00+02:00"),
        (" 2026-07-06 9:05 ", "2026-07-06T09:05:00+02:00"),
        ("2026-07-06 9:05:30", "2026-07-06T09:05:30+02:00"),
        ("2026-07-06 09:05:30", "2026-07-06T09:05:30+02:00"),
        ("2026-07-06", "2026-07-06T12:00+02:00"),
        ("2026-01-13 15:00", "2026-01-13T15:00:00+01:00"),
        ("2026-07-06 12:00", "2026-07-06T12:00:00+02:00"),
        ("2026-07-06 10:00Z", "2026-07-06T10:00:00+00:00"),
        ("2026-07-06 10:00 z", "2026-07-06T10:00:00+00:00"),
        ("2026-07-06 05:00-0500", "2026-07-06T05:00:00-05:00"),
        ("2026-07-06T05:00-05:00", "2026-07-06T05:00:00-05:00"),
        ("2024-02-29", "2024-02-29T12:00+01:00"),
        ("1900-01-02", "1900-01-02T12:00+01:00"),
    ],
)
def test_iso_forms_with_the_offset_that_held(typed: str, iso: str) -> None:
    assert parse_when(typed, NOW).iso() == iso


class _LenientTime(datetime_time):
    """CPython 3.14 takes 24:00 for the midnight at which the day begins, a day too early."""

    @classmethod
    def fromisoformat(cls, text: str) -> "_LenientTime":
        return super().fromisoformat(text.replace("24:00", "00:00"))


@pytest.mark.parametrize("typed", ["2026-07-05 24:00", "2026-07-05T24:00:00", "2026-07-05 24:00:00.0Z"])
def test_the_hour_24_is_refused_on_every_python(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paintrack.model.moment.time", _LenientTime)
    assert parse_when("2026-07-05 23:59", NOW).at.hour == 23
    with pytest.raises(UsageError, match=r"^There is no such date or time: 2026-07-05.24:00"):
        parse_when(typed, NOW)


def test_a_moment_is_kept_to_the_second() -> None:
    assert parse_when("2026-07-06 14:01:03.987654", NOW).at.microsecond == 0
    assert now_moment(NOW.replace(microsecond=5)).at == NOW


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("3/11/2026", "3/11/2026 can be read in two ways (day or month first)."),
        ("03.11.26", "03.11.26 can be read in two ways (day or month first)."),
        ("2026-02-30", "There is no such date or time: 2026-02-30."),
        ("2026-07-06 24:00", "There is no such date or time: 2026-07-06 24:00."),
        ("2026-07-06 14:02:60", "There is no such date or time: 2026-07-06 14:02:60."),
        ("2026-07-06 10:00+25:00", "There is no such date or time: 2026-07-06 10:00+25:00."),
        ("0000-01-01", "There is no such date or time: 0000-01-01."),
        ("1899-12-31", "1899-12-31 is too long ago."),
        ("yesterdai", "The date yesterdai is not understood."),
        ("", "The date (nothing) is not understood."),
        ("٢٠٢٦-٠٧-٠٦", "The date ٢٠٢٦-٠٧-٠٦ is not understood."),
        ("2026-7-6", "The date 2026-7-6 is not understood."),
        ("2026-W28-1", "The date 2026-W28-1 is not understood."),
    ],
)
def test_what_is_not_understood_is_refused_with_the_forms(typed: str, beginning: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, NOW)
    assert str(refused.value) == (f'{beginning} Type a date as 2026-11-03 or a time as "2026-11-03 15:00".')


@pytest.mark.parametrize("typed", ["2026-07-06 14:03", "2026-07-07", "9999-12-31", "2026-07-06 12:03Z"])
def test_the_future_is_refused(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, NOW)
    assert str(refused.value) == (f"{typed} is in the future; only what has happened can be recorded.")


def test_today_is_not_the_future_although_noon_is_still_to_come() -> None:
    morning = NOW.replace(hour=9)
    assert parse_when("2026-07-06", morning).day == date(2026, 7, 6)


def test_this_minute_is_not_the_future() -> None:
    assert parse_when("2026-07-06 14:02", NOW).at == NOW


@given(st.text())
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with suppress(UsageError):
        assert parse_when(text, NOW).at <= NOW + timedelta(days=1)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu", "UTC"])
@given(st.datetimes(NOW.replace(year=1971, tzinfo=None), NOW.replace(year=2026, month=7, day=1, tzinfo=None)))
def test_every_local_time_can_be_recorded_also_in_the_gap(zone: str, wall: datetime) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        found = parse_when(wall.isoformat(" ", "minutes"), NOW)
    time.tzset()
    assert abs(found.at.replace(tzinfo=None) - wall.replace(second=0, microsecond=0)) <= timedelta(hours=24)
    assert Moment.from_iso(found.iso()) == found


def test_the_hour_that_does_not_exist_is_no_crash() -> None:
    found = parse_when("2026-03-29 02:30", NOW)
    assert found.iso() in {"2026-03-29T03:30:00+02:00", "2026-03-29T01:30:00+01:00", "2026-03-29T02:30:00+01:00"}


def test_a_stamp_is_utc_with_microseconds() -> None:
    assert stamp(NOW) == "2026-07-06T12:02:00.000000Z"
    assert stamp(NOW.replace(microsecond=7)) == "2026-07-06T12:02:00.000007Z"


def test_a_day_for_a_filter_may_lie_in_the_future() -> None:
    assert parse_day(" 2030-01-01 ") == date(2030, 1, 1)


@pytest.mark.parametrize("typed", ["2026-02-30", "3/11/2026", "", "20260706", "2026-07-06 14:00"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match=r"Type a date as 2026-11-03\.$"):
        parse_day(typed)


def test_how_days_and_times_are_shown() -> None:
    assert show_moment(moment("2026-07-06 14:02")) == "Mon 6 Jul 2026 14:02"
    assert show_moment(moment("2026-07-06 14:02"), long=True) == "Monday 6 July 2026 14:02"
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
     (47 * 60 + 59, "47 hours"), (48 * 60, "2 days"), (10 * 24 * 60, "10 days")],
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

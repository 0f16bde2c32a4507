"""The next visit as people type it: the forms of `--at`, looking ahead."""

from contextlib import nullcontext
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.errors import TwoWeekdaysError, UsageError
from paintrack.model.typed.dates.date_errors import Purpose
from paintrack.model.typed.dates.typed_dates import parse_next_visit
from tests.model.typed.dates.forms_in_refusals import forms_in
from tests.model.typed.dates.zones import BERLIN, TUESDAY, localizer


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("tue 15:00", "2026-11-03T15:00:00+01:00"),
        ("tue 14:00", "2026-11-10T14:00:00+01:00"),
        ("mon 9am", "2026-11-09T09:00:00+01:00"),
        ("Wednesday at 2pm", "2026-11-04T14:00:00+01:00"),
        ("today 18:00", "2026-11-03T18:00:00+01:00"),
        ("18:00", "2026-11-03T18:00:00+01:00"),
        ("tomorrow noon", "2026-11-04T12:00:00+01:00"),
        ("in 2 weeks 10:00", "2026-11-17T10:00:00+01:00"),
        ("in a week 10:00", "2026-11-10T10:00:00+01:00"),
        ("in 3 days at 8:30", "2026-11-06T08:30:00+01:00"),
        ("4 nov 10:00", "2026-11-04T10:00:00+01:00"),
        ("2 nov 10:00", "2027-11-02T10:00:00+01:00"),
        ("Dec 1, 14:00", "2026-12-01T14:00:00+01:00"),
        ("29 feb 14:00", "2028-02-29T14:00:00+01:00"),
        ("29 mar 2027 14:00", "2027-03-29T14:00:00+02:00"),
        ("2026-12-1 14:00", "2026-12-01T14:00:00+01:00"),
        ("2026-12-01 14:00-05:00", "2026-12-01T14:00:00-05:00"),
    ],
)
def test_a_coming_visit_is_understood(typed: str, iso: str) -> None:
    assert parse_next_visit(typed, TUESDAY, localizer(BERLIN)).iso() == iso


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("tue", "has no time of day"),
        ("2026-12-01", "has no time of day"),
        ("14:00", "is past"),
        ("yesterday 14:00", "is past"),
        ("2 days ago 14:00", "is past"),
        ("2 nov 2026 14:00", "is past"),
        ("2026-11-03 14:01", "is past"),
        ("2030-01-01 14:00", "more than two years away"),
        ("9999-12-31 23:59", "more than two years away"),
        ("1 nov 9999 14:00", "more than two years away"),
        ("31 apr 14:00", "There is no such date"),
        ("03/12/2026 14:00", "two ways"),
        ("2027-03-28 02:30", "the clock goes from 02:00 to 03:00 that day"),
        ("next week", "is not understood"),
        ("2026-11-02 24:00", "is past"),
        ("2026-12-01 24:00", "The day ends at 23:59"),
        ("", "is not understood"),
    ],
)
def test_what_is_no_coming_time_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        parse_next_visit(typed, TUESDAY, localizer(BERLIN))


@pytest.mark.parametrize(
    ("typed", "words", "forms"),
    [
        ("next tue 14:00", "next tue", ("2026-11-10 14:00", "2026-11-17 14:00")),
        ("next wed at 9am", "next wed", ("2026-11-04 at 9am", "2026-11-11 at 9am")),
        ("next friday", "next friday", ("2026-11-06 14:00", "2026-11-13 14:00")),
        ("next friday evening", "next friday", ("2026-11-06 20:00", "2026-11-13 20:00")),
    ],
)
def test_of_two_weekdays_both_are_given(typed: str, words: str, forms: tuple[str, str]) -> None:
    with pytest.raises(TwoWeekdaysError) as refused:
        parse_next_visit(typed, TUESDAY, localizer(BERLIN))
    assert vars(refused.value) == {"typed": typed, "words": words, "forms": forms}


@pytest.mark.parametrize("clock", ["25:00", "24:30", "14:60", "9:99", "13pm", "25", "99:99"])
def test_an_impossible_time_is_no_other_time(clock: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_next_visit(f"next friday {clock}", TUESDAY, localizer(BERLIN))
    assert not isinstance(refused.value, TwoWeekdaysError)


@given(
    days=st.integers(0, 364),
    seconds=st.integers(0, 86399),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]),
    typed=st.sampled_from(["tue 14:00", "today 23:59", "in 2 days 9am", "1 dec 14:00", "tomorrow 8:15", "sun noon"]),
)
@example(days=334, seconds=50400, zone="UTC", typed="1 dec 14:00")
@example(days=334, seconds=50399, zone="UTC", typed="1 dec 14:00")
@example(days=0, seconds=86340, zone="UTC", typed="today 23:59")
def test_it_is_understood_the_same_on_any_day(days: int, seconds: int, zone: str, typed: str) -> None:
    here = ZoneInfo(zone)
    now = (datetime(2026, 1, 1, tzinfo=here) + timedelta(days=days, seconds=seconds)).astimezone(here)
    # Later today is meant, and that is past in the last minute of a day, and on the afternoon of 1 December: a visit in
    # a year is not guessed. No clock here skips one of the times.
    is_past = (typed == "today 23:59" and now.time() >= time(23, 59)) or (
        typed == "1 dec 14:00" and (now.month, now.day) == (12, 1) and now.time() >= time(14)
    )
    with pytest.raises(UsageError) if is_past else nullcontext():
        visit = parse_next_visit(typed, now, localizer(here))
        assert now < visit.at <= now + timedelta(days=366)
        assert visit.at.astimezone(here).replace(tzinfo=None) == visit.at.replace(tzinfo=None)
        if typed.startswith("tue"):
            assert visit.at.weekday() == 1
            assert visit.at - now <= timedelta(days=7, hours=1)


@given(st.dates(datetime.fromisoformat("2026-01-01").date(), datetime.fromisoformat("2027-12-31").date()))
def test_both_readings_of_next_tuesday_are_taken(day: date) -> None:
    now = datetime.combine(day, time(14, 2), BERLIN)
    with pytest.raises(TwoWeekdaysError) as refused:
        parse_next_visit("next tuesday 9am", now, localizer(BERLIN))
    first, second = (parse_next_visit(form, now, localizer(BERLIN)) for form in refused.value.forms)
    assert now < first.at
    assert (first.at.weekday(), second.day - first.day) == (1, timedelta(days=7))


@pytest.mark.parametrize("typed", ["7", "30", "2d", "30m", "", "soon", "tue", "03/12/2026 14:00", "2026-12-01 24:00"])
def test_every_form_in_a_refusal_is_taken(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_next_visit(typed, TUESDAY, localizer(BERLIN))
    # The examples at the end have a date of their own, which goes by.
    for form in forms_in(str(refused.value).removesuffix(Purpose.NEXT_VISIT.value)):
        assert parse_next_visit(form, TUESDAY, localizer(BERLIN)).at > TUESDAY

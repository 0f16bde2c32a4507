"""Dates and times as people type them."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed.dates.date_errors import Purpose
from paintrack.model.typed.dates.day_spans import DaySpan
from paintrack.model.typed.dates.suggested_times import next_visit_form, timed_form
from paintrack.model.typed.dates.typed_dates import parse_days, parse_next_visit, parse_when
from paintrack.model.values.moment import Moment
from tests.factories.entries import NOW
from tests.model.typed.dates.forms_in_refusals import forms_in
from tests.model.typed.dates.zones import BERLIN, TUESDAY, localizer

if TYPE_CHECKING:
    from collections.abc import Callable


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


def test_a_moment_is_kept_to_the_second() -> None:
    assert parse_when("2026-07-06 14:01:03.987654", NOW).at.microsecond == 0


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("3/11/2026", "3/11/2026 can be read in two ways (day or month first)"),
        ("03.11.26", "03.11.26 can be read in two ways (day or month first)"),
        ("2026-02-30", "There is no such date or time: 2026-02-30."),
        ("2026-07-06 14:02:60", "There is no such date or time: 2026-07-06 14:02:60."),
        ("2026-07-06 10:00+25:00", "There is no such date or time: 2026-07-06 10:00+25:00."),
        ("0000-01-01", "There is no such date or time: 0000-01-01."),
        ("1899-12-31", "1899-12-31 is too long ago."),
        ("yesterdai", "The date yesterdai is not understood."),
        ("", "The date (nothing) is not understood."),
        ("٢٠٢٦-٠٧-٠٦", "The date ٢٠٢٦-٠٧-٠٦ is not understood."),
        ("2026-7-36", "There is no such date or time: 2026-7-36."),
        ("7", '7 can be an hour or a day: type "7:00", or the month with it.'),
        ("30m", '30m is not understood: type "30 minutes ago".'),
        ("2d", '2d is not understood: type "2 days ago".'),
        ("30", "30 is a day without its month."),
        ("31 feb", "There is no such date or time: 31 feb."),
        ("13pm", "There is no such date or time: 13pm."),
        ("mo", "The date mo is not understood."),
        ("2026-W28-1", "The date 2026-W28-1 is not understood."),
    ],
)
def test_what_is_not_understood_is_refused_with_the_forms(typed: str, beginning: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, NOW)
    assert str(refused.value).startswith(beginning)
    # The form that is meant, or all of them: one of the two.
    assert len(re.findall(r"\btype\b", str(refused.value), re.IGNORECASE)) == 1
    assert str(refused.value).endswith(('2025-11-03 or "2025-11-03 15:00".', '".', '", or the month with it.'))


@pytest.mark.parametrize(
    ("typed", "shown"), [("'8 novv", '"\'8 novv"'), ('8 novv"', "'8 novv\"'"), ("8 novv", "8 novv")]
)
def test_what_was_typed_with_a_quotation_mark_stands_in_others(typed: str, shown: str) -> None:
    with pytest.raises(UsageError, match=f"^The date {re.escape(shown)} is not understood"):
        parse_when(typed, NOW)


@pytest.mark.parametrize(
    ("typed", "next_visit"),
    [
        ("2026-07-06 14:03", "2026-07-06 14:03"),
        ("2026-07-07", "2026-07-07 14:00"),
        ("9999-12-31", "tue 14:00"),
        ("2026-07-06 12:03Z", "2026-07-06 12:03Z"),
        ("today 24:00", "tue 14:00"),
        ("tomorrow", "tomorrow 14:00"),
        ("tomorrow 9am", "tomorrow 9am"),
        ("in 2 weeks", "in 2 weeks 14:00"),
        ("in an hour", "tue 14:00"),
        ("next month", "tue 14:00"),
        ("next tuesday 15:00", "tue 14:00"),
    ],
)
def test_the_future_is_refused(typed: str, next_visit: str) -> None:
    with pytest.raises(FutureTimeError) as refused:
        parse_when(typed, NOW)
    assert refused.value.typed == typed
    assert next_visit_form(typed, NOW) == next_visit
    assert parse_next_visit(next_visit, NOW).at > NOW


_REFUSED = ["7", "0", "13", "24", "31", "30m", "90 min", "2h", "3d", "2w", "", "soon", "13pm", "31 feb", "3/11/2026",
            "yesterday 24:00", "2026-07-05 24:00", "2026-07-36", "mo", "half an hour ago", "an hour ago"]  # fmt: skip


@pytest.mark.parametrize("typed", _REFUSED)
def test_every_form_in_a_refusal_is_taken(typed: str) -> None:
    parsers: list[Callable[[str], object]] = [
        lambda text: parse_when(text, TUESDAY, localizer(BERLIN)),
        lambda text: parse_days(text, TUESDAY.date()),
    ]
    for parse, purpose in zip(parsers, (Purpose.RECORD, Purpose.FILTER), strict=True):
        try:
            parse(typed)
        except UsageError as error:
            # The examples at the end have a date of their own.
            for form in forms_in(str(error).removesuffix(purpose.value)):
                parse(form)


def test_today_is_not_the_future_although_noon_is_still_to_come() -> None:
    morning = NOW.replace(hour=9)
    assert parse_when("2026-07-06", morning).day == date(2026, 7, 6)


def test_this_minute_is_not_the_future() -> None:
    assert parse_when("2026-07-06 14:02", NOW).at == NOW


@given(st.text())
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with suppress(UsageError):
        assert parse_when(text, NOW).at <= NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("now", "2026-11-03T14:02:00+01:00"),
        ("13:00", "2026-11-03T13:00:00+01:00"),
        ("9am", "2026-11-03T09:00:00+01:00"),
        ("today 9 a.m.", "2026-11-03T09:00:00+01:00"),
        ("today at 12:30 am", "2026-11-03T00:30:00+01:00"),
        ("Yesterday", "2026-11-02T12:00+01:00"),
        ("yesterday, 15:00", "2026-11-02T15:00:00+01:00"),
        ("yesterday noon", "2026-11-02T12:00:00+01:00"),
        ("tuesday 14:00", "2026-11-03T14:00:00+01:00"),
        ("tuesday 15:00", "2026-10-27T15:00:00+01:00"),
        ("tue", "2026-11-03T12:00+01:00"),
        ("last tue", "2026-10-27T12:00+01:00"),
        ("wed. 9am", "2026-10-28T09:00:00+01:00"),
        ("sat 9am", "2026-10-31T09:00:00+01:00"),
        ("2 days ago", "2026-11-01T12:00+01:00"),
        ("two weeks ago", "2026-10-20T12:00+02:00"),
        ("an hour ago", "2026-11-03T13:02:00+01:00"),
        ("half an hour ago", "2026-11-03T13:32:00+01:00"),
        ("20 minutes ago", "2026-11-03T13:42:00+01:00"),
        ("2 days ago 15:00", "2026-11-01T15:00:00+01:00"),
        ("3 nov", "2026-11-03T12:00+01:00"),
        ("11 nov", "2025-11-11T12:00+01:00"),
        ("3 nov 2025 14:00", "2025-11-03T14:00:00+01:00"),
        ("3rd November 2025 at 2pm", "2025-11-03T14:00:00+01:00"),
        ("Nov 3, 2025", "2025-11-03T12:00+01:00"),
        ("3rd of november", "2026-11-03T12:00+01:00"),
        ("on the 3rd of nov 2025 14:00", "2025-11-03T14:00:00+01:00"),
        ("november the 3rd", "2026-11-03T12:00+01:00"),
        ("29 feb", "2024-02-29T12:00+01:00"),
        ("2026-7-6", "2026-07-06T12:00+02:00"),
        ("2026-7-6 9:05pm", "2026-07-06T21:05:00+02:00"),
        ("midday", "2026-11-03T12:00:00+01:00"),
        ("noon yesterday", "2026-11-02T12:00:00+01:00"),
        ("midnight", "2026-11-03T00:00:00+01:00"),
        ("right now", "2026-11-03T14:02:00+01:00"),
        ("15:00 yesterday", "2026-11-02T15:00:00+01:00"),
        ("3pm on tue", "2026-10-27T15:00:00+01:00"),
        ("on tue", "2026-11-03T12:00+01:00"),
        ("the day before yesterday", "2026-11-01T12:00+01:00"),
        ("yesterday evening 9pm", "2026-11-02T21:00:00+01:00"),
        ("9am this morning", "2026-11-03T09:00:00+01:00"),
        ("last night 23:30", "2026-11-02T23:30:00+01:00"),
        ("„yesterday“", "2026-11-02T12:00+01:00"),
    ],
)
def test_what_people_say_is_understood(typed: str, iso: str) -> None:
    assert parse_when(typed, TUESDAY, localizer(BERLIN)).iso() == iso


@pytest.mark.parametrize(
    ("typed", "day", "form"),
    [
        ("last night", "2026-11-02", "yesterday 22:00"),
        ("yesterday evening", "2026-11-02", "yesterday 20:00"),
        ("Last evening", "2026-11-02", "yesterday 20:00"),
        ("this morning", "2026-11-03", "today 9:00"),
        ("this afternoon", "2026-11-03", "today 12:00"),
        ("tue morning", "2026-11-03", "tue 9:00"),
        ("tue evening", "2026-10-27", "tue 20:00"),
        ("monday in the afternoon", "2026-11-02", "monday 15:00"),
        ("tue lunchtime", "2026-11-03", "tue 13:00"),
        ("3 oct, night", "2026-10-03", "3 oct 22:00"),
        ("2026-11-01 evening", "2026-11-01", "2026-11-01 20:00"),
        ("2 nights ago", "2026-11-01", "2 days ago 22:00"),
    ],
)
def test_a_part_of_a_day_has_no_time(typed: str, day: str, form: str) -> None:
    now, localize = TUESDAY, localizer(BERLIN)
    assert parse_when(typed, now, localize) == parse_when(day, now, localize)
    assert timed_form(typed, now, localize) == form
    assert parse_when(form, now, localize).day.isoformat() == day


@pytest.mark.parametrize("typed", ["yesterday", "now", "tue 9am", "last night 23:30", "2026-11-02"])
def test_what_names_no_part_needs_no_form(typed: str) -> None:
    assert timed_form(typed, TUESDAY, localizer(BERLIN)) == ""


@pytest.mark.parametrize(
    "typed", ["tonight", "this evening", "today evening", "3 nov night", "today at 16", "tomorrow morning"]
)
def test_a_part_that_is_still_to_come_is_refused(typed: str) -> None:
    with pytest.raises(FutureTimeError):
        parse_when(typed, TUESDAY, localizer(BERLIN))
    assert parse_next_visit(next_visit_form(typed, TUESDAY, localizer(BERLIN)), TUESDAY, localizer(BERLIN)).at > TUESDAY


def test_tonight_is_the_night_that_is_ending() -> None:
    for hour, day in ((1, 2), (4, 2), (20, 3)):
        now = TUESDAY.replace(hour=hour)
        assert parse_when("tonight", now, localizer(BERLIN)).day.day == day
        assert parse_when(timed_form("tonight", now, localizer(BERLIN)), now, localizer(BERLIN)).at <= now


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("yesterday at 3", 'is not understood: type "yesterday 03:00" or "yesterday 15:00".'),
        ("today at 3", 'is not understood: type "today 03:00".'),
        ("yesterday morning 9", 'is not understood: type "yesterday morning 09:00".'),
        ("13.30", 'is not understood: type "13:30".'),
        ("yesterday 15h30", 'is not understood: type "yesterday 15:30".'),
        ("13 uhr", 'is not understood: type "13:00".'),
        ("yesterday midnight", 'can begin the day or end it: type "2026-11-02 00:00" or "2026-11-03 00:00".'),
        (
            "yesterday evening 9:00",
            'that time is not in the evening: type "2026-11-02 21:00" or "2026-11-02 09:00".',
        ),
        ("last night at 2am", 'last night at 2am can be in two nights: type "2026-11-03 02:00" or "2026-11-02 02:00".'),
        ("24.12.", '24.12. is not understood: type "24 dec".'),
        ("3.11", '3.11 can be read in two ways (day or month first): type "3 nov" or "11 mar".'),
        ("night", "The date night is not understood."),
        ("yesterday15:00", 'is not understood: type "yesterday 15:00".'),
        ("tue9am", 'is not understood: type "tue 9am".'),
        ("3nov", 'is not understood: type "3 nov".'),
        ("24.12.2025", 'is not understood: type "2025-12-24".'),
        ("3.3.26", 'is not understood: type "2026-03-03".'),
        ("2.3.2026 15:00", '(day or month first): type "2026-03-02 15:00" or "2026-02-03 15:00".'),
        ("31.31.2026", "There is no such date or time: 31.31.2026."),
    ],
)
def test_an_hour_that_is_unclear_leads_to_forms(typed: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, TUESDAY, localizer(BERLIN))
    own = str(refused.value).removesuffix(f" {Purpose.RECORD.value}")
    assert own.endswith(sentence)
    for form in forms_in(own):
        assert parse_when(form, TUESDAY, localizer(BERLIN)).at <= TUESDAY


@pytest.mark.parametrize("typed", ["15:00", "today 15:00", "2026-11-04", "3 nov 2026 14:03", "4 nov 2026"])
def test_what_is_still_to_come_is_refused(typed: str) -> None:
    with pytest.raises(FutureTimeError):
        parse_when(typed, TUESDAY, localizer(BERLIN))


@pytest.mark.parametrize(
    ("typed", "today", "sentence"),
    [
        ("28 nov", "2026-11-27", "28 nov 2026 is still to come; for last year type: 28 nov 2025"),
        ("Nov 28th, 2pm", "2026-11-21", "nov 28th 2026 is still to come; for last year type: nov 28th 2025, 2pm"),
        ("2 jan 14:00", "2026-12-27", "2 jan 2027 is still to come; for this year type: 2 jan 2026 14:00"),
        ("29 feb", "2028-02-25", "29 feb 2028 is still to come; for 2024 type: 29 feb 2024"),
    ],
)
def test_a_day_of_the_coming_week_names_both_years(typed: str, today: str, sentence: str) -> None:
    now = datetime.fromisoformat(f"{today} 14:02").replace(tzinfo=BERLIN)
    with pytest.raises(UsageError) as refused:
        parse_when(typed, now, localizer(BERLIN))
    assert str(refused.value) == sentence
    assert parse_when(sentence.partition("type: ")[2], now, localizer(BERLIN)).at < now
    # A filter may look ahead or back.
    assert parse_days(sentence.partition(" is still")[0], now.date()).first > now.date()


def test_a_day_of_the_coming_week_is_in_the_past_for_a_filter() -> None:
    assert parse_days("4 nov", TUESDAY.date()).first == date(2025, 11, 4)


_FORMS = st.sampled_from([
    "now", "9am", "00:01", "today", "yesterday", "yesterday 15:00", "tue", "sunday 23:59", "last fri",
    "3 days ago",
    "a week ago", "an hour ago", "90 minutes ago", "3 nov", "31 dec 2024 14:00", "feb 29", "2026-07-06",
    "2026-7-6 9:05", "last night", "this morning", "tonight", "tue evening", "yesterday in the afternoon", "noon",
    "midnight", "midday yesterday", "9pm last night", "sat night 23:00", "the day before yesterday", "2 nights ago",
])  # fmt: skip
_ZONES = ["Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu", "Australia/Lord_Howe"]


@pytest.mark.parametrize("zone", _ZONES)
@given(st.datetimes(datetime.fromisoformat("2026-08-01"), datetime.fromisoformat("2029-08-01")), _FORMS)
def test_a_form_means_the_same_on_any_day(zone: str, wall: datetime, typed: str) -> None:
    localize = localizer(ZoneInfo(zone))
    now = localize(wall.replace(second=0, microsecond=0))
    try:
        moment = parse_when(typed, now, localize)
    except FutureTimeError:
        assert typed not in ("3 nov", "feb 29")
        return
    except UsageError as error:
        why = str(error)
        if typed in ("3 nov", "feb 29"):
            assert parse_when(why.partition("type: ")[2], now, localize).day < now.date()
        else:
            assert "the clock went" in why
        return
    coming_week = {f"{now.date() + timedelta(days=ahead):%-d %b|%b %-d}".lower() for ahead in range(1, 8)}
    assert not any(typed in each.split("|") for each in coming_week)
    assert moment.at <= now or (not moment.time_given and moment.day <= now.date())
    assert Moment.from_iso(moment.iso()) == moment
    if form := timed_form(typed, now, localize):
        assert parse_when(form, now, localize).day == moment.day
    # What is echoed, typed again, is the same moment.
    assert parse_when(moment.at.isoformat(" ", "seconds") if moment.time_given else f"{moment.day}", now, localize) in (
        moment,
        moment._replace(at=moment.at.replace(second=0)),
    )


@given(st.datetimes(datetime.fromisoformat("2026-08-01"), datetime.fromisoformat("2029-08-01")), _FORMS)
def test_a_form_of_a_moment_is_that_day_for_a_filter(wall: datetime, typed: str) -> None:
    now = localizer(BERLIN)(wall)
    try:
        moment, span = parse_when(typed, now, localizer(BERLIN)), parse_days(typed, now.date())
    except UsageError:
        return
    # Of a weekday, today is meant though its hour is still to come.
    assert span == DaySpan(moment.day, moment.day) or span.first == moment.day + timedelta(days=7) == now.date()

"""Times that a refusal offers: each is taken when it is pasted, in any place and at any instant."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed.dates.suggested_times import earlier_form, next_visit_form, past_moment
from paintrack.model.typed.dates.typed_dates import parse_days, parse_next_visit, parse_when
from tests.model.typed.dates.zones import BERLIN, TUESDAY, localizer

if TYPE_CHECKING:
    from collections.abc import Callable

# Three of them put the clock forward at midnight, by an hour; one at 2 by half an hour; one never.
_ZONES = ["Europe/Berlin", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Asia/Kathmandu"]
# The instants around which these clocks change, and the days around 29 February.
_CHANGES = [
    "2026-03-29 01:00", "2026-09-06 04:00", "2026-03-28 22:00", "2026-10-03 15:30", "2026-10-25 01:00",
    "2026-04-04 15:00", "2027-03-28 01:00", "2027-09-05 04:00", "2027-03-27 22:00", "2028-02-29 00:00",
]  # fmt: skip
_NOWS = st.one_of(
    st.builds(
        lambda change, minutes: datetime.fromisoformat(change).replace(tzinfo=UTC) + timedelta(minutes=minutes),
        st.sampled_from(_CHANGES),
        st.one_of(st.integers(-180, 180), st.integers(-9 * 1440, 9 * 1440)),
    ),
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2029-08-01"), timezones=st.just(UTC)),
)
_DAYS = st.sampled_from([
    "", "today", "yesterday", "tomorrow", "tue", "sunday", "last night", "this evening", "yesterday morning", "tonight",
    "2 days ago", "in 2 days", "29 mar", "28 mar 2027", "6 sep", "4 oct", "29 feb", "29.3.", "7/9/2025", "3.4.26",
    "2026-03-29", "2026-09-06", "2026-10-04", "next tuesday", "30 mar",
])  # fmt: skip
_CLOCKS = st.one_of(
    st.sampled_from(["", "0:30", "02:15", "2:30", "23:30", "24:00", "24:30", "24.00", "24h", "24 uhr", "at 2",
                     "2.30", "2h", "0h30", "midnight", "12:30am", "7", "23", "2 uhr", "3h ago", "23h", "30m", "2d",
                     "soon"]),
    st.builds("{:02}:{:02}".format, st.integers(0, 24), st.sampled_from([0, 15, 30])),
)  # fmt: skip


def offered_in(sentence: str) -> list[str]:
    """The forms that a refusal offers: in quotation marks, or one word; no placeholder."""
    named = re.findall(r'"([^"]+)"|type: ([^"]+)$|(?:type|,| or) (\d[\d:-]+|today|yesterday)(?=[ ,.])', sentence)
    return [form for forms in named for form in forms if form and form != "YYYY-MM-DD 15:00"]


@pytest.mark.parametrize("zone", _ZONES)
@given(_NOWS, _DAYS, _CLOCKS)
@example(datetime.fromisoformat("2026-03-29T01:10+00:00"), "today", "2:30")
@example(datetime.fromisoformat("2026-03-28T22:10+00:00"), "yesterday", "24:30")
@example(datetime.fromisoformat("2026-11-03T04:00+00:00"), "", "7")
def test_every_form_that_a_refusal_offers_is_taken(zone: str, instant: datetime, day: str, clock: str) -> None:
    localize = localizer(ZoneInfo(zone))
    now, typed = localize(instant), f"{day} {clock}".strip()
    parsers: list[Callable[[str], object]] = [
        lambda text: parse_when(text, now, localize),
        lambda text: parse_next_visit(text, now, localize),
        lambda text: parse_days(text, now.date()),
    ]
    for parse in parsers:
        try:
            parse(typed)
        except UsageError as refused:
            for form in offered_in(str(refused)):
                parse(form)


@pytest.mark.parametrize("zone", _ZONES)
@given(_NOWS, _DAYS, _CLOCKS)
def test_what_is_offered_for_the_future_is_taken(zone: str, instant: datetime, day: str, clock: str) -> None:
    localize = localizer(ZoneInfo(zone))
    now = localize(instant)
    try:
        past_moment(f"{day} {clock}", now, localize)
    except FutureTimeError as error:
        future = error
    except UsageError:
        return
    else:
        return
    assert future.next_visit is not None
    assert parse_next_visit(future.next_visit, now, localize).at > now
    # The example, for what is not of today.
    earlier = future.earlier or "yesterday 15:00"
    assert parse_when(earlier, now, localize).day == now.date() - timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("23:30", "yesterday 23:30"),
        ("at 23:30", "yesterday 23:30"),
        ("11:30pm", "yesterday 11:30pm"),
        ("today 23:30", "yesterday 23:30"),
        ("23:30 today", "23:30 yesterday"),
        ("tonight 22:30", "yesterday night 22:30"),
        ("this evening", "yesterday evening"),
        ("2026-11-03 23:30", "2026-11-02 23:30"),
        ("3 nov 23:30", "2026-11-02 23:30"),
        ("nov 3, 23:30", "2026-11-02, 23:30"),
        ("tomorrow 9am", ""),
        ("2026-11-04", ""),
        ("in 2 weeks", ""),
    ],
)
def test_after_midnight_the_evening_before_is_meant(typed: str, form: str) -> None:
    now = TUESDAY.replace(hour=0, minute=20)
    assert earlier_form(typed, now, localizer(BERLIN)) == form
    assert parse_next_visit(next_visit_form(typed, now, localizer(BERLIN)), now, localizer(BERLIN)).at > now


def test_a_time_that_yesterday_did_not_have_is_not_offered() -> None:
    # On Sunday 6 September 2026 the clock of Santiago went from 00:00 to 01:00.
    localize = localizer(ZoneInfo("America/Santiago"))
    now = localize(datetime.fromisoformat("2026-09-07T03:20+00:00"))
    assert earlier_form("00:30", now, localize) == ""
    assert earlier_form("01:30", now, localize) == "yesterday 01:30"


@pytest.mark.parametrize(
    ("typed", "hour", "forms"),
    [
        ("23h", 14, '"yesterday 23:00" or "23 hours ago"'),
        ("23h", 23, '"23:00" or "23 hours ago"'),
        ("9 h", 14, '"09:00" or "9 hours ago"'),
        ("1h", 14, '"01:00" or "1 hour ago"'),
        ("30h", 14, '"30 hours ago"'),
        ("23 h ago", 14, '"23 hours ago"'),
        ("yesterday 23h", 14, '"yesterday 23:00"'),
        ("23 uhr", 14, '"yesterday 23:00"'),
        ("7", 5, '"yesterday 7:00"'),
        ("7", 9, '"7:00"'),
    ],
)
def test_an_hour_with_a_letter_can_be_a_time_or_a_span(typed: str, hour: int, forms: str) -> None:
    now = TUESDAY.replace(hour=hour)
    with pytest.raises(UsageError, match=f": type {forms}"):
        parse_when(typed, now, localizer(BERLIN))

"""The calendar file of the next visit: read back by the library, and as it stands in the file."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.exchange.exporting.calendar_file import calendar_file
from paintrack.model.values.moment import Moment
from tests.model.typed.dates.zones import BERLIN, localizer

NOW = datetime(2026, 11, 27, 10, 0, tzinfo=BERLIN)
VISIT = Moment(datetime(2026, 12, 1, 14, 0, tzinfo=BERLIN))


def events_of(
    visit: Moment = VISIT, *, uid: str = "", now: datetime = NOW, readings: bool = True
) -> dict[str, list[Any]]:
    """The events of the file, by title."""
    text = calendar_file(visit, uid, now, with_readings=readings, localize=localizer(BERLIN))
    events: dict[str, list[Any]] = {}
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        events.setdefault(str(event["summary"]), []).append(event)
    return events


def test_the_visit_the_diary_and_the_morning_after() -> None:
    events = events_of()
    assert [event.decoded("dtstart") for event in events["Acupuncture"]] == [datetime(2026, 12, 1, 13, tzinfo=UTC)]
    assert [event.decoded("dtstart") for event in events["Diary, 1 minute"]] == [
        datetime(2026, 12, 1, 14, tzinfo=UTC), datetime(2026, 12, 2, 8, tzinfo=UTC),
    ]  # fmt: skip
    assert len(events_of(readings=False)["Diary, 1 minute"]) == 1


def test_the_visit_rings_before_and_the_diary_on_time() -> None:
    rings = {title: events[0].walk("VALARM")[0].decoded("trigger") for title, events in events_of().items()}
    assert rings == {"Acupuncture": timedelta(hours=-2), "Diary, 1 minute": timedelta()}


def test_before_an_early_visit_the_evening_rings() -> None:
    early = events_of(Moment(datetime(2026, 12, 1, 8, 30, tzinfo=BERLIN)))["Acupuncture"][0]
    assert early.walk("VALARM")[0].decoded("trigger") == -timedelta(hours=12, minutes=30)


def test_a_file_of_the_same_visit_moves_its_events() -> None:
    later = Moment(VISIT.at + timedelta(days=2))
    first, moved = events_of(), events_of(later, now=NOW + timedelta(minutes=1))
    for title, events in first.items():
        for event, its_newer in zip(events, moved[title], strict=True):
            assert event["uid"] == its_newer["uid"]
            assert event["sequence"] < its_newer["sequence"]
    uids = [event["uid"] for events in first.values() for event in events]
    assert len(set(uids)) == len(uids) == 3


def test_another_visit_has_events_of_its_own() -> None:
    uids = {event["uid"] for uid in ("1" * 32, "2" * 32) for event in events_of(uid=uid)["Acupuncture"]}
    assert len(uids) == 2
    assert not any("1" * 8 in uid for uid in uids)


@given(
    days=st.integers(0, 400), minutes=st.integers(0, 1439),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]),
)  # fmt: skip
def test_no_alarm_of_a_visit_and_no_reading_at_night(days: int, minutes: int, zone: str) -> None:
    here = ZoneInfo(zone)
    at = (datetime(2026, 1, 1, tzinfo=here) + timedelta(days=days, minutes=minutes)).astimezone(UTC).astimezone(here)
    text = calendar_file(Moment(at), "", NOW, with_readings=True, localize=localizer(here))
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    reading = events[2].decoded("dtstart").astimezone(here)
    assert (reading.hour, reading.minute) == (9, 0)
    assert reading.date() == at.date() + timedelta(days=1)
    alarm = at.astimezone(UTC) + events[0].walk("VALARM")[0].decoded("trigger")
    assert alarm.astimezone(here).hour >= 7
    assert at.astimezone(UTC) - alarm >= timedelta(hours=2)


@pytest.mark.parametrize("line", ["VERSION:2.0", "METHOD:PUBLISH", "CLASS:PRIVATE", "TRIGGER:-PT2H"])
def test_phones_find_what_they_ask_for(line: str) -> None:
    text = calendar_file(VISIT, "", NOW, with_readings=True, localize=localizer(BERLIN))
    assert line in text.split("\r\n")
    assert all(len(each.encode()) <= 75 for each in text.split("\r\n"))

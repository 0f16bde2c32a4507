"""The next visit as a calendar file (iCalendar, RFC 5545), which any phone or computer reads.

No title has a condition or a score in it, because others see a calendar too. No other module imports icalendar.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Literal, NamedTuple

import icalendar

from paintrack.model.values.moment import Localize, Moment

CALENDAR_NAME = "Acupuncture diary"
VISIT, DIARY = "Acupuncture", "Diary, 1 minute"
_READING = "reading"
_CANCELLED = "CANCELLED"
# The diary entry with the score on leaving comes this long after the beginning of the visit.
_VISIT_LASTS = timedelta(hours=1)
_ENTRY_LASTS = timedelta(minutes=1)
_WARNED_BEFORE = timedelta(hours=2)
# Nothing rings at night: if two hours before the visit is earlier than this, the alarm rings the evening before.
_NIGHT_ENDS, _EVENING = time(7), time(20)
# When a reading is asked for, on the day after the visit.
_MORNING = time(9)
_PRODUCT = "-//paintrack//paintrack//EN"


class _Event(NamedTuple):
    """An event in the calendar; `role` tells it from the others, `rings` is how long before it the alarm rings."""

    role: str
    title: str
    begins: datetime
    lasts: timedelta
    rings: timedelta = timedelta()


def calendar_file(
    visit: Moment,
    uid: str,
    now: datetime,
    *,
    with_readings: bool,
    cancels_reading: bool = False,
    localize: Localize = datetime.astimezone,
) -> str:
    """The text of the file: the visit, the diary an hour after it begins and, `with_readings`, the next morning too.

    `uid` is that of the entry. Its events always have the same ids, so that a file that is imported again moves them
    and adds none. `cancels_reading`: the next morning, which an earlier file had, is there as cancelled.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", CALENDAR_NAME)
    for event in _events(visit, localize, with_readings=with_readings or cancels_reading):
        is_cancelled = cancels_reading and event.role == _READING
        calendar.add_component(_component(event, uid, now, is_cancelled=is_cancelled))
    text: bytes = calendar.to_ical()
    return text.decode()


def former_reading(path: Path, uid: str) -> Literal["planned", "cancelled"] | None:
    """The state of the next morning in the calendar file at `path`; None if there is no file, or not that morning.

    `uid` is that of the entry.
    """
    try:
        events = path.read_bytes().split(b"BEGIN:VEVENT") if path.is_file() else []
    except OSError:
        return None
    for event in events:
        if _event_id(uid, _READING).encode() in event:
            return "cancelled" if _CANCELLED.encode() in event else "planned"
    return None


def _events(visit: Moment, localize: Localize, *, with_readings: bool) -> Iterator[_Event]:
    yield _Event("visit", VISIT, visit.at, _VISIT_LASTS, _rings_before(visit, localize))
    yield _Event("diary", DIARY, visit.at + _VISIT_LASTS, _ENTRY_LASTS)
    if with_readings:
        morning = datetime.combine(visit.day + timedelta(days=1), _MORNING)
        yield _Event(_READING, DIARY, localize(morning), _ENTRY_LASTS)


def _rings_before(visit: Moment, localize: Localize) -> timedelta:
    """How long before the visit its alarm rings: two hours, or the evening before if that is at night."""
    if (visit.at - _WARNED_BEFORE).time() >= _NIGHT_ENDS:
        return _WARNED_BEFORE
    evening = localize(datetime.combine(visit.day - timedelta(days=1), _EVENING))
    return visit.at.astimezone(UTC) - evening.astimezone(UTC)


def _event_id(uid: str, role: str) -> str:
    # The uid of the entry itself stays in the diary.
    return f"{hashlib.sha256(f'{uid} {role}'.encode()).hexdigest()[:32]}@paintrack"


def _component(event: _Event, uid: str, now: datetime, *, is_cancelled: bool) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", _event_id(uid, event.role))
    # A calendar takes an event for a newer state of one that it has only if this number is higher.
    component.add("sequence", int(now.timestamp()) // 60)
    component.add("dtstamp", now.astimezone(UTC))
    component.add("summary", event.title)
    component.add("dtstart", event.begins.astimezone(UTC))
    component.add("dtend", (event.begins + event.lasts).astimezone(UTC))
    component.add("class", "PRIVATE")
    if is_cancelled:
        # A calendar takes it away or strikes it through (RFC 5546, 3.2.1); without an alarm it rings no more.
        component.add("status", _CANCELLED)
        return component
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", -event.rings)
    component.add_component(alarm)
    return component

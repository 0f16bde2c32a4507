"""Times that the clock skips, and those that come twice."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from paintrack.errors import UsageError
from paintrack.model.typed.dates.clock_changes import second_time
from paintrack.model.typed.dates.typed_dates import parse_when
from paintrack.model.values.moment import Localize
from tests.model.typed.dates.zones import BERLIN, localizer, older_localizer

TUESDAY = datetime(2026, 11, 3, 14, 2, tzinfo=BERLIN)


@pytest.mark.parametrize("python", [localizer, older_localizer])
@pytest.mark.parametrize(
    ("zone", "typed", "reason", "new_time"),
    [
        ("Europe/Berlin", "2026-03-29 02:00", "from 02:00 to 03:00 that day", "2026-03-29 03:00"),
        ("Europe/Berlin", "2026-03-29 02:30", "from 02:00 to 03:00 that day", "2026-03-29 03:30"),
        ("Europe/Berlin", "2026-03-29 02:59", "from 02:00 to 03:00 that day", "2026-03-29 03:59"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "from 02:00 to 02:30 that day", "2026-10-04 02:45"),
        ("America/Sao_Paulo", "2018-11-04 00:30", "from 00:00 to 01:00 that day", "2018-11-04 01:30"),
        ("Pacific/Apia", "2011-12-30 14:00", "from 2011-12-30 00:00 to 2011-12-31 00:00", "2011-12-31 14:00"),
        ("Pacific/Apia", "2011-12-30", "from 2011-12-30 00:00 to 2011-12-31 00:00", "2011-12-31 12:00"),
    ],
)
def test_a_skipped_time_is_refused_with_its_reason(
    python: Callable[[ZoneInfo], Localize], zone: str, typed: str, reason: str, new_time: str
) -> None:
    localize = python(ZoneInfo(zone))
    with pytest.raises(UsageError) as refused:
        parse_when(typed, TUESDAY, localize)
    day, _, clock = typed.partition(" ")
    beginning = f"There is no {clock or '12:00'} on {day}: the clock went {reason}."
    assert str(refused.value) == f'{beginning} By the new time: "{new_time}".'
    assert parse_when(new_time, TUESDAY, localize).at.replace(tzinfo=None) == datetime.fromisoformat(new_time)


def test_a_day_with_a_skipped_hour_is_a_day() -> None:
    # An offset says which instant is meant, and a day alone is noon.
    assert parse_when("2026-03-29 02:30+01:00", TUESDAY).iso() == "2026-03-29T02:30:00+01:00"
    assert parse_when("2026-03-29", TUESDAY, localizer(BERLIN)).iso() == "2026-03-29T12:00+02:00"


def test_of_a_time_that_came_twice_the_first_is_meant() -> None:
    first = parse_when("2026-10-25 02:30", TUESDAY, localizer(BERLIN))
    assert first.iso() == "2026-10-25T02:30:00+02:00"
    second = second_time(first, localizer(BERLIN))
    assert second is not None
    assert second.iso() == "2026-10-25T02:30:00+01:00"
    assert second_time(second, localizer(BERLIN)) is None
    for other in ("2026-10-25 01:59", "2026-10-25 03:00", "2026-10-25", "2026-10-25 02:30+01:00", "2026-07-06 14:00"):
        assert second_time(parse_when(other, TUESDAY, localizer(BERLIN)), localizer(BERLIN)) is None


def test_hours_ago_are_counted_across_a_change_of_the_clock() -> None:
    morning = datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN)
    assert parse_when("3 hours ago", morning, localizer(BERLIN)).iso() == "2026-10-25T02:00:00+02:00"

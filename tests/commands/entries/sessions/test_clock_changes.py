"""Times that the clock skipped or showed twice, as the program takes them on a computer in that place."""

import pytest

from tests.program import Result, fresh

# The program as it runs, at a time that is always the same. Its place is the TZ of the environment.
PROGRAM = """
import sys
from datetime import UTC, datetime
from paintrack.cli import main
from paintrack.commands._shared import context
context.clock = lambda: datetime(2026, 11, 27, 12, 2, tzinfo=UTC).astimezone()
sys.exit(main())
"""


def log_at(typed: str) -> Result:
    """What `log` says of that time."""
    return fresh(PROGRAM, "log", "7", "3", "--at", typed)


@pytest.mark.parametrize(
    ("zone", "typed", "reason", "new_time"),
    [
        ("Europe/Berlin", "2026-03-29 02:30", "the clock went from 02:00 to 03:00 that day", "2026-03-29 03:30"),
        ("America/New_York", "2026-03-08 02:30", "the clock went from 02:00 to 03:00 that day", "2026-03-08 03:30"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "the clock went from 02:00 to 02:30 that day", "2026-10-04 02:45"),
        ("America/Sao_Paulo", "2018-11-04 00:30", "the clock went from 00:00 to 01:00 that day", "2018-11-04 01:30"),
        (
            "Pacific/Apia", "2011-12-30 14:00",
            "the clock went from 2011-12-30 00:00 to 2011-12-31 00:00", "2011-12-31 14:00",
        ),
    ],
)  # fmt: skip
def test_a_skipped_time_is_refused_in_its_place(
    zone: str, typed: str, reason: str, new_time: str, monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    monkeypatch.setenv("TZ", zone)
    refused = log_at(typed)
    day, _, clock = typed.partition(" ")
    sentence = f'There is no {clock} on {day}: {reason}. By the new time: "{new_time}". Nothing saved.\n'
    assert (refused.code, refused.out, refused.err) == (2, "", sentence)
    assert f" {new_time[-5:]}." in log_at(new_time).out


@pytest.mark.parametrize(
    ("zone", "typed", "offsets"),
    [
        ("Europe/Berlin", "2026-10-25 02:30", ("+0200", "+0100")),
        ("America/New_York", "2026-11-01 01:30", ("-0400", "-0500")),
        ("Australia/Lord_Howe", "2026-04-05 01:45", ("+1100", "+1030")),
    ],
)
def test_of_a_time_that_came_twice_the_first_is_saved(
    zone: str, typed: str, offsets: tuple[str, str], monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    monkeypatch.setenv("TZ", zone)
    first = log_at(typed)
    assert (first.code, f'For the second: paintrack edit 1 --at "{typed}{offsets[1]}"\n' in first.err) == (0, True)
    second = log_at(f"{typed}{offsets[1]}")
    assert (second.code, "the second is meant" in second.err) == (0, True)
    exported = fresh(PROGRAM, "export", "-").out.splitlines()
    stamps = [f"{typed.replace(' ', 'T')}:00{offset[:3]}:{offset[3:]}" for offset in offsets]
    assert [line.split(",")[2] for line in exported[1:]] == stamps

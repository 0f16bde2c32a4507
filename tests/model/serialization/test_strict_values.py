"""The exact forms of values in our own files."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given

from paintrack.errors import UsageError
from paintrack.model.serialization.strict_values import (
    is_in_future,
    parse_instant,
    parse_key,
    parse_stamp,
    parse_time,
    parse_uid,
)
from paintrack.model.values.moment import Moment
from tests.factories.entries import NOW
from tests.strategies import moments, stamps, utc_seconds


@given(moments(), stamps, utc_seconds)
def test_what_we_write_comes_back_as_it_is(moment: Moment, typed: str, given_at: str) -> None:
    assert parse_time(moment.iso()) == moment
    assert parse_stamp(typed) == typed
    assert parse_instant(given_at) == given_at


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("2026-07-06T12:02:00Z", "2026-07-06T12:02:00.000000Z"),
        ("2026-07-06T12:02:00.5Z", "2026-07-06T12:02:00.500000Z"),
        ("2026-07-06T12:02:00.500000+00:00", "2026-07-06T12:02:00.500000Z"),
        ("2026-07-06 12:02:00.500000Z", "2026-07-06T12:02:00.500000Z"),
        ("2026-07-06T12:02:00,500000Z", "2026-07-06T12:02:00.500000Z"),
        ("2026-07-06T12:02:00-00:00", "2026-07-06T12:02:00.000000Z"),
        ("2026-07-06T14:02:00.123456+02:00", "2026-07-06T12:02:00.123456Z"),
        ("2026-07-06T14:02:00.123456789+0200", "2026-07-06T12:02:00.123456Z"),
        ("2026-07-06 14:02:00+02", "2026-07-06T12:02:00.000000Z"),
        ("2026-07-06t12:02z", "2026-07-06T12:02:00.000000Z"),
        ("20260706T120200Z", "2026-07-06T12:02:00.000000Z"),
        ("20260706T140200.123456+0200", "2026-07-06T12:02:00.123456Z"),
        ("2026-07-06T14+02", "2026-07-06T12:00:00.000000Z"),
        ("2026-W28-1T12:02:00Z", "2026-07-06T12:02:00.000000Z"),
        ("2026W281T1202Z", "2026-07-06T12:02:00.000000Z"),
        ("2026-W28T12:02Z", "2026-07-06T12:02:00.000000Z"),
        ("1900-01-01T00:00:00+02:00", "1899-12-31T22:00:00.000000Z"),
        ("1899-12-31T22:00:00.000000Z", "1899-12-31T22:00:00.000000Z"),
    ],
)
def test_another_form_of_iso_8601_becomes_the_stored_one(text: str, stored: str) -> None:
    assert parse_stamp(text) == stored
    assert parse_stamp(stored) == stored
    assert parse_instant(text) == f"{stored[:19]}Z"


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("2026-07-06 14:02:00+02:00", "2026-07-06T14:02:00+02:00"),
        ("2026-07-06T14:02:00.750+0200", "2026-07-06T14:02:00+02:00"),
        ("2026-07-06t14:02:00z", "2026-07-06T14:02:00+00:00"),
        ("2026-07-06 12:00+02", "2026-07-06T12:00+02:00"),
        ("2026-07-06 12:00:00+02", "2026-07-06T12:00:00+02:00"),
        ("20260706T1200+0200", "2026-07-06T12:00+02:00"),
        ("20260706T120000+0200", "2026-07-06T12:00:00+02:00"),
        ("2026-W28-1T14Z", "2026-07-06T14:00:00+00:00"),
    ],
)
def test_another_form_of_a_local_time_keeps_its_offset(text: str, stored: str) -> None:
    assert parse_time(text).iso() == stored


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_uid, "A" * 32),
        (parse_uid, "a" * 31),
        (parse_uid, "a" * 32 + "\n"),
        (parse_key, "Manual"),
        (parse_key, "a" * 41),
        (parse_key, ""),
        (parse_time, "2026-07-06T12:02:00"),
        (parse_time, "2026-07-06T24:00:00Z"),
        (parse_time, "2026-07-06_12:02:00Z"),
        (parse_time, "1899-12-31T12:00:00Z"),
        (parse_time, "٢٠26-07-06T12:02:00Z"),
        (parse_stamp, "2026-07-06T24:00:00.000000Z"),
        (parse_stamp, "2026-02-30T12:00:00.000000Z"),
        (parse_stamp, "2026-07-06T12:02:00.Z"),
        (parse_stamp, "2026-07-06T12:02:00"),
        (parse_stamp, "2026-07-06"),
        (parse_stamp, "2026-187T12:02:00Z"),
        (parse_stamp, "20261306T120200Z"),
        (parse_stamp, "2026-W54-1T12:02:00Z"),
        (parse_stamp, "20260706T240000Z"),
        (parse_stamp, "2026-07-06T12:0200Z"),
        (parse_stamp, "2026-07-06T12:02:00+25:00"),
        (parse_stamp, "2026-07-06T12:02:00Z "),
        (parse_stamp, "9998-12-31T23:00:00-02:00"),
        (parse_instant, "2026-07-06T24:00:00Z"),
        (parse_instant, "9999-01-01T00:00:00Z"),
    ],
)
def test_any_other_form_is_refused(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(UsageError):
        parse(text)


def test_a_clock_may_be_a_day_ahead_and_no_more() -> None:
    tomorrow, later = NOW + timedelta(days=1), NOW + timedelta(days=1, seconds=1)
    assert not is_in_future(Moment(tomorrow), NOW)
    assert is_in_future(Moment(later), NOW)

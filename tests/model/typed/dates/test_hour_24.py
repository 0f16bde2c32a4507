"""The hour 24, which people write for the end of a day and which is refused with the form that works."""

from datetime import time as datetime_time

import pytest

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed.dates.typed_dates import parse_next_visit, parse_when
from tests.factories.entries import NOW


class _LenientTime(datetime_time):
    """CPython 3.14 takes 24:00 for the midnight at which the day begins, a day too early."""

    @classmethod
    def fromisoformat(cls, text: str) -> "_LenientTime":
        return super().fromisoformat(text.replace("24:00", "00:00"))


@pytest.mark.parametrize("typed", ["2026-07-05 24:00", "2026-07-05T24:00:00", "2026-07-05 24:00:00.0Z"])
def test_the_hour_24_is_refused_on_every_python(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paintrack.model.typed.dates.typed_dates.time", _LenientTime)
    assert parse_when("2026-07-05 23:59", NOW).at.hour == 23
    with pytest.raises(UsageError, match=r"^The day ends at 23:59; 24:00 is 00:00 of the next day"):
        parse_when(typed, NOW)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("2026-07-05 24:00", "2026-07-06 00:00"),
        ("yesterday 24:00", "2026-07-06 00:00"),
        ("2026-07-05 24.00", "2026-07-06 00:00"),
        ("2026-07-05 24.30", "2026-07-06 00:30"),
        ("yesterday 24h", "2026-07-06 00:00"),
        ("yesterday, 24 uhr", "2026-07-06 00:00"),
        ("yesterday 24 o'clock", "2026-07-06 00:00"),
        ("yesterday at 24", "2026-07-06 00:00"),
        ("3 jul 24h00", "2026-07-04 00:00"),
        ("31 dec 24:00", "2026-01-01 00:00"),
        ("2026-07-05 24:00:00.0z", "2026-07-06 00:00Z"),
        ("2026-07-05 24:30", "2026-07-06 00:30"),
    ],
)
def test_for_the_hour_24_the_form_is_said_that_works(typed: str, form: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, NOW)
    assert str(refused.value).endswith(f'type "{form}".')
    assert parse_when(form, NOW).at < NOW


@pytest.mark.parametrize("typed", ["24:00", "24.00", "24 uhr", "24 o'clock"])
def test_the_end_of_today_is_still_to_come(typed: str) -> None:
    with pytest.raises(FutureTimeError):
        parse_when(typed, NOW)
    with pytest.raises(UsageError, match=r'^The day ends at 23:59; .* type "2026-07-07 00:00"'):
        parse_next_visit(typed, NOW)


@pytest.mark.parametrize(("typed", "form"), [("24h", '"24 hours ago"'), ("24", "24 is a day"), ("3 nov 24", "")])
def test_what_may_be_a_day_or_hours_is_not_the_hour_24(typed: str, form: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_when(typed, NOW)
    assert form in str(refused.value)
    assert "24:00" not in str(refused.value)

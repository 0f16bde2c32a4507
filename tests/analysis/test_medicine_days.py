"""Days a month with rescue medicine."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.medicine_days import MedicineMonth, medicine_days_of, medicine_taken
from tests.factories.entries import a_reading, a_session

if TYPE_CHECKING:
    from paintrack.model.entries import Reading, Session

DAYS = st.integers(0, 400).map(lambda days: date(2026, 1, 1) + timedelta(days=days))


def test_a_day_counts_once_by_month() -> None:
    entries: list[Session | Reading] = [
        a_session(took="ibuprofen", at="2026-07-06 14:00"),
        a_reading(at="2026-07-06 22:00", condition="migraine", took="sumatriptan 50 mg"),
        a_reading(at="2026-07-31 23:30", took="ibuprofen"),
        a_reading(at="2026-09-01 00:15", took="ibuprofen"),
        a_reading(at="2026-09-02 00:15"),
    ]
    taken = medicine_taken(entries)
    assert len(taken) == 4
    july, september = MedicineMonth(date(2026, 7, 1), 2), MedicineMonth(date(2026, 9, 1), 1)
    assert medicine_days_of(taken, date(2026, 7, 20)) == (july, september)
    assert medicine_days_of(taken, date(2026, 8, 1)) == (september,)
    assert medicine_days_of(taken, date(2026, 7, 1), date(2026, 8, 31)) == (july,)


def test_a_word_for_nothing_is_no_medicine() -> None:
    words = ("none", "No", "-", "0", "nothing", "KEINE")
    assert medicine_days_of([(date(2026, 7, 6), each) for each in words], date.min) == ()
    assert len(medicine_days_of([(date(2026, 7, 6), "Novalgin")], date.min)) == 1


@given(st.lists(DAYS), DAYS, DAYS)
def test_each_day_is_in_one_month(days: list[date], since: date, until: date) -> None:
    months = medicine_days_of([(day, "x") for day in days], since, until)
    within = {day for day in days if since.replace(day=1) <= day <= until}
    assert sum(month.days for month in months) == len(within)
    assert [month.start for month in months] == sorted({day.replace(day=1) for day in within})

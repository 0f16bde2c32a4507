"""The settings of two files: of each the one that was set later."""

import pytest

from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.merging.merged_settings import SettingDifference, settings_from

EARLY, LATE = "2026-08-01T00:00:00.000000Z", "2026-08-02T00:00:00.000000Z"


@pytest.mark.parametrize(
    ("there", "here", "is_taken"),
    [
        (StoredSetting("EUR", LATE), StoredSetting("CHF", EARLY), True),
        (StoredSetting("EUR", EARLY), StoredSetting("CHF", LATE), False),
        (StoredSetting("EUR", EARLY), StoredSetting("CHF", EARLY), True),
        (StoredSetting("CHF", EARLY), StoredSetting("EUR", EARLY), False),
        (StoredSetting(None, LATE), StoredSetting("CHF", EARLY), True),
        (StoredSetting(None, EARLY), StoredSetting("CHF", EARLY), False),
        (StoredSetting("EUR"), StoredSetting("CHF", EARLY), False),
    ],
)
def test_the_later_one_is_taken_and_both_are_named(there: StoredSetting, here: StoredSetting, is_taken: bool) -> None:
    taken, differences = settings_from({"currency": there}, {"currency": here})
    assert taken == ({"currency": there} if is_taken else {})
    assert differences == (SettingDifference("currency", here.value, there.value, is_here_kept=not is_taken),)


@pytest.mark.parametrize("there", [StoredSetting("EUR", EARLY), StoredSetting("EUR")])
def test_one_that_is_not_set_here_is_taken(there: StoredSetting) -> None:
    assert settings_from({"currency": there}, {}) == ({"currency": there}, ())


def test_the_same_value_set_later_is_taken_and_not_named() -> None:
    there = {"name": StoredSetting("Ana", LATE)}
    assert settings_from(there, {"name": StoredSetting("Ana", EARLY)}) == (there, ())


def test_one_currency_written_in_two_ways_is_taken_and_not_named() -> None:
    there = {"currency": StoredSetting("€", LATE)}
    assert settings_from(there, {"currency": StoredSetting("EUR", EARLY)}) == (there, ())

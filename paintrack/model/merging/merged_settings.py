"""Merging the settings of two files: the value that was set later wins."""

from collections.abc import Mapping
from typing import NamedTuple

from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.values.currency import canonical_currency


class SettingDifference(NamedTuple):
    """A setting that differs between the two files; the value is None where it was cleared."""

    name: str
    here: str | None
    there: str | None
    is_here_kept: bool


def settings_from(
    incoming: Mapping[str, StoredSetting], stored: Mapping[str, StoredSetting]
) -> tuple[dict[str, StoredSetting], tuple[SettingDifference, ...]]:
    """The settings that this file takes from the other, by name, and the differences.

    A setting from a file of version 1, which does not say when it was set, is taken only where this file has none.
    """
    taken = {
        name: each
        for name, each in incoming.items()
        if name not in stored or (each.edited is not None and _rank(each) > _rank(stored[name]))
    }
    differences = [
        SettingDifference(name, stored[name].value, each.value, is_here_kept=name not in taken)
        for name, each in sorted(incoming.items())
        if name in stored and not _is_same(name, stored[name].value, each.value)
    ]
    return taken, tuple(differences)


def _is_same(name: str, stored: str | None, incoming: str | None) -> bool:
    if name == "currency" and stored is not None and incoming is not None:
        return canonical_currency(stored) == canonical_currency(incoming)
    return stored == incoming


def _rank(setting: StoredSetting) -> tuple[str, bool, str]:
    return setting.edited or "", setting.value is not None, setting.value or ""

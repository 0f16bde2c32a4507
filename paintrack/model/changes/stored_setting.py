"""A setting as the file keeps it."""

from typing import NamedTuple


class StoredSetting(NamedTuple):
    """The value of a setting, None where it was cleared, and the instant (UTC, microseconds) at which it was set.

    `edited` is None in a JSON file of version 1, which does not say when.
    """

    value: str | None
    edited: str | None = None

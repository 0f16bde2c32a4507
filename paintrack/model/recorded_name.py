"""A name that the patient gave, and the entries that have it."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple


class NameKind(Enum):
    """What is named; the value is the noun for it."""

    CONDITION = "condition"
    PRACTITIONER = "practitioner"
    POINT = "point"


class NameSlip(NamedTuple):
    """A name that may be a typing slip for another one, `meant`."""

    kind: NameKind
    name: str
    meant: str


class RecordedName(NamedTuple):
    """A name as the patient first wrote it, how many entries of each kind have it, and its first and last local day.

    The days are those of sessions and readings; if there are none, those of the other entries.
    """

    name: str
    counts: Mapping[str, int]
    first: date
    last: date

    @property
    def times(self) -> int:
        """How many sessions and readings have the name."""
        return self.counts.get("session", 0) + self.counts.get("reading", 0)

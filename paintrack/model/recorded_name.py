"""A name that the patient gave, and the entries that have it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from paintrack.model.name_kind import NameKind


class NameSlip(NamedTuple):
    """A name that may be a typing slip for another one, `meant`."""

    kind: NameKind
    name: str
    meant: str


class RecordedName(NamedTuple):
    """A name as it is spelled in its newest session or reading, how many entries of each kind have it, and its first
    and last local day.

    The days are those of sessions and readings; where there are none, of the other entries. `other_spellings` are those
    of other entries, with how many of each kind these are.
    """

    name: str
    counts: Mapping[str, int]
    first: date
    last: date
    other_spellings: tuple[tuple[str, Mapping[str, int]], ...] = ()

    @property
    def times(self) -> int:
        """How many sessions and readings have the name."""
        return self.counts.get("session", 0) + self.counts.get("reading", 0)

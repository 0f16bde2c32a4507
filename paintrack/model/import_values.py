"""The values of an import: how columns are mapped, entries with their rows, what becomes of each entry."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from paintrack.model.entry import AnyEntry

# The target of a column that holds the time of day alone.
TIME = "time"


class Outcome(Enum):
    """What becomes of an incoming entry."""

    NEW = "it was not here"
    NEWER = "it was edited later than ours and takes its place"
    SAME = "it says what ours says"
    OLDER = "ours was edited later and is kept"
    CLASH = "it says something else and was edited at the same instant: ours is kept"
    DELETED = "ours was deleted later and stays deleted"

    @property
    def changes(self) -> bool:
        """Whether something is saved."""
        return self in (Outcome.NEW, Outcome.NEWER)


class SheetEntry(NamedTuple):
    """An entry and the line of its row; `remarks` are about values that were kept as they stand."""

    line: int
    entry: AnyEntry
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """How to read the rows: the names of the columns in `header` and the target of each, None for a column left out.

    `condition` is what every row rates, where no column says it. `date_format` is a format of strptime; None: ISO
    dates. `scale` is the worst score in the file, one of `SCALES`.
    """

    header: tuple[str, ...]
    targets: tuple[str | None, ...]
    condition: str | None = None
    date_format: str | None = None
    scale: int = 10

    @property
    def columns_left_out(self) -> tuple[str, ...]:
        """The names of the columns that nothing is taken from."""
        return tuple(name for name, key in zip(self.header, self.targets, strict=True) if key is None)

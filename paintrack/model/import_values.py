"""What an import works with and is told of: how columns are mapped, entries with their rows, what becomes of each."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from paintrack.model.entry import AnyEntry

# The time of day, where it has a column of its own.
TIME = "time"


class Outcome(Enum):
    """What becomes of an entry that arrives."""

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
    """An entry and the line of the row that says it; `remarks` are on what was kept as it stands."""

    line: int
    entry: AnyEntry
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """How the rows are to be understood: the names of the columns and the target of each (see `headers`).

    `condition` is what the whole file rates. `date_format` is a format of strptime; without it dates are ISO.
    `scale` is what the worst score is called in the file, one of `SCALES`.
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

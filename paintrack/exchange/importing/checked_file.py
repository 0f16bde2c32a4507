"""The outcome of the first step of an import: a file as checked entries, whatever its format. Nothing is stored yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from paintrack.model.changes.renaming import in_spellings, names_in
from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.importing.import_types import SheetPreview
from paintrack.model.importing.row_error_groups import ErrorGroups
from paintrack.model.name_kind import NameKind
from paintrack.model.serialization.csv_rows import RowError
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.currency import canonical_currency


class RejectedRows(NamedTuple):
    """The rows with an error, unchanged, with the header of the file and the delimiter between their values."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    delimiter: str


@dataclass(kw_only=True)
class CheckedFile:
    """What a file holds: its entries, and what is wrong with the others.

    A file that paintrack wrote is streamed: its `entries` can be read only once, they end at the first error, and
    `errors` and `valid` are complete once they have been read. Of any other file everything is known from the start.

    `valid` is how many entries have no error. `settings` are by name. `tombstones` are those of entries that were
    deleted where the file comes from, complete once the entries have been read. `is_complete`: each entry has every
    field that is stored (JSON), not only those that a CSV row has. `has_uids`: an entry is recognised by its uid,
    otherwise by its time, condition and scores. `missing_fields`: fields for which a CSV of an older paintrack has no
    column. `sheet` is how anyone's spreadsheet was understood, None for a file that paintrack wrote. `former_states`
    gives, by uid, what the entries with these uids (1000 at most) were before, and `named_twins` are the pairs of uids
    that were named there as twins, its own session first: only a database knows these two.
    """

    entries: Iterable[AnyEntry] = ()
    errors: ErrorGroups = field(default_factory=ErrorGroups)
    valid: int = 0
    settings: Mapping[str, StoredSetting] = field(default_factory=dict)
    tombstones: Sequence[Tombstone] = ()
    is_complete: bool = False
    has_uids: bool = True
    missing_fields: tuple[str, ...] = ()
    columns_left_out: tuple[str, ...] = ()
    sheet: SheetPreview | None = None
    rejected: RejectedRows | None = None
    former_states: Callable[[Sequence[str]], Mapping[str, Sequence[AnyEntry]]] = lambda _: {}
    named_twins: Sequence[tuple[str, str]] = ()

    def stream(self, entries_and_errors: Iterable[AnyEntry | RowError]) -> None:
        """Take the entries of this file from these, to be read once, with one at a time in memory."""
        self.entries = self._up_to_first_error(entries_and_errors)

    def take_spellings(self, known_names: Mapping[NameKind, Iterable[str]]) -> None:
        """Spell the names of a spreadsheet as they are known, or else as its newest row spells them.

        Two names that differ in case and space alone are one. Of two in `known_names` the last one counts.
        """
        if self.sheet is None:
            return
        in_time = sorted((row.entry for row in self.sheet.entries), key=attrgetter("at"))
        spellings = {(kind, folded(name)): name for entry in in_time for kind, name in names_in(entry)}
        spellings |= {(kind, folded(name)): name for kind, names in known_names.items() for name in names}
        self._replace_sheet_entries(partial(in_spellings, spellings=spellings))

    def take_currency(self, currency: str | None) -> None:
        """Give the amounts of a spreadsheet that have no currency this one, and the others the code of theirs.

        A file of our own keeps what it says.
        """
        if self.sheet is None:
            return
        self._replace_sheet_entries(partial(_with_currency, currency=currency))

    def _replace_sheet_entries(self, replacement: Callable[[AnyEntry], AnyEntry]) -> None:
        if self.sheet is None:
            return
        rows = [row._replace(entry=replacement(row.entry)) for row in self.sheet.entries]
        self.sheet = self.sheet._replace(entries=rows)
        self.entries = [row.entry for row in rows]

    def _up_to_first_error(self, entries_and_errors: Iterable[AnyEntry | RowError]) -> Iterator[AnyEntry]:
        for entry_or_error in entries_and_errors:
            if isinstance(entry_or_error, RowError):
                self.errors.add(entry_or_error)
                continue
            self.valid += 1
            if not self.errors:
                yield entry_or_error


def _with_currency(entry: AnyEntry, currency: str | None) -> AnyEntry:
    if not isinstance(entry, Session):
        return entry
    meant = currency if entry.lacks_currency else entry.currency
    return entry if meant is None else replace(entry, currency=canonical_currency(meant, currency))

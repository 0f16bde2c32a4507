"""All that a file says, checked before anything is stored: its entries, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from paintrack.exchange.csv_file import NumberedRow, OwnColumns, read_csv
from paintrack.exchange.importing.sheet_rows import ImportContext, SheetRow, sheet_entries
from paintrack.model.entry import AnyEntry
from paintrack.model.import_values import ColumnMapping, SheetEntry
from paintrack.model.row_errors import ErrorGroups
from paintrack.model.serialization.csv_rows import RowError


@dataclass(kw_only=True)
class Batch:
    """The entries, each with its line (0 for those of our own CSV); what is wrong with the others.

    `bad_rows` are the rows with an error, as they stand in the file, where they were asked for.
    """

    found: list[SheetEntry] = field(default_factory=list)
    errors: ErrorGroups
    bad_rows: list[list[str]] = field(default_factory=list)

    @property
    def entries(self) -> list[AnyEntry]:
        """The entries in the order of the file."""
        return [each.entry for each in self.found]


def batch_of(
    rows: Iterable[NumberedRow], way: ColumnMapping | OwnColumns, around: ImportContext, *, shown: int, keep_bad: bool
) -> Batch:
    """The rows below the header, understood in this way.

    The first `shown` reasons are kept. Raises FileTroubleError when the file is no CSV from some line on.
    """
    batch, seen, bad = Batch(errors=ErrorGroups(shown)), list[NumberedRow](), set[int]()
    for each in _understood(_noted(rows, seen) if keep_bad else rows, way, around):
        if not isinstance(each, RowError):
            batch.found.append(each)
            continue
        batch.errors.add(each)
        bad.add(each.line)
    if isinstance(way, OwnColumns):
        # The rows of one session of ours come in together or not at all.
        place = way.place_of("uid")
        uids = {cells[place] for line, cells in seen if line in bad and cells[place:]} - {""}
        bad |= {line for line, cells in seen if not uids.isdisjoint(cells[place : place + 1])}
        batch.found = [each for each in batch.found if each.entry.uid not in uids]
    batch.bad_rows = [cells for line, cells in seen if line in bad]
    return batch


def _understood(
    rows: Iterable[NumberedRow], way: ColumnMapping | OwnColumns, around: ImportContext
) -> Iterator[SheetEntry | RowError]:
    if isinstance(way, ColumnMapping):
        yield from sheet_entries((SheetRow(line, cells) for line, cells in rows), way, around)
        return
    for each in read_csv(rows, around.now, way):
        yield each if isinstance(each, RowError) else SheetEntry(0, each)


def _noted(rows: Iterable[NumberedRow], seen: list[NumberedRow]) -> Iterator[NumberedRow]:
    for row in rows:
        seen.append(row)
        yield row

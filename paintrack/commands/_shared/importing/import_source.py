"""The file to import, checked: anyone's CSV, or what paintrack exported."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from uuid import uuid4

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.parsing import point_table
from paintrack.exchange.formats import HistoryIn
from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.file_or_standard_input import open_text
from paintrack.exchange.importing.foreign_csv_rows import ImportContext
from paintrack.exchange.importing.pipe_to_file import buffered
from paintrack.model.importing.import_types import ReadOptions


@contextmanager
def open_import_source(
    file: str, history_in: HistoryIn, options: ReadOptions, context: Context
) -> Iterator[CheckedFile]:
    """The content of the file as typed, `-` for standard input; `history_in` reads its format.

    Raises FileTroubleError if it cannot be read, UsageError for options that do not go with it.
    """
    reader = history_in.reader()
    import_context = ImportContext(now=context.now, table=point_table, new_uid=_new_uids().__next__)
    with (
        open_text(file, own_file=context.path) as pipe_or_file,
        buffered(pipe_or_file, reader.LONGEST_FILE) as stream,
    ):
        yield reader.check_stream(stream, options, import_context)


def _new_uids() -> Iterator[str]:
    """Uids in rising order, so that rows with the same time keep the order of the file."""
    return map("{:032x}".format, count(uuid4().int >> 1))

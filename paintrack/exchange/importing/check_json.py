"""Checking paintrack's own JSON, entry by entry as it is read."""

from typing import TextIO

from paintrack.exchange import json_file
from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.foreign_csv_rows import ImportContext
from paintrack.model.importing.import_types import ReadOptions

LONGEST_FILE = json_file.LONGEST_FILE


def check_stream(stream: TextIO, _options: ReadOptions, context: ImportContext) -> CheckedFile:
    """The contents of the document; no option changes how it is read. Raises FileTroubleError."""
    history = json_file.read_json(stream, context.now)
    checked = CheckedFile(settings=history.settings, tombstones=history.tombstones, is_complete=True)
    checked.stream(history.entries)
    return checked

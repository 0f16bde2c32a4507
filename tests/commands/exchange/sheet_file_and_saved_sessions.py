"""What the tests of import share: a spreadsheet written, and what was saved of it."""

from pathlib import Path

from paintrack.model.entries import Session
from paintrack.model.selection import Selection
from paintrack.storage.file.reader_and_writer_opening import open_reader


def saved(file: Path) -> list[Session]:
    """The sessions in the file."""
    with open_reader(file) as reader:
        return reader.sessions(Selection())


def written(path: Path, text: str) -> str:
    """The path of a file with this text."""
    path.write_text(text)
    return str(path)

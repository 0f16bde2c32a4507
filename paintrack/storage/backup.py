"""Copies of the database, made through SQLite: a plain copy of a file in use can be damaged."""

import itertools
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from paintrack.storage.connection import (
    check_integrity,
    connect,
    create_private,
    translate_errors,
    verify_application_id,
)
from paintrack.storage.file_header import read_header

FOLDER = "backups"


def safety_copy(path: Path, now: datetime, reason: str) -> Path | None:
    """A copy of the file as it is, before a risky step; None when nothing was saved in it yet.

    The copy is beside the file, `backups/paintrack-20261103-150000-before-import.db` for the `reason` 'import', with
    a number when that name is taken. It is on the disk, readable by its owner alone, and has passed an integrity
    check. No connection to the file may be open in this process: its header is read as a plain file, and closing
    that would drop SQLite's locks (https://www.sqlite.org/howtocorrupt.html). Raises FileTroubleError when the file
    is damaged or the copy cannot be made.
    """
    if read_header(path).kind != "paintrack":
        return None
    with translate_errors(path), closing(connect(path)) as source:
        # Check and copy see the same state; this waits for another terminal that is writing.
        source.execute("BEGIN")
        verify_application_id(source, path)
        if not source.execute("SELECT 1 FROM entry LIMIT 1").fetchone():
            return None
        check_integrity(source, path)
        with translate_errors(path.parent / FOLDER), _new_file(path, f"{now:%Y%m%d-%H%M%S}-before-{reason}") as copy:
            with closing(connect(copy)) as target:
                source.backup(target)
                # Should another tool have set the file to WAL: the copy is to be one file.
                target.execute("PRAGMA journal_mode = DELETE")
            _sync(copy)
            with closing(connect(copy)) as target:
                check_integrity(target, copy)
            return copy


@contextmanager
def _new_file(path: Path, name: str) -> Iterator[Path]:
    """An empty private file with an unused name; removed when the block raises."""
    folder = path.parent / FOLDER
    candidates = (
        folder / f"{path.stem}-{name}{f'-{number}' if number > 1 else ''}.db" for number in itertools.count(1)
    )
    copy = next(candidate for candidate in candidates if create_private(candidate))
    try:
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def _sync(copy: Path) -> None:
    """Flush the file and its directory entry to the disk."""
    # Windows cannot flush a file that is open for reading only.
    _fsync(copy, os.O_RDWR)
    # A folder cannot be opened on every system.
    with suppress(PermissionError):
        _fsync(copy.parent, os.O_RDONLY)


def _fsync(path: Path, mode: int) -> None:
    descriptor = os.open(path, mode)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

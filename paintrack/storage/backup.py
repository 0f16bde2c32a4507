"""Copies of the file, made through SQLite: a plain copy of a file in use can be damaged."""

import itertools
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from paintrack.storage.connection import check_ours, check_sound, connect, create_private, told
from paintrack.storage.file_header import read_header

FOLDER = "backups"


def safety_copy(path: Path, now: datetime, why: str) -> Path | None:
    """A copy of the file as it is, before a risky step; None when nothing was saved in it yet.

    `why` becomes part of its name: `backups/paintrack-20261103-150000-before-import.db` beside the file, with a
    number when that is taken. The copy is on the disk, private, and was read back whole. No connection to the
    file may be open in this process: its header is read as a plain file, and closing that would drop SQLite's
    locks (https://www.sqlite.org/howtocorrupt.html). Raises FileTroubleError when the file is damaged or the
    copy cannot be made.
    """
    if read_header(path).kind != "ours":
        return None
    with told(path), closing(connect(path)) as source:
        # One state for the check and the copy; another terminal that writes is waited for here.
        source.execute("BEGIN")
        check_ours(source, path)
        if not source.execute("SELECT 1 FROM entry LIMIT 1").fetchone():
            return None
        check_sound(source, path)
        with told(path.parent / FOLDER), _new_file(path, f"{now:%Y%m%d-%H%M%S}-before-{why}") as copy:
            with closing(connect(copy)) as target:
                source.backup(target)
                # A file that another tool set to WAL: its copy is one file.
                target.execute("PRAGMA journal_mode = DELETE")
            _sync(copy)
            with closing(connect(copy)) as target:
                check_sound(target, copy)
            return copy


@contextmanager
def _new_file(path: Path, name: str) -> Iterator[Path]:
    """An empty private file of an unused name; gone again when the block raises."""
    folder = path.parent / FOLDER
    names = (f"{path.stem}-{name}{f'-{number}' if number > 1 else ''}.db" for number in itertools.count(1))
    copy = next(folder / each for each in names if create_private(folder / each))
    try:
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def _sync(copy: Path) -> None:
    """Bring the file and its name to the disk."""
    # Windows brings nothing to the disk that was opened to read.
    _sync_opened(copy, os.O_RDWR)
    # A folder cannot be opened on every system.
    with suppress(PermissionError):
        _sync_opened(copy.parent, os.O_RDONLY)


def _sync_opened(path: Path, mode: int) -> None:
    descriptor = os.open(path, mode)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

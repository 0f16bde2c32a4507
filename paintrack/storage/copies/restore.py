"""Restoring the contents of a copy; the patient's file as it was is kept as a copy, or moved aside if damaged."""

import stat
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from paintrack.errors import DamagedFileError, FileTroubleError
from paintrack.private_file import sync_folder, unfinished_file
from paintrack.storage.copies.backup import RESTORE, checked_snapshot, damaged_names, has_entries, prune, write_named
from paintrack.storage.copies.replacement import locked_file, replace_contents
from paintrack.storage.copies.snapshot import snapshot, write_verified
from paintrack.storage.copies.untrusted_copy import SourceCopy
from paintrack.storage.file.connection import (
    check_integrity,
    create_private_folders,
    make_private,
    read_header_for_write,
    translate_errors,
)
from paintrack.storage.file.file_header import HEADER_SIZE
from paintrack.storage.mapping import chunked
from paintrack.storage.reader import Reader
from paintrack.write_state import WriteState, note_write

_BESIDE = ("-journal", "-wal", "-shm")


class Restored(NamedTuple):
    """Where the former file is: `safety_copy` of a sound one, `moved_aside` of a damaged one; both None if none."""

    safety_copy: Path | None = None
    moved_aside: Path | None = None

    @property
    def former_file(self) -> str | None:
        """Where the former file is, sound or damaged; None if there was none."""
        former = self.safety_copy or self.moved_aside
        return None if former is None else str(former)


def restore(source: SourceCopy, source_path: Path, path: Path, now: datetime) -> Restored:
    """Put the contents of the source into the file at `path`, all or nothing.

    A sound file is copied first and keeps its links and modes; a damaged one is moved aside. The source at
    `source_path` is never pruned as an old backup. Raises FileTroubleError, also for a file that is not paintrack's.
    """
    if is_wiped(path):
        return _replace_damaged(source, path, now)
    kind = read_header_for_write(path).kind
    if kind == "absent":
        _write_new(source, path.resolve(), replace=False)
        return Restored()
    try:
        return _replace_sound(source, source_path, path, now)
    except DamagedFileError:
        return _replace_damaged(source, path, now)


def is_wiped(path: Path) -> bool:
    """Whether the file begins with nothing but NUL, as after a power cut, so that no program's header is in it."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            beginning = file.read(HEADER_SIZE)
    except OSError:
        return False
    return bool(beginning) and not any(beginning)


def count_purged(source: Reader, reader: Reader) -> int:
    """How many entries of the source were purged from the file, which a restore would bring back."""
    purged = [each.uid for each in reader.tombstones() if each.purged is not None]
    return sum(len(source.by_uids(uids)) for uids in chunked(purged))


def _replace_sound(source: SourceCopy, source_path: Path, path: Path, now: datetime) -> Restored:
    former, copy = b"", None
    try:
        with locked_file(path) as live:
            if live.execute("SELECT 1 FROM sqlite_schema").fetchone() and has_entries(live):
                former = snapshot(live, path).content
                copy = write_named(former, path, now, RESTORE)
            replace_contents(live, source.connection)
            check_integrity(live, path)
    except FileTroubleError as error:
        if copy is None:
            raise
        if _holds(path, former):
            copy.unlink(missing_ok=True)
            raise
        # The disk failed while the end of the transaction was written.
        note_write(WriteState.UNKNOWN)
        raise FileTroubleError(
            f"The disk failed while your file was replaced. Your file as it was: {copy}", copy
        ) from error
    prune(path, keep=[source_path, *([copy] if copy else [])])
    return Restored(safety_copy=copy)


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file still has this content."""
    try:
        return checked_snapshot(path).content == content
    except FileTroubleError:
        return False


def _replace_damaged(source: SourceCopy, path: Path, now: datetime) -> Restored:
    real = path.resolve()
    with translate_errors(real):
        aside = _named_aside(real, now)
        _write_new(source, real, replace=True)
        make_private(aside)
    return Restored(moved_aside=aside)


def _named_aside(real: Path, now: datetime) -> Path:
    """Give the damaged file, and what SQLite left beside it, another name; returns the path."""
    aside = real
    for aside in damaged_names(real, now):
        try:
            # Not renamed, because another process that looks meanwhile would find no file and begin a new one.
            aside.hardlink_to(real)
        except FileExistsError:
            continue
        except OSError:
            # The file system of a stick has no links.
            real.rename(aside)
        break
    for ending in _BESIDE:
        beside = Path(f"{real}{ending}")
        if beside.exists():
            # If it stayed, SQLite would play it into the new file.
            beside.rename(f"{aside}{ending}")
    return aside


def _write_new(source: SourceCopy, real: Path, *, replace: bool) -> None:
    with translate_errors(real):
        create_private_folders(real.parent)
        with unfinished_file(real.parent) as file:
            write_verified(file.descriptor, source.connection.serialize(), real)
            try:
                file.publish(real, replace=replace)
            except FileExistsError:
                raise FileTroubleError(f"Another terminal has just made the file; try again: {real}", real) from None
        note_write(WriteState.SAVED)
        sync_folder(real.parent)

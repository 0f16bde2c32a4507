"""Backups beside the file, named by paintrack itself, of which the newest ten are kept."""

import itertools
import os
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from paintrack.errors import FileTroubleError, NoDiaryError
from paintrack.path_checks import real_path
from paintrack.private_file import sync_folder, unfinished_file
from paintrack.storage.copies.snapshot import Snapshot, snapshot, write_verified
from paintrack.storage.file.connection import (
    connect,
    create_private_folders,
    settled_header,
    translate_errors,
    verify_application_id,
)

FOLDER = "backups"
# The word in the name of a copy that a restore makes.
RESTORE = "restore"
# How many of the backups that paintrack named itself are kept.
KEPT = 10


class OwnCopy(NamedTuple):
    """A copy in the folder of backups that paintrack named itself.

    `made` is the local time in its name, without an offset; `number`, from 1 on, distinguishes copies of one second.
    """

    made: datetime
    number: int
    path: Path


def backups_folder(path: Path) -> Path:
    """The folder with the backups of the file: beside it, or beside the link if the file is one."""
    return path.parent / FOLDER


def leftover_folders(path: Path) -> list[Path]:
    """The folders in which a killed process may have left a temporary file with what is in the file; each once."""
    real = real_path(path)
    folders = (real.parent, path.parent, backups_folder(real), backups_folder(path))
    return [*{real_path(folder): folder for folder in folders}.values()]


def own_copies(path: Path) -> list[OwnCopy]:
    """The backups of the file that paintrack named itself, newest first; links do not count. Raises OSError."""
    folder = backups_folder(path)
    files = [each for each in folder.iterdir() if each.is_file() and not each.is_symlink()] if folder.is_dir() else []
    return sorted(filter(None, (_parse_name(each, path) for each in files)), reverse=True)


def _parse_name(copy: Path, path: Path) -> OwnCopy | None:
    """What the name of a backup of the file at `path` says; None if paintrack would not name one so."""
    reason = r"-before-(?:version-\d+|[a-z]+)"
    name = rf"{re.escape(path.stem)}-(\d{{8}}-\d{{6}})(?:{reason})?(?:-(\d+))?\.db"
    match = re.fullmatch(name, copy.name, re.ASCII)
    if match is None:
        return None
    try:
        made = datetime.fromisoformat(match[1].replace("-", "T"))
    except ValueError:
        return None
    return OwnCopy(made, int(match[2] or 1), copy)


def last_restore(path: Path) -> tuple[datetime, Path] | None:
    """When the file was last restored, and the copy that this made of the file as it was; None for none that is there.

    The instant is in UTC: the local time in the name would be another instant after a journey.
    """
    with suppress(OSError):
        copies = [each.path for each in own_copies(path) if f"-before-{RESTORE}" in each.path.name]
        written = [(datetime.fromtimestamp(copy.stat().st_mtime, tz=UTC), copy) for copy in copies]
        return max(written, default=None)
    return None


def damaged_names(real: Path, now: datetime) -> Iterator[Path]:
    """Names for moving a damaged file aside; the caller takes the first that is free. These files are never pruned."""
    for number in itertools.count(1):
        yield real.with_name(f"{real.stem}-{now:%Y%m%d-%H%M%S}-damaged{'' if number == 1 else f'-{number}'}.db")


def is_own_name(copy: Path, path: Path) -> bool:
    """Whether a backup of the file at `path` that is called `copy` would be taken for one that paintrack named."""
    is_beside = real_path(copy.parent) == real_path(backups_folder(path))
    return is_beside and _parse_name(copy, path) is not None


def checked_snapshot(path: Path) -> Snapshot:
    """What a backup of the file would hold. Raises NoDiaryError if nothing was saved yet, FileTroubleError."""
    if settled_header(path).kind != "paintrack":
        raise NoDiaryError(path)
    with translate_errors(path), closing(connect(path)) as source:
        source.execute("BEGIN")
        verify_application_id(source, path)
        return snapshot(source, path)


def write_backup(path: Path, now: datetime) -> tuple[Path, Snapshot]:
    """Write a backup under a name of paintrack's own; then only the newest ten of these are kept.

    It is private, on the disk, and was read back whole. No connection to the file may be open in this process: its
    header is read as a plain file, and closing that would drop SQLite's locks
    (https://www.sqlite.org/howtocorrupt.html). Raises NoDiaryError if nothing was saved yet, FileTroubleError.
    """
    backup = checked_snapshot(path)
    copy = write_named(backup.content, path, now)
    prune(path, keep=[copy])
    return copy, backup


@contextmanager
def safety_copy(path: Path, now: datetime, reason: str) -> Iterator[Path | None]:
    """A copy of the file as it is, for the risky step in the block; None if nothing was saved in it yet.

    For the `reason` 'import' the name is `backups/paintrack-20261103-150000-before-import.db`, with a number if that is
    taken. If the block raises, the copy is removed; otherwise only the newest ten are kept. As with `write_backup`, no
    connection to the file may be open. Raises FileTroubleError if the file is damaged or cannot be copied.
    """
    if settled_header(path).kind != "paintrack":
        yield None
        return
    with translate_errors(path), closing(connect(path)) as source:
        # So that check and copy see the same state; waits for another terminal that is writing.
        source.execute("BEGIN")
        verify_application_id(source, path)
        content = snapshot(source, path).content if has_entries(source) else None
    if content is None:
        yield None
        return
    copy = write_named(content, path, now, reason)
    try:
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    # Not before the step, or failing steps would push out one good copy after another.
    prune(path, keep=[copy])


def has_entries(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever saved in the file."""
    # Settings, and what undo keeps, are worth a copy, too.
    query = "SELECT 1 FROM entry UNION ALL SELECT 1 FROM setting UNION ALL SELECT 1 FROM step LIMIT 1"
    return connection.execute(query).fetchone() is not None


def write_named(content: bytes, path: Path, now: datetime, reason: str | None = None) -> Path:
    """Write a snapshot to a new file in the folder of backups and return its path. Raises FileTroubleError."""
    folder = backups_folder(path)
    name = f"{path.stem}-{now:%Y%m%d-%H%M%S}{'' if reason is None else f'-before-{reason}'}"
    names = (f"{name}{'' if number == 1 else f'-{number}'}.db" for number in itertools.count(1))
    with translate_errors(folder):
        create_private_folders(folder)
        with unfinished_file(folder) as file:
            write_verified(file.descriptor, content, folder)
            if os.utime in os.supports_fd:
                # A network drive stamps files by its own clock; `last_restore` compares them with ours.
                os.utime(file.descriptor, (now.timestamp(), now.timestamp()))
            for copy in map(folder.joinpath, names):
                with suppress(FileExistsError):
                    file.publish(copy, replace=False)
                    sync_folder(folder)
                    return copy
    raise FileTroubleError(f"No name is free in {folder}.", folder)


def prune(path: Path, *, keep: Collection[Path] = ()) -> None:
    """Remove all but the newest ten backups that paintrack named itself, and never those in `keep`.

    One that cannot be removed stays, since the new backup, which is what counts, has been written.
    """
    with suppress(OSError):
        # After a clock was set back, a new file can have an old name.
        kept = {each.resolve() for each in keep}
        older = [copy.path for copy in own_copies(path) if copy.path.resolve() not in kept]
        for copy in older[max(0, KEPT - 1) :]:
            copy.unlink(missing_ok=True)

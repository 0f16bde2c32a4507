"""What can be known of the patient's file: where it is, whether it is sound and private, what is in it, its backups."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from paintrack.errors import DamagedFileError, FileTroubleError, PaintrackError
from paintrack.model.entries import KINDS
from paintrack.model.values.moment import stamp
from paintrack.path_checks import exists, is_regular_file, real_path
from paintrack.private_file import abandoned_files
from paintrack.storage.copies.backup import OwnCopy, backups_folder, leftover_folders, own_copies
from paintrack.storage.copies.restore import is_wiped
from paintrack.storage.copies.utf8_check import read_all_text
from paintrack.storage.file.connection import connect, settled_header, translate_errors, verify_application_id
from paintrack.storage.file.file_header import SCHEMA_VERSION, FileKind, stated_version
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.storage.queries.former_states import count_unreadable
from paintrack.storage.queries.sessions_with_set_aside_values import sessions_with_removed_ratings
from paintrack.storage.reader import Reader

# Usual names of folders whose contents a sync service copies.
_SYNCED = {
    "box", "cloudstorage", "dropbox", "google drive", "googledrive", "icloud drive", "icloud~com~apple~clouddocs",
    "mega", "mobile documents", "my drive", "nextcloud", "onedrive", "owncloud", "pcloud", "pclouddrive",
    "proton drive", "seafile", "syncthing", "tresorit",
}  # fmt: skip
# Files and folders that sync services leave in a folder that they copy.
_SYNC_MARKS = (".stfolder", ".dropbox", ".sync", ".owncloudsync.log", ".nextcloudsync.log")
_OTHERS_MAY = 0o077
# A clock that is a minute off is not worth mentioning.
_TOLERANCE = timedelta(minutes=1)
_MOST_MESSAGES = 100


@dataclass(kw_only=True)
class FileFacts:
    """What is known of the file at `path`; `real_path` differs if that is a link.

    `size` and `version` are known even of a file that is damaged or of a newer paintrack, and 0 if they cannot be read.
    `is_read_only`: nothing can be saved in the file. `mode` is that of the file, None where there is none or no modes;
    `modes` are those of the file and its folder of backups that others may use, by path. `integrity` are SQLite's
    messages, empty for a sound file; `trouble` is the error if it cannot be read at all.

    `deleted` entries and `former_states` of the journal, of which `unreadable_states` cannot be read, are still in the
    file; `purged` entries are not. `with_removed_ratings` counts sessions in which a merge keeps values of ratings that
    were removed. `future` entries were typed or changed after now; `set_back` is how often the clock
    was set back between two changes. `leftovers` are temporary files beside it that killed processes left,
    `stopped_write` is the journal of a first write that was killed.
    """

    path: Path
    real_path: Path
    kind: FileKind | None = None
    size: int = 0
    version: int = 0
    in_wal_mode: bool = False
    is_read_only: bool = False
    mode: int | None = None
    modes: dict[Path, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    integrity: list[str] = field(default_factory=list)
    broken_references: int = 0
    trouble: PaintrackError | None = None
    is_damaged: bool = False
    deleted: int = 0
    with_removed_ratings: int = 0
    former_states: int = 0
    unreadable_states: int = 0
    purged: int = 0
    open_sessions: list[str] = field(default_factory=list)
    future: int = 0
    set_back: int = 0
    backups: list[OwnCopy] = field(default_factory=list)
    synced: str | None = None
    leftovers: list[Path] = field(default_factory=list)
    stopped_write: Path | None = None

    @property
    def needs_upgrade(self) -> bool:
        """Whether the next write brings it to the newest version."""
        return 0 < self.version < SCHEMA_VERSION


def inspect_file(path: Path, now: datetime) -> FileFacts:
    """The facts of the file, which need not exist; nothing is changed."""
    facts = FileFacts(path=path, real_path=real_path(path))
    facts.synced = synced_folder(facts.real_path)
    try:
        facts.backups = own_copies(path)
        facts.leftovers = _leftovers(path)
        modes = _modes(path)
        facts.mode = modes.get(path)
        facts.modes = {each: mode for each, mode in modes.items() if mode & _OTHERS_MAY}
        if is_regular_file(path):
            facts.size, facts.version = path.stat().st_size, stated_version(path)
        header = settled_header(path)
        facts.kind, facts.version, facts.in_wal_mode = header.kind, header.version, header.is_in_wal_mode
        if header.kind == "empty":
            facts.stopped_write = _journal(path)
        if header.kind == "absent":
            return facts
        # Again, because rolling back what a killed process left can make the file smaller.
        facts.size = path.stat().st_size
        if header.kind == "paintrack":
            facts.is_read_only = not (_may_write(facts.real_path) and _may_write(facts.real_path.parent))
            _check(facts)
            _count(facts, now)
    except DamagedFileError as error:
        facts.trouble, facts.is_damaged = error, True
    except FileTroubleError as error:
        facts.trouble, facts.is_damaged = error, is_wiped(path)
    except OSError as error:
        facts.trouble = FileTroubleError(f"The folder cannot be read ({error.strerror}): {path.parent}", path.parent)
    return facts


def synced_folder(path: Path) -> str | None:
    """The nearest folder around the path that looks like one that a sync service copies; None if there is none."""
    for folder in path.parents:
        name = folder.name.lower()
        if name in _SYNCED or name.startswith(("onedrive -", "onedrive-", "dropbox (")):
            return str(folder)
        if any(exists(folder / mark) for mark in _SYNC_MARKS):
            return str(folder)
    return None


def _may_write(path: Path) -> bool:
    # Beside the file, SQLite makes a journal.
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _leftovers(path: Path) -> list[Path]:
    return sorted(each for folder in leftover_folders(path) for each in abandoned_files(folder))


def _journal(path: Path) -> Path | None:
    """The journal beside the file, where there is one: what a process left that was killed in its first write."""
    real = real_path(path)
    journal = real.with_name(f"{real.name}-journal")
    return journal if exists(journal) else None


def _modes(path: Path) -> dict[Path, int]:
    """The modes of the file, the folder of backups and the backups in it, as far as they are there."""
    if os.name != "posix":
        return {}
    own = [path, backups_folder(path), *(copy.path for copy in own_copies(path))]
    return {each: stat.S_IMODE(each.stat().st_mode) for each in own if exists(each)}


def _check(facts: FileFacts) -> None:
    with translate_errors(facts.path), closing(connect(facts.path)) as connection:
        connection.execute("BEGIN")
        verify_application_id(connection, facts.path)
        facts.integrity = integrity_messages(connection)
        if not facts.integrity:
            read_all_text(connection)
        facts.broken_references = len(connection.execute("PRAGMA foreign_key_check").fetchall())
        facts.is_damaged = bool(facts.integrity or facts.broken_references)


def integrity_messages(connection: sqlite3.Connection) -> list[str]:
    """What integrity_check finds wrong, at most a hundred messages; empty for a sound file."""
    messages = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST_MESSAGES})")]
    return [] if messages == ["ok"] else messages


def _count(facts: FileFacts, now: datetime) -> None:
    with open_reader(facts.path) as reader:
        counts = reader.counts()
        facts.counts = {kind: counts[kind] for kind in KINDS if kind in counts}
        facts.open_sessions = [session.label for session in reader.open_sessions()]
        _count_hidden(facts, reader, now)


def _count_hidden(facts: FileFacts, reader: Reader, now: datetime) -> None:
    connection = reader.connection
    if connection is None:
        return

    def number(query: str, *values: str) -> int:
        count: int = connection.execute(query, values).fetchone()[0]
        return count

    facts.deleted = number("SELECT count(*) FROM entry WHERE deleted IS NOT NULL")
    facts.with_removed_ratings = sum(session.deleted is None for session in sessions_with_removed_ratings(reader))
    facts.former_states = number("SELECT count(*) FROM change WHERE former IS NOT NULL")
    facts.unreadable_states = count_unreadable(connection)
    facts.purged = number("SELECT count(*) FROM gone WHERE purged IS NOT NULL")
    soon = stamp(now + _TOLERANCE)
    facts.future = number(
        # An entry without a time is stored at noon, which today may still be to come.
        "SELECT count(*) FROM entry WHERE edited > ? OR at > ? AND (time_given OR date(at, offset || ' minutes') > ?)",
        *(soon, soon, now.date().isoformat()),
    )
    facts.set_back = number(
        "SELECT count(*) FROM (SELECT at, lag(at) OVER (ORDER BY id) AS previous FROM step) WHERE at < previous"
    )

"""Repairs that need no guess: modes, WAL, temporary files, indexes that disagree with their rows."""

import re
from contextlib import closing
from datetime import datetime
from pathlib import Path

from paintrack.errors import DamagedFileError, FileTroubleError
from paintrack.private_file import remove_abandoned, unfinished_file, write_all
from paintrack.storage.copies.backup import damaged_names, leftover_folders
from paintrack.storage.copies.replacement import locked_file
from paintrack.storage.file.connection import connect, translate_errors
from paintrack.storage.file.file_facts import FileFacts, integrity_messages

# SQLite's messages about an index that disagrees with its table, whose rows are not in question.
_INDEX_MESSAGES = re.compile(
    r"row \d+ missing from index .*|wrong # of entries in index .*|non-unique entry in index .*"
)


def repair(facts: FileFacts, now: datetime) -> list[str]:
    """Repair what is safe to repair, and return a sentence for each repair. Raises FileTroubleError."""
    mended = []
    with translate_errors(facts.path):
        for path in facts.modes:
            path.chmod(0o700 if path.is_dir() else 0o600)
            mended.append(f"Only you can read it now: {path}")
        for folder in leftover_folders(facts.path):
            mended += [f"Removed a temporary file: {leftover}" for leftover in remove_abandoned(folder)]
        if facts.in_wal_mode and not facts.trouble:
            with closing(connect(facts.path)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
            mended.append("Set back from WAL to one file.")
    if facts.integrity and all(map(_INDEX_MESSAGES.fullmatch, facts.integrity)):
        copy = _reindex(facts.path, now)
        mended.append(f"The indexes were made anew from the entries. The file as it was: {copy}")
    return mended


def _reindex(path: Path, now: datetime) -> Path:
    """Rebuild the indexes, after copying the damaged file; returns the path of the copy. Raises FileTroubleError."""
    with locked_file(path) as live:
        copy = _copy_aside(live.serialize(), path.resolve(), now)
        live.execute("BEGIN IMMEDIATE")
        try:
            live.execute("REINDEX")
            if integrity_messages(live):
                raise DamagedFileError(path)
            live.execute("COMMIT")
        except BaseException:
            if live.in_transaction:
                live.execute("ROLLBACK")
            copy.unlink(missing_ok=True)
            raise
    return copy


def _copy_aside(content: bytes, real: Path, now: datetime) -> Path:
    with unfinished_file(real.parent) as file:
        write_all(file.descriptor, content)
        for copy in damaged_names(real, now):
            try:
                file.publish(copy, replace=False)
            except FileExistsError:
                continue
            return copy
    raise FileTroubleError(f"No name is free beside {real}.", real)

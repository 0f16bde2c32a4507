"""Finding the copies that still hold what was purged, and removing those that paintrack named itself."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from paintrack.errors import FileTroubleError, UsageError
from paintrack.model.entries import AnyEntry
from paintrack.model.selection import Selection
from paintrack.model.serialization.json_entries import to_record
from paintrack.path_checks import is_same_file, real_path
from paintrack.storage.copies.backup import backups_folder, leftover_folders, own_copies
from paintrack.storage.copies.untrusted_copy import SourceCopy, open_source_copy
from paintrack.storage.copies.values_left_only_in_copy import count_entries_with_lost_values
from paintrack.storage.file.connection import translate_errors
from paintrack.storage.file.file_header import stated_version
from paintrack.storage.mapping import chunked, placeholders
from paintrack.storage.reader import Reader

_SIDECARS = ("-journal", "-wal", "-shm")


def copies_holding(path: Path, live: Reader, uids: frozenset[str] | None) -> list[Path]:
    """The copies that hold anything of these entries (None: of any) that the file no longer holds.

    They are backups that paintrack named itself, and damaged files that were moved aside. A copy that cannot be read is
    among them, since it may hold something. Raises FileTroubleError if the folder cannot be read.
    """
    with translate_errors(backups_folder(path)):
        copies = _own_copies_of_both_names(path)
    holding = [copy for copy in copies if _holds(copy, live, uids)]
    return [*holding, *_damaged_copies(path)]


def other_files_holding(path: Path, live: Reader, uids: frozenset[str] | None) -> list[Path]:
    """The files in its folders that paintrack did not make of it, with something purged of these entries (None: any).

    One that cannot be read is not among them, nor a diary of somebody else; one that was merged may be.
    """
    own_names = {*_damaged_copies(path), path, path.resolve()}
    with suppress(OSError):
        own_names.update(_own_copies_of_both_names(path))
    purged = [each.uid for each in live.tombstones() if each.purged is not None and (uids is None or each.uid in uids)]
    return [
        copy
        for folder in leftover_folders(path)
        for copy in _diaries_in(folder)
        if copy not in own_names and not is_same_file(copy, path) and _holds_purged(copy, live, uids, purged)
    ]


def remove_copies(copies: Iterable[Path]) -> list[Path]:
    """Remove the copies, and return those that could not be removed."""
    left = []
    for copy in copies:
        try:
            copy.unlink(missing_ok=True)
        except OSError:
            left.append(copy)
    return left


def _own_copies_of_both_names(path: Path) -> list[Path]:
    """The backups that paintrack named itself, oldest first: of the link if the path is one, and of its file."""
    copies = [copy.path for name in (real_path(path), path) for copy in reversed(own_copies(name))]
    # Both are the same ones where only the folder is reached by a link.
    return [*{real_path(copy): copy for copy in copies}.values()]


def _damaged_copies(path: Path) -> list[Path]:
    """The damaged files that a restore moved aside, and what SQLite had left beside them."""
    real = path.resolve()
    endings = "|".join(_SIDECARS)
    name = re.compile(rf"{re.escape(real.stem)}-\d{{8}}-\d{{6}}-damaged(-\d+)?\.db({endings})?", re.ASCII)
    with suppress(OSError):
        return sorted(each for each in real.parent.iterdir() if name.fullmatch(each.name) and not each.is_symlink())
    return []


def _holds(copy: Path, live: Reader, uids: frozenset[str] | None) -> bool:
    try:
        with open_source_copy(copy, _no_passphrase) as source:
            return _has_former_states(source, uids) or any(
                _differs(entries, live) for entries in _entries_of(source.reader, uids)
            )
    except (FileTroubleError, UsageError):
        return True


def _diaries_in(folder: Path) -> list[Path]:
    """The files of paintrack in the folder, by their header."""
    with suppress(OSError):
        files = [each for each in folder.iterdir() if each.is_file() and not each.is_symlink()]
        return sorted(each for each in files if stated_version(each))
    return []


def _holds_purged(copy: Path, live: Reader, uids: frozenset[str] | None, purged: list[str]) -> bool:
    with suppress(FileTroubleError, UsageError), open_source_copy(copy, _no_passphrase) as source:
        has_entry = any(source.reader.by_uids(chunk) for chunk in chunked(purged))
        return has_entry or count_entries_with_lost_values(source.reader, live, uids) > 0
    return False


def _has_former_states(source: SourceCopy, uids: frozenset[str] | None) -> bool:
    if uids is None:
        return source.connection.execute("SELECT 1 FROM change WHERE former IS NOT NULL").fetchone() is not None
    return any(
        source.connection.execute(
            f"SELECT 1 FROM change WHERE former IS NOT NULL AND uid IN ({placeholders(chunk)})", chunk
        ).fetchone()
        for chunk in chunked(uids)
    )


def _entries_of(reader: Reader, uids: frozenset[str] | None) -> Iterator[list[AnyEntry]]:
    """The entries with these uids (None: all), deleted or not, at most `CHUNK` at a time."""
    if uids is not None:
        yield from ([*reader.by_uids(chunk).values()] for chunk in chunked(uids))
        return
    yield from chunked(reader.stream(Selection()))
    for chunk in chunked(each.uid for each in reader.tombstones()):
        yield [*reader.by_uids(chunk).values()]


def _differs(entries: list[AnyEntry], live: Reader) -> bool:
    stored = live.by_uids([entry.uid for entry in entries])
    return any(entry.uid not in stored or to_record(entry) != to_record(stored[entry.uid]) for entry in entries)


def _no_passphrase() -> NoReturn:
    raise UsageError("Backups that paintrack names itself are not encrypted.")

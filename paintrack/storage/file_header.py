"""Whose file it is, read from its first 100 bytes as a plain file before SQLite opens it.

SQLite takes a file of one byte for an empty database and rolls a foreign -wal into its file; both would
change what is not ours. Layout: https://www.sqlite.org/fileformat2.html#the_database_header
"""

import os
import stat
from pathlib import Path
from typing import Literal, NamedTuple

from paintrack.errors import FileTroubleError

APPLICATION_ID = 0x506E_546B  # 'PnTk'
SCHEMA_VERSION = 1

# What stands at the path: no file, 0 bytes (what a first run leaves that was killed), a file of paintrack.
# Everything else is refused.
Kind = Literal["absent", "empty", "ours"]

_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\x00"
_WAL = 2


class Header(NamedTuple):
    """What the first bytes of the file say; `version` is 0 for a file without tables."""

    kind: Kind
    version: int = 0
    in_wal_mode: bool = False


def read_header(path: Path) -> Header:
    """What stands at `path`. Raises FileTroubleError for everything that is not ours to open; changes nothing."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileTroubleError(f"{_what(status.st_mode)} is not a paintrack file: {path}")
        if os.name == "posix" and not os.access(path, os.R_OK):
            raise FileTroubleError(f"The file may not be read: {path}")
        with path.open("rb") as file:
            first = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        return Header("absent")
    except (NotADirectoryError, PermissionError) as error:
        raise FileTroubleError(f"The file cannot be reached ({error.strerror}): {path}") from None
    except (OSError, ValueError) as error:
        raise FileTroubleError(f"The file cannot be read ({error}): {path}") from None
    return _understood(first, path)


def _understood(first: bytes, path: Path) -> Header:
    if not first:
        return Header("empty")
    if len(first) < _HEADER_SIZE or not first.startswith(_MAGIC):
        raise FileTroubleError(f"This is not a paintrack file; it was left as it is: {path}")
    version = int.from_bytes(first[60:64], "big")
    if int.from_bytes(first[68:72], "big") != APPLICATION_ID:
        raise FileTroubleError(f"This file belongs to another program; it was left as it is: {path}")
    if version > SCHEMA_VERSION:
        raise FileTroubleError(f"A newer paintrack wrote this file; update paintrack to use it: {path}")
    return Header("ours", version, in_wal_mode=_WAL in first[18:20])


def _what(mode: int) -> str:
    return "A folder" if stat.S_ISDIR(mode) else "What stands there"

"""Whether a file is paintrack's, from its first 100 bytes, read as a plain file before SQLite opens it.

SQLite takes a file of one byte for an empty database, and merges a leftover -wal into its file; either would change a
file that is not paintrack's. Layout: https://www.sqlite.org/fileformat2.html#the_database_header
"""

import os
import stat
from pathlib import Path
from typing import Literal

from paintrack.errors import FileTroubleError, ForeignFileError, NewerFileError

APPLICATION_ID = 0x506E_546B  # 'PnTk'
SCHEMA_VERSION = 3
# Tells a view of paintrack's from one that a person made under the same name. Raise the number when a view changes:
# the next write makes them all anew, in a file of any version.
VIEW_MARK = "-- made by paintrack"
NEWEST_VIEW_MARK = f"{VIEW_MARK}, views 3"

# What is at the path: no file, a file of 0 bytes (left by a first run that was killed), or a file of paintrack.
# Anything else is refused.
FileKind = Literal["absent", "empty", "paintrack"]

HEADER_SIZE = 100
MAGIC = b"SQLite format 3\x00"
_WAL = 2


class Header:
    """The header of the file; `version` is its schema version, 0 if there is no file or it is empty."""

    # Written out, since what a named tuple generates is compiled at each start.
    def __init__(self, kind: FileKind, version: int = 0, *, is_in_wal_mode: bool = False) -> None:
        self.kind = kind
        self.version = version
        self.is_in_wal_mode = is_in_wal_mode


def read_header(path: Path) -> Header:
    """The header of the file at `path`, which is not changed. Raises FileTroubleError for any other file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileTroubleError(f"{_file_type(status.st_mode)} is not a paintrack file: {path}", path)
        if os.name == "posix" and not os.access(path, os.R_OK):
            raise FileTroubleError(f"The file may not be read: {path}", path)
        with path.open("rb") as file:
            header_bytes = file.read(HEADER_SIZE)
    except FileNotFoundError:
        return Header("absent")
    except (NotADirectoryError, PermissionError) as error:
        raise FileTroubleError(f"The file cannot be reached ({error.strerror}): {path}", path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileTroubleError(f"The file cannot be read ({reason}): {path}", path) from None
    return parse_header(header_bytes, path)


def stated_version(path: Path) -> int:
    """The schema version that the header states, even in a damaged file or one of a newer paintrack.

    0 if the file is not paintrack's or cannot be read.
    """
    try:
        with path.open("rb") as file:
            header_bytes = file.read(HEADER_SIZE)
    except OSError:
        return 0
    if not header_bytes.startswith(MAGIC) or int.from_bytes(header_bytes[68:72], "big") != APPLICATION_ID:
        return 0
    return int.from_bytes(header_bytes[60:64], "big")


def parse_header(header_bytes: bytes, path: Path) -> Header:
    """The header from the first 100 bytes of the file. Raises FileTroubleError as `read_header` does."""
    if not header_bytes:
        return Header("empty")
    if len(header_bytes) < HEADER_SIZE or not header_bytes.startswith(MAGIC):
        raise FileTroubleError(f"This is not a paintrack file; it was left as it is: {path}", path)
    version = int.from_bytes(header_bytes[60:64], "big")
    if int.from_bytes(header_bytes[68:72], "big") != APPLICATION_ID:
        raise ForeignFileError(path)
    if version > SCHEMA_VERSION:
        raise NewerFileError(path)
    return Header("paintrack", version, is_in_wal_mode=_WAL in header_bytes[18:20])


def _file_type(mode: int) -> str:
    return "A folder" if stat.S_ISDIR(mode) else "What stands there"

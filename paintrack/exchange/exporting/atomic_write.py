"""Where text is written: to standard output, or to a file, whole or not at all and never over one that must stay."""

import errno
import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from paintrack.errors import (
    ExportOverOwnFileError,
    FileExistsAlreadyError,
    FileTroubleError,
    NotARegularFileError,
    OutputLostError,
)
from paintrack.path_checks import is_same_file, real_path
from paintrack.private_file import sync_folder, unfinished_file
from paintrack.write_state import WriteState, note_write

# The endings of the file's own name and of the files beside it that SQLite would take for parts of it.
_BESIDE = ("", "-journal", "-wal", "-shm")


@contextmanager
def atomic_write(path: Path, *, force: bool, own_file: Path) -> Iterator[TextIO]:
    """A stream (UTF-8, newline="") whose text is at `path`, on the disk, once the block has ended; mode 0600.

    Raises FileExistsAlreadyError if there is a file and `force` is False, ExportOverOwnFileError for `own_file`, the
    patient's own file, in any case, NotARegularFileError for a link, a folder or a device, and FileTroubleError if it
    cannot be written. Then nothing has changed.
    """
    note_write(WriteState.FILE_PENDING)
    _reject_own(path, own_file)
    try:
        _reject_existing(path, force=force)
        with unfinished_file(path.parent) as unfinished:
            descriptor = unfinished.descriptor
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="", closefd=False) as stream:
                yield stream
            unfinished.publish(path, replace=force)
        note_write(WriteState.FILE_WRITTEN)
        sync_folder(path.parent)
    except FileExistsError:
        # Another program has just taken the name.
        raise FileExistsAlreadyError(path) from None
    except OSError as error:
        raise _write_error(path, error) from None


@contextmanager
def standard_output(what: str = "The history") -> Iterator[TextIO]:
    """Standard output as UTF-8 with newline="", whatever the locale: the text is a file for a program to read.

    Raises OutputLostError if it cannot be written; `what` is the subject of its sentence.
    """
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        with _own_standard_output() as stream:
            yield stream
            stream.flush()
    except OSError as error:
        sentence = f"{what} could not be written ({error.strerror})."
        raise OutputLostError(sentence, is_reported=error.errno != errno.EPIPE) from None


def _own_standard_output() -> AbstractContextManager[TextIO]:
    """A new stream to standard output: Python's may be unbuffered (PYTHONUNBUFFERED), a system call for each row."""
    try:
        sys.stdout.flush()
        return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)
    except io.UnsupportedOperation:
        # Replaced by something in memory.
        return nullcontext(sys.stdout)


def _reject_own(path: Path, own_file: Path) -> None:
    """Reject the patient's file by any name, also through a link, and the names that SQLite uses beside it."""
    if is_same_file(path, own_file):
        raise ExportOverOwnFileError(path)
    own = real_path(own_file)
    if real_path(path) in [Path(f"{own}{ending}") for ending in _BESIDE]:
        raise ExportOverOwnFileError(path, by_name=True)


def _reject_existing(path: Path, *, force: bool) -> None:
    """Reject a path that is taken: without `force` by anything, with `force` only by what is not a regular file.

    So no link or device is ever replaced.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except ValueError as error:
        raise FileTroubleError(f"{path} could not be written ({error}).", path) from None
    if stat.S_ISDIR(mode):
        raise NotARegularFileError(path, is_folder=True)
    if stat.S_ISLNK(mode):
        raise NotARegularFileError(path, link_target=path.readlink())
    if not stat.S_ISREG(mode):
        raise NotARegularFileError(path)
    if not force:
        raise FileExistsAlreadyError(path)


def _write_error(path: Path, error: OSError) -> FileTroubleError:
    if isinstance(error, FileNotFoundError):
        return FileTroubleError(f"The folder {path.parent} is not there.", path.parent)
    return FileTroubleError(f"{path} could not be written ({error.strerror}).", path)

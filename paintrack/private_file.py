"""A new file that only its owner can read, whole or not at all: it gets its name once all of it is on the disk."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

if sys.platform != "win32":
    import fcntl

_CHUNK = 1 << 20
_TEMPORARY_NAME = re.compile(r"\.paintrack-[0-9a-f]{12}\.tmp")
_A_DAY = 24 * 60 * 60
# The errors of systems that cannot name a nameless file; those of a full or broken disk are others.
_REFUSED = (errno.EACCES, errno.EINVAL, errno.ENOENT, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV)


class UnfinishedFile:
    """An empty file, open for reading and writing as `descriptor`, that does not have its name yet.

    On Linux it has no name at all, so that a killed process leaves nothing behind. If the system or the disk has no
    such files, and for the instant in which it replaces another file, it has a temporary name. It is locked until its
    process ends, which tells it from an abandoned one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._temporary: Path | None = None
        self.descriptor = self._open_nameless()
        if self.descriptor < 0:
            self._temporary, self.descriptor = self._open_temporary()

    def publish(self, path: Path, *, replace: bool) -> None:
        """Bring it to the disk and name it `path`, which must be in its folder. Raises OSError.

        Unless `replace`, it raises FileExistsError for a name that is taken; then it may be published under another.
        """
        if self.descriptor >= 0:
            os.fsync(self.descriptor)
        if self._temporary is None and not replace and self._link(path):
            return
        temporary = self._temporary or self._named_for_an_instant()
        if sys.platform == "win32":
            # Windows renames no file that is open.
            self.close()
        if replace:
            temporary.replace(path)
        else:
            _rename_to_free_name(temporary, path)
        self._temporary = None

    def close(self) -> None:
        """Close it; does nothing if it is closed already."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def discard(self) -> None:
        """Close it and leave nothing of it behind, unless it was published."""
        self.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)

    def _open_nameless(self) -> int:
        """The descriptor of a file without a name; -1 if there are no such files, or it could not be named later."""
        if not hasattr(os, "O_TMPFILE"):
            return -1
        try:
            descriptor = os.open(self._folder, os.O_TMPFILE | os.O_RDWR, 0o600)
        except OSError:
            return -1
        if os.path.lexists(f"/proc/self/fd/{descriptor}"):
            return descriptor
        os.close(descriptor)
        return -1

    def _open_temporary(self) -> tuple[Path, int]:
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
        while True:
            temporary = self._temporary_name()
            descriptor = os.open(temporary, flags, 0o600)
            if _lock(descriptor) is not False and os.path.lexists(temporary):
                return temporary, descriptor
            # Before it was locked, another process took it for an abandoned one.
            os.close(descriptor)
            temporary.unlink(missing_ok=True)

    def _named_for_an_instant(self) -> Path:
        """Give it a temporary name, from which it can be renamed, because a link cannot replace another file."""
        _lock(self.descriptor)
        temporary = self._temporary_name()
        if self._link(temporary):
            self._temporary = temporary
        else:
            content = read_back(self.descriptor)
            self.close()
            self._temporary, self.descriptor = self._open_temporary()
            write_all(self.descriptor, content)
        return self._temporary

    def _link(self, path: Path) -> bool:
        """Name the nameless file `path`; returns False if the system refuses that. Raises FileExistsError, OSError."""
        source = f"/proc/self/fd/{self.descriptor}"
        # Without the descriptor of a folder Python would call link(), which links the link in /proc itself.
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.link(source, path.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
        except OSError as error:
            if error.errno not in _REFUSED:
                raise
            return False
        finally:
            os.close(folder)
        return True

    def _temporary_name(self) -> Path:
        return self._folder / f".paintrack-{uuid4().hex[:12]}.tmp"


def _rename_to_free_name(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A USB stick may have no hard links; nobody else gives a file there the same name at the same moment.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.rename(path)
    else:
        temporary.unlink()


@contextmanager
def unfinished_file(folder: Path) -> Iterator[UnfinishedFile]:
    """A file for the block to write and publish; if it does not, nothing is left. Raises OSError.

    The abandoned files of the folder are removed first.
    """
    remove_abandoned(folder)
    file = UnfinishedFile(folder)
    try:
        yield file
    finally:
        file.discard()


def abandoned_files(folder: Path) -> list[Path]:
    """The files that killed processes left in the folder under temporary names, without those being written now."""
    abandoned = []
    for path in _temporary_files(folder):
        with suppress(OSError), _abandonment(path) as is_abandoned:
            if is_abandoned:
                abandoned.append(path)
    return abandoned


def remove_abandoned(folder: Path) -> list[Path]:
    """Remove the abandoned files of the folder; returns those that were removed."""
    removed = []
    for path in _temporary_files(folder):
        with suppress(OSError), _abandonment(path) as is_abandoned:
            if is_abandoned:
                path.unlink()
                removed.append(path)
    return removed


def _temporary_files(folder: Path) -> list[Path]:
    """The files of this user in the folder that have temporary names; none if the folder cannot be read."""
    try:
        paths = [path for path in folder.iterdir() if _TEMPORARY_NAME.fullmatch(path.name)]
        return sorted(path for path in paths if _is_own_file(path.lstat()))
    except OSError:
        return []


def _is_own_file(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and (sys.platform == "win32" or status.st_uid == os.geteuid())


@contextmanager
def _abandonment(path: Path) -> Iterator[bool]:
    """Whether the process that wrote the temporary file has ended; if so, no other takes it in the block.

    Raises OSError.
    """
    is_old = time.time() - path.lstat().st_mtime > _A_DAY
    if sys.platform == "win32":
        # There a file that a running process has open cannot be removed, nor locked in this way.
        yield is_old
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        is_free = _lock(descriptor)
        yield is_old if is_free is None else is_free
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool | None:
    """Lock the file until it is closed; False if another process has locked it, None if it cannot be locked."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def write_all(descriptor: int, content: bytes) -> None:
    """Write to the empty file and bring it to the disk. Raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest[:_CHUNK]) :]
    os.fsync(descriptor)


def read_back(descriptor: int) -> bytes:
    """All that the file holds. Raises OSError."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    parts = []
    while part := os.read(descriptor, _CHUNK):
        parts.append(part)
    return b"".join(parts)


def sync_folder(folder: Path) -> None:
    """Bring a new name in the folder to the disk, if the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

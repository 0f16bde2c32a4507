"""A new file that only its owner can read, whole or not at all: it gets its name once all of it is on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4


class UnfinishedFile:
    """An empty file, open for reading and writing as `descriptor`, that does not have its name yet.

    On Linux it has none at all, so that a process that is killed leaves nothing; where the system or the disk has no
    such files, a temporary one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._temporary: Path | None = None
        self.descriptor = self._open_nameless()
        if self.descriptor < 0:
            self._temporary = self._temporary_name()
            flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
            self.descriptor = os.open(self._temporary, flags, 0o600)

    def publish(self, path: Path, *, replace: bool) -> None:
        """Bring it to the disk and name it `path`, in its folder. Raises FileExistsError unless `replace`.

        After a FileExistsError it may be published under another name.
        """
        if self.descriptor >= 0:
            os.fsync(self.descriptor)
        if self._temporary is None and not replace:
            self._link(path)
            return
        if self._temporary is None:
            # A link takes no other file's place, only a rename does.
            temporary = self._temporary_name()
            self._link(temporary)
            self._temporary = temporary
        # Windows renames no file that is open.
        self.close()
        if replace:
            self._temporary.replace(path)
        else:
            _rename_to_free_name(self._temporary, path)
        self._temporary = None

    def close(self) -> None:
        """Close it; does nothing when it is closed."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1

    def discard(self) -> None:
        """Leave nothing of it, unless it was published."""
        self.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)

    def _open_nameless(self) -> int:
        """The descriptor of a file without a name; -1 where there are none, or it could not be named later."""
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

    def _link(self, path: Path) -> None:
        source = f"/proc/self/fd/{self.descriptor}"
        # Without descriptors of a folder Python calls link(), which would link the link in /proc.
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.link(source, path.name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=True)
        finally:
            os.close(folder)

    def _temporary_name(self) -> Path:
        return self._folder / f".paintrack-{uuid4().hex[:12]}.tmp"


def _rename_to_free_name(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A stick may have no links; nobody else gives a file there the same name at the same moment.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        temporary.rename(path)
    else:
        temporary.unlink()


@contextmanager
def unfinished_file(folder: Path) -> Iterator[UnfinishedFile]:
    """A file for the block to write and publish; if it does not, nothing is left. Raises OSError."""
    file = UnfinishedFile(folder)
    try:
        yield file
    finally:
        file.discard()


def sync_folder(folder: Path) -> None:
    """Bring a new name in the folder to the disk, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

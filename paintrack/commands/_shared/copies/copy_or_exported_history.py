"""Whether a file to read is a copy, which can be restored or merged, or an exported history, which can be imported."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from paintrack.errors import FileTroubleError, HistoryIsNoCopyError, ImportOfCopyError
from paintrack.exchange.formats import CSV, FORMATS, JSON, Format, format_by_extension
from paintrack.model.typed.typed_text import folded
from paintrack.path_checks import is_regular_file, is_same_file
from paintrack.storage.copies.encryption import is_encrypted
from paintrack.storage.file.file_header import read_header

# Words that say that a copy is meant, and not which.
_A_COPY = {
    "backup", "backups", "copy", "last", "latest", "newest", "my", "the", "a", "from", "old", "file", "yesterday",
}  # fmt: skip


def reject_copy(file: str, own_file: Path) -> None:
    """Raise ImportOfCopyError if the file is encrypted as a copy is, or a paintrack file other than `own_file`."""
    if is_same_file(own_file, Path(file)):
        return
    if is_encrypted(Path(file)):
        raise ImportOfCopyError(file, is_encrypted=True)
    if _is_paintrack_file(Path(file)):
        raise ImportOfCopyError(file, is_encrypted=False)


def reject_history(file: str, *, formats: tuple[Format, ...] = (CSV, JSON)) -> None:
    """Raise HistoryIsNoCopyError if the file has the extension of one of the formats and is not a copy.

    A file that cannot be opened passes, because nothing is known about it.
    """
    path = Path(file)
    if format_by_extension(file, FORMATS) not in formats or not is_regular_file(path):
        return
    with suppress(OSError), path.open("rb"):
        if not _is_paintrack_file(path) and not is_encrypted(path):
            raise HistoryIsNoCopyError(file)


def names_no_copy(words: Iterable[str]) -> bool:
    """Whether the words say no more than that a copy is meant: `backup`, `the latest backup`."""
    return {*map(folded, words)} <= _A_COPY


def _is_paintrack_file(path: Path) -> bool:
    with suppress(FileTroubleError, OSError):
        return read_header(path).kind == "paintrack"
    return False

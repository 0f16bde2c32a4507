"""Text that comes in: a file, or standard input."""

import io
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from paintrack.errors import FileTroubleError, UsageError

STANDARD_INPUT = "-"


@contextmanager
def opened(file: str, *, never: Path) -> Iterator[TextIO]:
    """The text of a file, or of standard input for `-`: UTF-8 with or without a BOM, newline="".

    What is no UTF-8 comes as lone surrogates, so that it can be refused where it stands. Raises
    FileTroubleError when it cannot be read, UsageError for `never`, the patient's own file.
    """
    try:
        with _binary(file, never) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
            try:
                yield text
            finally:
                text.detach()
    except OSError as error:
        raise FileTroubleError(f"{file} cannot be read ({error.strerror}). Nothing saved.") from None


def _binary(file: str, never: Path) -> AbstractContextManager[BinaryIO]:
    if file == STANDARD_INPUT:
        if sys.stdin is None:
            raise FileTroubleError("There is no standard input to read. Nothing saved.")
        return nullcontext(sys.stdin.buffer)
    path = Path(file)
    with suppress(OSError):
        if path.samefile(never):
            raise UsageError(f"{file} is your paintrack file itself; there is nothing to import. Nothing saved.")
    return path.open("rb")

"""Where imported text comes from: a file, or standard input."""

import io
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from paintrack.errors import FileTroubleError, ImportOfOwnFileError
from paintrack.exchange.formats import STANDARD_STREAM


@contextmanager
def open_text(file: str, *, own_file: Path) -> Iterator[TextIO]:
    """The text of a file, or of standard input for `-`: UTF-8 with or without a BOM, newline="".

    What is no UTF-8 comes as lone surrogates, so that it can be refused where it stands. Raises
    FileTroubleError when it cannot be read, ImportOfOwnFileError for `own_file`, the patient's own file.
    """
    try:
        with _binary(file, own_file) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
            try:
                yield text
            finally:
                text.detach()
    except OSError as error:
        raise FileTroubleError(f"{file} cannot be read ({error.strerror}).") from None


def _binary(file: str, own_file: Path) -> AbstractContextManager[BinaryIO]:
    if file == STANDARD_STREAM:
        if sys.stdin is None:
            raise FileTroubleError("There is no standard input to read.")
        return nullcontext(sys.stdin.buffer)
    path = Path(file)
    with suppress(OSError):
        if path.samefile(own_file):
            raise ImportOfOwnFileError(file)
    return path.open("rb")

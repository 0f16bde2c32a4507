"""Where imported text comes from: a file, or standard input."""

import io
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, TextIO

from paintrack.errors import FileTroubleError, ImportOfOwnFileError, NoSuchFileError
from paintrack.exchange.formats import STANDARD_STREAM
from paintrack.path_checks import is_absent, is_same_file


@contextmanager
def open_text(file: str, *, own_file: Path) -> Iterator[TextIO]:
    """The text of a file, or of standard input for `-`: UTF-8 with or without a BOM, newline="".

    Bytes that are not UTF-8 become lone surrogates, so that they can be refused in their place. Raises
    FileTroubleError if it cannot be read, of these NoSuchFileError if there is none, and ImportOfOwnFileError for
    `own_file`, the patient's own file.
    """
    try:
        with _binary(file, own_file) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
            try:
                yield text
            finally:
                text.detach()
    except OSError as error:
        raise FileTroubleError(f"{file} cannot be read ({error.strerror}).", file) from None


def _binary(file: str, own_file: Path) -> AbstractContextManager[BinaryIO]:
    if file == STANDARD_STREAM:
        if sys.stdin is None:
            raise FileTroubleError("There is no standard input to read.")
        return nullcontext(sys.stdin.buffer)
    path = Path(file)
    if is_same_file(path, own_file):
        raise ImportOfOwnFileError(file)
    if is_absent(path):
        raise NoSuchFileError(file)
    try:
        return path.open("rb")
    except ValueError as error:
        raise FileTroubleError(f"{file} cannot be read ({error}).", file) from None

"""A pipe as a file: all of its text is read before any of it is used."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_PIECE = 65_536


@contextmanager
def buffered(stream: TextIO, longest: int) -> Iterator[TextIO]:
    """The text of the stream; a pipe is first copied to a file without a name, so that no reader waits for more input.

    A text of more than `longest` characters is cut after one character more, so that the reader sees that it is too
    long.
    """
    if stream.seekable():
        yield stream
        return
    # A file without a name cannot be opened by anybody else, and is gone with the process.
    with tempfile.TemporaryFile() as file:
        copy = io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="")
        left, is_at_end = longest + 1, False
        # A piece is short only at the end; on a terminal, to read once more would wait for another Ctrl-D.
        while left > 0 and not is_at_end:
            size = min(_PIECE, left)
            piece = stream.read(size)
            copy.write(piece)
            left -= len(piece)
            is_at_end = len(piece) < size
        copy.seek(0)
        yield copy

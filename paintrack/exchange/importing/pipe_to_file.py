"""A pipe as a file: all of its text is read before the first of it is used."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_PIECE = 65_536


@contextmanager
def buffered(stream: TextIO, longest: int) -> Iterator[TextIO]:
    """The same text; a pipe is copied to a file without a name first, so that nobody waits for what it writes next.

    What is longer than `longest` characters is cut there, one character too long.
    """
    if stream.seekable():
        yield stream
        return
    # Without a name nobody else can open it, and it is gone with the process.
    with tempfile.TemporaryFile() as file:
        copy = io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="")
        left = longest + 1
        while left > 0 and (piece := stream.read(min(_PIECE, left))):
            copy.write(piece)
            left -= len(piece)
        copy.seek(0)
        yield copy

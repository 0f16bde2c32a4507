"""Progress of long work, on standard error, on a terminal only: one line that is removed at the end.

For a screen reader it is a new line now and then, because it would read each change of one.
"""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

# Seconds before the first line, and between two lines.
_DELAY, _INTERVAL = 1.0, 0.1
# Seconds between two lines for a screen reader.
_SPOKEN_INTERVAL = 10.0
# The clock is read once for this many items.
_ITEMS_PER_CHECK = 200


def output_is_file() -> bool:
    """Whether standard output is a file. In a pipe there may be a pager, which uses the terminal."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (AttributeError, OSError, ValueError):
        return False


def with_progress(
    items: Iterable[T],
    total: Callable[[], int] | None,
    verb: str,
    *,
    plain: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[T]:
    """The items; on a terminal, after a second, a line says `Writing 12,000 of 100,000` (`verb` is `Writing`).

    `total` gives the number of items and is called only when the line is shown; None if it is not known beforehand.
    With `plain` each is a line of its own, and there are fewer.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    due, line, end = clock() + _DELAY, "", ""
    try:
        for number, item in enumerate(items):
            if number % _ITEMS_PER_CHECK == 0 and (now := clock()) >= due:
                end = end or (f" of {total():,}" if total else "")
                due, line = now + (_SPOKEN_INTERVAL if plain else _INTERVAL), f"{verb} {number:,}{end}"
                sys.stderr.write(f"{line}.\n" if plain else f"\r{line}")
                sys.stderr.flush()
            yield item
    finally:
        sys.stderr.write(f"\r{' ' * len(line)}\r" if line and not plain else "")
        sys.stderr.flush()

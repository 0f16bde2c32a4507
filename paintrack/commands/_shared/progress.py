"""How far a long piece of work is: one line on standard error, on a terminal only, gone when it is done."""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_FIRST_AFTER, _EVERY = 1.0, 0.1
_ITEMS = 200


def goes_to_a_file() -> bool:
    """Whether standard output is a file: a pipe may end in a pager, which has the screen."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (AttributeError, OSError, ValueError):
        return False


def with_progress(
    items: Iterable[T], total: Callable[[], int], what: str, *, clock: Callable[[], float] = time.monotonic
) -> Iterator[T]:
    """The items as they come; after a second a line says `Writing 12,000 of 100,000`, where someone can see it.

    `total` is asked only then.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    due, shown, number_of_all = clock() + _FIRST_AFTER, "", 0
    try:
        for number, item in enumerate(items):
            if number % _ITEMS == 0 and (now := clock()) >= due:
                number_of_all = number_of_all or total()
                due, shown = now + _EVERY, f"{what} {number:,} of {number_of_all:,}"
                sys.stderr.write(f"\r{shown}")
                sys.stderr.flush()
            yield item
    finally:
        sys.stderr.write(f"\r{' ' * len(shown)}\r" if shown else "")
        sys.stderr.flush()

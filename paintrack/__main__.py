"""The process: what the command `paintrack` and `python -m paintrack` start."""

import contextlib
import gc
import os
import sys
from typing import NoReturn

from paintrack.cli import main

# Importing typer creates 24,000 objects that all stay: with CPython's threshold of 700 the garbage collector would
# search them 34 times.
_GC_THRESHOLD = 50_000


def start() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(_GC_THRESHOLD)
    code = main()
    for stream in (sys.stdout, sys.stderr):
        # A closed terminal or pipe did not take it all, which `main` has reported where it matters.
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.flush()
    # All is saved, closed and printed. To free every object one by one before the end would take as long as the work
    # of `log`.
    os._exit(code)


if __name__ == "__main__":
    start()

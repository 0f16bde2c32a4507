"""The process: what the command `paintrack` and `python -m paintrack` start."""

import contextlib
import gc
import os
import sys

from paintrack.cli import main

# Importing typer creates 24,000 objects that all stay: with CPython's threshold of 700 the garbage collector would
# search them 34 times.
_GC_THRESHOLD = 50_000


def start() -> None:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(_GC_THRESHOLD)
    code = main()
    _drop_what_cannot_be_written()
    # Everything left ends with the process: a last garbage collection at exit would take as long as the work of `log`.
    gc.freeze()
    sys.exit(code)


def _drop_what_cannot_be_written() -> None:
    """Discard what a closed terminal or pipe did not take, because of which Python would end with exit code 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    start()

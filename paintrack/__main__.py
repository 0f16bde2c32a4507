"""The process: what the command `paintrack` and `python -m paintrack` start."""

import gc
import sys

from paintrack.cli import main

# Importing typer creates 24,000 objects that all stay: with CPython's threshold of 700 the garbage collector would
# search them 34 times.
_GC_THRESHOLD = 50_000


def start() -> None:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(_GC_THRESHOLD)
    code = main()
    # Everything left ends with the process: a last garbage collection at exit would take as long as the work of `log`.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    start()

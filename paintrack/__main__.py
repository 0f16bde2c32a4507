"""The process: what the command `paintrack` and `python -m paintrack` start."""

import os
import sys

# Whoever presses Ctrl-C is answered by the exit code of a command that was interrupted, never by a traceback.
_INTERRUPTED = 130

try:
    import contextlib
    import gc
    from typing import TYPE_CHECKING, NoReturn

    from paintrack.cli import main

    if TYPE_CHECKING:
        from sys import UnraisableHookArgs
except KeyboardInterrupt:
    os._exit(_INTERRUPTED)

# Importing typer creates 24,000 objects that all stay: with CPython's threshold of 700 the garbage collector would
# search them 34 times.
_GC_THRESHOLD = 50_000


def start() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(_GC_THRESHOLD)
    sys.unraisablehook = _end_interrupted
    try:
        code = main()
        for stream in (sys.stdout, sys.stderr):
            # A closed terminal or pipe did not take it all, which `main` has reported where it matters.
            with contextlib.suppress(OSError, ValueError):
                if stream is not None:
                    stream.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    # All is saved, closed and printed. To free every object one by one before the end would take as long as the work
    # of `log`.
    os._exit(code)


def _end_interrupted(unraisable: "UnraisableHookArgs") -> None:
    """End the process at a Ctrl-C that came where no error can be raised, such as where an object is freed."""
    if unraisable.exc_type is KeyboardInterrupt:
        os._exit(_INTERRUPTED)
    sys.__unraisablehook__(unraisable)


if __name__ == "__main__":
    start()

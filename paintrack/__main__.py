"""paintrack as a process of its own: what the command `paintrack` and `python -m paintrack` start."""

import gc
import sys

from paintrack.cli import main

# typer's import makes 24,000 objects that all stay: with CPython's threshold of 700 they are searched 34 times.
_YOUNG_OBJECTS = 50_000


def start() -> None:
    """Run the command that was typed and end the process with its exit code."""
    gc.set_threshold(_YOUNG_OBJECTS)
    code = main()
    # What is left ends with the process. The interpreter would look for garbage in it once more,
    # which takes as long as all that a `log` does.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    start()

"""Writing to standard output and standard error, closed or broken ones included."""

import codecs
import errno
import os
import shutil
import sys
from typing import TextIO

from paintrack.errors import OutputLostError
from paintrack.views.text_layout import width_of

# The name of the error handler for a stream that cannot print every character.
UNPRINTABLE = "paintrack.question_marks"


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """One question mark for each column that the characters take, so that the columns after them stay aligned."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "?" * width_of(error.object[error.start : error.end]), error.end


codecs.register_error(UNPRINTABLE, _question_marks)


def write_error(text: str, *, end: str = "\n") -> None:
    """Print a line to standard error; does nothing when that is closed or broken."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}{end}")
        sys.stderr.flush()
    except OSError:
        pass


def write_result(text: str, *, is_saved: bool = False) -> None:
    """Print the result to standard output. Raises OutputLostError, which says so if the work `is_saved` already."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        raise output_lost(error, is_saved=is_saved) from None


def output_lost(error: OSError, *, is_saved: bool = False) -> OutputLostError:
    """The error for a failure of standard output; not shown if its reader left (`| head`) and nothing was saved."""
    beginning = "It is saved, but the answer" if is_saved else "The answer"
    is_reported = is_saved or error.errno != errno.EPIPE
    return OutputLostError(f"{beginning} could not be written ({error.strerror}).", is_reported=is_reported)


def screen_width() -> int:
    """How many columns to use: those of COLUMNS or of the terminal, 80 without either; at least 40."""
    return max(40, shutil.get_terminal_size((80, 24)).columns)


def terminal_width(stream: TextIO | None) -> int:
    """`screen_width` if the stream is a terminal, else `sys.maxsize`: nothing is wrapped."""
    return screen_width() if stream is not None and stream.isatty() else sys.maxsize


def announce_input(name: str) -> None:
    """If standard input is a terminal, say that paintrack waits for `name` there, and how to end it."""
    if sys.stdin is not None and sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        write_error(f"Waiting for {name}: type or paste it. To end it, on a new line: {end}.")

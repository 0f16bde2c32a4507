"""The pager: a program that shows a long text screen by screen."""

import os
import shlex
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.terminal.stream_output import UNPRINTABLE

_USUAL_PAGER, _USUAL_LESS = "less", "FRX"  # as git has it: quit if it fits, keep colours, leave the text on the screen


def say_paged(console: Console, text: str, *, may_page: bool) -> None:
    """Show the result as `Console.say_texts` does or, with `may_page` and if it is too long, through a pager.

    The pager is that of PAINTRACK_PAGER, PAGER, or less. If it cannot start or fails, the text is shown without it.
    Raises OutputLostError.
    """
    if not (may_page and _is_too_long(text) and _shown_by_pager(text)):
        console.say_texts(text)


def _is_too_long(text: str) -> bool:
    if not (sys.stdout and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return False
    # One row is left for the next prompt.
    return text.count("\n") + 1 >= shutil.get_terminal_size((80, 24)).lines


def _shown_by_pager(text: str) -> bool:
    """Show the text through the pager; returns whether that worked."""
    import subprocess

    command = _pager_command()
    if not command:
        return False
    # Options of the person's own come last, so that they win; without R less shows colours as letters.
    options = os.environ.get("LESS")
    environment = {**os.environ, "LESS": _USUAL_LESS if options is None else f"-R {options}"}
    try:
        # To leave the pager before the end of the text is no failure.
        with (
            subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as pager,
            _interrupts_ignored(),
            suppress(BrokenPipeError),
        ):
            pager.communicate(f"{text}\n".encode(sys.stdout.encoding, UNPRINTABLE))
    except OSError:
        return False
    return pager.returncode == 0


def _pager_command() -> list[str]:
    """The program and its options; empty if no pager is wanted, or if it cannot be read as a command line."""
    names = ("PAINTRACK_PAGER", "PAGER")
    line = next((os.environ[name] for name in names if name in os.environ), _USUAL_PAGER)
    try:
        words = shlex.split(line, posix=os.name != "nt")
    except ValueError:
        return []
    return [] if words == ["cat"] else words


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Within the block Ctrl-C is for the pager alone."""
    former_handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former_handler)

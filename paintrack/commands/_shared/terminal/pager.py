"""The pager: a program that shows a long text screen by screen."""

import os
import shlex
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from paintrack.commands._shared.terminal.stream_output import UNPRINTABLE

_USUAL_PAGER, _USUAL_LESS = "less", "FRX"  # as git has it: quit if it fits, keep colours, leave the text on the screen
_TO_THE_END = "+G"


def is_shown_by_pager(text: str, without_colours: Callable[[], str], *, from_end: bool) -> bool:
    """Show the text through a pager if the terminal has fewer rows; whether it was shown.

    The pager is that of PAINTRACK_PAGER, PAGER, or less. Any other than less gets the text `without_colours`: it may
    count them as columns and break the lines. With `from_end` less begins at the last row.
    """
    if os.environ.get("TERM") == "dumb" or text.count("\n") + 1 < shutil.get_terminal_size((80, 24)).lines:
        # One row is left for the next prompt.
        return False
    command = _pager_command()
    if not command:
        return False
    # A pager that is not less may start it, as many scripts do.
    less = _options_for_less(os.environ.get("LESS"), from_end=from_end)
    return _is_shown(text if is_less(command[0]) else without_colours(), command, less)


def _pager_command() -> list[str]:
    """The program and its options; empty if no pager is wanted, or if it cannot be read as a command line."""
    names = ("PAINTRACK_PAGER", "PAGER")
    line = next((os.environ[name] for name in names if name in os.environ), _USUAL_PAGER)
    try:
        words = shlex.split(line, posix=os.name != "nt")
    except ValueError:
        return []
    return [] if words == ["cat"] else words


def is_less(program: str) -> bool:
    """Whether the program is less, also as `pager`, which is what some systems call the one that was chosen."""
    path = Path(program)
    if path.stem.lower() == "pager":
        path = Path(shutil.which(program) or program).resolve()
    return path.stem.lower() == "less"


def _options_for_less(own: str | None, *, from_end: bool) -> str:
    """What LESS says: the usual options, or those of the person's own, with what it needs for colours.

    It begins at the end unless these say where. That stands there and not on the command line, because the small less
    of BusyBox would take it for the name of a file.
    """
    usual = _USUAL_LESS if own is None else "-R"
    # Their own come last, so that they win. The dollar sign ends the command for less.
    start = f"{_TO_THE_END}$" if from_end and "+" not in (own or "") else ""
    return " ".join(filter(None, [usual, start, own]))


def _is_shown(text: str, command: Sequence[str], less: str) -> bool:
    """Show the text through this pager, with `less` as the options of any less in it; whether that worked."""
    import subprocess

    try:
        # To leave the pager before the end of the text is no failure.
        with (
            subprocess.Popen(command, stdin=subprocess.PIPE, env={**os.environ, "LESS": less}) as pager,
            _interrupts_ignored(),
            suppress(BrokenPipeError),
        ):
            pager.communicate(f"{text}\n".encode(sys.stdout.encoding, UNPRINTABLE))
    except OSError:
        return False
    return pager.returncode == 0


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Within the block Ctrl-C is for the pager alone."""
    former_handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former_handler)

"""The passphrase of an encrypted copy: from a descriptor, a program or the keyboard, never from the command line."""

import os
import shlex
from contextlib import closing
from getpass import getpass
from typing import Annotated

import typer

from paintrack.commands._shared.options.option_group import option_group
from paintrack.commands._shared.terminal.console import Console
from paintrack.errors import StoppedError, UsageError
from paintrack.views.text_layout import fill

VARIABLE = "PAINTRACK_PASSPHRASE_COMMAND"
_LONGEST = 4096
# In characters: of shorter ones, a computer can try all that people choose.
_SHORT = 10
_SHORT_WARNING = (
    "So short a passphrase can be guessed by whoever has the copy. A few words that nobody would put together are "
    "better, such as four from different pages of a book."
)


@option_group
class PassphraseOptions:
    """Where the passphrase comes from when nobody is to be asked."""

    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            "--passphrase-fd", metavar="N", help=f"Read the passphrase from descriptor N; or set {VARIABLE}.", min=0
        ),
    ] = None

    def existing(self, console: Console) -> str:
        """The passphrase of an existing copy. Raises UsageError if there is none, StoppedError on Ctrl-C."""
        return self._without_asking() or _ask(console, "Passphrase: ")

    def new(self, console: Console) -> str:
        """The passphrase of a new copy; if it is asked for, it has to be typed twice. A short one brings a warning.

        Both are asked for again while they differ. Raises UsageError if there is none, StoppedError on Ctrl-C.
        """
        without_asking = self._without_asking()
        if without_asking:
            if len(without_asking) < _SHORT:
                _warn_of_short(console)
            return without_asking
        passphrase = _ask_new(console)
        while _ask(console, "The same again: ") != passphrase:
            console.warn("The two passphrases differ: type both again.")
            passphrase = _ask_new(console)
        return passphrase

    def _without_asking(self) -> str:
        """The passphrase from the descriptor or the program; empty if neither is set."""
        if self.passphrase_fd is not None:
            return _first_line(_read(self.passphrase_fd), f"Descriptor {self.passphrase_fd}")
        command = os.environ.get(VARIABLE, "")
        return _first_line(_run(command), f"The program in {VARIABLE}") if command.strip() else ""


def _warn_of_short(console: Console) -> None:
    console.warn(fill(_SHORT_WARNING, console.width))


def _ask_new(console: Console) -> str:
    """A passphrase for a copy; after the warning of a short one another may be typed."""
    passphrase = _ask(console, "Passphrase for the copy: ")
    while len(passphrase) < _SHORT:
        _warn_of_short(console)
        if console.confirm("Take it all the same?"):
            break
        passphrase = _ask(console, "Passphrase for the copy: ")
    return passphrase


def _ask(console: Console, prompt: str) -> str:
    if not console.may_ask:
        raise UsageError(f"A passphrase is needed: --passphrase-fd N, or set {VARIABLE}.")
    try:
        passphrase = getpass(prompt)
    except (EOFError, KeyboardInterrupt):
        # End the line of the prompt before anything else is printed.
        console.warn("")
        raise StoppedError("Stopped.") from None
    if not passphrase:
        raise UsageError("The passphrase is empty.")
    return passphrase


def _read(descriptor: int) -> bytes:
    try:
        # Not beyond the line: what follows it may be for another program.
        with closing(os.fdopen(os.dup(descriptor), "rb", buffering=0)) as stream:
            return stream.read(_LONGEST)
    except OSError as error:
        raise UsageError(f"Descriptor {descriptor} cannot be read ({error.strerror}).") from None


def _run(command: str) -> bytes:
    import subprocess

    try:
        words = shlex.split(command, posix=os.name != "nt")
        return subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout
    except (ValueError, OSError, subprocess.CalledProcessError):
        raise UsageError(f"The program in {VARIABLE} did not give a passphrase.") from None


def _first_line(content: bytes, source: str) -> str:
    try:
        passphrase = content.decode().partition("\n")[0].rstrip("\r")
    except UnicodeDecodeError:
        raise UsageError(f"{source} gave what is not UTF-8 text.") from None
    if not passphrase:
        raise UsageError(f"{source} gave no passphrase.")
    return passphrase

"""Writing a text in the person's own editor, which leaves no copy of it behind."""

import os
import shlex
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.terminal.termination_signals import raised_as_stopped
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import PaintrackError, StoppedError, UsageError
from paintrack.views.refusals.option_refusals import editor_not_set, editor_without_terminal

# How an editor ends that has no meaning of its own for Ctrl-C: as subprocess says it, and a shell around the editor.
_INTERRUPTED = (-signal.SIGINT, 128 + signal.SIGINT)


def edited_text(console: Console, *, kind: str) -> str:
    """The text that the person writes in the editor of VISUAL or EDITOR; urgent advice on it is shown.

    The file is in a folder that only its owner can read. The folder is always removed, with anything that the editor
    left in it. `kind` is 'note' or 'question'. Raises UsageError without an editor or a person, and for text that is
    not UTF-8, PaintrackError if the editor fails, StoppedError for an empty text or one that Ctrl-C ended.
    """
    if not console.may_ask:
        raise UsageError(editor_without_terminal(kind))
    command = _editor_command(kind)
    with raised_as_stopped(), TemporaryDirectory(prefix="paintrack-") as folder:
        path = Path(folder, f"{kind}.txt")
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _run_editor([*command, str(path)])
        try:
            content = path.read_bytes()
        except OSError as error:
            raise PaintrackError(f"The editor's file cannot be read ({error.strerror}).") from None
    text = content.decode("utf-8", "replace")
    show_urgent_advice([text])
    try:
        text = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise UsageError(f"The {kind} is not UTF-8 text.") from None
    if not text:
        raise StoppedError(f"The {kind} is empty.")
    return text


def _editor_command(kind: str) -> list[str]:
    """The program and its options. Raises UsageError if none is set, or if it cannot be read as a command line."""
    name = next((name for name in ("VISUAL", "EDITOR") if os.environ.get(name, "").strip()), "")
    if not name:
        raise UsageError(editor_not_set(kind))
    try:
        return shlex.split(os.environ[name], posix=os.name != "nt")
    except ValueError:
        raise UsageError(f"{name} cannot be read as a command line.") from None


def _run_editor(command: list[str]) -> None:
    # Ctrl-C is for the editor alone.
    handler = signal.signal(signal.SIGINT, _ignore)
    try:
        code = subprocess.run(command).returncode
    except OSError as error:
        raise PaintrackError(f"The editor {command[0]} did not start ({error.strerror}).") from None
    finally:
        signal.signal(signal.SIGINT, handler)
    if code in _INTERRUPTED:
        raise StoppedError("Stopped.")
    if code:
        raise PaintrackError(f"The editor {command[0]} failed (exit code {code}).")


def _ignore(*_: object) -> None:
    """Do nothing. The editor does not inherit this handler, as it would SIG_IGN: there Ctrl-C keeps its meaning."""

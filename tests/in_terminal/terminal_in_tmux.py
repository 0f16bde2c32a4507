"""A shell in a real terminal, for what is typed, asked and drawn there."""

import re
import shlex
import sys
import time
from pathlib import Path

from tests.in_terminal.tmux_window import TmuxWindow
from tests.program import PATIENCE_SECONDS


class Terminal(TmuxWindow):
    """A tmux server of its own with one window."""

    def __init__(self, columns: int, environment: dict[str, str], folder: Path | None = None) -> None:
        """The shell begins in `folder`, or where the tests run."""
        super().__init__()
        self.columns = columns
        self._runs = 0
        variables = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        # The width is that of the window.
        shell = f"env -u COLUMNS {variables} PS1='ready> ' sh"
        start = ["-c", str(folder)] if folder else []
        self.call("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", "60", *start, shell)
        self.screen("ready>")

    def type(self, text: str) -> None:
        """Type a line and press Enter."""
        self.call("send-keys", text, "Enter")

    def press(self, key: str) -> None:
        """Press one key, in the words of tmux: `C-c`."""
        self.call("send-keys", key)

    def shown(self) -> str:
        """The screen as it is."""
        return self.call("capture-pane", "-p").rstrip()

    def screen(self, until: str) -> str:
        """The screen once it shows the pattern at its end."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not re.search(rf"{until}\s*$", shown := self.shown()):
            assert time.monotonic() < deadline, f"{until!r} did not come:\n{shown}"
            time.sleep(0.05)
        return shown

    def run(self, command: str) -> str:
        """What a command of paintrack leaves on a cleared screen."""
        # With a number: a busy computer shows the screen of the run before for a while. On one line: the prompt would
        # stand before the answer where the shell clears late.
        self._runs += 1
        self.type(f"clear; {sys.executable} -m paintrack {command}; echo '[done {self._runs}]'")
        return self.screen(rf"\[done {self._runs}\]\s+ready>")

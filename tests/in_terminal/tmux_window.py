"""A real terminal: one window of a tmux server of its own."""

import subprocess
from uuid import uuid4


class TmuxWindow:
    """The window; `close` ends the server."""

    def __init__(self) -> None:
        # Its socket lies where tmux keeps sockets: the path of one is at most 107 bytes long, a test's can be longer.
        self._server = ["tmux", "-L", f"paintrack-{uuid4().hex}"]

    def call(self, *arguments: str) -> str:
        """What a command of tmux answers."""
        return subprocess.run([*self._server, *arguments], check=True, capture_output=True, text=True).stdout

    def close(self) -> None:
        """End the server."""
        self.call("kill-server")

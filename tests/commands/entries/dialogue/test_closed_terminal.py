"""A terminal that is closed while it is asked."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.program import PATIENCE_SECONDS, environment


def test_a_closed_terminal_saves_nothing(file: Path) -> None:
    # Only the terminal that a process group has as its own tells it that it is closed.
    own_terminal = "import os, sys; os.open(os.ttyname(0), os.O_RDWR)"
    program = f"{own_terminal}; from paintrack.__main__ import start; sys.argv[1:] = ['log']; start()"
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(),
        start_new_session=True,
    ) as child:
        os.close(slave)
        seen = b""
        while b"(Enter: pain): " not in seen:
            seen += os.read(master, 4096)
        os.close(master)
        assert child.wait(timeout=PATIENCE_SECONDS) == 130
    assert not file.exists()

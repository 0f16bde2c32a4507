"""A command that asks, at a terminal that answers."""

import os
import pty
import subprocess
import sys

from tests.program import PATIENCE_SECONDS, environment


def at_a_terminal(keys: str, *typed: str) -> str:
    """What a person sees who types `keys` at a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "paintrack", *typed], stdin=slave, stdout=slave, stderr=slave, env=environment()
    ) as child:
        os.close(slave)
        # At a question too many the typing ends: the command is left, and the test does not wait for ever.
        os.write(master, keys.encode() + b"\x04")
        child.wait(timeout=PATIENCE_SECONDS)
    seen = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        seen += part
    os.close(master)
    return seen.decode().replace("\r\n", "\n")

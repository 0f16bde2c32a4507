"""Gold files: what people see, kept as files that somebody has looked at."""

import os
from pathlib import Path

import pytest

# The forms of a screen that are kept: the name of the file, the options, the columns of the terminal.
FORMS_OF_SCREEN = [
    ("40", "", 40),
    ("60", "", 60),
    ("80", "", 80),
    ("120", "", 120),
    ("200", "", 200),
    ("80-ascii", "--ascii", 80),
    ("plain", "--plain", 80),
]


def check_gold(path: Path, text: str) -> None:
    """Hold `text` against the gold file at `path`, to the byte.

    With PAINTRACK_WRITE_GOLD=1 the file is written anew instead, and the test fails: look at it first.
    """
    if os.environ.get("PAINTRACK_WRITE_GOLD") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        pytest.fail(f"{path.name} is written anew: look at it, then run the tests without PAINTRACK_WRITE_GOLD")
    assert text == path.read_bytes().decode()

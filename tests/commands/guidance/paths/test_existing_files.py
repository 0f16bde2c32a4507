"""A file that is there already: the refusal of each command that writes one names the line that replaces it."""

import shlex
from pathlib import Path

import pytest

from tests.program import Paintrack


@pytest.mark.parametrize(
    "typed",
    [
        "summary -o 'my page.html'",
        "--output page.md summary",
        "costs --visits -o statement.html",
        "trend -o chart.svg",
        "remind --next 'tomorrow 14:00' -o next.ics",
        "export history.csv",
        "export --for neck -- history.json",
        "backup copy.db",
        "file --salvage salvaged.db",
    ],
)
def test_the_line_that_replaces_a_file_is_named(
    typed: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paintrack("log 7 3 --for neck --cost 60")
    assert paintrack(typed).code == 0
    written = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    line = refused.err.partition(" is there already. To replace it: paintrack ")[2].strip()
    assert "--force" in shlex.split(line)
    assert {path: path.read_bytes() for path in written} == written
    assert paintrack(line).code == 0

"""A file that is typed behind the wrong command, or none: the answer names the command and the files that are there."""

import re
import shlex
from pathlib import Path

import pytest

from tests.program import Clock, Paintrack


@pytest.fixture
def files(paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A diary, a copy of it, and an export in both formats, in the folder that the program is in."""
    monkeypatch.chdir(tmp_path)
    paintrack("log 7 3 --at 2026-07-01")
    for each in ("backup copy.db", "export history.csv", "export history.json"):
        assert paintrack(each).code == 0
    Path("usb.age").write_bytes(b"age-encryption.org/v1\n-> scrypt abc 18\n")


def commands_in(text: str) -> list[str]:
    """The command lines that a refusal names, without `paintrack`."""
    return re.findall(r"paintrack ((?:restore|merge|import) .+)", text)


@pytest.mark.parametrize("file", ["copy.db", "usb.age"])
@pytest.mark.usefixtures("files")
def test_a_copy_is_not_imported(file: str, paintrack: Paintrack, wide_terminal: None) -> None:
    refused = paintrack(f"import {file}")
    assert (refused.code, refused.out, "--encoding" in refused.err) == (1, "", False)
    assert commands_in(refused.err) == [f"merge {file}", f"restore {file}"]
    if file == "copy.db":
        for each in commands_in(refused.err):
            assert paintrack(f"{each} --yes").code == 0


@pytest.mark.parametrize(
    ("command", "file"), [("restore", "history.csv"), ("restore", "history.json"), ("merge", "history.csv")]
)
@pytest.mark.usefixtures("files")
def test_an_export_is_no_copy(command: str, file: str, paintrack: Paintrack, wide_terminal: None) -> None:
    refused = paintrack(f"{command} {file} --yes")
    assert (refused.code, refused.out) == (1, "")
    assert commands_in(refused.err) == [f"import {file}"]
    assert paintrack(f"import {file}").code == 0


@pytest.mark.usefixtures("files")
def test_a_copy_is_a_copy_whatever_its_name(paintrack: Paintrack) -> None:
    Path("copy.db").rename("copy.csv")
    assert paintrack("merge copy.csv").code == 0
    assert paintrack("import copy.csv").code == 1


@pytest.mark.parametrize(("typed", "code"), [("restore", 2), ("restore NAMED", 1), ("restore copy", 2)])
def test_restore_names_the_copies_that_there_are(
    typed: str, code: int, paintrack: Paintrack, clock: Clock, wide_terminal: None
) -> None:
    assert commands_in(paintrack(typed).err) == []
    for day in (1, 2, 3, 4):
        clock.set(f"2026-07-0{day} 14:02")
        paintrack("log 7 3")
        assert paintrack("backup").code == 0
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (code, "")
    named = commands_in(refused.err)
    assert [shlex.split(each)[1][-19:] for each in named] == [
        "-20260704-140200.db",
        "-20260703-140200.db",
        "-20260702-140200.db",
    ]
    for each in named:
        assert paintrack([*shlex.split(each), "--yes"]).code == 0


@pytest.mark.parametrize("command", ["merge", "import"])
def test_without_a_file_no_made_up_one_is_named(command: str, paintrack: Paintrack, wide_terminal: None) -> None:
    refused = paintrack(command)
    assert (refused.code, refused.err.rpartition(": ")[2]) == (2, f"paintrack {command} FILE\n")

"""Paths at which no file can be: each command that takes one answers with one clear sentence and changes nothing."""

import errno
import io
import os
import shlex
from pathlib import Path
from typing import Any

import pytest

from paintrack.path_checks import exists, is_absent, is_regular_file, is_same_file, real_path
from tests.program import Paintrack, TypeHistory, unwrapped

LOCKED = "locked"
READING = ["restore {} --yes", "merge {}", "merge {} --dry-run", "import {}", "import {} --dry-run --for neck"]
WRITING = [
    "export {} --format csv --force", "export {}.csv", "export {}.json", "export {}.fhir.json", "backup {} --force",
    "summary -o {} --format html --force", "summary -o {}.md", "costs --visits -o {} --format csv --force",
    "trend -o {}.svg", "remind --next 'tomorrow 14:00' -o {}.ics", "file --salvage {} --force",
]  # fmt: skip
OWN = [
    "log 7 3", "before 7", "after 3", "after 3 --for neck", "rate 3", "effect bruise", "note slept", "question why",
    "peg 1 2 3", "overall better", "plan", "plan set --goal 3", "edit 1 --after 3", "delete 1 --yes", "undo", "redo",
    "status", "list", "show 1", "trend", "compare", "summary", "costs", "export -", "import {csv}", "backup",
    "restore {copy} --yes", "merge {copy}", "file", "file --fix", "file --salvage out.db", "purge --yes", "conditions",
    "conditions rename a b", "practitioners", "config", "config name Ada", "remind --next 'tomorrow 14:00' -o next.ics",
]  # fmt: skip
NAMES = {
    "a name of 300 letters": "x" * 300,
    "a path of 5000 letters": "/".join(["y" * 200] * 25),
    "a loop of links": "loop",
    "a file behind a loop of links": "loop/x",
    "a folder": "folder",
    "a file in a file": "file.txt/x",
    "a NUL": "a\0b",
    "a folder that is locked": f"{LOCKED}/x",
}


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """What paintrack wrote into the folder of the first test, by the name of the file: all get the same."""
    return {}


@pytest.fixture
def folder(
    paintrack: Paintrack,
    type_history: TypeHistory,
    written: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The folder that the program is in, with all that the names stand for; one part of it may not be looked into."""
    monkeypatch.chdir(tmp_path)
    type_history("log 7 3 --for neck")
    for name, typed in (("copy.db", "backup copy.db"), ("history.csv", "export history.csv")):
        if name in written:
            Path(name).write_bytes(written[name])
        else:
            assert paintrack(typed).code == 0
            written[name] = Path(name).read_bytes()
    Path("loop").symlink_to("other")
    Path("other").symlink_to("loop")
    Path("folder").mkdir(mode=0o700)
    Path("file.txt").write_text("x")
    Path(LOCKED).mkdir()
    # Where the tests run as root, permissions do not count.
    for module, name in ((os, "stat"), (os, "lstat"), (os, "open"), (os, "mkdir"), (io, "open")):
        monkeypatch.setattr(module, name, _refusing(getattr(module, name)))
    return tmp_path


def _refusing(function: Any) -> Any:
    def refusing(path: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(path, str | os.PathLike) and f"{LOCKED}{os.sep}" in os.fspath(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
        return function(path, *arguments, **options)

    return refusing


def _state(folder: Path) -> dict[str, bytes]:
    """All files in the folder, without those of the home that a read makes."""
    files = [each for each in folder.rglob("*") if LOCKED not in str(each) and not each.is_symlink() and each.is_file()]
    return {str(each): each.read_bytes() for each in files}


@pytest.mark.parametrize("blank", ["", " ", "  ", "\t", "\u00a0", "\n"])
@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_blank_name_is_no_name(command: str, blank: str, folder: Path, paintrack: Paintrack) -> None:
    before = _state(folder)
    words = [
        word.replace("{}", blank) for word in shlex.split(command.partition(".")[0] if "{}." in command else command)
    ]
    refused = paintrack(words)
    assert (refused.code, refused.out) == (2, "")
    assert not blank or "is blank: give it a name." in refused.err or "Did you mean: paintrack" in refused.err
    assert _state(folder) == before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_path_that_cannot_be_is_one_sentence(
    command: str, name: str, folder: Path, paintrack: Paintrack, wide_terminal: None
) -> None:
    if "{}." in command and NAMES[name] in ("loop", "folder"):
        # With an ending it is a file that can be.
        Path(command.replace("{}", NAMES[name]).split()[-1]).mkdir()
    before = _state(folder)
    words = [word.format(NAMES[name]) for word in shlex.split(command)]
    refused = paintrack(words)
    assert (refused.code, refused.out) == (1, "")
    assert "Internal error" not in refused.err
    assert "[Errno" not in refused.err
    assert refused.err.count("\n") == 1
    assert _state(folder) == before


@pytest.mark.parametrize(("name", "sentence"), [
    ("stick/", "There is no folder stick/. Give the name of a file, in a folder that is there."),
    ("no/stick//", "There is no folder no/stick//. Give the name of a file, in a folder that is there."),
    ("file.txt/", "file.txt/ is a file, not a folder: leave out the slash at its end."),
])  # fmt: skip
@pytest.mark.parametrize("command", [*WRITING, "--db {} log 7 3"])
def test_a_slash_at_the_end_makes_a_folder(
    command: str, name: str, sentence: str, folder: Path, paintrack: Paintrack, wide_terminal: None
) -> None:
    if "{}." in command:
        command = f"{command.partition('{}')[0]}{{}}"
    before = _state(folder)
    refused = paintrack([word.format(name) for word in shlex.split(command)])
    assert (refused.code, refused.out) == (1, "")
    assert sentence in refused.err
    assert _state(folder) == before


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", OWN)
def test_a_diary_that_cannot_be_is_one_sentence(
    command: str, name: str, folder: Path, paintrack: Paintrack, wide_terminal: None
) -> None:
    before = _state(folder)
    words = [word.format(csv="history.csv", copy="copy.db") for word in shlex.split(command)]
    refused = paintrack(["--db", NAMES[name], *words])
    assert refused.code in (1, 2)
    assert "Internal error" not in refused.err
    assert "[Errno" not in refused.err + refused.out
    assert refused.err.count("\n") == 1
    assert _state(folder) == before


@pytest.mark.parametrize("name", ["a name of 300 letters", "a loop of links", "a file in a file"])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.parametrize("word", ["install", "uninstall"])
def test_a_home_that_cannot_be_is_one_sentence(
    word: str, shell: str, name: str, folder: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.setenv(variable, str(folder / NAMES[name]))
    result = paintrack(f"completion {word} {shell}")
    assert "Internal error" not in result.err
    assert result.code == 1 or word == "uninstall"


@pytest.mark.parametrize("name", sorted(NAMES.keys() - {"a folder", "a NUL"}))
def test_no_script_is_left_without_its_line(
    name: str, folder: Path, home: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZDOTDIR", str(folder / NAMES[name]))
    before = _state(home)
    refused = paintrack("completion install zsh")
    assert (refused.code, refused.err.startswith("Nothing was changed. It cannot be written (")) == (1, True)
    assert "File exists" not in refused.err
    assert _state(home) == before


@pytest.mark.parametrize("command", ["restore", "merge", "import"])
def test_an_empty_name_is_none(command: str, paintrack: Paintrack) -> None:
    assert paintrack([command, ""]) == paintrack(command)


@pytest.mark.parametrize("command", ["restore", "merge"])
def test_of_a_file_that_may_not_be_read_nothing_is_said(
    command: str, folder: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)
    refused = paintrack(f"{command} history.csv --yes")
    assert (refused.code, "no copy" in refused.err, "Permission denied" in refused.err) == (1, False, True)


@pytest.mark.parametrize("name", NAMES)
def test_of_a_path_that_cannot_be_no_question_raises(name: str, folder: Path) -> None:
    path, is_folder = Path(NAMES[name]), name == "a folder"
    assert is_absent(path) is (name == "a file in a file")
    assert exists(path) is is_folder
    assert is_regular_file(path) is is_same_file(path, folder) is False
    assert real_path(path).is_absolute()


@pytest.mark.parametrize("name", ["nothing.csv", "nothing.db", "no-folder/x.csv", "file.txt/x"])
@pytest.mark.parametrize("command", READING)
def test_a_file_that_is_not_there_is_named_in_one_sentence(
    command: str, name: str, paintrack: Paintrack, folder: Path
) -> None:
    result = paintrack(command.format(shlex.quote(name)))
    assert (result.code, result.out) == (1, "")
    assert unwrapped(result.err).startswith(f"There is no file {name}. ")

"""The Tab key in real shells: what is typed, completed and run arrives at paintrack as it should."""

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from paintrack.commands._shared.completion.installation import script_of
from tests.program import PATIENCE_SECONDS, ROOT, Paintrack

pytestmark = pytest.mark.outside

# What would leave a file behind if a shell ran a part of it, and every character that a shell reads something into.
EVIL = '$(touch pwned) `touch pwned` \\$(touch pwned) ; touch pwned & | > pwned !! it\'s "so" * ? [a] {b} ~ # \\ %s <x>'
STARTS = {"bash": ["bash", "--norc", "--noprofile"], "zsh": ["zsh", "-f"], "fish": ["fish", "--no-config"]}
# In the place of paintrack: asked at the Tab key it is paintrack, run it writes down the words that it got.
PROGRAM = f"""#!/bin/sh
[ -n "$_PAINTRACK_COMPLETE" ] && exec {shlex.quote(sys.executable)} -m paintrack "$@"
exec {shlex.quote(sys.executable)} -c 'import json, os, sys
with open("words.tmp", "w") as stream:
    json.dump(sys.argv[1:], stream)
os.rename("words.tmp", "words")' "$@"
"""


class Shell:
    """A shell in a window of a tmux server of its own, with the script of paintrack, in an empty folder."""

    def __init__(self, name: str, folder: Path, database: Path) -> None:
        self.folder, self.database = folder, database
        program = folder / "bin" / "paintrack"
        program.parent.mkdir()
        program.write_text(PROGRAM)
        program.chmod(0o755)
        script = folder / "script"
        script.write_text(script_of(name))
        self._tmux = ["tmux", "-S", str(folder / "socket")]
        environment = {
            "HOME": str(folder), "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1", "PAINTRACK_DB": str(database), "LC_ALL": "C.UTF-8",
            "TERM": "screen-256color", "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder),
        }  # fmt: skip
        variables = [f"{key}={value}" for key, value in environment.items()]
        command = shlex.join(["env", *variables, *STARTS[name]])
        self._call("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "50", "-c", str(folder), command)
        ready = folder / "ready"
        self.type(f". {shlex.quote(str(script))}; touch ready")
        self._wait_for(ready)

    def _call(self, *arguments: str) -> str:
        return subprocess.run([*self._tmux, *arguments], check=True, capture_output=True, text=True).stdout

    def _wait_for(self, file: Path) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not file.exists():
            assert time.monotonic() < deadline, self._call("capture-pane", "-p")
            time.sleep(0.02)

    def type(self, *texts: str) -> None:
        """Type the texts, a Tab between any two of them, then Enter."""
        for place, text in enumerate(texts):
            if place:
                self._call("send-keys", "Tab")
            self._call("send-keys", "-l", "--", text)
        self._call("send-keys", "Enter")

    def run(self, *texts: str) -> list[str]:
        """The words that the program gets when the texts are typed, with a Tab between any two of them."""
        words = self.folder / "words"
        words.unlink(missing_ok=True)
        self.type(*texts)
        self._wait_for(words)
        result: list[str] = json.loads(words.read_text())
        return result

    def shown(self, *texts: str, until: str) -> str:
        """The screen behind these texts and a Tab after each."""
        for text in texts:
            self._call("send-keys", "-l", "--", text)
            self._call("send-keys", "Tab")
            self._call("send-keys", "Tab")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while until not in (screen := self._call("capture-pane", "-p")):
            assert time.monotonic() < deadline, screen
            time.sleep(0.02)
        return screen

    def close(self) -> None:
        """End the server."""
        self._call("kill-server")


@pytest.fixture(params=sorted(STARTS))
def shell(request: pytest.FixtureRequest, tmp_path: Path, paintrack: Paintrack, file: Path) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        raise AssertionError(f"missing: {request.param}")
    for condition in ("lower back", "neck", "a: b", "Übelkeit"):
        assert paintrack(["log", "7", "3", "--for", condition, "--with", "Dr O'Neill", "--points", "LI4"]).code == 0
    assert paintrack(["log", "7", "3", "--for", "neck", "--with", f"evil {EVIL}"]).code == 0
    assert paintrack("rate 5 --for neck").code == 0
    folder = tmp_path / "shell"
    folder.mkdir()
    window = Shell(request.param, folder, file)
    yield window
    window.close()


def completed(shell: Shell, *texts: str) -> Sequence[str]:
    words = shell.run(*texts)
    assert not (shell.folder / "pwned").exists()
    return words


def test_words_and_options(shell: Shell) -> None:
    assert completed(shell, "paintrack summ", "--sess", "") == ["summary", "--session-notes"]
    assert completed(shell, "paintrack trend --expl", "") == ["trend", "--explain"]


def test_a_value_with_a_space_is_one_word(shell: Shell) -> None:
    assert completed(shell, "paintrack log 7 3 --for low", "--with Dr", "") == [
        "log", "7", "3", "--for", "lower back", "--with", "Dr O'Neill",
    ]  # fmt: skip
    assert completed(shell, "paintrack log --for lower\\ b", "") == ["log", "--for", "lower back"]
    assert completed(shell, "paintrack log --for a", "") == ["log", "--for", "a: b"]
    assert completed(shell, "paintrack log --for Ü", "") == ["log", "--for", "Übelkeit"]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_an_open_quote_is_closed(shell: Shell, quote: str) -> None:
    assert completed(shell, f"paintrack log --for {quote}low", "--json") == ["log", "--for", "lower back", "--json"]
    assert completed(shell, f"paintrack log --with {quote}Dr", "") == ["log", "--with", "Dr O'Neill"]


def test_a_value_behind_an_equals_sign(shell: Shell) -> None:
    assert completed(shell, "paintrack log --for=low", "") == ["log", "--for=lower back"]
    assert completed(shell, "paintrack log --also low", "6:3") == ["log", "--also", "lower back=6:3"]


def test_the_last_of_several_points(shell: Shell) -> None:
    assert completed(shell, "paintrack log --points LI4,st3,gb34,st44", "") == ["log", "--points", "LI4,st3,gb34,ST44"]


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_nothing_of_a_text_is_run(shell: Shell, quote: str) -> None:
    assert completed(shell, f"paintrack log --with {quote}evi", "") == ["log", "--with", f"evil {EVIL}"]

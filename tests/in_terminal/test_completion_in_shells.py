"""The Tab key in real shells: what is typed, completed and run arrives at paintrack as it should."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from paintrack.commands._shared.completion.installation import script_of
from tests.in_terminal.tmux_window import TmuxWindow
from tests.program import PATIENCE_SECONDS, ROOT, Paintrack, environment, unwrapped

pytestmark = pytest.mark.outside

# What would leave a file behind if a shell ran a part of it, and every character that a shell reads something into.
EVIL = '$(touch pwned) `touch pwned` \\$(touch pwned) ; touch pwned & | > pwned !! it\'s "so" * ? [a] {b} ~ # \\ %s <x>'
STARTS = {"bash": ["bash", "--norc", "--noprofile"], "zsh": ["zsh", "-f"], "fish": ["fish", "--no-config"]}
# In the place of paintrack: asked at the Tab key it is paintrack, run it writes down the words that it got, each ended
# by a NUL.
PROGRAM = f"""#!/bin/sh
[ -n "$_PAINTRACK_COMPLETE" ] && exec {shlex.quote(sys.executable)} -m paintrack "$@"
printf '%s\\0' "$@" > words.tmp
mv words.tmp words
"""


class Shell(TmuxWindow):
    """A shell in a window of a tmux server of its own, with the script of paintrack, in an empty folder."""

    def __init__(self, name: str, folder: Path, database: Path, *, is_set_up: bool = False) -> None:
        """With `is_set_up` the shell reads its own start files, which load the script."""
        self.name, self.folder, self.database = name, folder, database
        program = folder / "bin" / "paintrack"
        program.parent.mkdir()
        program.write_text(PROGRAM)
        program.chmod(0o755)
        script = folder / "script"
        script.write_text(script_of(name))
        super().__init__()
        variables_by_name = {
            "HOME": str(folder), "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1", "PAINTRACK_DB": str(database), "LC_ALL": "C.UTF-8",
            "TERM": "screen-256color", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "",
        }  # fmt: skip
        variables = [f"{key}={value}" for key, value in variables_by_name.items()]
        command = shlex.join(["env", "-u", "ZDOTDIR", *variables, *([name] if is_set_up else STARTS[name])])
        self.call("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "50", "-c", str(folder), command)
        ready = folder / "ready"
        self.type("touch ready" if is_set_up else f". {shlex.quote(str(script))}; touch ready")
        self._wait_for(ready)

    def _wait_for(self, file: Path) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not file.exists():
            assert time.monotonic() < deadline, self.call("capture-pane", "-p")
            time.sleep(0.02)

    def type(self, *texts: str) -> None:
        """Type the texts, a Tab between any two of them, then Enter."""
        for place, text in enumerate(texts):
            if place:
                self.call("send-keys", "Tab")
            self.call("send-keys", "-l", "--", text)
        self.call("send-keys", "Enter")

    def run(self, *texts: str) -> list[str]:
        """The words that the program gets when the texts are typed, with a Tab between any two of them."""
        words = self.folder / "words"
        words.unlink(missing_ok=True)
        self.type(*texts)
        self._wait_for(words)
        return words.read_bytes().decode().removesuffix("\0").split("\0")

    def shown(self, *texts: str, until: str) -> str:
        """The screen behind these texts and a Tab after each."""
        for text in texts:
            self.call("send-keys", "-l", "--", text)
            self.call("send-keys", "Tab", "Tab")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while until not in (screen := self.call("capture-pane", "-p")):
            assert time.monotonic() < deadline, screen
            time.sleep(0.02)
        return screen

    def screen(self) -> str:
        """What the window shows."""
        return self.call("capture-pane", "-p")


@pytest.fixture
def diary(paintrack: Paintrack, file: Path, template: Path) -> Path:
    """A diary with values to complete, made once for all."""
    file.parent.mkdir(parents=True)
    if template.exists():
        return Path(shutil.copy(template, file))
    for condition in ("lower back", "neck", "a: b", "Übelkeit"):
        assert paintrack(["log", "7", "3", "--for", condition, "--with", "Dr O'Neill", "--points", "LI4"]).code == 0
    assert paintrack(["log", "7", "3", "--for", "neck", "--with", f"evil {EVIL}"]).code == 0
    assert paintrack("rate 5 --for neck").code == 0
    shutil.copy(file, template)
    return file


@pytest.fixture(scope="module")
def zsh_functions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which zsh keeps what it knows of all functions that complete; else each new home takes it longer."""
    home = tmp_path_factory.mktemp("zsh")
    subprocess.run(
        ["zsh", "-f", "-c", "autoload -Uz compinit && compinit -u"], check=True, env=os.environ | {"HOME": str(home)}
    )
    return home / ".zcompdump"


@pytest.fixture(params=sorted(STARTS))
def shell(request: pytest.FixtureRequest, tmp_path: Path, diary: Path) -> Iterator[Shell]:
    if shutil.which(request.param) is None:
        raise AssertionError(f"missing: {request.param}")
    folder = tmp_path / "shell"
    folder.mkdir()
    if request.param == "zsh":
        shutil.copy(request.getfixturevalue("zsh_functions"), folder)
    window = Shell(request.param, folder, diary)
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
    # Behind a space it is still one word, also beside others in quotes.
    assert completed(shell, f"paintrack log --for {quote}lower b", "--json") == ["log", "--for", "lower back", "--json"]
    assert completed(shell, f"paintrack log --for={quote}lower b", "--json") == ["log", "--for=lower back", "--json"]
    words = completed(shell, f'paintrack log --with "Dr Li" --for {quote}lower b', "")
    assert words == ["log", "--with", "Dr Li", "--for", "lower back"]


def test_a_value_behind_an_equals_sign(shell: Shell) -> None:
    assert completed(shell, "paintrack log --for=low", "") == ["log", "--for=lower back"]
    assert completed(shell, "paintrack log --also low", "6:3") == ["log", "--also", "lower back=6:3"]


def test_the_last_of_several_points(shell: Shell) -> None:
    assert completed(shell, "paintrack log --points LI4,st3,gb34,st44", "") == ["log", "--points", "LI4,st3,gb34,ST44"]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_the_last_of_several_points_in_quotes(shell: Shell, quote: str) -> None:
    assert completed(shell, f"paintrack log --points {quote}LI4 st44", "") == ["log", "--points", "LI4 ST44"]
    assert completed(shell, "paintrack log --points LI4\\ st44", "") == ["log", "--points", "LI4 ST44"]


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_nothing_of_a_text_is_run(shell: Shell, quote: str) -> None:
    assert completed(shell, f"paintrack log --with {quote}evi", "") == ["log", "--with", f"evil {EVIL}"]


def test_ids_are_shown_with_date_and_scores(shell: Shell) -> None:
    screen = shell.shown("paintrack show ", until="r1")
    assert re.search(r"r1 .*20\d\d, neck 5", screen)
    assert re.search(r"1 .*20\d\d, lower back 7 -> 3", screen)


@pytest.mark.parametrize("shell", ["bash"], indirect=True)
def test_a_menu_of_bash_puts_values_alone_on_the_line(shell: Shell) -> None:
    assert completed(shell, "paintrack show r", "") == ["show", "r1"]
    shell.run("bind 'TAB: menu-complete'; paintrack --version")
    assert completed(shell, "paintrack points LI1", "", "") == ["points", "LI10"]


def test_names_of_files_are_completed(shell: Shell) -> None:
    (shell.folder / "my history.csv").touch()
    assert completed(shell, "paintrack import my", "--dry-run") == ["import", "my history.csv", "--dry-run"]


def test_the_diary_on_the_line_is_asked(shell: Shell, paintrack: Paintrack) -> None:
    other = shell.folder / "other.db"
    paintrack(["log", "7", "3", "--for", "knee joint", "--db", str(other)])
    assert completed(shell, "paintrack --db other.db rate 5 --for ", "")[-1] == "knee joint"
    if shell.name != "bash":
        assert completed(shell, "PAINTRACK_DB=other.db paintrack rate 5 --for ", "")[-1] == "knee joint"


def test_a_program_typed_with_its_folder_is_asked(shell: Shell) -> None:
    assert completed(shell, "bin/paintrack log --for low", "") == ["log", "--for", "lower back"]
    assert completed(shell, "~/bin/paintrack log --for low", "") == ["log", "--for", "lower back"]


def test_a_damaged_diary_leaves_the_line_as_it_is(shell: Shell) -> None:
    shell.database.write_bytes(b"damaged" * 100)
    assert completed(shell, "paintrack log --for low", "x") == ["log", "--for", "lowx"]
    assert "not a paintrack file" not in unwrapped(shell.screen())


def test_what_install_writes_works_in_a_new_shell(shell: Shell) -> None:
    """Started as a person starts it, the shell finds the script by itself."""
    name = shell.name
    # With this folder fish does not read all pages of the manual in the background.
    (shell.folder / "new" / ".local/share/fish/generated_completions").mkdir(parents=True)
    home = {"HOME": str(shell.folder / "new"), "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "SHELL": f"/bin/{name}"}
    install = [sys.executable, "-m", "paintrack", "completion", "install"]
    assert subprocess.run(install, env=environment(**home), capture_output=True).returncode == 0
    window = Shell(name, shell.folder / "new", shell.database, is_set_up=True)
    try:
        assert completed(window, "paintrack log --for low", "") == ["log", "--for", "lower back"]
    finally:
        window.close()

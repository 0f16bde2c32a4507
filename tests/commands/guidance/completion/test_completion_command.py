"""`paintrack completion`: the script of each shell, put where the shell looks for it, and taken away again."""

from pathlib import Path

import pytest

from paintrack.commands._shared.completion import installation
from paintrack.commands._shared.completion.installation import SHELLS, script_of
from tests.program import Paintrack, is_one_sentence

PLACES = {
    "bash": ("data/bash-completion/completions/paintrack", ""),
    "zsh": ("data/paintrack/completion.zsh", ".zshrc"),
    "fish": ("config/fish/completions/paintrack.fish", ""),
    "powershell": ("data/paintrack/completion.ps1", "config/powershell/profile.ps1"),
}


@pytest.fixture(autouse=True)
def bash_completion(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package that lets bash read scripts from a folder, as if it was installed."""
    package = home / "bash_completion"
    package.touch()
    monkeypatch.setattr(installation, "_BASH_COMPLETION", (package,))
    return package


@pytest.mark.parametrize("shell", SHELLS)
def test_show_prints_the_script(shell: str, paintrack: Paintrack, home: Path) -> None:
    script = paintrack(f"completion show {shell}").out
    assert script == script_of(shell) == paintrack(f"completion show {shell} --plain").out
    assert f"paintrack completion show {shell}" in script
    assert sorted(home.iterdir()) == [home / "bash_completion"]


@pytest.mark.parametrize("shell", SHELLS)
def test_install_and_uninstall(shell: str, paintrack: Paintrack, home: Path, wide_terminal: None) -> None:
    script, start_file = PLACES[shell]
    dry = paintrack(f"completion install {shell} --dry-run").out
    assert dry.startswith(f"Would write {home / script}.\n")
    assert not (home / script).exists()
    result = paintrack(f"completion install {shell}")
    assert (result.code, result.err) == (0, "")
    assert result.out == dry.replace("Would write", "Wrote").replace("Would add", "Added") + (
        f"It works in each new {shell}. Undo: paintrack completion uninstall {shell}\n"
    )
    assert (home / script).read_text() == script_of(shell)
    if start_file:
        assert f"Added one line to {home / start_file}.\n" in result.out
        (line,) = (home / start_file).read_text().splitlines()
        assert str(home / script) in line
    again = "It is there already; nothing was changed.\n"
    assert paintrack(f"completion install {shell}").out == again
    assert paintrack(f"completion install -n {shell}").out == again
    dry = paintrack(f"completion uninstall --dry-run {shell}").out
    assert f"Would remove {home / script}." in dry
    assert (home / script).exists()
    removed = paintrack(f"completion uninstall {shell}")
    assert removed.out == dry.replace("Would remove", "Removed").replace("Would take", "Took")
    assert not (home / script).exists()
    assert not start_file or (home / start_file).read_text() == ""
    assert paintrack(f"completion uninstall {shell}").out == "There is nothing to remove; nothing was changed.\n"


@pytest.mark.parametrize("before", [b"", b"alias l=ls\n", b"alias l=ls", b"x='\xff\xfe'\r\nlast"])
def test_a_start_file_keeps_what_is_in_it(before: bytes, paintrack: Paintrack, home: Path) -> None:
    real = home / "dotfiles"
    real.write_bytes(before)
    (home / ".zshrc").symlink_to(real)
    assert paintrack("completion install zsh").code == 0
    after = real.read_bytes()
    assert after.startswith(before)
    assert after.count(b"# paintrack completion\n") == 1
    assert paintrack("completion uninstall zsh").code == 0
    assert (home / ".zshrc").is_symlink()
    assert real.read_bytes() in (before, before + b"\n")


def test_a_script_of_an_older_paintrack_is_replaced(paintrack: Paintrack, home: Path) -> None:
    paintrack("completion install fish")
    script = home / PLACES["fish"][0]
    script.write_text("older")
    assert paintrack("completion install fish").out.startswith("Wrote")
    assert script.read_text() == script_of("fish")


def test_without_its_package_bash_gets_a_line(paintrack: Paintrack, home: Path, bash_completion: Path) -> None:
    bash_completion.unlink()
    paintrack("completion install bash")
    assert (home / "data/paintrack/completion.bash").exists()
    assert "completion.bash" in (home / ".bashrc").read_text()


@pytest.mark.parametrize(
    ("variable", "shell"), [("/usr/bin/zsh", "zsh"), ("/bin/bash", "bash"), ("pwsh", "powershell")]
)
def test_the_shell_is_the_persons_own(
    variable: str, shell: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", variable)
    assert paintrack("completion show").out == script_of(shell)


@pytest.mark.parametrize("typed", ["install tcsh", "uninstall /bin/sh", "install bash zsh", "bash"])
def test_what_is_no_shell_is_refused(typed: str, paintrack: Paintrack) -> None:
    result = paintrack(f"completion {typed}")
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)
    assert "bash, zsh, fish or powershell" in result.err


def test_the_word_alone_leads_to_the_next_one(paintrack: Paintrack) -> None:
    assert paintrack("completion").err == "Nothing was changed. Did you mean: paintrack completion install\n"


def test_an_unknown_shell_is_asked_for(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHELL")
    result = paintrack("completion install")
    assert result.code == 2
    assert result.err.startswith("Your shell is not known. Say which: bash, zsh, fish or powershell.")


def test_a_place_that_cannot_be_written_is_one_sentence(paintrack: Paintrack, home: Path) -> None:
    (home / "config").write_text("a file where the folder belongs")
    result = paintrack("completion install fish")
    assert (result.code, result.out) == (1, "")
    assert is_one_sentence(result.err)


def test_a_line_quotes_its_path(paintrack: Paintrack, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "it's $(x)"))
    paintrack("completion install zsh")
    assert f"'{home}/it'\"'\"'s $(x)/paintrack/completion.zsh'" in (home / ".zshrc").read_text()
    paintrack("completion install powershell")
    assert f"'{home}/it''s $(x)/paintrack/completion.ps1'" in (home / "config/powershell/profile.ps1").read_text()

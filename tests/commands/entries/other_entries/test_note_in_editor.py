"""`note --edit` and `question --edit`: a private file for the editor, gone afterwards in every case."""

import signal
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import Paintrack


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A terminal, no editor set, and a folder of one's own for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(Console, "may_ask", True)
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


def set_editor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, *, variable: str = "EDITOR") -> None:
    """Make a Python script the editor; `path` in it is the file to edit."""
    script = tmp_path / f"{variable}.py"
    script.write_text(f"import os, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n")
    monkeypatch.setenv(variable, f"'{sys.executable}' '{script}'")


@pytest.mark.parametrize("kind", ["note", "question"])
def test_what_is_written_is_saved_and_the_file_gone(
    kind: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, temporary: Path
) -> None:
    seen = tmp_path / "modes"
    set_editor(
        monkeypatch,
        tmp_path,
        f"Path({str(seen)!r}).write_text(f'{{path.stat().st_mode}} {{path.parent.stat().st_mode}}')\n"
        "path.write_text('new pillow\\nsince May\\n')\n"
        "Path(f'{path}~').write_text('a copy of the editor')",
    )
    assert paintrack(f"{kind} --edit").code == 0
    assert paintrack(f"{kind} --list --json").json[0]["text"] == "new pillow\nsince May"
    assert [stat.S_IMODE(int(mode)) for mode in seen.read_text().split()] == [0o600, 0o700]
    assert not [*temporary.iterdir()]


@pytest.mark.parametrize(
    ("code", "exit_code", "sentence"),
    [
        ("path.write_text(' \\n')", 130, "The note is empty. Nothing saved."),
        ("pass", 130, "The note is empty. Nothing saved."),
        ("path.write_text('half')\nsys.exit(3)", 1, "failed (exit code 3). Nothing saved."),
        ("path.write_text('half')\nsys.exit(130)", 130, "Stopped. Nothing saved."),
        (
            "import signal\nsignal.signal(signal.SIGINT, signal.SIG_DFL)\nos.kill(os.getpid(), signal.SIGINT)",
            130,
            "Stopped. Nothing saved.",
        ),
        ("path.unlink()", 1, "The editor's file cannot be read (No such file or directory). Nothing saved."),
        ("path.write_bytes(b'\\xff')", 2, "The note is not UTF-8 text. Nothing saved."),
    ],
    ids=["blank", "untouched", "failed", "stopped", "interrupted", "removed", "bytes"],
)
def test_what_is_no_text_saves_nothing(
    code: str,
    exit_code: int,
    sentence: str,
    paintrack: Paintrack,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    temporary: Path,
    file: Path,
) -> None:
    set_editor(monkeypatch, tmp_path, code)
    done = paintrack("note --edit")
    assert (done.code, done.out) == (exit_code, "")
    assert sentence in done.err
    assert not file.exists()
    assert not [*temporary.iterdir()]


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_closed_terminal_leaves_no_file(
    name: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, temporary: Path, file: Path
) -> None:
    number = int(getattr(signal, name))
    # Tests that run under nohup inherit that SIGHUP is ignored.
    inherited = signal.signal(number, signal.SIG_DFL)
    set_editor(monkeypatch, tmp_path, f"path.write_text('SECRET')\nos.kill(os.getppid(), {number})")
    try:
        code, after = paintrack("note --edit").code, signal.getsignal(number)
    finally:
        signal.signal(number, inherited)
    assert (code, after) == (130, signal.SIG_DFL)
    assert not file.exists()
    assert not [*temporary.iterdir()]


def test_visual_comes_before_editor(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_editor(monkeypatch, tmp_path, "path.write_text('visual')", variable="VISUAL")
    set_editor(monkeypatch, tmp_path, "path.write_text('editor')")
    paintrack("note --edit")
    assert paintrack("note --list --json").json[0]["text"] == "visual"


@pytest.mark.parametrize(
    ("editor", "code", "sentence"),
    [
        ("", 2, "No editor is set: EDITOR=nano paintrack note --edit"),
        ("'open", 2, "EDITOR cannot be read as a command line."),
        ("/no/such/editor", 1, "The editor /no/such/editor did not start"),
    ],
)
def test_an_editor_that_is_none_is_said(
    editor: str, code: int, sentence: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    done = paintrack("note --edit")
    assert (done.code, sentence in done.err) == (code, True)
    assert not file.exists()


def test_off_a_terminal_no_editor_is_opened(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Console, "may_ask", False)
    set_editor(monkeypatch, tmp_path, "path.write_text('x')")
    done = paintrack("question --edit")
    assert (done.code, "--edit needs a terminal" in done.err) == (2, True)


def test_words_beside_it_are_refused(paintrack: Paintrack) -> None:
    assert "--edit asks for the text" in paintrack("note --edit new pillow").err


def test_urgent_advice_comes_for_what_is_written(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_editor(monkeypatch, tmp_path, "path.write_text('chest pain since noon')\nprint()")
    assert "emergency" in paintrack("note --edit").err

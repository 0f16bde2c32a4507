"""Standard output that is full, closed or left early, standard error that is closed, a locale that cannot print."""

import contextlib
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from paintrack.views.text_layout import width_of
from tests.program import PATIENCE_SECONDS, Paintrack, environment, is_one_sentence, process, quoted


def in_a_shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, env=environment(), timeout=PATIENCE_SECONDS
    )


def test_an_answer_that_cannot_be_written_says_that_it_is_saved(paintrack: Paintrack) -> None:
    with Path("/dev/full").open("w") as full:
        done = process("log", "7", "3", stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr == "It is saved, but the answer could not be written (No space left on device).\n"
    assert paintrack("show 1").code == 0


@pytest.mark.parametrize("typed", ["backup", "backup {}/copy.db", "file --salvage {}/copy.db"])
def test_a_copy_whose_answer_is_lost_is_said_to_be_saved(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    with Path("/dev/full").open("w") as full:
        done = process(*shlex.split(typed.format(quoted(tmp_path))), stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr == "It is saved, but the answer could not be written (No space left on device).\n"


def test_a_closed_standard_output_says_that_it_is_saved(paintrack: Paintrack) -> None:
    done = in_a_shell(f"exec {sys.executable} -m paintrack log 7 3 >&-")
    assert done.returncode == 1
    assert done.stderr == "It is saved, but the answer could not be written (Bad file descriptor).\n"
    assert paintrack("show 1").code == 0


def test_a_closed_standard_error_is_no_reason_to_fail() -> None:
    done = in_a_shell(f"exec {sys.executable} -m paintrack log 7 3 --side-effect 'chest pain' 2>&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Saved: ")


@pytest.mark.parametrize(
    "typed", ["--help", "--version", "log --help", "help log", "list", "show 1", "status", "list --json", "export -"]
)
def test_an_answer_that_cannot_be_written_is_one_sentence(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    with Path("/dev/full").open("w") as full:
        done = process(*typed.split(), stdout=full.fileno())
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert "saved" not in done.stderr


def to_a_reader_that_left(*typed: str) -> subprocess.CompletedProcess[str]:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return process(*typed, stdout=writer)
    finally:
        os.close(writer)


@pytest.mark.parametrize(
    "typed", ["--help", "--version", "log --help", "list", "show 1", "status", "trend", "list --json", "export -"]
)
def test_a_reader_that_leaves_early_is_no_error_to_talk_about(typed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    done = to_a_reader_that_left(*typed.split())
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_leaves_early_is_told_that_it_is_saved(paintrack: Paintrack) -> None:
    done = to_a_reader_that_left("log", "7", "3")
    assert done.returncode == 1
    assert done.stderr == "It is saved, but the answer could not be written (Broken pipe).\n"
    assert paintrack("show 1").code == 0


def test_the_first_line_of_a_long_list(paintrack: Paintrack) -> None:
    for _ in range(3):
        paintrack("log 7 3")
    done = in_a_shell(f"{sys.executable} -u -m paintrack list | head -1")
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_that_cannot_print_it_does_not_cost_the_answer(locale: str) -> None:
    code = "import sys; from paintrack.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "log", "7", "3", "--for", "腰痛"],
        capture_output=True,
        env=environment(LC_ALL=locale, PYTHONIOENCODING="ascii"),
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"Saved: ???? 7 -> 3 (4 lower)")
    assert done.stderr == b""


@pytest.mark.parametrize(
    "name", ["腰痛", "ألم أسفل", "e\N{COMBINING ACUTE ACCENT} \N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}"]
)
@pytest.mark.parametrize("typed", ["list", "costs --visits", "summary"])
def test_columns_stand_in_line_where_letters_are_question_marks(name: str, typed: str, paintrack: Paintrack) -> None:
    paintrack(f'log 7 3 --cost 85 --for "{name}" --with "{name}"')
    lines = []
    for encoding in ("ascii", "utf-8"):
        done = subprocess.run(
            [sys.executable, "-m", "paintrack", "--ascii", *typed.split()],
            capture_output=True,
            env=environment(PYTHONIOENCODING=encoding),
            timeout=PATIENCE_SECONDS,
        )
        lines.append([width_of(line) for line in done.stdout.decode(encoding).splitlines()])
    assert lines[0] == lines[1]


def test_bytes_that_are_no_text_are_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"paintrack", b"log", b"7", b"3", b"--for", b"\xff\xfe"],
        capture_output=True,
        env=environment(),
        timeout=PATIENCE_SECONDS,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"The condition holds bytes that are not text here. Nothing saved.\n"


def asked_in(encoding: str, *typed: str, answer: bytes) -> tuple[int, bytes]:
    """The exit code, and what a terminal is sent, of a command that asks where the locale's encoding is this one."""
    controller, terminal = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "paintrack", *typed],
        stdin=terminal, stdout=terminal, stderr=terminal,
        env=environment(LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0", PYTHONIOENCODING=encoding),
    )  # fmt: skip
    os.close(terminal)
    os.write(controller, answer)
    sent = b""
    # Linux says EIO where others say the end of the file.
    with contextlib.suppress(OSError):
        while part := os.read(controller, 65536):
            sent += part
    os.close(controller)
    return program.wait(PATIENCE_SECONDS), sent


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_what_is_typed_is_utf8_whatever_the_locale(encoding: str, paintrack: Paintrack) -> None:
    code, _ = asked_in(encoding, "note", answer="Rückenübung, 腰痛\n".encode())
    assert code == 0
    assert paintrack("show n1 --json").json["text"] == "Rückenübung, 腰痛"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_what_is_typed_and_not_utf8_is_refused(encoding: str, paintrack: Paintrack) -> None:
    code, sent = asked_in(encoding, "note", answer="Rücken\n".encode("latin-1"))
    assert code == 2
    assert b"bytes that are not text here. Nothing saved." in sent
    assert paintrack("note --list --json").json == []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("typed", ["note -", "question -", "log 7 3 --note -"])
def test_what_is_piped_in_is_utf8_whatever_the_locale(encoding: str, typed: str, paintrack: Paintrack) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "paintrack", *typed.split(), "--json"],
        input="Rückenübung".encode(),
        capture_output=True,
        env=environment(LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0", PYTHONIOENCODING=encoding),
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0
    assert "Rückenübung" in (paintrack("export - --format json").out)

"""Encrypted copies: no word of the diary on the disk, the passphrase never on the command line, back without loss."""

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.commands._shared.copies import passphrase
from paintrack.commands._shared.page.document_output import TYPST
from paintrack.commands._shared.terminal.console import Console
from paintrack.errors import FileTroubleError
from paintrack.model.displayed_text import shell_quoted
from paintrack.storage.copies.encryption import PYRAGE
from paintrack.storage.copies.untrusted_copy import open_source_copy
from tests.factories.encrypted_note import ENCRYPTED_NOTE, ENCRYPTED_WITH, NOTE, make_encryption_quick
from tests.program import Paintrack, Result, is_one_sentence, unwrapped


@contextmanager
def descriptor(content: str) -> Iterator[str]:
    """The number of a pipe from which the content can be read."""
    reading, writing = os.pipe()
    os.write(writing, content.encode())
    os.close(writing)
    try:
        yield str(reading)
    finally:
        os.close(reading)


@pytest.fixture
def encrypted(paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An encrypted copy, a file that is not empty; PAINTRACK_PASSPHRASE_COMMAND opens the copy."""
    paintrack("log 5 2")
    monkeypatch.setenv("PAINTRACK_PASSPHRASE_COMMAND", f"{sys.executable} -c 'print(\"{ENCRYPTED_WITH}\")'")
    shutil.copy(ENCRYPTED_NOTE, tmp_path / "copy.age")
    return tmp_path / "copy.age"


@pytest.fixture
def quick_encryption(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests in which only counts what is asked and said."""
    make_encryption_quick(monkeypatch)


def test_an_encrypted_copy_goes_out_and_comes_back(paintrack: Paintrack, tmp_path: Path, wide_terminal: None) -> None:
    paintrack("log 7 3 --note SECRET")
    paintrack("rate 4")
    before, copy = paintrack("export - --format json").out, tmp_path / "copy.age"
    with descriptor(f"{ENCRYPTED_WITH}\nmore") as number:
        assert paintrack(["backup", "--encrypt", str(copy), "--passphrase-fd", number]) == Result(
            0,
            "Backup encrypted, written and read back: 1 session and 1 reading.\n"
            f'  To restore it: paintrack restore "{copy}"\n',
            "Without its passphrase nobody can open the copy again, not even you: keep it where you will find it.\n",
        )
    assert b"SECRET" not in copy.read_bytes()
    assert {each.name for each in tmp_path.iterdir()} == {"home", "copy.age"}
    # What age encrypted is a file of paintrack: whoever has the passphrase does not need paintrack to open it.
    plain = tmp_path / "plain.db"
    plain.write_bytes(pyrage.passphrase.decrypt(copy.read_bytes(), ENCRYPTED_WITH))
    paintrack("delete 1 --yes")
    assert paintrack(["restore", str(plain), "--yes"]).code == 0
    assert paintrack("export - --format json").out == before


def test_a_passphrase_from_a_descriptor_opens_the_copy(encrypted: Path, paintrack: Paintrack) -> None:
    with descriptor(ENCRYPTED_WITH) as number:
        assert paintrack(["restore", str(encrypted), "--yes", "--passphrase-fd", number]).code == 0
    assert paintrack("show 1 --json").json["note"] == NOTE


def test_a_passphrase_from_a_program_opens_the_copy(encrypted: Path, paintrack: Paintrack) -> None:
    assert paintrack(["restore", str(encrypted), "--yes"]).code == 0
    assert paintrack("show 1 --json").json["note"] == NOTE


@pytest.mark.parametrize("command", ["false", "no-such-program-here", "echo", "'", "printf '\\377'"])
def test_a_program_that_gives_none_is_told(
    command: str, encrypted: Path, paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAINTRACK_PASSPHRASE_COMMAND", command)
    before = file.read_bytes()
    result = paintrack(["restore", str(encrypted), "--yes"])
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)
    assert "PAINTRACK_PASSPHRASE_COMMAND" in result.err
    assert file.read_bytes() == before


def test_a_wrong_passphrase_changes_nothing(encrypted: Path, paintrack: Paintrack, file: Path) -> None:
    before = file.read_bytes()
    for wrong in (ENCRYPTED_WITH.upper(), f"{ENCRYPTED_WITH} "):
        with descriptor(wrong) as number:
            result = paintrack(["restore", str(encrypted), "--yes", "--passphrase-fd", number])
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith(f"The passphrase does not open {encrypted}")
        assert wrong not in result.err
    assert file.read_bytes() == before


def test_a_copy_that_asks_for_too_much_work_is_told_apart(
    encrypted: Path, paintrack: Paintrack, wide_terminal: None
) -> None:
    """The passphrase may well be right. The last number of the second line is the logarithm of the work."""
    encrypted.write_bytes(re.sub(rb"(-> scrypt \S+) 4\n", rb"\1 40\n", encrypted.read_bytes()))
    result = paintrack(["restore", str(encrypted), "--yes"])
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"{encrypted} was not opened: that would take this computer too long")
    assert is_one_sentence(result.err)


def test_a_computer_that_stood_still_for_a_moment_tries_again(
    encrypted: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    decrypt, tries = pyrage.passphrase.decrypt, iter([False, False, True])

    def decrypt_at_the_third_try(content: bytes, passphrase: str) -> bytes:
        if next(tries):
            return bytes(decrypt(content, passphrase))
        raise pyrage.DecryptError("Excessive work parameter for passphrase.")

    monkeypatch.setattr("pyrage.passphrase.decrypt", decrypt_at_the_third_try)
    assert paintrack(["restore", str(encrypted), "--yes"]).code == 0


@pytest.mark.parametrize("typed", ["", "\n", "99"])
def test_a_descriptor_that_gives_none_is_told(typed: str, encrypted: Path, paintrack: Paintrack) -> None:
    with descriptor(typed) as number:
        result = paintrack(["restore", str(encrypted), "--yes", "--passphrase-fd", typed.strip() or number])
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Descriptor ")


def test_off_a_terminal_nobody_is_asked(
    encrypted: Path, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PAINTRACK_PASSPHRASE_COMMAND")
    for typed in (["restore", str(encrypted), "--yes"], ["backup", "--encrypt", str(tmp_path / "b.age")]):
        result = paintrack(typed)
        assert (result.code, result.out) == (2, "")
        assert "A passphrase is needed: --passphrase-fd N, or set PAINTRACK_PASSPHRASE_COMMAND." in result.err
    assert not (tmp_path / "b.age").exists()


@pytest.mark.parametrize(
    ("answers", "code", "sentence"),
    [
        (
            ["four words or", "five words or", "six words or", "six words or"],
            0,
            "The two passphrases differ: type both",
        ),
        ([""], 2, "empty"),
    ],
)
def test_on_a_terminal_it_is_typed_twice(
    answers: list[str], code: int, sentence: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_encryption_quick(monkeypatch)
    paintrack("log 7 3")
    typed = iter(answers)
    monkeypatch.setattr(passphrase, "getpass", lambda _: next(typed))
    monkeypatch.setattr(Console, "may_ask", True)
    result = paintrack(["backup", "--encrypt", str(tmp_path / "b.age")])
    assert (result.code, [*typed]) == (code, [])
    assert sentence in result.err
    assert (tmp_path / "b.age").exists() is (code == 0)


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_a_stop_at_the_prompt_begins_a_line(
    error: type[BaseException], encrypted: Path, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(prompt: str) -> str:
        print(prompt, end="", file=sys.stderr)
        raise error

    monkeypatch.delenv("PAINTRACK_PASSPHRASE_COMMAND")
    monkeypatch.setattr(passphrase, "getpass", stop)
    monkeypatch.setattr(Console, "may_ask", True)
    result = paintrack(["merge", str(encrypted)])
    assert (result.code, result.out, result.err) == (130, "", "Passphrase: \nStopped. Nothing was changed.\n")


@pytest.mark.usefixtures("quick_encryption")
@pytest.mark.parametrize("is_taken", [True, False])
def test_a_short_one_is_asked_about(
    is_taken: bool, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3")
    typed = iter(["horse", "horse"] if is_taken else ["horse", ENCRYPTED_WITH, ENCRYPTED_WITH])
    monkeypatch.setattr(passphrase, "getpass", lambda _: next(typed))
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "confirm", lambda *_: is_taken)
    copy = tmp_path / "b.age"
    result = paintrack(["backup", "--encrypt", str(copy)])
    assert result.code == 0
    assert unwrapped(result.err).count("So short a passphrase can be guessed by whoever has the copy.") == 1
    pyrage.passphrase.decrypt(copy.read_bytes(), "horse" if is_taken else ENCRYPTED_WITH)


@pytest.mark.usefixtures("quick_encryption")
@pytest.mark.parametrize(("typed", "is_warned"), [("horse", True), (ENCRYPTED_WITH, False)])
def test_a_script_is_told_of_a_short_one(typed: str, is_warned: bool, paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    with descriptor(typed) as number:
        result = paintrack(["backup", "--encrypt", str(tmp_path / "b.age"), "--passphrase-fd", number, "--quiet"])
    assert (result.code, result.out) == (0, "")
    assert ("can be guessed" in result.err) == is_warned


@pytest.mark.usefixtures("quick_encryption")
def test_what_is_lost_without_it_is_said_before(
    paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 7 3")
    events: list[str] = []
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "warn", lambda _, text: events.append(text))

    def ask(_prompt: str) -> str:
        events.append("asked")
        return "long enough"

    monkeypatch.setattr(passphrase, "getpass", ask)
    assert paintrack(["backup", "--encrypt", str(tmp_path / "b.age")]).code == 0
    assert events[0].startswith("Without its passphrase nobody can open the copy again")
    assert events[1:3] == ["asked", "asked"]


@pytest.mark.parametrize(
    "typed", ["backup --encrypt", "backup --encrypt x.db", "backup x.age", "backup x.db --passphrase-fd 3"]
)
def test_contradictions_are_refused(typed: str, paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 3")
    result = paintrack(typed)
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)


def test_the_missing_extra_is_named_before_anything_is_asked(
    encrypted: Path, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wide_terminal: None
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for typed in (["restore", str(encrypted), "--yes"], ["backup", "--encrypt", str(tmp_path / "b.age")]):
        result = paintrack(typed)
        assert (result.code, result.out) == (2, "")
        assert f"-m pip install {shell_quoted(PYRAGE)}" in result.err
    assert not (tmp_path / "b.age").exists()


@pytest.mark.parametrize("content", ["import a_part_that_is_not_there", "raise ImportError('no GLIBC')", ""])
def test_an_extra_that_does_not_load_is_named(
    content: str,
    encrypted: Path,
    paintrack: Paintrack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wide_terminal: None,
) -> None:
    """Its part for this machine is missing or of another one, or an empty folder is left of it."""
    (tmp_path / "site" / "pyrage").mkdir(parents=True)
    (tmp_path / "site" / "pyrage" / "__init__.py").write_text(content)
    monkeypatch.delitem(sys.modules, "pyrage")
    monkeypatch.syspath_prepend(tmp_path / "site")
    for typed in (["merge", str(encrypted)], ["backup", "--encrypt", str(tmp_path / "b.age")]):
        result = paintrack(typed)
        assert (result.code, result.out) == (2, "")
        assert "a library that is installed but does not load (" in result.err
        assert f"-m pip install --force-reinstall {shell_quoted(PYRAGE)}" in result.err
    assert not (tmp_path / "b.age").exists()


@pytest.mark.parametrize("place", [60, -1])
def test_a_changed_byte_is_noticed(encrypted: Path, tmp_path: Path, place: int) -> None:
    changed = bytearray(encrypted.read_bytes())
    changed[place] ^= 1
    (tmp_path / "changed.age").write_bytes(changed)
    with pytest.raises(FileTroubleError), open_source_copy(tmp_path / "changed.age", lambda: ENCRYPTED_WITH):
        pass


@given(content=st.binary(max_size=300) | st.binary(max_size=300).map(lambda rest: b"SQLite format 3\0" + rest))
def test_what_somebody_else_has_encrypted_is_refused(tmp_path: Path, content: bytes) -> None:
    """A second of work for each passphrase is what makes it hard to guess; here only the content counts."""
    hostile = tmp_path / "hostile.age"
    hostile.write_bytes(b"age-encryption.org/v1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paintrack.storage.copies.untrusted_copy.decrypt", lambda *_: content)
        with pytest.raises(FileTroubleError), open_source_copy(hostile, lambda: ENCRYPTED_WITH):
            pass


def test_what_is_installed_by_hand_is_what_the_extras_ask_for() -> None:
    with (Path(__file__).parents[3] / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    assert extras["age"] == [PYRAGE]
    assert TYPST in extras["pdf"]

"""Text that comes in: refusals in one sentence."""

import io
from pathlib import Path

import pytest

from paintrack.errors import FileTroubleError, ImportOfOwnFileError, NoSuchFileError
from paintrack.exchange.importing.file_or_standard_input import open_text
from paintrack.exchange.importing.pipe_to_file import buffered
from tests.program import is_one_sentence


def test_standard_input_is_read_and_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("\ufeffcafé\r\n".encode()), encoding="ascii")
    monkeypatch.setattr("sys.stdin", stdin)
    with open_text("-", own_file=tmp_path / "mine.db") as stream:
        assert stream.read() == "café\r\n"
    assert not stdin.buffer.closed


class Terminal(io.StringIO):
    """A terminal at which one line and Ctrl-D are typed; read once more, it would wait for another Ctrl-D."""

    def seekable(self) -> bool:
        return False

    def read(self, size: int | None = -1, /) -> str:
        return super().read(size) or pytest.fail("It waits for another Ctrl-D.")


def test_one_end_of_input_ends_a_terminal() -> None:
    with buffered(Terminal("hello\n"), 1000) as stream:
        assert stream.read() == "hello\n"


def test_no_standard_input_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(FileTroubleError, match="no standard input"), open_text("-", own_file=tmp_path / "mine.db"):
        pass


def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileTroubleError) as refusal, open_text(str(tmp_path), own_file=tmp_path / "mine.db"):
        pass
    assert is_one_sentence(str(refusal.value))


def test_a_file_that_is_not_there_is_told_from_others(tmp_path: Path) -> None:
    absent = str(tmp_path / "absent.csv")
    with pytest.raises(NoSuchFileError) as refusal, open_text(absent, own_file=tmp_path / "diary_file.db"):
        pass
    assert refusal.value.path == absent


def test_the_file_of_the_diary_is_refused_also_through_a_link(tmp_path: Path) -> None:
    diary_file, link = tmp_path / "mine.db", tmp_path / "link.csv"
    diary_file.write_bytes(b"x")
    link.symlink_to(diary_file)
    for file in (diary_file, link):
        with pytest.raises(ImportOfOwnFileError) as raised, open_text(str(file), own_file=diary_file):
            pass
        assert raised.value.file == str(file)

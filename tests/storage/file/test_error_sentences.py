"""The sentences for what the operating system or SQLite refuses: a folder is called so, and a path too long."""

import errno
import os
from pathlib import Path

import pytest

from paintrack.errors import FileTroubleError
from paintrack.storage.file.connection import connect, translate_errors


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.ENOSPC, "The disk is full."), (errno.EACCES, "The {} cannot be used (Permission denied).")],
)
@pytest.mark.parametrize(("name", "noun"), [("", "folder"), ("diary.db", "file")])
def test_a_folder_is_called_so(code: int, sentence: str, name: str, noun: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with pytest.raises(FileTroubleError) as caught, translate_errors(path):
        raise OSError(code, os.strerror(code))
    assert str(caught.value) == f"{sentence.format(noun)} The {noun}: {path}"


def test_a_path_too_long_for_sqlite_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 250) / ("b" * 250) / "diary.db"
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(FileTroubleError) as caught, translate_errors(path):
        connect(path)
    assert str(caught.value) == f"The path is longer than the 504 bytes that SQLite can open. The file: {path}"

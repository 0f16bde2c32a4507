"""The sentence for what the operating system refuses: it calls a folder a folder."""

import errno
import os
from pathlib import Path

import pytest

from paintrack.errors import FileTroubleError
from paintrack.storage.file.connection import translate_errors


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

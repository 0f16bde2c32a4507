"""`-` is standard input or output; what needs a file refuses it, instead of taking it for a name."""

from pathlib import Path

import pytest

from tests.program import Paintrack


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("backup -", "backup needs the name of a file, not -: paintrack backup FILE\n"),
        ("backup - --force", "backup needs the name of a file, not -: paintrack backup FILE\n"),
        ("restore - --yes", "Nothing was changed. restore needs the name of a file, not -: paintrack restore FILE\n"),
        ("merge -", "Nothing was changed. merge needs the name of a file, not -: paintrack merge FILE\n"),
        ("file --salvage -", "--salvage needs the name of a file, not -: paintrack file --salvage OUT.db\n"),
        ("--db - log 7 3", "--db names no file. Give a path such as ~/paintrack.db. Nothing saved.\n"),
    ],
)
def test_what_needs_a_file_refuses_it(
    typed: str, sentence: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paintrack("log 7 3").code == 0
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", sentence)
    assert not (tmp_path / "-").exists()


def test_a_file_with_that_name_is_there_by_its_folder(
    paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paintrack("log 7 3")
    assert paintrack("backup ./-").code == 0
    assert (tmp_path / "-").exists()
    assert paintrack("restore ./- --yes").code == 0


@pytest.mark.parametrize("typed", ["summary -o -", "trend -o -", "costs --visits -o -", "export -", "remind -o -"])
def test_what_takes_it_writes_no_file_of_that_name(
    typed: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("log 7 3 --cost 60", 'remind --next "tue 14:00"'):
        assert paintrack(command).code == 0
    result = paintrack(typed)
    assert (result.code, result.out != "") == (0, True)
    assert not (tmp_path / "-").exists()

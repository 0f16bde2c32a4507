"""The address by which SQLite opens a file that must be there."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.storage.file.connection import connect, file_uri

ODD_NAMES = [
    "with space.db", "a?mode=ro.db", "a#b.db", "100%.db", "a%20b.db", "müde 痛み.db", "a&b=c;d.db", "it's \"x\".db",
    "tab\tnewline\n.db", "~.db", "a:b.db", "back\\slash.db", "+.db",
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/ada/mine.db"), "file:///home/ada/mine.db"),
        (PurePosixPath("/a b/100%?#.db"), "file:///a%20b/100%25%3F%23.db"),
        (PurePosixPath("//a/b.db"), "file:////a/b.db"),
        (PurePosixPath("/müde"), "file:///m%C3%BCde"),
        (PureWindowsPath(r"C:\Users\Ada B\mine.db"), "file:///C:/Users/Ada%20B/mine.db"),
        (PureWindowsPath(r"\\server\share\mine.db"), "file:////server/share/mine.db"),
    ],
)
def test_what_means_something_in_an_address_is_escaped(path: PurePath, uri: str) -> None:
    assert file_uri(path) == uri


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_of_an_odd_name_is_opened(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE mine (x)")
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_schema").fetchone()["name"] == "mine"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [name]


def test_a_name_that_is_no_text_is_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.db")
    path.touch()
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "absent.db").close()
    assert list(tmp_path.glob("absent*")) == []


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_it_is_ascii_and_comes_back(name: str) -> None:
    uri = file_uri(PurePosixPath("/", name))
    assert uri.isascii()
    assert uri.isprintable()
    assert not set(uri) & set("?# ")
    assert unquote(uri) == f"file://{PurePosixPath('/', name)}"


def test_pathlib_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_uri(_: Path) -> str:
        raise AssertionError("CPython 3.14 loads urllib.request for it, and with that http, ssl and socket")

    path = tmp_path / "mine.db"
    path.touch()
    monkeypatch.setattr(Path, "as_uri", as_uri)
    connect(path).close()

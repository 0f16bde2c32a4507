"""Where the patient's file is: by the option, the variable or the platform."""

from pathlib import Path

import pytest

from paintrack.errors import NoHomeFolderError, NoPathError
from paintrack.storage.file.location import database_path, diaries_elsewhere
from tests.program import Paintrack


def test_the_option_wins_over_the_variable_over_the_platform(home: Path) -> None:
    environ = {"PAINTRACK_DB": "/variable.db", "XDG_DATA_HOME": "/data"}
    assert database_path("/option.db", environ) == Path("/option.db")
    assert database_path(None, environ) == Path("/variable.db")
    assert database_path(None, {"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/paintrack/paintrack.db")


@pytest.mark.parametrize("data", ["", "relative/path"])
def test_a_data_folder_that_is_not_absolute_does_not_count(home: Path, data: str) -> None:
    assert database_path(None, {"XDG_DATA_HOME": data}, "linux") == home / ".local/share/paintrack/paintrack.db"


def test_the_platforms_folders(home: Path) -> None:
    assert database_path(None, {}, "linux") == home / ".local/share/paintrack/paintrack.db"
    assert database_path(None, {}, "darwin") == home / "Library/Application Support/paintrack/paintrack.db"
    assert database_path(None, {}, "win32") == home / "AppData/Local/paintrack/paintrack.db"
    assert database_path(None, {"LOCALAPPDATA": "/local"}, "win32") == Path("/local/paintrack/paintrack.db")


def test_a_path_may_be_relative_or_start_at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    assert database_path("mine.db", {}) == home / "mine.db"
    assert database_path("~/mine.db", {}) == home / "mine.db"


@pytest.mark.parametrize("nothing", ["", "  ", "a\0b"])
def test_no_path_is_refused_by_the_name_of_its_source(nothing: str) -> None:
    with pytest.raises(NoPathError) as option:
        database_path(nothing, {"PAINTRACK_DB": "/variable.db"})
    with pytest.raises(NoPathError) as variable:
        database_path(None, {"PAINTRACK_DB": nothing})
    assert (option.value.by_option, variable.value.by_option) == (True, False)


def test_a_home_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError

    with pytest.raises(NoHomeFolderError) as typed:
        database_path("~nobody-of-this-name/mine.db", {})
    monkeypatch.setattr(Path, "home", no_home)
    with pytest.raises(NoHomeFolderError) as own:
        database_path(None, {})
    assert (typed.value.path, own.value.path) == ("~nobody-of-this-name/mine.db", None)


@pytest.mark.parametrize("odd", [":memory:", "file:mine?mode=memory", "a b#c%20?.db", "café\n.db", "[x].db"])
def test_what_is_acknowledged_is_there_for_the_next_command(
    home: Path, monkeypatch: pytest.MonkeyPatch, paintrack: Paintrack, odd: str
) -> None:
    monkeypatch.chdir(home)
    assert paintrack(["log", "7", "3", "--db", odd]).code == 0
    assert (home / odd).stat().st_size > 0
    assert paintrack(["show", "1", "--db", odd]).code == 0


def test_a_name_that_is_too_long_is_a_sentence(paintrack: Paintrack) -> None:
    result = paintrack(["log", "7", "3", "--db", "/" + "x" * 5000])
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Nothing saved. The file cannot be read")


@pytest.mark.parametrize("unusable", ["", "-", "missing/", "~nobody-of-this-name/mine.db"])
def test_a_second_diary_is_noticed_with_an_unusable_variable(
    home: Path, monkeypatch: pytest.MonkeyPatch, unusable: str
) -> None:
    """`--db` is followed, whatever the variable is; the usual diary is named all the same."""
    monkeypatch.chdir(home)
    usual = database_path(None, {}, "linux")
    usual.parent.mkdir(parents=True)
    usual.touch()
    new = home / "new.db"
    assert diaries_elsewhere(new, "new.db", {"PAINTRACK_DB": unusable}, "linux") == [usual]

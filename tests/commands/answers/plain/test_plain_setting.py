"""`--plain` and `--ascii` for good: by the environment or a setting; the option beats the one, that the other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import Paintrack, quoted

PLAIN, TABLE = "Session 1, Monday 6 July 2026, pain, before 7, after 5, 2 lower.", "condition    before  after"


def is_plain(out: str) -> bool:
    assert (PLAIN in out) != (TABLE in out)
    return PLAIN in out


def is_ascii(out: str) -> bool:
    return out.isascii()


CASES = [
    # setting, environment, option, whether it is on
    (None, None, "", False),
    ("yes", None, "", True),
    ("no", None, "", False),
    (None, "1", "", True),
    (None, "0", "", False),
    (None, "", "", False),
    ("yes", "", "", True),
    ("yes", "no", "", False),
    ("no", "yes", "", True),
    ("yes", "1", "--no-{}", False),
    ("no", "0", "--{}", True),
    (None, None, "--{}", True),
]


@pytest.mark.parametrize(("setting", "variable", "option", "is_on"), CASES)
@pytest.mark.parametrize(("name", "look"), [("plain", is_plain), ("ascii", is_ascii)])
def test_option_then_environment_then_setting(
    name: str,
    look: Callable[[str], bool],
    setting: str | None,
    variable: str | None,
    option: str,
    is_on: bool,
    paintrack: Paintrack,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paintrack("log 7 5")
    if setting is not None:
        assert paintrack(f"config set {name} {setting}").code == 0
    if variable is not None:
        monkeypatch.setenv(f"PAINTRACK_{name.upper()}", variable)
    typed = option.format(name)
    assert look(paintrack(f"list {typed}").out) is is_on
    assert look(paintrack(f"{typed} list").out) is is_on


def test_both_at_once_are_a_contradiction(paintrack: Paintrack) -> None:
    result = paintrack("list --plain --no-plain")
    assert (result.code, result.err) == (2, "--plain was given twice: --plain and --no-plain. Give it once.\n")


def test_json_and_data_stay_what_they_are(paintrack: Paintrack) -> None:
    paintrack("log 7 5")
    before = [paintrack(typed).out for typed in ("list --json", "status --json", "trend --json", "costs --csv")]
    paintrack("config set plain yes")
    paintrack("config set ascii yes")
    after = [paintrack(typed).out for typed in ("list --json", "status --json", "trend --json", "costs --csv")]
    assert after == before


@pytest.mark.parametrize("name", ["plain", "ascii"])
def test_the_demo_takes_the_options(name: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = paintrack(f"demo --{name}").out
    assert paintrack(f"config set {name} yes").code == 0
    assert paintrack("demo").out == wanted
    monkeypatch.setenv(f"PAINTRACK_{name.upper()}", "no")
    assert paintrack("demo").out != wanted
    monkeypatch.setenv(f"PAINTRACK_{name.upper()}", "1")
    assert paintrack("demo").out == wanted
    assert paintrack(f"demo --no-{name}").out != wanted


def test_a_setting_comes_back_with_the_history(paintrack: Paintrack, tmp_path: Path) -> None:
    paintrack("log 7 5")
    paintrack("config set plain yes")
    paintrack(f"export {quoted(tmp_path)}/history.json")
    result = paintrack(f"import {quoted(tmp_path)}/history.json --db {quoted(tmp_path)}/other.db")
    assert result.code == 0
    assert is_plain(paintrack(f"list --db {quoted(tmp_path)}/other.db").out)

"""The README is true: its commands run, its picture and its figures are what paintrack and the simulation print."""

import ast
import io
import json
import re
import shlex
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from paintrack.cli import main
from tests.benchmarks.simulate_courses import README_ARRIVALS, EverTold, Setting, Shares, readme_table
from tests.gold import check_gold
from tests.program import Paintrack, unwrapped

ROOT = Path(__file__).parents[2]
README_FILE = ROOT / "README.md"
README = README_FILE.read_text("utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def readme_commands() -> list[list[str]]:
    """The commands of the console blocks and those in running text, in their order, each as program and arguments."""
    typed = re.findall(r"^\$ (.*)$|`(paintrack [^`]*)`", README, re.MULTILINE)
    commands = [shlex.split(in_block or in_text, comments=True) for in_block, in_text in typed]
    # COMMAND stands for any word.
    return [command for command in commands if "COMMAND" not in command]


def test_every_command_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAINTRACK_DB", str(tmp_path / "readme.db"))
    monkeypatch.chdir(tmp_path)
    commands = readme_commands()
    assert len(commands) > 12
    for program, *arguments in commands:
        assert program == "paintrack"
        if "laptop.db" in arguments:
            assert main(["backup", "laptop.db"]) == 0
        assert main(arguments) == 0, arguments


def test_each_command_in_a_block_has_a_comment() -> None:
    assert all("  # " in line for line in README.splitlines() if line.startswith("$ "))


def test_the_picture_is_what_trend_prints_of_the_sample_course(paintrack: Paintrack) -> None:
    """With PAINTRACK_WRITE_GOLD=1 the picture in the README is drawn anew."""
    trend = paintrack("demo").out.partition("$ paintrack trend\n")[2].partition("\n\n$ paintrack")[0]
    # The answer and the chart.
    picture = re.match(r".*?\n(?=\nIs it )", trend, re.DOTALL)
    assert picture is not None
    check_gold(README_FILE, re.sub(r"(?<=```text\n).*?(?=```)", lambda _: picture[0], README, count=1, flags=re.DOTALL))


def test_the_table_is_one_that_the_simulation_prints() -> None:
    """Its head and its rows; the figures take hours, and `tests/benchmarks` holds the rule to them."""
    names = ("false_going", "false_probably", "same", "booked_going", "booked_probably")
    zeros = dict.fromkeys((*names, "missed", "missed_probably", "false_same"), 0.0)
    setting = Setting(0, 1.2, "whole", 0)
    shares = [Shares(setting=setting._replace(arrivals=n), **zeros) for n in README_ARRIVALS]
    ever_told = EverTold(setting=setting, going=0, booked_going=0)
    head, rule, *rows = readme_table(shares, [ever_told]).splitlines()
    assert f"{head}\n{rule}\n" in README
    printed_rows = README.partition(f"{rule}\n| nothing")[2].partition("\n\n")[0].splitlines()[1:]
    kinds = [row.split(" | ")[0] for row in rows]
    assert len(printed_rows) > 2
    for row in printed_rows:
        assert row.split(" | ")[0] in kinds
        assert re.fullmatch(r"\| .*( \| [0-9.]+ to [0-9.]+ %){3} \|", row), row


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 120


def test_the_files_that_contributing_names_exist() -> None:
    named = re.findall(r"`([\w./-]+(?:/|\.\w+))`", CONTRIBUTING)
    paths = [name for name in named if "/" in name or name.endswith((".toml", ".md", ".yaml"))]
    assert len(paths) > 15
    assert [name for name in paths if not (ROOT / name).exists()] == []


@pytest.mark.outside
def test_pandas_and_duckdb_read_the_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of Python in CONTRIBUTING, on exports of a small history."""
    pandas, duckdb = import_module("pandas"), import_module("duckdb")
    monkeypatch.setenv("PAINTRACK_DB", str(tmp_path / "own.db"))
    monkeypatch.chdir(tmp_path)
    for command in (
        "log 7 3 --for neck",
        "log 6 5 --for neck",
        "note one",
        "export history.csv",
        "export history.json",
    ):
        assert main(command.split()) == 0
    (block,) = re.findall(r"```python\n(.*?)```", CONTRIBUTING, re.DOTALL)
    names = {"pandas": pandas, "duckdb": duckdb, "json": json, "Path": Path}
    table, entries, relief, ratings = (eval(ast.unparse(line), names) for line in ast.parse(block).body)
    assert sorted(table["before"]) == [6, 7]
    assert len(entries) == 3
    assert relief.fetchall() == [("neck", 2.5)]
    assert sorted(row[2] for row in ratings.fetchall()) == [6, 7]


def test_what_keeps_a_note_out_of_the_history_can_be_typed(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`note` has no option `--note`: each place names the command that reads standard input."""
    security = (ROOT / ".github" / "SECURITY.md").read_text("utf-8")
    for text in (README, security, paintrack("help privacy").out):
        words = unwrapped(text)
        assert re.search(r"(?:`|paintrack )note -[`)]", words)
        assert not re.search(r"(?<!\w )--note -", words)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"slept badly\n"), "utf-8"))
    assert paintrack("note -").code == 0
    assert paintrack("show n1 --json").json["text"] == "slept badly"


def test_the_extras_of_the_readme_exist() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    (named,) = set(re.findall(r"\[(pdf[\w,]*)\]", README))
    assert {*named.split(",")} <= {*extras}
    assert "age" in named.split(",")

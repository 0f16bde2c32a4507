"""Behind `--db PATH` every command that a sentence names is one for the same file."""

import re
import shlex
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from tests.program import Paintrack, unwrapped

NAMED = re.compile(rf"paintrack (?:--db (?P<path>\S+|\"[^\"]*\"|'.*?') )?(?P<word>{'|'.join(COMMANDS)})\b(?P<rest>.*)")
# What is said in these needs no file, or is no command.
NO_FILE = re.compile(r"paintrack (?:help|demo|completion|\w+ --help)|(?:your|that|a) paintrack \w+")
TYPED = [
    "undo 3",
    "before 7",
    "log 5",
    "log 7 3",
    "after 7",
    "rate 5",
    "rate",
    "edit 1",
    "edit 1 7 3",
    "delete 9",
    "delete 1",
    "undo",
    "redo",
    "status",
    "list",
    "list --for hip",
    "trend",
    "trend --for hip",
    "plan",
    "plan set --goal 3",
    "effect bruise",
    "effect",
    "note hello --at yesterday 9am",
    "question why",
    "add 7 3",
    "bruise",
    "finish",
    "trend neck",
    "show 9",
    "points",
    "file",
    "remind",
    "backup copy.db",
    "conditions",
    "merge diary.db",
]


@pytest.mark.parametrize("name", ["diary.db", "my diary.db", "it's $one.db"])
@pytest.mark.parametrize("typed", TYPED)
def test_named_commands_are_for_the_file_that_was_typed(
    typed: str, name: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paintrack(["--db", name, *shlex.split("log 7 3 --for neck --at 2026-06-01")]).code == 0
    result = paintrack(["--db", name, *shlex.split(typed)])
    for line in f"{result.out}\n{result.err}".splitlines():
        for match in NAMED.finditer(NO_FILE.sub("", line)):
            words = shlex.split(match[0])
            assert words[words.index("--db") + 1] == name, line


@pytest.mark.parametrize("typed", TYPED)
def test_in_a_narrow_terminal_as_well(
    typed: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.chdir(tmp_path)
    assert paintrack("--db diary.db log 7 3 --for neck --at 2026-06-01").code == 0
    result = paintrack(f"--db diary.db {typed}")
    text = NO_FILE.sub("", unwrapped(f"{result.out}\n{result.err}"))
    assert re.findall(rf"paintrack (?:{'|'.join(COMMANDS)})\b(?![^:]* --db ).*", text) == []


def test_a_pasted_command_changes_the_same_file(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    path = tmp_path / "my diary.db"
    answer = paintrack(["--db", str(path), "before", "7", "--for", "neck"]).out
    undo = shlex.split(answer.partition("Wrong? paintrack ")[2])
    assert undo == ["--db", str(path), "undo"]
    assert paintrack(undo).code == 0
    assert not file.exists()
    assert paintrack(["--db", str(path), "list", "--json"]).json == []


@pytest.mark.parametrize("typed", ["--db diary.db {}", "--db=diary.db {}", "{} --db diary.db", "{} --db=diary.db"])
def test_the_option_counts_wherever_it_stands(
    typed: str, paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Wrong? paintrack --db diary.db undo" in paintrack(typed.format("rate 5")).out


def test_without_the_option_no_file_is_named(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    paintrack("--db other.db status")
    assert "--db" not in paintrack("rate 5").out
    monkeypatch.setenv("PAINTRACK_DB", str(file))
    assert "--db" not in paintrack("rate 5 --for neck --new").out
    assert "--db" not in paintrack(["note", "--", "--db", "x"]).out


def test_the_words_of_a_person_stay_as_they_are(paintrack: Paintrack, tmp_path: Path) -> None:
    path, text = str(tmp_path / "diary.db"), "see: paintrack undo"
    assert f"There is no command {text}." in paintrack(["--db", path, text]).err
    paintrack(["--db", path, "note", text])
    assert paintrack(["--db", path, "note", "--list", "--json"]).json[0]["text"] == text
    paintrack(["--db", path, "log", "7", "3", "--note", text])
    for shown in ("note --list", "list", "list --plain", "show n1", "show 1", "summary"):
        answer = paintrack(["--db", path, *shown.split()]).out
        assert text in answer or shown == "list"
        assert "undo" not in answer.replace(text, "")


@pytest.fixture
def full_page(paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A diary in `my diary.db` whose page leaves out sessions and the last of many points."""
    monkeypatch.chdir(tmp_path)
    for typed in (
        *(f"log 7 3 --for neck --at 2026-06-{day:02}" for day in range(1, 5)),
        "log 7 3 --for neck --at 2026-06-05 --points 'LI4 LR3 ST36 SP6 GB34 BL23 BL25 BL40 GV4 GV20'",
    ):
        assert paintrack(["--db", "my diary.db", *shlex.split(typed)]).code == 0


@pytest.mark.parametrize("columns", ["80", "40"])
@pytest.mark.parametrize("form", ["", "--plain", "--format markdown"])
def test_the_page_on_the_screen_names_the_file(
    columns: str, form: str, full_page: None, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    page = paintrack(["--db", "my diary.db", *shlex.split(f"summary --last 2 {form}")]).out
    # A voice says `option` for the two dashes.
    shown = unwrapped(page).replace("option ", "--")
    for command in ("summary", "list", "show ID"):
        assert f'paintrack --db "my diary.db" {command}' in shown
    assert shown.count("paintrack --db") == 3


@pytest.mark.parametrize("name", ["page.txt", "page.md", "page.html", "-"])
def test_a_page_for_others_does_not_name_the_file(
    name: str, full_page: None, paintrack: Paintrack, tmp_path: Path
) -> None:
    result = paintrack(["--db", "my diary.db", "summary", "--last", "2", "-o", name])
    assert result.code == 0
    page = result.out if name == "-" else (tmp_path / name).read_text("utf-8")
    assert "paintrack summary" in page.replace("\n", " ")
    assert "diary.db" not in page


def test_the_sentences_of_file_in_json_name_it_too(paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    paintrack(["--db", str(path), "log", "7", "3"])
    path.chmod(0o644)
    record = paintrack(["--db", str(path), "file", "--json"]).json
    assert (len(record["problems"]), len(record["notices"])) == (1, 1)
    for key in ("problems", "notices"):
        named = [line for line in record[key] if "paintrack " in line]
        assert all("paintrack --db " in line for line in named), named
    assert "paintrack --db " in record["notices"][0]

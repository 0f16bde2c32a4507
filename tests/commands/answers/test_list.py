"""The command `list`."""

import subprocess
import sys
from pathlib import Path

import pytest

from paintrack.model.serialization.csv_rows import KEYS
from tests.factories.courses import K1_AFTER, K1_BEFORE
from tests.program import PATIENCE_SECONDS, Clock, Paintrack, environment

GOLD = Path(__file__).parents[2] / "views" / "gold"


@pytest.fixture
def typed_k1(paintrack: Paintrack, clock: Clock) -> None:
    """The course K1, typed in as it happened."""
    scores = zip(K1_BEFORE, K1_AFTER, strict=True)
    clock.set("2026-07-06 14:00")
    for number, (before, after) in enumerate(scores, 1):
        assert (
            paintrack(f'before {before} --for "lower back" {"--side-effect bruise" if number == 2 else ""}').code == 0
        )
        if number == 3:
            clock.forward(days=1)
            assert paintrack(f"after {after} --session 3").code == 0
            clock.forward(days=-1)
        else:
            assert paintrack(f"after {after}").code == 0
        if number == 6:
            clock.set("2026-08-11 07:10")
            assert paintrack("rate 4").code == 0
            clock.set("2026-08-10 14:00")
        clock.forward(days=7)


@pytest.mark.parametrize(
    ("columns", "options", "gold"),
    [
        ("80", "", "k1-80"),
        ("80", "--ascii", "k1-80-ascii"),
        ("120", "", "k1-120"),
        ("40", "", "k1-40"),
        ("20", "", "k1-40"),
        ("40", "--ascii", "k1-40-ascii"),
        ("80", "--plain", "k1-plain"),
    ],
)
@pytest.mark.usefixtures("typed_k1")
def test_the_course_k1(
    paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, columns: str, options: str, gold: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = paintrack(f"list {options}")
    assert (result.code, result.err) == (0, "")
    assert result.out == (GOLD / f"list-{gold}.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("typed_k1")
def test_json_has_the_keys_of_the_csv_file(paintrack: Paintrack) -> None:
    rows = paintrack("list --json").json
    assert [*rows[0]] == [*KEYS]
    assert [row["kind"] for row in rows].count("session") == 10
    assert (rows[6]["kind"], rows[6]["score"], rows[6]["before"]) == ("reading", 4, None)


@pytest.mark.usefixtures("typed_k1")
def test_a_filter_says_what_it_leaves_out(paintrack: Paintrack) -> None:
    shown = paintrack("list --since 2026-08-11 --until 2026-08-24").out
    assert [line.split()[0] for line in shown.split("\n")[2:5]] == ["r1", "7", "8"]
    # The session before the reading is not shown, yet it was there.
    assert "next morning" in shown
    assert shown.endswith(
        "\n2 of 10 sessions, 1 of 1 reading: filtered by --since 2026-08-11 --until\n"
        "2026-08-24.   Details: paintrack show 8\n"
    )


def test_for_shows_one_condition_of_a_session_with_two(paintrack: Paintrack) -> None:
    paintrack('log 7 5 --for "lower back" --also neck=6:3')
    shown = paintrack("list --for NECK").out
    assert "lower back" not in shown
    assert shown.split("\n")[2].split() == ["1", "Mon", "6", "neck", "6", "3", "◄──●"]
    assert [(row["condition"], row["before"]) for row in paintrack("list --for neck --json").json] == [("neck", 6)]


@pytest.mark.parametrize("options", ["", "--plain", "--for neck"])
def test_nothing_saved_yet(paintrack: Paintrack, file: Path, options: str) -> None:
    result = paintrack(f"list {options}")
    assert (result.code, result.out, result.err) == (0, "Nothing saved yet. Start with: paintrack before 7\n", "")
    assert not file.parent.exists()


def test_nothing_saved_yet_as_json(paintrack: Paintrack) -> None:
    assert paintrack("list --json").json == []


def test_nothing_fits(paintrack: Paintrack) -> None:
    paintrack("log 7 5 --for neck")
    result = paintrack('list --for "lower back" --last 3')
    assert (result.code, result.out) == (
        0, 'No entry fits: --for "lower back" --last 3. All entries: paintrack list\n'
    )  # fmt: skip
    assert paintrack("list --for knee --json").json == []


@pytest.mark.parametrize("typed", ["--last 0", "--since yesterdai", "--since 2026-02-01 --until 2026-01-01"])
def test_a_filter_that_is_not_understood(paintrack: Paintrack, typed: str) -> None:
    result = paintrack(f"list {typed}")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("columns", ["40", "50", "80"])
def test_an_old_encoding_costs_marks_but_no_answer(paintrack: Paintrack, encoding: str, columns: str) -> None:
    paintrack(["log", "7", "5", "--for", "膝の痛み", "--side-effect", "käse " * 20])
    done = subprocess.run(
        [sys.executable, "-m", "paintrack", "list"],
        capture_output=True,
        env=environment(PYTHONIOENCODING=encoding, COLUMNS=columns),
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"7" in done.stdout
    assert b"..." not in done.stdout


@pytest.mark.usefixtures("typed_k1")
def test_newest_first(paintrack: Paintrack) -> None:
    paintrack('log 7 5 --for "lower back" --also neck=6:3')
    rows = [line.split() for line in paintrack("list --newest-first").out.splitlines()]
    assert rows[1][1:3] == ["September", "2026"]
    assert [row[0] for row in rows[2:5]] == ["11", "neck", "10"]
    assert rows[-1][-3:] == ["paintrack", "show", "11"]
    assert [row["uid"] for row in paintrack("list --json --newest-first").json][-1:] == [
        paintrack("list --json").json[0]["uid"]
    ]
    assert paintrack("list --plain --newest-first").out.splitlines()[1].startswith("Session 11, ")


def test_the_whole_note_is_in_the_list(paintrack: Paintrack) -> None:
    paintrack(["note", "started amitriptyline\n10 mg"])
    for options in ("", "--plain"):
        assert "started amitriptyline 10 mg" in paintrack(f"list {options}").out


def test_grep_finds_words_names_and_notes(paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--for", "lower back", "--note", "Slept badly"])
    paintrack(["log", "6", "3", "--for", "neck", "--with", "Dr Li"])
    paintrack(["note", "started amitriptyline 10 mg"])
    assert "filtered by --grep BADLY" in paintrack("list --grep BADLY").out
    assert [row["condition"] for row in paintrack(["list", "--grep", "dr li", "--json"]).json] == ["neck"]
    assert "n1" in paintrack("list --grep amitriptyline").out
    none = paintrack("list --grep mattress")
    assert (none.code, none.out) == (0, "No entry fits: --grep mattress. All entries: paintrack list\n")


def test_a_bare_word_is_led_to_grep(paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--for", "lower back"])
    assert "paintrack list --grep mattress" in paintrack("list mattress").err
    assert 'paintrack list --for "lower back"' in paintrack(["list", "lower back"]).err
    assert "paintrack list --grep" in paintrack("search mattress").err

"""The command `note`."""

import io
import re
import sys
from pathlib import Path

import pytest

from tests.factories.entries import HOSTILE
from tests.program import Paintrack, Result, is_one_sentence, unwrapped


def test_a_note_is_saved_for_the_page(paintrack: Paintrack) -> None:
    assert paintrack('note "started amitriptyline 10 mg"') == Result(
        0, "Saved note n1, Mon 6 Jul 2026. It will be on your page. Wrong? paintrack undo\n", ""
    )
    assert paintrack("note slept badly for a week --at 2026-07-01").out.startswith("Saved note n2, Wed 1 Jul 2026.")
    assert paintrack("show n2 --json").json["text"] == "slept badly for a week"


@pytest.mark.parametrize(("day", "is_older"), [("2026-04-13", False), ("2026-04-12", True), ("2019-01-31", True)])
def test_the_page_has_a_change_however_old_it_is(day: str, is_older: bool, paintrack: Paintrack) -> None:
    assert paintrack("log 8 5").code == 0
    out = paintrack(f"note started warfarin --at {day}").out
    assert "It will be on your page." in out
    for form in ("", "--plain", "--format markdown", "-o - --format html"):
        page = paintrack(f"summary {form}").out
        assert "started warfarin" in page
        assert ("1 older change, before this course" in page) is is_older


def test_a_private_note_stays_off_it(paintrack: Paintrack) -> None:
    result = paintrack("note lost the job --private")
    assert result.out == "Saved note n1, Mon 6 Jul 2026. It stays off your page. Wrong? paintrack undo\n"
    assert paintrack("show n1 --json").json["private"] is True
    assert "not on it: private" in paintrack("show n1").out
    assert paintrack("list").out.splitlines()[2].endswith("lost the job, private")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("note bruise gone after 5 days", 'effect bruise --outcome "gone after 5 days"'),
        ("note the dizziness has gone by noon", 'effect "the dizziness" --outcome "has gone by noon" --another'),
        ("note bruise gone --at 2026-07-05", 'effect bruise --outcome "gone, Sun 5 Jul 2026"'),
        ("note swollen bruise gone", ""),
        ("note bruise gone after 5 days --private", ""),
        ("note bruise on the arm", ""),
        ("note started amitriptyline, bruise gone", ""),
        ("note headache gone after 5 days", ""),
        ("note chest pain gone after a minute", ""),
        ("note new bed, pain is better", ""),
        ("note 'bruise gone\nnew bed'", ""),
    ],
)
def test_what_became_of_a_side_effect_can_go_with_it(typed: str, command: str, paintrack: Paintrack) -> None:
    assert "paintrack effect" not in paintrack("note bruise gone after 5 days").out
    assert paintrack("log 7 3 --for headache --side-effect bruise").code == 0
    out = unwrapped(paintrack(typed).out)
    hint = f" To save it with the side effect, too: paintrack {command} "
    assert out.startswith("Saved note n2, ")
    assert (hint in out, "paintrack effect" in out) == (bool(command), bool(command))
    if command:
        assert paintrack(command).code == 0
        outcomes = [each["outcome"] for each in paintrack("show 1 --json").json["side_effects"]]
        assert outcomes[-1] in command
        # It is said there now.
        assert "paintrack effect" not in paintrack(typed).out


def test_of_several_the_newest_gets_what_became_of_it(paintrack: Paintrack, wide_terminal: None) -> None:
    for day in (1, 2):
        paintrack(f"log 7 3 --side-effect bruise --at 2026-07-0{day}")
    line = paintrack("note bruise gone").out.partition("too: paintrack ")[2].splitlines()[0].partition(" Wrong?")[0]
    assert paintrack(line).out.startswith("Saved with session 2, Thu 2 Jul 2026: ")


def test_a_dash_reads_standard_input(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("first line\nsecond\n"))
    result = paintrack("note - --json")
    assert result.json["text"] == "first line\nsecond"
    assert result.json["id"] == "n1"
    assert set(result.json) >= {"id", "kind", "uid", "at", "text", "private", "entered", "edited"}
    assert paintrack("list").out.splitlines()[2].endswith("  first line second")
    assert paintrack("note --list").out == "  n1  Mon 6 Jul 2026: first line second\n"


@pytest.mark.parametrize("typed", ["note", 'note "  "', "note --private"])
def test_an_empty_note_is_refused(typed: str, paintrack: Paintrack, file: Path) -> None:
    result = paintrack(typed)
    assert (result.code, result.out) == (2, "")
    assert result.err == "The note is empty: paintrack note TEXT, or - to read it. Nothing saved.\n"
    assert is_one_sentence(result.err)
    assert not file.exists()


def test_a_control_character_is_refused(paintrack: Paintrack, file: Path) -> None:
    result = paintrack(["note", "a\x1b[31mb"])
    assert (result.code, result.err) == (2, "The note holds a control character (U+001B). Nothing saved.\n")
    assert not file.exists()


def test_the_list(paintrack: Paintrack, file: Path) -> None:
    assert paintrack("note --list") == Result(0, "None recorded yet.\n", "")
    assert paintrack("note --list --json").json == []
    assert not file.exists()
    paintrack("note second --at 2026-07-05")
    paintrack("note first --at 2026-07-01 --private")
    assert paintrack("note --list").out == ("  n2  Wed 1 Jul 2026: first (private)\n  n1  Sun 5 Jul 2026: second\n")
    assert [note["text"] for note in paintrack("note --list --json").json] == ["first", "second"]


def test_it_is_shown_edited_deleted_and_taken_back(paintrack: Paintrack) -> None:
    paintrack("note new mattress")
    assert paintrack("show n1").out.splitlines()[1] == "Text          new mattress"
    assert paintrack("edit n1 --at 2026-07-01").code == 0
    assert paintrack("undo").out.startswith("Taken back: the change of note n1, new mattress.")
    assert paintrack("redo").code == 0
    assert paintrack("show n1 --json").json["at"].startswith("2026-07-01")
    assert paintrack("delete n1 --yes").code == 0
    assert paintrack("show n1").err == "Note n1 was deleted. Undo takes back the newest change first.\n"
    assert paintrack("undo").code == 0
    assert "new mattress" in paintrack("list").out
    assert paintrack("edit n1 --after 3").code == 2
    assert paintrack("edit n1 --cost 3").code == 2


def test_numbers_are_never_given_twice(paintrack: Paintrack) -> None:
    paintrack("note one")
    paintrack("undo")
    assert paintrack("note two").out.startswith("Saved note n2,")


def test_quiet_says_nothing(paintrack: Paintrack) -> None:
    assert paintrack("note one --quiet") == Result(0, "", "")
    assert "one" in paintrack("note --list").out


def test_a_note_is_in_the_plain_list_with_its_kind_once(paintrack: Paintrack) -> None:
    paintrack("note new mattress")
    assert paintrack("list --plain").out.splitlines()[0] == "Note n1, Monday 6 July 2026, new mattress."


def test_what_steers_a_terminal_is_shown_visibly(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paintrack("log 8 5").code == 0
    assert paintrack(["note", HOSTILE]).code == 0
    for columns in ("40", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        for typed in ("list", "list --plain", "note --list", "show n1", "trend", "trend --plain"):
            result = paintrack(typed)
            assert not re.search(r"[\u202a-\u202e\u2066-\u2069]", result.out + result.err), typed
            assert r"a\u202eb" in result.out, typed
    assert "\u202e" not in paintrack("undo").out


@pytest.mark.parametrize("typed", ["note new bed", "peg 6 7 5", "overall better"])
def test_list_as_a_word_means_the_option(typed: str, paintrack: Paintrack) -> None:
    paintrack(typed)
    word = typed.split()[0]
    assert paintrack(f"{word} list") == paintrack(f"{word} --list")
    assert len(paintrack(f"{word} list --json").json) == 1
    assert paintrack(f"{word} list --at yesterday").code == 2


@pytest.mark.parametrize("command", ["note -", "rate 3 --note -", "import -"])
def test_a_terminal_is_told_what_is_waited_for(
    command: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"new pillow\n"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert "Waiting for" not in paintrack(f"{command} --no-input").err
    stdin = io.TextIOWrapper(io.BytesIO(b"new pillow\n"), encoding="utf-8")
    monkeypatch.setattr(stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", stdin)
    assert "To end it, on a new line: Ctrl-D." in paintrack(f"{command} --no-input").err

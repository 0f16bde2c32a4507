"""A command line that lacks its id, a value or a command, or has a score too many: what to type, from the diary."""

import re
from pathlib import Path

import pytest

from tests.program import Paintrack, unwrapped


@pytest.mark.parametrize("command", ["show", "edit", "delete"])
def test_a_missing_id_is_asked_for_with_one_of_the_diary(command: str, paintrack: Paintrack) -> None:
    for entry, label in (("note hello you", "n1"), ("rate 5 --for knee", "r1"), ("log 7 3 --for knee", "1")):
        assert paintrack(entry).code == 0
        refused = paintrack(command)
        assert refused.code == 2
        example = refused.err.partition("Which entry? As in: paintrack ")[2].partition(". ")[0]
        assert example.startswith(f"{command} {label}")
        assert refused.err.endswith("The ids: paintrack list\n")
        example = example.replace("TEXT", "'hello all'")
        again = [example, "--yes"] if command == "delete" else [example]
        assert paintrack(" ".join(again)).code == 0
        assert command != "delete" or paintrack("undo").code == 0


@pytest.mark.parametrize("command", ["show", "edit", "delete"])
def test_an_empty_diary_has_no_entry_to_name(command: str, paintrack: Paintrack) -> None:
    refused = paintrack(command)
    assert (refused.code, "There is no entry yet." in refused.err) == (1, True)


def test_a_session_with_two_conditions_is_corrected_in_one(paintrack: Paintrack) -> None:
    paintrack('log 7 3 --for "lower back" --also knee=5:4')
    assert 'As in: paintrack edit 1 --after 4 --for "lower back".' in paintrack("edit").err


@pytest.mark.parametrize("typed", ["--db", "status --db", "log 7 3 --db", "log 7 --db"])
def test_the_option_for_the_file_needs_a_path(typed: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert (refused.code, refused.err.partition("~")[0]) == (2, "--db names no file. Give a path such as ")


@pytest.mark.parametrize("typed", ["-o", "-o page.html", "--force", "--yes"])
def test_an_option_without_a_command_leads_to_all_commands(typed: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert refused.code == 2
    assert refused.err == f"{typed.split()[0]} is not an option of paintrack alone. Help: paintrack --help\n"


@pytest.mark.parametrize("typed", ["log 7 3 4", "log 7 3 4 neck", "log 7 3 4 --for neck"])
def test_no_score_too_many_is_left_out_silently(typed: str, paintrack: Paintrack) -> None:
    refused = unwrapped(paintrack(typed).err)
    assert "two scores, before and after. As in: paintrack log 7 3. And how it is later: paintrack rate 4." in refused


def test_each_course_can_be_named_in_words(paintrack: Paintrack) -> None:
    words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    for number, word in enumerate([*words, "eleventh", "twelfth"], 1):
        assert paintrack(f"trend --course {word}").err == f"Did you mean: paintrack trend --course {number}\n"


def test_no_placeholder_is_saved_as_it_stands(paintrack: Paintrack, file: Path) -> None:
    for entry in ("log 7 3 --for knee --with 'Dr Li'", "question why"):
        assert paintrack(entry).code == 0
    before = file.read_bytes()
    for typed in (
        "conditions rename knee NAME",
        "conditions rename knee NEW",
        "practitioners rename 'Dr Li' 'NEW NAME'",
        "note TEXT",
        "question TEXT",
        "effect TEXT",
        "rate SCORE",
        "rate 5 --for NAME",
        "rate 5 --for=NAME",
        "rate 5 --also NAME=4",
        "before 7 --also neck=SCORE",
        "edit last --note TEXT",
        "log BEFORE AFTER",
        "config set name VALUE",
        "list --grep TEXT",
        "plan set --goal SCORE",
    ):
        refused = paintrack(typed)
        assert (refused.code, refused.out) == (2, ""), typed
        assert re.match(r"[A-Z ]+ stands for .*: type (?:that|yours) in its place\.", refused.err), typed
    assert file.read_bytes() == before
    # Behind -- and in small letters they are words like all others.
    assert paintrack("note -- NEW").code == paintrack("rate 5 --for name").code == 0


@pytest.mark.parametrize("typed", ["log 7- --for migraine", "7- --for migraine"])
def test_a_score_that_the_shell_took_is_asked_for(typed: str, paintrack: Paintrack, wide_terminal: None) -> None:
    """`log 7->3`: the program sees `7-` alone."""
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert "7- is what a shell leaves of 7->3" in refused.err
    assert "paintrack log 7 AFTER --for migraine" in refused.err


def test_a_decimal_comma_in_an_amount_is_named(paintrack: Paintrack) -> None:
    refused = paintrack("log 7 3 --cost 65,00")
    assert "The decimals of an amount stand behind a point, not a comma. Did you mean:" in unwrapped(refused.err)
    assert "comma" not in paintrack("log 7 3 neck --cost 65").err

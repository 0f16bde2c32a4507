"""A filter by a name that is not recorded: every command says so, and names the one that may be meant."""

from pathlib import Path

import pytest

from tests.program import Paintrack, TypeHistory

LISTINGS = [
    "list", "list --json", "export -", "export - --format json", "costs", "costs --visits", "costs --json",
    "compare", "compare --by point", "trend", "trend --json", "summary", "summary --format json",
]  # fmt: skip


@pytest.fixture(autouse=True)
def two_visits(type_history: TypeHistory) -> None:
    type_history(
        "log 7 3 --for migraine --with 'Dr Li' --cost 80 --at 2026-06-01", "log 6 3 --for 'lower back' --points LI4"
    )


@pytest.mark.parametrize("command", LISTINGS)
@pytest.mark.parametrize(
    ("option", "name", "sentence"),
    [
        ("--for", "migrane", "Nothing is recorded for migrane. Did you mean migraine?\n"),
        ("--for", "lowr back", "Nothing is recorded for lowr back. Did you mean lower back?\n"),
        ("--with", "Dr. Li", "Nothing is recorded with Dr. Li. Did you mean Dr Li?\n"),
        ("--for", "mig", "Nothing is recorded for mig. Did you mean migraine?\n"),
        ("--for", "back", "Nothing is recorded for back. Did you mean lower back?\n"),
        ("--with", "li", "Nothing is recorded with li. Did you mean Dr Li?\n"),
        ("--with", "Wolf", "Nothing is recorded with Wolf. Recorded are: Dr Li.\n"),
    ],
)
def test_the_name_that_may_be_meant_is_said(
    command: str, option: str, name: str, sentence: str, paintrack: Paintrack
) -> None:
    result = paintrack([*command.split(), option, name])
    assert (result.code, result.err.count(sentence)) == (0, 1)
    # It is no confirmation: a script without it would take an empty answer for a full one.
    assert sentence in paintrack(["-q", *command.split(), option, name]).err


def test_what_answers_with_an_empty_table_says_why(paintrack: Paintrack) -> None:
    assert (
        paintrack("export - --for knee").err == "Nothing is recorded for knee. Recorded are: lower back and migraine.\n"
    )
    # The others say it in their answer.
    assert paintrack("list --for knee").err == ""


@pytest.mark.parametrize("command", LISTINGS)
def test_a_recorded_name_says_nothing(command: str, paintrack: Paintrack) -> None:
    for typed in (["--for", "Migraine"], ["--for", "lower  back"], ["--with", "dr li"], []):
        assert "Nothing is recorded" not in paintrack([*command.split(), *typed]).err


@pytest.mark.parametrize("command", ["plan", "plan end"])
def test_a_plan_is_looked_for_by_the_name_that_is_meant(command: str, paintrack: Paintrack) -> None:
    paintrack("plan set --for migraine --goal 3")
    result = paintrack([*command.split(), "--for", "migrane"])
    assert "Nothing is recorded for migrane. Did you mean migraine?\n" in result.err


def test_what_may_be_meant_is_said_once(paintrack: Paintrack) -> None:
    for command in ("trend", "plan", "compare", "summary"):
        assert paintrack(f"{command} --for mig").out == f"See one: paintrack {command} --for migraine\n"
        assert paintrack(f"{command} --for back").out == f'See one: paintrack {command} --for "lower back"\n'
    assert paintrack("trend --for 'lower back, migraine'").out == (
        'See one:\n  paintrack trend --for "lower back"\n  paintrack trend --for migraine\n'
    )


def test_a_page_of_an_unknown_name_does_not_blame_the_days(paintrack: Paintrack) -> None:
    unknown = "No session or reading{} is recorded. The names: paintrack {}\n".format
    assert paintrack("summary --with Wolf").out == unknown(" with Wolf", "practitioners")
    assert paintrack("summary --for knee").out == unknown(" of knee", "conditions")
    assert "falls into the period" in paintrack("summary --with 'Dr Li' --since 2026-07-01").out


def test_a_file_that_holds_nothing_is_not_written(paintrack: Paintrack, tmp_path: Path) -> None:
    refused = paintrack(["export", str(tmp_path / "out.csv"), "--for", "migrane"])
    assert refused.code == 1
    assert "Did you mean migraine?" in refused.err
    assert not (tmp_path / "out.csv").exists()


def test_an_empty_diary_has_no_names(paintrack: Paintrack, tmp_path: Path) -> None:
    empty = paintrack(["--db", str(tmp_path / "new.db"), "list", "--for", "migrane"])
    assert (empty.code, empty.err) == (0, "")

"""`conditions` and `practitioners`: what there is, and one name for one thing in every entry."""

import shlex
from pathlib import Path

import pytest

from paintrack.model.selection import Selection
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.views.text_layout import width_of
from tests.commands.exports import entries
from tests.program import Clock, Paintrack, Result, unwrapped


@pytest.fixture
def diary(paintrack: Paintrack, clock: Clock) -> Paintrack:
    """Two conditions, of which session 3 rates both; a plan, a month of 0, two practitioners."""
    for typed in (
        "log 7 3 --at 2026-06-01 --with Li",
        "log 6 3 --at 2026-06-08 --with Li --note x",
        "log 6 2 --also neck=5:4 --at 2026-06-15 --with 'Dr Leo'",
        "rate 4 --at 2026-06-16",
        "plan set --goal 3",
        "rate 0 --rest-of may",
        "rate 4 --for neck --at 2026-06-20",
    ):
        assert paintrack(typed).code == 0, typed
    return paintrack


def test_conditions_and_practitioners_are_listed(diary: Paintrack) -> None:
    assert diary("conditions") == Result(
        0,
        "condition  recorded                                        from, to\n"
        "pain       3 sessions, 1 reading, 1 plan and 1 month of 0  1 Jun to 16 Jun 2026\n"
        "neck       1 session and 1 reading                         15 Jun to 20 Jun 2026\n",
        "",
    )
    assert diary("practitioners").out == (
        "practitioner  recorded    from, to\n"
        "Li            2 sessions  1 Jun to 8 Jun 2026\n"
        "Dr Leo        1 session   15 Jun 2026\n"
    )
    assert diary("practitioners --plain").out.splitlines()[0] == "Li: 2 sessions, 1 June to 8 June 2026."
    assert diary("practitioners --json").json == [
        {"practitioner": "Li", "sessions": 2, "first": "2026-06-01", "last": "2026-06-08"},
        {"practitioner": "Dr Leo", "sessions": 1, "first": "2026-06-15", "last": "2026-06-15"},
    ]
    assert diary("conditions --json").json[0] == {
        "condition": "pain", "sessions": 3, "readings": 1, "plans": 1, "zero_months": 1,
        "first": "2026-06-01", "last": "2026-06-16",
    }  # fmt: skip


def test_narrow_and_without_names(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    assert paintrack("conditions").out == 'No condition yet. Name one: paintrack log 7 3 --for "lower back"\n'
    assert paintrack("practitioners").out == 'No practitioner yet. Name one: paintrack log 7 3 --with "Dr Li"\n'
    assert not file.exists()
    monkeypatch.setenv("COLUMNS", "40")
    paintrack("log 7 3 --for 'the whole of the lower back and more of it' --with 'Dr Li'")
    for typed in ("conditions", "practitioners", "conditions rename 'the whole of the lower back and more of it' b"):
        assert max(map(width_of, paintrack(typed).out.splitlines())) <= 40


def test_a_new_name_stands_everywhere(diary: Paintrack) -> None:
    before = entries(diary)
    assert diary("conditions rename pain 'lower back'") == Result(
        0,
        "pain is now lower back: 3 sessions, 1 reading, 1 plan and 1 month of 0.\n  Wrong? paintrack undo\n",
        "",
    )
    assert [each["condition"] for each in diary("conditions --json").json] == ["lower back", "neck"]
    after = entries(diary)
    assert diary("undo").out.startswith("Taken back: the renaming of pain to lower back.")
    assert entries(diary) == before
    assert diary("redo").code == 0
    assert entries(diary) == after


def test_a_rating_keeps_its_key(diary: Paintrack, file: Path) -> None:
    with open_reader(file) as reader:
        former = [each.identity for session in reader.sessions(Selection()) for each in session.ratings]
    diary("conditions rename pain 'lower back'")
    with open_reader(file) as reader:
        assert [each.identity for session in reader.sessions(Selection()) for each in session.ratings] == former


def test_a_practitioner_gets_another_name(diary: Paintrack) -> None:
    before = entries(diary)
    assert diary("practitioners rename li 'Dr Li'").out == "Li is now Dr Li: 2 sessions. Wrong? paintrack undo\n"
    assert [each["practitioner"] for each in diary("practitioners --json").json] == ["Dr Li", "Dr Leo"]
    diary("undo")
    assert entries(diary) == before


def test_only_the_case_is_a_new_name_too(diary: Paintrack) -> None:
    assert (
        diary("conditions rename neck NECK").out == "neck is now NECK: 1 session and 1 reading. Wrong? paintrack undo\n"
    )
    assert diary("conditions rename neck NECK").out == "Nothing to change: NECK is its name already.\n"
    assert diary("undo").out.startswith("Taken back: the renaming of neck to NECK.")


def test_two_that_are_recorded_are_asked_about(diary: Paintrack) -> None:
    diary("delete 3 --yes")
    refused = diary("conditions rename neck Pain")
    assert refused == Result(
        2,
        "",
        "pain (2 sessions, 1 reading, 1 plan and 1 month of 0) and neck (1 reading) are both recorded and were not "
        "made one: confirm with --yes.\n",
    )
    assert diary("conditions rename neck Pain --yes").out == (
        "neck is now part of pain: 1 reading. Wrong? paintrack undo\n"
    )
    assert [each["condition"] for each in diary("conditions --json").json] == ["pain"]
    assert diary("conditions rename pain neck").code == 0


def test_two_plans_of_one_condition_are_named(diary: Paintrack) -> None:
    diary("delete 3 --yes")
    diary("plan set --for neck --goal 2")
    result = diary("conditions rename neck pain --yes").out
    assert "It has 2 plans now; end the newest: paintrack plan end --for pain." in unwrapped(result)


def test_a_session_that_rates_both_is_named(diary: Paintrack) -> None:
    before = entries(diary)
    result = diary("conditions rename neck pain --yes")
    assert result == Result(
        2,
        "",
        "Nothing was changed. Session 3 rates both neck and pain. Take one of the two out first: "
        "paintrack edit 3 --for neck --clear before --clear after\n",
    )
    assert entries(diary) == before
    assert diary(shlex.split(result.err.partition(": paintrack ")[2])).code == 0
    assert diary("conditions rename neck pain --yes").code == 0


def test_a_name_that_is_not_there(diary: Paintrack, paintrack: Paintrack) -> None:
    assert diary("conditions rename nek shoulder") == Result(
        1, "", "There is no condition nek. Did you mean neck? Nothing was changed.\n"
    )
    assert diary("practitioners rename Smith Jones").err == (
        "There is no practitioner Smith. Recorded are: Li and Dr Leo. Nothing was changed.\n"
    )


MEANT = "Did you mean: paintrack"
FORM = 'It takes nothing, or rename with two names: paintrack conditions rename "OLD NAME" "NEW NAME"'


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("conditions rename pain lower back", f'{MEANT} conditions rename pain "lower back"'),
        ("practitioners rename Dr Leo Dr Lee", f'{MEANT} practitioners rename "Dr Leo" "Dr Lee"'),
        ("conditions rename a b c", FORM),
        ("conditions rename pain", f"{MEANT} conditions rename pain NAME"),
        ("conditions neck", f"{MEANT} list --for neck"),
        ("conditions knee", FORM),
        ("conditions rename pain hip knee --yes", f'{MEANT} conditions rename pain "hip knee" --yes'),
    ],
)
def test_what_is_typed_otherwise_is_led_right(typed: str, refusal: str, diary: Paintrack) -> None:
    assert diary(typed) == Result(2, "", f"Nothing was changed. {refusal}\n")


def test_a_new_name_much_like_another(diary: Paintrack) -> None:
    for day in (22, 23, 24):
        diary(f"log 5 4 --for migraine --at 2026-06-{day}")
    result = diary("conditions rename neck migrane")
    assert result.err == (
        "Nothing was changed. migrane is new, and much like migraine.\n"
        "  To use the old name: paintrack conditions rename neck migraine --yes\n"
        "  To save a new one: paintrack conditions rename neck migrane --new\n"
    )
    assert diary("conditions rename neck migrane --new").code == 0
    assert diary("conditions").err == (
        "migrane is much like migraine. If they are one: paintrack conditions rename migrane migraine\n"
    )
    assert diary("conditions rename migrane migraine --yes").code == 0
    assert diary("conditions").err == ""


def test_a_serious_new_name_gets_the_advice(diary: Paintrack) -> None:
    assert diary("conditions rename pain 'chest pain'").err.startswith("THIS CAN BE AN EMERGENCY.")
    assert diary("conditions rename 'chest pain' heart").err == ""

"""A correction changes only what is given."""

from typing import Any

import pytest

from paintrack.views.text_layout import width_of
from tests.program import Clock, Paintrack, Result, unwrapped


@pytest.fixture
def stored(paintrack: Paintrack, clock: Clock) -> dict[str, Any]:
    """Session 1 with two conditions and everything, reading r1."""
    paintrack(
        'log 7 3 --for "lower back" --also neck=6:4 --with "Dr Li" --points LI4 --technique manual --cost 85'
        " --covered 60 --side-effect bruise --note tired"
    )
    paintrack("rate 5 --note 'in bed'")
    clock.forward(minutes=10)
    shown_entry: dict[str, Any] = paintrack("show 1 --json").json
    return shown_entry


def changed(paintrack: Paintrack, before: dict[str, Any]) -> dict[str, Any]:
    """What differs in session 1 now, without `edited`."""
    after = paintrack("show 1 --json").json
    assert after["edited"] > before["edited"]
    return {name: value for name, value in after.items() if value != before[name] and name != "edited"}


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("--note 'slept well'", "note", "slept well"),
        ("--with 'Dr Wu'", "practitioner", "Dr Wu"),
        ("--points ub40,SP6", "points", ["BL40", "SP6"]),
        ("--technique moxa", "technique", "moxibustion"),
        ("--cost 92.5", "cost", 92.5),
        ("--covered 0", "covered", 0),
        ("--clear note", "note", None),
        ("--clear points", "points", []),
        ("--clear cost", "cost", None),
        ("--clear side-effects", "side_effects", []),
        ("--clear with", "practitioner", None),
    ],
)
def test_only_what_is_given_changes(
    typed: str, field: str, value: object, paintrack: Paintrack, stored: dict[str, Any]
) -> None:
    result = paintrack(f"edit 1 {typed}")
    assert (result.code, result.err) == (0, "")
    assert changed(paintrack, stored) == {field: value}


def test_side_effects_are_added(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    paintrack("edit 1 --side-effect drowsy")
    assert [each["kind"] for each in changed(paintrack, stored)["side_effects"]] == ["bruise_bleeding", "drowsy"]


def test_one_of_several_side_effects_is_removed(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise --side-effect drowsy --side-effect 'odd, itchy taste'")
    assert paintrack("edit 1 --clear side-effect=bruise").out == (
        "Changed session 1: side effect bruise removed. Wrong? paintrack undo\n"
    )
    left = [each["words"] or each["kind"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert left == ["drowsy", "odd, itchy taste"]
    paintrack("undo")
    assert len(paintrack("show 1 --json").json["side_effects"]) == 3
    # What is given goes in with it: bruise was typed for dizzy.
    assert (
        paintrack("edit 1 --clear 'side effect=odd, itchy taste' --clear side-effect=bruise --side-effect dizzy").code
        == 0
    )
    left = [each["kind"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert left == ["drowsy", "dizzy_nausea_sweat"]


def test_of_two_of_a_kind_the_newest_goes(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise")
    assert paintrack("effect bruise --another --outcome 'gone soon'").code == 0
    assert paintrack("edit 1 --clear side-effect=bruise").code == 0
    (left,) = paintrack("show 1 --json").json["side_effects"]
    assert left["outcome"] is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "edit 1 --clear side-effect=dizzy",
            (
                "Session 1 has no side effect dizzy.\n  paintrack edit 1 --clear side-effect=bruise\n"
                '  paintrack edit 1 --clear "side-effect=odd taste"\n'
            ),
        ),
        ("edit 1 --clear bruise", "To remove one side effect: --clear side-effect=bruise.\n"),
        ("edit r1 --clear side-effect=bruise", "A reading has no side-effects to clear.\n"),
        ("edit n1 --clear side-effect=bruise", "Note n1 has no side effects to correct.\n"),
    ],
)
def test_a_side_effect_that_is_not_there(typed: str, sentence: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --side-effect bruise --side-effect 'odd taste'")
    paintrack("rate 5")
    paintrack("note tired")
    result = paintrack(typed)
    assert (result.code, result.out, result.err.replace("Nothing saved.", "").strip()) == (2, "", sentence.strip())


def test_the_condition_selects_the_rating(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    assert paintrack("edit 1 --for NECK --after 0") == Result(
        0, "Changed session 1: neck 6 -> 0 (6 lower). Wrong? paintrack undo\n", ""
    )
    first, second = changed(paintrack, stored)["ratings"]
    assert first == stored["ratings"][0]
    assert (second["before"], second["after"], second["after_entered"]) == (6, 0, "2026-07-06T12:12:00.000000Z")


def test_with_two_conditions_it_must_be_said_which(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    assert paintrack("edit 1 --after 2") == Result(
        2,
        "",
        "Nothing saved. Session 1 rates lower back and neck: say which with --for.\n"
        '  paintrack edit 1 --after 2 --for "lower back"\n'
        "  paintrack edit 1 --after 2 --for neck\n",
    )


def test_a_condition_is_renamed_in_this_session_only(paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("log 6 2")
    assert paintrack("edit 2 --rename-for 'lower back'").out == (
        "Changed session 2: pain is now lower back. Wrong? paintrack undo\n"
    )
    assert paintrack("show 1 --json").json["ratings"][0]["condition"] == "pain"
    assert paintrack("show 2 --json").json["ratings"][0]["condition"] == "lower back"


def test_a_rename_takes_the_spelling_that_is_known(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'Lower Back'")
    paintrack("log 6 2 --for pain")
    paintrack("edit 2 --rename-for 'lower  back'")
    assert paintrack("show 2 --json").json["ratings"][0]["condition"] in ("Lower Back", "lower back")


def test_the_time_is_corrected(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    result = paintrack("edit 1 --at '2026-07-05 09:15'")
    assert result.out == "Changed session 1: its time is Sun 5 Jul 2026 09:15. Wrong? paintrack undo\n"
    assert changed(paintrack, stored) == {"at": "2026-07-05T09:15:00+02:00"}


def test_a_reading_is_corrected(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    assert paintrack("edit r1 --score 0 --note 'at work'").code == 0
    reading = paintrack("show r1 --json").json
    assert (reading["score"], reading["note"]) == (0, "at work")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "edit 1",
            (
                'Nothing saved. Say what to change: paintrack edit 1 --after 4 --for "lower back". All options: '
                "paintrack edit --help"
            ),
        ),
        (
            "edit 1 --for neck",
            (
                "Nothing saved. Say what to change: paintrack edit 1 --for neck --after 4. "
                "All options: paintrack edit --help"
            ),
        ),
        (
            "edit 1 --for knee",
            "Nothing saved. To add a score to it: paintrack edit 1 --for knee --after 4",
        ),
        (
            "edit 1 5",
            (
                'Nothing saved. Did you mean one of these?\n  paintrack edit 1 --before 5 --for "lower back"\n'
                '  paintrack edit 1 --after 5 --for "lower back"'
            ),
        ),
        (
            "edit r1 --for 'left knee'",
            'Nothing saved. To change what it rates: paintrack edit r1 --rename-for "left knee"',
        ),
        (
            "edit r1 --for 'lower back'",
            "Nothing saved. Say what to change: paintrack edit r1 --score 4. All options: paintrack edit --help",
        ),
        (
            "edit r1",
            "Nothing saved. Say what to change: paintrack edit r1 --score 4. All options: paintrack edit --help",
        ),
        (
            "edit last reading",
            (
                "Nothing saved. Say what to change: paintrack edit last reading --score 4. "
                "All options: paintrack edit --help"
            ),
        ),
        (
            "edit 1 --for 'lowr back' --after 4",
            (
                "Nothing saved. lowr back is new, and much like lower back.\n"
                '  To use the old name: paintrack edit 1 --for "lower back" --after 4\n'
                '  To save a new one: paintrack edit 1 --for "lowr back" --after 4 --new'
            ),
        ),
        ("edit 1 --score 3", "1 is a session: its scores are --before and --after. Nothing saved."),
        ("edit r1 --after 3", "r1 is a reading: it has one score, --score. Nothing saved."),
        ("edit r1 --cost 3", "r1 is a reading: it has a score, a time, what was taken and a note. Nothing saved."),
        (
            "edit r1 --with 'Dr Wu'",
            "r1 is a reading: it has a score, a time, what was taken and a note. Nothing saved.",
        ),
        ("edit r1 --clear cost", "A reading has no cost to clear. Nothing saved."),
        ("edit 1 --for knee --clear after", "Session 1 does not rate knee. Nothing saved."),
        ("edit 1 --for neck --rename-for 'lower back'", "Session 1 rates lower back already. Nothing saved."),
        (
            "edit 1 --for neck --after 7,5",
            "Nothing saved. Did you mean: paintrack edit 1 --for neck --after 7.5",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(
    typed: str, sentence: str, paintrack: Paintrack, stored: dict[str, Any]
) -> None:
    assert paintrack(typed) == Result(2, "", f"{sentence}\n")
    assert paintrack("show 1 --json").json == stored


def test_also_is_refused(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    result = paintrack("edit 1 --also knee=3:2")
    meant = "Nothing saved. Did you mean: paintrack edit 1 --for knee --before 3 --after 2\n"
    assert (result.code, result.err) == (2, meant)


def test_the_same_value_again_is_no_change(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --note tired")
    for typed in ("edit 1 --after 3", "edit 1 --rename-for pain", "edit 1 --note tired"):
        result = paintrack(typed)
        assert result.code == 0
        assert "Changed session 1: Wrong?" not in result.out
    assert paintrack("undo").out.startswith("Taken back: session 1")


def test_a_score_is_added_where_it_was_missing(paintrack: Paintrack) -> None:
    paintrack("before 7")
    assert paintrack("edit 1 --after 3").out == "Changed session 1: pain 7 -> 3 (4 lower). Wrong? paintrack undo\n"
    assert paintrack("after 2").code == 1


def test_a_condition_that_the_session_lacked_is_added(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    assert paintrack("edit 1 --for knee --after 3") == Result(
        0,
        "Changed session 1: knee added: 3 after.\n  0 = none, 10 = worst imaginable.\n  Wrong? paintrack undo\n",
        "",
    )
    assert [each["condition"] for each in paintrack("show 1 --json").json["ratings"]] == ["lower back", "neck", "knee"]
    paintrack("undo")
    assert paintrack("show 1 --json").json["ratings"] == stored["ratings"]


def test_urgent_advice_comes_first(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    for typed in ("edit 1", "edit 99", "edit r1", "edit 1 --also x=1", "edit 1 --bogus"):
        assert paintrack(f"{typed} --side-effect 'chest pain'").err.startswith("THIS CAN BE AN EMERGENCY.")


def test_json_is_the_stored_entry(paintrack: Paintrack, stored: dict[str, Any]) -> None:
    assert paintrack("edit 1 --note x --json").json == paintrack("show 1 --json").json


@pytest.mark.parametrize(
    "typed",
    ["edit 1 --note x --cost 3 --points LI4,ST36,my-special-point --with 'Dr Wu' --side-effect drowsy",
     "edit 1 --for neck --rename-for 'right shoulder blade and the upper arm'"],
)  # fmt: skip
def test_forty_columns(
    typed: str, paintrack: Paintrack, stored: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    result = paintrack(typed)
    assert result.code == 0
    assert max(map(width_of, result.out.splitlines())) <= 40


def test_the_help_offers_what_edit_takes(paintrack: Paintrack) -> None:
    text = unwrapped(paintrack("edit --help").out)
    assert "--also" not in text
    assert "Default: now" not in text
    assert "--for CONDITION Which rating of the session:" in text
    # What an existing plan keeps is no default of now.
    assert "Default: now" not in unwrapped(paintrack("plan --help").out)


@pytest.mark.parametrize("points", ["+BL23", "-LI4", "ST36, + BL23", "-hegu"])
def test_no_sign_adds_a_point_or_removes_one(points: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --points LI4,SP6")
    for command in (["edit", "1"], ["log", "7", "3", "--at", "yesterday"]):
        refused = paintrack([*command, f"--points={points}"])
        assert (refused.code, refused.out) == (2, "")
        assert "Type all points of the session, such as LI4,ST36." in unwrapped(refused.err)
    assert "LI4 Hegu" in paintrack("show 1").out


def test_points_are_replaced_and_side_effects_are_added(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3 --points LI4 --side-effect bruise")
    changed = paintrack("edit 1 --points ST36 --side-effect dizzy")
    assert "points are now ST36; side effect dizzy (dizzy or sick) added." in changed.out
    paintrack("edit 1 --side-effect tired --clear side-effects")
    assert [each["kind"] for each in paintrack("show 1 --json").json["side_effects"]] == ["headache_fatigue"]
    described = unwrapped(paintrack("edit --help").out)
    assert "--side-effect adds one; with --clear side-effects it replaces all." in described


@pytest.mark.parametrize("typed", ["2 jul", "yesterday", "2026-07-02"])
def test_a_day_alone_says_that_the_time_is_dropped(typed: str, paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3 --at '1 jul 10:00'")
    paintrack("note 'new bed' --at '1 jul 10:00'")
    for label in ("1", "n1"):
        answer = paintrack(f"edit {label} --at '{typed}'").out
        assert "10:00 is dropped. To keep it: paintrack edit " in answer
        command = answer.partition("To keep it: paintrack ")[2].partition("\n")[0]
        assert "10:00" in paintrack(command).out
        assert "dropped" not in paintrack(f"edit {label} --at '{typed} 9am'").out
    paintrack("log 6 3 --at '3 jul'")
    assert "dropped" not in paintrack("edit 2 --at '4 jul'").out


def test_the_time_of_the_after_score_is_kept_or_named(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("before 5 --for neck --at '1 jul 12:00'")
    paintrack("after 3 --at '1 jul 13:00'")
    assert "dropped" not in paintrack("edit 1 --at '1 jul 12:10'").out
    assert "after at Wed 1 Jul 2026 13:00" in unwrapped(paintrack("show 1").out)
    assert "dropped" not in paintrack("edit 1 --at '30 jun 12:10' --rename-for back --new").out
    assert "after at Tue 30 Jun 2026 13:00" in unwrapped(paintrack("show 1").out)
    answer = unwrapped(paintrack("edit 1 --at '30 jun 14:10' --rename-for neck").out)
    assert "The time of neck after, Tue 30 Jun 2026 13:00, is dropped: it does not fit the new one." in answer
    assert "dropped" not in paintrack("edit 1 --at '30 jun 14:20'").out


def test_the_last_session_is_named_by_its_day(paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3 --at '1 jul 10:00'")
    paintrack("log 6 3 --at '2 jul 10:00'")
    paintrack("edit last --at '30 jun 10:00'")
    assert paintrack("edit last --after 2").out.startswith("Changed session 1, Wed 1 Jul 2026 10:00: ")
    assert paintrack("edit 1 --after 1").out.startswith("Changed session 1: ")

"""A whole session in one go: the answer of the design, all options, widths, a person at a terminal."""

import io
from pathlib import Path

import pytest

from paintrack.model.serialization.json_entries import ENTRY_VERSION
from paintrack.views.text_layout import width_of
from tests.answers_at_terminal import at_a_terminal
from tests.program import Clock, Paintrack, is_one_sentence, unwrapped

FULL = (
    'log 7 3 --for "lower back" --also neck=6:3 --at "2026-07-03 15:00" --points ub-40,ST36 --technique ea'
    ' --with "Dr Li" --side-effect bruise --cost 85 --covered 60.5 --note "slept well"'
)


def test_the_first_score_explains_the_scale(paintrack: Paintrack) -> None:
    result = paintrack("log 7 5")
    assert result.err == ""
    assert result.out == (
        "Saved: pain 7 -> 5 (2 lower), Mon 6 Jul 2026 14:02. Session 1.\n"
        '  0 = none, 10 = worst imaginable. Name what you rate: --for "lower back"\n'
        "  Wrong? paintrack undo\n"
    )


def test_one_score_says_what_to_type_when_it_is_over(paintrack: Paintrack) -> None:
    assert "  When it is over: paintrack after SCORE      Wrong? paintrack undo\n" in paintrack("log 7").out
    assert paintrack("after 3").code == 0


def test_one_score_of_another_day_names_its_session(paintrack: Paintrack) -> None:
    for command in ("log 7 --at 2026-07-01", "before 6 --for neck --at 2026-07-02"):
        step = paintrack(command).out.partition("For the score after it: ")[2].splitlines()[0]
        assert paintrack(step.removeprefix("paintrack ").replace("SCORE", "3")).code == 0


def test_one_score_beside_another_open_session_names_its_own(paintrack: Paintrack) -> None:
    paintrack("before 7")
    for command in ("log 6 --for neck", "before 5 --for knee --another"):
        assert "\n  For the score after it: paintrack after SCORE --session" in paintrack(command).out


def test_the_answer_of_the_design(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 8 5 --for 'lower back'")
    clock.set("2026-07-20 10:00")
    result = paintrack('log 7 5 --with "Dr Li" --side-effect bruise --at "2026-07-13 15:00"')
    assert result.err == ""
    assert result.out == (
        "Saved: lower back 7 -> 5 (2 lower), Mon 13 Jul 2026 15:00, Dr Li. Session 2.\n"
        "  Bruise: common. Press gently; tell your acupuncturist. Get help if the\n"
        "  swelling grows or the bleeding will not stop, and today if you take blood\n"
        "  thinners or have a hard lump.\n"
        "  Wrong? paintrack undo\n"
    )


def test_the_answer_of_the_design_at_forty_columns(
    paintrack: Paintrack, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("log 8 5 --for 'lower back'")
    clock.set("2026-07-20 10:00")
    monkeypatch.setenv("COLUMNS", "40")
    assert paintrack('log 7 5 --with "Dr Li" --at "2026-07-13 15:00"').out == (
        "Saved: lower back 7 -> 5 (2 lower)\n"
        "  Mon 13 Jul 2026 15:00, Dr Li\n"
        "  Session 2. Wrong? paintrack undo\n"
    )  # fmt: skip


def test_what_was_saved_besides_is_said_on_one_line(paintrack: Paintrack) -> None:
    paintrack("config set currency EUR")
    confirmation = paintrack(
        "log 7 5 --points 'ub-40 LI4' --technique ea --cost 60 --covered 40.5 --receipt 'R-203; 97810'"
    ).out
    assert confirmation.splitlines()[1:3] == [
        "  Points BL40, LI4. Technique electroacupuncture. Cost 60 EUR, 40.50 covered.",
        "  Receipt R-203; 97810.",
    ]
    assert "\n  Took ibuprofen 400.\n" in paintrack("before 7 --took 'ibuprofen 400'").out
    assert (
        "\n  Covered 40 EUR. Side effect odd feeling.\n"
        in paintrack("after 3 --covered 40 --side-effect 'odd feeling'").out
    )
    assert "\n  Took paracetamol.\n" in paintrack("rate 3 --took paracetamol").out
    assert "points are now ST36; cost 60 EUR." in paintrack("edit 1 --cost 60 --points ST36").out


def test_a_cover_above_the_cost_is_pointed_out(paintrack: Paintrack) -> None:
    saved = paintrack("log 7 5 --cost 40 --covered 60")
    assert (saved.code, saved.err) == (
        0,
        "Covered 60 is more than the cost, 40.\n  Swapped? paintrack edit 1 --cost 60 --covered 40\n",
    )
    assert paintrack("edit 1 --note x").err == ""
    assert "is more than the cost" in paintrack("edit 1 --cost 10").err
    swapped = unwrapped(paintrack("edit 1 --covered 70").err).partition("? paintrack ")[2]
    assert paintrack(swapped).err == ""
    assert (paintrack("show 1 --json").json["cost"], paintrack("show 1 --json").json["covered"]) == (70, 10)


def test_two_conditions_have_a_line_each(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 8 5 --for 'lower back' --also neck=5")
    clock.set("2026-08-03 15:05")
    assert paintrack("log 7 5 --also neck=6:3").out == (
        "Saved session 2, Mon 3 Aug 2026 15:05:\n"
        "  lower back   7 -> 5   (2 lower)\n"
        "  neck         6 -> 3   (3 lower)\n"
        "  Wrong? paintrack undo\n"
    )


@pytest.mark.parametrize(
    ("scores", "confirmed"),
    [
        ("7 8", "7 -> 8 (1 higher)"),
        ("7 7", "7 -> 7 (no change)"),
        ("0 0", "0 -> 0 (no change)"),
        ("7.5 3", "7.5 -> 3 (4.5 lower)"),
        ("0.3 0.1", "0.3 -> 0.1 (0.2 lower)"),
        ("10.0 0", "10 -> 0 (10 lower)"),
    ],
)
def test_a_change_is_said_in_words(scores: str, confirmed: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    assert paintrack(f"log {scores}").out.startswith(f"Saved: pain {confirmed}, Mon 6 Jul 2026 14:02. Session 2.\n")


def test_one_score_leaves_the_session_open(paintrack: Paintrack) -> None:
    assert paintrack("log 7").out.startswith(
        "Saved: pain 7 before the session, Mon 6 Jul 2026 14:02. Session 1 is open.\n"
    )
    assert paintrack("after 0").out.startswith("Saved: pain 7 -> 0 (7 lower), ")


def test_a_visit_without_scores_is_saved(paintrack: Paintrack) -> None:
    assert paintrack("log --cost 85 --with 'Dr Li'").out == (
        "Saved: a visit without scores, Mon 6 Jul 2026 14:02, Dr Li. Session 1.\n"
        "  Cost 85.\n"
        "  Wrong? paintrack undo\n"
    )  # fmt: skip


def test_the_usual_condition_is_the_first_of_the_newest_session(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for 'Lower Back' --also neck=6:3")
    assert paintrack("log 7 3").out.startswith("Saved: Lower Back 7 -> 3")
    assert paintrack("log 7 3 --for '  LOWER   back '").out.startswith("Saved: Lower Back 7 -> 3")
    paintrack("log 7 3 --for migraine --at 2026-01-01")
    assert paintrack("log 7 3").out.startswith("Saved: Lower Back 7 -> 3")


@pytest.mark.parametrize("condition", ["sleep", "energy", "'my sleep quality'", "Well-being", "'Range  of motion'"])
def test_where_more_is_better_the_trouble_is_rated(condition: str, paintrack: Paintrack) -> None:
    first = paintrack(f"log 7 3 --for {condition}").out
    assert "  0 = no trouble, 10 = worst imaginable. Rate the trouble: 10 is the worst.\n" in first
    assert "Rate the trouble" not in paintrack(f"log 7 3 --for {condition}").out


@pytest.mark.parametrize("typed", ["log 7 3 --for back --also sleep=6:5", "before 7 --for back --also sleep=6"])
def test_the_direction_of_every_new_condition_is_said(typed: str, paintrack: Paintrack) -> None:
    out = unwrapped(paintrack(typed).out)
    assert " back: 0 = none, 10 = worst imaginable. sleep: 0 = no trouble, 10 = worst imaginable. Rate the " in out
    assert "Rate the trouble" not in paintrack("log 7 3 --for back --also sleep=6:5").out


def test_what_holds_for_all_new_conditions_is_said_once(paintrack: Paintrack) -> None:
    assert paintrack("log 7 3 --for back --also neck=6:5").out.count("0 = none, 10 = worst imaginable.") == 1


@pytest.mark.parametrize("condition", ["'sleep loss'", "'low mood'", "'lack of energy'", "'poor appetite'"])
def test_a_name_of_the_trouble_needs_no_such_hint(condition: str, paintrack: Paintrack) -> None:
    assert "  0 = none, 10 = worst imaginable.\n" in paintrack(f"log 7 3 --for {condition}").out


def test_every_option_is_stored(paintrack: Paintrack) -> None:
    stored = paintrack(f"{FULL} --json")
    assert (stored.code, stored.err) == (0, "")
    stored_json = stored.json
    assert len(stored_json.pop("uid")) == 32
    empty = dict.fromkeys(("before_at", "after_at", "before_entered", "after_entered"))
    # What was not typed is there, and null.
    assert stored_json == dict.fromkeys(stored_json) | {
        "id": "1",
        "version": ENTRY_VERSION,
        "kind": "session",
        "at": "2026-07-03T15:00:00+02:00",
        "time_given": True,
        "entered": "2026-07-06T12:02:00.000000Z",
        "edited": "2026-07-06T12:02:00.000000Z",
        "deleted": None,
        "ratings": [
            {"condition": "lower back", "before": 7, "after": 3, **empty},
            {"condition": "neck", "before": 6, "after": 3, **empty},
        ],
        "points": ["BL40", "ST36"],
        "technique": "electroacupuncture",
        "practitioner": "Dr Li",
        "side_effects": [{"kind": "bruise_bleeding", "words": "bruise", "noticed": None, "outcome": None}],
        "cost": 85,
        "covered": 60.5,
        "currency": None,
        "note": "slept well",
    }
    assert paintrack("show 1 --json").json == {**stored.json}


def test_the_practitioner_keeps_the_spelling_of_the_first_time(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --with 'Dr Li'")
    assert paintrack("log 7 3 --with 'DR  LI' --json").json["practitioner"] == "Dr Li"


def test_a_note_from_standard_input(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("slept\r\nwell\n"))
    assert paintrack("log 7 3 --note - --json").json["note"] == "slept\nwell"


def test_a_note_without_end_is_refused(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("x" * 3_000_000))
    result = paintrack("log 7 3 --note -")
    assert (result.code, result.out) == (2, "")
    assert result.err == "The note on standard input is longer than a million characters. Nothing saved.\n"
    assert not file.exists()


@pytest.mark.parametrize("note", ["[bold]x[/x] :smile:", "腰痛 🙂", "a\nb", "'; DROP TABLE entry; --", "%s {} \\n"])
def test_a_note_is_kept_to_the_letter(note: str, paintrack: Paintrack) -> None:
    assert paintrack(["log", "7", "3", "--note", note]).code == 0
    assert paintrack("show 1 --json").json["note"] == note
    assert all(line.strip() in paintrack("show 1").out for line in note.split("\n"))


@pytest.mark.usefixtures("wide_terminal")
def test_a_point_that_is_not_known_stays_as_typed_with_a_word(paintrack: Paintrack) -> None:
    result = paintrack("log 7 3 --points 'LI4, my special point, LI99'")
    assert result.code == 0
    assert "my special point is not in the table of points; kept as typed." in result.out
    assert "LI99 is not in the table of points (LI has 20 points); kept as typed." in result.out
    assert paintrack("show 1 --json").json["points"] == ["LI4", "my special point", "LI99"]


def test_points_with_two_meanings_are_refused_with_both(paintrack: Paintrack, file: Path) -> None:
    result = paintrack("log 7 3 --points p7")
    assert (result.code, result.out) == (2, "")
    assert result.err == ("p7 can mean PC7 (pericardium) or LU7 (lung). Type the one that is meant. Nothing saved.\n")
    assert not file.exists()


def test_quiet_says_nothing_and_saves(paintrack: Paintrack) -> None:
    result = paintrack("log 7 3 --side-effect bruise --quiet")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert paintrack("show 1").code == 0


URGENT = "THIS CAN BE AN EMERGENCY. Call the emergency number now, also if the needles\nwere hours or days ago."


@pytest.mark.parametrize("option", ["", "--quiet", "--json", "--plain", "--no-input", "--ascii"])
def test_urgent_advice_is_given_at_once_whatever_the_options(option: str, paintrack: Paintrack) -> None:
    result = paintrack(f"log 7 3 --side-effect 'short of breath' {option}")
    assert result.code == 0
    # With --plain each advice is a line.
    assert result.err.startswith(URGENT.replace("\n", " ") if option == "--plain" else URGENT)
    assert "EMERGENCY" not in result.out


@pytest.mark.parametrize("wrong", ["log 11 3", "log 7 3 --at soon", "log 7 3 --cost -1", "log 7 3 --also neck",
                                   "log 7 3 --bogus", "log 7 3 4", "log", "log --for ''"])  # fmt: skip
def test_urgent_advice_comes_before_what_is_wrong(wrong: str, paintrack: Paintrack) -> None:
    result = paintrack(f"{wrong} --side-effect 'chest pain'")
    assert result.out == "" or wrong == "log"
    assert result.err.startswith(URGENT)


def test_urgent_advice_comes_before_a_save_that_fails(paintrack: Paintrack, tmp_path: Path) -> None:
    result = paintrack(["log", "7", "3", "--side-effect", "chest pain", "--db", str(tmp_path)])
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(URGENT)
    assert result.err.endswith(f"A folder is not a paintrack file: {tmp_path}\n")


def test_urgent_advice_is_as_narrow_as_the_screen(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    for typed in ("log 7 3", "log 7 3 --bogus"):
        advice = paintrack(f"{typed} --side-effect 'chest pain'").err.splitlines()[:4]
        assert max(map(len, advice)) <= 40


def test_urgent_words_inside_longer_ones_are_heard_and_kept(paintrack: Paintrack) -> None:
    result = paintrack("log 7 3 --side-effect 'a bit short of breath since noon' --json")
    assert result.err.startswith(URGENT)
    assert result.json["side_effects"][0]["words"] in (None, "a bit short of breath since noon")


NARROW = [
    "log 7 3",
    FULL,
    "log 7 3 --for 'a condition with a very long name that fills more than one line'",
    "log 7 3 --also 'right shoulder blade and upper arm=6:3'",
    "log 7 3 --for 腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛腰痛 --with 王医生王医生王医生王医生王医生",
    "log 7 3 --for 腰痛腰痛腰痛腰痛腰痛腰痛腰痛 --also 首首首首首首首首首首首首=6:3",
    f"log 7 3 --for {'x' * 100} --with {'y' * 100}",
    "log 7 3 --points 'my special point, LI99' --side-effect 'odd dreams' --side-effect drowsy",
    "log --cost 85",
    "log 7 --with 'Dr Li'",
]


@pytest.mark.parametrize("typed", NARROW)
@pytest.mark.parametrize("columns", [40, 60, 80])
def test_no_line_is_wider_than_the_screen(
    typed: str, columns: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    result = paintrack(typed)
    assert result.code == 0
    assert max(map(width_of, result.out.splitlines())) <= columns
    assert all("\u2028" not in line and line == line.rstrip() for line in result.out.splitlines())


@pytest.mark.parametrize("scores", ["neck=", "neck=:"])
def test_a_condition_without_any_score_is_not_stored(scores: str, paintrack: Paintrack) -> None:
    paintrack(f"log 7 3 --also {scores}")
    shown = paintrack("show 1 --json")
    assert shown.code == 1 or len(shown.json["ratings"]) == 1


def test_a_condition_without_scores_is_refused(paintrack: Paintrack) -> None:
    result = paintrack("log --for neck")
    assert result.code == 2
    assert is_one_sentence(result.err)


def test_a_score_too_many_is_not_taken_for_a_condition(paintrack: Paintrack) -> None:
    result = paintrack("log 7 3 4")
    assert result.code == 2
    assert '--for "4"' not in result.err


def test_at_a_terminal_missing_scores_are_asked_for(paintrack: Paintrack) -> None:
    seen = at_a_terminal("\n\n11\n7\n3\n\n\n\n", "log")
    assert "Score on arrival, 0 to 10 (Enter: skip)" in seen
    assert "A score is 0 (none) to 10 (worst imaginable). You typed 11." in seen
    assert "Score on leaving, 0 to 10 (Enter: later)" in seen
    assert "Saved: pain 7 -> 3 (4 lower)" in seen
    assert paintrack("show 1 --json").json["ratings"][0]["after"] == 3


def test_at_a_terminal_enter_leaves_a_score_out(paintrack: Paintrack) -> None:
    assert "Session 1 is open." in at_a_terminal("\n", "log", "7")


def test_at_a_terminal_no_input_never_asks(file: Path) -> None:
    seen = at_a_terminal("", "log", "--no-input")
    assert "Score on" not in seen
    assert "Nothing saved." in seen
    assert not file.exists()

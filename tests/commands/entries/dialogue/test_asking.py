"""What log, before, after, rate and effect ask when nothing is typed behind them."""

import io
import sys
from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.program import AtTerminal, Clock, Paintrack


def test_log_asks_for_everything_in_turn(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    done = at_terminal("log", "lower back", "", "7", "3", "LI4 ST36", "bruise, dizzy", "slept badly")
    assert done.code == 0
    session = paintrack("show 1 --json").json
    assert [(each["condition"], each["before"], each["after"]) for each in session["ratings"]] == [("lower back", 7, 3)]
    assert session["points"] == ["LI4", "ST36"]
    assert [each["kind"] for each in session["side_effects"]] == ["bruise_bleeding", "dizzy_nausea_sweat"]
    assert session["note"] == "slept badly"


@pytest.mark.parametrize("point", ["LI4", "li 4", "hegu", "LI4, ST36"])
def test_a_point_is_no_side_effect(
    point: str, at_terminal: AtTerminal, paintrack: Paintrack, wide_terminal: None
) -> None:
    done = at_terminal("log", "neck", "", "7", "3", "", point, "<", "LI4", "bruise", "")
    assert done.code == 0
    assert f"{point.split(',')[0]} is an acupuncture point; those come one question before. Back: <" in done.err
    session = paintrack("show 1 --json").json
    assert (session["points"], session["side_effects"][0]["words"]) == (["LI4"], "bruise")
    assert paintrack("edit 1 --clear points").code == 0
    sentence = "acupuncture points, not side effects" if "," in point else "an acupuncture point, not a side effect"
    refused = at_terminal("effect", point, "bruise on LI4")
    assert (refused.code, sentence in refused.err) == (0, True)
    assert "paintrack edit 1 --points " in refused.err
    for typed in (["log", "7", "3", "--side-effect", point], ["effect", point], ["edit", "1", "--side-effect", point]):
        refused = paintrack(typed)
        assert (refused.code, ", not a side effect" in refused.err or sentence in refused.err) == (2, True)


@pytest.mark.parametrize("typed", ["7", "6.5", "7 3", "bruise", "felt dizzy"])
def test_a_score_and_a_side_effect_are_no_points(
    typed: str, at_terminal: AtTerminal, paintrack: Paintrack, wide_terminal: None
) -> None:
    done = at_terminal("log", "neck", "", "7", "3", typed, "my own spot", "", "")
    assert (done.code, f"{typed} is " in done.err) == (0, True)
    assert paintrack("show 1 --json").json["points"] == ["my own spot"]


@pytest.mark.parametrize("typed", ["1", "7/10", "3 7", "2."])
def test_a_number_is_no_side_effect(
    typed: str, at_terminal: AtTerminal, paintrack: Paintrack, wide_terminal: None
) -> None:
    refusal = f"{typed} is not a side effect: type it in words, such as bruise."
    done = at_terminal("log", "neck", "", "7", "3", "", typed, "bruise 2 cm wide", "")
    assert (done.code, refusal in done.err) == (0, True)
    done = at_terminal("effect", typed, "dizzy")
    assert (done.code, refusal in done.err) == (0, True)
    effects = [each["words"] for each in paintrack("show 1 --json").json["side_effects"]]
    assert effects == ["bruise 2 cm wide", "dizzy"]
    for command in (
        ["log", "7", "3", "--side-effect", typed],
        ["effect", typed],
        ["edit", "1", "--side-effect", typed],
    ):
        refused = paintrack(command)
        assert (refused.code, refusal in refused.err) == (2, True)


@pytest.mark.parametrize("typed", ["none", "no bruise", "dizzy: none", "fine now"])
def test_no_side_effect_is_an_answer(typed: str, at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert at_terminal("log", "neck", "", "7", "3", "", typed, "").code == 0
    assert at_terminal("effect", typed, "none").code == 0
    assert paintrack("show 1 --json").json["side_effects"] == []


def test_log_asks_when_it_was(at_terminal: AtTerminal, paintrack: Paintrack, wide_terminal: None) -> None:
    done = at_terminal(
        "log", "neck", "tomorrow", "23:30", "7", "yesterday", "<", '"yesterday 15:00"', "7", "3", "", "", ""
    )
    assert (done.code, "Sun 5 Jul 2026 15:00." in done.out) == (0, True)
    # What is no time of the past is said at once.
    assert "tomorrow is in the future" in done.err
    assert 'If it was yesterday: type "yesterday 23:30".' in done.err
    assert "remind" not in done.err
    assert "7 alone is not a time: an hour is 9:00. The score comes next." in done.err
    assert done.err.count("When was it") == 5


def test_scores_typed_for_the_time_come_next(at_terminal: AtTerminal, wide_terminal: None) -> None:
    early = ("7", "7.5", "7,5", "7 3", "7/3", "7/10", "7.5 3")
    done = at_terminal("log", "neck", *early, "03/11/2026", "", "7", "3", "", "", "")
    assert (done.code, done.err.count("The score comes next.")) == (0, len(early))


def test_of_a_part_of_the_day_it_is_said_once(
    at_terminal: AtTerminal, paintrack: Paintrack, wide_terminal: None
) -> None:
    done = at_terminal("log", "neck", "last night", "7", "3", "", "", "")
    assert (done.code, done.err.count("No time was given")) == (0, 1)


@pytest.mark.parametrize("command", ["log 7", "log --for neck", "log --at yesterday", "before"])
def test_when_is_asked_only_where_nothing_is_typed(command: str, at_terminal: AtTerminal) -> None:
    assert "When was it" not in at_terminal(command, "", "", "", "", "").err


def test_enter_skips_what_may_be_skipped(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    done = at_terminal("log", "", "", "7", "", "", "", "")
    assert (done.code, "Session 1 is open." in done.out) == (0, True)
    assert "(Enter: none)" not in done.err
    session = paintrack("show 1 --json").json
    assert session["ratings"][0]["condition"] == "pain"
    assert (session["points"], session["side_effects"], session["note"]) == ([], [], None)


def test_a_visit_without_scores_is_for_no_condition(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert at_terminal("log", "neck", "", "", "", "", "", "only talked").code == 0
    assert paintrack("show 1 --json").json["ratings"] == []


def test_with_nothing_at_all_there_is_nothing_to_save(at_terminal: AtTerminal, file: Path) -> None:
    done = at_terminal("log", "", "", "", "", "", "", "")
    assert (done.code, "There are no scores." in done.err) == (2, True)
    assert not file.exists()


def test_before_asks_nothing_about_needles(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    done = at_terminal("before", "neck", "6", "slept badly")
    assert (done.code, "Points" in done.err, "Side effects" in done.err) == (0, False, False)
    assert paintrack("show 1 --json").json["note"] == "slept badly"


def test_a_step_back_asks_the_question_before(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert at_terminal("log", "neck", "", "7", "<", "6", "2", "", "", "").code == 0
    rating = paintrack("show 1 --json").json["ratings"][0]
    assert (rating["before"], rating["after"]) == (6, 2)


def test_enter_keeps_an_answer_after_a_step_back(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    done = at_terminal("log", "neck", "", "7", "<", "<", "<", "", "", "", "2", "LI4", "<", "", "", "")
    assert done.code == 0
    session = paintrack("show 1 --json").json
    assert [(each["condition"], each["before"], each["after"]) for each in session["ratings"]] == [("neck", 7, 2)]
    assert session["points"] == ["LI4"]
    assert done.err.count("(Enter: keep)") == 4


def test_where_no_step_back_is_yes_and_no_are_named(at_terminal: AtTerminal) -> None:
    done = at_terminal("log 7 3 --for neck,knee", "<", "y")
    assert (done.code, "Type y for yes or n for no.\n" in done.err) == (0, True)


def test_after_never_shows_the_score_on_arrival(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("before 8 --for neck --also migraine=9")
    assert not {"8", "9"} & {*at_terminal("after").err}


def test_after_without_an_open_session_asks_nothing(at_terminal: AtTerminal) -> None:
    done = at_terminal("after", "3")
    assert (done.code, "Score" in done.err) == (1, False)
    assert "paintrack log BEFORE SCORE" in done.err


def test_rate_asks_for_condition_and_score(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert at_terminal("rate", "neck", "4").code == 0
    reading = paintrack("show r1 --json").json
    assert (reading["condition"], reading["score"]) == ("neck", 4)


def test_effect_names_the_session_it_asks_about(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    done = at_terminal("effect", "", "bruise")
    assert "Side effect after session 1, Mon 6 Jul" in done.err
    assert "The side effect is empty." in done.err
    assert paintrack("show 1 --json").json["side_effects"][0]["kind"] == "bruise_bleeding"


def test_effect_without_a_session_asks_nothing(at_terminal: AtTerminal) -> None:
    done = at_terminal("effect", "bruise")
    assert (done.code, "Side effect after" in done.err) == (1, False)


@pytest.mark.parametrize("place", range(5))
def test_urgent_advice_comes_for_each_answer(place: int, at_terminal: AtTerminal) -> None:
    answers = ["neck", "7", "3", "", "", ""]
    answers.insert(place, "chest pain")
    # At once, not when it is saved.
    stopped = at_terminal("log", *answers[: place + 1])
    assert stopped.code == 130
    assert "emergency" in stopped.err
    assert "emergency" in at_terminal("log", *answers).err


@pytest.mark.parametrize(
    ("command", "lines", "saved"),
    [
        ("note", ["<", "new bed"], "Saved note n1"),
        ("question", ["<", "why"], "Saved question q1"),
        ("overall", ["<", "beter", "9", "better"], "better"),
        ("peg", ["<", "6", "7", "<", "8", "11", "", "5"], "pain 6, enjoyment 8, activity 5"),
        ("peg", ["6", "7", "<", "<", "3", "", "4"], "pain 3, enjoyment 7, activity 4"),
    ],
)
def test_a_slip_at_a_question_ends_no_command(
    command: str, lines: list[str], saved: str, at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    done = at_terminal(command, *lines)
    assert (done.code, saved in done.out) == (0, True)
    assert ("This is the first question." in done.err) is ("<" in lines[:1])
    assert "<" not in paintrack("list").out


@pytest.mark.parametrize("typed", ["none", "None.", "no", "-", "nothing"])
def test_no_note_is_no_note(typed: str, at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert at_terminal("log", "neck", "", "7", "3", "", "", typed).code == 0
    assert paintrack("show 1 --json").json["note"] is None


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        # A code beside an unknown word is a point of its own; where the words describe a place it is not.
        (["st36 ll4"], ["ST36", "ll4"]),
        (["2 cm below st36", "n", "st36"], ["ST36"]),
        (["2 cm below st36", "y"], ["2 cm below st36"]),
        (["my spot"], ["my spot"]),
    ],
)
def test_a_point_beside_an_unknown_word_is_asked_about(
    answers: list[str], points: list[str], at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    assert at_terminal("log", "neck", "", "7", "3", *answers, "", "").code == 0
    assert paintrack("show 1 --json").json["points"] == points


@pytest.mark.parametrize("command", ["log", "before", "rate"])
@pytest.mark.parametrize("lines", [(), ("neck",)])
def test_the_end_of_input_saves_nothing(
    command: str, lines: tuple[str, ...], at_terminal: AtTerminal, file: Path
) -> None:
    stopped = at_terminal(command, *lines)
    assert (stopped.code, stopped.out.strip()) == (130, "")
    assert stopped.err.endswith("Stopped. Nothing saved.\n")
    assert not file.exists()


def test_the_end_at_yes_or_no_is_said_alike(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck")
    for typed, end in (
        ("delete 1", "Stopped. Nothing was changed.\n"),
        ("rate 5 --for nekc", "Stopped. Nothing saved.\n"),
    ):
        stopped = at_terminal(typed)
        assert (stopped.code, stopped.err.endswith(end)) == (130, True)


@pytest.mark.parametrize(
    ("command", "example"),
    [
        ("before", "paintrack before 7"),
        ("after", "paintrack after 3"),
        ("log", "paintrack log 7 3"),
        ("rate", "paintrack rate 4"),
        ("effect", "paintrack effect bruise"),
    ],
)
@pytest.mark.parametrize("options", ["", " --no-input"])
def test_off_a_terminal_it_is_refused_with_an_example(
    command: str, example: str, options: str, paintrack: Paintrack, file: Path
) -> None:
    refused = paintrack(command + options)
    assert (refused.code, refused.out) == (2, "")
    assert example in refused.err
    assert not file.exists()


@pytest.mark.parametrize("command", ["log", "note"])
def test_words_that_end_in_ctrl_d_are_no_answer(
    command: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("neck"))
    assert paintrack(command).code == 130
    assert not file.exists()


def test_a_typed_option_leaves_only_the_score_to_ask(at_terminal: AtTerminal, clock: Clock) -> None:
    assert at_terminal("before --for neck", "7").code == 0
    clock.forward(hours=1)
    assert at_terminal("after --note better", "3").code == 0
    assert at_terminal("rate --for neck", "3").code == 0

"""The question for the condition, where nothing is typed: what it offers, and what it takes for a name."""

import pytest

from tests.program import AtTerminal, Paintrack, unwrapped


@pytest.mark.parametrize(("answer", "name"), [("", "neck"), ("1", "neck"), ("2", "migraine"), ("MIGRAINE", "migraine")])
def test_conditions_are_listed_the_newest_first(
    answer: str, name: str, at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    paintrack("log 7 3 --for migraine --at 2026-07-01")
    paintrack("log 7 3 --for migraine --at 2026-07-02")
    paintrack("log 7 3 --for neck --at 2026-07-03")
    done = at_terminal("before", answer, "6", "", "", "")
    assert "  1 neck\n  2 migraine\n" in done.err
    assert done.code == 0
    assert paintrack("show 4 --json").json["ratings"][0]["condition"] == name


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("", "Type the name of what you rate."),
        ("1", "That is not a name. You typed 1."),
        ("Neck", "Session 1 has neck already, since 14:02."),
    ],
)
def test_before_takes_no_condition_that_has_its_score(
    answer: str, sentence: str, at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    paintrack("before 7 --for neck")
    done = at_terminal("before", answer, "knee", "6", "slept badly")
    assert (done.code, sentence in done.err) == (0, True)
    assert [each["condition"] for each in paintrack("show 1 --json").json["ratings"]] == ["neck", "knee"]
    assert at_terminal("before --another", answer, "5", "").code == 0
    assert paintrack("show 2 --json").json["ratings"][0]["condition"] == "neck"


@pytest.mark.parametrize("answer", ["", "1"])
def test_before_offers_a_condition_without_its_score(
    answer: str, at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    paintrack("log 7 3 --for migraine --at 2026-07-01")
    paintrack("log 7 3 --for neck --at 2026-07-02")
    paintrack("before 7 --for neck")
    done = at_terminal("before", answer, "6", "")
    assert (done.code, "1 neck" in done.err) == (0, False)
    assert [each["condition"] for each in paintrack("show 3 --json").json["ratings"]] == ["neck", "migraine"]


def test_a_score_typed_too_early_is_no_condition(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck --at 2026-07-01")
    done = at_terminal("rate", "7", "1", "4")
    assert "You typed 7." in done.err
    assert paintrack("show r1 --json").json["condition"] == "neck"


def test_conditions_of_one_day_begin_with_the_usual_one(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("rate 4 --for migraine")
    paintrack("rate 3 --for migraine")
    paintrack("log 7 3 --for neck")
    assert "  1 neck\n  2 migraine\n" in at_terminal("log").err


def test_a_newer_condition_stands_above_the_usual_one(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck --at 2026-07-01")
    paintrack("rate 4 --for migraine --at 2026-07-02")
    done = at_terminal("rate", "", "5")
    assert "  1 migraine\n  2 neck\nNumber, name or a new one (Enter: neck): " in done.err
    assert paintrack("show r2 --json").json["condition"] == "neck"


@pytest.mark.parametrize("command", ["log", "before", "rate"])
@pytest.mark.parametrize(("answer", "name"), [("y", "lower back"), ("n", "lower bak")])
def test_a_slip_is_asked_about_at_once_and_only_once(
    command: str, answer: str, name: str, at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    paintrack("rate 4 --for 'lower back' --at 2026-07-01")
    when = [""] if command == "log" else []
    done = at_terminal(command, "lower bak", answer, *when, *["5"] * 2, "", "", "")
    assert done.code == 0
    assert done.err.count("Did you mean lower back?") == 1
    assert done.err.index("Did you mean") < done.err.index("Score")
    assert name in {each["condition"] for each in paintrack("list --json").json[-1:]}


def test_a_step_back_from_yes_or_no_asks_for_the_name_again(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("rate 4 --for 'lower back' --at 2026-07-01")
    done = at_terminal("rate", "lower bak", "x", "<", "neck", "5")
    assert (done.code, done.err.count("Number, name or a new one")) == (0, 2)
    assert "Type y for yes or n for no. One question back: <." in done.err
    assert paintrack("show r2 --json").json["condition"] == "neck"


def test_several_conditions_in_one_answer_are_refused(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    done = at_terminal("log", "neck, migraine", "neck", "", "7", "3", "", "", "")
    assert (done.code, "Type one condition here" in done.err) == (0, True)
    assert paintrack("show 1 --json").json["ratings"][0]["condition"] == "neck"


def test_a_recorded_name_with_a_comma_is_one_condition(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    at_terminal("log --for 'neck, left'", "y", "7", "3")
    done = at_terminal("rate", "Neck, left", "4")
    assert done.code == 0
    assert paintrack("show r1 --json").json["condition"] == "neck, left"


def test_after_asks_which_only_where_several_wait(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("before 8 --for neck")
    done = at_terminal("after", "3", "", "", "")
    assert (done.code, "Which one?" in done.err) == (0, False)
    assert "Score on leaving for neck, 0 to 10: " in done.err
    paintrack("before 8 --for neck --also migraine=5 --another")
    done = at_terminal("after", "2", "3", "", "", "")
    assert "  1 neck\n  2 migraine\n" in done.err
    assert paintrack("show 2 --json").json["ratings"][1]["after"] == 3


@pytest.mark.parametrize(
    ("typed", "question", "answer", "condition"),
    [
        ("bak", "bak is new. Did you mean lower back?", "y", "lower back"),
        ("bak", "bak is new. Did you mean lower back?", "n", "bak"),
        ("st36 ll4", "st36 ll4 names a point; points come later. Is it what you rate?", "y", "st36 ll4"),
        ("L5", "", "", "L5"),
    ],
)
def test_a_name_in_doubt_is_asked_about_at_its_question(
    typed: str, question: str, answer: str, condition: str, at_terminal: AtTerminal, paintrack: Paintrack
) -> None:
    assert paintrack("log 7 3 --for 'lower back' --at 2026-07-01").code == 0
    done = at_terminal("log", typed, *filter(None, [answer]), "", "7", "3", "", "", "")
    assert (done.code, question in unwrapped(done.err)) == (0, True)
    assert paintrack("show 2 --json").json["ratings"][0]["condition"] == condition


def test_points_at_the_question_for_the_condition_are_declined(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    assert at_terminal("log", "st36 ll4", "n", "neck", "", "7", "3", "", "", "").code == 0
    assert paintrack("show 1 --json").json["ratings"][0]["condition"] == "neck"

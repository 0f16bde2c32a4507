"""Who stops at the questions behind the scores is told that these were not saved, and how to save them in one line."""

from pathlib import Path

import pytest

from tests.commands.named_commands import named_command_lines
from tests.program import AtTerminal, Clock, Paintrack


@pytest.mark.parametrize(
    ("command", "answers", "line"),
    [
        ("log", ["neck", "", "7", "3"], "log 7 3 --for neck"),
        ("log", ["neck", "yesterday 15:00", "7", "3"], 'log 7 3 --for neck --at "yesterday 15:00"'),
        ("log", ["", "", "7.5", "0", "LI4 ST36"], 'log 7.5 0 --points "LI4 ST36"'),
        ("log", ["neck", "", "7", "3", "", "bruise, dizzy"], 'log 7 3 --for neck --side-effect "bruise, dizzy"'),
        ("log", ["neck", "", "7", ""], "before 7 --for neck"),
        ("log", ["neck", "yesterday", "7", ""], "before 7 --for neck --at yesterday"),
        # Back from the question for points.
        ("log", ["neck", "", "7", "3", "<"], "log 7 3 --for neck"),
        ("log", ["neck", "", "7", "3", "", "", "<"], "log 7 3 --for neck"),
        ("before", ["neck", "7"], "before 7 --for neck"),
        ("before --another", ["neck", "7"], "before 7 --for neck --another"),
    ],
)
def test_the_scores_can_be_saved_in_one_line(
    command: str, answers: list[str], line: str, at_terminal: AtTerminal, paintrack: Paintrack, file: Path
) -> None:
    stopped = at_terminal(command, *answers)
    noun = "score was" if line.startswith("before") else "scores were"
    assert stopped.code == 130
    assert f"Nothing saved. You stopped before the {noun} saved." in " ".join(stopped.err.split())
    assert [*named_command_lines(stopped.err)] == [line]
    assert not file.exists()
    assert paintrack(line).code == 0


@pytest.mark.parametrize("answers", [["2", "3"], ["2", "3", "LI4"]])
def test_after_names_its_condition_and_session(
    answers: list[str], at_terminal: AtTerminal, paintrack: Paintrack, clock: Clock
) -> None:
    paintrack("before 7 --for neck --also knee=6")
    clock.forward(days=2)
    stopped = at_terminal("after --session 1", *answers)
    points = " --points LI4" if "LI4" in answers else ""
    line = f"after 3 --for knee{points} --session 1"
    assert (stopped.code, [*named_command_lines(stopped.err)]) == (130, [line])
    assert paintrack("show 1 --json").json["ratings"][1]["after"] is None
    # Of a session long over it is asked whether the score is from right after it.
    assert at_terminal(line, "y").code == 0
    assert paintrack("show 1 --json").json["ratings"][1]["after"] == 3


@pytest.mark.parametrize(
    ("command", "answers"),
    [
        # Not all scores are answered: the one on arrival is still hidden.
        ("log", ["neck", "", "7"]),
        ("log", ["neck"]),
        ("before", ["neck"]),
        ("rate", ["neck"]),
        # No command line takes a score on leaving alone.
        ("log", ["neck", "", "", "3"]),
        ("log", ["neck", "", "", ""]),
    ],
)
def test_a_stop_before_that_names_no_score(command: str, answers: list[str], at_terminal: AtTerminal) -> None:
    stopped = at_terminal(command, *answers)
    assert stopped.code == 130
    assert stopped.err.endswith("Stopped. Nothing saved.\n")

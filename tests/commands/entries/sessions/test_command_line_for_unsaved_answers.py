"""Who stops at the questions behind the scores is told that these were not saved, and how to save them in one line."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.named_commands import named_command_lines
from tests.program import AtTerminal, Clock, Paintrack

NOW = ' --at "2026-07-06 14:02"'


@pytest.mark.parametrize(
    ("command", "answers", "line"),
    [
        ("log", ["neck", "", "7", "3"], f"log 7 3 --for neck{NOW} --new"),
        ("log", ["neck", "yesterday 15:00", "7", "3"], 'log 7 3 --for neck --at "2026-07-05 15:00" --new'),
        ("log", ["neck", "2 hours ago", "7", "3"], 'log 7 3 --for neck --at "2026-07-06 12:02" --new'),
        # A day alone has no time, nor has a part of it.
        ("log", ["", "yesterday", "7", "3"], "log 7 3 --at 2026-07-05"),
        ("log", ["", "yesterday evening", "7", "3"], "log 7 3 --at 2026-07-05"),
        ("log", ["", "", "7.5", "0", "LI4 ST36"], f'log 7.5 0{NOW} --points "LI4 ST36"'),
        (
            "log",
            ["neck", "", "7", "3", "", "bruise, dizzy"],
            f'log 7 3 --for neck{NOW} --side-effect "bruise, dizzy" --new',
        ),
        ("log", ["neck", "", "7", ""], f"before 7 --for neck{NOW} --new"),
        ("log", ["neck", "yesterday", "7", ""], "before 7 --for neck --at 2026-07-05 --new"),
        ("log", ["li4", "y", "", "7", "3"], f"log 7 3 --for li4{NOW} --new"),
        # Back from the question for points.
        ("log", ["", "", "7", "3", "<"], f"log 7 3{NOW}"),
        ("log", ["", "", "7", "3", "", "", "<"], f"log 7 3{NOW}"),
        # A value that looks like an option.
        ("log", ["--at", "", "7", "3"], f"log 7 3 --for=--at{NOW} --new"),
        ("before", ["neck", "7"], f"before 7 --for neck{NOW} --new"),
        ("before --new", ["neck", "7"], f"before 7 --for neck{NOW} --new"),
        ("before --another", ["neck", "7"], f"before 7 --for neck{NOW} --another --new"),
    ],
)
def test_the_scores_can_be_saved_in_one_line(
    command: str,
    answers: list[str],
    line: str,
    at_terminal: AtTerminal,
    paintrack: Paintrack,
    file: Path,
    clock: Clock,
) -> None:
    stopped = at_terminal(command, *answers)
    noun = "score was" if line.startswith("before") else "scores were"
    assert stopped.code == 130
    assert f"Nothing saved. You stopped before the {noun} saved." in " ".join(stopped.err.split())
    assert [*named_command_lines(stopped.err)] == [line]
    assert not file.exists()
    clock.forward(hours=3)
    assert paintrack(line).code == 0


# Enter where more is asked, to the end of any dialogue.
ENTERS = [""] * 3


def scores_saved(paintrack: Paintrack) -> list[dict[str, Any]]:
    """All scores, each with the place of its session, and without what differs each time they are typed."""
    entries = paintrack("list --json").json
    places = [*dict.fromkeys(each["uid"] for each in entries)]
    return [{**each, "uid": places.index(each["uid"]), "entered": "", "edited": ""} for each in entries]


@pytest.mark.parametrize(
    ("command", "answers"),
    [
        ("log", ["neck", "", "7", ""]),
        ("log", ["knee", "", "7", ""]),
        ("log", ["neck", "2026-07-06", "7", ""]),
        ("log", ["neck", "yesterday", "7", ""]),
        ("log", ["neck", "2 hours ago", "7", ""]),
        ("log", ["neck", "2 hours ago", "7", "3"]),
        ("log", ["neck", "", "7", "3", "LI4", "bruise"]),
        ("log", ["nekc", "n", "", "7", "3"]),
        ("log", ["nekc", "n", "", "7", ""]),
        ("log", ["neck and knee", "y", "", "7", "3"]),
        ("log", ["li4", "y", "", "7", "3"]),
        ("log", ["--at", "", "7", "3"]),
        ("log", ["-x y", "", "7", "", "-p", "-q"]),
        ("before", ["knee", "7"]),
        ("before", ["nekc", "n", "7"]),
        ("before --new", ["nekc", "n", "7"]),
        ("before --another", ["neck", "7"]),
        ("after", ["3"]),
        ("after", ["3", "LI4", "bruise"]),
    ],
)
def test_the_line_saves_what_finishing_would_have_saved(
    command: str, answers: list[str], at_terminal: AtTerminal, paintrack: Paintrack, file: Path, clock: Clock
) -> None:
    """With a session open, and hours later: neither the time nor the session is another one then."""
    paintrack("before 6 --for neck")
    clock.forward(minutes=1, seconds=20)
    before = file.read_bytes()
    stopped = at_terminal(command, *answers)
    [line] = named_command_lines(stopped.err)
    assert file.read_bytes() == before
    assert at_terminal(command, *answers, *ENTERS).code == 0
    finished = scores_saved(paintrack)
    file.write_bytes(before)
    clock.forward(hours=3)
    # Nothing is asked: the answers were given.
    assert paintrack(line).code == 0
    assert scores_saved(paintrack) == finished


@pytest.mark.parametrize("shown", ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:20+01:00"])
def test_an_hour_that_came_twice_is_the_same_hour(
    shown: str, at_terminal: AtTerminal, paintrack: Paintrack, clock: Clock
) -> None:
    clock.set(shown)
    [line] = named_command_lines(at_terminal("log", "", "", "7", "3").err)
    clock.forward(hours=5)
    assert paintrack(line).code == 0
    [saved] = paintrack("list --json").json
    assert saved["at"] == shown


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


def test_the_score_on_leaving_goes_to_the_session_chosen(
    at_terminal: AtTerminal, paintrack: Paintrack, file: Path, clock: Clock
) -> None:
    for command in ("before 6 --for neck", "before 5 --for knee --another"):
        paintrack(command)
        clock.forward(minutes=5, seconds=10)
    before, now = file.read_bytes(), clock.now
    for answers in (["1", "3"], ["2", "3"]):
        file.write_bytes(before)
        clock.now = now
        [line] = named_command_lines(at_terminal("after", *answers).err)
        assert at_terminal("after", *answers, *ENTERS).code == 0
        finished = scores_saved(paintrack)
        file.write_bytes(before)
        clock.forward(hours=3)
        assert paintrack(line).code == 0
        assert scores_saved(paintrack) == finished

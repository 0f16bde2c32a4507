"""The same visit typed twice: one line with the command that joins or removes; never refused or merged unsaid."""

import pytest

from tests.answers_at_terminal import at_a_terminal
from tests.program import Clock, Paintrack, unwrapped


def answer_to(paintrack: Paintrack, typed: str) -> str:
    """The confirmation on one line."""
    result = paintrack(typed)
    assert (result.code, result.err) == (0, "")
    return unwrapped(result.out)


def test_log_within_a_day_of_one(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for neck")
    clock.forward(hours=23)
    assert "Session 1, Mon 6 Jul 2026 14:02, rates neck too. The same visit? paintrack delete 2" in answer_to(
        paintrack, "log 7 3 --for neck"
    )
    clock.forward(hours=25)
    assert "The same visit?" not in answer_to(paintrack, "log 7 3 --for neck")


def test_another_condition_is_another_visit(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for neck")
    clock.forward(hours=5)
    assert "The same visit?" not in answer_to(paintrack, "log 7 3 --for knee")
    assert "rates neck and knee too" not in answer_to(paintrack, "log 7 3 --for hip --also neck=5:4")


@pytest.mark.parametrize(
    ("first", "second", "is_said"),
    [
        ("2026-07-03 09:00", "2026-07-03 09:00", True),
        ("2026-07-03 09:00", "2026-07-03 11:00", True),
        ("2026-07-03 11:00", "2026-07-03 09:00", True),
        ("2026-07-03 09:00", "2026-07-03 14:00", False),
        ("2026-07-03", "2026-07-03", True),
        ("2026-07-03", "2026-07-03 19:00", True),
        ("2026-07-03", "2026-07-04", False),
    ],
)
def test_two_conditions_of_one_visit(first: str, second: str, is_said: bool, paintrack: Paintrack) -> None:
    paintrack("log 8 6 --for 'lower back' --at '2026-07-02 20:00'")
    paintrack(f"log 7 5 --for migraine --at '{first}'")
    answer = answer_to(paintrack, f"log 6 4 --for 'lower back' --at '{second}'")
    at = f' --at "{second}"' if len(second) > len(first) else ""
    commands = f'paintrack edit 2 --for "lower back" --before 6 --after 4{at}, then paintrack delete 3'
    assert (f"rates migraine. The same visit? Join them: {commands}" in answer) is is_said
    if is_said:
        for command in ('edit 2 --for "lower back" --before 6 --after 4', "delete 3 --yes"):
            assert paintrack(command).code == 0
        scores = {each["condition"]: each["before"] for each in paintrack("show 2 --json").json["ratings"]}
        assert scores == {"migraine": 7, "lower back": 6}


@pytest.mark.parametrize("is_over", [False, True])
def test_parts_are_joined_without_loss_after_the_next_score(is_over: bool, paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for 'lower back' --points LI4")
    clock.forward(minutes=50)
    answer = answer_to(paintrack, "before 6 --for migraine --points LI4")
    edit, delete = 'edit 2 --for "lower back" --before 7 --after 3', "delete 1"
    assert f"The same visit? Join them: paintrack {edit}, then paintrack {delete}" in answer
    clock.forward(minutes=50)
    for command in ("after 4", edit, f"{delete} --yes") if is_over else (edit, f"{delete} --yes", "after 4"):
        assert paintrack(command).code == 0, command
    ratings = paintrack("show 2 --json").json["ratings"]
    scores = {each["condition"]: (each["before"], each["after"]) for each in ratings}
    assert scores == {"lower back": (7, 3), "migraine": (6, 4)}


def test_an_open_part_is_joined_with_its_score_on_leaving(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for 'lower back' --points LI4")
    clock.forward(minutes=50)
    commands = "paintrack edit 1 --for migraine --before 6 --after SCORE, then paintrack delete 2"
    assert f"When it is over, join them: {commands}" in answer_to(paintrack, "before 6 --for migraine")
    clock.forward(minutes=50)
    for command in ("after 4", "edit 1 --for migraine --before 6 --after 4", "delete 2 --yes"):
        assert paintrack(command).code == 0, command
    session = paintrack("show 1 --json").json
    scores = {each["condition"]: (each["before"], each["after"]) for each in session["ratings"]}
    assert (scores, session["points"]) == ({"lower back": (7, 3), "migraine": (6, 4)}, ["LI4"])


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        # What one of the two alone has must not be deleted with it.
        ("7 5 --for neck", "6 --for hip --cost 60", "edit 2 --for neck --before 7 --after 5, then paintrack delete 1"),
        ("7 5 --cost 60", "6 4 --for hip --cost 60", "edit 1 --for hip --before 6 --after 4, then paintrack delete 2"),
        ("7 5 --cost 60", "6 4 --for hip --note tired", "Compare them: paintrack show 1"),
        ("7 5", "6 4 --for hip --also knee=5:4", "edit 2 --for pain --before 7 --after 5, then paintrack delete 1"),
        ("7 5 --also neck=3:2", "6 4 --for hip --also knee=5:4", "Compare them: paintrack show 1"),
        ("--cost 60", "6 4 --for hip", "1, Mon 6 Jul 2026 14:02, has no scores. The same visit?"),
    ],
)
def test_parts_of_a_visit_are_joined_whole(first: str, second: str, sentence: str, paintrack: Paintrack) -> None:
    paintrack(f"log {first}")
    assert sentence in answer_to(paintrack, f"log {second}")


def test_before_near_a_complete_session(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for neck")
    clock.forward(hours=1)
    sentence = "The same visit? Join them: paintrack edit 2 --for neck --before 7 --after 3, then paintrack delete 1"
    assert sentence in answer_to(paintrack, "before 6 --for knee")
    paintrack("undo")
    assert "The same visit?" not in answer_to(paintrack, "before 6 --for knee --another")


@pytest.mark.parametrize(
    ("first", "second", "is_said"),
    [
        ("2026-07-03", "2026-07-03 23:00", True),
        ("2026-07-03 14:02", "2026-07-04", True),
        ("2026-07-03 00:10", "2026-07-04", True),
        ("2026-07-04", "2026-07-03 00:10", True),
        ("2026-07-03", "2026-07-04", True),
        ("2026-07-03", "2026-07-05", False),
        ("2026-07-03 23:50", "2026-07-05", False),
        ("2026-07-03 14:00", "2026-07-04 13:59", True),
        ("2026-07-03 14:00", "2026-07-04 14:00", False),
    ],
)
def test_within_a_day_without_a_time(first: str, second: str, is_said: bool, paintrack: Paintrack) -> None:
    paintrack(["log", "7", "3", "--at", first])
    answer = unwrapped(paintrack(["log", "6", "2", "--at", second]).out)
    at = f'To keep its time: paintrack edit 1 --at "{second}", then ' if second.startswith(f"{first} ") else ""
    assert (f"rates pain too. Two visits? Both stay. The same visit? {at}paintrack delete 2" in answer) is is_said


@pytest.mark.parametrize(
    ("hours", "typed", "is_said"),
    [
        (2, "before 6 --for neck", True),
        (23, "before 6 --for neck", True),
        (25, "before 6 --for neck", False),
        (5, "before 6 --for knee", False),
        (2, "before 6 --for neck --another", False),
        (2, "before 6 --for neck --at '2026-07-07'", False),
    ],
)
def test_before_after_a_logged_session(
    hours: int, typed: str, is_said: bool, paintrack: Paintrack, clock: Clock
) -> None:
    paintrack("log 7 3 --for neck")
    clock.forward(hours=hours)
    answer = unwrapped(paintrack(typed).out)
    question = "Two visits? Both stay. The same visit? paintrack delete 2"
    sentence = f"Session 1, Mon 6 Jul 2026 14:02, rates neck too. {question}"
    assert (sentence in answer) is is_said
    if is_said:
        assert paintrack("delete 2 --yes").code == 0


@pytest.mark.parametrize(
    ("hour", "nearest"), [("10:30", "Session 1, Mon 6 Jul 2026 10:00"), ("12:30", "Session 2, Mon 6 Jul 2026 13:00")]
)
def test_the_nearest_session_is_named(hour: str, nearest: str, paintrack: Paintrack) -> None:
    for typed in ("10:00", "13:00"):
        paintrack(f"log 7 3 --for neck --at {typed}")
    answer = unwrapped(paintrack(f"log 6 2 --for neck --at {hour}").out)
    assert f"{nearest}, rates neck too. Two visits? Both stay. The same visit? paintrack delete 3" in answer


def test_a_session_with_a_score_of_its_own_is_not_to_go(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("log 7 3 --for neck")
    clock.forward(hours=2)
    answer = unwrapped(paintrack("before 6 --for knee --also neck=5").out)
    assert "rates neck too. Two visits? Both stay. The same visit? Compare them: paintrack show 1" in answer
    assert "paintrack delete" not in answer


def test_one_with_details_of_its_own_is_not_to_go(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --cost 60 --points LI4 --side-effect bruise --note 'needle hurt'")
    clock.forward(hours=1)
    assert "The same visit? Compare them: paintrack show 1" in answer_to(paintrack, "log 7 3")


def test_before_says_one_line_on_other_sessions(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --for knee --at '2026-07-05 15:00'")
    paintrack("log 7 3 --for neck")
    clock.forward(hours=2)
    answer = answer_to(paintrack, "before 6 --for neck")
    assert "The same visit? paintrack delete 3" in answer
    assert "Session 1" not in answer


def test_log_while_one_is_open(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.forward(hours=1)
    assert "Session 1 is open since 14:02. The same visit? paintrack delete 1" in answer_to(paintrack, "log 7 3")
    assert paintrack("delete 1 --yes").code == 0
    assert paintrack("status --json").json["left_open"] == []


def test_log_of_another_condition_while_one_is_open(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --for 'lower back' --also neck=5")
    clock.forward(hours=1)
    assert (
        "Session 1 is open since 14:02, lower back and neck: paintrack after SCORE --also neck=SCORE --session 1"
        in answer_to(paintrack, "log 7 3 --for knee")
    )


def test_the_newer_goes_where_both_are_open(paintrack: Paintrack) -> None:
    paintrack("before 7")
    assert "Session 1 is open since 14:02. The same visit? paintrack delete 2" in answer_to(paintrack, "log 7")


def test_a_visit_of_its_own_is_opened_as_it_is_said(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.forward(minutes=5)
    command = "before 5 --for neck --cost 60 --another"
    answer = answer_to(paintrack, command.removesuffix(" --another"))
    assert f"A visit of its own? paintrack undo, then: paintrack {command} " in answer
    assert [paintrack(each).code for each in ("undo --yes", command)] == [0, 0]
    assert len(paintrack("list --json").json) == 2


def test_before_while_one_is_open(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7")
    clock.forward(minutes=5)
    answer = answer_to(paintrack, "before 5 --for neck")
    own_visit = "paintrack undo, then: paintrack before 5 --for neck --another"
    assert f"Added to session 1, open since 14:02. A visit of its own? {own_visit}" in answer
    assert "Added to" not in answer_to(paintrack, "before 5 --for knee --another")
    clock.forward(days=1)
    assert "Session 2, Mon 6 Jul 2026, knee, has no score after: paintrack after SCORE --session 2" in answer_to(
        paintrack, "before 6"
    )
    assert paintrack("after 3 --session 2").code == 0


def test_a_reading_while_a_session_is_open(paintrack: Paintrack, clock: Clock) -> None:
    paintrack("before 7 --for 'lower back'")
    clock.forward(hours=1)
    sentence = 'Session 1 is open. Was it the score after? paintrack undo, then: paintrack after 3 --for "lower back"'
    assert sentence in answer_to(paintrack, "rate 3")
    assert "Was it" not in answer_to(paintrack, "rate 3 --for neck")
    paintrack("undo")
    paintrack("undo")
    assert paintrack('after 3 --for "lower back"').code == 0
    assert "Was it" not in answer_to(paintrack, "rate 2")


@pytest.mark.parametrize(("answer", "is_reading"), [("y", False), ("n", True), ("", True)])
def test_on_a_terminal_the_reading_is_asked_about(answer: str, is_reading: bool, paintrack: Paintrack) -> None:
    at_a_terminal("", "before", "7", "--also", "neck=5", "--no-input", "--at", "2026-07-06 14:00")
    seen = at_a_terminal(f"{answer}\n", "rate", "3", "--note", "tired", "--at", "2026-07-06 15:00")
    assert "Is 3 the score after it, for pain? [y/N]" in unwrapped(seen)
    assert ("Reading r1." in seen) is is_reading
    session = paintrack("show 1 --json").json
    assert (session["ratings"][0]["after"], session["note"]) == ((None, None) if is_reading else (3, "tired"))


@pytest.mark.parametrize(
    ("typed", "again", "commands"),
    [
        # With equal scores the one without a time goes, ...
        ("7 3 --for neck", "7 3 --for neck", ["delete 1"]),
        ("7 3 --for neck", "7 3 --for neck --note hello", ["delete 1"]),
        # ... else the time goes over to the one that stays.
        ("7 3 --for neck", "6 3 --for neck", ['edit 1 --at "2026-07-04 10:00"', "delete 2"]),
        ("7 3 --for neck --note hello", "7 3 --for neck", ['edit 1 --at "2026-07-04 10:00"', "delete 2"]),
        # A visit of other conditions is joined, with its time.
        (
            "7 3 --for neck",
            "6 2 --for hip",
            ['edit 1 --for hip --before 6 --after 2 --at "2026-07-04 10:00"', "delete 2"],
        ),
    ],
)
def test_a_time_that_was_typed_once_is_not_lost(
    typed: str, again: str, commands: list[str], paintrack: Paintrack
) -> None:
    paintrack(f"log {typed} --at 2026-07-04")
    answer = answer_to(paintrack, f"log {again} --at '2026-07-04 10:00'")
    assert ", then ".join(f"paintrack {each}" for each in commands) in answer
    for command in commands:
        assert paintrack(f"{command} --yes" if command.startswith("delete") else command).code == 0
    left = paintrack("list --json").json[0]
    assert left["at"] == "2026-07-04T10:00:00+02:00"


def test_of_another_day_a_time_is_no_help(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for neck --at 2026-07-04")
    answer = answer_to(paintrack, "log 7 3 --for neck --at '2026-07-05 10:00'")
    assert "The same visit? paintrack delete 2" in answer


def test_the_open_session_of_the_same_condition_is_named(paintrack: Paintrack) -> None:
    paintrack('before 8 --for "lower back" --at 2026-05-19')
    paintrack("before 6 --for migraine --at 2026-05-26")
    assert "Session 1, Tue 19 May 2026, lower back, has no score after" in paintrack('before 7 --for "lower back"').out


def test_a_session_of_another_day_is_not_open_today(paintrack: Paintrack) -> None:
    paintrack('before 8 --for "lower back" --at 2026-05-19')
    assert "Session 1 is open since Tue 19 May 2026" in paintrack("log 6 2 --for migraine --at 2026-05-19").out

"""Words for the end of a visit lead to the session that waits for its score on leaving, and save nothing made up."""

import pytest

from tests.commands.guidance.suggestion_runner import suggestions
from tests.program import Clock, Paintrack

NOTHING_WAITS = ["log 7 3 --for neck --at '3 jul 10:00'"]
WAITS_NOW = [*NOTHING_WAITS, "before 7 --for migraine"]
WAITED_YESTERDAY = [*NOTHING_WAITS, "before 7 --for migraine --at yesterday"]
TWO_WAIT = [*NOTHING_WAITS, "before 7 --for migraine --also neck=5"]


@pytest.mark.parametrize(
    ("entries", "rest", "expected"),
    [
        (NOTHING_WAITS, "3", ["log BEFORE 3"]),
        (NOTHING_WAITS, "3 neck", ["log BEFORE 3 --for neck"]),
        (NOTHING_WAITS, "7 3", ["log 7 3"]),
        (NOTHING_WAITS, "1", ["log BEFORE 1"]),
        (NOTHING_WAITS, "22", ["log 7 3"]),
        (NOTHING_WAITS, "session 1", ["show 1"]),
        (WAITS_NOW, "", ["after SCORE"]),
        (WAITS_NOW, "3", ["after 3"]),
        (WAITS_NOW, "2", ["after 2", "after SCORE --session 2"]),
        (WAITS_NOW, "session 2", ["after SCORE --session 2"]),
        (WAITS_NOW, "22", ["after SCORE"]),
        (WAITS_NOW, "3 --note tired", ["after 3 --note tired"]),
        (WAITED_YESTERDAY, "", ["after SCORE --session 2"]),
        (WAITED_YESTERDAY, "3", ["after 3 --session 2"]),
        (TWO_WAIT, "", ["after SCORE --also neck=SCORE"]),
        (TWO_WAIT, "session 2", ["after SCORE --also neck=SCORE --session 2"]),
    ],
)
def test_an_end_is_that_of_the_session_that_waits(
    entries: list[str], rest: str, expected: list[str], paintrack: Paintrack, clock: Clock
) -> None:
    for entry in entries:
        assert paintrack(entry).code == 0
    clock.forward(minutes=5)
    for word in ("done", "end", "leave", "close", "finish"):
        assert suggestions(paintrack, f"{word} {rest}") == expected

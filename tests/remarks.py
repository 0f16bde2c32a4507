"""Notes, questions, PEG and plans for tests, a number of days after the start of the courses."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from paintrack.domain.remarks import Note, Peg, Plan, Question
from paintrack.domain.when import Moment
from tests.courses import START, TYPED


def _who(day: int, number: int) -> dict[str, Any]:
    when = Moment(START + timedelta(days=day))
    return {"uid": uuid4().hex, "when": when, "entered": TYPED, "edited": TYPED, "number": number}


def a_note(text: str = "new mattress", *, day: int = 0, number: int = 1, private: bool = False) -> Note:
    """A note."""
    return Note(text=text, private=private, **_who(day, number))


def a_question(text: str = "Every week?", *, day: int = 0, number: int = 1, done: str | None = None) -> Question:
    """A question."""
    return Question(text=text, done=done, **_who(day, number))


def a_peg(pain: float, enjoyment: float, activity: float, *, day: int = 0, number: int = 1) -> Peg:
    """Function in everyday life."""
    return Peg(pain=pain, enjoyment=enjoyment, activity=activity, **_who(day, number))


def a_plan(
    *,
    condition: str = "lower back",
    sessions: int | None = None,
    goal: float | None = None,
    day: int = 0,
    number: int = 1,
    ended: str | None = None,
) -> Plan:
    """A plan."""
    return Plan(condition=condition, sessions=sessions, goal=goal, ended=ended, **_who(day, number))

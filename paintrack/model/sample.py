"""An invented course of twelve sessions, always the same: what `demo` shows, and a fixture of many tests."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.other_entries import Note, Peg, Plan, Question
from paintrack.model.values.moment import Moment, stamp

CONDITION = "lower back"
_SUMMER_TIME = timezone(timedelta(hours=2))
_FIRST = datetime(2026, 6, 1, 17, 30, tzinfo=_SUMMER_TIME)
# Before and after, a session a week: about 2 lower after a session, as studies report, scores on arrival that slowly
# go down, one session without relief and one score that was forgotten.
_SCORES: tuple[tuple[float, float | None], ...] = (
    (7, 5), (8, 5), (7, 4), (6.5, 5), (7, 4), (6, 6), (6, 3), (5, None), (6, 3), (5, 3), (4, 2), (4.5, 2),
)  # fmt: skip
# The readings: the number of a session, days after it, the score.
_READINGS = ((2, 1, 6), (3, 1, 5), (3, 4, 7), (5, 2, 5), (7, 1, 3), (7, 5, 5), (9, 1, 4), (11, 2, 3))
_BRUISED, _TIRED = 3, 6


def sample_course() -> list[AnyEntry]:
    """Twelve sessions, two with a side effect, a reading before the first and eight in between; oldest first."""
    entries: list[AnyEntry] = [_reading(0, _FIRST - timedelta(days=3), 7)]
    entries += [_session(number, before, after) for number, (before, after) in enumerate(_SCORES, 1)]
    for place, (number, days, score) in enumerate(_READINGS, 1):
        at = _FIRST + timedelta(weeks=number - 1, days=days) - timedelta(hours=10)
        entries.append(_reading(place, at, score))
    return sorted(entries, key=lambda entry: entry.at)


def sample_remarks() -> list[AnyEntry]:
    """A plan with its goal, a note on a change of medicine, two questions, function (PEG) at the beginning and end."""

    def common(place: int, days: int) -> dict[str, Any]:
        at = _FIRST + timedelta(days=days)
        return {"uid": f"{2000 + place:032x}", "when": Moment(at), "entered": _typed(at), "edited": _typed(at)}

    return [
        Plan(**common(0, -3), condition=CONDITION, sessions=12, goal=4),
        Peg(**common(1, 0), pain=7, enjoyment=7, activity=6),
        Note(**common(2, 45), text="started amitriptyline 10 mg"),
        Peg(**common(3, 77), pain=4, enjoyment=4, activity=5),
        Question(**common(4, 77), text="Is every second week enough from now on?"),
        Question(**common(5, 77), text="Does the amitriptyline stay?"),
    ]


def _session(number: int, before: float, after: float | None) -> Session:
    at = _FIRST + timedelta(weeks=number - 1)
    effects = {_BRUISED: "bruise_bleeding", _TIRED: "headache_fatigue"}
    return Session(
        uid=f"{number:032x}",
        when=Moment(at),
        entered=_typed(at),
        edited=_typed(at),
        ratings=(Rating(condition=CONDITION, before=before, after=after),),
        points=("BL23", "BL40", "GB30") if number % 2 else ("BL23", "BL25", "KI3"),
        technique="electroacupuncture" if number > 8 else "manual",
        practitioner="Dr Li",
        side_effects=(SideEffect(kind=effects[number]),) if number in effects else (),
        cost=8500,
        covered=6000 if number <= 10 else 0,
    )


def _reading(place: int, at: datetime, score: float) -> Reading:
    return Reading(
        uid=f"{1000 + place:032x}",
        when=Moment(at),
        entered=_typed(at),
        edited=_typed(at),
        condition=CONDITION,
        score=score,
    )


def _typed(at: datetime) -> str:
    return stamp((at + timedelta(hours=1)).astimezone(UTC))

"""Statements for an insurer: of a usual course, of one with all that is hard, and with a trap in every text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from paintrack.analysis.condition.course import course_of
from paintrack.analysis.insurer_statement import ScoreChange, Statement, statement_of, visits_of
from paintrack.model.entries import Rating, Session, SideEffect
from paintrack.model.selection import Selection
from tests.factories.courses import K1_BEFORE, arrivals, k1_sessions, weekly

PRINTED = date(2026, 11, 27)
_LONG_NAME = "Zażółć Gęślą-Jaźń Brzęczyszczykiewicz"


def statement_for(
    sessions: Sequence[Session],
    selection: Selection | None = None,
    *,
    printed: date = PRINTED,
    only_open: bool = False,
    change: ScoreChange | None = None,
    **settings: str,
) -> Statement:
    """The statement of these sessions."""
    visits = visits_of(sessions, settings.get("currency"), only_open=only_open)
    return statement_of(visits, settings, selection or Selection(), printed, only_open=only_open, change=change)


def priced(sessions: Sequence[Session]) -> list[Session]:
    """The sessions with costs in EUR: of three in a row one is covered in part, one not at all, one is open."""
    return [
        replace(
            each,
            cost=8550,
            covered=(6000, 0, None)[place % 3],
            currency="EUR",
            practitioner="Dr Li",
            receipt=(f"R-{201 + place}; 97810, 97811", None, f"R-{201 + place}")[place % 3],
        )
        for place, each in enumerate(sessions)
    ]


@cache
def sample_statement(*, with_change: bool = False) -> Statement:
    """Ten weekly visits, of which three are open."""
    change = change_of(K1_BEFORE) if with_change else None
    return statement_for(priced(k1_sessions()), change=change, name="Maria Kowalska")


def change_of(scores: Sequence[float]) -> ScoreChange:
    """The change of weekly scores on arrival."""
    arrived = tuple(arrivals(scores))
    return ScoreChange(condition="lower back", course=course_of(arrived, "lower back"), arrivals=arrived)


@cache
def hard_statement() -> Statement:
    """Eighty visits over three calendar years, in two currencies, with names and receipts of many scripts."""
    names = ("Dr Li", _LONG_NAME, "د. علي", "李医生 😀", None)
    receipts = ("R-203; 97810, 97811, 97813, 97814", None, "فاتورة 12", "x" * 60)
    sessions = [
        replace(each, practitioner=names[place % 5], receipt=receipts[place % 4], currency=("EUR", "CHF")[place // 50])
        for place, each in enumerate(priced(weekly([7] * 80)))
    ]
    sessions[5] = replace(sessions[5], cost=None, covered=None)
    sessions[6] = replace(sessions[6], cost=999_999_999, covered=0)
    return statement_for(sessions, Selection(point="LI4"), printed=date(2028, 1, 20))


@cache
def trap_statement(trap: str) -> Statement:
    """Two visits with the same trap in every text that a person can type."""
    sessions = [
        replace(
            each,
            ratings=(Rating(trap, 7.0, 5.0),),
            points=(trap,),
            practitioner=trap,
            side_effects=(SideEffect("other", trap),),
            currency=trap,
            receipt=trap,
            note=trap,
            cost=8000,
        )
        for each in weekly([7, 6])
    ]
    change = ScoreChange(condition=trap, course=None, arrivals=())
    return statement_for(sessions, Selection(practitioner=trap), change=change, name=trap)

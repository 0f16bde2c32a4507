"""Courses to test with, among them K1: ten weekly sessions for a lower back, worked out by hand."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from paintrack.domain.compare import Rated, Trait
from paintrack.domain.entry import AnyEntry, Rating, Reading, Session, readings_of, sessions_of
from paintrack.domain.picture import Picture, picture_of
from paintrack.domain.text import folded
from paintrack.domain.trend import Trend, trend_of
from paintrack.domain.visit import Arrival, Visit, readings_for, visits_of
from paintrack.domain.when import Moment

START = datetime(2026, 7, 6, 15, tzinfo=UTC)
TYPED = "2026-12-01T00:00:00.000000Z"
K1_BEFORE = (8, 7, 7, 6, 7, 5, 6, 5, 4, 4)
K1_AFTER = (5, 5, 4, 4, 5, 3, 4, 3, 3, 2)


def arrivals(scores: Sequence[float], every: int = 7) -> list[Arrival]:
    """One arrival every so many days from 6 July 2026 on, numbered from 1."""
    days = (START.date() + timedelta(days=every * place) for place in range(len(scores)))
    return [Arrival(number, day, score) for number, (day, score) in enumerate(zip(days, scores, strict=True), 1)]


def visits(before: Sequence[float | None], after: Sequence[float | None]) -> list[Visit]:
    """One visit a week with these scores."""
    return [
        Visit(number, START + timedelta(weeks=number - 1), *scores, uid=f"{number:032x}")
        for number, scores in enumerate(zip(before, after, strict=True), 1)
    ]


def session(day: int, *ratings: Rating, points: tuple[str, ...] = (), **rest: str | None) -> Session:
    """A session so many days after the start; `rest` is the technique or the practitioner."""
    return Session(
        uid=f"{day:032x}",
        when=Moment(START + timedelta(days=day)),
        entered=TYPED,
        edited=TYPED,
        ratings=ratings,
        points=points,
        technique=rest.get("technique"),
        practitioner=rest.get("practitioner"),
    )


def rated(sessions: Sequence[Session], trait: Trait, condition: str | None = "lower back") -> list[Rated]:
    """What is grouped by a trait, out of whole sessions in the order of time; None: every condition."""
    names: dict[Trait, Callable[[Session, Rating], Sequence[str | None]]] = {
        Trait.CONDITION: lambda _, rating: (rating.condition,),
        Trait.POINT: lambda session, _: session.points or (None,),
        Trait.TECHNIQUE: lambda session, _: (session.technique,),
        Trait.PRACTITIONER: lambda session, _: (session.practitioner,),
    }
    return [
        Rated(session.uid, name, rating.before, rating.after)
        for session in sessions
        for rating in session.ratings
        if condition is None or folded(rating.condition) == folded(condition)
        for name in names[trait](session, rating)
    ]


def trend(condition: str, entries: Sequence[AnyEntry], *, goal: float | None = None, **asked: Any) -> Trend:
    """The trend of a condition in a history of any order; a `goal` is planned from the start on."""
    from tests.remarks import a_plan

    sessions, own = sessions_of(entries), readings_for(readings_of(entries), condition)
    others = sorted(each.at for each in sessions if each.rating_of(condition) is None)
    plan = None if goal is None else a_plan(condition=condition, goal=goal)
    return trend_of(condition, visits_of(sessions, condition), own, **{"others": others, "plan": plan} | asked)


def picture(condition: str, sessions: Sequence[Session], readings: Sequence[Reading], **asked: Any) -> Picture:
    """The picture of a condition from sessions and readings of any order and condition."""
    return picture_of(condition, visits_of(sessions, condition), readings_for(readings, condition), **asked)


NECK = Rating(condition="neck", before=6, after=3)


def back(before: float | None, after: float | None) -> Rating:
    """A rating of the lower back."""
    return Rating(condition="lower back", before=before, after=after)


def reading(day: int, score: float, *, hours: int = 1, condition: str = "lower back") -> Reading:
    """A reading so many days and hours after the start."""
    return Reading(
        uid=f"{day:031x}f",
        when=Moment(START + timedelta(days=day, hours=hours)),
        entered=TYPED,
        edited=TYPED,
        condition=condition,
        score=score,
    )


def on(day: int) -> date:
    """The calendar day so many days after the start."""
    return START.date() + timedelta(days=day)

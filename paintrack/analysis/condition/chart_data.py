"""What the charts of one condition draw: a bar for each session, from its score before to its score after."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import RatedSession, select_sessions
from paintrack.model.entries import Reading


class DatedScore(NamedTuple):
    """A reading as it is drawn: its score (0 to 10) on its local day."""

    day: date
    score: float


class Bar(NamedTuple):
    """One session of one condition; at least one of its two scores (0 to 10) is there.

    `number` is its place in the course, from 1 on; `readings` are those between it and the next session, in the order
    of time; `id` is the number that people type (`show 8`), None before it is saved.
    """

    number: int
    day: date
    before: float | None
    after: float | None
    readings: tuple[DatedScore, ...] = ()
    id: int | None = None

    @property
    def label(self) -> str:
        """What stands under the bar: the id that people type."""
        return str(self.number if self.id is None else self.id)

    @property
    def is_rise(self) -> bool:
        """Whether the score was higher after the session."""
        return self.before is not None and self.after is not None and self.after > self.before


class Bracket(NamedTuple):
    """The median of the scores on arrival (0 to 10) of the sessions from number `first` to number `last`."""

    first: int
    last: int
    median: float


class Mark(NamedTuple):
    """A change worth knowing, on its day: `started amitriptyline`."""

    day: date
    text: str


class EffectMark(NamedTuple):
    """A side effect on the day when it was noticed: `bruise`; `is_serious` if it calls for help now or today."""

    day: date
    text: str
    is_serious: bool = False


class ChartData(NamedTuple):
    """All that is drawn of one condition, in the order of time.

    `early` are the readings before its first session; empty if that session has no bar here. `goal` is a score (0 to
    10). `of` counts the selected sessions, including those without a bar, which have no score or are too old to be
    drawn. `brackets` are the medians that the sentences state, at most two; `not_counted` is the number of the session
    whose score on arrival they leave out. `is_mostly_zero`: the scores on arrival are mostly 0, so that days are
    counted instead of a course. `zero_days` are the days that the person declared to be 0.
    """

    condition: str
    bars: tuple[Bar, ...]
    early: tuple[DatedScore, ...] = ()
    goal: float | None = None
    marks: tuple[Mark, ...] = ()
    of: int = 0
    brackets: tuple[Bracket, ...] = ()
    not_counted: int | None = None
    effects: tuple[EffectMark, ...] = ()
    is_mostly_zero: bool = False
    zero_days: frozenset[date] = frozenset()

    @property
    def is_calendar(self) -> bool:
        """Whether days are drawn, not a course: for scores that are mostly 0, and for readings alone."""
        return self.is_mostly_zero or not self.bars

    @property
    def touches_two_years(self) -> bool:
        """Whether its scores and changes lie in more than one calendar year, so that its dates need a year."""
        days = [*(bar.day for bar in self.bars), *(each.day for each in self.early), *(mark.day for mark in self.marks)]
        days += [reading.day for bar in self.bars[-1:] for reading in bar.readings]
        return bool(days) and min(days).year != max(days).year


def chart_data_of(
    condition: str,
    course: Sequence[RatedSession],
    readings: Sequence[Reading],
    *,
    goal: float | None = None,
    marks: Iterable[Mark] = (),
    brackets: tuple[Bracket, ...] = (),
    not_counted: int | None = None,
    effects: Iterable[EffectMark] = (),
    is_mostly_zero: bool = False,
    zero_days: frozenset[date] = frozenset(),
    selected_uids: Container[str] | None = None,
) -> ChartData:
    """The chart data of one condition from all its sessions and readings, each in the order of time.

    A session without a score has a number but no bar. `selected_uids` holds the uids of the sessions to draw (None:
    all). A session that is left out takes the readings after it along; the others keep their numbers. Without any
    session, readings are selected by their own uids.
    """
    scored = [session for session in course if session.before is not None or session.after is not None]
    if not scored:
        readings = [reading for reading in readings if selected_uids is None or reading.uid in selected_uids]
    early, groups = _between([session.at for session in scored], readings)
    return ChartData(
        condition=condition,
        bars=tuple(
            Bar(session.number, session.day, session.before, session.after, groups.get(place, ()), session.id)
            for place, session in enumerate(scored)
            if selected_uids is None or session.uid in selected_uids
        ),
        early=early if selected_uids is None or all(session.uid in selected_uids for session in scored[:1]) else (),
        goal=goal,
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
        of=len(course) if selected_uids is None else len(select_sessions(course, selected_uids)),
        brackets=brackets,
        not_counted=not_counted,
        effects=tuple(sorted(effects)),
        is_mostly_zero=is_mostly_zero,
        zero_days=zero_days,
    )


def highest_scores(chart_data: ChartData) -> dict[date, float]:
    """The highest score (0 to 10) of each day, whatever kind it is: for the calendar and the count of days above 0.

    A day that was declared 0 and has no score is 0. The days are in no order.
    """
    highest: dict[date, float] = dict.fromkeys(chart_data.zero_days, 0)
    readings = (*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings))
    sessions = ((bar.day, score) for bar in chart_data.bars for score in (bar.before, bar.after) if score is not None)
    for day, score in (*sessions, *((each.day, each.score) for each in readings)):
        highest[day] = max(score, highest.get(day, 0))
    return highest


def newest(chart_data: ChartData, count: int) -> ChartData:
    """The chart data with its newest `count` bars (1 or more) and nothing from before them."""
    if count >= len(chart_data.bars):
        return chart_data
    bars = chart_data.bars[-count:]
    marks = tuple(mark for mark in chart_data.marks if mark.day >= bars[0].day)
    effects = tuple(effect for effect in chart_data.effects if effect.day >= bars[0].day)
    return chart_data._replace(bars=bars, early=(), marks=marks, effects=effects)


def _between(
    starts: Sequence[datetime], readings: Iterable[Reading]
) -> tuple[tuple[DatedScore, ...], dict[int, tuple[DatedScore, ...]]]:
    """The readings before the first start, and by the index of each start those from it up to the next one."""
    groups: defaultdict[int, list[DatedScore]] = defaultdict(list)
    for reading in readings:
        groups[bisect_right(starts, reading.at) - 1].append(DatedScore(reading.when.day, reading.score))
    early = tuple(groups.pop(-1, ()))
    return early, {place: tuple(group) for place, group in groups.items()}

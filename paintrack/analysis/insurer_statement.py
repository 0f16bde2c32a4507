"""The statement for an insurer: visits, what they cost and how much was covered; nothing that was rated or noted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.condition.course import Course
from paintrack.analysis.costs import currencies_in_sums, recorded_currency
from paintrack.model.entries import Session
from paintrack.model.selection import Selection
from paintrack.model.statement_columns import STATEMENT_COLUMNS
from paintrack.model.typed.names.newest_spelling import in_newest_spelling, newest_spellings
from paintrack.model.values.money import in_units

_YEAR = timedelta(days=365)


class Visit(NamedTuple):
    """A session without anything about health: amounts in hundredths of the currency unit, None if not recorded."""

    day: date
    practitioner: str | None
    currency: str | None
    paid: int | None
    covered: int | None
    receipt: str | None

    @property
    def open(self) -> int | None:
        """How much of `paid` the insurer has not yet answered: all or 0, since any covered amount, even 0, answers."""
        return self.paid if self.covered is None or self.paid is None else 0


class Sums(NamedTuple):
    """The number of visits in one currency (1 or more), and their amounts in hundredths of its unit.

    `year` is None for the sums over all years. An amount that no visit has is None: not recorded is not 0.
    """

    year: int | None
    currency: str | None
    visits: int
    paid: int | None
    covered: int | None
    open: int | None


class VisitWindow(NamedTuple):
    """The most visits within any 365 days in a row, from the first of them to the last."""

    visits: int
    first_day: date
    last_day: date


class ScoreChange(NamedTuple):
    """The course of one condition over the visits of the statement, for those who ask for it.

    `course` is None if the visits have no score on arrival. `arrivals` are the scores that it is computed from.
    `whole_course` is that of all visits of the course, None if none is left out.
    """

    condition: str
    course: Course | None
    arrivals: tuple[Arrival, ...]
    whole_course: Course | None = None


class Statement(NamedTuple):
    """Visits in the order of time, one or more, and their sums.

    - `first_day`, `last_day`: the period that was asked for (up to `printed`), else from the first to the last visit.
      If only the newest visits were asked for, it begins with the first of them.
    - `years`: by local calendar year, then by currency; `totals`: by currency.
    - `busiest`: None unless the visits span more than 365 days.
    - `only_with`, `only_open`: only visits with this practitioner, or without an answer, are shown.
    - `is_chosen_otherwise`: only visits with a certain condition or point are shown.
    """

    printed: date
    name: str | None
    paper: str
    first_day: date
    last_day: date
    visits: tuple[Visit, ...]
    years: tuple[Sums, ...]
    totals: tuple[Sums, ...]
    busiest: VisitWindow | None
    only_with: str | None
    only_open: bool
    is_chosen_otherwise: bool
    change: ScoreChange | None

    @property
    def days(self) -> int:
        """The length of the period in days, its first and its last day included."""
        return (self.last_day - self.first_day).days + 1


def visits_of(sessions: Iterable[Session], default_currency: str | None, *, only_open: bool = False) -> list[Visit]:
    """The sessions, oldest first, as visits, with `only_open` those of which something is not yet answered.

    A practitioner's name in two spellings is one, as it was spelled last.
    """
    sessions = [*sessions]
    spellings = newest_spellings(session.practitioner for session in sessions)
    visits = (
        Visit(
            day=session.when.day,
            practitioner=in_newest_spelling(session.practitioner, spellings),
            currency=recorded_currency(session, default_currency),
            paid=session.cost,
            covered=session.covered,
            receipt=session.receipt,
        )
        for session in sessions
    )
    return [visit for visit in visits if visit.open or not only_open]


def visit_rows(visits: Iterable[Visit]) -> list[dict[str, Any]]:
    """The visits as rows of `STATEMENT_COLUMNS`: the date in ISO 8601, amounts in currency units."""

    def units(amount: int | None) -> int | float | None:
        return None if amount is None else in_units(amount)

    return [
        dict(
            zip(
                STATEMENT_COLUMNS,
                (
                    visit.day.isoformat(),
                    visit.practitioner,
                    visit.currency,
                    *map(units, (visit.paid, visit.covered, visit.open)),
                    visit.receipt,
                ),
                strict=True,
            )
        )
        for visit in visits
    ]


def statement_of(
    visits: Sequence[Visit],
    settings: Mapping[str, str],
    selection: Selection,
    today: date,
    *,
    only_open: bool = False,
    change: ScoreChange | None = None,
) -> Statement:
    """The statement of at least one visit, in the order of time, chosen by `selection` and `only_open`."""
    days = [visit.day for visit in visits]
    period_end = days[-1] if selection.until is None else min(selection.until, today)
    return Statement(
        printed=today,
        name=settings.get("name"),
        paper=settings.get("paper", "a4"),
        first_day=days[0] if selection.since is None or selection.last is not None else selection.since,
        last_day=max(period_end, days[-1]),
        visits=tuple(visits),
        years=_sums(visits, by_year=True),
        totals=_sums(visits, by_year=False),
        busiest=_busiest(days),
        # As the visit spells it, not as it was typed for the filter.
        only_with=visits[-1].practitioner if selection.practitioner else None,
        only_open=only_open,
        is_chosen_otherwise=(selection.condition, selection.point) != (None, None),
        change=change,
    )


def _sums(visits: Sequence[Visit], *, by_year: bool) -> tuple[Sums, ...]:
    groups: dict[tuple[int | None, str | None], list[Visit]] = {}
    has_amount = [visit.paid is not None or visit.covered is not None for visit in visits]
    currencies = currencies_in_sums([visit.currency for visit in visits], has_amount)
    for visit, currency in zip(visits, currencies, strict=True):
        groups.setdefault((visit.day.year if by_year else None, currency), []).append(visit)
    in_order = sorted(groups.items(), key=lambda group: (group[0][0] or 0, group[0][1] or ""))
    return tuple(
        Sums(
            year=year,
            currency=currency,
            visits=len(group),
            paid=_sum(visit.paid for visit in group),
            covered=_sum(visit.covered for visit in group),
            open=_sum(visit.open for visit in group),
        )
        for (year, currency), group in in_order
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    recorded = [amount for amount in amounts if amount is not None]
    return sum(recorded) if recorded else None


def _busiest(days: Sequence[date]) -> VisitWindow | None:
    """The first of the windows with the most visits; None if the days, in order, span at most 365 days."""
    if days[-1] - days[0] < _YEAR:
        return None
    start, best = 0, VisitWindow(0, days[0], days[0])
    for end, day in enumerate(days):
        while day - days[start] >= _YEAR:
            start += 1
        if end - start + 1 > best.visits:
            best = VisitWindow(end - start + 1, days[start], day)
    return best

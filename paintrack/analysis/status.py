"""Where things stand: what is open, the last session, each condition's newest scores and the progress of its plan."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from paintrack.model.entries import KINDS, Rating, Reading, Session
from paintrack.model.open_session import current_session, open_ratings
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import now_moment

if TYPE_CHECKING:
    from paintrack.analysis.condition.condition_sessions import RatedSession
    from paintrack.model.other_entries import NextVisit, Plan

MOST_SCORES = 10


class PlanProgress(NamedTuple):
    """A plan that was not ended: its id, how many sessions are `done`, and its aims (None: not set)."""

    id: str
    done: int
    sessions: int | None
    goal: float | None


class UnresolvedSymptom(NamedTuple):
    """The id of a session, and the names of its serious side effects that have no outcome yet.

    `day` is the local day on which the last of them was noticed.
    """

    label: str
    day: date
    names: tuple[str, ...]


class ConditionHistory(NamedTuple):
    """All sessions and readings of one condition, each oldest first, and its plan."""

    condition: str
    sessions: "Sequence[RatedSession]"
    readings: Sequence[Reading]
    plan: PlanProgress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionStatus:
    """The newest scores of one condition (0 to 10), without those of the current session.

    `arrivals` are the newest scores on arrival, at most `MOST_SCORES`, oldest first; without any session `at_home` are
    those of the newest readings. The newest score of all is either in a session (`last`) or a `reading`; the other is
    None, and without a score both are. `days_since_reading` counts local calendar days. `is_open`: the current session
    waits for its score on leaving.
    """

    condition: str
    sessions: int
    readings: int
    arrivals: tuple[float, ...] = ()
    last: Rating | None = None
    reading: float | None = None
    days_since_reading: int | None = None
    plan: PlanProgress | None = None
    is_open: bool = False
    at_home: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The current session, all others that lack a score on leaving (newest first), the last closed one.

    `conditions` begin with those that are open now, then those with a plan; otherwise they keep the order of their
    histories. `days_since` counts local calendar days since the last closed session, `days_since_visit` those since the
    last visit, `days_until` those until `next_visit`, which is still to come. `counts` has each kind of entry in the
    file with its number; `plans` are those that were not ended. `serious` are the newest serious symptoms without an
    outcome; `to_ask` counts the questions that are not settled.
    """

    current_session: Session | None = None
    left_open: tuple[Session, ...] = ()
    last: Session | None = None
    days_since: int | None = None
    days_since_visit: int | None = None
    counts: tuple[tuple[str, int], ...] = ()
    plans: "tuple[Plan, ...]" = ()
    conditions: tuple[ConditionStatus, ...] = ()
    next_visit: "NextVisit | None" = None
    days_until: int | None = None
    serious: UnresolvedSymptom | None = None
    to_ask: int = 0

    @property
    def last_visit(self) -> Session | None:
        """The last session before the current one, also one that lacks a score on leaving."""
        return _newest(self.left_open, self.last)


def status_of(
    open_sessions: Sequence[Session],
    last: Session | None,
    counts: Mapping[str, int],
    now: datetime,
    plans: Iterable["Plan"] = (),
    histories: Iterable[ConditionHistory] = (),
    visits: Iterable["NextVisit"] = (),
    *,
    serious: UnresolvedSymptom | None = None,
    to_ask: int = 0,
) -> Status:
    """The status at `now`, a local time with its offset; `open_sessions` newest first, `last` the newest closed one."""
    current = current_session(open_sessions, now_moment(now))
    coming = [each for each in visits if each.visit_moment.at > now]
    next_visit = max(coming, key=lambda each: each.visit_moment.at, default=None)
    opened = {folded(rating.condition) for rating in open_ratings(current)} if current else set()

    def urgency(history: ConditionHistory) -> tuple[bool, bool]:
        return folded(history.condition) not in opened, history.plan is None

    left_open = tuple(session for session in open_sessions if session is not current)
    last_visit = _newest(left_open, last)
    return Status(
        current_session=current,
        left_open=left_open,
        last=last,
        days_since=(now.date() - last.when.day).days if last else None,
        days_since_visit=(now.date() - last_visit.when.day).days if last_visit else None,
        counts=tuple((kind, counts[kind]) for kind in KINDS if kind in counts),
        plans=tuple(plan for plan in plans if plan.ended is None),
        conditions=tuple(_condition_status(each, current, opened, now) for each in sorted(histories, key=urgency)),
        next_visit=next_visit,
        days_until=None if next_visit is None else (next_visit.visit_moment.day - now.date()).days,
        serious=serious,
        to_ask=to_ask,
    )


def _newest(left_open: Sequence[Session], last: Session | None) -> Session | None:
    sessions = [*left_open[:1], *([last] if last else [])]
    return max(sessions, key=lambda session: session.at, default=None)


def _condition_status(
    history: ConditionHistory, current: Session | None, opened: Container[str], now: datetime
) -> ConditionStatus:
    """The status of one condition; `opened` are the folded names of those that wait for a score on leaving now."""
    hidden = current.uid if current else None
    sessions = [each for each in history.sessions if each.uid != hidden and (each.before, each.after) != (None, None)]
    readings = history.readings
    last = sessions[-1] if sessions else None
    is_reading_newer = bool(readings and (last is None or readings[-1].at > last.at))
    return ConditionStatus(
        condition=history.condition,
        sessions=len(history.sessions),
        readings=len(readings),
        arrivals=tuple(each.before for each in sessions if each.before is not None)[-MOST_SCORES:],
        last=None if last is None or is_reading_newer else Rating(history.condition, last.before, last.after),
        reading=readings[-1].score if is_reading_newer else None,
        days_since_reading=(now.date() - readings[-1].when.day).days if is_reading_newer else None,
        plan=history.plan,
        is_open=folded(history.condition) in opened,
        at_home=() if history.sessions else tuple(each.score for each in readings[-MOST_SCORES:]),
    )

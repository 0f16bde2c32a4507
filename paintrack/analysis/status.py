"""Where things stand: the open session, the last one, how much is recorded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from paintrack.model.entries import KINDS, Session
from paintrack.model.moment import now_moment
from paintrack.model.open_session import current_session, open_ratings
from paintrack.model.serialization.json_entries import entry_json

if TYPE_CHECKING:
    from paintrack.model.other_entries import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The current session, the newest other one that lacks a score on leaving, the last closed one.

    `days_since` counts local calendar days since the last closed session. `counts` has each kind of entry in the file
    and how many there are, `plans` the id of each plan that was not ended and its content in words.
    """

    current_session: Session | None = None
    left_open: Session | None = None
    last: Session | None = None
    days_since: int | None = None
    counts: tuple[tuple[str, int], ...] = ()
    plans: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The status as JSON-ready values, without the score on arrival of an open session.

        Seeing that one would influence the score on leaving.
        """
        return {
            "open": None if self.current_session is None else _without_scores(self.current_session),
            "left_open": None if self.left_open is None else _without_scores(self.left_open),
            "last": None if self.last is None else entry_json(self.last),
            "days_since": self.days_since,
            "counts": dict(self.counts),
            "plans": [{"id": label, "plan": words} for label, words in self.plans],
        }


def status_of(
    open_sessions: Sequence[Session],
    last: Session | None,
    counts: Mapping[str, int],
    now: datetime,
    plans: Iterable["Plan"] = (),
) -> Status:
    """The status at `now`, a local time with its offset; `open_sessions` newest first, `last` the newest closed one."""
    current = current_session(open_sessions, now_moment(now))
    left_open = [session for session in open_sessions if session is not current]
    return Status(
        current_session=current,
        left_open=left_open[0] if left_open else None,
        last=last,
        days_since=(now.date() - last.when.day).days if last else None,
        counts=tuple((kind, counts[kind]) for kind in KINDS if kind in counts),
        plans=tuple((plan.label, plan.in_words()) for plan in plans if plan.ended is None),
    )


def _without_scores(session: Session) -> dict[str, Any]:
    conditions = [rating.condition for rating in open_ratings(session)]
    return {"id": session.label, "at": session.when.iso(), "conditions": conditions}

"""Where things stand, as JSON."""

from typing import Any

from paintrack.analysis.status import ConditionStatus, Status
from paintrack.model.displayed_text import without_isolates
from paintrack.model.entries import Session
from paintrack.model.open_session import open_conditions
from paintrack.model.serialization.json_entries import entry_json
from paintrack.views.value_words import plan_in_words


def status_json(status: Status) -> dict[str, Any]:
    """The status with documented keys, without the score on arrival of an open session.

    Seeing that score would influence the score on leaving.
    """
    return {
        "open": None if status.current_session is None else _without_scores(status.current_session),
        "left_open": [_without_scores(session) for session in status.left_open],
        "last": None if status.last is None else entry_json(status.last),
        "days_since": status.days_since,
        "counts": dict(status.counts),
        "plans": [{"id": plan.label, "plan": without_isolates(plan_in_words(plan))} for plan in status.plans],
        "conditions": [_condition_json(each) for each in status.conditions],
        "next_visit": None if status.next_visit is None else entry_json(status.next_visit),
        "days_until": status.days_until,
        "serious": None if status.serious is None else status.serious.label,
        "to_ask": status.to_ask,
    }


def _condition_json(status: ConditionStatus) -> dict[str, Any]:
    newest = {"before": None, "after": None, "reading": status.reading}
    if status.last is not None:
        newest |= {"before": status.last.before, "after": status.last.after}
    return {
        "condition": status.condition,
        "sessions": status.sessions,
        "readings": status.readings,
        "arrivals": list(status.arrivals),
        "newest": newest,
        "plan": None if status.plan is None else status.plan._asdict(),
    }


def _without_scores(session: Session) -> dict[str, Any]:
    conditions = open_conditions(session)
    return {"id": session.label, "at": session.when.iso(), "conditions": conditions}

"""The trend of one condition around its chart: title above, sentences below; and the same as JSON."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.condition.rated_sessions import RatedSession
from paintrack.model.serialization.json_entries import json_value
from paintrack.model.typed_text import counted, shell_quoted, visible_line
from paintrack.views.json_values import json_values
from paintrack.views.text_layout import fill, pack
from paintrack.views.trend.trend_sentences import (
    EXPLANATION_HINT,
    TREND_CAVEATS,
    goal_sentence,
    labelled_sentences,
    marks_sentence,
    sentence_lines,
    trend_name,
    trend_title,
)


def trend_screen(trend: ConditionFigures, chart: str, *, width: int) -> str:
    """Title, chart, sentences and caveats; without a chart, plain sentences, one a line."""
    marks, goal = marks_sentence(trend.picture.marks), goal_sentence(trend)
    if not chart:
        sentences = [f"{label}: {text}" for label, text in labelled_sentences(trend)]
        return "\n".join(filter(None, [f"{trend_name(trend)}.", *sentences, goal, marks, TREND_CAVEATS]))
    last = [fill(each, min(width, 100)) for each in (goal, marks, TREND_CAVEATS, EXPLANATION_HINT) if each]
    return "\n\n".join(
        filter(
            None, [trend_title(trend, width=width) + "\n" + chart, sentence_lines(trend, width=width), "\n".join(last)]
        )
    )


def no_session_notice(trend: ConditionFigures, other_conditions: Sequence[str], *, in_all: int, width: int) -> str:
    """Why there is nothing to draw for a condition, which has `in_all` sessions without filters, and what to type."""
    name = visible_line(trend.condition)
    if in_all:
        sessions = "the 1 session" if in_all == 1 else f"any of the {in_all} sessions"
        see = f"See: paintrack list --for {shell_quoted(name)}"
        return pack([f"The filters do not fit {sessions} for {name}.", see], width, indent="")
    if trend.readings:
        text = f"{name}: {counted(trend.readings, 'reading')} and no session yet. See them: paintrack list"
    elif other_conditions:
        text = f"No session for {name}. {other_conditions_hint(other_conditions)}"
    else:
        text = f"No session for {name} yet. Start with: paintrack before 7"
    return fill(text, width)


def other_conditions_hint(other_conditions: Sequence[str]) -> str:
    """The other conditions, and how to see one of them."""
    names = ", ".join(map(visible_line, other_conditions))
    return f"Also recorded: {names}. See one: paintrack trend --for {shell_quoted(visible_line(other_conditions[0]))}"


def trend_json(trend: ConditionFigures) -> dict[str, Any]:
    """Every figure at full precision under the names of their fields; null where there is none."""
    elsewhere = ("picture", "visits")
    figures = {each.name: getattr(trend, each.name) for each in fields(trend) if each.name not in elsewhere}
    record: dict[str, Any] = json_values(figures | {"marks": trend.picture.marks})
    return record | {"visits": [_visit(each) for each in trend.visits]}


def _visit(session: RatedSession) -> dict[str, Any]:
    # Field by field: a long history has a hundred thousand of them.
    return {
        "number": session.number,
        "at": session.at.isoformat(),
        "before": json_value(session.before),
        "after": json_value(session.after),
        "uid": session.uid,
    }

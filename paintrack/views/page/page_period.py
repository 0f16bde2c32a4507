"""The line below the title of the page: how many sessions and readings it is about, with whom, and from which days."""

from collections.abc import Sequence

from paintrack.analysis.page_figures import Summary
from paintrack.model.displayed_text import listed
from paintrack.views.page.commands_for_omitted_content import whole_course_page
from paintrack.views.page.page_capacity import Limits
from paintrack.views.trend.trend_questions_and_answers import last_score_sentence, period_in_words
from paintrack.views.value_words import counted, show_period

_PRACTITIONERS = 8


def page_period(summary: Summary, limits: Limits) -> str:
    """`10 sessions with Dr Li, 6 Jul to 7 Sep 2026; 1 reading (the newest of 2 courses)`, and if it is long ago."""
    chosen = "; ".join(filter(None, [summary.why, _left_out(summary, limits)]))
    chosen = f" ({chosen})" if chosen else ""
    last_score = last_score_sentence(summary.main, summary.printed) if summary.main else ""
    chosen += f". {last_score}" if last_score else ""
    if summary.first_day is None or summary.last_day is None:
        return f"No session or reading{chosen}"
    days = (summary.first_day, summary.last_day)
    if summary.session_days is None:
        # First what the page is not: of sessions.
        return f"{_counted_readings(summary, limits)} at home and no session, {show_period(*days)}{chosen}"
    named = summary.with_practitioner
    counted_sessions = _counted_sessions(summary, limits)
    # Behind `12 sessions (9 for neck pain)` "of them" would be read as of the 9.
    of_all = f"of the {summary.sessions}" if counted_sessions.endswith(")") else "of them"
    joint = " with " if named == summary.sessions else f", {named} {of_all} with "
    sessions = joint.join([counted_sessions, *_names(summary.practitioners, limits)])
    readings = _counted_readings(summary, limits) if summary.readings else ""
    return period_in_words(sessions, summary.session_days, readings, days=days) + chosen


def _counted_sessions(summary: Summary, limits: Limits) -> str:
    """`7 sessions (4 for migraine)` where some are for other conditions alone: the title names one."""
    of_main = _of_main(summary, limits, "for", summary.main_sessions, summary.sessions)
    return counted(summary.sessions, "session") + of_main


def _counted_readings(summary: Summary, limits: Limits) -> str:
    """`3 readings (2 of migraine)`, likewise."""
    of_main = _of_main(summary, limits, "of", summary.main_readings, summary.readings)
    return counted(summary.readings, "reading") + of_main


def _of_main(summary: Summary, limits: Limits, word: str, number: int, total: int) -> str:
    if summary.main is None or number == total:
        return ""
    return f" ({number or 'none'} {word} {limits.cut(summary.main.condition, 60)})"


def _left_out(summary: Summary, limits: Limits) -> str:
    """How many sessions of the main course are not on the page, and how to have them."""
    left_out = summary.main.left_out if summary.main else 0
    return limits.complete(f"{left_out} left out, all: {whole_course_page(summary)}") if left_out else ""


def _names(practitioners: Sequence[str], limits: Limits) -> list[str]:
    """At most one text, `Dr Li, Dr Wu and 2 others`; empty without a name."""
    names = [limits.cut(name, 60) for name in practitioners[: min(limits.most, _PRACTITIONERS)]]
    more = len(practitioners) - len(names)
    return [listed([*names, *([counted(more, "other")] if more else [])], "and")] if names else []

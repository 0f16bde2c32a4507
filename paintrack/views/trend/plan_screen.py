"""A plan: a gauge of its sessions, the goal, when it was reached or may be."""

from collections.abc import Sequence
from datetime import date

from paintrack.analysis.plan_progress import PlanState
from paintrack.model.displayed_text import isolated, shell_quoted
from paintrack.model.other_entries import Plan
from paintrack.views.text_layout import fill, gauge, pack
from paintrack.views.text_table import table_lines
from paintrack.views.trend.trend_questions_and_answers import goal_in_words
from paintrack.views.value_words import counted, show_day, show_score

_LABEL = 10
_LONGEST_GAUGE = 40


def plan_screen(state: PlanState, *, width: int, ascii_only: bool, plain: bool = False) -> str:
    """The plan's condition and beginning, its gauge and its goal, each line at most `width` columns.

    `plain`: sentences, each on a line of its own, without the gauge.
    """
    plan, done = state.plan, state.progress.done
    sessions = f"{done} so far" if plan.sessions is None else f"{done} of {plan.sessions}"
    earlier = _earlier(state)
    if plain:
        name = f"Plan {plan.label}: {isolated(plan.condition)}, since {show_day(plan.when.day, long=True)}."
        lines = [name, f"Sessions: {sessions}.", *(f"Goal: {sentence}" for sentence in goal_sentences(state))]
        return "\n".join([*lines, *([earlier] if earlier else [])])
    name = f"{isolated(plan.condition)}, since {show_day(plan.when.day)} ({plan.label})"
    if plan.sessions is not None:
        room = min(width - _LABEL - 16, _LONGEST_GAUGE)
        sessions = f"{gauge(done, plan.sessions, room, ascii_only=ascii_only)} {sessions}"
    rows = [("Sessions", sessions)]
    rows += [("" if place else "Goal", sentence) for place, sentence in enumerate(goal_sentences(state))]
    rows += [("Before it", earlier)] if earlier else []
    return "\n".join([fill(name, width), *table_lines(rows, width)])


def empty_plan_screen(condition: str | None, *, width: int) -> str:
    """The sentences in place of a plan if there is none, for this `condition` or for any."""
    name = isolated(condition or "")
    of, option = (f" for {name}", f" --for {shell_quoted(name)}") if condition else ("", "")
    return pack([f"No plan{of}.", "Set one with:", f"paintrack plan set{option} --sessions 10 --goal 3"], width)


def plan_start_sentences(plan: Plan, before: Sequence[date]) -> list[str]:
    """Which sessions count for a new plan, and how to include those on the days `before` it, oldest first."""
    if not before:
        return ["Sessions count from this day on."]
    hint = f"To count from the first: paintrack edit {plan.label} --at {before[0].isoformat()}."
    return [_not_counted(len(before)), hint]


def _earlier(state: PlanState) -> str:
    """How many sessions from before the plan do not count, and how to include them; empty without any."""
    if not state.earlier:
        return ""
    return f"{_not_counted(state.earlier)} To count them: paintrack edit {state.plan.label} --at DATE"


def _not_counted(sessions: int) -> str:
    return f"{counted(sessions, 'earlier session')} {'does' if sessions == 1 else 'do'} not count."


def goal_sentences(state: PlanState) -> list[str]:
    """Whether the goal was reached, and when the line through the scores may meet it, or that this is not known yet."""
    goal = state.progress.goal
    if goal is None:
        return []
    sentences = [f"arrive with {show_score(goal.goal)} or less: {goal_in_words(goal)}."]
    scores = counted(goal.n, "arriving score")
    if state.progress.expected:
        least, most = (number - state.seen for number in state.progress.expected)
        more = counted(most, "more session") if least == most else f"{least} to {counted(most, 'more session')}"
        sentences.append(f"The line through the {scores} meets it in {more}: a range, no promise.")
    elif goal.reached is None and not goal.mostly_zero:
        sentences.append(f"At which session it may be reached cannot be said yet ({scores} so far).")
    if state.course_began is not None:
        began = show_day(state.course_began, weekday=False)
        sentences.append(f"Of the newest course alone, since {began}: a pause of over 12 weeks begins a new one.")
    return sentences

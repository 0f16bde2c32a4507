"""A plan: a gauge of its sessions, the goal, when it was reached or may be."""

from paintrack.domain.plans import PlanState
from paintrack.domain.score import show_score
from paintrack.domain.text import counted, visible_line
from paintrack.domain.when import show_day
from paintrack.views.wrapping import fill

_LABEL = 10
_LONGEST_GAUGE = 40


def plan_page(state: PlanState, *, width: int, ascii_only: bool) -> str:
    """The plan's condition and beginning, its gauge and its goal, each line at most `width` columns."""
    plan, progress = state.plan, state.progress
    lines = [fill(f"{visible_line(plan.condition)}, since {show_day(plan.when.day)} ({plan.label})", width)]
    if progress.planned is None:
        lines.append(_row("Sessions", f"{progress.done} so far", width))
    else:
        gauge = _gauge(progress.done, progress.planned, width - _LABEL - 16, ascii_only=ascii_only)
        lines.append(_row("Sessions", f"{gauge} {progress.done} of {progress.planned}", width))
    lines += [_row("" if place else "Goal", said, width) for place, said in enumerate(goal_sentences(state))]
    return "\n".join(lines)


def goal_sentences(state: PlanState) -> list[str]:
    """The goal and whether it was reached; when the line of the scores may meet it, or that it cannot be said."""
    progress = state.progress
    if progress.goal is None:
        return []
    aim = f"arrive with {show_score(progress.goal)} or less"
    if progress.held is not None:
        return [f"{aim}: reached at session {progress.held}, and at the next one again."]
    if progress.reached is not None:
        return [f"{aim}: first reached at session {progress.reached}, not yet twice in a row."]
    lowest = "" if state.lowest is None else f" (lowest score on arrival: {show_score(state.lowest)})"
    found = [f"{aim}: not reached yet{lowest}."]
    if progress.expected:
        first, last = progress.expected
        found.append(
            f"The line through the scores meets it between session {first} and session {last}: a range, no promise."
        )
    else:
        number = 0 if state.course is None else state.course.n
        found.append(f"At which session it may be reached cannot be said yet ({counted(number, 'session')} so far).")
    return found


def _gauge(done: int, planned: int, room: int, *, ascii_only: bool) -> str:
    """One mark a session where there is room, else a share of it; more than planned fills it."""
    length = min(planned, room, _LONGEST_GAUGE)
    full = min(length, done * length // planned)
    marks = "#-" if ascii_only else "█░"
    return marks[0] * full + marks[1] * (length - full)


def _row(label: str, text: str, width: int) -> str:
    return fill(text, width, first=f"{label:<{_LABEL}}", rest=" " * _LABEL)

"""What bare `paintrack` shows: the status in at most eight lines, or what to type first."""

from collections.abc import Iterator, Sequence

from paintrack.analysis.status import ConditionStatus, PlanProgress, Status
from paintrack.model.entries import Session, counted_kind
from paintrack.model.moment import show_day
from paintrack.model.open_session import open_ratings
from paintrack.model.score import SCALE, change_in_words, show_score
from paintrack.model.typed.typed_text import counted, listed, visible_line
from paintrack.views.history.score_marks import score_block
from paintrack.views.rating_commands import after_all_scores
from paintrack.views.text_layout import gauge, pack, pad, truncate, width_of

_MOST_LINES, _FEWEST_CONDITIONS = 8, 2
_MOST_LEFT_OPEN = 5  # ids that are named
_LEAST_NAME, _LONGEST_NAME, _FEW_SCORES = 10, 20, 4
_NARROW = 60  # below so many columns of the screen some words are left out
_LAST = "last "
# How many scores a line has and how long its gauge is, from where there is room to the least.
_SIZES = ((10, 12), (10, 8), (8, 8), (6, 5), (6, 0), (4, 0), (3, 0), (2, 0), (0, 0))


def first_steps(*, width: int) -> str:
    """Five lines for someone who has saved nothing yet."""
    lines = [
        ["Nothing saved yet.", "On arrival:", f"paintrack before 7 ({SCALE})"],
        ["When it is over:", "paintrack after 3"],
        ["Or at home in one go:", 'paintrack log 7 3 --for "lower back"'],
        ["A sample course:", "paintrack demo"],
        ["All commands:", "paintrack --help"],
    ]
    return "\n".join(pack(line, width) for line in lines)


def status_screen(status: Status, *, width: int, ascii_only: bool, colour: bool) -> str:
    """The session that is open, the last one, a line for each condition, then what has no score after.

    Eight lines at 80 columns: conditions, the most often rated first, have as many as there is room for, two at least.
    The score before of an open session stays hidden: seeing it would sway the score after.
    """
    above, below = (
        [line for parts in block for line in pack(parts, width).split("\n")]
        for block in ([*_current(status), *_last(status)], _left_open(status))
    )
    # The last line is that of the hints.
    room = max(_MOST_LINES - len(above) - len(below) - 1, _FEWEST_CONDITIONS)
    conditions = _condition_lines(status.conditions[:room], width, ascii_only=ascii_only, colour=colour)
    more = len(status.conditions) - room
    hints = [f"{more} more: paintrack compare"] if more > 0 else []
    hints += ["Picture: paintrack trend", "History: paintrack list"]
    last = "   ".join(hints)
    return "\n".join([*above, *conditions, *below, *([last] if len(last) <= width else hints)])


def spoken_status(status: Status) -> str:
    """The same for a screen reader: one fact a line, without columns, gauges and arrows; all conditions."""
    current, last = status.current_session, status.last
    lines = [f"Session {current.label} is open since {current.at:%H:%M}: {_names(current)}."] if current else []
    lines += [f"Last session: {last.label}, {show_day(last.when.day, long=True)}, {_ago(status)}."] if last else []
    for each in status.conditions:
        name = visible_line(each.condition)
        lines.append(f"{name}: {counted(each.sessions, 'session')}, {counted(each.readings, 'reading')}.")
        lines += [f"{name}, newest score: {_spoken_newest(each)}."] if _spoken_newest(each) else []
        arrivals = ", ".join(map(show_score, each.arrivals))
        lines += [f"{name}, newest scores on arrival, oldest first: {arrivals}."] if arrivals else []
        lines += [f"{name}, plan {each.plan.id}: {_plan_in_words(each.plan)}."] if each.plan else []
    lines += [
        f"Session {session.label}, {show_day(session.when.day, long=True)}, has no score after."
        for session in status.left_open
    ]
    return "\n".join([*lines, f"{_counts(status)} in all."])


def _current(status: Status) -> list[list[str]]:
    session = status.current_session
    if session is None:
        return []
    opened = f"Session {session.label} is open since {session.at:%H:%M}: {_names(session)}."
    command = after_all_scores([rating.condition for rating in open_ratings(session)])
    return [[opened, f"When over: {command}"]]


def _last(status: Status) -> list[list[str]]:
    counts = f"{_counts(status)} in all."
    if status.last is None:
        return [[counts]]
    day = show_day(status.last.when.day)
    return [[f"Last session: {status.last.label}, {day} ({_ago(status)}).", counts]]


def _left_open(status: Status) -> list[list[str]]:
    """The sessions without a score after, and how to add one; no line where there is none."""
    if not status.left_open:
        return []
    newest = status.left_open[0].label
    ids = [session.label for session in status.left_open[:_MOST_LEFT_OPEN]]
    more = len(status.left_open) - len(ids)
    if len(ids) == 1:
        sentence = f"Session {newest}, {show_day(status.left_open[0].when.day, weekday=False)}, has no score after:"
    else:
        sentence = f"Sessions {listed([*ids, f'{more} more'] if more else ids, 'and')} have no score after:"
    return [[sentence, f"paintrack after SCORE --session {newest}"]]


def _counts(status: Status) -> str:
    return listed([counted_kind(number, kind) for kind, number in status.counts], "and")


def _names(session: Session) -> str:
    return listed([visible_line(rating.condition) for rating in open_ratings(session)], "and")


def _ago(status: Status) -> str:
    return {0: "today", 1: "yesterday"}.get(status.days_since or 0, f"{counted(status.days_since or 0, 'day')} ago")


def _condition_lines(
    conditions: Sequence[ConditionStatus], width: int, *, ascii_only: bool, colour: bool
) -> Iterator[str]:
    """A line for each condition: its name, its newest scores on arrival, the newest score, sessions, the plan."""
    for scores, bar in _SIZES:
        strips = [_strip(each, scores, colour=False) for each in conditions]
        facts = [_facts(each, bar, is_narrow=width < _NARROW, ascii_only=ascii_only) for each in conditions]
        longest = max(map(len, strips), default=0)
        columns = [max(map(width_of, column)) for column in zip(*facts, strict=True)]
        room = width - sum(columns) - 2 * len([each for each in columns if each]) - longest - (2 if longest else 0)
        names = min(max((width_of(visible_line(each.condition)) for each in conditions), default=0), _LONGEST_NAME)
        # A name is cut rather than the last few scores.
        if room >= names or (scores <= _FEW_SCORES and room >= _LEAST_NAME):
            break
    names = max(min(names, room), 0)
    for each, strip, cells in zip(conditions, strips, facts, strict=True):
        name = pad(truncate(each.condition, names, ascii_only=ascii_only), names)
        drawn = f"{' ' * (longest - len(strip))}{_strip(each, scores, colour=colour)}"
        padded = [pad(cell, size) for cell, size in zip(cells, columns, strict=True) if size]
        yield "  ".join([name, *([drawn] if longest else []), *padded]).rstrip()


def _strip(status: ConditionStatus, most: int, *, colour: bool) -> str:
    """The newest scores on arrival, the newest on the right: `8 7 7 6`."""
    scores = status.arrivals[len(status.arrivals) - most :] if most < len(status.arrivals) else status.arrivals
    return " ".join(score_block(show_score(score), score, colour=colour) for score in scores)


def _facts(status: ConditionStatus, bar: int, *, is_narrow: bool, ascii_only: bool) -> list[str]:
    """The newest score, the number of sessions, and the plan."""
    plan = status.plan
    done = ""
    if plan is not None and plan.sessions is not None:
        drawn = f"{gauge(plan.done, plan.sessions, bar, ascii_only=ascii_only)} " if bar else ""
        done = f"{drawn}{plan.done}{'/' if is_narrow else ' of '}{plan.sessions}"
    elif plan is not None:
        done = f"goal {show_score(plan.goal)}"
    newest = _newest(status)
    return [newest.removeprefix(_LAST) if is_narrow else newest, f"n {status.sessions}", done]


def _newest(status: ConditionStatus) -> str:
    """`last 4 -> 2`: the scores of the last session, or `now 4` of a reading since."""
    if status.reading is not None:
        return f"now {show_score(status.reading)}"
    last = status.last
    if last is None:
        return "no score"
    if last.before is not None and last.after is not None:
        return f"{_LAST}{show_score(last.before)} -> {show_score(last.after)}"
    return f"{_LAST}{last.in_words()}"


def _spoken_newest(status: ConditionStatus) -> str:
    if status.reading is not None:
        return f"{show_score(status.reading)}, between sessions"
    last = status.last
    if last is None:
        return ""
    if last.before is not None and last.after is not None:
        change = change_in_words(last.before, last.after)
        return f"before {show_score(last.before)}, after {show_score(last.after)}, {change}"
    return last.in_words()


def _plan_in_words(plan: PlanProgress) -> str:
    done = f"{plan.done} so far" if plan.sessions is None else f"{plan.done} of {counted(plan.sessions, 'session')}"
    return done if plan.goal is None else f"{done}, goal {show_score(plan.goal)}"

"""What bare `paintrack` shows: the status in at most eight lines, or what to type first."""

from collections.abc import Iterator, Sequence

from paintrack.analysis.status import ConditionStatus, PlanProgress, Status
from paintrack.model.entries import Session
from paintrack.model.open_session import open_ratings
from paintrack.model.typed.typed_text import listed, visible_line
from paintrack.model.values.score import SCALE
from paintrack.views.confirmations.next_visit_confirmation import days_ahead
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.rating_commands import after_all_scores
from paintrack.views.text_layout import gauge, pack, pad, truncate, width_of
from paintrack.views.value_words import (
    change_in_words,
    counted,
    counted_kind,
    next_visit_in_words,
    scores_in_words,
    show_day,
    show_moment,
    show_score,
)

_MOST_LINES, _FEWEST_CONDITIONS = 8, 2
_LEAST_NAME, _LONGEST_NAME, _FEW_SCORES = 10, 20, 4
_NARROW = 60  # on a screen with fewer columns some words are left out
_LAST, _WHEN_OVER = "last ", "When over:"
# How many scores a line has and how many columns its gauge, from the most room to the least.
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


def status_screen(status: Status, *, width: int, ascii_only: bool, colours: int) -> str:
    """The open session, the last one, a line for each condition, then the sessions without a score after.

    It has at most eight lines: as many conditions as there is room for; the last line counts the others and says how to
    see them. The line that counts the entries is the first to be left out. The score before of an open session stays
    hidden, because seeing it would influence the score after.
    """
    last_session, below = [*_last(status, width), *_next(status, width)], _packed(_left_open(status, width), width)
    rest = len(last_session) + len(below) + min(len(status.conditions), _FEWEST_CONDITIONS) + 1
    above = [*_current_lines(status, width, most=_MOST_LINES - rest, ascii_only=ascii_only), *last_session]
    # The last line has the hints.
    room = _MOST_LINES - len(above) - len(below) - 1
    has_counts = room > min(len(status.conditions), _FEWEST_CONDITIONS)
    shown = status.conditions[: room - has_counts]
    conditions = _condition_lines(shown, width, ascii_only=ascii_only, colours=colours)
    last = _hints(status.conditions[len(shown) :], width)
    counts = [_counts_line(status, width)] if has_counts and status.counts else []
    return "\n".join([*above, *counts, *conditions, *below, last])


def _current_lines(status: Status, width: int, *, most: int, ascii_only: bool) -> list[str]:
    """The open session, with its names cut if need be, and what to type for all its scores, or only for the first."""
    sentences = _current(status, is_narrow=width < _NARROW)
    if not sentences:
        return []
    opened, what_to_type = truncate(sentences[0], width, ascii_only=ascii_only), sentences[1]
    lines = _packed([opened, what_to_type], width)
    return lines if len(lines) <= most else _packed([opened, f"{_WHEN_OVER} {after_all_scores([])}"], width)


def _packed(sentences: Sequence[str], width: int) -> list[str]:
    return pack(sentences, width).split("\n") if sentences else []


def _hints(hidden: Sequence[ConditionStatus], width: int) -> str:
    """One line: how many conditions are `hidden` and how to see them all, then what else to type."""
    # A condition that is only planned has no picture.
    shows_all = "trend --all" if all(each.sessions or each.readings for each in hidden) else "status --plain"
    hints = [f"{len(hidden)} more: paintrack {shows_all}"] if hidden else ["Picture: paintrack trend"]
    both = "   ".join([*hints, "History: paintrack list"])
    return both if len(both) <= width else hints[0] if hidden else "See: paintrack trend, paintrack list"


def spoken_status(status: Status) -> str:
    """The same for a screen reader: one fact on each line, without columns, gauges and arrows; all conditions."""
    last = status.last
    lines = _current(status)
    lines += (
        [f"Last session: {last.label}, {show_day(last.when.day, long=True)}, {_ago(status.days_since)}."]
        if last
        else []
    )
    lines += [f"Next visit: {show_moment(status.next_visit.visit_moment, long=True)}."] if status.next_visit else []
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
    lines += [f"To add one: {_add_score_after(status.left_open[0])}"] if status.left_open else []
    return "\n".join([*lines, f"{_counts(status)} in all."])


def _current(status: Status, *, is_narrow: bool = False) -> list[str]:
    session = status.current_session
    if session is None:
        return []
    state = "open" if is_narrow else "is open"
    since = f"since {session.at:%H:%M}" if session.when.time_given else "today"
    opened = f"Session {session.label} {state} {since}: {_names(session)}."
    command = after_all_scores([rating.condition for rating in open_ratings(session)])
    return [opened, f"{_WHEN_OVER} {command}"]


def _last(status: Status, width: int) -> list[str]:
    """The last closed session on one line; on a narrow screen without its weekday."""
    if status.last is None:
        return []
    is_narrow = width < _NARROW
    day, name = show_day(status.last.when.day, weekday=not is_narrow), "Last" if is_narrow else "Last session"
    return [f"{name}: {status.last.label}, {day} ({_ago(status.days_since)})."]


def _next(status: Status, width: int) -> list[str]:
    """The next visit on one line; on a narrow screen without the number of days until then."""
    visit = status.next_visit
    if visit is None or status.days_until is None:
        return []
    until = "" if width < _NARROW else f" ({days_ahead(status.days_until)})"
    return [f"{'Next' if width < _NARROW else 'Next visit'}: {next_visit_in_words(visit)}{until}."]


def _counts_line(status: Status, width: int) -> str:
    """How many entries there are of each kind, with one sum for the kinds that do not fit on the line."""
    kinds = [counted_kind(number, kind) for kind, number in status.counts]
    for most in range(len(kinds), 0, -1):
        others = sum(number for _, number in status.counts[most:])
        line = f"{listed([*kinds[:most], *([f'{others} more'] if others else [])], 'and')} in all."
        if len(line) <= width:
            break
    return line


def _left_open(status: Status, width: int) -> list[str]:
    """The sessions without a score after, and how to add one; empty if there is none."""
    if not status.left_open:
        return []
    newest = status.left_open[0].label
    if len(status.left_open) == 1:
        sentence = f"Session {newest}, {show_day(status.left_open[0].when.day, weekday=False)}, has no score after:"
        if len(sentence) > width:
            sentence = f"Session {newest} has no score after:"
    else:
        sentence = _without_score(status, width)
    return [sentence, _add_score_after(status.left_open[0])]


def _without_score(status: Status, width: int) -> str:
    """The ids of the sessions without a score after, as many as fit on the line."""
    ids = [session.label for session in status.left_open]
    for named in range(len(ids), 0, -1):
        more = len(ids) - named
        names = listed([*ids[:named], *([f"{more} more"] if more else [])], "and")
        line = f"No score after: {names}:" if width < _NARROW else f"Sessions {names} have no score after:"
        if len(line) <= width:
            break
    return line


def _add_score_after(session: Session) -> str:
    """The command that adds the score after to an earlier session."""
    return f"{after_all_scores([rating.condition for rating in open_ratings(session)])} --session {session.label}"


def _counts(status: Status) -> str:
    return listed([counted_kind(number, kind) for kind, number in status.counts], "and")


def _names(session: Session) -> str:
    return listed([visible_line(rating.condition) for rating in open_ratings(session)], "and")


def _ago(days: int | None) -> str:
    return {0: "today", 1: "yesterday"}.get(days or 0, f"{counted(days or 0, 'day')} ago")


def _condition_lines(
    conditions: Sequence[ConditionStatus], width: int, *, ascii_only: bool, colours: int
) -> Iterator[str]:
    """A line for each condition: its name, its newest scores on arrival, the newest score, sessions, the plan."""
    for scores, bar in _SIZES:
        strips = [_strip(each, scores, colours=0) for each in conditions]
        facts = [_facts(each, bar, is_narrow=width < _NARROW, ascii_only=ascii_only) for each in conditions]
        longest = max(map(len, strips), default=0)
        columns = [max(map(width_of, column)) for column in zip(*facts, strict=True)]
        room = width - sum(columns) - 2 * len([each for each in columns if each]) - longest - (2 if longest else 0)
        names = min(max((width_of(visible_line(each.condition)) for each in conditions), default=0), _LONGEST_NAME)
        # A name is cut before the last few scores are dropped.
        if room >= names or (scores <= _FEW_SCORES and room >= _LEAST_NAME):
            break
    names = max(min(names, room), 0)
    for each, strip, cells in zip(conditions, strips, facts, strict=True):
        name = pad(truncate(each.condition, names, ascii_only=ascii_only), names)
        drawn = f"{' ' * (longest - len(strip))}{_strip(each, scores, colours=colours)}"
        padded = [pad(cell, size) for cell, size in zip(cells, columns, strict=True) if size]
        yield "  ".join([name, *([drawn] if longest else []), *padded]).rstrip()


def _strip(status: ConditionStatus, most: int, *, colours: int) -> str:
    """At most `most` scores on arrival, the newest at the right: `8 7 7 6`."""
    scores = status.arrivals[len(status.arrivals) - most :] if most < len(status.arrivals) else status.arrivals
    return " ".join(heat_cell(show_score(score), score, colours) for score in scores)


def _facts(status: ConditionStatus, bar: int, *, is_narrow: bool, ascii_only: bool) -> list[str]:
    """The newest score, the number of sessions, and the plan."""
    plan = status.plan
    done = ""
    if plan is not None and plan.sessions is not None:
        drawn = f"{gauge(plan.done, plan.sessions, bar, ascii_only=ascii_only)} " if bar else ""
        done = f"{drawn}{plan.done}{'/' if is_narrow else ' of '}{plan.sessions}"
    elif plan is not None:
        done = f"goal {show_score(plan.goal)}"
    newest = _newest(status, is_narrow=is_narrow)
    return [newest.removeprefix(_LAST) if is_narrow else newest, f"n {status.sessions}", done]


def _newest(status: ConditionStatus, *, is_narrow: bool) -> str:
    """`last 4 -> 2`, the scores of the last session, or `last 4, yesterday`, those of a reading since."""
    if status.reading is not None:
        days = status.days_since_reading
        ago = f"{days} d ago" if is_narrow and days else _ago(days)
        return f"{_LAST}{show_score(status.reading)}, {ago}"
    last = status.last
    if last is None:
        return "no score"
    if last.before is not None and last.after is not None:
        return f"{_LAST}{show_score(last.before)} -> {show_score(last.after)}"
    return f"{_LAST}{scores_in_words(last)}"


def _spoken_newest(status: ConditionStatus) -> str:
    if status.reading is not None:
        return f"{show_score(status.reading)}, between sessions, {_ago(status.days_since_reading)}"
    last = status.last
    if last is None:
        return ""
    if last.before is not None and last.after is not None:
        change = change_in_words(last.before, last.after)
        return f"before {show_score(last.before)}, after {show_score(last.after)}, {change}"
    return scores_in_words(last)


def _plan_in_words(plan: PlanProgress) -> str:
    done = f"{plan.done} so far" if plan.sessions is None else f"{plan.done} of {counted(plan.sessions, 'session')}"
    return done if plan.goal is None else f"{done}, goal {show_score(plan.goal)}"

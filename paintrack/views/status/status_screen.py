"""What bare `paintrack` shows: the status in at most eight lines, or what to type first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from paintrack.analysis.status import ConditionStatus, PlanProgress, Status
from paintrack.model.displayed_text import capitalize_first, isolated, listed
from paintrack.model.open_session import open_conditions
from paintrack.model.values.score import SCALE
from paintrack.views.confirmations.next_visit_confirmation import days_ahead
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.rating_command_lines import after_all_scores, scores_after_command
from paintrack.views.text_layout import cut_names, gauge, pack, pad, truncate, width_of, wrapped_name
from paintrack.views.text_table import column_widths
from paintrack.views.value_words import (
    SERIOUS_IN_WORDS,
    SERIOUS_MARK,
    change_in_words,
    counted,
    counted_kind,
    next_visit_in_words,
    open_conditions_in_words,
    scores_in_words,
    show_day,
    show_moment,
    show_score,
)

_MOST_LINES, _FEWEST_CONDITIONS, _LEAST_LEFT_OPEN = 8, 2, 2
_LEAST_NAME, _LONGEST_NAME, _NAME_SHARE = 16, 20, 3  # columns; on a wide screen a third of it
_FEW_SCORES, _FEWEST_SCORES = 4, 2
_NARROW = 60  # on a screen with fewer columns some words are left out
_LAST, _WHEN_OVER = "last ", "When over:"
# How many scores a line has and how many columns its gauge, from the most room to the least.
_SIZES = ((10, 12), (10, 8), (8, 8), (6, 5), (6, 0), (4, 0), (3, 0), (2, 0), (0, 0))


class _Shape(NamedTuple):
    """The form of a condition's line: how many scores, how many columns for the gauge, and what gives way."""

    scores: int
    bar: int
    is_short: bool = False
    has_number: bool = True
    cuts_names: bool = False


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
    """The open session, the last one before it, a line for each condition, then all sessions without a score after.

    It has at most eight lines. What makes room for the conditions and their whole names is first the line that counts
    the entries, then the one of hints. If there are still too many, the last line counts those
    that are left out and says how to see them. Serious symptoms without an outcome go before the counts and the hints.
    The score before of an open session stays hidden, because seeing it would influence the score after.
    """
    last_session = [*_last(status, width), *_next(status, width)]
    rest = len(last_session) + min(len(status.conditions), _FEWEST_CONDITIONS) + 1
    current = _current_lines(status, width, most=0, ascii_only=ascii_only)
    below = _left_open_lines(status, width, most=_MOST_LINES - rest - len(current))
    fixed_lines = len(last_session) + len(status.conditions) + 1 + len(below)
    current = _packed(_current(status, is_narrow=width < _NARROW), width)
    if len(current) > _MOST_LINES - fixed_lines:
        current = _current_lines(status, width, most=_MOST_LINES - rest - len(below), ascii_only=ascii_only)
    above = [*current, *last_session]
    room = _MOST_LINES - len(above) - len(below)
    spare = room - len(status.conditions)
    shown = status.conditions if spare >= 0 else status.conditions[: room - 1]
    # Whole names are worth more than the line of hints, unless that says that there are more conditions.
    most = (room - 1, room) if spare >= 0 else (room - 1,)
    conditions = [*_condition_lines(shown, width, most=most, ascii_only=ascii_only, colours=colours)]
    hidden, spare = status.conditions[len(shown) :], room - len(conditions)
    serious = [_serious(status, width)] if status.serious and spare > bool(hidden) else []
    spare -= len(serious)
    hints = [_hints(hidden, width)] if spare > 0 else []
    counts = [_counts_line(status, width)] if spare > 1 and status.counts else []
    return "\n".join([*above, *serious, *counts, *conditions, *below, *hints])


def _serious(status: Status, width: int) -> str:
    """The serious symptom on one line: what and when, then, if there is room, that its outcome is missing."""
    symptom = status.serious
    if symptom is None:
        return ""
    names = f"{SERIOUS_MARK}{listed([*symptom.names], 'and')}"
    start, day = f"{names}, session {symptom.label}", show_day(symptom.day, weekday=False)
    in_short = f"{names} ({symptom.label}), {day}."
    lines = [f"{start}, {day}: no outcome noted.", f"{start}, {day}.", in_short, f"{start}."]
    return next((line for line in lines if width_of(line) <= width), truncate(lines[-1], width, ascii_only=True))


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
    # A condition that is only planned has no chart.
    shows_all = "trend --all" if all(each.sessions or each.readings for each in hidden) else "status --plain"
    hints = [f"{len(hidden)} more: paintrack {shows_all}"] if hidden else ["Picture: paintrack trend"]
    both = "   ".join([*hints, "History: paintrack list"])
    return both if len(both) <= width else hints[0] if hidden else "See: paintrack trend, paintrack list"


def spoken_status(status: Status) -> str:
    """The status for a screen reader: one fact on each line, without columns, gauges and arrows; all conditions."""
    visit = status.last_visit
    lines = _current(status)
    lines += (
        [f"{_last_name(status)}: {visit.label}, {show_day(visit.when.day, long=True)}, {_last_state(status)}."]
        if visit
        else []
    )
    if status.serious:
        label, day, names = status.serious
        noted = f"{capitalize_first(SERIOUS_IN_WORDS)}, session {label}, {show_day(day, long=True)}"
        lines.append(f"{noted}: {listed([*names], 'and')}, no outcome noted.")
    lines += [f"Next visit: {show_moment(status.next_visit.visit_moment, long=True)}."] if status.next_visit else []
    for each in status.conditions:
        name = isolated(each.condition)
        lines.append(f"{name}: {counted(each.sessions, 'session')}, {counted(each.readings, 'reading')}.")
        lines += [f"{name}, newest score: {_spoken_newest(each)}."] if _spoken_newest(each) else []
        arrivals = ", ".join(map(show_score, each.arrivals))
        lines += [f"{name}, newest scores on arrival, oldest first: {arrivals}."] if arrivals else []
        at_home = ", ".join(map(show_score, each.at_home))
        lines += [f"{name}, newest readings, oldest first: {at_home}."] if at_home else []
        lines += [f"{name}, plan {each.plan.id}: {_plan_in_words(each.plan)}."] if each.plan else []
    lines += [
        f"Session {session.label}, {show_day(session.when.day, long=True)}, has no score after."
        for session in status.left_open
    ]
    lines += [f"To add one: {scores_after_command(status.left_open[0])}"] if status.left_open else []
    return "\n".join([*lines, f"{_counts(status)} in all."])


def _current(status: Status, *, is_narrow: bool = False) -> list[str]:
    session = status.current_session
    if session is None:
        return []
    state = "open" if is_narrow else "is open"
    since = f"since {session.at:%H:%M}" if session.when.time_given else "today"
    opened = f"Session {session.label} {state} {since}: {open_conditions_in_words(session)}."
    command = after_all_scores(open_conditions(session))
    return [opened, f"{_WHEN_OVER} {command}"]


def _last(status: Status, width: int) -> list[str]:
    """The last visit on one line, with what fits: its weekday, whether it is open, how long ago it was."""
    visit = status.last_visit
    if visit is None:
        return []
    is_narrow = width < _NARROW
    name = _last_name(status).removesuffix(" session") if is_narrow else _last_name(status)
    start = f"{name}: {visit.label}, {show_day(visit.when.day, weekday=not is_narrow)}"
    ago, *is_open = _last_state(status).split(", ")
    lines = [", ".join([f"{start} ({ago})", *is_open]), f"{start} ({ago})", start]
    return [f"{next((line for line in lines if len(line) < width), start)}."]


def _last_name(status: Status) -> str:
    """What the last visit is called: the current session is a later one."""
    return "Last session" if status.current_session is None else "Previous session"


def _last_state(status: Status) -> str:
    """How long ago the last visit was, and whether it lacks a score after: `yesterday, open`."""
    ago = _ago(status.days_since_visit)
    return ago if status.last_visit is status.last else f"{ago}, open"


def _next(status: Status, width: int) -> list[str]:
    """The next visit on one line; on a narrow screen without the number of days until then."""
    visit = status.next_visit
    if visit is None or status.days_until is None:
        return []
    until = "" if width < _NARROW else f" ({days_ahead(status.days_until)})"
    return [f"{'Next' if width < _NARROW else 'Next visit'}: {next_visit_in_words(visit)}{until}."]


def _counts_line(status: Status, width: int) -> str:
    """How many entries there are of each kind, with one sum for the kinds that do not fit on the line."""
    kinds = _kinds(status)
    for most in range(len(kinds), 0, -1):
        unlisted = sum(number for _, number in status.counts[most:])
        rest = [counted(unlisted, "other entry", "other entries")] if unlisted else []
        line = f"{listed([*kinds[:most], *rest], 'and')} in all."
        if len(line) <= width:
            return line
    return f"{line.removesuffix(' in all.')}."


def _kinds(status: Status) -> list[str]:
    """The number of entries of each kind, and of questions also how many are still to ask."""
    kinds = [counted_kind(number, kind) for kind, number in status.counts]
    for place, (kind, number) in enumerate(status.counts):
        if kind == "question" and status.to_ask:
            to_ask = " to ask" if status.to_ask == number else f" ({status.to_ask} to ask)"
            kinds[place] += to_ask
    return kinds


def _left_open_lines(status: Status, width: int, *, most: int) -> list[str]:
    """All sessions without a score after, and how to add one; empty if there is none.

    If this takes more than `most` lines, at least two, their number and the command that lists them.
    """
    if not status.left_open:
        return []
    lines = _packed([_without_score(status, width), scores_after_command(status.left_open[0])], width)
    if len(lines) <= max(most, _LEAST_LEFT_OPEN):
        return lines
    return _packed([f"{len(status.left_open)} sessions have no score after:", "paintrack status --plain"], width)


def _without_score(status: Status, width: int) -> str:
    """The day of the session without a score after if there is room for it, or the ids of all such sessions."""
    sessions = status.left_open
    if len(sessions) == 1:
        session = sessions[0]
        sentence = f"Session {session.label}, {show_day(session.when.day, weekday=False)}, has no score after:"
        return sentence if len(sentence) <= width else f"Session {session.label} has no score after:"
    ids = listed([*_runs(session.number for session in sessions)], "and")
    sentence = f"Sessions {ids} have no score after:"
    return sentence if len(sentence) <= width else f"No score after sessions {ids}:"


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """The different `numbers` in order, of three or more that follow each other the first and the last: `3 to 9`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield from [f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run)


def _counts(status: Status) -> str:
    return listed(_kinds(status), "and")


def _ago(days: int | None) -> str:
    if days is not None and days < 0:
        # Typed in a time zone where the next day has begun.
        return f"in {counted(-days, 'day')}"
    return {0: "today", 1: "yesterday"}.get(days or 0, f"{counted(days or 0, 'day')} ago")


def _condition_lines(
    conditions: Sequence[ConditionStatus], width: int, *, most: Sequence[int], ascii_only: bool, colours: int
) -> Iterator[str]:
    """A line for each condition: its name, its newest scores (as in `_strip`), the newest one, sessions, the plan.

    Long names are wrapped if that takes so many lines at most as one of `most` says, tried in turn, if need be with
    fewer scores beside them; else they are cut.
    """
    rooms = [*_rooms_for_names(conditions, width, ascii_only=ascii_only)]
    shape, names = rooms[0]
    shown_names = [[name] for name in cut_names([each.condition for each in conditions], names, ascii_only=ascii_only)]
    for limit, (fitting_shape, room) in product(most, rooms):
        wrapped = [wrapped_name(isolated(each.condition), room) for each in conditions]
        if sum(map(len, wrapped)) <= limit:
            shape, names, shown_names = fitting_shape, room, wrapped
            break
    strips = [_strip(each, shape.scores, colours=0) for each in conditions]
    longest = max(map(len, strips), default=0)
    facts = [_facts(each, shape, ascii_only=ascii_only) for each in conditions]
    columns = column_widths(facts)
    for each, (first, *continued), strip, cells in zip(conditions, shown_names, strips, facts, strict=True):
        name = pad(first, names)
        drawn = f"{' ' * (longest - len(strip))}{_strip(each, shape.scores, colours=colours)}"
        padded = [pad(cell, size) for cell, size in zip(cells, columns, strict=True) if size]
        yield "  ".join([name, *([drawn] if longest else []), *padded]).rstrip()
        yield from continued


def _rooms_for_names(
    conditions: Sequence[ConditionStatus], width: int, *, ascii_only: bool
) -> Iterator[tuple[_Shape, int]]:
    """Each form that leaves enough columns for the names, and how many these have: their share, then all that is left.

    The fullest form is first. If none leaves enough, the last one with what it leaves, 1 or more.
    """
    longest_name = max((width_of(isolated(each.condition)) for each in conditions), default=0)
    has_enough = False
    for shape in _shapes(width):
        strips = [_strip(each, shape.scores, colours=0) for each in conditions]
        columns = column_widths([_facts(each, shape, ascii_only=ascii_only) for each in conditions])
        longest = max(map(len, strips), default=0)
        room = width - sum(columns) - 2 * len([each for each in columns if each]) - longest - (2 if longest else 0)
        least = min(longest_name, _LONGEST_NAME)
        if room >= (min(least, _LEAST_NAME) if shape.cuts_names else least):
            has_enough = True
            yield from dict.fromkeys(
                (shape, max(min(longest_name, most, room), 1)) for most in (max(least, width // _NAME_SHARE), room)
            )
    if not has_enough:
        yield shape, max(min(longest_name, room), 1)


def _shapes(width: int) -> Iterator[_Shape]:
    """The forms that a line may have, the fullest first.

    Some scores go, then words are shortened, then all but two scores go, then the number of sessions; names are cut
    last.
    """
    has_strip = [size for size in _SIZES if size[0] >= _FEWEST_SCORES]
    if width >= _NARROW:
        yield from (_Shape(*size) for size in has_strip if size[0] >= _FEW_SCORES)
    cut = [size for size in _SIZES if size[0] <= _FEW_SCORES]
    yield from (_Shape(*size, is_short=True) for size in has_strip)
    yield from (_Shape(*size, is_short=True, has_number=False) for size in has_strip)
    yield from (_Shape(*size, is_short=True, cuts_names=True) for size in cut)
    yield from (_Shape(*size, is_short=True, has_number=False, cuts_names=True) for size in cut)


def _strip(status: ConditionStatus, most: int, *, colours: int) -> str:
    """At most `most` scores on arrival, or of readings alone, the newest at the right: `8 7 7 6`."""
    scores = status.arrivals or status.at_home
    scores = scores[len(scores) - most :] if most < len(scores) else scores
    return " ".join(heat_cell(show_score(score), score, colours) for score in scores)


def _facts(status: ConditionStatus, shape: _Shape, *, ascii_only: bool) -> list[str]:
    """The newest score, the number of sessions and the plan."""
    plan, is_short = status.plan, shape.is_short
    done = ""
    if plan is not None and plan.sessions is not None:
        drawn = f"{gauge(plan.done, plan.sessions, shape.bar, ascii_only=ascii_only)} " if shape.bar else ""
        done = f"{drawn}{plan.done}{'/' if is_short else ' of '}{plan.sessions}"
    elif plan is not None:
        done = f"goal {show_score(plan.goal)}"
    newest = _newest(status, is_short=is_short)
    is_at_home = status.readings and not status.sessions
    rated, kind = (status.readings, "reading") if is_at_home else (status.sessions, "session")
    number = f"n {rated}" if is_short else counted(rated, kind)
    return [newest.removeprefix(_LAST) if is_short else newest, *([number] if shape.has_number else []), done]


def _newest(status: ConditionStatus, *, is_short: bool) -> str:
    """`last 4 -> 2`, the scores of the last session, or `last 4, yesterday`, those of a reading since."""
    if status.reading is not None:
        days = status.days_since_reading
        ago = f"{days} d ago" if is_short and days else _ago(days)
        return f"{_LAST}{show_score(status.reading)}, {ago}"
    last = status.last
    if last is None:
        # The score on arrival is not shown before the one on leaving is typed.
        return "open now" if status.is_open else "no score"
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
    if last.after is None:
        return f"before {show_score(last.before)}, no score after"
    return f"no score before, after {show_score(last.after)}"


def _plan_in_words(plan: PlanProgress) -> str:
    done = f"{plan.done} so far" if plan.sessions is None else f"{plan.done} of {counted(plan.sessions, 'session')}"
    return done if plan.goal is None else f"{done}, goal {show_score(plan.goal)}"

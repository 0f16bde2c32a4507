"""What the numbers of one condition say, in sentences: the course first, each with how many sessions it rests on."""

from collections.abc import Sequence

from paintrack.analysis.condition.carry_over import CarryOver, ReboundTime
from paintrack.analysis.condition.chart_data import Mark
from paintrack.analysis.condition.clinical_importance import Grade
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.condition.course import Course, Episodes, Verdict
from paintrack.analysis.condition.goal import GoalState
from paintrack.analysis.condition.rated_sessions import Arrival
from paintrack.analysis.condition.relief import Relief
from paintrack.model.moment import show_day, show_period
from paintrack.model.score import SCALE
from paintrack.model.typed_text import capitalize_first, counted, listed, visible_line
from paintrack.views.text_layout import fill, width_of, wrap

TREND_CAVEATS = (
    "People seek care when the score is high, so first scores tend to fall by themselves; one score moves 1 to 2 "
    "by chance."
)

EXPLANATION_HINT = "What each figure is: paintrack trend --explain"
_LABEL = 11
_WIDE = 60


def trend_name(trend: ConditionFigures) -> str:
    """`Lower back, 10 sessions, 6 Jul to 7 Sep 2026`."""
    parts = [capitalize_first(visible_line(trend.condition)), counted(len(trend.visits), "session")]
    if trend.first_day and trend.last_day:
        parts.append(show_period(trend.first_day, trend.last_day))
    return ", ".join(parts)


def trend_title(trend: ConditionFigures, *, width: int) -> str:
    """The name of the trend, with the scale at the right where there is room."""
    line = trend_name(trend)
    gap = width - width_of(line) - len(SCALE)
    return f"{line}{' ' * min(gap, 4)}{SCALE}" if gap >= 2 else "\n".join(wrap(line, width))


def sentence_lines(trend: ConditionFigures, *, width: int) -> str:
    """The labelled sentences, four at most, wrapped to `width` columns."""
    return "\n".join(_labelled(label, text, width) for label, text in labelled_sentences(trend))


def labelled_sentences(trend: ConditionFigures) -> list[tuple[str, str]]:
    """(label, sentence) pairs for course, relief, carry-over and rebound time, each where there is one."""
    labelled: list[tuple[str, str]] = []
    if trend.course:
        labelled.append(("Course", course_sentence(trend.course, trend.episodes)))
    if trend.relief:
        labelled.append(("In session", relief_sentence(trend.relief, trend.course)))
    if trend.carry_over:
        labelled.append(("Between", carry_over_sentence(trend.carry_over)))
    if trend.half_back:
        labelled.append(("Holding", half_back_sentence(trend.half_back)))
    return labelled


def course_sentence(course: Course, episodes: Episodes | None) -> str:
    """How the score on arrival changed, and the verdict where there are enough sessions for one."""
    first, last, sessions = _number(course.first.score), _number(course.last.score), counted(course.n, "session")
    if course.verdict is Verdict.MOSTLY_ZERO and episodes:
        return _episodes_sentence(course, episodes)
    if course.n == 1:
        return f"You arrived with {first} (1 session)."
    if course.change is None:
        return f"You arrived with {first} at first and {last} most recently ({sessions}): too few to judge."
    went = (
        f"The score you arrive with went from {_number(course.change.first)} to {_number(course.change.last)} "
        f"(middle of the first and of the last 3 of {sessions})"
    )
    if course.verdict is Verdict.EARLY:
        return f"{went}: early, too few to judge."
    change = _change(course) if course.verdict is not Verdict.NOT_ENOUGH else ""
    return " ".join(filter(None, [f"{went}: {course.verdict}{change}.", blocks_sentence(course)]))


def blocks_sentence(course: Course) -> str:
    """That the slope of a long course rests on blocks of sessions; empty where every session counts by itself."""
    return f"Slopes rest on medians of {course.blocks} blocks of sessions." if course.blocks else ""


def relief_sentence(relief: Relief, course: Course | None) -> str:
    """What is different right after a session, and beside it, from 8 sessions on, which way the course goes."""
    middle = relief.middle.median
    if middle == 0:
        leave = "You leave with the score you came with"
    else:
        leave = f"You leave with {_number(abs(middle))} {'less' if middle > 0 else 'more'} than you came with"
    rests = f"(middle of {relief.n}{_range(relief)}; {_spread(relief)})" if relief.n > 1 else "(1 session)"
    moved = {
        Verdict.NOT_ENOUGH: "has not clearly changed",
        Verdict.GOING_DOWN: "is going down",
        Verdict.GOING_UP: "is going up",
    }.get(course.verdict if course else Verdict.NUMBERS_ONLY)
    return f"{leave} {rests}, and the level you arrive with {moved}." if moved else f"{leave} {rests}."


def _range(relief: Relief) -> str:
    """`, 95 % range 2 to 3` where the sessions are enough for one."""
    interval = relief.middle.interval
    if interval is None:
        return ""
    if interval.low < 0:
        return f", 95 % range {_left_with(interval.low)} to {_left_with(interval.high)}"
    return f", 95 % range {_number(interval.low)} to {_number(interval.high)}"


def _spread(relief: Relief) -> str:
    """`least 1, most 3`, or, where a session left more than before, both ends in words; how many left no less."""
    without = f", {counted(relief.without, 'session')} without a drop" if relief.without else ""
    if relief.least >= 0:
        return f"least {_number(relief.least)}, most {_number(relief.most)}{without}"
    return f"from {_left_with(relief.least)} to {_left_with(relief.most)}{without}"


def _left_with(lower: float) -> str:
    return "no change" if lower == 0 else f"{_number(abs(lower))} {'less' if lower > 0 else 'more'}"


def carry_over_sentence(carry_over: CarryOver) -> str:
    """How much of what the sessions took away was back at the next visit."""
    lost, back, stayed = (_number(abs(value)) for value in (carry_over.lost, carry_over.back, carry_over.stayed))
    span = f"sessions {carry_over.first_session} to {carry_over.last_session}"
    if carry_over.n == 1:
        span = f"session {carry_over.first_session}"
    if carry_over.lost <= 0:
        higher = "as high in all as" if carry_over.lost == 0 else f"{lost} higher in all than"
        then = f"{back} {'higher' if carry_over.back > 0 else 'lower'} in all" if carry_over.back else "the same in all"
        return (
            f"The scores after were {higher} the scores before in {span}, and by the next session {then} "
            f"({_pairs(carry_over)})."
        )
    if carry_over.back < 0:
        rest = f"none was back by the next session, and {back} more went in between"
    elif carry_over.stayed < 0:
        rest = f"all were back by the next session, and {stayed} on top"
    else:
        rest = f"{back} {'was' if back == '1' else 'were'} back by the next session and {stayed} stayed away"
    if carry_over.first_arrival is None or carry_over.last_arrival is None:
        return f"Of the {lost} lost in {span}, {rest} ({_pairs(carry_over)})."
    arrivals = f"first arrival {_number(carry_over.first_arrival)}, last arrival {_number(carry_over.last_arrival)}"
    return f"Of the {lost} lost in {span}, {rest} ({arrivals}{_between(carry_over)})."


def _pairs(carry_over: CarryOver) -> str:
    return counted(carry_over.n, "pair of sessions", "pairs of sessions") + _between(carry_over)


def _between(carry_over: CarryOver) -> str:
    """How many visits without this score lie between the pairs; empty if none does."""
    return f"; {counted(carry_over.between, 'visit')} without this score in between" if carry_over.between else ""


def half_back_sentence(half_back: ReboundTime) -> str:
    """By which day half of the drop was seen back in half of the sessions that have readings."""
    rests = f"{counted(half_back.n, 'session')} with a drop and readings"
    if half_back.median_day is None:
        one_day = half_back.unseen_from == half_back.unseen_to
        days = f"day {half_back.unseen_to}" if one_day else f"day {half_back.unseen_from} to day {half_back.unseen_to}"
        last = "the last reading" if one_day else "each last reading"
        if half_back.seen:
            return (
                f"In {half_back.n - half_back.seen} of {rests} half of the drop was not seen back by {last}, on {days}."
            )
        return f"Still lower at {f'{days}, {last}' if one_day else f'{last}, on {days}'} ({rests})."
    day = "the same day" if half_back.median_day == 0 else f"day {half_back.median_day}"
    return f"Half of the drop was seen back by {day} (estimated middle of {rests}; seen in {half_back.seen})."


def marks_sentence(marks: Sequence[Mark]) -> str:
    """The changes within the period in the patient's words, with what the scores cannot say; empty without any."""
    if not marks:
        return ""
    changes = [f'"{visible_line(mark.text)}" on {show_day(mark.day, weekday=False, year=False)}' for mark in marks]
    which = "if either" if len(marks) == 1 else "if any"
    return f"You also noted {listed(changes, 'and')}; the scores cannot show which helped, {which}."


def goal_sentence(trend: ConditionFigures) -> str:
    """Whether the goal was reached on arrival; empty without a goal or a score on arrival."""
    goal = trend.goal
    if goal is None or not goal.n:
        return ""
    return f"Goal {_number(goal.goal)} on arrival, since the plan began: {goal_in_words(goal)}."


def goal_in_words(goal: GoalState, *, with_lowest: bool = True) -> str:
    """Whether a goal on arrival was reached, since the plan began, and whether it held.

    Nothing where half or more of the scores are 0: then an arrival says little about the rest of the time.
    """
    if goal.mostly_zero:
        return f"not stated, since half or more of the {counted(goal.n, 'arriving score')} are 0"
    if goal.reached is None:
        if goal.lowest is None or not with_lowest:
            return "not reached yet"
        return f"not reached yet (lowest of {counted(goal.n, 'arriving score')}: {_number(goal.lowest)})"
    first = f"first reached at {_session(goal.reached)}"
    if goal.held is None:
        return f"{first}, not yet twice in a row"
    if goal.held.number == goal.reached.number:
        return f"{first}, and at the next one again"
    return f"{first}; twice in a row from {_session(goal.held)}"


def _session(arrival: Arrival) -> str:
    """`session 5, Mon 3 Aug 2026`: with its day, since a plan may count from a later session on."""
    return f"session {arrival.number}, {show_day(arrival.day)}"


def _episodes_sentence(course: Course, episodes: Episodes) -> str:
    share = f", {episodes.per_four_weeks:.1f} per four weeks" if episodes.per_four_weeks is not None else ""
    score = "its score is" if episodes.days == 1 else "their middle score is"
    middle = f"; {score} {_number(episodes.median)}" if episodes.median is not None else ""
    return (
        f"Half or more of the {counted(course.n, 'arriving score')} are 0, so no course is stated. "
        f"{counted(episodes.days, 'day')} above 0 {'was' if episodes.days == 1 else 'were'} recorded in "
        f"{counted(episodes.span, 'day')}{share}{middle}."
    )


def _change(course: Course) -> str:
    """How much the middle scores differ; with the grade where there is one, which is for pain alone."""
    change = course.change
    if change is None:
        return ""
    points = _number(abs(change.lower))
    direction = "lower" if change.lower > 0 else "higher"
    percent = f" ({abs(change.percent):.0f} %)" if change.percent is not None else ""
    differs = f", {points} {'point' if points == '1' else 'points'}{percent} {direction}"
    if course.grade is None:
        return differs
    return f"{differs}, {course.grade if course.grade is Grade.WORSE else f'a {course.grade} change'}"


def _number(value: float, digits: int = 1) -> str:
    """The number without zeros at its end; never with an exponent."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


def _labelled(label: str, text: str, width: int) -> str:
    if width < _WIDE:
        return fill(f"{label}: {text}", width, rest="  ")
    return fill(text, min(width, 100), first=f"{label:<{_LABEL}}", rest=" " * _LABEL)

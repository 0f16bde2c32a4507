"""What the numbers of one condition say, as answers to questions: the course first, each with what it rests on.

Screen and page take their answers from here, so that both say the same sentence for the same fact.
"""

from collections.abc import Iterator, Sequence
from enum import Enum

from paintrack.analysis.condition.chart_data import Mark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.condition.goal import GoalState
from paintrack.analysis.condition.rated_sessions import Arrival, arrivals_of
from paintrack.model.moment import show_day, show_period
from paintrack.model.score import show_score
from paintrack.model.typed.typed_text import capitalize_first, counted, listed, visible_line
from paintrack.views.trend.course_sentences import (
    MIDDLE,
    advice_on_worse,
    baseline_sentence,
    course_sentence,
    home_sentence,
    is_going_down,
    other_course_sentence,
    other_courses,
    pauses_sentence,
    readings_sentence,
)
from paintrack.views.trend.session_sentences import (
    FALL,
    days_above_zero_sentence,
    drop_held_sentence,
    halves_sentence,
    medicine_sentence,
    months_sentence,
    next_visits_sentence,
    relief_sentence,
)

EXPLANATION_HINT = "How these are worked out: paintrack trend --explain"


class Question(Enum):
    """What an answer is about, as the screen asks it and as the page does."""

    COURSE = "Is it getting better?", "Getting better?"
    DAYS_ABOVE_ZERO = "Days above 0", "Days above 0"
    MONTHS = "Days by month", "Days by month"
    RELIEF = "Right after a session?", "Right after?"
    HOLDS = "Does it hold?", "Does it hold?"
    AT_HOME = "At home", "At home"
    BASELINE = "Before it began", "Before it began"
    MEDICINE = "Medicine days", "Medicine days"
    OTHER_COURSES = "Other courses", "Other courses"
    PAUSES = "Pauses", "Pauses"

    def __init__(self, on_screen: str, on_page: str) -> None:
        self.on_screen = on_screen
        self.on_page = on_page


def answers(figures: ConditionFigures, *, middle: str = MIDDLE, brief: bool = False) -> list[tuple[Question, str]]:
    """(question, answer) pairs, each where there is something to say. `middle` is the word for a median.

    An answer is one sentence or more, with a capital at its beginning and a full stop at its end. `brief` leaves out
    what readings say of how long a drop held, and the pauses.
    """
    pairs = [*_course_answers(figures, middle), *_session_answers(figures, middle, brief=brief)]
    if figures.home is not None and figures.course is not None:
        pairs.append((Question.AT_HOME, home_sentence(figures.home, middle=middle)))
    if figures.baseline is not None:
        pairs.append((Question.BASELINE, baseline_sentence(figures.baseline, middle=middle)))
    if figures.medicine_days:
        pairs.append((Question.MEDICINE, medicine_sentence(figures.medicine_days)))
    if others := _other_courses_in_words(figures):
        pairs.append((Question.OTHER_COURSES, others))
    if figures.pauses and not brief:
        pairs.append((Question.PAUSES, pauses_sentence(figures.pauses)))
    return [(question, f"{capitalize_first(text)}.") for question, text in pairs]


def _course_answers(figures: ConditionFigures, middle: str) -> Iterator[tuple[Question, str]]:
    course, days = figures.course, figures.days_above_zero
    if course is not None and days is not None:
        scores = counted(course.n, "score")
        yield Question.COURSE, f"mostly 0 on arrival ({scores}), so days above 0 are counted in place of a course"
        halves = f". {capitalize_first(halves_sentence(days))}" if days.total.above else ""
        yield Question.DAYS_ABOVE_ZERO, days_above_zero_sentence(days, middle=middle) + halves
        if days.total.above:
            yield Question.MONTHS, months_sentence(days)
    elif course is not None:
        sentence = course_sentence(course, arrivals_of(figures.visits), middle=middle)
        # The page is read by those who are to be told.
        advice = advice_on_worse(course.judgement) if middle == MIDDLE else ""
        yield Question.COURSE, ". ".join([sentence, *([advice.removesuffix(".")] if advice else [])])
    elif figures.home is not None:
        advice = advice_on_worse(figures.home.verdict) if middle == MIDDLE else ""
        sentence = f"at home: {home_sentence(figures.home, middle=middle)}"
        yield Question.COURSE, ". ".join([sentence, *([advice.removesuffix(".")] if advice else [])])
    elif figures.picture.early and not figures.visits:
        yield Question.AT_HOME, readings_sentence([each.score for each in figures.picture.early], middle=middle)


def _session_answers(figures: ConditionFigures, middle: str, *, brief: bool) -> Iterator[tuple[Question, str]]:
    if figures.relief is not None:
        words = relief_sentence(figures.relief, from_above_zero=figures.above_zero_alone, middle=middle)
        yield Question.RELIEF, words
    visits, parts = figures.next_visits, list[str]()
    if visits is not None:
        parts.append(next_visits_sentence(visits, from_above_zero=figures.above_zero_alone, middle=middle))
        if visits.back is not None and is_going_down(figures.course):
            parts.append(FALL.removesuffix("."))
    if not brief and (held := drop_held_sentence(figures.drop_held)):
        parts.append(capitalize_first(held))
    if parts:
        yield Question.HOLDS, ". ".join(parts)


def _other_courses_in_words(figures: ConditionFigures) -> str:
    named, more = other_courses(figures)
    parts = [f"course {each.number}: {other_course_sentence(each)}" for each in reversed(named)]
    return "; ".join([*parts, *([f"and {more} more"] if more else [])])


def trend_period(figures: ConditionFigures, *, long: bool = False) -> str:
    """`10 sessions, 6 Jul to 7 Sep 2026`; of readings alone their number. `long` for a screen reader."""
    sessions, readings = len(figures.visits), figures.readings
    parts = [counted(sessions, "session") if sessions or not readings else counted(readings, "reading")]
    if figures.visits:
        parts.append(show_period(figures.visits[0].day, figures.visits[-1].day, long=long))
    elif figures.first_day and figures.last_day:
        parts.append(show_period(figures.first_day, figures.last_day, long=long))
    return ", ".join(parts)


def marks_sentence(marks: Sequence[Mark]) -> str:
    """The changes within the period in the patient's words, with what the scores cannot say; empty without any."""
    if not marks:
        return ""
    changes = [f'"{visible_line(mark.text)}" on {show_day(mark.day, weekday=False, year=False)}' for mark in marks]
    return f"You also noted {listed(changes, 'and')}; {cannot_show(len(marks))}."


def cannot_show(changes: int) -> str:
    """What the scores cannot say of so many changes."""
    return f"the scores cannot show which helped, {'if either' if changes == 1 else 'if any'}"


def goal_sentence(figures: ConditionFigures) -> str:
    """Whether the goal was reached on arrival; empty without a goal or a score on arrival."""
    goal = figures.goal
    if goal is None or not goal.n:
        return ""
    return f"Goal {show_score(goal.goal)} on arrival, since the plan began: {goal_in_words(goal)}."


def goal_in_words(goal: GoalState, *, with_lowest: bool = True) -> str:
    """Whether a goal on arrival was reached, since the plan began, and whether it held.

    Nothing where the scores are mostly 0: then an arrival says little about the rest of the time.
    """
    if goal.mostly_zero:
        return f"not stated, since the {counted(goal.n, 'arriving score')} are mostly 0"
    if goal.reached is None:
        if goal.lowest is None or not with_lowest:
            return "not reached yet"
        return f"not reached yet (lowest of {counted(goal.n, 'arriving score')}: {show_score(goal.lowest)})"
    first = f"first reached at {_session(goal.reached)}"
    if goal.held is None:
        return f"{first}, not yet twice in a row"
    if goal.held.number == goal.reached.number:
        return f"{first}, and at the next one again"
    return f"{first}; twice in a row from {_session(goal.held)}"


def _session(arrival: Arrival) -> str:
    """`session 5, Mon 3 Aug 2026`: with its day, since a plan may count from a later session on."""
    return f"session {arrival.number}, {show_day(arrival.day)}"

"""What the numbers of one condition say, as answers to questions, the course first, each with the data behind it.

Screen and page take their answers from here, so that both have the same sentence for the same fact.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum

from paintrack.analysis.condition.carry_over_medians_and_shares import BackByNextVisit
from paintrack.analysis.condition.chart_data import EffectMark, Mark
from paintrack.analysis.condition.condition_figures import ConditionFigures, OtherCourse
from paintrack.analysis.condition.condition_sessions import Arrival, arrivals_of
from paintrack.analysis.condition.goal import GoalState
from paintrack.analysis.condition.treatment_courses import Pause
from paintrack.analysis.condition.verdict import DIRECTED, CourseVerdict, Verdict
from paintrack.model.displayed_text import capitalize_first, isolated, listed
from paintrack.views.text_layout import truncate
from paintrack.views.trend.course_sentences import (
    MIDDLE,
    PART,
    advice_on_worse,
    all_readings_in_words,
    all_zero,
    baseline_sentence,
    course_sentence,
    home_sentence,
    is_going_down,
    level_sentence,
    no_session,
    readings_sentence,
    short_verdict,
    whole_in_words,
    zeros_in_words,
)
from paintrack.views.trend.days_above_zero_and_medicine_day_sentences import (
    days_above_zero_sentence,
    halves_sentence,
    medicine_sentence,
    months_sentence,
)
from paintrack.views.trend.relief_and_carry_over_sentences import (
    FALL,
    NO_NEXT_VISIT,
    drop_held_sentence,
    next_visits_sentence,
    relief_sentence,
)
from paintrack.views.value_words import SERIOUS_IN_WORDS, SERIOUS_MARK, counted, show_day, show_period, show_score

_LONG_AGO = 28  # days
_NAMED_COURSES = 3
NOT_FROM_VISITS = "cannot be told from the visits"
_MOST_CHANGES, _NEWEST_CHANGES = 5, 3  # how many changes a sentence names, and how many where there are more
EXPLANATION_HINT = "How these are worked out: paintrack trend --explain"


class TrendQuestion(Enum):
    """What an answer is about, in the words of the screen and in those of the page."""

    COURSE = "Is it getting better?", "Getting better?"
    DAYS_ABOVE_ZERO = "Days above 0", "Days above 0"
    RELIEF = "Right after a session?", "Right after?"
    HOLDS = "Does it hold?", "Does it hold?"
    AT_HOME = "At home", "At home"
    BASELINE = "Before the first session", "Before the first session"
    MEDICINE = "Medicine days", "Medicine days"
    OTHER_COURSES = "Other courses", "Other courses"
    PAUSES = "Pauses", "Pauses"

    def __init__(self, on_screen: str, on_page: str) -> None:
        self.on_screen = on_screen
        self.on_page = on_page


def spoken_answer(question: TrendQuestion, answer: str) -> str:
    """`Does it hold? Usually back ...`, or `At home: ...` if the label is not a question."""
    label = question.on_screen
    return f"{label}{'' if label.endswith('?') else ':'} {answer}"


def answers(figures: ConditionFigures, *, middle: str = MIDDLE, brief: bool = False) -> list[tuple[TrendQuestion, str]]:
    """Pairs of question and answer, for questions that have one. `middle` is the word for a median.

    An answer is one sentence or more, beginning with a capital and ending with a full stop. `brief` leaves out the
    pauses, and what readings say of how long a drop held.
    """
    pairs = [*_course_answers(figures, middle), *_session_answers(figures, middle, brief=brief)]
    if figures.home is not None and figures.course is not None:
        sentence = home_sentence(figures.home, middle=middle, is_part=figures.whole_home is not None)
        parts = [sentence, *_of_whole(all_readings_in_words(figures), figures.home.verdict, middle)]
        pairs.append((TrendQuestion.AT_HOME, ". ".join(parts)))
    if figures.baseline is not None:
        pairs.append((TrendQuestion.BASELINE, baseline_sentence(figures, figures.baseline, middle=middle)))
    if figures.medicine_days:
        pairs.append((TrendQuestion.MEDICINE, medicine_sentence(figures.medicine_days)))
    if other_courses := other_courses_sentence(figures):
        pairs.append((TrendQuestion.OTHER_COURSES, other_courses))
    if figures.pauses and not brief:
        pairs.append((TrendQuestion.PAUSES, pauses_sentence(figures.pauses)))
    return [(question, f"{capitalize_first(text)}.") for question, text in pairs]


def _course_answers(figures: ConditionFigures, middle: str) -> Iterator[tuple[TrendQuestion, str]]:
    course, days = figures.course, figures.days_above_zero
    if course is not None and days is not None:
        # `Mostly 0` as the answer reads as cured: a day without pain is the likeliest day for a visit.
        answer = [
            f"{NOT_FROM_VISITS}: on arrival the score was {zeros_in_words(course)}. See the days above 0"
            if days.total.above
            else f"{all_zero(course)}, so days above 0 are counted instead",
            *_of_whole(whole_in_words(figures), course.judgement, middle),
        ]
        yield TrendQuestion.COURSE, ". ".join(answer)
        parts = [days_above_zero_sentence(days, middle=middle)]
        parts += [halves_sentence(days), months_sentence(days)] if days.total.above else []
        yield TrendQuestion.DAYS_ABOVE_ZERO, ". ".join(map(capitalize_first, parts))
    elif course is not None:
        arrivals = arrivals_of(figures.visits)
        sentence = course_sentence(course, arrivals, middle=middle, is_part=figures.whole_course is not None)
        level = level_sentence(course, arrivals)
        # Not on the page, which is read by those who are to be told.
        advice = advice_on_worse(course.judgement) if middle == MIDDLE else ""
        parts = [
            sentence,
            *_of_whole(whole_in_words(figures), course.judgement, middle),
            level,
            advice.removesuffix("."),
        ]
        yield TrendQuestion.COURSE, ". ".join(filter(None, parts))
    elif figures.home is not None:
        advice = advice_on_worse(figures.home.verdict) if middle == MIDDLE else ""
        sentence = home_sentence(figures.home, middle=middle, is_part=figures.whole_home is not None)
        parts = [f"at home: {sentence}", *_of_whole(all_readings_in_words(figures), figures.home.verdict, middle)]
        yield TrendQuestion.COURSE, ". ".join(filter(None, [*parts, advice.removesuffix("."), no_session(figures)]))
    elif figures.chart_data.early and not figures.visits:
        sentence = readings_sentence([each.score for each in figures.chart_data.early], middle=middle)
        yield TrendQuestion.AT_HOME, ". ".join(filter(None, [sentence, no_session(figures)]))


def _of_whole(whole: str, judgement: CourseVerdict, middle: str) -> list[str]:
    """Beside the `judgement` on a part, what `whole_in_words` says; empty for no part.

    On the screen also what to be careful with.
    """
    is_firm = judgement.verdict in DIRECTED or judgement.verdict is Verdict.ABOUT_THE_SAME
    careful = [PART.removesuffix(".")] if is_firm and middle == MIDDLE else []
    return [capitalize_first(whole), *careful] if whole else []


def _session_answers(figures: ConditionFigures, middle: str, *, brief: bool) -> Iterator[tuple[TrendQuestion, str]]:
    if figures.relief is not None:
        words = relief_sentence(figures.relief, from_above_zero=figures.above_zero_alone, middle=middle)
        yield TrendQuestion.RELIEF, words
    visits, parts = figures.next_visits, list[str]()
    if visits is not None:
        parts.append(next_visits_sentence(visits, from_above_zero=figures.above_zero_alone, middle=middle))
        if visits.back not in (None, BackByNextVisit.TOO_EARLY) and is_going_down(figures.course):
            parts.append(FALL.removesuffix("."))
    # Of what options leave out, and of sessions that began at 0, it would not be true.
    elif figures.relief is not None and not (figures.left_out or figures.above_zero_alone):
        parts.append(NO_NEXT_VISIT)
    if not brief and (held := drop_held_sentence(figures.drop_held)):
        # What readings at home say of a few days is no answer on the next visit.
        parts.append(capitalize_first(held) if parts else f"Too early to say; {held}")
    if parts:
        yield TrendQuestion.HOLDS, ". ".join(parts)


def trend_period(figures: ConditionFigures, *, long: bool = False) -> str:
    """`10 sessions, 6 Jul to 7 Sep 2026; 6 readings from 24 Jun`; `long` for a screen reader.

    Of a part of a course it has `6 of 13 sessions`.
    Without a session it has the days of the readings, and their number only if the headline does not say it.
    """
    if figures.first_day is None or figures.last_day is None:
        return counted(len(figures.visits), "session")
    days = (figures.first_day, figures.last_day)
    if not figures.visits:
        period = show_period(*days, long=long)
        return period if figures.home is None else f"{counted(figures.readings, 'reading')}, {period}"
    of_all = f"{len(figures.visits)} of " if figures.left_out else ""
    sessions = of_all + counted(len(figures.visits) + figures.left_out, "session")
    ends = (figures.visits[0].day, figures.visits[-1].day)
    readings = counted(figures.readings, "reading") if figures.readings else ""
    return period_in_words(sessions, ends, readings, days=days, long=long)


def period_in_words(
    sessions: str, session_days: tuple[date, date], readings: str, *, days: tuple[date, date], long: bool = False
) -> str:
    """`12 sessions, 6 Jul to 21 Sep 2026; 6 readings from 24 Jun`: how many there are, from which day to which.

    `sessions` and `readings` (may be empty) are their numbers in words. `session_days` are the first and the last day
    of sessions, `days` those of sessions and readings. `long` for a screen reader.
    """
    text = f"{sessions}, {show_period(*session_days, long=long)}"
    if not readings:
        return text
    (first, last), (first_session, last_session) = days, session_days
    start = show_day(first, weekday=False, long=long, year=first.year != first_session.year)
    end = show_day(last, weekday=False, long=long, year=last.year != last_session.year)
    has_earlier, has_later = first < first_session, last > last_session
    reach = f" from {start}" if has_earlier else ""
    reach += f" {'to' if has_earlier else 'up to'} {end}" if has_later else ""
    return f"{text}; {readings}{reach}"


def last_score_sentence(figures: ConditionFigures, today: date) -> str:
    """`Last score 5 Oct 2026, 154 days ago.` if that is more than 28 days; empty otherwise.

    It warns that what is said of the course in the present tense was true at that time.
    """
    last = figures.last_scored
    if last is None or (today - last).days <= _LONG_AGO:
        return ""
    return f"Last score {show_day(last, weekday=False)}, {(today - last).days} days ago."


def marks_sentence(
    marks: Sequence[Mark], *, are_beside_sessions: bool = True, has_year: bool = False, longest: int | None = None
) -> str:
    """The changes within the period in the patient's words, with what the scores cannot show; empty without any.

    `are_beside_sessions`: the period has sessions, which may have helped as well. `has_year`: their days have the year.
    A text of more than `longest` columns is cut, and the sentence says how to see it. Of many changes it has the
    newest, and says so.
    """
    if not marks:
        return ""
    number, marks = len(marks), marks if len(marks) <= _MOST_CHANGES else marks[-_NEWEST_CHANGES:]
    texts = [isolated(mark.text) for mark in marks]
    shown = texts if longest is None else [truncate(text, longest, ascii_only=True) for text in texts]
    days = [show_day(mark.day, weekday=False, year=has_year) for mark in marks]
    changes = [f'"{text}" on {day}' for text, day in zip(shown, days, strict=True)]
    count = f"{number} changes, the newest " if len(marks) < number else ""
    see = "All: " if count else "" if shown == texts else "In full: "
    in_full = f" {see}paintrack note --list" if see else ""
    unknown = _cannot_show(number, are_beside_sessions=are_beside_sessions)
    return f"You also noted {count}{listed(changes, 'and')}; {unknown}.{in_full}"


def newest_serious(effects: Iterable[EffectMark]) -> list[EffectMark]:
    """The newest serious side effects, at most three, oldest first."""
    return sorted(each for each in effects if each.is_serious)[-_NEWEST_CHANGES:]


def serious_sentences(effects: Sequence[EffectMark], *, long: bool = False) -> list[str]:
    """A line for each of the newest serious side effects with its day, then what to do; empty without any.

    `long` is for a screen reader. The page has all of them.
    """
    newest = newest_serious(effects)
    days = [show_day(each.day, weekday=False, long=long) for each in newest]
    if long:
        name = capitalize_first(SERIOUS_IN_WORDS)
        lines = [f"{name}, {day}: {each.text}." for each, day in zip(newest, days, strict=True)]
    else:
        lines = [f"{SERIOUS_MARK}{each.text}, {day}." for each, day in zip(newest, days, strict=True)]
    earlier = sum(each.is_serious for each in effects) - len(newest)
    lines += [f"{earlier} more before that: paintrack summary"] if earlier else []
    return [*lines, "Not checked by a doctor yet? Have it checked."] if lines else []


def _cannot_show(changes: int, *, are_beside_sessions: bool) -> str:
    """What the scores cannot show about so many changes, made beside sessions or without any."""
    if changes == 1 and not are_beside_sessions:
        return "the scores cannot show whether it helped"
    return f"the scores cannot show which helped, {'if either' if changes == 1 else 'if any'}"


def goal_sentence(figures: ConditionFigures) -> str:
    """Whether the goal was reached on arrival; empty without a goal or a score on arrival."""
    goal = figures.goal
    if goal is None or not goal.n:
        return ""
    return f"Goal {show_score(goal.goal)} on arrival, since the plan began: {goal_in_words(goal)}."


def goal_in_words(goal: GoalState, *, with_lowest: bool = True) -> str:
    """Whether a goal on arrival was reached since the plan began, and whether it held.

    Not if the scores are mostly 0, since an arrival then says little about the rest of the time.
    """
    if goal.mostly_zero:
        return f"not stated, since the {goal.n} arriving scores are mostly 0"
    if goal.reached is None:
        if goal.lowest is None or not with_lowest:
            return "not reached yet"
        scores = "the only arriving score" if goal.n == 1 else f"lowest of {goal.n} arriving scores"
        return f"not reached yet ({scores}: {show_score(goal.lowest)})"
    first = f"first reached at {_session(goal.reached)}"
    if goal.held is None:
        return f"{first}, not yet twice in a row"
    if goal.held.number == goal.reached.number:
        return f"{first}, and at the next one again"
    return f"{first}; twice in a row from {_session(goal.held)}"


def _session(arrival: Arrival) -> str:
    """`session 5, Mon 3 Aug 2026`: the id that `show` and `edit` take, with its day."""
    return f"session {arrival.label}, {show_day(arrival.day)}"


def other_courses_sentence(figures: ConditionFigures) -> str:
    """The courses other than the one of the figures, the newest three, with the pauses between them.

    `an earlier course: 10 sessions, 3 Jan to 20 Mar 2025: going down, 8 to 4; then a pause of 17 weeks`; if there are
    several, each has its number. Without a full stop; empty without any.
    """
    newest = figures.other_courses[-_NAMED_COURSES:]
    more = len(figures.other_courses) - len(newest)
    sentences = [_other_course(each, figures, is_only=len(newest) == 1) for each in reversed(newest)]
    return ". ".join([*sentences, *([f"And {counted(more, 'older course')}"] if more else [])])


def _other_course(other: OtherCourse, figures: ConditionFigures, *, is_only: bool) -> str:
    if other.number < (figures.course_number or 0):
        name, pause = "an earlier course", f"then a pause of {_weeks(other.pause_after)}"
    else:
        name, pause = "a later course", f"after a pause of {_weeks(other.pause_before)}"
    name = name if is_only else f"Course {other.number}"
    period = f"{counted(other.visits, 'session')}, {show_period(other.first_day, other.last_day)}"
    verdict = "" if other.course is None else f": {short_verdict(other.course)}"
    return f"{name}: {period}{verdict}; {pause}"


def _weeks(days: int | None) -> str:
    return counted((days or 0) // 7, "week")


def pauses_sentence(pauses: Sequence[Pause]) -> str:
    """The pauses of 8 to 12 weeks within the course, the newest three; without a full stop, empty without any."""
    named = [
        f"{show_day(pause.start, weekday=False)} to {show_day(pause.end, weekday=False)} ({pause.days} days)"
        for pause in pauses[-_NAMED_COURSES:]
    ]
    return f"{counted(len(pauses), 'longer pause')}: {listed(named, 'and')}" if named else ""

"""What may be said of a course, in words: the same on screen and on the page, with 'middle' there and 'median' here."""

from collections.abc import Sequence

from paintrack.analysis.condition.clinical_importance import Grade
from paintrack.analysis.condition.condition_figures import ConditionFigures, OtherCourse
from paintrack.analysis.condition.course import Course
from paintrack.analysis.condition.home_course import Baseline, HomeCourse
from paintrack.analysis.condition.rated_sessions import Arrival
from paintrack.analysis.condition.treatment_courses import Pause
from paintrack.analysis.condition.verdict import (
    DIRECTED,
    DOWNWARD,
    FEWEST_FOR_PROBABLY,
    UPWARD,
    ChangeOverTime,
    CourseVerdict,
    Medians,
    Verdict,
)
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.moment import show_day, show_period
from paintrack.model.score import lower_in_words, show_score
from paintrack.model.typed.typed_text import capitalize_first, counted, listed, visible_line

# On the page, which a clinician reads, a middle is called by its name.
MIDDLE, MEDIAN = "middle", "median"
FIRST_SCORE = "is shown but not counted: people start on a bad day, and bad days ease by themselves."
TELL = "Tell your acupuncturist and your doctor."
_CHANCE = "of 10 diaries in which nothing changes, up to 1 gets this answer"
_MOST_UNLIMITED = 10  # points: a change that could be more says nothing
_NAMED_COURSES = 3
_ENDS = 3  # scores at each end that a median is of


def headline(figures: ConditionFigures) -> str:
    """The answer in one line: `Lower back score: going down, 7 to 4`; of readings alone `Lower back at home: ...`."""
    name = capitalize_first(visible_line(figures.condition))
    if figures.course is not None:
        return f"{name} score: {_short(figures.course.judgement)}"
    if figures.home is not None:
        return f"{name} at home: {_short(figures.home.verdict)}"
    return f"{name} score"


def short_summary(figures: ConditionFigures) -> str:
    """A condition in one short line, with how much it rests on: `going down, 7 to 4 (12 sessions)`."""
    if figures.course is not None:
        return f"{_short(figures.course.judgement)} ({counted(figures.course.n, 'session')})"
    if figures.home is not None:
        return f"at home {_short(figures.home.verdict)} ({counted(figures.home.readings, 'reading')})"
    if figures.visits:
        return f"{counted(len(figures.visits), 'session')} without a score on arrival"
    return counted(figures.readings, "reading")


def short_verdict(course: Course | None) -> str:
    """`going down, 7 to 4`; a dash without a score on arrival."""
    return "-" if course is None else _short(course.judgement)


def _short(judgement: CourseVerdict) -> str:
    """The verdict with the medians where they belong to one: `going down, 7 to 4`, `not clear yet`."""
    medians, verdict = judgement.medians, judgement.verdict
    if verdict is Verdict.TOO_EARLY:
        return "too early to say"
    if verdict in DIRECTED and medians is not None:
        return f"{_verdict(judgement)}, {_way(medians)}"
    return _verdict(judgement)


def _verdict(judgement: CourseVerdict) -> str:
    """The verdict in the words of the rule: `going up, worse`, `about the same, falling by under 1`."""
    worse = ", worse" if judgement.verdict is Verdict.GOING_UP else ""
    slightly = ", falling by under 1" if judgement.is_falling_slightly else ""
    slightly = ", rising by under 1" if judgement.is_rising_slightly else slightly
    return f"{judgement.verdict}{worse}{slightly}"


def _way(medians: Medians) -> str:
    """`7 to 4`, or with the middle third where the way is not straight: `7, then 3, then 7`."""
    first, last = show_score(medians.first), show_score(medians.last)
    if medians.middle is None:
        return f"{first} to {last}"
    return f"{first}, then {show_score(medians.middle)}, then {last}"


def course_sentence(course: Course, arrivals: Sequence[Arrival], *, middle: str = MIDDLE) -> str:
    """What may be said of the course, with what it rests on; begins in lower case, without a full stop.

    `arrivals` are the scores that the course is of. `middle` is the word for a median. Not for a course of mostly 0.
    """
    judgement, not_counted = course.judgement, course.judgement.not_counted
    if judgement.medians is None:
        visits = FEWEST_FOR_PROBABLY + (not_counted is not None)
        scored = judgement.judged + (not_counted is not None)
        so_far = f"you have {scored}" if middle == MIDDLE else f"so far {scored}"
        ends = f"{show_score(course.first.score)} first, {show_score(course.last.score)} last"
        numbers_alone = f" ({ends if course.n > 1 else show_score(course.first.score)})"
        return f"too early to say: needs {visits} visits with a score, {so_far}{numbers_alone}"
    return judgement_sentence(judgement, _arrivals_in_words(course, arrivals, middle))


def size_of_change(course: Course, arrivals: Sequence[Arrival]) -> str:
    """How large the change is, whatever the verdict, which stands first; begins in lower case, without a full stop.

    `going down, 7 to 4: 3 points lower (43 %); median of ...`. For who asks for the size and sees no chart.
    """
    judgement, medians = course.judgement, course.judgement.medians
    if judgement.verdict is Verdict.MOSTLY_ZERO:
        return f"mostly 0 on arrival, so no change is stated ({counted(course.n, 'session')})"
    if medians is None:
        return course_sentence(course, arrivals, middle=MEDIAN)
    way = "" if judgement.verdict in DIRECTED else f", {_way(medians)}"
    points = lower_in_words(medians.lower)
    number, _, direction = points.partition(" ")
    points = f"{number} {'point' if number == '1' else 'points'} {direction}" if medians.lower else points
    chance = f"; {_CHANCE}" if judgement.verdict in (DOWNWARD[1], UPWARD[1]) else ""
    basis = _arrivals_in_words(course, arrivals, MEDIAN)
    return f"{_short(judgement)}{way}: {points}{_percent(medians)}; {basis}{chance}"


def _arrivals_in_words(course: Course, arrivals: Sequence[Arrival], middle: str) -> str:
    """What the medians are of: `median of visits 2 to 4 and of the last 3 of 12`."""
    not_counted = course.judgement.not_counted
    first = not_counted.number if not_counted else None
    # Two sessions at one instant are one visit.
    numbers = list(dict.fromkeys(each.number for each in arrivals if each.number != first))
    of = f" of {course.n}" if middle == MEDIAN else ""
    return f"{middle} of {_visits(numbers[:_ENDS])} and of the last {_ENDS}{of}"


def judgement_sentence(judgement: CourseVerdict, basis: str) -> str:
    """The verdict with the size of the change and the `basis` of its numbers, in words; begins in lower case.

    Empty where the scores are too few for medians.
    """
    medians, verdict = judgement.medians, judgement.verdict
    if medians is None:
        return ""
    way, lower = _way(medians), f"{lower_in_words(medians.lower)}{_percent(medians)}"
    basis += f"; rests on medians of {judgement.blocks} blocks" if judgement.blocks else ""
    if verdict is Verdict.GOING_UP:
        return f"{way}, {lower}: {_verdict(judgement)}; {basis}"
    if verdict is Verdict.GOING_DOWN:
        return f"{verdict}, {way}: {lower}{_grade(judgement.grade)}; {basis}"
    if verdict in DIRECTED:
        return f"{verdict}, {way}, {lower}: {_CHANCE} ({basis})"
    if verdict is Verdict.ABOUT_THE_SAME:
        return f"{_verdict(judgement)}: a change of 2 or more is unlikely ({way}: {basis})"
    return f"{verdict}: {_could_be(judgement.change_over_time)} ({way}: {basis})"


def _percent(medians: Medians) -> str:
    """` (43 %)`; empty for no change, or from a median of 0."""
    return f" ({abs(medians.percent):.0f} %)" if medians.percent else ""


def _grade(grade: Grade | None) -> str:
    return f", a {grade} change" if grade in (Grade.MINIMAL, Grade.MODERATE, Grade.SUBSTANTIAL) else ""


def _could_be(change: ChangeOverTime | None) -> str:
    """`it could be 0.8 lower or 0.8 higher a month`, from the interval of the change over time."""
    if change is None:
        return "it could be anything"
    lower, higher = round(-change.interval.low, 1), round(change.interval.high, 1)
    span = "over this time" if change.over_whole_time else "a month"
    if max(abs(lower), abs(higher)) > _MOST_UNLIMITED:
        return "it could be anything"
    if lower > 0 and higher > 0:
        return f"it could be {_points(lower)} lower or {_points(higher)} higher {span}"
    if lower <= 0 and higher <= 0:
        return f"it could be under 0.1 {span}"
    side, far, near = ("lower", lower, -higher) if lower > 0 else ("higher", higher, -lower)
    size = f"{_points(near)} to {_points(far)}" if near > 0 else f"up to {_points(far)}"
    return f"it could be {size} {side} {span}"


def _points(value: float) -> str:
    return f"{abs(value):.1f}".removesuffix(".0")


def _visits(numbers: Sequence[int]) -> str:
    """`visits 2 to 4`, or `visits 2, 3 and 5` where a score is missing in between."""
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"visits {numbers[0]} to {numbers[-1]}"
    return f"visits {listed(list(map(str, numbers)), 'and')}"


def advice_on_worse(judgement: CourseVerdict | None) -> str:
    """Whom to tell of a course that goes up; empty otherwise."""
    return TELL if judgement is not None and judgement.verdict is Verdict.GOING_UP else ""


def first_score_sentence(judgement: CourseVerdict | None) -> str:
    """Why the first score is not counted; empty where none is left out, none is judged, or the course rises."""
    if judgement is None or judgement.not_counted is None:
        return ""
    if judgement.verdict in (*UPWARD, Verdict.MOSTLY_ZERO):
        return ""
    return f"The first score ({show_score(judgement.not_counted.score)}) {FIRST_SCORE}"


def is_going_down(course: Course | None) -> bool:
    """Whether the course goes down, or probably."""
    return course is not None and course.verdict in DOWNWARD


def home_sentence(home: HomeCourse, *, middle: str = MIDDLE) -> str:
    """What the readings at home say by weeks; begins in lower case, without a full stop."""
    weeks = counted(len(home.weeks), "week")
    readings = counted(home.readings, "reading")
    if home.verdict.verdict is Verdict.MOSTLY_ZERO:
        return f"mostly 0 ({weeks} with 3 or more readings, {readings})"
    basis = f"{middle} of the first {_ENDS} and of the last {_ENDS} of {weeks}, {readings}"
    return judgement_sentence(home.verdict, basis)


def readings_sentence(scores: Sequence[float], *, middle: str = MIDDLE) -> str:
    """Readings that are too few for a course of their own: how many, their median, least and most."""
    number = counted(len(scores), "reading")
    if len(scores) == 1:
        return f"{show_score(scores[0])} ({number})"
    extremes = f"{show_score(min(scores))} to {show_score(max(scores))}"
    return f"{show_score(median(scores))} ({middle} of {number}; {extremes})"


def baseline_sentence(baseline: Baseline, *, middle: str = MIDDLE) -> str:
    """The readings before the first session, and how many later arrivals lie below; without a full stop."""
    readings = counted(baseline.n, "reading")
    start = f"{show_score(baseline.median)} ({f'{middle} of ' if baseline.n > 1 else ''}{readings})"
    if not baseline.arrivals:
        return start
    later = counted(baseline.arrivals, "later score on arrival", "later scores on arrival")
    return f"{start}; {baseline.lower} of {later} {'lies' if baseline.arrivals == 1 else 'lie'} below it"


def other_course_sentence(other: OtherCourse) -> str:
    """An earlier or later course in one line: `3 Jan to 20 Mar 2025, 12 visits: going down, 8 to 4`."""
    period = f"{show_period(other.first_day, other.last_day)}, {counted(other.visits, 'visit')}"
    return period if other.course is None else f"{period}: {_short(other.course.judgement)}"


def other_courses(figures: ConditionFigures) -> tuple[list[OtherCourse], int]:
    """The newest of the other courses, three at most, and how many more there are."""
    newest = list(figures.other_courses[-_NAMED_COURSES:])
    return newest, len(figures.other_courses) - len(newest)


def pauses_sentence(pauses: Sequence[Pause]) -> str:
    """The pauses of 8 to 12 weeks within the course, the newest three; without a full stop, empty without any."""
    named = [
        f"{show_day(pause.start, weekday=False)} to {show_day(pause.end, weekday=False)} ({pause.days} days)"
        for pause in pauses[-_NAMED_COURSES:]
    ]
    return f"{counted(len(pauses), 'longer pause')}: {listed(named, 'and')}" if named else ""

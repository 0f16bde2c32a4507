"""What may be said of a course, in words: the same on screen and on the page, which says 'median', not 'middle'."""

from collections.abc import Sequence

from paintrack.analysis.condition.clinical_importance import Grade
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.condition.condition_sessions import Arrival
from paintrack.analysis.condition.course import Course
from paintrack.analysis.condition.home_course import Baseline, HomeCourse
from paintrack.analysis.condition.verdict import (
    DIRECTED,
    DOWNWARD,
    FEWEST_FOR_PROBABLY,
    UPWARD,
    ChangeOverTime,
    CourseVerdict,
    Medians,
    Verdict,
    middle_third,
)
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.displayed_text import capitalize_first, isolated, listed
from paintrack.views.value_words import counted, lower_in_words, show_day, show_score

# The word for a median on the screen, and on the page, which a clinician reads.
MIDDLE, MEDIAN = "middle", "median"
FIRST_SCORE = "is shown but not counted"
BAD_DAY = "people often start on a bad day, and bad days ease by themselves"
TELL = "Tell your acupuncturist and your doctor."
PART = "A part of a course shows a change by chance more often than the whole does."
_CHANCE = "of 10 diaries in which nothing changes, up to 1 gets this answer"
_MOST_UNLIMITED = 10  # points; if the change could be larger, the interval says nothing
_ENDS = 3  # how many scores at each end the medians are of


def headline(figures: ConditionFigures) -> str:
    """The answer in one line: `Lower back score: going down, 7 to 4`; for readings alone `Lower back at home: ...`.

    Of a part of the course, or of an earlier one, it says so: `Lower back score in these 6 sessions: ...`. If there
    is no answer, it says how many entries there are: `Knee: 5 readings, numbers only`.
    """
    name = capitalize_first(isolated(figures.condition))
    if figures.course is not None:
        of_part = " ".join([f"{name} score", *filter(None, [part_in_words(figures)])])
        return f"{of_part}{_earlier_course(figures)}: {_course_in_short(figures)}"
    if figures.home is not None:
        part = f", {_these(figures.readings, 'reading')}" if figures.whole_home else ""
        return f"{name} at home{part}: {_short(figures.home.verdict)}"
    return f"{name}: {short_summary(figures)}"


def part_in_words(figures: ConditionFigures) -> str:
    """`in these 6 sessions` of a part of the course, `in these 12 readings` of one of those at home; else empty."""
    if figures.course is not None:
        return f"in {_these(len(figures.visits), 'session')}" if figures.whole_course else ""
    return f"in {_these(figures.readings, 'reading')}" if figures.whole_home else ""


def _earlier_course(figures: ConditionFigures) -> str:
    """`, course 1 of 2`, since nothing is said of now; empty for the newest course."""
    number, other_courses = figures.course_number or 0, figures.other_courses
    is_newest = all(other.number < number for other in other_courses)
    return "" if is_newest else f", course {number} of {len(other_courses) + 1}"


def _these(number: int, what: str) -> str:
    return f"this {what}" if number == 1 else f"these {counted(number, what)}"


def whole_in_words(figures: ConditionFigures) -> str:
    """The verdict on the whole course, if the figures are of a part of it: `whole course: not clear yet`; else empty.

    A part that somebody picked out may seem to change while the whole does not. Begins in lower case, without a full
    stop.
    """
    if figures.course is not None:
        return f"whole course: {short_verdict(figures.whole_course)}" if figures.whole_course else ""
    return all_readings_in_words(figures)


def all_readings_in_words(figures: ConditionFigures) -> str:
    """The verdict on the readings at home: `all readings: not clear yet`."""
    return f"all readings: {_short(figures.whole_home.verdict)}" if figures.whole_home else ""


def short_summary(figures: ConditionFigures) -> str:
    """A condition in one short line, with the number of its sessions: `going down, 7 to 4 (12 sessions)`.

    Of a part of a course it says so: `going down, 7 to 4 (12 of 20 sessions; whole course: not clear yet)`.
    """
    whole = whole_in_words(figures)
    if figures.course is not None:
        of_all = f"{figures.course.n} of " if figures.whole_course else ""
        sessions = counted((figures.whole_course or figures.course).n, "session")
        in_brackets = "; ".join(filter(None, ["" if figures.is_mostly_zero else of_all + sessions, whole]))
        return f"{_course_in_short(figures)}{f' ({in_brackets})' if in_brackets else ''}"
    if figures.home is not None:
        in_brackets = "; ".join(filter(None, [counted(figures.home.readings, "reading"), whole]))
        return f"at home {_short(figures.home.verdict)} ({in_brackets})"
    if figures.visits:
        return f"{counted(len(figures.visits), 'session')} without a score on arrival"
    return f"{counted(figures.readings, 'reading')}, numbers only" if figures.readings else "no session"


def short_verdict(course: Course | None) -> str:
    """`going down, 7 to 4`, `0 at 5 of 8 visits`; a dash without a score on arrival."""
    if course is None:
        return "-"
    return zeros_in_words(course) if course.verdict is Verdict.MOSTLY_ZERO else _short(course.judgement)


def zeros_in_words(course: Course) -> str:
    """`0 at 5 of 8 visits`, since 'mostly 0' by itself reads as if the other scores were not real."""
    return f"0 at {course.zeros} of {counted(course.n, 'visit')}"


def _course_in_short(figures: ConditionFigures) -> str:
    """The verdict; for a course that is mostly 0, how often it was 0, and the number of days above 0."""
    course, days = figures.course, figures.days_above_zero
    if course is None or days is None:
        return short_verdict(course)
    if not days.total.above:
        return all_zero(course)
    at_least = "" if days.total.is_complete else "at least "
    return f"{zeros_in_words(course)}; above 0 on {at_least}{counted(days.total.above, 'day')}"


def all_zero(course: Course) -> str:
    """The words for a course without any score above 0; begins in lower case."""
    return f"all 0 on arrival ({counted(course.n, 'score')})"


def _short(judgement: CourseVerdict) -> str:
    """The verdict, with the medians if it has a direction or the course bends: `going down, 7 to 4`."""
    medians, verdict = judgement.medians, judgement.verdict
    if verdict is Verdict.TOO_EARLY:
        return "too early to say"
    if verdict in DIRECTED and medians is not None:
        return f"{_verdict(judgement)}, {_levels(medians)}"
    if medians is not None and medians.middle is not None:
        return f"{_verdict(judgement)}: {_levels(medians)}"
    return _verdict(judgement)


def _verdict(judgement: CourseVerdict) -> str:
    """The verdict in the words of the rule: `going up, worse`, `about the same, falling by under 1`."""
    if judgement.verdict is Verdict.MOSTLY_ZERO:
        return "0 in half of the weeks or more"
    worse = ", worse" if judgement.verdict is Verdict.GOING_UP else ""
    slightly = ", falling by under 1" if judgement.is_falling_slightly else ""
    slightly = ", rising by under 1" if judgement.is_rising_slightly else slightly
    return f"{judgement.verdict}{worse}{slightly}"


def _levels(medians: Medians) -> str:
    """`7 to 4`, or with the middle third if the course bends: `7, then 3, then 7`."""
    first, last = show_score(medians.first), show_score(medians.last)
    if medians.middle is None:
        return f"{first} to {last}"
    return f"{first}, then {show_score(medians.middle)}, then {last}"


def course_sentence(course: Course, arrivals: Sequence[Arrival], *, middle: str = MIDDLE, is_part: bool = False) -> str:
    """What may be said of the course, and on which scores; begins in lower case, without a full stop.

    `arrivals` are the scores of the course; `is_part`: options leave others out. `middle` is the word for a median. Not
    for a course that is mostly 0.
    """
    judgement, not_counted = course.judgement, course.judgement.not_counted
    if judgement.medians is None:
        visits = FEWEST_FOR_PROBABLY + (not_counted is not None)
        scored = judgement.judged + (not_counted is not None)
        so_far = f"you have {scored}" if middle == MIDDLE else f"so far {scored}"
        ends = f"{show_score(course.first.score)} first, {show_score(course.last.score)} last"
        numbers_alone = f" ({ends})" if course.n > 1 else f" (score {show_score(course.first.score)})"
        return f"too early to say: needs {visits} visits with a score, {so_far}{numbers_alone}"
    basis = _arrivals_in_words(course, judgement.medians, arrivals, middle, is_part=is_part)
    return _judgement_sentence(judgement, basis, newest=_newest_apart(course), time="these visits", is_part=is_part)


def size_of_change(course: Course, arrivals: Sequence[Arrival], whole: Course | None = None) -> str:
    """How large the change is, whatever the verdict, which comes first; begins in lower case, without a full stop.

    `going down, 7 to 4: 3 points lower (43 %); median of ...`. It is for a reader who asks for the size and sees no
    chart and no ids, so a rise has its percentage, too. `whole` is the course of which this one is a part, if it is.
    """
    judgement, medians = course.judgement, course.judgement.medians
    if judgement.verdict is Verdict.MOSTLY_ZERO:
        return f"{zeros_in_words(course)}, so no change is stated"
    if medians is None:
        return course_sentence(course, arrivals, middle=MEDIAN)
    has_levels = judgement.verdict in DIRECTED or medians.middle is not None
    verdict = _short(judgement) if has_levels else f"{_short(judgement)}, {_levels(medians)}"
    newest = _newest_apart(course)
    verdict += f" (the newest: {newest})" if newest else ""
    points = lower_in_words(medians.lower)
    number, _, direction = points.partition(" ")
    points = f"{number} {'point' if number == '1' else 'points'} {direction}" if medians.lower else points
    chance = f"; {_CHANCE}" if judgement.verdict in (DOWNWARD[1], UPWARD[1]) and whole is None else ""
    within = len(range(judgement.judged)[middle_third(judgement.judged)])
    thirds = [f"the first {_ENDS} that count", f"the middle {within}", f"the last {_ENDS} of {course.n}"]
    basis = _medians_in_words(medians, thirds, MEDIAN) + _blocks(judgement)
    of_whole = f"; whole course of {counted(whole.n, 'visit')}: {short_verdict(whole)}" if whole else ""
    return f"{verdict}: {points}{_percent(medians, of_rises=True)}; {basis}{chance}{of_whole}"


def _arrivals_in_words(
    course: Course, medians: Medians, arrivals: Sequence[Arrival], middle: str, *, is_part: bool = False
) -> str:
    """What the medians are of: `median of sessions 2 to 4 and of the last 3 of 12`; with `is_part` `of the 12 shown`.

    Sessions are named by the ids that stand in the chart and that people type.
    """
    not_counted = course.judgement.not_counted
    first = not_counted.number if not_counted else None
    # Two sessions at one instant are one visit and share a number.
    by_number = {each.number: each for each in reversed(arrivals) if each.number != first}
    ids = [int(each.label) for each in reversed(by_number.values())]
    number = f"the {course.n} shown" if is_part else f"{course.n}"
    thirds = [_sessions(ids[:_ENDS]), _sessions(ids[middle_third(len(ids))]), f"the last {_ENDS} of {number}"]
    return _medians_in_words(medians, thirds, middle)


def _newest_apart(course: Course) -> str:
    """The newest score, if it is to be named beside the medians because it differs from them; else empty."""
    return show_score(course.last.score) if course.is_newest_apart else ""


def _medians_in_words(medians: Medians, thirds: Sequence[str], middle: str) -> str:
    """`median of visits 2 to 4 and of the last 3 of 12`; if the course bends, of all three `thirds`."""
    if medians.middle is None:
        thirds, word = [thirds[0], thirds[-1]], middle
    else:
        word = f"{middle}s"
    return f"{word} of {listed([thirds[0], *(f'of {each}' for each in thirds[1:])], 'and')}"


def _judgement_sentence(
    judgement: CourseVerdict, basis: str, *, newest: str = "", time: str, is_part: bool = False
) -> str:
    """The verdict with the size of the change and the `basis` of its numbers, in words; begins in lower case.

    `newest` is as in `_newest_apart`, `time` says what the scores are of: `these visits`. Of a part that was picked out
    (`is_part`) the chance of a false verdict is not known. Empty if there are too few scores for medians.
    """
    medians, verdict = judgement.medians, judgement.verdict
    if medians is None:
        return ""
    levels, size = _levels(medians), f"{lower_in_words(medians.lower)}{_percent(medians)}"
    # Without brackets of its own, for use within brackets.
    bracketed_levels = f"{levels}, the newest {newest}" if newest else levels
    levels += f" (the newest: {newest})" if newest else ""
    basis += _blocks(judgement)
    if verdict is Verdict.GOING_UP:
        return f"{levels}, {size}: {_verdict(judgement)}; {basis}"
    if verdict is Verdict.GOING_DOWN or (verdict in DIRECTED and is_part):
        return f"{verdict}, {levels}: {size}{_grade(judgement.grade)}; {basis}"
    if verdict in DIRECTED:
        return f"{verdict}, {levels}, {size}: {_CHANCE} ({basis})"
    if verdict is Verdict.ABOUT_THE_SAME:
        happened = f"a change of 2 or more over {time} is unlikely to have happened"
        return f"{_verdict(judgement)}: {happened} ({bracketed_levels}: {basis})"
    if medians.middle is not None:
        return f"{verdict}: {levels}: {basis}; {_could_be(judgement.change_over_time)}"
    return f"{verdict}: {_could_be(judgement.change_over_time)} ({bracketed_levels}: {basis})"


def _blocks(judgement: CourseVerdict) -> str:
    """On what blocks of medians the verdict on very many scores rests; empty for fewer."""
    return f"; rests on medians of {judgement.blocks} blocks" if judgement.blocks else ""


def level_sentence(course: Course, arrivals: Sequence[Arrival]) -> str:
    """`About 4 since session 6 (10 Aug)` if the newest scores stayed about the same; without a full stop; else empty.

    `arrivals` are the scores of the course.
    """
    since = course.level_since
    if since is None:
        return ""
    label = next(each.label for each in arrivals if each.number == since.number)
    day = show_day(since.day, weekday=False, year=course.first.day.year != course.last.day.year)
    return f"About {show_score(since.level)} since session {label} ({day})"


def _percent(medians: Medians, *, of_rises: bool = False) -> str:
    """` (43 %)` for a fall, and with `of_rises` for a rise, whose percentage is of a small number and says little.

    Empty otherwise, and for a change from 0.
    """
    has_percent = medians.percent and (of_rises or medians.lower > 0)
    return f" ({abs(medians.percent or 0):.0f} %)" if has_percent else ""


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


def _sessions(ids: Sequence[int]) -> str:
    """`sessions 2 to 4`, or `sessions 2, 3 and 5` where one is missing in between; of many only the first and last.

    The ids of sessions that were typed in later do not rise: of many such sessions it says how many they are.
    """
    is_rising = list(ids) == sorted(ids)
    if is_rising and (len(ids) > _ENDS or ids[-1] - ids[0] == len(ids) - 1):
        return f"sessions {ids[0]} to {ids[-1]}"
    return f"the middle {len(ids)}" if len(ids) > _ENDS else f"sessions {listed(list(map(str, ids)), 'and')}"


def advice_on_worse(judgement: CourseVerdict | None) -> str:
    """Whom to tell about a course that goes up; empty otherwise."""
    return TELL if judgement is not None and judgement.verdict is Verdict.GOING_UP else ""


def first_score_sentence(judgement: CourseVerdict | None) -> str:
    """Says that the first score is not counted, and why; empty if none is left out.

    For a course that rises there is no reason, since its first scores were not bad days.
    """
    if judgement is None or judgement.not_counted is None or judgement.verdict is Verdict.MOSTLY_ZERO:
        return ""
    why = "" if judgement.verdict in UPWARD else f": {BAD_DAY}"
    return f"The first score ({show_score(judgement.not_counted.score)}) {FIRST_SCORE}{why}."


def is_going_down(course: Course | None) -> bool:
    """Whether the course goes down, surely or probably."""
    return course is not None and course.verdict in DOWNWARD


def home_sentence(home: HomeCourse, *, middle: str = MIDDLE, is_part: bool = False) -> str:
    """What the readings at home say, by weeks; begins in lower case, without a full stop.

    `is_part`: options leave some out.
    """
    weeks = counted(len(home.weeks), "week")
    readings = counted(home.readings, "reading")
    if home.verdict.verdict is Verdict.MOSTLY_ZERO:
        return f"{_verdict(home.verdict)} ({middle} of each of {weeks} with 3 or more readings, {readings})"
    if home.verdict.medians is None:
        return ""
    weeks_within = len(range(len(home.weeks))[middle_third(len(home.weeks))])
    thirds = [f"the first {_ENDS}", f"the middle {weeks_within}", f"the last {_ENDS} of {weeks}"]
    basis = _medians_in_words(home.verdict.medians, thirds, middle)
    return _judgement_sentence(home.verdict, f"{basis}, {readings}", time="these weeks", is_part=is_part)


def readings_sentence(scores: Sequence[float], *, middle: str = MIDDLE) -> str:
    """Readings that are too few for a course of their own: how many, their median, least and most."""
    number = counted(len(scores), "reading")
    if len(scores) == 1:
        return f"{show_score(scores[0])} ({number})"
    extremes = f"{show_score(min(scores))} to {show_score(max(scores))}"
    return f"{show_score(median(scores))} ({middle} of {number}; {extremes})"


def no_session(figures: ConditionFigures) -> str:
    """Says that there are only readings; without a full stop; empty if the condition has a session."""
    if figures.course_number is not None or not figures.readings:
        return ""
    return f"No sessions for {isolated(figures.condition)} yet: readings at home only"


def baseline_sentence(figures: ConditionFigures, baseline: Baseline, *, middle: str = MIDDLE) -> str:
    """The readings before the first session, and how many counted arrivals are lower; without a full stop.

    Not how many if the arrivals are mostly 0, since people note attacks at home, and most sessions fall between two.
    """
    readings = counted(baseline.n, "reading")
    start = f"{show_score(baseline.median)} ({f'{middle} of ' if baseline.n > 1 else ''}{readings})"
    if not baseline.arrivals or figures.is_mostly_zero:
        return start
    if baseline.arrivals == 1:
        return f"{start}; the 1 counted score on arrival is {'' if baseline.lower else 'not '}lower"
    are = "is" if baseline.lower == 1 else "are"
    return f"{start}; {baseline.lower} of the {baseline.arrivals} counted scores on arrival {are} lower"

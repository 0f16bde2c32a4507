"""The figures of one condition: course, relief and carry-over, which are never mixed, and the data of its chart."""

from collections.abc import Container, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from paintrack.analysis.condition.carry_over_medians_and_shares import (
    DropHeld,
    NextVisits,
    drop_held_of,
    next_visits_of,
)
from paintrack.analysis.condition.carry_over_totals import CarryOver, carry_over_of
from paintrack.analysis.condition.chart_data import Bracket, ChartData, EffectMark, Mark, chart_data_of, highest_scores
from paintrack.analysis.condition.condition_sessions import RatedSession, arrivals_of, select_sessions
from paintrack.analysis.condition.course import Course, course_of
from paintrack.analysis.condition.days_above_zero import DaysAboveZero, days_above_zero_of
from paintrack.analysis.condition.goal import GoalState, goal_state
from paintrack.analysis.condition.home_course import (
    Baseline,
    HomeCourse,
    baseline_of,
    baseline_readings,
    home_course_of,
    readings_during,
)
from paintrack.analysis.condition.relief import Relief, relief_from_above_zero, relief_of
from paintrack.analysis.condition.treatment_courses import (
    LONGEST_PAUSE_WITHIN,
    Pause,
    TreatmentCourse,
    treatment_courses_of,
)
from paintrack.analysis.condition.verdict import Verdict, began_mostly_at_zero, judged_arrivals
from paintrack.analysis.medicine_days import MedicineMonth, medicine_days_of
from paintrack.analysis.plan_progress import sessions_since
from paintrack.model.entries import Reading
from paintrack.model.other_entries import Note, Plan

# A side effect that is noticed at most so long after the last session is still in the chart.
_AFTERMATH = timedelta(weeks=4)


class OtherCourse(NamedTuple):
    """A course of treatment other than the one that the figures are about.

    `number` is 1 for the oldest of the condition, `visits` counts its visits (1 or more) from `first_day` to
    `last_day`; `course` is None without a score on arrival. `pause_before` and `pause_after` are the days (85 or more)
    since the last session of the course before it and until the first of the next; None if there is no such course.
    """

    number: int
    first_day: date
    last_day: date
    visits: int
    course: Course | None
    pause_before: int | None
    pause_after: int | None


class ConditionFigures(NamedTuple):
    """The figures of one condition in one course of treatment, each with its n; None if there is nothing to compute.

    `course_number` is 1 for the oldest course, None without a session; `other_courses` are all others, the oldest
    first. `visits` are the selected sessions of the course, `left_out` counts its others. `whole_course` and
    `whole_home` are what `course` and `home` would be with all sessions, or with all readings; None if none is left
    out. `readings` counts those that are selected, from the baseline on. `last_scored` is the newest local day with a
    score of the condition, selected or not, in whatever course. `pauses` are the longer ones within the course. `home`
    is the course of the readings since the first session, or of all readings without a session. `goal` is what became
    of the plan's goal since the plan began, and only in the newest course. `days_above_zero` takes the place of the
    course's verdict if the scores on arrival are mostly 0; there is no carry-over then. `above_zero_alone`: half or
    more of the sessions began at 0, whatever the verdict, so relief and carry-over are only over the sessions that
    began above 0. `carry_over` has the sums, for `--json`. `medicine_days` are the months in which rescue medicine was
    noted, for whatever condition.
    """

    condition: str
    course_number: int | None
    visits: tuple[RatedSession, ...]
    left_out: int
    readings: int
    first_day: date | None
    last_day: date | None
    last_scored: date | None
    course: Course | None
    home: HomeCourse | None
    whole_course: Course | None
    whole_home: HomeCourse | None
    baseline: Baseline | None
    above_zero_alone: bool
    relief: Relief | None
    next_visits: NextVisits | None
    drop_held: tuple[DropHeld, ...]
    carry_over: CarryOver | None
    days_above_zero: DaysAboveZero | None
    medicine_days: tuple[MedicineMonth, ...]
    goal: GoalState | None
    pauses: tuple[Pause, ...]
    other_courses: tuple[OtherCourse, ...]
    chart_data: ChartData

    @property
    def is_mostly_zero(self) -> bool:
        """Whether the scores on arrival are mostly 0, so that no course is stated."""
        return self.course is not None and self.course.verdict is Verdict.MOSTLY_ZERO


def condition_figures_of(
    condition: str,
    sessions: Sequence[RatedSession],
    readings: Sequence[Reading],
    *,
    selected_uids: Container[str] | None = None,
    course_number: int | None = None,
    other_times: Sequence[datetime] = (),
    plan: Plan | None = None,
    notes: Iterable[Note] = (),
    zero_days: Iterable[date] = (),
    taken: Iterable[tuple[date, str]] = (),
    effects: Iterable[EffectMark] = (),
) -> ConditionFigures:
    """The figures of a condition from all its sessions and readings, each in the order of time.

    They are those of the course with `course_number`, else of the newest course with a selected session.
    `selected_uids` holds the uids of the entries that count (None: all); sessions keep their number in the whole
    course. Only the goal of `plan` is judged by the whole course since the plan began. `other_times` are the times of
    the sessions that do not rate the condition, in order. `notes` from the first to the last day become marks: what
    they name may have changed the scores, too.

    `zero_days` are days that the person declared to be 0. Without a score, and from the first session of the course or
    its baseline on, they count as days at 0 where days above 0 are counted; they are never readings. `taken` says on
    which local days which rescue medicine was taken. `effects` are side effects, which belong to no condition: those
    from the first day to four weeks after the last are in the chart.
    """
    courses = treatment_courses_of(sessions)
    last_scored = _last_scored(sessions, readings)
    shown = _shown_course(courses, course_number, selected_uids)
    following = courses[shown.number] if shown and shown.number < len(courses) else None
    if shown is not None:
        readings = [*baseline_readings(readings, shown), *readings_during(readings, shown, following)]
    selected_readings = [reading for reading in readings if selected_uids is None or reading.uid in selected_uids]
    own = shown.sessions if shown else ()
    visits = select_sessions(own, selected_uids)
    arrivals = arrivals_of(visits)
    course = course_of(arrivals, condition, first_of_course=shown.first_scored if shown else None)
    is_mostly_zero = course is not None and course.verdict is Verdict.MOSTLY_ZERO
    # The verdict takes two sessions at one instant as one, so it can be 'mostly 0' when half of all arrivals are not.
    above_zero_alone = is_mostly_zero or began_mostly_at_zero([arrival.score for arrival in arrivals])
    during = readings_during(selected_readings, shown) if shown else selected_readings
    days = [visit.day for visit in (*visits[:1], *visits[-1:])] + [each.when.day for each in selected_readings]
    marks = [Mark(note.when.day, note.first_line) for note in notes if days and min(days) <= note.when.day <= max(days)]
    goal_plan = plan if shown is None or shown.number == len(courses) else None
    goal = goal_plan.goal if goal_plan else None
    chart_data = chart_data_of(
        condition,
        own,
        selected_readings,
        goal=goal,
        marks=marks,
        brackets=_brackets(course, visits, shown.first_scored if shown else None),
        not_counted=None if is_mostly_zero else _not_counted(course),
        effects=[each for each in effects if days and min(days) <= each.day <= max(days) + _AFTERMATH],
        is_mostly_zero=is_mostly_zero,
        zero_days=_unscored(zero_days, shown, following, readings) if is_mostly_zero else frozenset(),
        selected_uids=selected_uids,
    )
    return ConditionFigures(
        condition=condition,
        course_number=shown.number if shown else None,
        visits=visits,
        left_out=len(own) - len(visits),
        readings=len(selected_readings),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        last_scored=last_scored,
        course=course,
        home=home_course_of(during),
        whole_course=course_of(arrivals_of(own), condition) if len(visits) < len(own) else None,
        whole_home=None if selected_uids is None else _whole_home(readings, shown, selected=len(during)),
        baseline=baseline_of(selected_readings, shown) if shown else None,
        above_zero_alone=above_zero_alone,
        relief=relief_from_above_zero(visits) if above_zero_alone else relief_of(visits),
        next_visits=None if is_mostly_zero else next_visits_of(visits, from_above_zero=above_zero_alone),
        drop_held=() if is_mostly_zero else drop_held_of(visits, selected_readings, other_times),
        carry_over=None if is_mostly_zero else carry_over_of(visits, other_times, from_above_zero=above_zero_alone),
        days_above_zero=days_above_zero_of(highest_scores(chart_data)) if is_mostly_zero else None,
        medicine_days=_medicine_days(taken, min(days, default=None), following),
        goal=goal_state(arrivals_of(sessions_since(goal_plan, own)), goal) if goal_plan and goal is not None else None,
        pauses=shown.pauses if shown else (),
        other_courses=tuple(_other_course(each, courses, condition) for each in courses if each is not shown),
        chart_data=chart_data,
    )


def _whole_home(readings: Sequence[Reading], course: TreatmentCourse | None, *, selected: int) -> HomeCourse | None:
    """The course of all readings; None if they are no more than those `selected`."""
    during = readings_during(readings, course) if course else readings
    return home_course_of(during) if len(during) > selected else None


def _medicine_days(
    taken: Iterable[tuple[date, str]], first_day: date | None, following: TreatmentCourse | None
) -> tuple[MedicineMonth, ...]:
    """The months with rescue medicine from the month of the first day on, up to the next course."""
    if first_day is None:
        return ()
    return medicine_days_of(taken, first_day, following.first_day - timedelta(days=1) if following else date.max)


def _unscored(
    zero_days: Iterable[date],
    course: TreatmentCourse | None,
    following: TreatmentCourse | None,
    readings: Sequence[Reading],
) -> frozenset[date]:
    """The days declared 0 in the time of the course and its baseline that have no score, selected or not.

    `readings` are those of the course and its baseline.
    """
    if course is None:
        return frozenset()
    visits = (visit.day for visit in course.sessions if (visit.before, visit.after) != (None, None))
    scored = {*visits, *(reading.when.day for reading in readings)}
    end = following.first_day - timedelta(days=LONGEST_PAUSE_WITHIN) if following else date.max
    start = min([course.first_day, *(reading.when.day for reading in readings[:1])])
    return frozenset(day for day in zero_days if start <= day < end) - scored


def _brackets(
    course: Course | None, visits: Sequence[RatedSession], first_of_course: int | None
) -> tuple[Bracket, ...]:
    """The medians of the first and of the last three scores that count, each over the sessions that it is of."""
    medians = course.judgement.medians if course else None
    if medians is None:
        return ()
    judged = judged_arrivals(arrivals_of(visits), first_of_course=first_of_course)
    return (
        Bracket(judged[0].number, judged[2].number, medians.first),
        Bracket(judged[-3].number, judged[-1].number, medians.last),
    )


def _not_counted(course: Course | None) -> int | None:
    arrival = course.judgement.not_counted if course else None
    return arrival.number if arrival else None


def _shown_course(
    courses: Sequence[TreatmentCourse], number: int | None, selected_uids: Container[str] | None
) -> TreatmentCourse | None:
    if number is not None and number <= len(courses):
        return courses[number - 1]
    newest_first = courses[::-1]
    selected = (each for each in newest_first if select_sessions(each.sessions, selected_uids))
    return next(selected, newest_first[0] if newest_first else None)


def _other_course(course: TreatmentCourse, courses: Sequence[TreatmentCourse], condition: str) -> OtherCourse:
    before = courses[course.number - 2] if course.number > 1 else None
    following = courses[course.number] if course.number < len(courses) else None
    return OtherCourse(
        number=course.number,
        first_day=course.first_day,
        last_day=course.last_day,
        visits=course.visits,
        course=course_of(arrivals_of(course.sessions), condition),
        pause_before=(course.first_day - before.last_day).days if before else None,
        pause_after=(following.first_day - course.last_day).days if following else None,
    )


def _last_scored(sessions: Sequence[RatedSession], readings: Sequence[Reading]) -> date | None:
    """The newest local day with a score, of sessions and readings in the order of time."""
    session = next((each for each in reversed(sessions) if (each.before, each.after) != (None, None)), None)
    days = [*([session.day] if session else []), *(reading.when.day for reading in readings[-1:])]
    return max(days, default=None)

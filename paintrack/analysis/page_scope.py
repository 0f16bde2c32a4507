"""What a page covers, and the entries of the history that it is about."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from paintrack.analysis.condition.condition_sessions import (
    RatedSession,
    rated_sessions_of,
    reading_uids_after,
    readings_of_condition,
)
from paintrack.analysis.condition.home_course import start_with_baseline
from paintrack.analysis.condition.treatment_courses import LONGEST_PAUSE_WITHIN, TreatmentCourse, treatment_courses_of
from paintrack.analysis.medicine_days import medicine_taken
from paintrack.analysis.plan_progress import active_plan
from paintrack.model.entries import AnyEntry, Reading, Session, readings_of, sessions_of
from paintrack.model.other_entries import Plan
from paintrack.model.typed.typed_text import folded

_PAUSE = timedelta(days=LONGEST_PAUSE_WITHIN)


class PageScope(NamedTuple):
    """What the page covers; the default is the usual page.

    `condition` restricts it to one condition. `course` is the number of one of its courses of treatment (1 is the
    oldest; None: the newest), `since` and `until` local calendar days, both included, `last` a number of sessions (1 or
    more). `practitioner` keeps the sessions with one person, and the readings after them. `hidden` names the parts to
    leave out, of `HIDEABLE` in `page_parts`. `with_costs`, `with_session_notes` (the sessions' own notes) and
    `with_private` (private notes, thoughts of self-harm) add what otherwise stays off the page.
    """

    condition: str | None = None
    course: int | None = None
    since: date | None = None
    until: date | None = None
    last: int | None = None
    practitioner: str | None = None
    hidden: frozenset[str] = frozenset()
    with_costs: bool = False
    with_session_notes: bool = False
    with_private: bool = False


class EntriesInScope(NamedTuple):
    """The part of the history that the page is about, and its main condition with its plan.

    The period is from the local day `since` to the day before `until`; `why` says how it was chosen, for a sentence.
    Notes are shown from the day `changes_since` on. `taken` are days in the period and the medicine taken on them.
    """

    main: str | None
    plan: Plan | None
    since: date
    until: date
    why: str
    changes_since: date
    in_period: list[AnyEntry]
    taken: list[tuple[date, str]]


def entries_in_scope(entries: Sequence[AnyEntry], by_frequency: Sequence[str], scope: PageScope) -> EntriesInScope:
    """The entries that the scope is about; `by_frequency` are all conditions, the one with the most sessions first."""
    plans = [entry for entry in entries if isinstance(entry, Plan)]
    main = scope.condition or (by_frequency[0] if by_frequency else None)
    courses = treatment_courses_of(rated_sessions_of(sessions_of(entries), main)) if main else ()
    main_readings = readings_of_condition(readings_of(entries), main) if main else []
    since, until, why = _period(scope, courses, _uids_with(scope.practitioner, sessions_of(entries)), main_readings)
    in_period = [entry for entry in entries if since <= entry.when.day < until]
    # Medicine is not taken for one condition or one practitioner alone.
    taken = medicine_taken((*sessions_of(in_period), *readings_of(in_period)))
    if scope.practitioner is not None:
        in_period = _with_practitioner(scope.practitioner, in_period, entries)
    return EntriesInScope(
        main=main,
        plan=active_plan(plans, main) if main else None,
        since=since,
        until=until,
        why=why,
        # A change of medicine matters from before the course on, whatever days the page is about.
        changes_since=min([since, *(start_with_baseline(course, main_readings) for course in courses[-1:])]),
        in_period=in_period,
        taken=taken,
    )


def _period(
    scope: PageScope, courses: Sequence[TreatmentCourse], uids: Container[str], readings: Sequence[Reading]
) -> tuple[date, date, str]:
    """The first local day of the page, the first one after it, and in words how they were chosen.

    The default is the newest course of the main condition that has one of the sessions with `uids`, and the baseline
    before it. `courses` and `readings` are all of the main condition.
    """
    # The calendar has no day after its last one.
    end = date.max if scope.until is None or scope.until == date.max else scope.until + timedelta(days=1)
    up_to = "up to the day asked for" if scope.until is not None else ""
    if scope.since is not None:
        return scope.since, end, "the days asked for" if up_to else "since the day asked for"
    if scope.course is not None:
        numbers = [min(scope.course, len(courses))] if courses else []
    else:
        numbers = [each.number for each in courses if _matching_sessions(each, uids, end)]
    if not numbers:
        return date.min, end, up_to
    course, later = courses[numbers[-1] - 1], courses[numbers[-1] :]
    if scope.last is not None:
        matching = _matching_sessions(course, uids, end)
        newest = matching[-scope.last :]
        return newest[0].day, end, ", ".join(filter(None, [_newest_in_words(newest, matching), up_to]))
    until = min(end, later[0].first_day - _PAUSE if later else date.max)
    words = [_course_in_words(course.number, len(courses)), up_to]
    return start_with_baseline(course, readings), until, ", ".join(filter(None, words))


def _matching_sessions(course: TreatmentCourse, uids: Container[str], end: date) -> list[RatedSession]:
    """The sessions of the course before the day `end` with one of the uids."""
    return [session for session in course.sessions if session.uid in uids and session.day < end]


def _newest_in_words(newest: Sequence[RatedSession], sessions: Sequence[RatedSession]) -> str:
    which = "the only session" if len(sessions) == 1 else f"the newest of {len(sessions)} sessions"
    return which if len(newest) == 1 else f"the newest {len(newest)} of {len(sessions)} sessions"


def _uids_with(practitioner: str | None, sessions: Iterable[Session]) -> set[str]:
    """The uids of the sessions with the practitioner; with None, those of all sessions."""
    name = practitioner and folded(practitioner)
    return {each.uid for each in sessions if name is None or folded(each.practitioner or "") == name}


def _with_practitioner(name: str, in_period: Sequence[AnyEntry], history: Sequence[AnyEntry]) -> list[AnyEntry]:
    """The entries of the period without sessions with somebody else, and without the readings that belong to those."""
    uids = _uids_with(name, sessions_of(in_period))
    sessions, readings = sessions_of(history), readings_of(in_period)
    for condition in {folded(each.condition): each.condition for each in readings}.values():
        other_times = [each.at for each in sessions if each.rating_of(condition) is None]
        rated = rated_sessions_of(sessions, condition)
        uids |= reading_uids_after(rated, other_times, readings_of_condition(readings, condition), uids)
    return [entry for entry in in_period if entry.uid in uids or not isinstance(entry, Session | Reading)]


def _course_in_words(number: int, courses: int) -> str:
    """Which course it is, for a sentence; empty for the only one."""
    if courses == 1:
        return ""
    return f"the newest of {courses} courses" if number == courses else f"course {number} of {courses}"


def selected_sessions(sessions: Sequence[Session], scope: PageScope) -> list[Session]:
    """The sessions that the page counts.

    If the scope has a condition, they are those that rate it, reduced to this rating, and those that rate nothing.
    """
    if scope.condition is None:
        return list(sessions)
    name = scope.condition
    return [
        replace(each, ratings=tuple(filter(None, [each.rating_of(name)])))
        for each in sessions
        if not each.ratings or each.rating_of(name)
    ]


def selected_readings(readings: Sequence[Reading], scope: PageScope) -> list[Reading]:
    """The readings that the page counts: those of the scope's condition, if it has one."""
    return [each for each in readings if scope.condition is None or folded(each.condition) == folded(scope.condition)]

"""The figures of the page for the appointment: one model, so that every form of the page says the same."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from paintrack.analysis.completeness import Completeness, completeness_of
from paintrack.analysis.condition.condition_figures import ConditionFigures, condition_figures_of
from paintrack.analysis.condition.days_above_zero import zero_days_of
from paintrack.analysis.condition.default_condition import conditions_by_sessions
from paintrack.analysis.condition.home_course import start_with_baseline
from paintrack.analysis.condition.rated_sessions import (
    RatedSession,
    rated_sessions_of,
    reading_uids_after,
    readings_of_condition,
)
from paintrack.analysis.condition.treatment_courses import (
    LONGEST_PAUSE_WITHIN,
    TreatmentCourse,
    treatment_courses_of,
)
from paintrack.analysis.costs import Cost, costs_by_currency
from paintrack.analysis.medicine_days import medicine_taken
from paintrack.analysis.plan import PlanState, active_plan, plan_state_in
from paintrack.analysis.serious_symptom_history import SeriousSymptom, printable, serious_symptoms
from paintrack.analysis.side_effect_marks import side_effect_marks
from paintrack.analysis.time_between import time_between
from paintrack.model.entries import AnyEntry, Reading, Session, readings_of, sessions_of
from paintrack.model.other_entries import NextVisit, Note, Overall, Peg, Plan, Question, ZeroMonth
from paintrack.model.page_parts import HIDEABLE
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_recognition import has_own_words, is_serious, kind_of, short_of
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment

T = TypeVar("T")

_PAUSE = timedelta(days=LONGEST_PAUSE_WITHIN)
_LAST = 6


class SummaryQuery(NamedTuple):
    """What the page covers; the default is the usual page.

    `condition` restricts it to one condition. `course` is the number of one of its courses of treatment (1 is the
    oldest; None: the newest), `since` and `until` local calendar days, both included, `last` a number of sessions (1 or
    more). `practitioner` keeps the sessions with one person, and the readings behind them. `hidden` names the parts to
    leave out, of `HIDEABLE` in `page_parts`. `costs`, `session_notes` (the sessions' own notes) and `private` (private
    notes, thoughts of self-harm) add what stays off the page otherwise.
    """

    condition: str | None = None
    course: int | None = None
    since: date | None = None
    until: date | None = None
    last: int | None = None
    practitioner: str | None = None
    hidden: frozenset[str] = frozenset()
    costs: bool = False
    session_notes: bool = False
    private: bool = False


class LastSession(NamedTuple):
    """One of the last sessions of the main condition: its scores, its side effects in short.

    `days_since` the one before it counts local calendar days; None for the first. `reading` is the first one before
    the next session, `reading_when` how long after this session it was taken.
    """

    day: date
    before: float | None
    after: float | None
    reading: float | None
    reading_when: str
    effects: tuple[str, ...]
    days_since: int | None = None
    points: tuple[str, ...] = ()


class EffectCount(NamedTuple):
    """A kind of side effect: its label, whether it is serious, the patient's own words, its local days in order.

    `outcomes` are what became of it on each of the days, in the patient's words; empty where that is not recorded.
    """

    label: str
    urgent: bool
    words: tuple[str, ...]
    days: tuple[date, ...]
    outcomes: tuple[str, ...]


class Summary(NamedTuple):
    """All that is on the page. `trends` has the main condition first; `why` says how the period was chosen (empty: it
    is the only course, or there is none).

    `first_day` and `last_day` are of sessions and readings, `session_days` the first and the last of sessions, None
    without any. `notes` are the changes since 12 weeks before the newest course began, or since the page begins where
    that is earlier; `older_changes` counts those before. `questions` are all that are open.
    `serious` are the serious symptoms of the whole history, whatever the query covers or hides;
    `has_private_symptoms` says whether private notes name more. `kept_off` counts the
    entries of which something private stays off the page. `peg` holds the first and the latest in the period, or one,
    or none; `overall` is the newest since the first session of the main condition's course. `hidden` names the parts
    that are left out, so that a page does not say 'none recorded' of them. `next_visit` is the local time of the next
    session (ISO 8601 with offset), from the day of printing on; None: not known.
    """

    printed: date
    name: str | None
    before_needling: str | None
    paper: str | None
    serious: tuple[SeriousSymptom, ...]
    has_private_symptoms: bool
    kept_off: int
    trends: tuple[ConditionFigures, ...]
    why: str
    first_day: date | None
    last_day: date | None
    session_days: tuple[date, date] | None
    sessions: int
    readings: int
    practitioners: tuple[str, ...]
    with_practitioner: int
    last_sessions: tuple[LastSession, ...]
    peg: tuple[Peg, ...]
    overall: Overall | None
    notes: tuple[Note, ...]
    older_changes: int
    session_notes: tuple[tuple[date, str], ...]
    points: tuple[tuple[str, int], ...]
    effects: tuple[EffectCount, ...]
    plan: PlanState | None
    costs: tuple[Cost, ...]
    questions: tuple[Question, ...]
    quality: Completeness
    hidden: tuple[str, ...]
    next_visit: str | None

    @property
    def is_empty(self) -> bool:
        """Whether no session, no reading and no serious symptom is on it."""
        return not (self.sessions or self.readings or self.serious)

    @property
    def main(self) -> ConditionFigures | None:
        """The figures of the main condition, the one whose chart is drawn; None without any score."""
        return self.trends[0] if self.trends else None


def summary_of(
    history: Sequence[AnyEntry],
    settings: Mapping[str, str],
    query: SummaryQuery,
    printed: date,
) -> Summary:
    """The page's figures from the whole history, oldest first. `printed` is the local day of printing.

    Of `settings` all are used.
    """
    entries = printable(history, with_private=query.private)
    unchanged_ids = set(map(id, entries))
    serious = serious_symptoms(history, with_private=query.private)
    plans = [entry for entry in entries if isinstance(entry, Plan)]
    by_frequency = conditions_by_sessions(sessions_of(entries), readings_of(entries))
    main = query.condition or (by_frequency[0] if by_frequency else None)
    plan = active_plan(plans, main) if main else None
    courses = treatment_courses_of(rated_sessions_of(sessions_of(entries), main)) if main else ()
    main_readings = readings_of_condition(readings_of(entries), main) if main else []
    since, until, why = _period(query, courses, _uids_with(query.practitioner, sessions_of(entries)), main_readings)
    # A medicine matters whatever days the page is about.
    changes_since = min([since, *(start_with_baseline(course, main_readings) for course in courses[-1:])])
    in_period = [entry for entry in entries if since <= entry.when.day < until]
    # Medicine is not taken for one condition or one practitioner alone.
    taken = medicine_taken((*sessions_of(in_period), *readings_of(in_period)))
    if query.practitioner is not None:
        in_period = _with_practitioner(query.practitioner, in_period, entries)
    selected_uids = {entry.uid for entry in in_period}
    sessions = _selected_sessions(sessions_of(in_period), query)
    readings = _selected_readings(readings_of(in_period), query)
    conditions = [main] if query.condition and main else _conditions(in_period, by_frequency)
    all_notes = [entry for entry in entries if isinstance(entry, Note)]
    notes = [note for note in all_notes if note.when.day >= changes_since]
    days = [entry.when.day for entry in (*sessions, *readings)]
    # A month was declared 0 for all of its days, not for those behind one practitioner's sessions.
    zero_months = [each for each in entries if isinstance(each, ZeroMonth) and query.practitioner is None]
    hidden = tuple(name for name in HIDEABLE if name in query.hidden or (name == "costs" and not query.costs))

    def part(name: str, values: Iterable[T]) -> tuple[T, ...]:
        return () if name in hidden else tuple(values)

    pegs = part("function", (entry for entry in in_period if isinstance(entry, Peg)))
    ratings = part("function", (entry for entry in in_period if isinstance(entry, Overall)))
    session_notes = [(each.when.day, each.note) for each in sessions if each.note and query.session_notes]
    trends = tuple(
        condition_figures_of(
            condition,
            rated_sessions_of(sessions_of(entries), condition),
            readings_of_condition(readings_of(entries), condition),
            selected_uids=selected_uids,
            course_number=query.course if condition == main else None,
            zero_days=zero_days_of(zero_months, condition, since=since, until=until),
            taken=taken,
            notes=part("notes", (note for note in notes if since <= note.when.day < until)),
            other_times=[each.at for each in sessions_of(entries) if each.rating_of(condition) is None],
            plan=plan if condition == main and "plan" not in hidden else None,
            # Serious ones are never hidden.
            effects=side_effect_marks(part("side-effects", sessions), serious),
        )
        for condition in conditions
    )
    return Summary(
        printed=printed,
        name=settings.get("name"),
        before_needling=settings.get("before-needling"),
        paper=settings.get("paper"),
        serious=serious,
        has_private_symptoms=len(serious) < len(serious_symptoms(history, with_private=True)),
        kept_off=sum(id(entry) not in unchanged_ids for entry in history),
        trends=trends,
        why=why,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        session_days=(sessions[0].when.day, sessions[-1].when.day) if sessions else None,
        sessions=len(sessions),
        readings=len(readings),
        with_practitioner=sum(each.practitioner is not None for each in sessions),
        practitioners=tuple(dict.fromkeys(each.practitioner for each in sessions if each.practitioner)),
        last_sessions=_last_sessions(sessions, readings, main) if main else (),
        peg=(pegs[0], pegs[-1]) if len(pegs) > 1 else pegs,
        overall=_newest_overall(ratings, trends),
        notes=part("notes", notes),
        older_changes=0 if "notes" in hidden else len(all_notes) - len(notes),
        session_notes=part("notes", session_notes),
        points=part("points", _points(sessions)),
        effects=part("side-effects", _effects(sessions)),
        plan=plan_state_in(plan, entries) if plan and "plan" not in hidden else None,
        costs=part("costs", costs_by_currency(sessions, settings.get("currency"))),
        questions=part("questions", (each for each in entries if isinstance(each, Question) and each.done is None)),
        quality=completeness_of(sessions, readings),
        hidden=hidden,
        next_visit=None if "plan" in hidden else _next_visit(entries, printed),
    )


def _next_visit(entries: Iterable[AnyEntry], printed: date) -> str | None:
    visits = [entry for entry in entries if isinstance(entry, NextVisit) and entry.visit_moment.day >= printed]
    return max(visits, key=lambda each: each.visit_moment.at).visit if visits else None


def _newest_overall(ratings: Sequence[Overall], trends: Sequence[ConditionFigures]) -> Overall | None:
    """The newest rating of the change since the course began; an older one is about an earlier course."""
    began = trends[0].visits[0].day if trends and trends[0].visits else date.min
    return next((rating for rating in reversed(ratings) if rating.when.day >= began), None)


def _period(
    query: SummaryQuery, courses: Sequence[TreatmentCourse], uids: Container[str], readings: Sequence[Reading]
) -> tuple[date, date, str]:
    """The first local day of the page, the first one after it, and in words how they were chosen.

    Unless asked otherwise: the newest of the `courses` of the main condition with a session that is asked for, and the
    baseline before it. `uids` are of the sessions with the practitioner who is asked for; `readings` are all of the
    main condition.
    """
    end = query.until + timedelta(days=1) if query.until is not None else date.max
    up_to = "up to the day asked for" if query.until is not None else ""
    if query.since is not None:
        return query.since, end, "the days asked for" if up_to else "since the day asked for"
    if query.course is not None:
        numbers = [min(query.course, len(courses))] if courses else []
    else:
        numbers = [each.number for each in courses if _asked_for(each, uids, end)]
    if not numbers:
        return date.min, end, up_to
    course, later = courses[numbers[-1] - 1], courses[numbers[-1] :]
    if query.last is not None:
        asked_for = _asked_for(course, uids, end)
        newest = asked_for[-query.last :]
        return newest[0].day, end, ", ".join(filter(None, [_newest_in_words(newest, asked_for), up_to]))
    until = min(end, later[0].first_day - _PAUSE if later else date.max)
    words = [_course_in_words(course.number, len(courses)), up_to]
    return start_with_baseline(course, readings), until, ", ".join(filter(None, words))


def _asked_for(course: TreatmentCourse, uids: Container[str], end: date) -> list[RatedSession]:
    """The sessions of the course before the day `end` with one of the uids."""
    return [session for session in course.sessions if session.uid in uids and session.day < end]


def _newest_in_words(newest: Sequence[RatedSession], sessions: Sequence[RatedSession]) -> str:
    return f"the newest {len(newest)} of {len(sessions)} sessions"


def _uids_with(practitioner: str | None, sessions: Iterable[Session]) -> set[str]:
    """The uids of the sessions with the practitioner; None: of all."""
    name = practitioner and folded(practitioner)
    return {each.uid for each in sessions if name is None or folded(each.practitioner or "") == name}


def _with_practitioner(name: str, in_period: Sequence[AnyEntry], history: Sequence[AnyEntry]) -> list[AnyEntry]:
    """The entries without the sessions with somebody else, and without the readings that belong to those."""
    uids = _uids_with(name, sessions_of(in_period))
    sessions, readings = sessions_of(history), readings_of(in_period)
    for condition in {folded(each.condition): each.condition for each in readings}.values():
        other_times = [each.at for each in sessions if each.rating_of(condition) is None]
        rated = rated_sessions_of(sessions, condition)
        uids |= reading_uids_after(rated, other_times, readings_of_condition(readings, condition), uids)
    return [entry for entry in in_period if entry.uid in uids or not isinstance(entry, Session | Reading)]


def _course_in_words(number: int, courses: int) -> str:
    """Which course it is; empty for the only one."""
    if courses == 1:
        return ""
    return f"the newest of {courses} courses" if number == courses else f"course {number} of {courses}"


def _conditions(entries: Sequence[AnyEntry], by_frequency: Sequence[str]) -> list[str]:
    """The conditions that have a score among the entries, by frequency, behind the main one."""
    rated = [rating.condition for session in sessions_of(entries) for rating in session.ratings]
    names = {folded(name) for name in (*rated, *(reading.condition for reading in readings_of(entries)))}
    return [name for place, name in enumerate(by_frequency) if place == 0 or folded(name) in names]


def _selected_sessions(sessions: Sequence[Session], query: SummaryQuery) -> list[Session]:
    """The sessions that the page counts: for a condition those that rate it, reduced to it, or rate nothing."""
    if query.condition is None:
        return list(sessions)
    name = query.condition
    return [
        replace(each, ratings=tuple(filter(None, [each.rating_of(name)])))
        for each in sessions
        if not each.ratings or each.rating_of(name)
    ]


def _selected_readings(readings: Sequence[Reading], query: SummaryQuery) -> list[Reading]:
    return [each for each in readings if query.condition is None or folded(each.condition) == folded(query.condition)]


def _last_sessions(sessions: Sequence[Session], readings: Sequence[Reading], main: str) -> tuple[LastSession, ...]:
    rated = [(session, rating) for session in sessions if (rating := session.rating_of(main))]
    readings = [reading for reading in readings if folded(reading.condition) == folded(main)]
    starts = [session.at for session, _ in rated] + [None]
    last_sessions = []
    previous: date | None = None
    for (session, rating), end in zip(rated, starts[1:], strict=True):
        following = [reading for reading in readings if session.at <= reading.at and (end is None or reading.at < end)]
        last_sessions.append(
            LastSession(
                day=session.when.day,
                before=rating.before,
                after=rating.after,
                reading=following[0].score if following else None,
                reading_when=time_between(session.when, following[0].when) if following else "",
                effects=tuple(short_of(effect) for effect in session.side_effects),
                days_since=None if previous is None else (session.when.day - previous).days,
                points=session.points,
            )
        )
        previous = session.when.day
    return tuple(last_sessions[-_LAST:])


def _points(sessions: Sequence[Session]) -> tuple[tuple[str, int], ...]:
    """The points used and in how many sessions each: most often first, then by name."""
    counts: dict[str, int] = {}
    for session in sessions:
        for point in session.points:
            counts[point] = counts.get(point, 0) + 1
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _effects(sessions: Sequence[Session]) -> tuple[EffectCount, ...]:
    """The side effects by kind, an `other` one by its own words: serious ones first, then those of most days."""
    outcomes: dict[tuple[bool, str], dict[date, str]] = {}
    words: dict[tuple[bool, str], list[str]] = {}
    for session in sessions:
        for effect in session.side_effects:
            kind = kind_of(effect)
            key = is_serious(effect), effect.words if effect.words and kind is OTHER else kind.label
            day = Moment.from_iso(effect.noticed).day if effect.noticed else session.when.day
            by_day = outcomes.setdefault(key, {})
            by_day[day] = effect.outcome or by_day.get(day, "")
            own = words.setdefault(key, [])
            if kind is not OTHER and has_own_words(effect) and effect.words not in own:
                own.append(effect.words or "")
    counts = [
        EffectCount(label, urgent, tuple(words[urgent, label]), *zip(*sorted(by_day.items()), strict=True))
        for (urgent, label), by_day in outcomes.items()
    ]
    return tuple(sorted(counts, key=lambda each: (not each.urgent, -len(each.days), each.label)))

"""The figures of the page for the appointment, from which every form of the page is made, so that all say the same."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from paintrack.analysis.chart_side_effects import side_effect_marks
from paintrack.analysis.completeness import Completeness, completeness_of
from paintrack.analysis.condition.condition_figures import ConditionFigures, condition_figures_of
from paintrack.analysis.condition.condition_sessions import rated_sessions_of, readings_of_condition
from paintrack.analysis.condition.days_above_zero import zero_days_of
from paintrack.analysis.condition.default_condition import conditions_by_sessions
from paintrack.analysis.costs import Cost, costs_by_currency
from paintrack.analysis.page_scope import PageScope, entries_in_scope, selected_readings, selected_sessions
from paintrack.analysis.plan_progress import PlanState, plan_state_in
from paintrack.analysis.serious_symptom_history import SeriousSymptom, printable_entries, serious_symptoms
from paintrack.analysis.time_from_session_to_reading import time_after_session
from paintrack.model.entries import AnyEntry, Reading, Session, SideEffect, readings_of, sessions_of
from paintrack.model.other_entries import NextVisit, Note, Overall, Peg, Question, ZeroMonth
from paintrack.model.page_parts import HIDEABLE
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_recognition import has_own_words, is_serious, kind_of
from paintrack.model.typed.names.newest_spelling import newest_spellings
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment

T = TypeVar("T")

_LAST = 6


class LastSession(NamedTuple):
    """One of the last sessions of the main condition: its scores (0 to 10), its side effects.

    `days_since` counts local calendar days since the session before; None for the first. `reading` is the first score
    taken before the next session of the condition, `reading_when` says how long after this session that was.
    """

    day: date
    before: float | None
    after: float | None
    reading: float | None
    reading_when: str
    effects: tuple[SideEffect, ...]
    days_since: int | None = None
    points: tuple[str, ...] = ()


class EffectCount(NamedTuple):
    """A kind of side effect: its label, whether it is serious, the patient's own words, and each time that it came.

    `days` are the local days, in order, of each session that it came after: a day on which two sessions' bruises were
    noticed is there twice. `outcomes` has for each what became of it, in the patient's words; empty if that is not
    recorded, or not of all that came after the session.
    """

    label: str
    is_serious: bool
    words: tuple[str, ...]
    days: tuple[date, ...]
    outcomes: tuple[str, ...]


class Summary(NamedTuple):
    """All that is on the page.

    `first_day` and `last_day` are of sessions and readings, `session_days` the first and the last of sessions, None
    without any. `main_sessions` counts those that rate the main condition or nothing, `main_readings` the readings of
    it. `notes` are the changes since 12 weeks before the newest course began, or since the page begins where that is
    earlier, up to the last day that was asked for; `older_notes` are those before. `questions` are all that are open.
    `serious` are the serious symptoms of the whole history, whatever the scope covers or hides;
    `has_private_symptoms` says whether private notes name more. `kept_off` counts the
    entries of which something private stays off the page. `peg` holds the first and the latest in the period, or one,
    or none; `overall` is the newest since the first session of the main condition's course. `hidden` names the parts
    that are left out, so that a page does not say 'none recorded' of them. `next_visit` is the local time of the next
    session (ISO 8601 with offset), from the day of printing on; None: not known. `scope` is what was asked for.
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
    main_sessions: int
    readings: int
    main_readings: int
    practitioners: tuple[str, ...]
    with_practitioner: int
    last_sessions: tuple[LastSession, ...]
    peg: tuple[Peg, ...]
    overall: Overall | None
    notes: tuple[Note, ...]
    older_notes: tuple[Note, ...]
    session_notes: tuple[tuple[date, str], ...]
    points: tuple[tuple[str, int], ...]
    effects: tuple[EffectCount, ...]
    plan: PlanState | None
    costs: tuple[Cost, ...]
    questions: tuple[Question, ...]
    quality: Completeness
    hidden: tuple[str, ...]
    next_visit: str | None
    scope: PageScope

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
    scope: PageScope,
    printed: date,
) -> Summary:
    """The page's figures from the whole history, oldest first.

    `settings` are values by name, `printed` is the local day of printing.
    """
    entries = printable_entries(history, with_private=scope.with_private)
    unchanged_ids = set(map(id, entries))
    serious = serious_symptoms(history, with_private=scope.with_private)
    by_frequency = conditions_by_sessions(sessions_of(entries), readings_of(entries))
    main, plan, since, until, why, changes_since, in_period, taken = entries_in_scope(entries, by_frequency, scope)
    selected_uids = {entry.uid for entry in in_period}
    sessions = selected_sessions(sessions_of(in_period), scope)
    readings = selected_readings(readings_of(in_period), scope)
    conditions = [main] if scope.condition and main else _conditions(in_period, by_frequency)
    all_notes = [entry for entry in entries if isinstance(entry, Note)]
    up_to = scope.until or date.max
    notes = [note for note in all_notes if changes_since <= note.when.day <= up_to]
    days = [entry.when.day for entry in (*sessions, *readings)]
    # A month is declared 0 as a whole, so it says nothing of the days after one practitioner's sessions.
    zero_months = [each for each in entries if isinstance(each, ZeroMonth) and scope.practitioner is None]
    hidden = tuple(name for name in HIDEABLE if name in scope.hidden or (name == "costs" and not scope.with_costs))

    def part(name: str, values: Iterable[T]) -> tuple[T, ...]:
        return () if name in hidden else tuple(values)

    pegs = part("function", (entry for entry in in_period if isinstance(entry, Peg)))
    ratings = part("function", (entry for entry in in_period if isinstance(entry, Overall)))
    session_notes = [(each.when.day, each.note) for each in sessions if each.note and scope.with_session_notes]
    trends = tuple(
        condition_figures_of(
            condition,
            rated_sessions_of(sessions_of(entries), condition),
            readings_of_condition(readings_of(entries), condition),
            selected_uids=selected_uids,
            course_number=scope.course if condition == main else None,
            zero_days=zero_days_of(zero_months, condition, since=since, until=until),
            taken=taken,
            notes=part("notes", (note for note in notes if since <= note.when.day < until)),
            other_times=[each.at for each in sessions_of(entries) if each.rating_of(condition) is None],
            plan=plan if condition == main and "plan" not in hidden else None,
            # Serious side effects are never hidden.
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
        main_sessions=sum(not each.ratings or bool(main and each.rating_of(main)) for each in sessions),
        readings=len(readings),
        main_readings=len(readings_of_condition(readings, main)) if main else 0,
        with_practitioner=sum(each.practitioner is not None for each in sessions),
        practitioners=tuple(newest_spellings(each.practitioner for each in sessions).values()),
        last_sessions=_last_sessions(sessions, readings, main) if main else (),
        peg=(pegs[0], pegs[-1]) if len(pegs) > 1 else pegs,
        overall=_newest_overall(ratings, trends),
        notes=part("notes", notes),
        older_notes=part("notes", (note for note in all_notes if note.when.day < changes_since)),
        session_notes=part("notes", session_notes),
        points=part("points", _points(sessions)),
        effects=part("side-effects", _effects(sessions)),
        plan=plan_state_in(plan, entries) if plan and "plan" not in hidden else None,
        costs=part("costs", costs_by_currency(sessions, settings.get("currency"))),
        questions=part("questions", (each for each in entries if isinstance(each, Question) and each.done is None)),
        quality=completeness_of(sessions, readings),
        hidden=hidden,
        next_visit=None if "plan" in hidden else _next_visit(entries, printed),
        scope=scope,
    )


def is_worth_a_page(summary: Summary, scope: PageScope, *, has_scores: bool) -> bool:
    """Whether the page says enough to be printed; `has_scores` is whether the whole history holds a score.

    Before the first score, notes and questions are worth a page: a first appointment is often just that. Serious
    symptoms are on every page, but alone they do not make one for a practitioner or a condition without scores.
    """
    if scope.practitioner is not None and not summary.sessions:
        return False
    if scope.condition is not None and not summary.sessions + summary.readings:
        return False
    return not summary.is_empty or (not has_scores and bool(summary.notes or summary.questions))


def _next_visit(entries: Iterable[AnyEntry], printed: date) -> str | None:
    visits = [entry for entry in entries if isinstance(entry, NextVisit) and entry.visit_moment.day >= printed]
    return max(visits, key=lambda each: each.visit_moment.at).visit if visits else None


def _newest_overall(ratings: Sequence[Overall], trends: Sequence[ConditionFigures]) -> Overall | None:
    """The newest rating of the change since the course began; an older one is about an earlier course."""
    began = trends[0].visits[0].day if trends and trends[0].visits else date.min
    return next((rating for rating in reversed(ratings) if rating.when.day >= began), None)


def _conditions(entries: Sequence[AnyEntry], by_frequency: Sequence[str]) -> list[str]:
    """The conditions that the entries rate, by frequency, after the main one."""
    rated = [rating.condition for session in sessions_of(entries) for rating in session.ratings]
    names = {folded(name) for name in (*rated, *(reading.condition for reading in readings_of(entries)))}
    return [name for place, name in enumerate(by_frequency) if place == 0 or folded(name) in names]


def _last_sessions(sessions: Sequence[Session], readings: Sequence[Reading], main: str) -> tuple[LastSession, ...]:
    rated = [(session, rating) for session in sessions if (rating := session.rating_of(main))]
    readings = [reading for reading in readings if folded(reading.condition) == folded(main)]
    start = max(len(rated) - _LAST, 0)
    previous = rated[start - 1][0].when.day if start else None
    last_sessions = []
    # The newest session has no end.
    for (session, rating), end in zip_longest(rated[start:], [session.at for session, _ in rated[start + 1 :]]):
        following = (reading for reading in readings if session.at <= reading.at and (end is None or reading.at < end))
        reading = next(following, None)
        last_sessions.append(
            LastSession(
                day=session.when.day,
                before=rating.before,
                after=rating.after,
                reading=reading.score if reading else None,
                reading_when=time_after_session(session.when.day, reading.when) if reading else "",
                effects=session.side_effects,
                days_since=None if previous is None else (session.when.day - previous).days,
                points=session.points,
            )
        )
        previous = session.when.day
    return tuple(last_sessions)


def _points(sessions: Sequence[Session]) -> tuple[tuple[str, int], ...]:
    """The points used, each with its number of sessions: the most frequent first, then by name."""
    counts: dict[str, int] = {}
    for session in sessions:
        for point in session.points:
            counts[point] = counts.get(point, 0) + 1
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _effects(sessions: Sequence[Session]) -> tuple[EffectCount, ...]:
    """The side effects by kind, or `other` ones by their own words: serious ones first, then the most frequent."""
    outcomes: dict[tuple[bool, str], dict[tuple[date, int], list[str]]] = {}
    words: dict[tuple[bool, str], list[str]] = {}
    for place, session in enumerate(sessions):
        for effect in session.side_effects:
            kind = kind_of(effect)
            key = is_serious(effect), effect.words if effect.words and kind is OTHER else kind.label
            day = Moment.from_iso(effect.noticed).day if effect.noticed else session.when.day
            outcomes.setdefault(key, {}).setdefault((day, place), []).append(effect.outcome or "")
            own = words.setdefault(key, [])
            if kind is not OTHER and has_own_words(effect) and effect.words not in own:
                own.append(effect.words or "")
    counts = [
        EffectCount(
            label,
            serious,
            tuple(words[serious, label]),
            tuple(day for day, _ in sorted(times)),
            tuple("; ".join(dict.fromkeys(texts)) if all(texts) else "" for _, texts in sorted(times.items())),
        )
        for (serious, label), times in outcomes.items()
    ]
    return tuple(sorted(counts, key=lambda each: (not each.is_serious, -len(each.days), each.label)))

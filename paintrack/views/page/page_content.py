"""The page for the appointment in words: blocks that each form lays out in its own way, so that all say the same."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import ChartData
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.costs import Cost
from paintrack.analysis.page_figures import EffectCount, LastSession, Summary
from paintrack.analysis.plan_progress import PlanState
from paintrack.analysis.serious_symptom_history import SeriousSymptom
from paintrack.model.conditions.condition_is_pain import is_pain
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import SideEffect
from paintrack.model.other_entries import Overall, Peg, Question
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.model.values.moment import Moment
from paintrack.model.values.money import show_amount
from paintrack.views.page.answers_to_main_questions import Answer, main_answers
from paintrack.views.page.page_capacity import SHEET_ROOMS, WHOLE, Limits, Room
from paintrack.views.page.page_chart_data import page_chart_data, serious_days
from paintrack.views.page.page_period import page_period
from paintrack.views.text_layout import width_of, with_full_stop
from paintrack.views.trend.course_sentences import first_score_sentence, short_summary
from paintrack.views.trend.trend_questions_and_answers import goal_in_words
from paintrack.views.value_words import change_in_words, counted, show_day, show_moment, show_score

PAGE_SCALE = "The patient's own scores: 0 = none, 10 = worst imaginable"
PAGE_CAVEAT = "Self-reported with paintrack; not a diagnosis."
BLANK_LINES = 3
BEFORE_NEEDLING = "Before needling"
# The box at the top, the same words in every form.
SERIOUS_TITLE = "Serious symptoms"
CHECKED, CHECKED_BESIDE_OUTCOME = "Checked by a doctor?", "Checked by a doctor? (if the outcome does not say)"
MISSING_CELL = "missing"
_NO_SERIOUS, _NONE_PRINTED = "none noted by the patient", "none on this page"
_EFFECTS = "side-effects"
# The heading of the column that is left out first if a row is too wide.
POINTS_HEADING = "points"
DAYS_SINCE = "days since"
CHANGE_HEADING = "change"
_LONGEST_EFFECT = 30  # columns of a side effect in the row of its session; the block of side effects has it whole
_LONGEST_POINTS = 40  # columns of the points of one session, about eight codes
_DAYS = 6
_OWN_WORDS = 3


class Block(NamedTuple):
    """One part of the page: a table with a `head`, a list of lines if that is empty, or `ruled` lines to write on.

    `numbers` are the places of the columns that hold numbers; `numbered`: the lines have numbers. `subtitle` is small,
    beside the title. `sparks` are the scores of each row in the order of time, to draw small beside it; empty for none.
    `counts` are the items that the only row counts, each with its number of sessions; empty if it counts none.
    """

    title: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    numbered: bool = False
    ruled: int = 0
    subtitle: str = ""
    sparks: tuple[tuple[float, ...], ...] = ()
    counts: tuple[tuple[str, int], ...] = ()

    @property
    def has_title_in_head(self) -> bool:
        """Whether it is a table whose first column is headed by the title, which is then not shown again."""
        return self.head[:1] == (self.title,)


class SeriousLine(NamedTuple):
    """A serious symptom: the kind in capitals, the patient's words, when and where noted, with a full stop.

    `checked` is the question before the blank.
    """

    kind: str
    words: str
    noted: str
    checked: str = CHECKED


class Page(NamedTuple):
    """The whole page in words, made visible already, its parts in the order in which every form shows them.

    `day` is the local day on which it is `printed`, as `2026-09-14`. `name` is None if it is not set: a blank for
    it is printed then, as for the birth always. `before_needling` is what must be known before needling, None if
    not set. `no_serious` takes the place of serious symptoms if there are none. `answers` are those to the main
    questions, the course first, `more_answers` are (label, sentence) for everything else on the main condition.
    `remarks` are what to discuss and the changes. `chart_data` is None if there is nothing to draw; `chart` is the
    share of its full height for which there is room, 0 to 1. `blocks` stand below the chart.
    """

    title: str
    printed: str
    day: str
    name: str | None
    before_needling: str | None
    period: str
    serious: tuple[SeriousLine, ...]
    no_serious: str
    answers: tuple[Answer, ...]
    more_answers: tuple[tuple[str, str], ...]
    remarks: tuple[Block, ...]
    chart_data: ChartData | None
    chart: float
    blocks: tuple[Block, ...]
    omissions: tuple[str, ...]
    closing: tuple[str, ...]
    paper: str


def pages_for_sheets(summary: Summary) -> Iterator[Page]:
    """The page for each of `SHEET_ROOMS`, the roomiest first: a form takes the first that fits on a sheet."""
    return (build_page(summary, room) for room in SHEET_ROOMS)


def build_page(
    summary: Summary, room: Room = WHOLE, *, has_chart: bool = True, complete: Callable[[str], str] = str
) -> Page:
    """The page with what there is room for. It names what is left out, and how to see it.

    `has_chart`: whether a chart stands on it, in which the changes have their numbers. `complete` gives a sentence that
    names commands as it is to be shown.
    """
    limits = Limits(summary, room, complete)
    main, hidden = summary.main, summary.hidden
    other_trends = limits.some_conditions(summary.trends[1:])
    remarks = [
        *([] if "questions" in hidden else [_questions(summary.questions)]),
        *([] if "notes" in hidden else [_changes(summary, limits, has_chart=has_chart)]),
    ]
    blocks = [
        _last_sessions(
            summary.last_sessions[-room.sessions :],
            limits,
            has_effects=_EFFECTS not in hidden,
            has_points="points" not in hidden,
        ),
        _session_notes(summary.session_notes, limits),
        _function(summary.peg, limits, of_pain=any(is_pain(each.condition) for each in summary.trends)),
        _overall(summary.overall),
        _other_conditions(other_trends, limits),
        *([] if _EFFECTS in hidden else [_effects(summary, limits)]),
        _points(summary, limits),
        _plan(summary.plan, summary.next_visit),
        _costs(summary.costs, limits),
    ]
    main_part, more_answers = main_answers(main, brief=room.most <= 1) if main else ([], [])
    return Page(
        title="Acupuncture diary" + (f": {isolated(main.condition)}" if main else ""),
        printed=f"printed {show_day(summary.printed)}",
        day=summary.printed.isoformat(),
        name=None if summary.name is None else limits.cut(summary.name, 60),
        before_needling=None if summary.before_needling is None else isolated(summary.before_needling),
        period=page_period(summary, limits),
        serious=tuple(map(_serious, summary.serious)),
        no_serious=_NONE_PRINTED if summary.has_private_symptoms else _NO_SERIOUS,
        answers=tuple(main_part),
        more_answers=tuple(more_answers),
        remarks=tuple(block for block in remarks if block.rows or block.ruled),
        chart_data=page_chart_data(summary),
        chart=room.chart,
        blocks=tuple(block for block in blocks if block.rows),
        omissions=limits.omissions(),
        closing=tuple(filter(None, [_completeness(summary, limits), _caveats(main)])),
        paper=summary.paper or "a4",
    )


def _caveats(main: ConditionFigures | None) -> str:
    first_score = first_score_sentence(main.course.judgement) if main and main.course else ""
    return " ".join(filter(None, [first_score, PAGE_CAVEAT]))


def _other_conditions(conditions: Sequence[ConditionFigures], limits: Limits) -> Block:
    """A line for each condition, with its scores on arrival, or without sessions its readings, to draw."""
    chart_data_sets = [figures.chart_data for figures in conditions]
    return Block(
        title="Other conditions",
        rows=tuple((limits.cut(figures.condition, 60), short_summary(figures)) for figures in conditions),
        sparks=tuple(
            tuple(bar.before for bar in chart_data.bars if bar.before is not None)
            or tuple(each.score for each in chart_data.early)
            for chart_data in chart_data_sets
        ),
    )


def _last_sessions(sessions: Sequence[LastSession], limits: Limits, *, has_effects: bool, has_points: bool) -> Block:
    """A row for each session, without the columns that are empty in all; the points are the last column."""
    number = {1: "Last session", 6: "Last six sessions"}.get(len(sessions), f"Last {len(sessions)} sessions")
    columns = [
        (number, [f"{show_day(each.day)[:3]} {show_day(each.day, weekday=False):>11}" for each in sessions]),
        (DAYS_SINCE, ["" if each.days_since is None else str(each.days_since) for each in sessions]),
        ("before", [show_score(each.before) or MISSING_CELL for each in sessions]),
        ("after", [show_score(each.after) or MISSING_CELL for each in sessions]),
        ("next reading", [_next_reading(each) for each in sessions]),
        *([("side effects", [_effects_in_short(each, limits) for each in sessions])] if has_effects else []),
        *(
            [(POINTS_HEADING, [limits.cut(" ".join(map(isolated, each.points)), _LONGEST_POINTS) for each in sessions])]
            if has_points
            else []
        ),
    ]
    head, cells = zip(*((name, texts) for name, texts in columns if any(texts)), strict=True) if sessions else ((), ())
    rows = [tuple(cell or "-" for cell in row) for row in zip(*cells, strict=True)]
    numbers = tuple(place for place, name in enumerate(head) if name in (DAYS_SINCE, "before", "after"))
    return Block(title=number, head=tuple(head), rows=tuple(rows), numbers=numbers)


def _next_reading(each: LastSession) -> str:
    return "" if each.reading is None else f"{show_score(each.reading)} ({each.reading_when})"


def _function(pegs: Sequence[Peg], limits: Limits, *, of_pain: bool) -> Block:
    """The three answers on everyday life, first and latest; the word pain only if a condition is pain (`of_pain`)."""
    if not pegs:
        return Block(title="Everyday life")
    values = (
        ("pain on average" if of_pain else "on average", [peg.pain for peg in pegs]),
        ("in the way of enjoyment", [peg.enjoyment for peg in pegs]),
        ("in the way of activity", [peg.activity for peg in pegs]),
    )
    rows = [(name, *map(show_score, scores), *_change(scores)) for name, scores in values if limits.room.has_peg_rows]
    means = [round(peg.mean, 1) for peg in pegs]
    rows.append(("mean", *(f"{mean:.1f}" for mean in means), *_change(means)))
    days = [limits.day(peg.when.day) for peg in pegs]
    head = ("past week, 0 to 10", *days, *([CHANGE_HEADING] if len(pegs) > 1 else []))
    subtitle = "after PEG, Krebs 2009" if of_pain else "after Krebs 2009"
    return Block(title="Everyday life", head=head, rows=tuple(rows), numbers=(1, 2), subtitle=subtitle)


def _change(scores: Sequence[float]) -> list[str]:
    """`3 lower`, from the first to the latest; nothing with one answer alone."""
    return [change_in_words(scores[0], scores[-1])] if len(scores) > 1 else []


def _overall(overall: Overall | None) -> Block:
    """`Overall since the course began: much better (14 Sep 2026)`; the title is its first word."""
    text = f"since the course began: {overall.change} ({show_day(overall.when.day, weekday=False)})" if overall else ""
    return Block(title="Overall", rows=((text,),) if text else ())


def _changes(summary: Summary, limits: Limits, *, has_chart: bool) -> Block:
    """Every change, with its number in the chart, what the scores cannot show, and those from before this course."""
    marks = summary.main.chart_data.marks if summary.main and has_chart else ()
    numbers = {(mark.day, mark.text): f"{number}. " for number, mark in enumerate(marks, 1)}
    rows = [
        (limits.day(note.when.day), numbers.get((note.when.day, note.first_line), "") + isolated(note.text))
        for note in summary.notes
    ]
    if rows:
        rows.append(("", "The scores cannot show what helped, if anything."))
    if summary.older_notes:
        # A medicine may still be taken, however long ago it was started.
        rows.append(("", f"{counted(len(summary.older_notes), 'older change')}, before this course"))
        rows += [(limits.day(note.when.day), isolated(note.text)) for note in summary.older_notes]
    nothing = "none on this page" if summary.kept_off else "none noted"
    return Block(title="Changes", subtitle="medicines and others", rows=tuple(rows) or ((nothing,),))


def _effects_in_short(session: LastSession, limits: Limits) -> str:
    """The side effects, as many as there is room for: `bruise, fainted and 2 more`."""
    names = [_effect_in_short(effect, limits) for effect in session.effects]
    fitting = [*accumulate(names, lambda before, name: f"{before}, {name}")]
    count = max((place for place, text in enumerate(fitting, 1) if width_of(text) <= 2 * _LONGEST_EFFECT), default=0)
    return "".join(fitting[count - 1 : count]) + (f" and {len(names) - count} more" if count < len(names) else "")


def _effect_in_short(effect: SideEffect, limits: Limits) -> str:
    """The patient's words or the kind; the block of side effects has both. A long one takes nobody else's room."""
    return limits.cut(effect.words or short_of(effect), _LONGEST_EFFECT)


def _session_notes(notes: Sequence[tuple[date, str]], limits: Limits) -> Block:
    rows = [(limits.day(day), limits.cut(text)) for day, text in limits.some(notes, "session note")]
    return Block(title="Session notes", rows=tuple(rows))


def _serious(symptom: SeriousSymptom) -> SeriousLine:
    """The symptom with all its words and every occasion: it is never cut."""
    times = "; ".join(
        f"{show_day(occasion.day)}, {occasion.where}"
        + (f", outcome: {isolated(occasion.outcome)}" if occasion.outcome else "")
        for occasion in symptom.occasions
    )
    # Only a reader knows whether an outcome says it.
    checked = CHECKED_BESIDE_OUTCOME if all(each.outcome for each in symptom.occasions) else CHECKED
    return SeriousLine(symptom.kind.upper(), isolated(symptom.words), with_full_stop(times), checked)


def _effects(summary: Summary, limits: Limits) -> Block:
    """The side effects that are not in the box of serious ones, or that none were noted."""
    other_effects = [each for each in summary.effects if not each.is_serious]
    listed_effects = limits.some(other_effects, "side effect", newest=False)
    words = "; ".join(_effect(each, limits) for each in listed_effects)
    nothing = "none noted"
    if summary.serious:
        # The box has those of the whole history.
        is_in_period = bool(serious_days(summary, summary.first_day or date.min))
        nothing += " but the serious ones above" if is_in_period else " in this period"
    return Block(title="Side effects", rows=(((words or nothing),),) if words or not other_effects else ())


def _effect(effect: EffectCount, limits: Limits) -> str:
    """`bruise or bleeding ("blue mark"): 2 (13 Jul, 20 Jul: gone after 5 days)`; of many days only the newest."""
    days = [
        f"{limits.day(day)}: {limits.cut(outcome, 60)}" if outcome else limits.day(day)
        for day, outcome in zip(effect.days, effect.outcomes, strict=True)
    ][-min(_DAYS, limits.most) :]
    newest = "latest " if len(days) < len(effect.days) else ""
    patient_words = ", ".join(f'"{limits.cut(words, 40)}"' for words in effect.words[: min(_OWN_WORDS, limits.most)])
    name = limits.cut(effect.label, 60) + (f" ({patient_words})" if patient_words else "")
    return f"{name}: {len(effect.days)} ({newest}{', '.join(days)})"


def _points(summary: Summary, limits: Limits) -> Block:
    listed_points = limits.some(summary.points, "point", newest=False, most=limits.room.points)
    counts = tuple((limits.cut(name, 40), number) for name, number in listed_points)
    text = ", ".join(f"{name} ({number})" for name, number in counts)
    rows = ((text,),) if text else ()
    # The title of the page names one condition.
    has_others = bool(summary.main) and summary.main_sessions < summary.sessions
    subtitle = f"{f'in all {summary.sessions} sessions, ' if has_others else ''}may be incomplete"
    return Block(title="Points noted", subtitle=subtitle, rows=rows, counts=counts)


def _plan(state: PlanState | None, next_visit: str | None) -> Block:
    parts = [] if state is None else _plan_in_words(state)
    parts += [] if next_visit is None else [f"next visit {show_moment(Moment.from_iso(next_visit))}"]
    return Block(title="Plan", rows=(("; ".join(parts),),) if parts else ())


def _plan_in_words(state: PlanState) -> list[str]:
    done, planned, goal = state.progress.done, state.plan.sessions, state.progress.goal
    # A count, worded so that it cannot be read as the id of a session.
    parts = [f"{done} of {counted(planned, 'session')}" if planned else f"{counted(done, 'session')} so far"]
    parts += [f"{counted(state.earlier, 'earlier session')} not counted"] if state.earlier else []
    if goal is not None:
        parts += [f"goal: {show_score(goal.goal)} or less on arrival", goal_in_words(goal, with_lowest=False)]
    return parts


def _costs(costs: Sequence[Cost], limits: Limits) -> Block:
    listed_costs = limits.some([cost for cost in costs if cost.paid_for], "cost sum")
    # Who is not insured waits for no answer.
    has_answers = any(cost.answered for cost in costs)
    return Block(title="Costs", rows=tuple((_cost(cost, limits, has_open=has_answers),) for cost in listed_costs))


def _cost(cost: Cost, limits: Limits, *, has_open: bool) -> str:
    unit = f" {limits.cut(cost.currency, 12)}" if cost.currency else ""
    sums = [f"{show_amount(cost.paid)}{unit} paid"]
    sums += [f"{show_amount(cost.covered)} covered"] if cost.answered else []
    sums += [f"{show_amount(cost.open)} open"] if cost.open and has_open else []
    sums += [f"{show_amount(cost.own_share)} own share"] if cost.answered else []
    sessions = counted(cost.sessions, "session")
    basis = sessions if cost.paid_for == cost.sessions else f"{cost.paid_for} of {sessions}"
    return f"{basis}: {', '.join(sums)}"


def _questions(questions: Sequence[Question]) -> Block:
    texts = [isolated(each.text) for each in questions]
    return Block(
        title="To discuss", rows=tuple((text,) for text in texts), numbered=True, ruled=0 if texts else BLANK_LINES
    )


def _completeness(summary: Summary, limits: Limits) -> str:
    """`20 of 20 session scores present; 19 entered the same day, 1 a day later (20 Jul, after)`, likewise readings.

    Empty without a score.
    """
    scores = summary.quality
    readings = f"{scores.readings_same_day} of {counted(scores.readings, 'reading')}" if scores.readings else ""
    if not scores.of:
        return f"{readings} entered the same day." if readings else ""
    of_all = " of all conditions" if len(summary.trends) > 1 else ""
    text = f"{scores.present} of {scores.of} session scores{of_all} present; {scores.same_day} entered the same day"
    if len(scores.late) == 1:
        days, day, which = scores.late[0]
        text += f", 1 {'a day' if days == 1 else f'{days} days'} later ({limits.day(day)}, {which})"
    elif scores.late:
        text += f", {len(scores.late)} on a later day"
    if readings:
        text += f"; {readings} {'on the same day' if scores.late else 'too'}"
    return f"{text}."

"""The status screen, which is also shown without a command."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paintrack.analysis.status import ConditionHistory, PlanProgress, Status, UnresolvedSymptom, status_of
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.status.status_json import status_json
from paintrack.views.status.status_screen import first_steps, spoken_status, status_screen

if TYPE_CHECKING:
    from paintrack.model.other_entries import NextVisit, Plan


def run(context: Context, as_json: JsonOption = False) -> None:
    """Show what is open, the last session, the newest scores of each condition, and the plan.

    paintrack status
    """
    console = context.console
    with context.open_reader() as reader:
        counts = reader.counts()
        plans = reader.plans() if "plan" in counts else []
        histories = [*_histories(reader, [plan for plan in plans if plan.ended is None])]
        next_visits = _next_visits(reader) if "next_visit" in counts else []
        open_sessions, last = reader.open_sessions(), reader.last_closed_session()
        serious, to_ask = _serious(reader), _to_ask(reader) if "question" in counts else 0
    status = status_of(
        open_sessions, last, counts, context.now, plans, histories, next_visits, serious=serious, to_ask=to_ask
    )
    if as_json:
        console.say_json(status_json(status))
    elif status == Status():
        console.say(first_steps(width=console.width))
    elif console.plain:
        console.say(spoken_status(status))
    else:
        console.say(
            status_screen(status, width=console.width, ascii_only=console.ascii_only, colours=console.colours)
        )  # fmt: skip


def _next_visits(reader: Reader) -> "Sequence[NextVisit]":
    from paintrack.model.other_entries import NextVisit

    return reader.of_kind(NextVisit)


def _serious(reader: Reader) -> UnresolvedSymptom | None:
    """The serious symptoms of the newest session that has some without an outcome."""
    sessions = reader.sessions_with_side_effect()
    if not sessions:
        return None
    from paintrack.model.symptoms.side_effect_recognition import is_serious, short_of

    for session in sessions:
        effects = [each for each in session.side_effects if is_serious(each) and not each.outcome]
        if effects:
            newest_day = max(map(session.day_noticed, effects))
            return UnresolvedSymptom(session.label, newest_day, tuple(dict.fromkeys(map(short_of, effects))))
    return None


def _to_ask(reader: Reader) -> int:
    """How many questions are not settled."""
    from paintrack.model.other_entries import Question

    return sum(not each.done for each in reader.of_kind(Question))


def _histories(reader: Reader, plans: "Sequence[Plan]") -> Iterator[ConditionHistory]:
    """The scores of each condition, those rated most often first, then of conditions that only have a plan."""
    newest_plans = {folded(plan.condition): plan for plan in plans}
    names = {folded(name): name for name in (*reader.conditions(), *(plan.condition for plan in plans))}
    for key, name in names.items():
        plan = newest_plans.get(key)
        sessions = reader.rated_sessions(name)
        progress = None
        if plan is not None:
            from paintrack.analysis.plan_progress import plan_state

            state = plan_state(plan, sessions, reader.unscored_session_times())
            progress = PlanProgress(plan.label, state.progress.done, plan.sessions, plan.goal)
        yield ConditionHistory(name, sessions, reader.readings(name), progress)

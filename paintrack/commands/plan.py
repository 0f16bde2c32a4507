"""The plan of a condition: a number of sessions and a goal."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated
from uuid import uuid4

import typer

from paintrack.analysis.plan_progress import active_plan, plan_state
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import alike_name_hint, condition_of, intended_names
from paintrack.commands._shared.names.unrecorded_names_in_filters import show_meant, warn_of_unrecorded
from paintrack.commands._shared.options.common_options import ForOption, JsonOption, NewNameOption
from paintrack.commands._shared.parsing import condition_name, moment_of
from paintrack.commands._shared.sessions.session_questions import ask_planned_condition
from paintrack.commands._shared.trend_query import conditions_in
from paintrack.commands._shared.typer_invocation import typed_command_with
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.displayed_text import isolated, typed_words
from paintrack.model.entries import DEFAULT_CONDITION
from paintrack.model.other_entries import Plan, validate_session_count
from paintrack.model.selection import Selection
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import parse_score
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.edit_confirmation import edit_confirmation
from paintrack.views.confirmations.other_entry_confirmation import other_entry_confirmation
from paintrack.views.confirmations.score_confirmation import other_condition_hint
from paintrack.views.json_values import json_values
from paintrack.views.refusals.option_refusals import only_to_set_plan, several_plans_running
from paintrack.views.trend.plan_screen import empty_plan_screen, plan_screen, plan_start_sentences
from paintrack.views.value_words import in_words, plan_in_words, show_day, show_moment

Action = Annotated[str | None, typer.Argument(metavar="[set|end]", help="set sets or changes the plan; end ends it.")]
Sessions = Annotated[int | None, typer.Option("--sessions", metavar="N", help="How many sessions are planned.")]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="DATE", help="The first day: 2026-11-03. Default for a new plan: now."),
]
Goal = Annotated[str | None, typer.Option("--goal", metavar="SCORE", help="The score on arrival to reach.")]

NOTHING_PLANNED = "A plan has --sessions N, --goal SCORE or both."


def run(
    context: Context,
    action: Action = None,
    condition: ForOption = None,
    sessions: Sessions = None,
    goal: Goal = None,
    at: At = None,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show how far the plan has come; set a plan, or end it. Sessions count from its first day (--at).

    paintrack plan set --for "lower back" --sessions 10 --goal 3
    """
    name = condition_name(condition)
    typed = {"--for": name, "--sessions": sessions, "--goal": goal, "--at": at, "--new": new}
    if action is None:
        _reject_unless_set(context, "This shows the plan. To set it", typed)
        _show(context, name, as_json=as_json)
    elif action == "set":
        if sessions is None and goal is None and at is None:
            raise UsageError(NOTHING_PLANNED)
        if name is not None:
            name = intended_names(context, [("--for", name)], accepts_new=new, any_short_form=True)["--for", name]
        planned_sessions = None if sessions is None else validate_session_count(sessions)
        _set(context, name, planned_sessions, None if goal is None else parse_score(goal), at, as_json=as_json)
    elif action == "end":
        _reject_unless_set(context, "This ends the plan. To change it", typed)
        _end(context, name or _only_planned_condition(context), as_json=as_json)
    else:
        raise UsageError(f"plan takes set or end, or nothing to show it. You typed {typed_words(action) or 'nothing'}.")


def _reject_unless_set(context: Context, purpose: str, typed: Mapping[str, str | int | None]) -> None:
    """Raise UsageError, with the command that was meant, for an option (a key of `typed`) of `plan set` alone."""
    if any(value is not None and value is not False for option, value in typed.items() if option != "--for"):
        name = typed["--for"]
        with context.open_reader() as reader:
            condition = _condition_of(None if name is None else str(name), reader)
            has_plan = active_plan(reader.of_kind(Plan), condition) is not None
        raise UsageError(only_to_set_plan(purpose, typed, has_plan=has_plan))


def _show(context: Context, name: str | None, *, as_json: bool) -> None:
    with context.open_reader() as reader:
        meant = warn_of_unrecorded(context, reader, name, None)
        states = [
            plan_state(plan, reader.rated_sessions(plan.condition), reader.unscored_session_times())
            for plan in reader.of_kind(Plan)
            if plan.ended is None and (name is None or folded(plan.condition) == folded(name))
        ]
    if as_json:
        context.console.say_json(
            [entry_json(state.plan) | {"progress": json_values(state.progress)} for state in states]
        )
    elif meant:
        show_meant(context, "plan", meant)
    elif not states:
        context.console.say(empty_plan_screen(name, width=context.console.width))
    else:
        context.console.say(
            "\n\n".join(
                plan_screen(
                    state,
                    width=context.console.width,
                    ascii_only=context.console.ascii_only,
                    plain=context.console.plain,
                )
                for state in states
            )
        )


def _set(
    context: Context, name: str | None, sessions: int | None, goal: float | None, at: str | None, *, as_json: bool
) -> None:
    when = moment_of(at, context)
    # A first day alone can only change an existing plan: it must not create a file.
    with context.open_writer(create=(sessions, goal) != (None, None)) as writer:
        condition = _condition_of(name, writer)
        old = active_plan(writer.of_kind(Plan), condition)
        if sessions is None and goal is None and old is None:
            raise UsageError(NOTHING_PLANNED)
        hints = alike_name_hint(condition, writer.conditions()) if writer.spelling(condition) is None else []
        hints += _other_condition_hints(condition, writer) if name is None else []
        plan = old or Plan(uid=uuid4().hex, when=when, entered=writer.now, edited=writer.now, condition=condition)
        plan = replace(
            plan,
            when=plan.when if at is None else when,
            sessions=plan.sessions if sessions is None else sessions,
            goal=plan.goal if goal is None else goal,
        )
        rated = writer.sessions(Selection(condition=condition))
        sessions_before = [session.when.day for session in rated if session.when.day < plan.when.day]
        saved = plan
        if plan != old:
            saved = writer.save(plan)
            writer.describe(f"{'the change of ' if old else ''}{in_words(saved)}")
    if as_json:
        context.console.say_json(entry_json(saved))
    elif old:
        since = show_day(saved.when.day) if at is None else show_moment(saved.when)
        context.console.acknowledge(
            edit_confirmation(
                saved,
                [] if plan == old else [f"{plan_in_words(saved)}, since {since}"],
                width=context.console.width,
                remarks=hints,
            )
        )
    else:
        context.console.acknowledge(
            other_entry_confirmation(
                saved,
                *plan_start_sentences(saved, sessions_before),
                width=context.console.width,
                with_time=at is not None,
                remarks=hints,
            )
        )


def _condition_of(name: str | None, reader: Reader) -> str:
    """The condition as it was first written; without a name that of the one running plan, else that of the trend."""
    if name is not None:
        return condition_of(name, reader)
    planned = _planned_conditions(reader)
    return planned[0] if len(planned) == 1 else next(iter(conditions_in(reader)), DEFAULT_CONDITION)


def _planned_conditions(reader: Reader) -> list[str]:
    """The conditions whose plan is running."""
    plans = [plan for plan in reader.of_kind(Plan) if plan.ended is None]
    return [*{folded(plan.condition): plan.condition for plan in plans}.values()]


def _other_condition_hints(condition: str, reader: Reader) -> list[str]:
    """How to plan for another condition, where none was named and several are rated."""
    other = next((each for each in conditions_in(reader) if folded(each) != folded(condition)), None)
    return [] if other is None else [other_condition_hint(condition, typed_command_with("--for", other))]


def _only_planned_condition(context: Context) -> str | None:
    """The condition whose plan is running, asked for where several are; None where none is.

    Raises UsageError off a terminal.
    """
    with context.open_reader() as reader:
        conditions = _planned_conditions(reader)
    if len(conditions) < 2:
        return next(iter(conditions), None)
    if not context.console.may_ask:
        raise UsageError(several_plans_running(conditions))
    return ask_planned_condition(context, conditions)


def _end(context: Context, name: str | None, *, as_json: bool) -> None:
    with context.open_writer(create=False) as writer:
        warn_of_unrecorded(context, writer, name, None)
        condition = _condition_of(name, writer)
        plan = active_plan(writer.of_kind(Plan), condition)
        if plan is None:
            raise NotFoundError(f"There is no plan for {isolated(condition)} to end.")
        saved = writer.save(replace(plan, ended=writer.now))
        writer.describe(f"the end of {in_words(saved)}")
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(
            edit_confirmation(saved, [f"{plan_in_words(saved)}, ended"], width=context.console.width)
        )

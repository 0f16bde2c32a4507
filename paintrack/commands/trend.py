"""The chart of one condition, and what its numbers can and cannot say."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated

import typer

from paintrack.analysis.condition.chart_data import EffectMark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.unrecorded_names_in_filters import show_meant, warn_of_unrecorded
from paintrack.commands._shared.options.common_options import JsonOption, NoPagerOption, OutputOption, reject_ignored
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.trend_query import CourseNumber, conditions_in, trend_in
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated, shell_quoted, visible_line
from paintrack.model.entries import DEFAULT_CONDITION
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.text_layout import fill
from paintrack.views.trend import trend_screen

AxisOption = Annotated[str, typer.Option("--by", metavar="WHAT", help="Chart axis: session or date.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say what each figure is and how it is computed.")]
Every = Annotated[bool, typer.Option("--all", help="Every condition: the answer and a strip of its scores.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]
ReliefOption = Annotated[
    bool, typer.Option("--relief", help="Draw bars: how much lower the score was after each session.")
]


def run(
    context: Context,
    filters: Filters,
    by: AxisOption = "session",
    relief: ReliefOption = False,
    course: CourseNumber = None,
    every: Every = False,
    output: OutputOption = None,
    force: Force = False,
    explain: Explain = False,
    no_pager: NoPagerOption = False,
    as_json: JsonOption = False,
) -> None:
    """Draw the scores of one condition, session by session, and say what changed.

    paintrack trend --for "lower back"
    """
    _reject_bad_chart(by, relief=relief)
    draws = [relief, by != "session"]
    if explain:
        _explain(
            context,
            ignored=[*draws, course, every, output, filters != Filters()],
            no_pager=no_pager,
            as_json=as_json,
        )
        return
    if as_json:
        reject_ignored(draws, f"{_drawn_by(relief)} draws: leave --json out. Its figures are in --json already.")
        reject_ignored([output], "-o writes the chart: leave --json out.")
    if every:
        _show_every_condition(context, filters, ignored=[*draws, course, output], no_pager=no_pager, as_json=as_json)
        return
    _reject_bad_output(output, draws, relief=relief, force=force)
    selection = filters.selection(context.now.date())
    with context.open_reader(checked=output is not None) as reader:
        meant = warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
        conditions = [] if as_json and selection.condition is not None else conditions_in(reader)
        default = conditions[0] if conditions else DEFAULT_CONDITION
        typed = selection.condition
        condition = default if typed is None else reader.spelling(typed) or typed
        find_effects = _serious_effects if output is None else _drawn_effects
        effects = () if as_json else find_effects(reader, selection)
        trend = trend_in(reader, selection._replace(condition=condition), course, effects=effects)
        total = 0 if trend.visits else len(reader.rated_sessions(condition))
    if as_json:
        from paintrack.views.trend.trend_json import trend_json

        context.console.say_json(trend_json(trend))
        return
    other_conditions = [name for name in conditions if folded(name) != folded(condition)]
    width = context.console.width
    if meant:
        show_meant(context, "trend", meant)
        return
    if not trend.visits and (total or not trend.readings):
        context.console.say(trend_screen.no_session_notice(trend, other_conditions, in_all=total, width=width))
        return
    if output is not None:
        from paintrack.commands._shared.terminal.svg_chart_output import write_drawing

        write_drawing(context, trend, output, force=force)
        return

    def chart(colours: int) -> str:
        return "" if context.console.plain else _chart(context, trend, by, relief=relief, colours=colours)

    serious = _since(trend.first_day, effects)
    is_typed = filters.condition is not None
    _show(context, trend, chart, other_conditions, serious, is_condition_typed=is_typed, no_pager=no_pager)


def _since(day: date | None, effects: Sequence[EffectMark]) -> list[EffectMark]:
    """The serious side effects from the first day shown on: also those after the last session."""
    return [each for each in effects if day is None or each.day >= day]


def _serious_effects(reader: Reader, selection: Selection) -> tuple[EffectMark, ...]:
    """The serious side effects of all sessions, noticed by the last selected day, oldest first and each once a day.

    They belong to no condition. Thoughts of self-harm are left out, since the screen may be shown to somebody.
    """
    sessions = reader.sessions_with_side_effect()
    if not sessions:
        return ()
    from paintrack.model.symptoms.side_effect_kinds import SERIOUS_KINDS, SIDE_EFFECT_KINDS

    harmless = set(SIDE_EFFECT_KINDS) - {kind.key for kind in SERIOUS_KINDS}
    effects = [(each, session) for session in sessions for each in session.side_effects]
    # A side effect of a serious kind needs no search of texts: most diaries have nothing else.
    effects = [(each, session) for each, session in effects if each.words or each.kind not in harmless]
    if not effects:
        return ()
    from paintrack.model.symptoms.side_effect_recognition import serious_in_effect

    marks = {
        EffectMark(session.day_noticed(effect), kind.label, is_serious=True)
        for effect, session in effects
        for kind, _ in serious_in_effect(effect)
    }
    return tuple(sorted(mark for mark in marks if mark.day <= (selection.until or date.max)))


def _drawn_effects(reader: Reader, selection: Selection) -> tuple[EffectMark, ...]:
    from paintrack.commands._shared.terminal.svg_chart_output import drawn_effects

    return drawn_effects(reader, selection)


def _reject_bad_chart(by: str, *, relief: bool) -> None:
    if by not in ("session", "date"):
        raise UsageError(f"--by takes session or date. You typed {isolated(by) or 'nothing'}.")
    if relief and by == "date":
        raise UsageError("--relief draws one bar a session, not by date: leave one of the two out.")


def _reject_bad_output(output: str | None, draws: Sequence[bool], *, relief: bool, force: bool) -> None:
    """Raise UsageError for a file that is not .svg, and for options that would be ignored with or without a file.

    `draws` says of each option that chooses another chart on the screen whether it was typed.
    """
    if output is None and force:
        from paintrack.views.refusals.option_refusals import force_without_file

        raise UsageError(force_without_file("trend -o chart.svg --force"))
    if output is not None:
        from paintrack.commands._shared.terminal.svg_chart_output import reject_other_drawing

        reject_other_drawing(output)
        reject_ignored(draws, f"-o writes the chart by date: leave {_drawn_by(relief)} out.")


def _drawn_by(relief: bool) -> str:
    return "--relief" if relief else "--by"


def _explain(context: Context, *, ignored: Sequence[object], no_pager: bool, as_json: bool) -> None:
    reject_ignored(ignored, "--explain says what each figure is and takes nothing else.")
    if as_json:
        from paintrack.views.help.json_glossary import JSON_NAMES

        context.console.say_json(JSON_NAMES)
        return
    from paintrack.views.trend.trend_explanation import trend_explanation

    console = context.console
    console.say_long(lambda _: trend_explanation(console.width, plain=console.plain), may_page=not no_pager)


def _chart(context: Context, trend: ConditionFigures, by: str, *, relief: bool, colours: int) -> str:
    from paintrack.views.trend.chart_choice import ChartKind, trend_chart

    console, kind = context.console, ChartKind.RELIEF if relief else ChartKind(by)
    return trend_chart(trend, kind, width=console.width, ascii_only=console.ascii_only, colours=colours)


def _show(
    context: Context,
    trend: ConditionFigures,
    chart: Callable[[int], str],
    other_conditions: Sequence[str],
    serious: Sequence[EffectMark],
    *,
    is_condition_typed: bool,
    no_pager: bool,
) -> None:
    """Show the chart, drawn in so many colours, and its sentences; the other conditions are named if none was typed."""
    typed = f" --for {shell_quoted(visible_line(trend.condition))}" if is_condition_typed else ""
    console, today = context.console, context.now.date()

    def screen(colours: int) -> str:
        drawn = chart(colours)
        return trend_screen.trend_screen(
            trend, drawn, width=console.width, today=today, typed=typed, serious=serious, colours=colours
        )

    # The pager begins with the answer.
    console.say_long(screen, may_page=not no_pager)
    if other_conditions and not is_condition_typed:
        console.hint(trend_screen.other_conditions_hint(other_conditions, console.width))


def _show_every_condition(
    context: Context, filters: Filters, *, ignored: Sequence[object], no_pager: bool, as_json: bool
) -> None:
    reject_ignored(
        [*ignored, filters.condition],
        "--all shows every condition as a strip: leave out --for, --course, --by, --relief and -o.",
    )
    selection, console = filters.selection(context.now.date()), context.console
    with context.open_reader() as reader:
        warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
        effects = () if as_json else _serious_effects(reader, selection)
        trends = [trend_in(reader, selection._replace(condition=name)) for name in conditions_in(reader)]
    # A condition without a score in the period has nothing to show.
    trends = [trend for trend in trends if trend.chart_data.bars or trend.readings]
    if as_json:
        from paintrack.views.trend.trend_json import trend_json

        console.say_json([trend_json(trend) for trend in trends])
    elif not trends:
        console.say(fill(trend_screen.NOTHING_TO_SHOW, console.width))
    else:
        from paintrack.views.trend.small_multiples import small_multiples

        serious = _since(min((trend.first_day for trend in trends if trend.first_day), default=None), effects)
        if console.plain:
            from paintrack.views.trend.spoken_trend import spoken_conditions

            console.say("\n".join(spoken_conditions(trends, serious)))
        else:
            width, ascii_only = console.width, console.ascii_only
            console.say_long(
                lambda colours: small_multiples(
                    trends, width=width, serious=serious, ascii_only=ascii_only, colours=colours
                ),
                may_page=not no_pager,
            )

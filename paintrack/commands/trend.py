"""The chart of one condition, and what its numbers can and cannot say."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.analysis.condition.chart_data import Picture
from paintrack.commands._shared.common_options import JsonOption, reject_ignored
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.resolve import DEFAULT_CONDITION, condition_of
from paintrack.commands._shared.trend_query import CourseNumber, conditions_in, trend_in
from paintrack.errors import UsageError
from paintrack.model.typed_text import folded, shell_quoted, visible_line
from paintrack.views.trend import trend_screen
from paintrack.views.trend.trend_explanation import trend_explanation

By = Annotated[str, typer.Option("--by", metavar="WHAT", help="Chart axis: session or date.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say what each figure is and how it is computed.")]
Relief = Annotated[bool, typer.Option("--relief", help="Draw bars: how much lower the score was after each session.")]


def run(
    context: Context,
    filters: Filters,
    by: By = "session",
    relief: Relief = False,
    course: CourseNumber = None,
    explain: Explain = False,
    as_json: JsonOption = False,
) -> None:
    """Draw the scores of one condition over its sessions, and say what changed, and from how many sessions.

    paintrack trend --for "lower back"
    """
    _reject_bad_chart(by, relief=relief)
    if explain and as_json:
        raise UsageError("--explain is text to read: leave --json out. It ends with the names of --json.")
    if as_json:
        draws = "--relief" if relief else "--by"
        reject_ignored(
            [relief, by != "session"], f"{draws} draws: leave --json out. Its figures are in --json already."
        )
    if explain:
        ignored = [relief, by != "session", course, filters != Filters()]
        reject_ignored(ignored, "--explain says what each figure is and takes nothing else.")
        context.console.say(trend_explanation(context.console.width))
        return
    selection = filters.selection(context.now.date())
    with context.open_reader() as reader:
        conditions = [] if as_json and selection.condition is not None else conditions_in(reader)
        default = conditions[0] if conditions else DEFAULT_CONDITION
        condition = default if selection.condition is None else condition_of(selection.condition, reader)
        trend = trend_in(reader, replace(selection, condition=condition), course)
        total = 0 if trend.visits else len(reader.rated_sessions(condition))
    if as_json:
        context.console.say_json(trend_screen.trend_json(trend))
        return
    other_conditions = [name for name in conditions if folded(name) != folded(condition)]
    width = context.console.width
    if not trend.visits and (total or not trend.readings):
        context.console.say(trend_screen.no_session_notice(trend, other_conditions, in_all=total, width=width))
        return
    chart = "" if context.console.plain else _chart(context, trend.picture, by, relief=relief)
    typed = "" if filters.condition is None else f" --for {shell_quoted(visible_line(condition))}"
    context.console.say(trend_screen.trend_screen(trend, chart, width=width, typed=typed))
    if other_conditions and filters.condition is None:
        context.console.hint(trend_screen.other_conditions_hint(other_conditions))


def _reject_bad_chart(by: str, *, relief: bool) -> None:
    if by not in ("session", "date"):
        raise UsageError(f"--by takes session or date. You typed {by or 'nothing'}.")
    if relief and by == "date":
        raise UsageError("--relief draws one bar a session, not by date: leave one of the two out.")


def _chart(context: Context, picture: Picture, by: str, *, relief: bool) -> str:
    from paintrack.views.trend import chart_by_date, chart_dumbbell, chart_relief

    draw = chart_relief.relief_chart if relief else chart_dumbbell.dumbbell_chart
    # Readings alone belong to no session: they stand at their days.
    if by == "date" or not picture.bars:
        draw = chart_by_date.date_chart
    return draw(
        picture, width=context.console.width, ascii_only=context.console.ascii_only, colour=context.console.colour
    )

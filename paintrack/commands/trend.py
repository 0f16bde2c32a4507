"""The picture of one condition, and what its numbers can and cannot say."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.analysis.condition.chart_data import Picture
from paintrack.commands._shared.context import Here
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.options import JsonOption, reject_ignored
from paintrack.commands._shared.parsing import condition_of
from paintrack.commands._shared.trend_query import trend_in
from paintrack.errors import UsageError
from paintrack.views.trend import trend_screen
from paintrack.views.trend.trend_explanation import trend_explanation

By = Annotated[str, typer.Option("--by", metavar="WHAT", help="What the picture runs along: session or date.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say what each figure is and how it is computed.")]
Relief = Annotated[bool, typer.Option("--relief", help="Draw how much lower each session left it, as bars.")]


def run(
    here: Here,
    filters: Filters,
    by: By = "session",
    relief: Relief = False,
    explain: Explain = False,
    as_json: JsonOption = False,
) -> None:
    """Draw the scores of one condition over its sessions, and say what changed, with how many sessions it rests on.

    paintrack trend --for "lower back"
    """
    _check(by, relief=relief)
    if explain and as_json:
        raise UsageError("--explain is text to read: leave --json out. It ends with the names of --json.")
    if as_json:
        draws = "--relief" if relief else "--by"
        reject_ignored(
            [relief, by != "session"], f"{draws} draws: leave --json out. Its figures are in --json already."
        )
    if explain:
        asked = [relief, by != "session", filters != Filters()]
        reject_ignored(asked, "--explain says what each figure is and takes nothing else.")
        here.say(trend_explanation(here.width))
        return
    selection = filters.selection()
    with here.reading() as reader:
        condition = condition_of(selection.condition, reader)
        others = [] if as_json else [name for name in reader.conditions() if name != condition]
        trend = trend_in(reader, replace(selection, condition=condition))
        in_all = 0 if trend.visits else len(reader.visits(condition))
    if as_json:
        here.say_json(trend_screen.trend_json(trend))
        return
    if not trend.visits:
        here.say(trend_screen.no_session_notice(trend, others, in_all=in_all, width=here.width))
        return
    chart = "" if here.plain else _chart(here, trend.picture, by, relief=relief)
    here.say(trend_screen.trend_screen(trend, chart, width=here.width))
    if others and filters.condition is None:
        here.hint(trend_screen.other_conditions_hint(others))


def _check(by: str, *, relief: bool) -> None:
    if by not in ("session", "date"):
        raise UsageError(f"--by takes session or date. You typed {by or 'nothing'}.")
    if relief and by == "date":
        raise UsageError("--relief draws one bar a session, not by date: leave one of the two out.")


def _chart(here: Here, picture: Picture, by: str, *, relief: bool) -> str:
    from paintrack.views.trend import chart_by_date, chart_dumbbell, chart_relief

    draw = (
        chart_relief.relief_chart
        if relief
        else chart_by_date.date_chart
        if by == "date"
        else chart_dumbbell.dumbbell_chart
    )
    return draw(picture, width=here.width, ascii_only=here.ascii_only, colour=here.colour)

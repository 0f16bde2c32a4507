"""The picture of one condition, and what its numbers can and cannot say."""

from dataclasses import replace
from typing import Annotated

import typer

from paintrack.commands.filters import Filters
from paintrack.commands.gathered import trend_in
from paintrack.commands.here import Here
from paintrack.commands.options import JsonOption, reject_ignored
from paintrack.commands.recording import condition_of
from paintrack.domain.picture import Picture
from paintrack.errors import UsageError
from paintrack.views import trend_page
from paintrack.views.explanation import explanation

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
        here.say(explanation(here.width))
        return
    selection = filters.selection()
    with here.reading() as reader:
        condition = condition_of(selection.condition, reader)
        others = [] if as_json else [name for name in reader.conditions() if name != condition]
        trend = trend_in(reader, replace(selection, condition=condition))
        in_all = 0 if trend.visits else len(reader.visits(condition))
    if as_json:
        here.say_json(trend_page.as_json(trend))
        return
    if not trend.visits:
        here.say(trend_page.no_session(trend, others, in_all=in_all, width=here.width))
        return
    chart = "" if here.plain else _chart(here, trend.picture, by, relief=relief)
    here.say(trend_page.page(trend, chart, width=here.width))
    if others and filters.condition is None:
        here.hint(trend_page.also_recorded(others))


def _check(by: str, *, relief: bool) -> None:
    if by not in ("session", "date"):
        raise UsageError(f"--by takes session or date. You typed {by or 'nothing'}.")
    if relief and by == "date":
        raise UsageError("--relief draws one bar a session, not by date: leave one of the two out.")


def _chart(here: Here, picture: Picture, by: str, *, relief: bool) -> str:
    from paintrack.views import charts, charts_by_date, charts_relief

    draw = charts_relief.relief_bars if relief else charts_by_date.by_date if by == "date" else charts.dumbbells
    return draw(picture, width=here.width, ascii_only=here.ascii_only, colour=here.colour)

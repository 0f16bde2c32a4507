"""Costs: paid, covered, out of pocket."""

from typing import Annotated

import typer

from paintrack.analysis.costs import cost_rows, costs_by_year, total_rows, visit_rows, year_rows
from paintrack.commands._shared.common_options import JsonOption, reject_ignored
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.filters import Filters
from paintrack.views.cost_table import cost_sentences, cost_table

Visits = Annotated[
    bool, typer.Option("--visits", help="One line a visit with its receipt; no score, condition or note.")
]
Csv = Annotated[bool, typer.Option("--csv", help="As CSV, for a spreadsheet.")]


def run(
    context: Context, filters: Filters, visits: Visits = False, as_csv: Csv = False, as_json: JsonOption = False
) -> None:
    """Show what you paid and what was covered, by calendar year, or visit by visit, and in all.

    paintrack costs --visits
    """
    if as_json:
        reject_ignored([as_csv], "--csv and --json are two forms: give one of the two.")
    with context.open_reader() as reader:
        sessions = reader.sessions(filters.selection(context.now.date()))
        usual = reader.settings().get("currency")
    rows = visit_rows(sessions, usual) if visits else cost_rows(costs_by_year(sessions, usual))
    if as_json:
        context.console.say_json(rows)
    elif as_csv:
        from paintrack.exchange.csv_file import table_as_csv

        context.console.say_data(table_as_csv(rows))
    elif not rows:
        context.console.say("No session that fits is recorded yet.")
    else:
        # On the screen a year is one line; a program can add up the practitioners itself.
        lines, totals = rows if visits else year_rows(sessions, usual), total_rows(sessions, usual)
        console = context.console
        console.say(cost_sentences(lines, totals) if console.plain else cost_table(lines, totals, width=console.width))

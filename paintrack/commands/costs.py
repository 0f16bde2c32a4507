"""Costs: paid, covered, open, own share; and the statement of the visits for an insurer."""

from typing import Annotated

import typer

from paintrack.analysis.costs import cost_rows, costs_by_year, total_rows, year_rows
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.unrecorded_names_in_filters import warn_of_unrecorded
from paintrack.commands._shared.options.common_options import JsonOption, NoPagerOption, reject_ignored
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.page.statement_options import StatementOptions
from paintrack.views.cost_table import NO_SESSION, cost_remarks, cost_sentences, cost_table

Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")]


def run(
    context: Context,
    filters: Filters,
    options: StatementOptions,
    no_pager: NoPagerOption = False,
    as_csv: Csv = False,
    as_json: JsonOption = False,
) -> None:
    """Show what you paid and what was covered, by calendar year, or write the visits as a statement for an insurer.

    paintrack costs --visits -o statement.html
    """
    if as_json:
        reject_ignored([as_csv], "--csv and --json are two forms: give one of the two.")
    selection, console = filters.selection(context.now.date()), context.console
    if options.is_statement:
        form = options.checked_format(as_csv=as_csv, as_json=as_json)
        from paintrack.commands._shared.page.statement_output import show_statement

        show_statement(context, selection, options, form, may_page=not no_pager)
        return
    options.reject_statement_options()
    with context.open_reader() as reader:
        warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
        sessions = reader.sessions(selection)
        usual = reader.settings().get("currency")
    rows = cost_rows(costs_by_year(sessions, usual))
    if as_json:
        console.say_json(rows)
    elif as_csv:
        from paintrack.exchange.csv_file import table_as_csv

        console.say_data(table_as_csv(rows))
    elif not rows:
        console.say(NO_SESSION)
    else:
        # On the screen a year is one line; a program can add up the practitioners itself.
        lines, totals = year_rows(sessions, usual), total_rows(sessions, usual)
        remarks = cost_remarks(sessions)
        console.say(
            cost_sentences(lines, totals, remarks=remarks)
            if console.plain
            else cost_table(lines, totals, width=console.width, remarks=remarks)
        )

"""The history as a table, newest last."""

from collections.abc import Iterable
from typing import Annotated

import typer

from paintrack.analysis.time_from_session_to_reading import SessionTimes
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.displayed_name_spelling import in_one_spelling
from paintrack.commands._shared.names.unrecorded_names_in_filters import warn_of_unrecorded
from paintrack.commands._shared.options.common_options import JsonOption, NoPagerOption
from paintrack.commands._shared.options.filters import Filters
from paintrack.commands._shared.terminal.db_option_in_shown_commands import with_named_file
from paintrack.model.entries import Reading, readings_of
from paintrack.model.selection import narrow_to_condition
from paintrack.model.serialization.csv_rows import rows_of
from paintrack.model.typed.typed_text import folded, one_line
from paintrack.storage.reader import Reader
from paintrack.views.history.history_footer import empty_history, footer
from paintrack.views.history.history_line_data import history_lines_of
from paintrack.views.history.history_table import history_table
from paintrack.views.history.spoken_history import plain_history
from paintrack.views.text_layout import fill_lines

Grep = Annotated[
    str | None,
    typer.Option("--grep", metavar="TEXT", help="Only entries whose words contain this text: notes, names, ..."),
]
NewestFirst = Annotated[bool, typer.Option("--newest-first", help="The newest entry first.")]


def run(
    context: Context,
    filters: Filters,
    grep: Grep = None,
    newest_first: NewestFirst = False,
    no_pager: NoPagerOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show the history as a table, newest last.

    paintrack list --for "lower back" --last 10
    """
    selection, console = filters.selection(context.now.date()), context.console
    if grep is not None:
        selection = selection._replace(text=one_line(grep, "--grep"))
    with context.open_reader() as reader:
        warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
        entries = list(narrow_to_condition(reader.entries(selection), selection.condition))
        session_times = _session_times(reader, [] if as_json else readings_of(entries))
        totals = reader.counts()
        if not as_json:
            entries = in_one_spelling(entries, reader)
    in_order = entries[::-1] if newest_first else entries
    if as_json:
        console.say_json([*rows_of(in_order)])
        return
    if not entries:
        console.say(fill_lines(empty_history(selection, totals, is_spoken=console.plain), console.width))
        return
    lines = history_lines_of(in_order, session_times)
    below = [*map(with_named_file, footer(entries, totals, selection, is_spoken=console.plain))]
    if console.plain:
        console.say_texts(plain_history(lines, below))
        return

    def table(colours: int) -> str:
        return history_table(lines, below, width=console.width, ascii_only=console.ascii_only, colours=colours)

    # The newest entry stands where the pager begins.
    console.say_long(table, may_page=not no_pager, from_end=not newest_first, is_typed=True)


def _session_times(reader: Reader, readings: Iterable[Reading]) -> SessionTimes:
    """The times of the sessions before which or after which the readings may lie; none without a reading."""
    conditions = {folded(each.condition): each.condition for each in readings}
    return SessionTimes(
        [each.at for each in reader.session_times()] if conditions else [],
        {name: [each.at for each in reader.rated_sessions(condition)] for name, condition in conditions.items()},
    )

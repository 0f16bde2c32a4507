"""The history as a table, newest last."""

from paintrack.analysis.history_lines import history_lines_of
from paintrack.commands._shared.common_options import JsonOption
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.filters import Filters
from paintrack.model.entries import readings_of
from paintrack.model.selection import narrow_to_condition
from paintrack.model.serialization.csv_rows import rows_of
from paintrack.model.typed_text import visible_line
from paintrack.views.history.history_footer import filters_in_words, footer
from paintrack.views.history.narrow_history import NARROW, narrow_history
from paintrack.views.history.spoken_history import plain_history


def run(context: Context, filters: Filters, as_json: JsonOption = False) -> None:
    """Show the history as a table, newest last.

    paintrack list --for "lower back" --last 10
    """
    selection = filters.selection(context.now.date())
    with context.open_reader() as reader:
        entries = list(narrow_to_condition(reader.entries(selection), selection.condition))
        session_times = reader.session_times() if readings_of(entries) and not as_json else []
        totals = reader.counts()
    if as_json:
        context.console.say_json([*rows_of(entries)])
        return
    if not totals:
        context.console.say("Nothing saved yet. Start with: paintrack before 7")
        return
    if not entries:
        context.console.say(f"Nothing fits: {visible_line(filters_in_words(selection))}. All there is: paintrack list")
        return
    lines, below = (
        history_lines_of(entries, session_times),
        footer(entries, totals, selection, is_spoken=context.console.plain),
    )
    if context.console.plain:
        context.console.say(plain_history(lines, below))
        return
    if context.console.width < NARROW:
        context.console.say(
            narrow_history(lines, below, width=context.console.width, ascii_only=context.console.ascii_only)
        )
        return
    from paintrack.views.history.history_table import history_table

    context.console.say(
        history_table(
            lines,
            below,
            width=context.console.width,
            ascii_only=context.console.ascii_only,
            colour=context.console.colour,
        )
    )

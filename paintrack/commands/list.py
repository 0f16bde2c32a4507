"""The history: one line of time, newest last."""

from paintrack.analysis.history_lines import filters_in_words, footer, lines_of
from paintrack.commands._shared.context import Here
from paintrack.commands._shared.filters import Filters
from paintrack.commands._shared.options import JsonOption
from paintrack.model.entry import readings_of
from paintrack.model.selection import each_narrowed
from paintrack.model.serialization.csv_rows import rows_of
from paintrack.model.text import visible_line
from paintrack.views.history.narrow_history import NARROW, narrow_history
from paintrack.views.history.plain_history import plain_history


def run(here: Here, filters: Filters, as_json: JsonOption = False) -> None:
    """Show the history as a table, newest last.

    paintrack list --for "lower back" --last 10
    """
    selection = filters.selection()
    with here.reading() as reader:
        shown = list(each_narrowed(reader.entries(selection), selection.condition))
        course = reader.session_times() if readings_of(shown) and not as_json else []
        totals = reader.counts()
    if as_json:
        here.say_json([*rows_of(shown)])
        return
    if not totals:
        here.say("Nothing saved yet. Start with: paintrack before 7")
        return
    if not shown:
        here.say(f"Nothing fits: {visible_line(filters_in_words(selection))}. All there is: paintrack list")
        return
    lines, below = lines_of(shown, course), footer(shown, totals, selection, is_spoken=here.plain)
    if here.plain:
        here.say(plain_history(lines, below))
        return
    if here.width < NARROW:
        here.say(narrow_history(lines, below, width=here.width, ascii_only=here.ascii_only))
        return
    from paintrack.views.history.history_table import history_table

    here.say(history_table(lines, below, width=here.width, ascii_only=here.ascii_only, colour=here.colour))

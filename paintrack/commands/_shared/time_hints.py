"""A hint on how the time of a saved entry was understood, if something else may be meant."""

from collections.abc import Iterable
from datetime import datetime

from paintrack.commands._shared.terminal.console import Console
from paintrack.model.entries import AnyEntry
from paintrack.model.typed.dates.clock_changes import is_second_time, second_time
from paintrack.model.typed.dates.suggested_times import timed_form
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.time_hint import came_twice_hint, without_time_hint


def show_time_hint(console: Console, typed: str, moment: Moment, saved: Iterable[AnyEntry], now: datetime) -> None:
    """Show a hint if the clock showed the moment twice, or if no hour was named.

    It names the entries among `saved` that have this moment as their own time, because only there can it be corrected.
    """
    labels, width = [entry.label for entry in saved if entry.when == moment], console.error_width
    second = second_time(moment)
    if second is not None and second.at <= now:
        console.hint(came_twice_hint(moment, labels, f"{second.at:%Y-%m-%d %H:%M%z}", width))
    elif moment.time_given and is_second_time(moment):
        console.hint(came_twice_hint(moment, labels, "", width))
    elif not moment.time_given and (form := timed_form(typed, now)):
        console.hint(without_time_hint(typed, moment, labels, form, width))

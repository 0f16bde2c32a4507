"""What the table and the narrow form of the history share: months, days and the words of a row."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from paintrack.model.displayed_text import visible_line
from paintrack.model.values.moment import Moment
from paintrack.views.history.history_line_data import HistoryLine
from paintrack.views.text_style import DIM, painted
from paintrack.views.value_words import change_in_words, show_day

DAY = 6  # columns: 'Mon  6'


def by_month(lines: Sequence[HistoryLine]) -> Iterator[tuple[str, list[HistoryLine]]]:
    """Each month's name, `July 2026`, and its lines, in their order."""
    for month, group in groupby(lines, _month):
        yield month, list(group)


def _month(line: HistoryLine) -> str:
    return show_day(line.when.day, weekday=False, long=True).partition(" ")[2]


def month_rule(month: str, width: int, *, ascii_only: bool, colours: int) -> str:
    """The rule above a month, `── July 2026 ───`, `width` columns wide."""
    glyph = "-" if ascii_only else "─"
    return painted(f"{glyph * 2} {month} {glyph * (width - len(month) - 4)}", DIM, colours=colours)


def day_of_month(when: Moment) -> str:
    """The day below the rule of its month, `Mon  6`, always six columns wide."""
    weekday, day, _ = show_day(when.day, year=False).split()
    return f"{weekday} {day:>2}"


def facts(line: HistoryLine) -> list[str]:
    """What stands at the right: a rise, when a reading was taken, what is missing, side effects and the like."""
    rise = [change_in_words(line.before or 0, line.after or 0)] if (line.change or 0) > 0 else []
    return [visible_line(each) for each in (*rise, *([line.since] if line.since else []), *line.also)]


def facts_in_words(line: HistoryLine) -> str:
    """The facts one after the other: `2 higher, bruise`."""
    return ", ".join(facts(line))


def words_of_line(line: HistoryLine) -> str:
    """The text of an entry without scores, or of a serious side effect, with its state (`done`)."""
    return ", ".join([visible_line(line.labelled_text), *line.also])

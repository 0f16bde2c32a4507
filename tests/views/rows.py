"""Reads the rows of a list back."""

import re
from collections import Counter
from collections.abc import Sequence

from paintrack.analysis.history_lines import HistoryLine
from paintrack.model.moment import show_day
from paintrack.model.score import show_score
from paintrack.views.history.narrow_history import short_date

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9])?")


def scores_are_all_there(lines: Sequence[HistoryLine], rows: Sequence[str]) -> None:
    """Hold that row after row, the line's id, date and scores stand there whole."""
    assert rows[len(lines)] == ""
    for line, row in zip(lines, rows, strict=False):
        rest = row
        if line.is_first:
            dates = (show_day(line.when.day, weekday=False), short_date(line.when).strip())
            start, _, rest = next(row.partition(date) for date in dates if date in row)
            assert start.split()[0] == line.label
        stored = [show_score(each) for each in (line.before, line.after, line.reading) if each is not None]
        assert Counter(stored) <= Counter(_NUMBER.findall(rest)), row

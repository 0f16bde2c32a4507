"""Reads the rows of a list back."""

import re
from collections import Counter
from collections.abc import Sequence

from paintrack.views.history.history_line_data import HistoryLine
from paintrack.views.history.history_row_parts import day_of_month
from paintrack.views.history.narrow_history import LEAST_ID
from paintrack.views.value_words import show_score

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9])?")


def entry_rows(lines: Sequence[HistoryLine], text: str) -> list[list[str]]:
    """The rows of each entry in a list without a footer: without the heading and the months."""
    ids = max([LEAST_ID, *(len(line.label) for line in lines)])
    entries: list[list[str]] = []
    for row in text.removesuffix("\n").split("\n")[1:]:
        if row[:ids].strip() and row[:2] not in ("──", "--"):
            entries.append([row])
        # A long heading goes on in its second line.
        elif entries and row[:2] not in ("──", "--"):
            entries[-1].append(row)
    return entries


def scores_are_all_there(lines: Sequence[HistoryLine], text: str) -> None:
    """Hold that the rows have each entry's id, day and scores, in the order of the lines."""
    entries = entry_rows(lines, text)
    firsts = [line for line in lines if line.is_first]
    assert len(entries) == len(firsts)
    stored: list[Counter[str]] = []
    for line in lines:
        stored += [Counter()] if line.is_first else []
        stored[-1].update(show_score(each) for each in (line.before, line.after, line.reading) if each is not None)
    for line, rows, scores in zip(firsts, entries, stored, strict=True):
        label, day = rows[0].split()[0], day_of_month(line.when)
        assert label == line.label
        _, _, rest = rows[0].partition(day)
        assert rest or not scores
        assert scores <= Counter(_NUMBER.findall("\n".join([rest, *rows[1:]]))), rows

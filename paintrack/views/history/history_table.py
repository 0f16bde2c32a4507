"""The history as a table: a rule for each month, scores on the heat ramp, each session as a sideways dumbbell."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from paintrack.model.displayed_text import isolated
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.history.history_dumbbell import dumbbell
from paintrack.views.history.history_line_data import HistoryLine
from paintrack.views.history.history_row_parts import (
    DAY,
    by_month,
    day_of_month,
    facts_in_words,
    month_rule,
    words_of_line,
)
from paintrack.views.history.narrow_history import LEAST_ID, narrow_history
from paintrack.views.text_layout import pack, width_of, wrap
from paintrack.views.text_style import BOLD, painted
from paintrack.views.value_words import show_score

_LEAST_CONDITION = 11
_LEAST_FACTS, _FEW_FACTS = 12, 20  # columns for facts: their least, and how many a long condition leaves them
_BLOCK = 4  # columns of a score on the heat ramp: '  8 ', ' 10 ', '7.5 '
_SCORES = 13  # columns below 'before  after'
_BEFORE, _READING, _AFTER = 2, 6, 9  # the columns among these where the blocks begin
_GAP = "  "
_WIDE, _WIDE_STEP = 100, 2  # on a screen so wide, a point of the scale may take two columns, so that halves show


class _Layout(NamedTuple):
    """How wide the columns are; `step` is how many the scale has for each point, 0 if there are no scores at all."""

    ids: int
    condition: int
    step: int
    facts: int

    @property
    def start(self) -> int:
        """The column in which the words of an entry without scores begin."""
        return self.ids + DAY + 2 * len(_GAP)


def history_table(
    lines: Sequence[HistoryLine], footer: Sequence[str], *, width: int, ascii_only: bool, colours: int
) -> str:
    """The table with the footer below it, each line at most `width` columns (40 or more); nothing in it is cut.

    If there is no room for the scale, it is the narrow form.
    """
    layout = _layout(lines, width)
    if layout is None:
        return narrow_history(lines, footer, width=width, ascii_only=ascii_only, colours=colours)
    rows = [painted(_heading(lines, layout), BOLD, colours=colours)]
    for month, group in by_month(lines):
        rows.append(month_rule(month, width, ascii_only=ascii_only, colours=colours))
        for line in group:
            rows += _rows(line, layout, width, ascii_only=ascii_only, colours=colours)
    return "\n".join([*rows, pack(footer, width, gap="   ", dropped="", indent="")])


def _layout(lines: Sequence[HistoryLine], width: int) -> _Layout | None:
    """The widths of the columns; None if the scale does not fit."""
    ids = max([LEAST_ID, *(len(line.label) for line in lines)])
    rated = [line for line in lines if line.condition]
    fact_words = max((width_of(facts_in_words(line)) for line in lines if not line.text), default=0)
    if not rated:
        room = width - ids - DAY - 2 * len(_GAP)
        return _Layout(ids, 0, 0, room) if room >= min(fact_words, _LEAST_FACTS) else None
    condition = max(_LEAST_CONDITION, *(width_of(isolated(line.condition)) for line in rated))
    # What is left beside the id, the day, the scores, the scale at one column a point (11) and the gaps between them.
    room = width - ids - DAY - _SCORES - 11 - 4 * len(_GAP) - 1 - (len(_GAP) if fact_words else 0)
    if room < _LEAST_CONDITION + min(fact_words, _LEAST_FACTS):
        return None
    step = _WIDE_STEP if width >= _WIDE and room - condition - min(fact_words, 2 * _FEW_FACTS) >= 10 else 1
    room -= 10 * (step - 1)
    condition = min(condition, max(_LEAST_CONDITION, room - min(fact_words, _FEW_FACTS)))
    return _Layout(ids, condition, step, room - condition)


def _heading(lines: Sequence[HistoryLine], layout: _Layout) -> str:
    start = f"{'id':>{layout.ids}}{_GAP}{'day':<{DAY}}"
    if not layout.step:
        return start.rstrip()
    has_sessions = any(line.condition and line.reading is None for line in lines)
    scores = "before  after" if has_sessions else f"{'score':^{_SCORES}}"
    scale = f"0{'5':>{5 * layout.step}}{'10':>{5 * layout.step}}"
    return f"{start}{_GAP}{'condition':<{layout.condition}}{_GAP}{scores}{_GAP} {scale}"


def _rows(line: HistoryLine, layout: _Layout, width: int, *, ascii_only: bool, colours: int) -> Iterator[str]:
    """The row of a line, and below it those of its words that need more room."""
    label, day = (line.label, day_of_month(line.when)) if line.is_first else ("", "")
    start = f"{label:>{layout.ids}}{_GAP}{day:<{DAY}}"
    below = " " * layout.start
    if line.text or not layout.step:
        words = wrap(words_of_line(line) if line.text else facts_in_words(line), width - layout.start)
        style = BOLD if line.is_serious else ""
        for place, part in enumerate(words):
            yield f"{below if place else start + _GAP}{painted(part, style, colours=colours)}".rstrip()
        return
    names = wrap(isolated(line.condition), layout.condition)
    words = wrap(facts_in_words(line), max(layout.facts, 1))
    drawn = (
        f"{_scores(line, colours=colours)}{_GAP} {dumbbell(line, layout.step, ascii_only=ascii_only, colours=colours)}"
    )
    blank = " " * (_SCORES + len(_GAP) + 1 + 10 * layout.step + 1)
    for place, (name, part) in enumerate(zip_longest(names, words, fillvalue="")):
        before = below if place else start + _GAP
        condition = f"{name}{' ' * (layout.condition - width_of(name))}"
        yield f"{before}{condition}{_GAP}{blank if place else drawn}{_GAP}{part}".rstrip()


def _scores(line: HistoryLine, *, colours: int) -> str:
    """The scores below `before  after`; a reading, which is neither, stands between the two."""
    text, column = "", 0
    for score, begins in ((line.before, _BEFORE), (line.reading, _READING), (line.after, _AFTER)):
        if score is not None:
            block = heat_cell(f"{show_score(score):>{_BLOCK - 1}} ", score, colours)
            text += f"{' ' * (begins - column)}{block}"
            column = begins + _BLOCK
    return f"{text}{' ' * (_SCORES - column)}"

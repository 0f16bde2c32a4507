"""The history on a narrow screen: a rating or a reading on one line, the text of a note on as many as it needs."""

from collections.abc import Sequence
from typing import NamedTuple

from paintrack.model.typed.typed_text import folded, isolated
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.history.history_lines import HistoryLine
from paintrack.views.history.history_rows import DAY, by_month, day_of_month, month_rule, short_facts, words_of_line
from paintrack.views.history.score_marks import BOLD, painted
from paintrack.views.text_layout import fill, pack, truncate, width_of
from paintrack.views.value_words import show_score

LEAST_ID = 4  # the columns stay in place from '1' to '1000' and 'r100'
_RATED = "rated "
_NAME = 6  # columns to which a condition may be cut in favour of other words


class _Scores(NamedTuple):
    """How wide the scores on arrival and on leaving are, and how wide the column that holds both or a reading is."""

    before: int
    after: int
    all: int


def narrow_history(
    lines: Sequence[HistoryLine], footer: Sequence[str], *, width: int, ascii_only: bool, colours: int
) -> str:
    """A row for each line: id, day, `7 -> 5` or `rated 4`, other words cut to fit `width`; texts wrapped.

    `width` is 40 or more. The condition stands in each row if there are several, else in the heading.
    """
    ids = max([LEAST_ID, *(len(line.label) for line in lines)])
    names = {folded(line.condition): line.condition for line in lines if line.condition}
    only = isolated(next(iter(names.values()))) if len(names) == 1 else ""
    columns = _columns(lines)
    heading = truncate(f"{'id':>{ids}} {'day':<{DAY}}  {only}".rstrip(), width, ascii_only=ascii_only)
    rows = [painted(heading, BOLD, colours=colours)]
    for month, group in by_month(lines):
        rows.append(month_rule(month, width, ascii_only=ascii_only, colours=colours))
        for line in group:
            start = f"{line.label:>{ids}} {day_of_month(line.when)}" if line.is_first else " " * (ids + 1 + DAY)
            room = width - ids - DAY - 3
            if line.text:
                text = fill(words_of_line(line), width, first=f"{start}  ", rest=" " * (width - room))
                rows += text.split("\n")
                continue
            room -= columns.all + 2
            words = _named(line, room, ascii_only=ascii_only) if len(names) > 1 else short_facts(line) or line.since
            scores = _scores(line, columns, colours=colours)
            rows.append(f"{start}  {scores}  {truncate(words, room, ascii_only=ascii_only)}".rstrip())
    return "\n".join([*rows, pack(footer, width, gap="   ", dropped="", indent="")])


def _columns(lines: Sequence[HistoryLine]) -> _Scores:
    before = max((len(show_score(line.before)) for line in lines), default=0)
    after = max((len(show_score(line.after)) for line in lines), default=0)
    readings = max((len(_RATED + show_score(line.reading)) for line in lines if line.reading is not None), default=0)
    has_sessions = any(line.condition and line.reading is None for line in lines)
    return _Scores(before, after, max(before + len(" -> ") + after if has_sessions else 0, readings))


def _scores(line: HistoryLine, columns: _Scores, *, colours: int) -> str:
    """`7 -> 5` with aligned arrows, `rated 4` for a reading, blank without a score; `columns.all` wide."""

    def number(score: float | None, text: str) -> str:
        return text if score is None else heat_cell(text, score, colours)

    if line.reading is not None:
        text = show_score(line.reading)
        return f"{_RATED}{number(line.reading, text)}{' ' * (columns.all - len(_RATED) - len(text))}"
    if not line.condition:
        return " " * columns.all
    before = number(line.before, f"{show_score(line.before):>{columns.before}}")
    after = number(line.after, f"{show_score(line.after):<{columns.after}}")
    return f"{before} -> {after}{' ' * (columns.all - columns.before - len(' -> ') - columns.after)}"


def _named(line: HistoryLine, room: int, *, ascii_only: bool) -> str:
    """The words after the condition, which is cut in their favour as far as it may be."""
    name, words = isolated(line.condition), short_facts(line)
    if not (name and words):
        return name or words
    return f"{truncate(name, max(_NAME, room - width_of(words) - 2), ascii_only=ascii_only)}, {words}"

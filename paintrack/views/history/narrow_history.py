"""The history on a narrow screen: the scores as `7 -> 5`, without a scale; words on as many lines as they need."""

from collections.abc import Sequence
from typing import NamedTuple

from paintrack.model.displayed_text import isolated
from paintrack.model.typed.typed_text import folded
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.history.history_line_data import HistoryLine
from paintrack.views.history.history_row_parts import DAY, by_month, day_of_month, facts, month_rule, words_of_line
from paintrack.views.text_layout import fill, pack, punctuated, wrap
from paintrack.views.text_style import BOLD, painted
from paintrack.views.value_words import show_score

LEAST_ID = 4  # the columns stay in place from '1' to '1000' and 'r100'
_RATED = "rated "


class _Scores(NamedTuple):
    """How wide the scores on arrival and on leaving are, and how wide the column that holds both or a reading is."""

    before: int
    after: int
    all: int


def narrow_history(
    lines: Sequence[HistoryLine], footer: Sequence[str], *, width: int, ascii_only: bool, colours: int
) -> str:
    """A row for each line: id, day, `7 -> 5` or `rated 4`, then the other words, wrapped; nothing is cut.

    `width` is 40 or more. The condition stands in each row if there are several, else in the heading.
    """
    ids = max([LEAST_ID, *(len(line.label) for line in lines)])
    names = {folded(line.condition): line.condition for line in lines if line.condition}
    only = isolated(next(iter(names.values()))) if len(names) == 1 else ""
    columns = _columns(lines)
    first = f"{'id':>{ids}} {'day':<{DAY}}  "
    heading = fill(only, width, first=first, rest=" " * len(first))
    rows = [painted(line.rstrip(), BOLD, colours=colours) for line in heading.split("\n")]
    for month, group in by_month(lines):
        rows.append(month_rule(month, width, ascii_only=ascii_only, colours=colours))
        for line in group:
            start = f"{line.label:>{ids}} {day_of_month(line.when)}" if line.is_first else " " * (ids + 1 + DAY)
            room = width - ids - DAY - 3
            if line.text:
                style = BOLD if line.is_serious else ""
                for place, part in enumerate(wrap(words_of_line(line), room)):
                    before = " " * (width - room) if place else f"{start}  "
                    rows.append(f"{before}{painted(part, style, colours=colours)}".rstrip())
                continue
            room -= columns.all + 2
            named = [isolated(line.condition)] if len(names) > 1 and line.condition else []
            pieces = punctuated([*named, *facts(line)] or [""])
            words, *continued = pack(pieces, room, dropped="", indent="").split("\n")
            rows.append(f"{start}  {_scores(line, columns, colours=colours)}  {words}".rstrip())
            rows += [" " * (width - room) + part for part in continued]
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

"""The history as a table, drawn by rich. As the screen gets narrower, columns leave in a fixed order, so that no
number and no date is ever cut.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from paintrack.analysis.history_lines import HistoryLine
from paintrack.model.moment import Moment, show_day
from paintrack.model.score import show_score
from paintrack.model.typed_text import isolated, visible_line
from paintrack.views.history.narrow_history import LEAST_ID, change_bar, narrow_history, short_date
from paintrack.views.text_layout import pack, truncate, width_of

# Blue and orange of the 256 colours, as in the chart; the sign says the same without them.
_LOWER, _HIGHER, _HEADER, _RULE = "color(33)", "color(166)", "bold", "dim"
_LEAST_BAR = 4  # few changes are greater, so that the columns stay in place from one listing to the next
_LEAST_CONDITION, _LEAST_ALSO = 9, 10  # its own heading; 'now 7.5' with the three dots of a cut


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which parts are drawn. `words`: the columns that condition and remarks keep before another part leaves."""

    words: int = 40
    bar: bool = True
    weekday: bool = True
    century: bool = True
    gap: int = 2
    change: bool = True
    reading: bool = True


def _layouts() -> Iterator[_Layout]:
    """Layouts from everything to the least: decoration leaves first, then what follows from other columns.

    A reading that has lost its column stands among the remarks: 'now 4'.
    """
    yield (layout := _Layout())
    yield (layout := replace(layout, bar=False, words=12))
    yield (layout := replace(layout, weekday=False))
    yield (layout := replace(layout, century=False))
    yield (layout := replace(layout, gap=1))
    yield (layout := replace(layout, change=False))
    yield (layout := replace(layout, reading=False))
    yield replace(layout, words=0)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table; its words may be cut down to `shrinks_to` columns of the screen (None: never cut)."""

    name: str
    cells: list[Text]
    justify: Literal["left", "right"] = "left"
    shrinks_to: int | None = None

    @property
    def wanted(self) -> int:
        """The width at which nothing is cut."""
        return max([len(self.name), *(width_of(cell.plain) for cell in self.cells)])


def history_table(
    lines: Sequence[HistoryLine], footer: Sequence[str], *, width: int, ascii_only: bool, colour: bool
) -> str:
    """The table with the footer below it, each line at most `width` columns (45 or more).

    A column without anything in it is left out. Where even the least does not fit (long ids), the narrow form.
    """
    for layout in _layouts():
        columns = _columns(lines, layout, ascii_only=ascii_only)
        widths = _widths(columns, layout, width)
        if widths:
            table = _drawn(columns, widths, layout, ascii_only=ascii_only, colour=colour)
            table = _with_texts(table, lines, widths, layout, width, ascii_only=ascii_only)
            return "\n".join([*table, "", pack(footer, width, dropped="", indent="")])
    return narrow_history(lines, footer, width=width, ascii_only=ascii_only)


def _with_texts(
    table: list[str],
    lines: Sequence[HistoryLine],
    widths: Sequence[int],
    layout: _Layout,
    width: int,
    *,
    ascii_only: bool,
) -> list[str]:
    """The table, with the text of entries without scores (notes) running across all columns after id and date."""
    start = widths[0] + widths[1] + 2 * layout.gap
    *heading, first = range(len(table) - len(lines) + 1)
    rows = [table[row] for row in heading]
    for row, line in zip(table[first:], lines, strict=True):
        words = ", ".join([visible_line(line.labelled_text), *line.also])
        text = isolated(truncate(words, width - start, ascii_only=ascii_only))
        rows.append(f"{row.ljust(start)[:start]}{text}" if line.text else row)
    return rows


def _columns(lines: Sequence[HistoryLine], layout: _Layout, *, ascii_only: bool) -> list[_Column]:
    """The columns that are not empty, in their order."""

    def cells(show: Callable[[HistoryLine], str]) -> list[Text]:
        return [Text(show(line)) for line in lines]

    columns = [
        _Column("id".rjust(LEAST_ID), cells(lambda line: line.label if line.is_first else ""), "right"),
        _Column("date", cells(lambda line: _date(line.when, layout) if line.is_first else "")),
        _Column(
            "condition",
            cells(lambda line: visible_line(line.condition)),
            shrinks_to=max(layout.words, _LEAST_CONDITION),
        ),
    ]
    if any(line.condition and line.reading is None for line in lines):
        # A missing score is a blank below its heading, also when it is missing everywhere.
        columns.append(_Column("before", cells(lambda line: show_score(line.before)), "right"))
        columns.append(_Column("after", cells(lambda line: show_score(line.after)), "right"))
    optional_columns = [
        _Column("also", cells(lambda line: _also(line, layout)), shrinks_to=max(layout.words, _LEAST_ALSO))
    ]
    if layout.change:
        optional_columns.insert(0, _change(lines, layout, ascii_only=ascii_only))
    if layout.reading:
        optional_columns.insert(0, _Column("reading", cells(lambda line: show_score(line.reading)), "right"))
    return columns + [column for column in optional_columns if any(column.cells)]


def _date(when: Moment, layout: _Layout) -> str:
    if not layout.century:
        return short_date(when)
    weekday = f"{show_day(when.day)[:3]} " if layout.weekday else ""
    return f"{weekday}{show_day(when.day, weekday=False):>11}"


def _change(lines: Sequence[HistoryLine], layout: _Layout, *, ascii_only: bool) -> _Column:
    """After minus before with its sign, and the bar while there is room for it."""
    numbers = ["" if line.change is None else f"{line.change:{'+' if line.change else ''}g}" for line in lines]
    if not layout.bar:
        return _Column("change", [Text(number) for number in numbers], "right")
    width = max(2, *map(len, numbers)) if numbers else 2
    cells = [
        Text.assemble(
            f"{number:>{width}} ",
            (change_bar(line, ascii_only=ascii_only), _LOWER if number.startswith("-") else _HIGHER),
        )
        if number
        else Text()
        for line, number in zip(lines, numbers, strict=True)
    ]
    return _Column("change".ljust(width + 1 + _LEAST_BAR), cells)


def _also(line: HistoryLine, layout: _Layout) -> str:
    now = [] if layout.reading or line.reading is None else [f"now {show_score(line.reading)}"]
    words = [*now, *([line.since] if line.since else []), *line.also]
    return "" if line.text else visible_line(", ".join(words))


def _widths(columns: Sequence[_Column], layout: _Layout, room: int) -> list[int]:
    """How wide each column is drawn, in all at most `room`; empty when they do not fit."""
    wanted = [column.wanted for column in columns]
    widths = [
        most if column.shrinks_to is None else min(most, column.shrinks_to)
        for column, most in zip(columns, wanted, strict=True)
    ]
    spare = room - sum(widths) - layout.gap * (len(columns) - 1)
    if spare < 0:
        return []
    while spare and (growing := [place for place, width in enumerate(widths) if width < wanted[place]]):
        widths[min(growing, key=widths.__getitem__)] += 1
        spare -= 1
    return widths


def _drawn(
    columns: Sequence[_Column], widths: Sequence[int], layout: _Layout, *, ascii_only: bool, colour: bool
) -> list[str]:
    table = Table(box=None, padding=(0, layout.gap, 0, 0), pad_edge=False, header_style="")
    for column, width in zip(columns, widths, strict=True):
        rule = ("-" if ascii_only else "─") * width
        header = Text.assemble((column.name, _HEADER), "\n", (rule, _RULE))
        table.add_column(header, justify=column.justify, width=width, no_wrap=True, overflow="crop")
    for row in zip(*(_fitted(*each, ascii_only=ascii_only) for each in zip(columns, widths, strict=True)), strict=True):
        table.add_row(*row)
    # rich must not look at the environment: the caller has decided on width and colour.
    console = Console(
        file=io.StringIO(),
        width=sum(widths) + layout.gap * len(widths),
        color_system="256" if colour else None,
        force_terminal=colour,
        force_jupyter=False,
        no_color=not colour,
        legacy_windows=False,
    )
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines()]


def _fitted(column: _Column, width: int, *, ascii_only: bool) -> list[Text]:
    """The cells of a column as they are drawn; only words are ever cut."""
    if column.shrinks_to is None:
        return column.cells
    return [Text(isolated(truncate(cell.plain, width, ascii_only=ascii_only))) for cell in column.cells]

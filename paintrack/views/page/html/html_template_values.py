"""The values for the template of the HTML page: all in words, so that the template only places them."""

from collections.abc import Sequence
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, ChartData, DatedScore
from paintrack.views.page.answers_to_main_questions import Answer
from paintrack.views.page.html.html_template_rendering import CSS_SHEETS
from paintrack.views.page.page_content import (
    BEFORE_NEEDLING,
    PAGE_SCALE,
    SERIOUS_TITLE,
    Block,
    Page,
    SeriousLine,
)
from paintrack.views.page.sparkline import newest_in_words, spark_points
from paintrack.views.page.typographic_signs import typeset_arrows, typeset_number
from paintrack.views.text_layout import width_of
from paintrack.views.value_words import counted, show_day, show_score

# The letters on paper are larger for at most so many lines (of `_LINE` columns), and smaller from so many on.
_FEW_LINES, _MANY_LINES, _LINE = 18, 34, 95
_SPARK_WIDTH, _SPARK_HEIGHT = 90, 18
_LONGEST_WORD = 15  # columns; a longer word is uncommon and may have to break
_MOST_SCORES = 1000  # rows of the folded table, as many as a browser shows at once


class HtmlCell(NamedTuple):
    """A cell of a table; its `style` is a CSS class or empty.

    The classes: `number` for a cell aligned at the right, `title` for the title of the table, `breaks` for a word that
    may have to break.
    """

    text: str
    style: str


class HtmlRow(NamedTuple):
    """A row of a table: its name, the cells after it, and the weekday of a name that is a day, else empty."""

    name: str
    cells: Sequence[HtmlCell]
    weekday: str = ""


class HtmlPart(NamedTuple):
    """One part of the page; the shape of its `rows` depends on its `kind`, as the template shows."""

    kind: str
    title: str
    subtitle: str
    title_style: str
    head: Sequence[HtmlCell]
    rows: Sequence[Sequence[str] | HtmlRow]


class HtmlWords(NamedTuple):
    """The words that all forms of the page share."""

    serious: str = SERIOUS_TITLE.upper()
    needling: str = BEFORE_NEEDLING


class PageCharts(NamedTuple):
    """The same scores in three drawings: wide, for half a window, and for a phone; each is one `svg` element."""

    wide: str
    middle: str
    narrow: str


class HtmlPage(NamedTuple):
    """All that stands on the HTML page, in words except for the drawings; the template shows where each is placed."""

    title: str
    printed: str
    sheet: str
    letters: str
    words: HtmlWords
    name: str | None
    before_needling: str | None
    period: str
    scale: str
    serious: Sequence[SeriousLine]
    no_serious: str
    answers: Sequence[Answer]
    more_answers: Sequence[tuple[str, str]]
    remarks: Sequence[HtmlPart]
    charts: PageCharts | None
    wide_parts: Sequence[HtmlPart]
    parts: Sequence[HtmlPart]
    scores: HtmlPart | None
    omissions: str
    closing: Sequence[str]


def html_values(page: Page, *, charts: PageCharts | None, paper: str | None) -> HtmlPage:
    """The values for the template; `paper` is `a4` or `letter`, or None for the page's own.

    The `charts` are passed on unchanged; None for no chart.
    """
    parts = [(_is_wide(block), _part(block)) for block in page.blocks]
    return HtmlPage(
        title=page.title,
        printed=page.printed,
        sheet=CSS_SHEETS[paper or page.paper],
        letters=_letters(page),
        words=HtmlWords(),
        name=page.name,
        before_needling=page.before_needling,
        period=page.period,
        scale=PAGE_SCALE,
        serious=page.serious,
        no_serious=page.no_serious,
        answers=[answer._replace(large=typeset_arrows(answer.large)) for answer in page.answers],
        more_answers=page.more_answers,
        remarks=list(map(_part, page.remarks)),
        charts=charts,
        wide_parts=[part for is_wide, part in parts if is_wide],
        parts=[part for is_wide, part in parts if not is_wide],
        scores=_all_scores(page.chart_data) if page.chart_data else None,
        omissions="; ".join(page.omissions),
        closing=page.closing,
    )


def _letters(page: Page) -> str:
    """How large the letters are on paper, so that the page takes as few sheets as it can."""
    texts = [text for _, text in (*((each.question, each.sentence) for each in page.answers), *page.more_answers)]
    texts += ["  ".join(row) for block in (*page.remarks, *page.blocks) for row in (block.head, *block.rows)]
    texts += [" ".join(each) for each in page.serious]
    # The approximate number of lines, without the chart and what every page has.
    lines = sum(block.ruled for block in page.remarks) + sum(-(-width_of(text) // _LINE) for text in texts)
    return "roomy" if lines <= _FEW_LINES else "usual" if lines < _MANY_LINES else "dense"


def _is_wide(block: Block) -> bool:
    """Whether the block takes the whole width: the last sessions, and texts with their days."""
    return block.has_title_in_head or _kind(block) == "dated"


def _part(block: Block) -> HtmlPart:
    kind, title_style = _kind(block), "hidden" if block.has_title_in_head else ""
    head: Sequence[HtmlCell] = ()
    rows: Sequence[Sequence[str] | HtmlRow]
    if kind == "table":
        head, table_rows = _table(block.head, block.rows, block.numbers)
        rows = table_rows
        if title_style:
            head = [head[0]._replace(style="title"), *head[1:]]
            rows = [*map(_with_weekday, table_rows)]
    elif kind == "conditions":
        drawn = [spark_points(scores, width=_SPARK_WIDTH, height=_SPARK_HEIGHT) for scores in block.sparks]
        rows = [
            (name, points, newest_in_words(scores), words)
            for (name, words), points, scores in zip(block.rows, drawn, block.sparks, strict=True)
        ]
    else:
        rows = block.rows or [()] * block.ruled
    return HtmlPart(kind, block.title, block.subtitle, title_style, head, rows)


def _with_weekday(row: HtmlRow) -> HtmlRow:
    """The row of a session with the weekday apart, for which a phone has no room."""
    weekday, _, day = row.name.partition(" ")
    return row._replace(name=day.strip(), weekday=weekday)


def _kind(block: Block) -> str:
    if block.head:
        return "table"
    if block.ruled:
        return "to-write"
    if block.sparks:
        return "conditions"
    if block.numbered:
        return "numbered"
    return "dated" if len(block.rows[0]) > 1 else "lines"


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]
) -> tuple[Sequence[HtmlCell], list[HtmlRow]]:
    styles = ["number" if place in numbers else "" for place in range(len(head))]
    cells = [list(map(_cell, row, styles)) for row in rows]
    return list(map(HtmlCell, head, styles)), [HtmlRow(name.text, other_cells) for name, *other_cells in cells]


def _cell(text: str, style: str) -> HtmlCell:
    is_long = max(map(width_of, text.split()), default=0) > _LONGEST_WORD
    return HtmlCell(typeset_number(text), style or "breaks" * is_long)


def _all_scores(chart_data: ChartData) -> HtmlPart:
    """Every score of the course, a row for each session and each reading, oldest first; of very many the newest."""
    rows = _reading_rows(chart_data.early)
    for bar in chart_data.bars:
        rows += [_session_row(bar), *_reading_rows(bar.readings)]
    bars, readings = len(chart_data.bars), len(rows) - len(chart_data.bars)
    numbers = [*([counted(bars, "session")] if bars else []), *([counted(readings, "reading")] if readings else [])]
    newest = f", the newest {_MOST_SCORES}" if len(rows) > _MOST_SCORES else ""
    head, cells = _table(("session", "day", "before", "after", "reading"), rows[-_MOST_SCORES:], (2, 3, 4))
    return HtmlPart("table", f"All scores: {', '.join(numbers)}{newest}", "", "", head, cells)


def _session_row(bar: Bar) -> tuple[str, ...]:
    return (bar.label, show_day(bar.day), show_score(bar.before) or "missing", show_score(bar.after) or "missing", "")


def _reading_rows(readings: Sequence[DatedScore]) -> list[tuple[str, ...]]:
    return [("reading", show_day(each.day), "", "", show_score(each.score)) for each in readings]

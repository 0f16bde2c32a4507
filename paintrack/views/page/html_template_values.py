"""What the template of the HTML page is filled with: every value in words, so that it only has to be placed."""

from collections.abc import Sequence
from typing import NamedTuple

from paintrack.analysis.condition.chart_data import Bar, DatedScore, Picture
from paintrack.model.typed.typed_text import isolated
from paintrack.views.page.html_template import CSS_SHEETS
from paintrack.views.page.page_answers import Answer
from paintrack.views.page.page_content import BEFORE_NEEDLING, CHECKED, PAGE_SCALE, SERIOUS, Block, Page, SeriousLine
from paintrack.views.page.spark_line import spark_points
from paintrack.views.page.typeset_signs import typeset_arrows, typeset_number
from paintrack.views.text_layout import width_of
from paintrack.views.value_words import counted, show_day, show_score

# Up to the first number of lines (`_LINE` columns long) the letters on paper are larger; from the second on, smaller.
_FEW_LINES, _MANY_LINES, _LINE = 18, 34, 95
_SPARK_WIDTH, _SPARK_HEIGHT = 90, 18
_LONGEST_WORD = 15  # columns: what is longer is no common word
_MOST_SCORES = 1000  # rows of the folded table: a browser shows no more at once


class HtmlCell(NamedTuple):
    """A cell of a table, its `style` a class or empty.

    `number` stands at the right of its column, `title` is the table's, `breaks` has a word that may have to break.
    """

    text: str
    style: str


class HtmlRow(NamedTuple):
    """A row of a table: its name and the cells after it."""

    name: str
    cells: Sequence[HtmlCell]


class HtmlPart(NamedTuple):
    """One part of the page; the template says which `kind` has which `rows`."""

    kind: str
    title: str
    subtitle: str
    title_style: str
    head: Sequence[HtmlCell]
    rows: Sequence[Sequence[str] | HtmlRow]


class HtmlWords(NamedTuple):
    """What every form of the page says alike."""

    serious: str = SERIOUS.upper()
    checked: str = CHECKED.upper()
    needling: str = BEFORE_NEEDLING


class PageCharts(NamedTuple):
    """The same scores in two drawings, `narrow` for a small screen; each is one `svg` element."""

    wide: str
    narrow: str


class HtmlPage(NamedTuple):
    """All that stands on the HTML page, in words but for the drawings; the template says what each is."""

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
    """The values for the template; `paper` is `a4` or `letter`, None: the page's.

    The `charts` go through as they are; None: none.
    """
    parts = [(_is_wide(block), _part(block)) for block in page.blocks]
    return HtmlPage(
        title=page.title,
        printed=page.printed,
        sheet=CSS_SHEETS[paper or page.paper],
        letters=_letters(page),
        words=HtmlWords(),
        name=page.name and isolated(page.name),
        before_needling=page.before_needling and isolated(page.before_needling),
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
        scores=_all_scores(page.picture) if page.picture else None,
        omissions="; ".join(page.omissions),
        closing=page.closing,
    )


def _letters(page: Page) -> str:
    """How large the letters are on paper, so that the page takes as few sheets as it can."""
    texts = [text for _, text in (*((each.question, each.sentence) for each in page.answers), *page.more_answers)]
    texts += ["  ".join(row) for block in (*page.remarks, *page.blocks) for row in (block.head, *block.rows)]
    texts += [" ".join(each) for each in page.serious]
    # About how many lines the words take, without the chart and what every page has.
    lines = sum(block.ruled for block in page.remarks) + sum(-(-width_of(text) // _LINE) for text in texts)
    return "roomy" if lines <= _FEW_LINES else "usual" if lines < _MANY_LINES else "dense"


def _is_wide(block: Block) -> bool:
    """Whether it takes the whole width: the last sessions, and texts with their days."""
    return _has_own_title(block) or _kind(block) == "dated"


def _has_own_title(block: Block) -> bool:
    """Whether it is a table with its title in the head, not above it."""
    return block.head[:1] == (block.title,)


def _part(block: Block) -> HtmlPart:
    kind, title_style = _kind(block), "hidden" if _has_own_title(block) else ""
    head: Sequence[HtmlCell] = ()
    rows: Sequence[Sequence[str] | HtmlRow]
    if kind == "table":
        head, rows = _table(block.head, block.rows, block.numbers)
        if title_style:
            head = [head[0]._replace(style="title"), *head[1:]]
    elif kind == "conditions":
        drawn = [spark_points(scores, width=_SPARK_WIDTH, height=_SPARK_HEIGHT) for scores in block.sparks]
        rows = [(isolated(name), points, words) for (name, words), points in zip(block.rows, drawn, strict=True)]
    else:
        rows = [(*cells, isolated(text)) for *cells, text in block.rows] or [()] * block.ruled
    return HtmlPart(kind, block.title, block.subtitle, title_style, head, rows)


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
    return list(map(HtmlCell, head, styles)), [HtmlRow(name.text, others) for name, *others in cells]


def _cell(text: str, style: str) -> HtmlCell:
    is_long = max(map(width_of, text.split()), default=0) > _LONGEST_WORD
    return HtmlCell(typeset_number(text), style or "breaks" * is_long)


def _all_scores(picture: Picture) -> HtmlPart:
    """Every score of the course, a row each session and each reading, the oldest first; of very many the newest."""
    rows = _reading_rows(picture.early)
    for bar in picture.bars:
        rows += [_session_row(bar), *_reading_rows(bar.readings)]
    bars, readings = len(picture.bars), len(rows) - len(picture.bars)
    numbers = [*([counted(bars, "session")] if bars else []), *([counted(readings, "reading")] if readings else [])]
    newest = f", the newest {_MOST_SCORES}" if len(rows) > _MOST_SCORES else ""
    head, cells = _table(("session", "day", "before", "after", "reading"), rows[-_MOST_SCORES:], (2, 3, 4))
    return HtmlPart("table", f"All scores: {', '.join(numbers)}{newest}", "", "", head, cells)


def _session_row(bar: Bar) -> tuple[str, ...]:
    return (bar.label, show_day(bar.day), show_score(bar.before) or "missing", show_score(bar.after) or "missing", "")


def _reading_rows(readings: Sequence[DatedScore]) -> list[tuple[str, ...]]:
    return [("reading", show_day(each.day), "", "", show_score(each.score)) for each in readings]

"""The page as Markdown, correct on code hosts and in pandoc; the patient's text never becomes markup."""

import re
from collections.abc import Iterator, Sequence

from paintrack.views.page.page_content import BEFORE_NEEDLING, PAGE_SCALE, SERIOUS_TITLE, Block, Page
from paintrack.views.page.sparkline import spark_text

# What starts markup anywhere in a line: in CommonMark, on code hosts (@name, #12, ~~, $) and in pandoc (^, @key);
# and the colon or dot of an address, which would become a link by itself: http://, www.
_ANYWHERE = re.compile(r"[\\`*_{\[\]<|~$^&#@]|(?<=http):|(?<=https):|(?<=ftp):|(?<=mailto):|(?<=www)\.", re.I)
# What starts a block at the beginning of a line: quotations, rules, definitions, and lists, even `a)` and `(iv)`.
_AT_START = re.compile(r"^(\(?(?:[0-9]{1,9}|[A-Za-z]|[IVXLCDMivxlcdm]+)(?=[.)](?!\S))|(?=[>:+=-]))")
_BLANK = r"\_" * 30


def page_markdown(page: Page, *, chart: str, ascii_only: bool = False) -> str:
    """The whole file, ending with a newline; `chart` is the chart as text, empty for none."""
    sentences = (*((each.question, each.sentence) for each in page.answers), *page.more_answers)
    parts = [
        f"# {escape_markdown(page.title)}",
        _line(page.printed),
        f"**Name:** {escape_markdown(page.name) if page.name else _BLANK} **Born:** {_BLANK}",
        f"**{BEFORE_NEEDLING}:** {escape_markdown(page.before_needling)}" if page.before_needling else "",
        _line(page.period),
        _line(PAGE_SCALE),
        _serious(page),
        "\n".join(f"- **{_label(label)}** {escape_markdown(text)}" for label, text in sentences),
        *(part for block in page.remarks for part in _block(block, ascii_only=ascii_only)),
        _fenced(chart) if chart else "",
        *(part for block in page.blocks for part in _block(block, ascii_only=ascii_only)),
    ]
    if page.omissions:
        parts += ["## Left out", "\n".join(f"- {_line(text)}" for text in page.omissions)]
    parts += ["-----", *map(_line, page.closing)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _label(text: str) -> str:
    """The label of an answer: a question as it is, anything else with a colon."""
    return escape_markdown(text) if text.endswith("?") else f"{escape_markdown(text)}:"


def _serious(page: Page) -> str:
    """The serious symptoms as a quotation, which Markdown draws with a border; one line if there are none."""
    if not page.serious:
        return f"**{SERIOUS_TITLE.upper()}:** {page.no_serious}"
    lines = [f"**! {SERIOUS_TITLE.upper()}**"]
    for each in page.serious:
        quoted_words = f' "{escape_markdown(each.words)}",' if each.words else ""
        symptom = f"**! {escape_markdown(each.kind)}:**{quoted_words} {escape_markdown(each.noted)}"
        lines.append(f"{symptom} **{each.checked.upper()}** {_BLANK}")
    return "\n>\n".join(f"> {line}" for line in lines)


def escape_markdown(text: str) -> str:
    """`text` (one line) with all markup escaped, also for a table cell."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def _line(text: str) -> str:
    """`escape_markdown` for a text at the start of a line."""
    return _AT_START.sub(r"\1\\", escape_markdown(text))


def _fenced(chart: str) -> str:
    """The chart as code, between fences longer than any run of backticks in it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", chart)), default=0))
    return f"{fence}text\n{chart}\n{fence}"


def _block(block: Block, *, ascii_only: bool) -> Iterator[str]:
    yield f"## {escape_markdown(block.title)}" + (f" ({escape_markdown(block.subtitle)})" if block.subtitle else "")
    if block.head:
        yield _table(block)
    elif block.sparks:
        pairs = zip(block.rows, block.sparks, strict=True)
        yield "\n".join(f"- {_condition(row, scores, ascii_only=ascii_only)}" for row, scores in pairs)
    elif block.ruled:
        yield "\n".join(f"{number}. {_BLANK}" for number in range(1, block.ruled + 1))
    else:
        lines = (_line(" ".join(filter(None, row))) for row in block.rows)
        yield "\n".join(f"{f'{place}.' if block.numbered else '-'} {line}" for place, line in enumerate(lines, 1))


def _condition(row: Sequence[str], scores: Sequence[float], *, ascii_only: bool) -> str:
    """A condition in one line: its name, its scores drawn small, its words."""
    name, words = row
    spark = spark_text(scores, ascii_only=ascii_only)
    return f"**{escape_markdown(name)}:** {'; '.join(filter(None, [spark, escape_markdown(words)]))}"


def _table(block: Block) -> str:
    """A table with bars; each row stays on one line, so that no text can end the table."""
    rule = ["--:" if place in block.numbers else "---" for place in range(len(block.head))]
    rows = [map(escape_markdown, block.head), rule, *(map(escape_markdown, row) for row in block.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)

"""The page on a terminal of fewer than 80 columns: each title on a line of its own, its text indented below.

Nothing is left out for want of room, as a screen has no end; to print or keep as text there is `page_as_text`.
"""

from collections.abc import Iterator

from paintrack.model.displayed_text import visible_line
from paintrack.views.page.page_as_text import serious_box
from paintrack.views.page.page_content import (
    BEFORE_NEEDLING,
    CHANGE_HEADING,
    DAYS_SINCE,
    PAGE_SCALE,
    SERIOUS_TITLE,
    Block,
    Page,
)
from paintrack.views.page.sparkline import spark_text
from paintrack.views.page.spoken_page import cell_in_words
from paintrack.views.text_layout import fill, name_lines, pack, punctuated, width_of, wrap
from paintrack.views.text_table import table_lines, table_width

_INDENT = "  "
_GAP = 2  # columns between those of a table
_NOTHING = "-"


def narrow_page(page: Page, chart: str, *, width: int, ascii_only: bool = False) -> str:
    """The page around its `chart` (a text, empty for none), at most `width` columns wide, which are 40 or more."""
    lines = [*wrap(page.title.upper(), width), page.printed, *name_lines(page.name, width)]
    if page.before_needling:
        lines += wrap(f"{BEFORE_NEEDLING}: {page.before_needling}", width)
    rule = "-" * (width - 1)
    lines += [*wrap(page.period, width), *wrap(PAGE_SCALE, width), rule]
    lines += serious_box(page.serious, width) if page.serious else _titled(SERIOUS_TITLE, page.no_serious, width)
    for label, text in (*((each.question, each.sentence) for each in page.answers), *page.more_answers):
        lines += _titled(label, text, width)
    for block in page.remarks:
        lines += _block(block, width, ascii_only=ascii_only)
    if chart:
        lines += ["", *chart.splitlines(), ""]
    for block in page.blocks:
        lines += _block(block, width, ascii_only=ascii_only)
    if page.omissions:
        lines += _titled("Left out", "; ".join(page.omissions), width)
    lines += [rule, *(line for text in page.closing for line in wrap(text, width))]
    return "\n".join(lines)


def _titled(title: str, text: str, width: int) -> list[str]:
    return [*wrap(title.upper(), width), *_item(text, width)]


def _block(block: Block, width: int, *, ascii_only: bool) -> list[str]:
    subtitle = f" ({block.subtitle})" if block.subtitle else ""
    lines = wrap(block.title.upper() + subtitle, width)
    if block.ruled:
        # Lines to write on make sense only on paper.
        return [*lines, *_item("nothing noted", width)]
    if block.head:
        return [*lines, *_table(block, width)]
    widest_day = max(len(row[0]) for row in block.rows)
    for place, row in enumerate(block.rows):
        if block.sparks:
            spark = spark_text(block.sparks[place], ascii_only=ascii_only)
            lines += _item(f"{row[0]}: {'; '.join(filter(None, [spark, row[-1]]))}", width)
        elif block.numbered or len(row) > 1:
            lead = f"{place + 1}. " if block.numbered else row[0] and f"{row[0]:>{widest_day}}  "
            lines += _item(row[-1], width, lead)
        else:
            lines += _item(row[-1], width)
    return lines


def _item(text: str, width: int, lead: str = "") -> list[str]:
    """The text after its lead, with its further lines aligned below."""
    return fill(text, width, first=_INDENT + lead, rest=_INDENT + " " * width_of(lead)).split("\n")


def _table(block: Block, width: int) -> Iterator[str]:
    """The table if it fits, else each row in words. The title is not repeated in the head of the table."""
    head = ("" if block.head[0] == block.title else block.head[0], *block.head[1:])
    rows = [head, *block.rows]
    room = width - len(_INDENT)
    if head[-1] == CHANGE_HEADING and table_width(rows, _GAP) > room:
        # The scores alone may fit, and say it as well.
        rows = [row[:-1] for row in rows]
    if table_width(rows, _GAP) <= room:
        yield from (_INDENT + line for line in table_lines(rows, room, right=block.numbers, gap=_GAP))
        return
    # The scores come first, since people look for them first.
    columns = sorted(range(1, len(head)), key=lambda place: head[place] == DAYS_SINCE)
    for row in block.rows:
        facts = [cell_in_words(head[place], row[place]) for place in columns if row[place] != _NOTHING]
        # Days are aligned for the table, not for words.
        pieces = [f"{visible_line(row[0])}:", *(punctuated(facts) if facts else [])]
        yield from (_INDENT + line for line in pack(pieces, room, dropped="").split("\n"))

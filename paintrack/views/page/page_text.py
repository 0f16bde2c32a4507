"""The page as plain text: 80 columns, 60 lines, right on screen, through a pipe and on paper."""

from itertools import zip_longest

from paintrack.analysis.summary import Summary
from paintrack.views.page.page_content import (
    CHECKED,
    PAGE_SCALE,
    SERIOUS,
    Block,
    Page,
    build_page,
)
from paintrack.views.text_layout import fill, pad, table_lines, truncate, width_of, wrap

WIDTH, LINES = 80, 60
_LABEL = 17
_SHORT_BOX = 7
_RULE = "-" * (WIDTH - 1)
# Items in each list and columns of each text: the first that fit in 60 lines.
_ROOMS = ((8, 160), (5, 160), (5, 100), (3, 100), (3, 60), (2, 60), (1, 60), (1, 45), (0, 45))


def fitting_page(summary: Summary, chart: str) -> Page:
    """The page with as many items in each list, and as much of each text, as 60 lines hold beside the chart.

    Serious symptoms are never cut: with many of them a second sheet follows.
    """
    for most, longest in _ROOMS:
        page = build_page(summary, most=most, longest=longest)
        lines = _lines(page, chart)
        # At the tightest, blank lines leave before the last item of a list does.
        if len(lines if most > 1 else [*filter(None, lines)]) <= _most_lines(page):
            break
    return page


def _most_lines(page: Page) -> int:
    """60, and more where the box of serious symptoms, which is never cut, would crowd out the rest."""
    return LINES + max(len(_serious(page)) - _SHORT_BOX, 0)


def page_text(page: Page, chart: str) -> str:
    """The page around its chart (a text of its own, at most 80 columns wide; empty: none).

    Blank lines go where the page has more lines with them than its sheets hold.
    """
    lines = _lines(page, chart)
    return "\n".join(lines if len(lines) <= _most_lines(page) else filter(None, lines))


def _lines(page: Page, chart: str) -> list[str]:
    title = truncate(page.title.upper(), WIDTH - 3 - len(page.printed), ascii_only=True)
    title = pad(title, WIDTH - 1 - len(page.printed)) + page.printed
    who = wrap(f"Name {page.name}", WIDTH) if page.name else [f"Name {'_' * 32}   Born {'_' * 14}"]
    lines = [title, *who, *wrap(page.period, WIDTH), PAGE_SCALE, _RULE, *_serious(page)]
    for label, text in page.headlines:
        lines += _labelled(label, text)
    if chart:
        lines += ["", *filter(None, chart.splitlines())]
    for place, block in enumerate(page.blocks):
        # A blank line around each table; blocks beside their titles stand together.
        if place == 0 or block.head or _has_own_title(page.blocks[place - 1]):
            lines.append("")
        lines += _block(block)
    if page.omissions:
        lines += _labelled("Left out", "; ".join(page.omissions))
    return [*lines, _RULE, *(line for text in page.closing for line in wrap(text, WIDTH))]


def _serious(page: Page) -> list[str]:
    """The box of the serious symptoms, wrapped and never cut; one line where there are none."""
    if not page.serious:
        return [f"{SERIOUS.upper()} {page.no_serious}"]
    room = WIDTH - 5
    lines = [f"! {SERIOUS.upper()}"]
    for each in page.serious:
        quoted_words = f' "{each.words}",' if each.words else ""
        lines += fill(f"{each.kind}:{quoted_words} {each.noted}.", room, first="! ", rest="  ").split("\n")
        lines.append(f"  {CHECKED.upper()} {'_' * 24}")
    border = f"+{'-' * (WIDTH - 3)}+"
    return [border, *(f"| {pad(line, room)} |" for line in lines), border]


def _has_own_title(block: Block) -> bool:
    """Whether it is a table with its title in the head, not beside it."""
    return block.head[:1] == (block.title,)


def _block(block: Block) -> list[str]:
    if block.ruled:
        blank = "_" * (WIDTH - 1 - _LABEL)
        return [f"{block.title.upper() if not row else '':<{_LABEL}}{blank}" for row in range(block.ruled)]
    if block.head:
        return _table(block)
    subtitle = f"({block.subtitle}) " if block.subtitle else ""
    leads = [f"{number}. " if block.numbered else "" for number in range(1, len(block.rows) + 1)]
    if len(block.rows[0]) > 1:
        widest = max(len(row[0]) for row in block.rows)
        leads = [f"{row[0]:>{widest}}  " for row in block.rows]
    lines = []
    for place, (lead, row) in enumerate(zip(leads, block.rows, strict=True)):
        lines += _labelled("" if place else block.title, row[-1] if place else subtitle + row[-1], lead)
    return lines


def _table(block: Block) -> list[str]:
    """The title stands in the first column where the head repeats it, else in a column before the table."""
    is_own_column = not _has_own_title(block)
    head = block.head if is_own_column else (block.title.upper(), *block.head[1:])
    rows = [head, *block.rows]
    start = _LABEL if is_own_column else 0
    lines = table_lines(rows, WIDTH - start, right=block.numbers, cut=len(block.head) - 1)
    if not is_own_column:
        return lines
    beside = [block.title.upper(), *(wrap(f"({block.subtitle})", _LABEL - 1) if block.subtitle else [])]
    return [f"{label:<{_LABEL}}{line}" for label, line in zip_longest(beside[: len(lines)], lines, fillvalue="")]


def _labelled(label: str, text: str, lead: str = "") -> list[str]:
    """The text beside its label; a longer label, such as a condition's name, goes before the text."""
    if width_of(label) > _LABEL - 2:
        label, text = "", f"{label}: {text}"
    first = pad(label.upper(), _LABEL) + lead
    return fill(text, WIDTH, first=first, rest=" " * (_LABEL + len(lead))).split("\n")

"""The page as plain text: 80 columns, sheets of 60 lines, suited to most screens, pipes and paper."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from itertools import zip_longest

from paintrack.analysis.page_figures import Summary
from paintrack.views.page.page_capacity import LOWER_CHART_ROOMS, WHOLE_CHART_ROOMS, Room
from paintrack.views.page.page_chart_as_text import has_every_dumbbell, low_chart, whole_chart
from paintrack.views.page.page_chart_data import page_chart_data
from paintrack.views.page.page_content import (
    BEFORE_NEEDLING,
    PAGE_SCALE,
    POINTS_HEADING,
    SERIOUS_TITLE,
    Block,
    Page,
    SeriousLine,
    build_page,
)
from paintrack.views.page.sparkline import spark_text
from paintrack.views.text_layout import fill, name_lines, pad, truncate, width_of, wrap
from paintrack.views.text_table import table_lines, table_width

PAGE_WIDTH, PAGE_LINES = 80, 60
_LABEL = 17
# The columns between those of a table, and how many the points need at least, or are left out.
_GAP, _LEAST_POINTS = 2, 9
_LEAST_DUMBBELLS = 14  # lines: eleven scores, the axis and two rows of numbers
_RULE = "-" * (PAGE_WIDTH - 1)
# Columns of a blank to write in.
_BLANK, _SHORTEST_BLANK = 24, 9
_LONGEST_NAME = 20  # columns of a condition's name up to which the other conditions are aligned in columns


def page_text(summary: Summary, *, ascii_only: bool = False, complete: Callable[[str], str] = str) -> str:
    """The roomiest page that stands with its chart on one sheet of 60 lines; else on as few sheets as hold it.

    Every page that has a score has a chart. Blank lines are left out if the page would need one more sheet with them.
    `ascii_only`: other conditions have their newest scores in place of drawn blocks. `complete` is as in `build_page`.
    """
    # Each is drawn when it is first needed.
    whole = cache(partial(whole_chart, summary, width=PAGE_WIDTH, ascii_only=ascii_only, is_sheet=True))
    low = cache(partial(low_chart, summary, width=PAGE_WIDTH, ascii_only=ascii_only))

    @cache
    def lines_in(room: Room) -> list[str]:
        page = build_page(summary, room, complete=complete)
        return _lines(page, whole() if room.chart == 1 else low(), ascii_only=ascii_only)

    return "\n".join(_fitting_lines(summary, lines_in))


def _fitting_lines(summary: Summary, lines_in: Callable[[Room], list[str]]) -> list[str]:
    """The lines of the roomiest page on as few sheets as its least takes."""
    chart_data = page_chart_data(summary)
    is_long = chart_data is not None and not has_every_dumbbell(chart_data, PAGE_WIDTH)
    rooms = LOWER_CHART_ROOMS if is_long else WHOLE_CHART_ROOMS
    # Most fit at once; else no more of the tighter ones are built than are tried.
    roomiest = lines_in(rooms[0])
    fewest = 1 if _sheets(roomiest) == 1 else _sheets(lines_in(LOWER_CHART_ROOMS[-1]))
    if _sheets(roomiest) <= fewest:
        return _spaced(_with_dumbbells(roomiest, fewest, lines_in) if is_long else roomiest)
    # Where the tightest takes too many, so do the others.
    rooms = rooms if _sheets(lines_in(rooms[-1])) <= fewest else LOWER_CHART_ROOMS
    return _spaced(next(lines for lines in map(lines_in, rooms) if _sheets(lines) <= fewest))


def _with_dumbbells(lines: list[str], sheets: int, lines_in: Callable[[Room], list[str]]) -> list[str]:
    """The page of a long course with its newest sessions drawn large, too, if nothing need be left out for them."""
    if len(_without_blanks(lines)) + _LEAST_DUMBBELLS > sheets * PAGE_LINES:
        return lines
    larger = lines_in(WHOLE_CHART_ROOMS[0])
    return larger if _sheets(larger) <= sheets else lines


def _sheets(lines: list[str]) -> int:
    """How many sheets the lines take if blank ones are left out."""
    return -(-len(_without_blanks(lines)) // PAGE_LINES)


def _spaced(lines: list[str]) -> list[str]:
    """The lines, without blank ones if these would take one more sheet."""
    return lines if len(lines) <= PAGE_LINES * _sheets(lines) else _without_blanks(lines)


def _without_blanks(lines: list[str]) -> list[str]:
    return [*filter(None, lines)]


def _lines(page: Page, chart: str, *, ascii_only: bool) -> list[str]:
    title = truncate(page.title.upper(), PAGE_WIDTH - 3 - len(page.printed), ascii_only=True)
    title = pad(title, PAGE_WIDTH - 1 - len(page.printed)) + page.printed
    who = name_lines(page.name, PAGE_WIDTH)
    if page.before_needling:
        who += wrap(f"{BEFORE_NEEDLING}: {page.before_needling}", PAGE_WIDTH)
    lines = [title, *who, *wrap(page.period, PAGE_WIDTH), PAGE_SCALE, _RULE, *_serious(page)]
    for label, text in (*((each.question, each.sentence) for each in page.answers), *page.more_answers):
        lines += _labelled(label, text)
    for block in page.remarks:
        lines += _block(block, ascii_only=ascii_only)
    if chart:
        lines += ["", *filter(None, chart.splitlines())]
    for place, block in enumerate(page.blocks):
        # A blank line around each table; blocks beside their titles need none between them.
        if place == 0 or block.head or page.blocks[place - 1].has_title_in_head:
            lines.append("")
        lines += _block(block, ascii_only=ascii_only)
    if page.omissions:
        lines += _labelled("Left out", "; ".join(page.omissions))
    return [*lines, _RULE, *(line for text in page.closing for line in wrap(text, PAGE_WIDTH))]


def _serious(page: Page) -> list[str]:
    """The box of the serious symptoms; one line if there are none."""
    return [*serious_box(page.serious, PAGE_WIDTH)] if page.serious else [f"{SERIOUS_TITLE.upper()} {page.no_serious}"]


# The same symptoms and most of the same texts stand on each page that is tried for its length.
@lru_cache(maxsize=4)
def serious_box(symptoms: tuple[SeriousLine, ...], width: int) -> Sequence[str]:
    """The serious symptoms with a border around them, wrapped within `width` columns and never cut."""
    room = width - 5
    lines = [f"! {SERIOUS_TITLE.upper()}"]
    for each in symptoms:
        quoted_words = f' "{each.words}",' if each.words else ""
        lines += fill(f"{each.kind}:{quoted_words} {each.noted}", room, first="! ", rest="  ").split("\n")
        lines += _to_fill_in(each.checked, room)
    border = f"+{'-' * (width - 3)}+"
    return [border, *(f"| {pad(line, room)} |" for line in lines), border]


def _to_fill_in(question: str, room: int) -> list[str]:
    """The question in capitals with a blank behind it, or below it without room for one."""
    *whole_lines, last = fill(question.upper(), room, first="  ", rest="  ").split("\n")
    blank = min(_BLANK, room - len(last) - 1)
    if blank < _SHORTEST_BLANK:
        return [*whole_lines, last, f"  {'_' * _BLANK}"]
    return [*whole_lines, f"{last} {'_' * blank}"]


def _block(block: Block, *, ascii_only: bool) -> list[str]:
    if block.sparks:
        return _sparks(block, ascii_only=ascii_only)
    if block.ruled:
        blank = "_" * (PAGE_WIDTH - 1 - _LABEL)
        return [f"{block.title.upper() if not row else '':<{_LABEL}}{blank}" for row in range(block.ruled)]
    if block.head:
        return _table(block)
    subtitle = f"({block.subtitle}) " if block.subtitle else ""
    leads = [f"{number}. " if block.numbered else "" for number in range(1, len(block.rows) + 1)]
    if len(block.rows[0]) > 1:
        widest = max(len(row[0]) for row in block.rows)
        leads, subtitle = [f"{row[0]:>{widest}}  " for row in block.rows], ""
    lines: list[str] = []
    for place, (lead, row) in enumerate(zip(leads, block.rows, strict=True)):
        text = row[-1] if place else subtitle + row[-1]
        lines += _labelled("" if place else block.title, text, lead)
    return lines


def _sparks(block: Block, *, ascii_only: bool) -> list[str]:
    """A line for each row: its name, its scores drawn small, its words; in columns if the names are short."""
    sparks = [spark_text(scores, ascii_only=ascii_only) for scores in block.sparks]
    widest_name, widest_spark = (max(map(width_of, texts)) for texts in ([name for name, _ in block.rows], sparks))
    lines: list[str] = []
    for place, ((name, words), spark) in enumerate(zip(block.rows, sparks, strict=True)):
        label = "" if place else block.title
        if widest_name <= _LONGEST_NAME:
            lines += _labelled(label, words, f"{pad(name, widest_name)}  {pad(spark, widest_spark)}  ")
        else:
            lines += _labelled(label, f"{name}: {'; '.join(filter(None, [spark, words]))}")
    return lines


def _table(block: Block) -> list[str]:
    """The lines of a table; its title is in the first column if the head repeats it, else in a column before it."""
    is_own_column = not block.has_title_in_head
    head = block.head if is_own_column else (block.title.upper(), *block.head[1:])
    subtitle = f"({block.subtitle})" if block.subtitle else ""
    beside = [block.title.upper(), *wrap(subtitle, _LABEL - 1)] if is_own_column else []
    start = _LABEL if is_own_column else 0
    if len(beside) > 1 + len(block.rows):
        with_subtitle = (f"{head[0]} {subtitle}", *head[1:])
        has_room = table_width([with_subtitle, *block.rows]) <= PAGE_WIDTH - start
        beside, head = beside[:1], with_subtitle if has_room else head
    rows = [head, *block.rows]
    without_points = [row[:-1] for row in rows]
    if head[-1] == POINTS_HEADING and table_width(without_points) + _GAP > PAGE_WIDTH - start - _LEAST_POINTS:
        rows = without_points
    lines = table_lines(rows, PAGE_WIDTH - start, right=block.numbers, cut=len(rows[0]) - 1)
    if not is_own_column:
        return lines
    return [f"{label:<{_LABEL}}{line}" for label, line in zip_longest(beside, lines, fillvalue="")]


@lru_cache(maxsize=256)
def _labelled(label: str, text: str, lead: str = "") -> Sequence[str]:
    """The text beside its label; a label that is too long, such as a condition's name, goes before the text."""
    if width_of(label) > _LABEL - 1:
        label, text = "", f"{label}: {text}"
    first = pad(label.upper(), _LABEL) + lead
    return fill(text, PAGE_WIDTH, first=first, rest=" " * (_LABEL + width_of(lead))).split("\n")

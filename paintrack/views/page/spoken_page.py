"""The page for a screen reader: one fact on each line, no table, rule or blank, and every score instead of the chart.

Its parts are in the order of the page; it takes the blocks as they come, whatever their columns are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from paintrack.model.displayed_text import ISOLATES
from paintrack.model.values.score import SCALE
from paintrack.views.page.page_content import (
    BEFORE_NEEDLING,
    CHANGE_HEADING,
    CHECKED,
    CHECKED_BESIDE_OUTCOME,
    DAYS_SINCE,
    MISSING_CELL,
    POINTS_HEADING,
    SERIOUS_TITLE,
    Block,
    Page,
)
from paintrack.views.spoken_words import as_sentence, spoken
from paintrack.views.trend.spoken_trend import spoken_chart
from paintrack.views.value_words import counted, show_score

_NOTHING = "-"
_POINT = rf"{ISOLATES[0]}[^{ISOLATES[1]}]*{ISOLATES[1]}|\S+"  # in a cell of the table


def page_plain(page: Page, point_names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The whole page as sentences, each on a line of its own; what a person typed stays as it is.

    `point_names` are the full names of acupuncture points by their code: a voice reads LI4 as 'lie four'.
    """
    return "\n".join(_lines(page, point_names))


def _lines(page: Page, point_names: Mapping[str, str]) -> Iterator[str]:
    yield as_sentence([page.title, spoken(page.printed)])
    yield as_sentence([f"Name: {page.name or 'not set'}"])
    if page.before_needling:
        yield as_sentence([f"{BEFORE_NEEDLING}: {page.before_needling}"])
    yield _in_words(page.period)
    yield f"The patient's own scores: {SCALE}."
    yield from _serious(page)
    for label, text in (*((each.question, each.sentence) for each in page.answers), *page.more_answers):
        yield _in_words(_labelled(label, text))
    for block in page.remarks:
        yield from _block(block, point_names)
    if page.chart_data is not None:
        # The marks in the chart, changes and serious symptoms, have been said by now.
        yield from spoken_chart(page.chart_data._replace(marks=()))
    for block in page.blocks:
        yield from _block(block, point_names)
    if page.omissions:
        yield _in_words(f"Left out: {'; '.join(page.omissions)}")
    yield from map(spoken, page.closing)


def _serious(page: Page) -> Iterator[str]:
    if not page.serious:
        yield as_sentence([f"{SERIOUS_TITLE}: {page.no_serious}"])
    for each in page.serious:
        words = f'"{each.words}"' if each.words else ""
        yield as_sentence([f"{SERIOUS_TITLE}: {each.kind.lower()}", words, spoken(each.noted)])
    if page.serious:
        questions = {each.checked for each in page.serious}
        question = CHECKED if CHECKED in questions else CHECKED_BESIDE_OUTCOME
        yield f"Ask the patient: {question[0].lower()}{question[1:]}"


def _block(block: Block, point_names: Mapping[str, str]) -> Iterator[str]:
    if block.ruled:
        yield f"{block.title}: nothing noted."
    for number, row in enumerate(block.rows, 1):
        title = f"{block.title} ({block.subtitle})" if block.subtitle and number == 1 else block.title
        if block.head:
            yield _table_row("" if block.has_title_in_head else title, block, row, point_names)
        elif block.numbered:
            yield as_sentence([f"{title}, {number}: {row[-1]}"])
        elif block.counts:
            for name, sessions in block.counts:
                yield as_sentence([f"{title}, {point_names.get(name, name)}: {counted(sessions, 'session')}"])
                title = block.title
        elif block.sparks:
            name, words = row
            yield as_sentence([f"{title}, {name}: {spoken(words)}"])
            scores = ", ".join(map(show_score, block.sparks[number - 1]))
            yield as_sentence([f"{title}, {name}, scores, oldest first: {scores}"])
        elif len(row) > 1 and row[0]:
            # Typed on a day: a change, a note.
            day, words = row
            yield as_sentence([f"{title}, {spoken(day)}: {words}"])
        else:
            yield _in_words(_labelled(title, row[-1]))


def _table_row(title: str, block: Block, row: Sequence[str], point_names: Mapping[str, str]) -> str:
    """`Session of Monday 6 July 2026: before 8, after 5.`, without empty cells.

    `title` is empty for the last sessions: their day is name enough.
    """
    name = ", ".join(filter(None, [title, block.head[0], row[0]])) if title else f"Session of {row[0]}"
    spoken_row = [
        ", ".join(point_names.get(each, each) for each in re.findall(_POINT, cell)) if head == POINTS_HEADING else cell
        for head, cell in zip(block.head, row, strict=True)
    ]
    cells = [
        cell_in_words(head, cell) for head, cell in zip(block.head[1:], spoken_row[1:], strict=True) if cell != _NOTHING
    ]
    return _in_words(f"{name}: {', '.join(cells)}")


def cell_in_words(head: str, cell: str) -> str:
    """The cell of a table with the words of its head: `before 8`, `7 days after the one before`."""
    if head == DAYS_SINCE:
        return f"{counted(int(cell), 'day')} after the one before"
    if cell == MISSING_CELL:
        return f"no score {head}"
    if head == CHANGE_HEADING:
        return cell
    return f"{cell} on {head}" if head[:1].isdigit() else f"{head} {cell}"


def _in_words(text: str) -> str:
    return as_sentence([spoken(text)])


def _labelled(label: str, text: str) -> str:
    return f"{label}{'' if label.endswith('?') else ':'} {text}"

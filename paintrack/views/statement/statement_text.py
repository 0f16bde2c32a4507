"""The statement for an insurer as plain text: a table, or sentences if it does not fit or for a screen reader."""

from collections.abc import Iterator

from paintrack.model.displayed_text import uncapitalize_first
from paintrack.views.spoken_currency import spoken_currency
from paintrack.views.statement.statement_content import NOT_RECORDED, StatementPage, SumLine, VisitLine
from paintrack.views.text_layout import fill, name_lines, pack, pad, punctuated, width_of, wrap
from paintrack.views.text_table import table_lines, table_width

# The width on paper, and in a file.
STATEMENT_WIDTH = 80
_GAP = "  "
_MONEY = ("paid", "covered", "open")


def statement_text(page: StatementPage, *, width: int = STATEMENT_WIDTH) -> str:
    """The statement on lines of at most `width` columns, 40 or more; no text of a person is ever cut.

    It is no wider than its table, or a sheet of paper.
    """
    body = _table(page, width) or [line for words in _in_words(page) for line in pack(words, width).split("\n")]
    width = min(width, max(STATEMENT_WIDTH, *(width_of(line) + 1 for line in body)))
    rule = "-" * (width - 1)
    title = page.title.upper()
    heading = [pad(title, width - 1 - len(page.printed)) + page.printed]
    if width_of(title) + len(page.printed) + len(_GAP) >= width:
        heading = [*wrap(title, width), page.printed]
    lines = [*heading, *name_lines(page.name, width), *wrap(" ".join([f"{page.period}.", *page.remarks]), width), rule]
    lines += [*body, rule]
    if page.change:
        lines += [fill(_on_one_line(page.change), width), rule]
    lines += [line for sentence in page.closing for line in wrap(sentence, width)]
    return "\n".join(lines)


def statement_sentences(page: StatementPage) -> str:
    """The statement for a screen reader: one fact on each line, no columns, rules or blanks."""
    from paintrack.views.spoken_words import spoken

    lines = [f"{page.title}, {page.printed}."]
    lines += [f"Name: {page.name}."] if page.name else []
    lines += [f"{page.period}.", *map(spoken, page.remarks)]
    lines += [f"{' '.join(words)}." for words in _in_words(page, is_spoken=True)]
    lines += [_on_one_line(page.change)] if page.change else []
    return "\n".join([*lines, *map(spoken, page.closing)])


def _on_one_line(change: tuple[str, str]) -> str:
    label, sentence = change
    return f"{label}: {uncapitalize_first(sentence)}"


def _in_words(page: StatementPage, *, is_spoken: bool = False) -> Iterator[list[str]]:
    """Each visit and each sum as pieces of a sentence: `1 Jun 2026,`, `with Dr Li,`, `paid 85 EUR`."""
    for visit in page.visits:
        practitioner = [f"with {visit.practitioner}"] if visit.practitioner != NOT_RECORDED else []
        receipt = [f"receipt {visit.receipt}"] if visit.receipt != NOT_RECORDED else []
        yield punctuated([visit.day, *practitioner, *_amounts_in_words(page, visit, is_spoken), *receipt])
    for sums in page.sums:
        yield punctuated([sums.label, *_amounts_in_words(page, sums, is_spoken)])


def _amounts_in_words(page: StatementPage, line: VisitLine | SumLine, is_spoken: bool) -> Iterator[str]:
    unit = page.currency or (line.currency if page.has_currencies and line.currency != NOT_RECORDED else "")
    for name, amount in zip(_MONEY, (line.paid, line.covered, line.open), strict=True):
        if name == "open" and amount != NOT_RECORDED and float(amount) == 0:
            yield "nothing open"
        elif amount != NOT_RECORDED:
            yield f"{name} {amount} {spoken_currency(unit, amount) if is_spoken else unit}".rstrip()


def _table(page: StatementPage, width: int) -> list[str]:
    """The visits below the names of their columns, then the sums; empty if the columns do not fit.

    Empty columns are left out. A sum has its label in place of the date and the practitioner.
    """
    starts = _starts(page)
    start_width = table_width(starts, len(_GAP))
    names = [*(["currency"] if page.has_currencies else []), *_MONEY]
    amounts = [names, *([getattr(line, name) for name in names] for line in (*page.visits, *page.sums))]
    receipts = ["receipt", *(visit.receipt for visit in page.visits), *("" for _ in page.sums)]
    rows = [
        [*start, *row, *([receipt] if page.has_receipts else [])]
        for start, row, receipt in zip(starts, amounts, receipts, strict=True)
    ]
    right = [place for place, name in enumerate(names, len(starts[0])) if name in _MONEY]
    lines = table_lines(rows, width, right=right)
    if max(map(width_of, lines)) > width:
        return []
    visits, sums = lines[: -len(page.sums)], lines[-len(page.sums) :]
    labels = (pad(line.label, start_width) for line in page.sums)
    return [*visits, "", *(label + line[start_width:] for label, line in zip(labels, sums, strict=True))]


def _starts(page: StatementPage) -> list[list[str]]:
    """The first cells of each row, date and practitioner; those of the sums are empty, with room for their labels."""
    days = [visit.day for visit in page.visits]
    widest_day = max(map(width_of, days))
    columns = [["date", *(pad(day, widest_day, right=True) for day in days)]]
    if page.has_practitioners:
        columns.append(["practitioner", *(visit.practitioner for visit in page.visits)])
    widest_label = max(width_of(line.label) for line in page.sums)
    *other_widths, last_width = (max(map(width_of, column)) for column in columns)
    room = widest_label - sum(other_widths) - len(_GAP) * len(other_widths)
    columns[-1][0] = pad(columns[-1][0], max(last_width, room))
    return [*map(list, zip(*columns, strict=True)), *([""] * len(columns) for _ in page.sums)]

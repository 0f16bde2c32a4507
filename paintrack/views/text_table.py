"""Tables of plain text for a terminal: columns in line, what is too wide truncated or wrapped."""

from collections.abc import Container, Sequence

from paintrack.views.text_layout import (
    HANGING_INDENT,
    pack,
    pad,
    punctuated,
    truncate,
    visible_with_blanks,
    width_of,
    wrap,
)

_LEAST_NAME = 30  # columns that a name of so many or more has in a table
_LEAST_WRAPPED = 20  # columns that the last column of a table keeps, even where the line becomes too long


def table_lines(
    rows: Sequence[Sequence[str]],
    width: int,
    *,
    right: Container[int] = (),
    cut: int | None = None,
    wrapped: int = -1,
    gap: int = 2,
    whole_words: bool = False,
    paths: Sequence[str] = (),
) -> list[str]:
    """The lines of a table of one row or more, with `gap` blanks between its columns; those in `right` align right.

    Each column is as wide as its widest cell. If the table is wider than `width`, the cells of column `cut` are
    truncated; without `cut`, those of column `wrapped` are wrapped, with `whole_words` and `paths` as in `wrap`. In
    the first column, the lines after the first of a cell are indented, so that they do not begin a row.
    """
    cells = [[visible_with_blanks(cell) for cell in row] for row in rows]
    widths = column_widths(cells)
    over = max(sum(widths) + gap * (len(widths) - 1) - width, 0)
    narrowed = wrapped if cut is None else cut
    widths[narrowed] = max(widths[narrowed] - over, min(widths[narrowed], _LEAST_WRAPPED) if narrowed == -1 else 0)
    start = " " * (sum(widths[:wrapped]) + gap * len(widths[:wrapped])) if wrapped else HANGING_INDENT
    lines = []
    for row in cells:
        continued: list[str] = []
        if cut is not None:
            row[cut] = truncate(row[cut], widths[cut], ascii_only=True)
        elif width_of(row[wrapped]) > widths[wrapped]:
            shown, hanging = row[wrapped], 0 if wrapped else len(HANGING_INDENT)
            row[wrapped], *continued = wrap(
                shown, widths[wrapped], whole_words=whole_words, paths=paths, indent=hanging
            )
        sized = zip(row, widths, strict=True)
        padded = (pad(cell, size, right=place in right) for place, (cell, size) in enumerate(sized))
        lines += [(" " * gap).join(padded).rstrip(), *(start + line for line in continued)]
    return lines


def names_with_facts(
    rows: Sequence[Sequence[str]], width: int, *, head: Sequence[str] = (), in_words: bool = False
) -> str:
    """A name and facts about it in each row: a table under its `head`, or paragraphs `name: fact, fact.`

    It is paragraphs with `in_words`, or if the names would have too few columns in a table.
    """
    table = [head, *rows] if head else rows
    longest, *other_widths = column_widths(table)
    if not in_words and width - sum(other_widths) - 2 * len(other_widths) >= min(longest, _LEAST_NAME):
        return "\n".join(table_lines(table, width, wrapped=0))
    return "\n".join(
        pack([f"{visible_with_blanks(name)}:", *punctuated(facts, is_sentence=True)], width) for name, *facts in rows
    )


def table_width(rows: Sequence[Sequence[str]], gap: int = 2) -> int:
    """The columns of a table with these rows, one or more, and `gap` columns between two cells."""
    return sum(column_widths(rows)) + gap * (len(rows[0]) - 1)


def column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of the widest cell in each column of a table."""
    return [max(map(width_of, column)) for column in zip(*rows, strict=True)]

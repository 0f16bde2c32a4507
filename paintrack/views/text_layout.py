"""Lines of at most so many columns: as the terminal counts them, so that wide characters take two."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from paintrack.model.text import visible_line, width_of

# A date breaks badly: 'Mon' at the end of one line, '6 Jul' on the next.
_WORDS = (
    r"\(?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?: [0-9]{4}(?: [0-9]{2}:[0-9]{2})?)?\S*|\S+"
)


def wrap(text: str, width: int, *, whole_words: bool = False) -> list[str]:
    """The words of `text`, made visible, on lines of at most `width` columns; a longer word is broken.

    With `whole_words` it has a line of its own instead: a path that is broken can no longer be copied.
    """
    lines = [""]
    for word in re.findall(_WORDS, visible_line(text)):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width_of(longer) <= width:
            lines[-1] = longer
            continue
        pieces = [word] if whole_words else _pieces(word, width)
        lines += pieces if lines[-1] else []
        if not lines[0]:
            lines = pieces
    return lines


def fill(text: str, width: int, *, first: str = "", rest: str = "", whole_words: bool = False) -> str:
    """`text` wrapped, `first` before the first line and `rest` before the others, all within `width` columns."""
    room = width - max(len(first), len(rest))
    first_line, *others = wrap(text, room, whole_words=whole_words)
    return "\n".join([first + first_line, *(rest + line for line in others)])


def filled(
    chunks: Sequence[str], width: int, *, dropped: str = ",", indent: str = "  ", whole_words: bool = False
) -> str:
    """The chunks on as few lines as they need, broken between them where that is possible.

    At a break what is `dropped` goes from the end of the line; lines after the first are indented.
    """
    lines: list[str] = []
    for chunk in filter(None, map(visible_line, chunks)):
        if lines and width_of(f"{lines[-1]} {chunk}") <= width:
            lines[-1] += f" {chunk}"
            continue
        if lines:
            lines[-1] = lines[-1].rstrip(dropped)
        before = indent if lines else ""
        pieces = (
            [chunk] if width_of(before + chunk) <= width else wrap(chunk, width - len(indent), whole_words=whole_words)
        )
        lines += [f"{before}{pieces[0]}", *(indent + piece for piece in pieces[1:])]
    return "\n".join(lines)


def shortened(text: str, room: int, *, ascii_only: bool, measure: Callable[[str], int] = width_of) -> str:
    """`text` in at most `room` columns, marked where it was cut; a number is left out rather than cut."""
    if measure(text) <= room:
        return text
    ellipsis = "..." if ascii_only else "…"
    # By halves: a note can have a million characters.
    fitting = bisect_right(range(len(text)), room, key=lambda kept: measure(text[:kept] + ellipsis))
    kept = max(fitting - 1, 0)
    head = text[:kept]
    if re.match(r"[0-9.]", text[kept:]):
        head = re.sub(r"[0-9.]+$", "", head)
    head = head.rstrip(" ,")
    return head + ellipsis if head else ellipsis[: max(room, 0)]


def aligned(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of a table: columns as wide as their widest cell, the last one wrapped within `width`."""
    cells = [[visible_line(cell) for cell in row] for row in rows]
    widths = [max(map(width_of, column)) for column in list(zip(*cells, strict=True))[:-1]]
    left = sum(widths) + 2 * len(widths)
    for row in cells:
        start = "".join(cell + " " * (size + 2 - width_of(cell)) for cell, size in zip(row[:-1], widths, strict=True))
        first, *rest = wrap(row[-1], max(20, width - left))
        yield f"{start}{first}".rstrip()
        yield from (f"{' ' * left}{line}" for line in rest)


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for character in word:
        if width_of(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    # A date holds spaces, and may be broken at one.
    return [piece.strip() for piece in pieces]

"""Bold and dim text for a terminal; `colours` is how many it has, 0 where none may be used."""

import re

BOLD, DIM = "1", "2"
_STYLED = r"(\x1b\[[\d;]+m.*?\x1b\[0m)"


def painted(text: str, style: str, *, colours: int) -> str:
    """`text` in the style (parameters of an SGR sequence); without colours or a style as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if colours and style and text else text


def painted_lines(text: str, style: str, *, colours: int) -> str:
    """The same for each line by itself: a pager may end a style with the line."""
    return "\n".join(painted(line, style, colours=colours) for line in text.split("\n"))


def dimmed(text: str, *, colours: int) -> str:
    """Each line of the text dim, but for what has a style already, such as a sign in its colour."""
    if not colours:
        return text
    return "\n".join(
        "".join(part if place % 2 else _dim(part) for place, part in enumerate(re.split(_STYLED, line)))
        for line in text.split("\n")
    )


def _dim(text: str) -> str:
    return painted(text, DIM, colours=1) if text.strip() else text

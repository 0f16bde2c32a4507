"""The help of a command: what it does, an example, and its options, at any width from 40 columns."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from paintrack.views.text_layout import fill, pad, width_of

_WIDEST = 80
# On fewer columns the explanation of an option is below the option, not beside it.
_LEAST_FOR_COLUMNS = 60
_GAP = 2
_EXAMPLE = "paintrack "


class HelpRow(NamedTuple):
    """An argument or option as it is typed (`--for CONDITION`), and one sentence on it."""

    typed: str
    help: str


def command_help(
    usage: str, text: str, rows: Sequence[HelpRow], everywhere: Iterable[str], width: int, *, plain: bool = False
) -> str:
    """The help on `width` columns, 80 at most.

    `usage` is the form of the command line, `text` the paragraphs on the command, including examples. `rows` are its
    own arguments and options; `everywhere` names the options that mean the same in all commands. `plain` is for a
    screen reader: a line for each paragraph and each option, without columns.
    """
    options = f"Everywhere (see paintrack help scripts): {', '.join(everywhere)}"
    if plain:
        paragraphs = [line for each in text.split("\n\n") for line in _spoken_lines(each)]
        return "\n".join([f"Usage: {usage}", *paragraphs, *(f"{row.typed}: {row.help}" for row in rows), options])
    width = min(width, _WIDEST)
    lines = [fill(f"Usage: {usage}", width, rest="  "), ""]
    for paragraph in text.split("\n\n"):
        if paragraph.startswith(_EXAMPLE):
            lines += [fill(line, width, first="  ", rest="    ", whole_words=True) for line in paragraph.split("\n")]
        else:
            lines.append(fill(paragraph, width))
    if rows:
        lines += ["", *_option_lines(rows, width)]
    return "\n".join([*lines, "", fill(options, width, rest="  ")])


def _spoken_lines(paragraph: str) -> list[str]:
    """A paragraph as one line; examples are commands of their own, one a line."""
    return paragraph.split("\n") if paragraph.startswith(_EXAMPLE) else [" ".join(paragraph.split())]


def _option_lines(rows: Sequence[HelpRow], width: int) -> list[str]:
    if width < _LEAST_FOR_COLUMNS:
        return [
            f"{fill(row.typed, width, first='  ')}\n{fill(row.help, width, first='    ', rest='    ')}" for row in rows
        ]
    first_column = max(width_of(row.typed) for row in rows)
    indent = " " * (first_column + 2 * _GAP)
    return [
        fill(row.help, width, first=f"{' ' * _GAP}{pad(row.typed, first_column)}{' ' * _GAP}", rest=indent)
        for row in rows
    ]

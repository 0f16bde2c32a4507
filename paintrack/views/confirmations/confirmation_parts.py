"""What the confirmations share: how to take a change back, paragraphs below the first line, costs in words."""

import re
from collections.abc import Sequence

from paintrack.model.typed.typed_text import isolated, shell_quoted, visible
from paintrack.model.values.money import show_amount
from paintrack.views.command_line_regex import is_command_line
from paintrack.views.text_layout import fill, width_of

UNDO = "Wrong? paintrack undo"
OFF_THE_PAGE = "It stays off your page (paintrack summary --private prints it)."
INDENT = "  "


def paragraph(text: str, width: int) -> str:
    """Sentences wrapped to `width` columns and indented below the first line of a confirmation.

    Where they do not fit on one line, a command at the end is put on a line of its own, so that it can be copied.
    """
    sentence, separator, arguments = text.rpartition(": paintrack ")
    command = f"paintrack {arguments}"
    if separator and width_of(INDENT + text) > width and is_command_line(command):
        return f"{fill(f'{sentence}:', width, first=INDENT, rest=INDENT)}\n{INDENT}{INDENT}{command}"
    return fill(text, width, first=INDENT, rest=INDENT)


def last_line(before: str, width: int, gap: str = "      ") -> str:
    """`before` and how to take the change back: on one line if both fit in `width` columns, else on two."""
    if not before:
        return f"{INDENT}{UNDO}"
    line = f"{INDENT}{before}{gap}{UNDO}"
    return line if width_of(line) <= width else f"{paragraph(before, width)}\n{INDENT}{UNDO}"


def command_typed_again(words: Sequence[str]) -> str:
    """A command line from its words without `paintrack`: on one line, but with the blanks of each, as of a path."""
    typed = (shell_quoted(re.sub(r"[\n\t]+", " ", visible(word))) for word in words)
    return f"paintrack {' '.join(typed)}"


def cost_in_words(cost: int | None, covered: int | None, currency: str | None) -> str:
    """`85 EUR, covered 60 EUR, own share 25 EUR` from hundredths; empty without any amount."""
    unit = f" {isolated(currency)}" if currency else ""
    parts = [] if cost is None else [f"{show_amount(cost)}{unit}"]
    parts += [] if covered is None else [f"covered {show_amount(covered)}{unit}"]
    if cost is not None and covered is not None and cost >= covered:
        parts.append(f"own share {show_amount(cost - covered)}{unit}")
    return ", ".join(parts)

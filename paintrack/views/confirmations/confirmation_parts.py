"""What the confirmations share: how to take a change back, paragraphs below the first line, costs in words."""

import re
from collections.abc import Callable, Sequence

from paintrack.model.displayed_text import isolated, shell_quoted, visible
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


def cost_in_words(
    cost: int | None,
    covered: int | None,
    currency: str | None,
    *,
    unit: Callable[[str, str], str] = lambda currency, _amount: currency,
) -> str:
    """`85 EUR, covered 60 EUR, own share 25 EUR` from hundredths; empty without any amount.

    `unit` gives the word for a currency behind an amount, as `spoken_currency` does.
    """

    def amount(hundredths: int) -> str:
        text = show_amount(hundredths)
        return f"{text} {isolated(unit(currency, text))}" if currency else text

    parts = [] if cost is None else [amount(cost)]
    parts += [] if covered is None else [f"covered {amount(covered)}"]
    if cost is not None and covered is not None and cost >= covered:
        parts.append(f"own share {amount(cost - covered)}")
    return ", ".join(parts)

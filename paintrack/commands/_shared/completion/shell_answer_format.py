"""How each shell is answered: lines of offers in the form that its script in `paintrack/data/completion` reads.

The first line is `files` if the shell is to complete the name of a file, else `offers` and the number of letters of the
typed word (`--for=`) that zsh is to leave alone. Each further line is an offer: the value, a tab, its description.

typer's own scripts (0.28) are not used: in zsh a value with `\\$(...)` in it is run as a command, in bash one with a
space becomes two words, and descriptions load rich. zsh and fish get values as they are and quote them; for bash and
PowerShell, which do not, they are quoted here.
"""

import sys
from collections.abc import Iterable
from typing import NamedTuple

from paintrack.commands._shared.completion.offered_values import Offer
from paintrack.commands._shared.completion.shell_line import ShellLine
from paintrack.model.displayed_text import visible, visible_line, without_isolates
from paintrack.views.text_layout import truncate

_SAFE_IN_BASH = set("%+,-./:=@_")
_SAFE_IN_POWERSHELL = set("%+-./_:=")
# PowerShell reads the typographic ones as quotes, too.
_POWERSHELL_QUOTES = "'\u2018\u2019\u201a\u201b"
_LONGEST_DESCRIPTION = 60


class CompletionAnswer(NamedTuple):
    """The offers for the word at the cursor; `prefix` is the part of the word before the value (`--for=`)."""

    offers: list[Offer]
    prefix: str = ""
    wants_file: bool = False


def answer_lines(shell: str, line: ShellLine, answer: CompletionAnswer) -> list[str]:
    """The lines for the script of the shell; none if there is nothing to offer."""
    if answer.wants_file:
        return ["files"]
    offers = [offer for offer in answer.offers if _can_be_typed(offer.value)]
    if not offers or (shell == "bash" and line.is_closed and not line.quote):
        # After a closing quote, readline replaces another part of the word than bash says.
        return []
    return [f"offers {len(answer.prefix)}", *(_offer_line(shell, line, answer.prefix, offer) for offer in offers)]


def _can_be_typed(value: str) -> bool:
    """Whether a value is one line that the shell's encoding can express, without control characters."""
    encoding = sys.stdout.encoding or "utf-8"
    return (
        value.isprintable() and value == visible(value) and value.encode(encoding, "ignore").decode(encoding) == value
    )


def _offer_line(shell: str, line: ShellLine, prefix: str, offer: Offer) -> str:
    # zsh gets the length of the prefix in the first line instead.
    value = offer.value if shell == "zsh" else prefix + offer.value
    if shell == "bash":
        value = _quoted_for_bash(value[line.kept :], line.quote)
    description = visible_line(without_isolates(offer.description))
    description = truncate(description, _LONGEST_DESCRIPTION, ascii_only=True, whole_numbers=False)
    if shell == "powershell":
        # The text to insert, its name in the list, and the description beside that.
        return f"{prefix}{_quoted_for_powershell(offer.value)}\t{offer.value}\t{description or offer.value}"
    return f"{value}\t{description}"


def _quoted_for_bash(value: str, quote: str) -> str:
    """The value as it continues the word at the cursor, inside the quote that is open."""
    if quote == "'":
        return value.replace("'", "'\\''")
    if quote:
        # In double quotes `\\!` would keep its backslash, and `!` alone would be expanded from the history.
        return "".join(_in_double_quotes(letter) for letter in value)
    return "".join(letter if _is_safe_in_bash(letter) else f"\\{letter}" for letter in value)


def _is_safe_in_bash(letter: str) -> bool:
    # No letter beyond ASCII that can be typed means anything to bash.
    return letter.isalnum() or letter in _SAFE_IN_BASH or not letter.isascii()


def _in_double_quotes(letter: str) -> str:
    if letter == "!":
        return '"\\!"'
    return f"\\{letter}" if letter in '"\\$`' else letter


def _quoted_for_powershell(value: str) -> str:
    if value and all(letter.isalnum() or letter in _SAFE_IN_POWERSHELL for letter in value):
        return value
    for quote in _POWERSHELL_QUOTES:
        value = value.replace(quote, quote * 2)
    return f"'{value}'"


def text_of_lines(lines: Iterable[str]) -> str:
    """The lines as the script reads them."""
    return "".join(f"{line}\n" for line in lines)

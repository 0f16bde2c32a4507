"""A command line up to the cursor, as a shell hands it over: split into words with the quotes taken off."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_ASSIGNMENT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)=(.*)", re.ASCII | re.DOTALL)


class Quoting(NamedTuple):
    """How a shell quotes: the escape character and, for each quote in which it works, what it escapes there."""

    escape: str
    escapes_inside: dict[str, str]


_POSIX = Quoting("\\", {'"': '"\\$`'})
QUOTING = {
    "bash": _POSIX,
    "zsh": _POSIX,
    "fish": Quoting("\\", {'"': '"\\$', "'": "'\\"}),
    "powershell": Quoting("`", {'"': '"`$'}),
}


class ShellLine(NamedTuple):
    """The words of a command, the program first; the last one is at the cursor and may be empty.

    `assignments` are the variables set before the program. `quote` is the one that is open at the cursor, or empty;
    `kept` is how many letters of the last word, without quotes, stand before the last opening quote or word break;
    `is_closed` says that a quote of the last word was closed again.
    """

    words: list[str]
    assignments: dict[str, str]
    quote: str = ""
    kept: int = 0
    is_closed: bool = False


def split_shell_line(line: str, quoting: Quoting, *, word_breaks: str = "", words_of_command: int = 0) -> ShellLine:
    """The line split into words as the shell does it; what a shell would expand ($HOME, `...`) stays as typed.

    `word_breaks` are the characters after which bash completes a new word. If `words_of_command` is not 0, the line may
    begin with other commands, and only this many of its last words count.
    """
    words: list[str] = []
    word: str | None = None
    quote, kept, is_closed = "", 0, False
    rest = iter(line)
    for letter in rest:
        if quote and letter == quote:
            quote, is_closed = "", True
        elif letter == quoting.escape and (not quote or quote in quoting.escapes_inside):
            escaped = next(rest, "")
            is_escape = not quote or escaped in quoting.escapes_inside[quote]
            word = (word or "") + (escaped if is_escape else letter + escaped)
        elif quote:
            word = (word or "") + letter
        elif letter.isspace():
            words += [] if word is None else [word]
            word, kept, is_closed = None, 0, False
        elif letter in "'\"":
            word = word or ""
            quote, kept = letter, len(word)
        else:
            word = (word or "") + letter
            kept = len(word) if letter in word_breaks else kept
    words.append(word or "")
    start = max(0, len(words) - words_of_command) if words_of_command else _count_assignments(words)
    assignments = dict(_assignments_before(words[:start]))
    return ShellLine(words[start:], assignments, quote, kept, is_closed)


def _count_assignments(words: Sequence[str]) -> int:
    return next((place for place, word in enumerate(words) if not _ASSIGNMENT.fullmatch(word)), len(words))


def _assignments_before(words: Sequence[str]) -> list[tuple[str, str]]:
    """The variables that are set right before the program, in their order."""
    pairs: list[tuple[str, str]] = []
    for word in reversed(words):
        match = _ASSIGNMENT.fullmatch(word)
        if match is None:
            break
        pairs.append((match[1], match[2]))
    return pairs[::-1]

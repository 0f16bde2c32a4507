"""Commands in paintrack's sentences: if `--db PATH` was typed they get it too, so that they work when pasted."""

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import takewhile, zip_longest

from paintrack.model.displayed_text import shell_quoted, visible
from paintrack.views.text_layout import fill, width_of

# Commands that do not use the patient's file.
_WITHOUT_FILE = {"help", "demo", "completion"}
# What comes before a command in a sentence; the words 'your paintrack file itself' do not name one.
_LEAD_IN = r"(?:^(?:\x1b\[\d+m)? *|[:?;,] +|\(| {2,}|\b(?:then|or) )"
# A line that is wholly bold or dim.
_STYLED_LINE = r"(\x1b\[\d+m)([^\x1b]*)(\x1b\[0m)"
# The words of the command line, without `paintrack`.
_arguments: list[str] = []
# The path after `--db`, quoted for a shell, and the pattern that finds the commands; empty without `--db`.
_named_file: list[tuple[str, re.Pattern[str]]] = []


def name_file(arguments: Sequence[str], commands: Iterable[str]) -> None:
    """Remember a command line and the path after `--db` in it, if there is one. `commands` are all their words."""
    _arguments[:] = arguments
    _named_file.clear()
    path = typed_database(arguments)
    if not path:
        return
    # Typed arguments are matched first, so that a command in one of them stays as it was typed.
    typed = "|".join(re.escape(visible(each)) for each in arguments if "paintrack " in each)
    words = "|".join(word for word in commands if word not in _WITHOUT_FILE)
    own = rf"(?P<before>{_LEAD_IN}paintrack)(?= (?:{words})\b(?! --help)(?!(?:(?! paintrack )[^\n])* --db[ =]))"
    _named_file.append((visible(shell_quoted(path)), re.compile(f"{typed}|{own}" if typed else own, re.MULTILINE)))


def typed_arguments() -> Sequence[str]:
    """The command line as it was typed, without `paintrack`."""
    return tuple(_arguments)


def typed_database(arguments: Sequence[str]) -> str | None:
    """The value of `--db` that counts, the last one; None where it is not typed."""
    words = [*takewhile(lambda each: each != "--", arguments)]
    values = [
        after if word == "--db" else word.removeprefix("--db=")
        for word, after in zip_longest(words, words[1:])
        if word.startswith("--db=") or (word == "--db" and after is not None)
    ]
    return values[-1] if values else None


def with_named_file(text: str, width: int = sys.maxsize, *, paths: Sequence[str] = ()) -> str:
    """A text of paintrack's own with `--db PATH` added to each command that it names, if that option was typed.

    A line that is thereby wider than `width` columns is wrapped; commands and `paths` in it stay whole.
    """
    if not _named_file:
        return text
    path, pattern = _named_file[0]

    def with_path(match: re.Match[str]) -> str:
        return f"{match[0]} --db {path}" if match["before"] else match[0]

    # Line by line, since the path itself may hold a line end.
    lines = [(line, pattern.sub(with_path, line)) for line in text.split("\n")]
    return "\n".join(named if named == line else _wrapped(named, width, paths) for line, named in lines)


def _wrapped(line: str, width: int, paths: Sequence[str]) -> str:
    if styled := re.fullmatch(_STYLED_LINE, line):
        start, text, end = styled.groups()
        return "\n".join(f"{start}{part}{end}" for part in _wrapped(text, width, paths).split("\n"))
    if "\n" in line or width_of(line) <= width:
        return line
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return fill(line.lstrip(" "), width, first=indent, rest=f"{indent}  ", whole_words=True, paths=paths)

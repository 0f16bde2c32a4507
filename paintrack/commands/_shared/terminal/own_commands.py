"""The commands that our sentences name: behind `--db PATH` they name the same file, so that they work when pasted."""

import re
from collections.abc import Iterable, Sequence

from paintrack.model.typed.typed_text import shell_quoted, visible

# They need no file of one's own.
_WITHOUT_FILE = {"help", "demo", "completion"}
# What stands before a command in a sentence of ours; in `your paintrack file itself` none is named.
_LEAD_IN = r"(?:^ *|[:?;,] +|\(| {2,}|\b(?:then|or) )"
# The file that was typed, ready for a shell, and what finds the commands.
_named_file: list[tuple[str, re.Pattern[str]]] = []


def name_file(arguments: Sequence[str], commands: Iterable[str]) -> None:
    """Take the file of `--db` from a command line, if there is one; `commands` are all that there are."""
    _named_file.clear()
    path = _path_in(arguments)
    if not path:
        return
    # A text that was typed is repeated to the letter.
    typed = "|".join(re.escape(visible(each)) for each in arguments if "paintrack " in each)
    words = "|".join(word for word in commands if word not in _WITHOUT_FILE)
    own = rf"(?P<before>{_LEAD_IN}paintrack)(?= (?:{words})\b(?! --help)(?![^\n]* --db[ =]))"
    _named_file.append((visible(shell_quoted(path)), re.compile(f"{typed}|{own}" if typed else own, re.MULTILINE)))


def with_named_file(text: str) -> str:
    """A text of ours, in which each command that it names is one for the file that was typed."""
    if not _named_file:
        return text
    path, pattern = _named_file[0]
    return pattern.sub(lambda match: f"{match[0]} --db {path}" if match["before"] else match[0], text)


def _path_in(arguments: Sequence[str]) -> str:
    """The value of `--db`; empty where it is not typed."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--db":
            return next(iter(arguments[place + 1 :]), "")
        if argument.startswith("--db="):
            return argument.removeprefix("--db=")
    return ""

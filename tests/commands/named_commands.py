"""The command lines that a text of the program names, as they would be copied and pasted."""

import re
from collections.abc import Iterator

from paintrack.cli import COMMANDS
from paintrack.views.command_line_regex import is_command_line
from paintrack.views.text_layout import width_of

_COMMAND = re.compile(rf"(?<!your )(?<!that )(?<!a )paintrack (?=(?:{'|'.join(COMMANDS)})\b)")
# Where a command ends: with the line, before what goes on in words, and where a sentence or a column ends.
_END = re.compile(r"\n|[.;,:?)](?= |$|\n)| {2,}|\)| (?=\()| (?:prints|then|gives)\b")
_QUOTED = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
# Stands for what only the person knows; a condition in capitals has small letters around it.
_PLACEHOLDER = re.compile(r"(?<![\w-])[A-Z]{2,}(?!\w)|\.\.\.")


def named_command_lines(text: str, *, with_placeholders: bool = False) -> Iterator[str]:
    """Each command line without `paintrack`, those with a placeholder such as SCORE only `with_placeholders`."""
    for match in _COMMAND.finditer(text):
        rest = text[match.end() :]
        # What is quoted may have the marks of an end in it.
        bare = _QUOTED.sub(lambda quoted: "q" * len(quoted[0]), rest)
        end = _END.search(bare)
        length = end.start() if end else len(rest)
        if with_placeholders or not _PLACEHOLDER.search(rest[:length]):
            yield rest[:length].strip()


def widest_line(text: str) -> int:
    """The columns of the widest line; one that is a command line does not count, since it is whole, however long."""
    return max((width_of(line) for line in text.splitlines() if not is_command_line(line.strip())), default=0)

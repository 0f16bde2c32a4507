"""The command lines that a text of the program names, as they would be copied and pasted."""

import re
from collections.abc import Iterator

from paintrack.cli import COMMANDS

_COMMAND = re.compile(rf"(?<!your )(?<!that )(?<!a )paintrack (?=(?:{'|'.join(COMMANDS)})\b)")
# Where a command ends: with the line, before what goes on in words, and where a sentence or a column ends.
_END = re.compile(r"\n|[.;,:?)](?= |$|\n)| {2,}|\)| (?:prints|then|gives)\b")
_QUOTED = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
# Stands for what only the person knows; a condition in capitals has small letters around it.
_PLACEHOLDER = re.compile(r"(?<![\w-])[A-Z]{2,}(?!\w)|\.\.\.")


def named_command_lines(text: str) -> Iterator[str]:
    """Each command line without `paintrack`; those with a placeholder such as SCORE are left out."""
    for match in _COMMAND.finditer(text):
        rest = text[match.end() :]
        # What is quoted may have the marks of an end in it.
        bare = _QUOTED.sub(lambda quoted: "q" * len(quoted[0]), rest)
        end = _END.search(bare)
        length = end.start() if end else len(rest)
        if not _PLACEHOLDER.search(rest[:length]):
            yield rest[:length].strip()

"""Where a command line begins and ends in a sentence: what is copied to a shell must stand on one line."""

import re

# The words of the table of commands in `cli`; a test holds the two together.
COMMAND_WORDS = (
    "before", "after", "log", "rate", "effect", "note", "question", "peg", "overall", "plan", "edit", "delete", "undo",
    "redo", "status", "list", "show", "trend", "summary", "costs", "compare", "export", "import", "backup", "restore",
    "merge", "file", "purge", "remind", "conditions", "practitioners", "config", "points", "help", "demo", "completion",
)  # fmt: skip
# At the end of an argument they end a sentence or a clause; a full stop does not if an option follows: `Dr. --cost 85`.
_END = r"[.,:;?!)]"
# Behind a command without a mark they go on with the sentence: 'paintrack undo then', 'paintrack file needs'.
_GOES_ON = r"(?:\(|paintrack |(?:and|are|as|does|for|gives|in|is|itself|joins|needs|or|prints|shows|then|to)\b)"
_ARGUMENT = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'\u2066-\u2069])+(?=\s|$)"
_ARGUMENTS = rf"(?:(?:(?<!{_END})|(?<=\.)(?= --?[a-z])) (?!{_GOES_ON}){_ARGUMENT})*"
_OWN = rf"paintrack (?:{'|'.join(COMMAND_WORDS)}|COMMAND|--[a-z]+)"
# How a package is added: `python -m pip install "paintrack[pdf]"`, with the whole path of Python.
_PIP = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"']+) -m pip(?=\s)"
# A pattern for a whole command line, with the mark that ends its sentence; it has no groups.
COMMAND_LINE = rf"[(\"']*(?:{_OWN}|{_PIP})(?:{_END}+(?=\s|$)|(?=\s|$){_ARGUMENTS})"


def may_have_command_line(text: str) -> bool:
    """Whether it is worth looking for `COMMAND_LINE`, which takes longer to compile than all other patterns of a text.

    >>> may_have_command_line("Wrong? paintrack undo"), may_have_command_line("Mean change 2.1 lower")
    (True, False)
    """
    return "paintrack " in text or " -m pip" in text


def is_command_line(text: str) -> bool:
    """Whether `text` is one command line and nothing else.

    >>> is_command_line("(paintrack log 7 3 --for neck)."), is_command_line("Wrong? paintrack undo")
    (True, False)
    """
    return may_have_command_line(text) and re.fullmatch(COMMAND_LINE, text) is not None

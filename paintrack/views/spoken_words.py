"""Text for a screen reader: no columns, and words in place of signs that a voice reads badly or leaves out.

Text in double quotes is a person's and stays as it is.
"""

import re
from collections.abc import Callable, Sequence

from paintrack.model.values.moment import LONG_DAYS, LONG_MONTHS
from paintrack.views.text_layout import with_full_stop

_QUOTED = r'"[^"]*"'
_FULL_NAMES = {name[:3]: name for name in (*LONG_DAYS, *LONG_MONTHS)}
_MONTH = "|".join(name[:3] for name in LONG_MONTHS)
_DAY = "|".join(name[:3] for name in LONG_DAYS)
# Jan may be a person; it is a month only beside a number or after 'in'.
_SHORT_NAME = re.compile(
    rf"{_QUOTED}|\b(?:{_DAY})\b(?= \d{{1,2}} (?:{_MONTH}))"
    rf"|(?:(?<=\d )|(?<=\bin ))(?:{_MONTH})\b|\b(?:{_MONTH})\b(?= \d)"
)
_SCORE = r"(?:10|\d)(?:\.\d)?"
_BEFORE_AND_AFTER = re.compile(rf"{_QUOTED}|(?<= )({_SCORE}) -> ({_SCORE})\b")
_ARROW = re.compile(rf"{_QUOTED}| -> ")
_EQUALS = re.compile(rf"{_QUOTED}|(?<=\d) = (?=[a-z])")
_LESS_THAN = re.compile(rf"{_QUOTED}|(?<=: )<(?=\.?$)")  # what is typed for one question back
_COMMAND = "paintrack "
_UNDO = "Wrong? "


def spoken(text: str) -> str:
    """A text of paintrack's own, line by line: days and months in full, no arrows, no columns, no blank lines.

    The two dashes of an option stay, as a command is copied from here, too.

    >>> print(spoken("  Last: Mon  6 Jul 2026   7 -> 5. See: paintrack trend --all"))
    Last: Monday 6 July 2026 before 7, after 5. See: paintrack trend --all
    """
    lines = re.sub(rf" +(?={re.escape(_UNDO)}{_COMMAND})", "\n", text).split("\n")
    return "\n".join(filter(None, map(_spoken_line, lines)))


def as_sentence(parts: Sequence[str]) -> str:
    """Facts as one sentence, ending with a full stop unless the last has a mark of its own; empty without any."""
    text = ", ".join(filter(None, parts))
    return with_full_stop(text) if text else ""


def _spoken_line(line: str) -> str:
    line = " ".join(line.split())
    line = _replaced(_SHORT_NAME, line, lambda match: _FULL_NAMES[match[0]])
    line = _replaced(_BEFORE_AND_AFTER, line, lambda match: f"before {match[1]}, after {match[2]}")
    line = _replaced(_ARROW, line, lambda _: " to ")
    line = _replaced(_EQUALS, line, lambda _: " ")
    return _replaced(_LESS_THAN, line, lambda _: "the less-than sign")


def _replaced(pattern: re.Pattern[str], line: str, words: Callable[[re.Match[str]], str]) -> str:
    return pattern.sub(lambda match: match[0] if match[0].startswith('"') else words(match), line)

"""What a voice would stumble over in a text that is to be plain."""

import re
from collections.abc import Sequence

from tests.commands.named_commands import named_command_lines
from tests.conftest import BLANKS
from tests.program import unwrapped

_QUOTED = re.compile(r"\"[^\"\n]*\"|(?<!\w)'[^'\n]*'(?!\w)")
_STUMBLING = re.compile(
    # Columns, arrows, rules, drawn signs, blanks to fill in, a choice in brackets.
    r"  |\||->|--(?![a-z])|__|\[[yY]/|[\u2190-\u21ff\u2500-\u259f\u25a0-\u25ff]"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d"
)


def stumbling_lines(text: str, typed: Sequence[str] = ()) -> list[str]:
    """The lines that are not plain. What was `typed`, what is quoted and commands to copy may be as they are."""
    # A text on one line is named with single blanks. BLANKS are in the path of each file.
    kept = {BLANKS, *named_command_lines(text, with_placeholders=True), *typed, *(unwrapped(each) for each in typed)}
    for part in sorted(kept, key=len, reverse=True):
        text = text.replace(part, "x") if len(part) > 1 else text
    lines = text.removesuffix("\n").split("\n") if text else []
    return [line for line in lines if line != line.strip() or not line or _STUMBLING.search(_QUOTED.sub("x", line))]

"""Text for a screen reader: no columns, and words in place of signs that a voice reads badly or leaves out.

Text in quotes is a person's, or a part of a command to copy, and stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from paintrack.model.displayed_text import visible, visible_line, visible_path
from paintrack.model.values.moment import LONG_DAYS, LONG_MONTHS
from paintrack.views.spoken_currency import spoken_currency
from paintrack.views.text_layout import with_full_stop

_Words = Callable[[re.Match[str]], str]
_Replacements = Sequence[tuple[re.Pattern[str], _Words]]

# An apostrophe within a word, or behind one, is no quotation mark.
_QUOTED = r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)"
_FULL_NAMES = {name[:3]: name for name in (*LONG_DAYS, *LONG_MONTHS)}
_MONTH = "|".join(name[:3] for name in LONG_MONTHS)
_DAY = "|".join(name[:3] for name in LONG_DAYS)
# Jan may be a person; it is a month only beside a number or after 'in'.
_SHORT_NAME = (
    rf"\b(?:{_DAY})\b(?= \d{{1,2}} (?:{_MONTH}))|(?:(?<=\d )|(?<=\bin ))(?:{_MONTH})\b|\b(?:{_MONTH})\b(?= \d)"
)
# Not wherever an amount stands: `2 EUR pills` are a person's words.
_BEFORE_AMOUNT = r"(?:(?<=[Cc]ost )|(?<=\bcost, )|(?<=[Cc]overed )|(?<=\bown share )|(?<=\bopen: ))"
_SCORE = r"(?:10|\d)(?:\.\d)?"
# What is replaced, in this order, and by what.
_REPLACEMENTS: tuple[tuple[str, _Words], ...] = (
    (r"\s+", lambda _: " "),
    (_SHORT_NAME, lambda match: _FULL_NAMES[match[0]]),
    (
        rf"(?<= )(?P<before>{_SCORE}) -> (?P<after>{_SCORE})\b",
        lambda match: f"before {match['before']}, after {match['after']}",
    ),
    (r"(?<= )->(?= )", lambda _: "to"),
    (r"(?<=\d )= (?=[a-z])", lambda _: ""),
    (rf"(?P<day>(?:{'|'.join(LONG_MONTHS)}) \d{{4}}) (?=\d\d:\d\d\b)", lambda match: f"{match['day']} at "),
    (
        rf"{_BEFORE_AMOUNT}(?P<sum>\d+(?:\.\d+)?) (?P<in>[A-Z]{{3}})\b",
        lambda match: f"{match['sum']} {spoken_currency(match['in'], match['sum'])}",
    ),
    (
        r"\b(?P<paid>\d+(?:\.\d+)?) (?P<code>[A-Z]{3})(?= paid\b|, covered\b)",
        lambda match: f"{match['paid']} {spoken_currency(match['code'], match['paid'])}",
    ),
    (
        r"(?:(?<=\bAmounts in )|(?<=\bcurrency is )|(?<=\bcurrency is now ))[A-Z]{3}\b",
        lambda match: spoken_currency(match[0]),
    ),
    # What is typed for one question back.
    (r"(?<=: )<(?=\.?(?: |$))", lambda _: "the less-than sign"),
)
_COMMAND = "paintrack "
_UNDO = "Wrong? "
# What is typed with one of these in it, and is named as it was typed, would become something else.
_CHANGED = ("->", "  ", " = ", "<")


def spoken(text: str, paths: Sequence[str] = (), *, typed: Sequence[str] = ()) -> str:
    """A text of paintrack's own, line by line: days and months in full, no arrows, no columns, no blank lines.

    The two dashes of an option stay, as a command is copied from here, too. So do the `paths` in it, letter by letter,
    and the words that were `typed`, such as a score that is refused.

    >>> print(spoken("  Last: Mon  6 Jul 2026   7 -> 5. See: paintrack trend --all"))
    Last: Monday 6 July 2026 before 7, after 5. See: paintrack trend --all
    """
    changed = [each for each in typed if any(sign in each for sign in _CHANGED)]
    kept = {shown for each in changed for shown in (visible(each).strip(), visible_line(each))}
    unchanged = "|".join(filter(None, [_any_of(kept), _QUOTED]))
    replacements = [(re.compile(rf"(?P<unchanged>{unchanged})|{each}"), words) for each, words in _REPLACEMENTS]
    lines = re.sub(rf" +(?={re.escape(_UNDO)}{_COMMAND})", "\n", text).split("\n")
    copied = _any_of(visible_path(path) for path in paths)
    return "\n".join(filter(None, (_spoken_line(line, copied, replacements) for line in lines)))


def as_sentence(parts: Sequence[str]) -> str:
    """Facts as one sentence, ending with a full stop unless the last has a mark of its own; empty without any."""
    text = ", ".join(filter(None, parts))
    return with_full_stop(text) if text else ""


def _any_of(texts: Iterable[str]) -> str:
    """A pattern for each of the texts, the longest first, since one may begin with another."""
    return "|".join(map(re.escape, sorted(filter(None, texts), key=len, reverse=True)))


def _spoken_line(line: str, copied: str, replacements: _Replacements) -> str:
    """The line without outer blanks, and unchanged where it matches `copied`, a pattern that may be empty."""
    parts = re.split(f"({copied})", line) if copied else [line]
    parts[::2] = (_in_words(part, replacements) for part in parts[::2])
    parts[0] = parts[0].lstrip()
    parts[-1] = parts[-1].rstrip()
    return "".join(parts)


def _in_words(text: str, replacements: _Replacements) -> str:
    for pattern, words in replacements:
        text = pattern.sub(partial(_replaced, words), text)
    return text


def _replaced(words: _Words, match: re.Match[str]) -> str:
    return match[0] if match["unchanged"] else words(match)

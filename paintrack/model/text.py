"""Words that a person typed: cleaned once on the way in, folded to compare, made visible on the way out."""

import re
import unicodedata
from functools import lru_cache

from paintrack.errors import UsageError

# Patterns are compiled when something is found to be odd: hardly ever, and never on the path of `log`.
_REFUSED = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
# Beside the control characters: what turns the direction of the text around it, or hides in it.
_UNSAFE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"


def clean(text: str, name: str = "The text") -> str:
    """`text` as it is kept: CR LF and CR become LF, NFC, outer white space gone; may be empty.

    `name` opens the sentence of the refusal. Raises UsageError for control characters other than
    newline and tab, and for bytes that are no text in this locale.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not text.isprintable() and (found := re.search(_REFUSED, text)):
        raise UsageError(f"{name} holds a control character (U+{ord(found[0]):04X}). Nothing saved.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"{name} holds bytes that are no text here. Nothing saved.") from None
    return text


def one_line(text: str, name: str) -> str:
    """`text` cleaned, its inner white space single spaces; raises UsageError when nothing is left."""
    text = " ".join(clean(text, name).split())
    if not text:
        raise UsageError(f"{name} is empty. Nothing saved.")
    return text


@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """The form in which two names are the same: without case, outer or doubled space."""
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


def visible(text: str) -> str:
    r"""`text` with everything that could steer a terminal or turn the line around written out, as `\x1b`."""
    return text if text.isprintable() else re.sub(_UNSAFE, lambda found: _escape(found[0]), text)


def visible_line(text: str) -> str:
    """`visible` on one line: newlines and tabs become single spaces."""
    return " ".join(visible(text).split())


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def listed(names: list[str], word: str = "or") -> str:
    """`a, b or c`: names as a sentence holds them; at least one."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 session`, `2 sessions`, `1 entry`, `2 entries`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def capitalize_first(text: str) -> str:
    """`text` with its first letter in upper case and the others as they are: `ROM of the knee` stays itself."""
    return text[:1].upper() + text[1:]

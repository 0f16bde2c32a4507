"""Text that a person typed: cleaned on the way in, folded to compare."""

import re
from collections.abc import Iterable
from functools import lru_cache

from paintrack.errors import UsageError

# A text, not compiled: it is needed only for unusual texts, so `log` hardly ever pays for compiling it.
_REFUSED = r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"
# What stands between names that were typed as one, as a pattern.
NAME_JOINT = r"(?i)[/&+]|\b(?:and|plus|und|et|y)\b"


def clean(text: str, name: str = "The text") -> str:
    """`text` as it is stored: in NFC, with LF for CR LF and CR, without outer white space; may be empty.

    `name` opens the sentence of the error. Raises UsageError for control characters other than newline and tab, and
    for bytes that the locale cannot decode.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _normalized(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not text.isprintable() and (match := re.search(_REFUSED, text)):
        raise UsageError(f"{name} holds a control character (U+{ord(match[0]):04X}).")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UsageError(f"{name} holds bytes that are not text here.") from None
    return text


def one_line(text: str, name: str) -> str:
    """`text` cleaned, with single spaces for inner white space. Raises UsageError for an empty one."""
    text = " ".join(clean(text, name).split())
    if not text:
        raise UsageError(f"{name} is empty.")
    return text


@lru_cache(maxsize=1024)
def word_set(text: str) -> frozenset[str]:
    """The words of a list in a line or more, to look words up in."""
    return frozenset(text.split())


# A history has few names, and asks for each of them with every entry.
@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """The form in which names are compared: without case, outer or doubled space.

    >>> folded("  Lower  BACK ")
    'lower back'
    """
    return _normalized(" ".join(name.split()).casefold())


def _normalized(text: str) -> str:
    """The text in NFC."""
    if text.isascii():
        # Most names are, and loading the table of Unicode takes a two-hundredth of `log`.
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)


def digest(text: str) -> str:
    """16 hex digits that stand for the text and do not show it."""
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def near_name(name: str, names: Iterable[str], *, cutoff: float = 0.85) -> str | None:
    """The name that is spelled most like `name`; None if none has a ratio of `cutoff` (difflib, 0 to 1) or more.

    >>> near_name("lowr back", ["neck", "Lower back"])
    'Lower back'
    """
    import difflib

    by_folded = {folded(each): each for each in names}
    return next((by_folded[each] for each in difflib.get_close_matches(folded(name), by_folded, 1, cutoff)), None)

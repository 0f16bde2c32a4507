"""Reads isolates (Unicode UAX 9) in what people see: each must hold one text of a person, whole, and nothing else."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import unescape

from paintrack.model.displayed_text import shell_quoted

FSI, PDI = "\u2068", "\u2069"
_ELLIPSES = ("...", "…")


def in_isolates(text: str) -> bool:
    """Whether every letter from right to left stands in an isolate, and each isolate ends on its line."""
    for line in text.splitlines():
        depth = 0
        for letter in line:
            depth += (letter == FSI) - (letter == PDI)
            if depth not in (0, 1) or (not depth and unicodedata.bidirectional(letter) in {"R", "AL"}):
                return False
        if depth:
            return False
    return True


def isolated_parts(text: str) -> Iterator[str]:
    """What stands between isolates, in any letter case, without its ellipsis: of a wrapped text a part a line."""
    for part in re.findall(f"{FSI}([^{PDI}]*){PDI}", text):
        yield part.casefold()


def without_commands(text: str, names: Sequence[str]) -> str:
    """The text without the `names` in the commands to type, where they must stand bare."""
    for name in names:
        # As a shell takes it, after an option or another name.
        quoted = re.escape(shell_quoted(f"{name}=")).removesuffix('="')
        text = re.sub(rf'(--[a-z-]+|option [a-z-]+|rename|"") {quoted}(=[\w:.]+)?"', r'\1 ""', text)
    return text


def wrongly_isolated(text: str, names: Sequence[str]) -> list[str]:
    """What stands in isolates and is not one of the names: a part of one, or one with other words.

    Of a wrapped name each line has a part; a name that was cut ends with an ellipsis.
    """
    whole = [name.casefold() for name in names]
    begun: list[str] = []
    for part in isolated_parts(text):
        for place, before in enumerate(begun):
            longer = [each for each in (f"{before} {part}", f"{before}{part}") if _may_be(each, whole)]
            if longer:
                begun[place] = longer[0]
                break
        else:
            begun.append(part)
        begun = [each for each in begun if each not in whole and not _is_cut(each, whole)]
    return begun


def body_of(html: str) -> str:
    """The body of a page as a person sees it, with isolates in place of its `bdi` elements."""
    body = html.partition("<body")[2].replace("<bdi>", FSI).replace("</bdi>", PDI)
    return unescape(re.sub(r"<[^>]*>", "\n", body))


def _may_be(text: str, whole: Sequence[str]) -> bool:
    return any(name.startswith(_without_ellipsis(text)) for name in whole)


def _is_cut(text: str, whole: Sequence[str]) -> bool:
    return text.endswith(_ELLIPSES) and _may_be(text, whole)


def _without_ellipsis(text: str) -> str:
    for each in _ELLIPSES:
        text = text.removesuffix(each)
    return text.rstrip()

"""How alike two words are spelled, for the guess that one was mistyped."""

import difflib
from collections.abc import Iterable

from paintrack.model.typed.typed_text import folded

_ABOUT_AS_SIMILAR = 0.1


def most_similar(word: str, names: Iterable[str], *, least: float) -> list[str]:
    """The one or two names that are spelled most like the word, from a likeness of `least` (0 to 1) on."""
    ratios = {name: likeness(word, name) for name in names}
    best = max(ratios.values(), default=0)
    similar = [name for name, ratio in ratios.items() if ratio >= max(least, best - _ABOUT_AS_SIMILAR)]
    return sorted(similar, key=lambda name: -ratios[name])[:2]


def likeness(word: str, name: str) -> float:
    """From 0 (no letter in common) to 1 (the same), without regard to the case of the word."""
    return difflib.SequenceMatcher(None, folded(word), name).ratio()

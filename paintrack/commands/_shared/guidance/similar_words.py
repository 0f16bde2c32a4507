"""How alike two words are spelled, for the guess that one was mistyped."""

import difflib
from collections.abc import Iterable

from paintrack.model.typed.typed_text import folded

_ABOUT_AS_SIMILAR = 0.1
_SPELLED_ALIKE = 0.85  # `bfore` and `before`; not `list` and `last`, `explain` and `plain`
_SHORTEST_BEGINNING = 4


def most_similar(word: str, names: Iterable[str], *, least: float) -> list[str]:
    """The one or two names that are spelled most like the word, from a likeness of `least` (0 to 1) on."""
    # Most names share too few letters with the word to be like it in any order: that is seen in a tenth of the time.
    ratios = {name: likeness(word, name) for name in names if _letters_in_common(folded(word), name) >= least}
    best = max(ratios.values(), default=0)
    similar = [name for name, ratio in ratios.items() if ratio >= max(least, best - _ABOUT_AS_SIMILAR)]
    return sorted(similar, key=lambda name: -ratios[name])[:2]


def likeness(word: str, name: str) -> float:
    """From 0 (no letter in common) to 1 (the same), without regard to the case of the word."""
    return difflib.SequenceMatcher(None, folded(word), name).ratio()


def _letters_in_common(word: str, name: str) -> float:
    """What the likeness of the two is at most: that of the same letters in the best order."""
    common = sum(min(word.count(letter), name.count(letter)) for letter in {*word})
    return 2 * common / (len(word) + len(name) or 1)


def near_options(typed: str, names: Iterable[str]) -> list[str]:
    """The one or two of the options `names` that are spelled as one that is typed, but for a slip, or begin with it."""
    word = folded(typed.lstrip("-"))
    own = [name.removeprefix("--") for name in names if name.startswith("--")]
    begun = [name for name in own if len(word) >= _SHORTEST_BEGINNING and name.startswith(word)]
    # Two letters that changed places: `fro` is `for`.
    turned = [name for name in own if sorted(name) == sorted(word)]
    near = dict.fromkeys([*begun, *turned, *most_similar(word, own, least=_SPELLED_ALIKE)])
    return [f"--{name}" for name in near][:2]

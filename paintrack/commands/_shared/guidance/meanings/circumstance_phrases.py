"""Words that say when or where a score was felt, `in bed`, `after lunch`: a note, and no part of a name."""

from collections.abc import Sequence

from paintrack.commands._shared.guidance.accepted_arguments import is_score
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_BEGINNINGS = {"after", "before", "during", "while", "when", "whilst", "because", "in", "on", "at", "from", "until"}
_LABELS = {"before", "after"}


def is_circumstance(words: Sequence[str]) -> bool:
    """Whether the words begin like one, with more behind.

    >>> is_circumstance(["in", "bed"]), is_circumstance(["after"]), is_circumstance(["lower", "back"])
    (True, False, False)
    """
    return len(words) > 1 and folded(words[0]) in _BEGINNINGS


def named_with_circumstance(words: Sequence[str], reader: Reader) -> tuple[str, list[str]] | None:
    """The recorded condition that the words begin with, the longest, and the circumstance behind it."""
    for length in range(len(words) - 1, 0, -1):
        name = reader.spelling(" ".join(words[:length]))
        if name is not None and is_circumstance(words[length:]):
            return name, [*words[length:]]
    return None


def noted_circumstance(words: Sequence[str], reader: Reader, *, may_name: bool) -> list[str]:
    """`--note` for a circumstance, with `--for` for a recorded condition behind it: `before bed migraine`."""
    for length in range(len(words) - 2, 0, -1):
        name = reader.spelling(" ".join(words[-length:])) if may_name else None
        if name is not None:
            return ["--for", name, "--note", " ".join(words[:-length])]
    return ["--note", " ".join(words)]


def is_score_with_circumstance(words: Sequence[str], reader: Reader) -> bool:
    """Whether `after` or `before` behind the scores leads to more than a label does: `6 after waking up`."""
    place = next((place for place, word in enumerate(words) if not is_score(word)), 0)
    behind = words[place + 1 :]
    return (
        place > 0
        and folded(words[place]) in _LABELS
        and bool(behind)
        and folded(behind[0]) not in ("for", "with", "at", "on", "in")
        and not any(is_score(word) or folded(word) in _LABELS for word in behind)
        and all(reader.spelling(" ".join(behind[:length])) is None for length in range(1, len(behind) + 1))
    )

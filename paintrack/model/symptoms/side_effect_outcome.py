"""What became of a side effect, typed behind its name: `bruise gone after 5 days`, `chest pain is better now`."""

import re
from typing import NamedTuple

from paintrack.model.typed.typed_text import folded

BECAME = frozenset((
    "gone", "better", "healed", "healing", "passed", "over", "stopped", "faded", "fading", "cleared", "disappeared",
    "vanished", "resolved", "settled", "recovered", "improved", "improving", "lasted", "eased", "subsided", "went",
    "still", "remained", "stayed",
))  # fmt: skip
# They say so only with another word behind them: the leg went numb, the pain passed through.
_COMPLETED_BY = {
    "went": {"away", "down", "off"},
    "still": {"there", "here", "visible", "sore", "hurts", "present"},
    "over": {"now", "after", "within", "in", "by", ""},
    "no": {"more", "longer"},
    "passed": {"after", "within", "in", "by", "quickly", "soon", "overnight", ""},
}
_NEGATIONS = frozenset((
    "not", "never", "isnt", "wasnt", "arent", "werent", "hasnt", "havent", "hadnt", "didnt", "doesnt", "dont", "wont",
    "cant", "cannot",
))  # fmt: skip
_HELPERS = _NEGATIONS | frozenset((
    "is", "are", "was", "were", "has", "have", "had", "been", "it", "its", "now", "all", "almost", "mostly", "nearly",
    "completely", "fully", "totally", "already", "finally", "then", "got", "getting", "gets", "much", "a", "bit",
    "little", "slowly", "quite", "soon", "which", "that", "and", "but",
))  # fmt: skip
# With one of these it is not over.
_GOES_ON = _NEGATIONS | frozenset((
    "worse", "worsening", "worsened", "still", "but", "however", "although", "though", "except", "remained", "stayed",
    "again", "back", "returned",
))  # fmt: skip


class TypedOutcome(NamedTuple):
    """What was noticed and what became of it, in the words as typed."""

    effect: str
    outcome: str


def split_outcome(text: str) -> TypedOutcome | None:
    """The words before and from the first that says what became of it; None where there is none, or nothing before.

    >>> split_outcome("chest pain: is now gone")
    TypedOutcome(effect='chest pain', outcome='is now gone')
    >>> split_outcome("leg went numb") is None, split_outcome("gone") is None
    (True, True)
    """
    words = text.split()
    plain = [_without_apostrophes(folded(word.strip(".,;:!-"))) for word in words]
    start = next((place for place in range(1, len(words)) if _says_outcome(plain, place)), 0)
    while start > 1 and plain[start - 1] in _HELPERS:
        start -= 1
    effect = " ".join(words[:start]).rstrip(".,;:!- ")
    return TypedOutcome(effect, " ".join(words[start:])) if effect and plain[0] not in _HELPERS else None


def goes_on(outcome: str) -> bool:
    """Whether the words do not say that it is over: `not gone, worse`, `better but still sore`."""
    return not _GOES_ON.isdisjoint(re.findall(r"\w+", _without_apostrophes(folded(outcome))))


def _without_apostrophes(text: str) -> str:
    return re.sub("['`´ʼ‘’]", "", text)


def _says_outcome(words: list[str], place: int) -> bool:
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    return word in BECAME | _COMPLETED_BY.keys() and following in _COMPLETED_BY.get(word, (following,))

"""Words that say when or where a score was felt, `in bed`, `after 2 hours`: a note, and no part of a name."""

import re
from collections.abc import Sequence

from paintrack.commands._shared.guidance.meanings.word_classification import is_state
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_BEGINNINGS = {
    "after", "before", "during", "while", "when", "whilst", "because", "in", "on", "at", "from", "until", "same",
    "like",
    # What somebody did then.
    "reading", "sitting", "lying", "standing", "walking", "running", "driving", "working", "sleeping", "bending",
    "lifting", "cycling", "climbing", "woke", "waking",
}  # fmt: skip
_LABELS = {"before", "after"}
# Followed by other words they say how something is or was: `was bad`, `hurts a lot`.
_VERBS = {"is", "was", "are", "were", "hurt", "hurts", "hurting", "ache", "aches", "aching", "feels", "felt"}
_PLACES = {"home", "work", "bed"}
_COUNT = (
    r"(?:about |over |around )?(?:[0-9]{1,3}|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen"
    r"|twenty|thirty|a few|a couple of|some)"
)
_SPAN = rf"{_COUNT} ?(?:minute|min|hour|hr|h|day|week|month)s?"
_TIME_IN_WORDS = re.compile(
    rf"(?:after|for|since|within|over) {_SPAN}|{_SPAN} (?:later|after|afterwards|long)"
    r"|(?:all|the whole|whole) (?:day|night|morning|afternoon|evening|week|time)(?: long)?",
    re.ASCII,
)
_LONGEST_TIME = 6
# What is written beside scores and says nothing of them.
_REMARK = (
    r"(?:or so|more or less|sorry|oops|please|pls|thanks|thank you|(?:typed |entered )?late"
    r"|(?:i )?(?:forgot|forgotten|missed)"
    r"(?: (?:it|this|that|to (?:log|enter|rate|type|record|save|say)(?: it| this)?))?)[,.!]*"
)
# Words that name nothing by themselves.
_EMPTY_WORDS = {
    "at",
    "on",
    "off",
    "in",
    "out",
    "up",
    "down",
    "it",
    "me",
    "my",
    "the",
    "a",
    "an",
    "this",
    "that",
    "them",
}
# The words of a sentence before a name, and those behind it. `it` alone may begin a name: `IT band`.
_LEADING = re.compile(
    r"(?:(?:my|the|our|i|we|i'?m|i'?ve|(?:it )?(?:have|has|had|got|get|saw|seen|visited|went|been|is|was|am|are|feels?"
    r"|felt)) )+",
    re.ASCII,
)
_CLOSING = {
    "is", "was", "are", "were", "hurt", "hurts", "hurting", "ache", "aches", "aching", "feels", "felt", "it",
}  # fmt: skip
# They say only that there was a visit, as every session does.
VISIT_WORDS = {
    "acupuncture", "appointment", "it", "needled", "needles", "needling", "session", "treated", "treatment", "visit",
}  # fmt: skip
_REMARKS = re.compile(rf"{_REMARK}(?: {_REMARK})*", re.ASCII)


def is_circumstance(words: Sequence[str]) -> bool:
    """Whether the words begin like one, with more behind, or say how long it was.

    >>> is_circumstance(["in", "bed"]), is_circumstance(["after"]), is_circumstance(["lower", "back"])
    (True, False, False)
    """
    if len(words) < 2:
        return folded(" ".join(words)) in _PLACES
    return folded(words[0]) in _BEGINNINGS | _VERBS or time_in_words(words) == (0, len(words))


def time_in_words(words: Sequence[str]) -> tuple[int, int]:
    """Where the words say how long it was, or how long after something; twice 0 where they do not, as in `2 days ago`.

    >>> time_in_words(["neck", "after", "2", "hours"]), time_in_words(["2", "days", "ago"])
    ((1, 4), (0, 0))
    """
    for length in range(min(len(words), _LONGEST_TIME), 1, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            is_date = folded(" ".join(words[end : end + 1])) in ("ago", "before")
            if not is_date and _TIME_IN_WORDS.fullmatch(folded(" ".join(words[start:end]))):
                return start, end
    return 0, 0


def is_remark(words: Sequence[str]) -> bool:
    """Whether the words only say why an entry comes late, or are polite: `forgot to log`, `sorry`."""
    return bool(_REMARKS.fullmatch(folded(" ".join(words))))


def without_remarks(words: Sequence[str]) -> list[str]:
    """The words without those at either end that say nothing about a score; [] if no name is left: `it`, `me out`.

    >>> without_remarks(["neck", "forgot", "to", "log"]), without_remarks(["sorry,", "yesterday"])
    (['neck'], ['yesterday'])
    >>> without_remarks(["my", "back", "hurts"]), without_remarks(["saw", "Dr", "Li"]), without_remarks(["needled"])
    (['back'], ['Dr', 'Li'], [])
    """
    kept = [] if {*map(folded, words)} <= _EMPTY_WORDS | VISIT_WORDS else [*words]
    if leading := _LEADING.match(f"{folded(' '.join(kept))} "):
        kept = kept[len(leading[0].split()) :]
    while kept and folded(kept[-1]) in _CLOSING:
        kept = kept[:-1]
    for length in range(len(kept), 0, -1):
        if is_remark(kept[:length]):
            kept = kept[length:]
            break
    for start in range(len(kept)):
        if is_remark(kept[start:]):
            return kept[:start]
    return kept


def named_with_circumstance(words: Sequence[str], reader: Reader) -> tuple[str, list[str]] | None:
    """The condition that the words begin with and the circumstance behind it: a recorded name, the longest.

    A new name ends before a verb: `left knee hurts when sitting`.
    """
    for length in range(len(words) - 1, 0, -1):
        name = reader.spelling(" ".join(words[:length]))
        if name is not None and (is_circumstance(words[length:]) or is_state(" ".join(words[length:]))):
            return name, [*words[length:]]
    place = next((place for place, word in enumerate(words[:-1]) if place and folded(word) in _VERBS), 0)
    return (" ".join(words[:place]), [*words[place:]]) if place else None


def noted_circumstance(words: Sequence[str], reader: Reader, *, may_name: bool) -> list[str]:
    """`--note` for a circumstance, with `--for` for a recorded condition behind it: `before bed migraine`."""
    for length in range(len(words) - 2, 0, -1):
        name = reader.spelling(" ".join(words[-length:])) if may_name else None
        if name is not None:
            noted = words[: -length - (folded(words[-length - 1]) == "with")]
            return ["--for", name, "--note", " ".join(noted)]
    return ["--note", " ".join(words)]


def is_score_with_circumstance(words: Sequence[str], reader: Reader) -> bool:
    """Whether `after` or `before` behind the scores leads to more than a label does: `6 after waking up`."""
    if time_in_words(words) != (0, 0):
        return True
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

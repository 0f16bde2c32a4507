"""Words around the name of a side effect: how much, where and when it was, what became of it."""

import re

from paintrack.model.symptoms.side_effect_outcome import BECAME

# Around a name.
HOW_MUCH = {
    "felt", "feel", "feeling", "feels", "slight", "slightly", "little", "mild", "mildly", "bad", "badly", "big",
    "small", "large", "huge", "tiny", "new", "quite", "rather", "pretty", "still", "strong",
}  # fmt: skip
# Behind a name: what became of it, and since when or how long.
GOES_ON = BECAME | {
    "after", "for", "since", "until", "till", "again", "now", "later", "lasting", "lasts", "during", "then", "but",
    "because", "this", "today", "yesterday", "tonight", "overnight", "next", "left", "twice", "once", "every",
}  # fmt: skip
# Behind a comma: what begins with one of these, or names nothing but a place, is not a side effect of its own.
_BEGINNINGS = BECAME | {
    "on", "at", "in", "from", "near", "around", "behind", "under", "over", "above", "below", "while", "when", "where",
    "after", "for", "since", "until", "till", "during", "only", "just", "mostly", "mainly", "especially", "about",
    "like", "then", "which", "but", "with", "because", "every", "not", "never", "lasted", "lasting", "now", "again",
    "today", "yesterday", "tonight", "both", "also", "it", "its", "very", "quite", "slightly", "as", "left", "right",
}  # fmt: skip
_PLACES = {
    "the", "my", "upper", "lower", "inner", "outer", "side", "arm", "arms", "leg", "legs", "hand", "hands", "foot",
    "feet", "hip", "knee", "knees", "shoulder", "back", "neck", "face", "thigh", "calf", "ankle", "wrist", "elbow",
    "toe", "toes", "finger", "fingers", "head", "belly", "ear", "forearm", "and", "or", "of",
}  # fmt: skip


def only_says_more(part: str) -> bool:
    """Whether a part that names no side effect says where, when or how much of one: `left arm`, `only at night`.

    >>> only_says_more("left arm"), only_says_more("odd dreams")
    (True, False)
    """
    words = re.findall(r"\w+", part.casefold())
    return bool(words) and (words[0] in _BEGINNINGS or _PLACES.issuperset(words))

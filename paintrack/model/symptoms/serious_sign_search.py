"""Where a text has a serious sign, and whether it speaks of self-harm.

What becomes of such a text is in other modules, so that a screen that only leaves out a private note loads neither
kinds nor advice.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from paintrack.model.symptoms.everyday_sayings import EVERYDAY
from paintrack.model.symptoms.phrase_matching import PhraseBook, Span
from paintrack.model.symptoms.serious_signs import SELF_HARM_KEY, SIGNS

# A note can have a million characters: a longer text is not kept.
_LONGEST_REMEMBERED = 1000


def speaks_of_self_harm(text: str) -> bool:
    """Whether the text has thoughts of self-harm, and so stays off the page unless the patient asks for it."""
    return any(span.key == SELF_HARM_KEY for span in serious_spans(text))


def serious_spans(text: str) -> Sequence[Span]:
    """Where the text has signs of serious kinds, by the keys of these; in the order of the text. Never raises."""
    return _book().spans(text) if len(text) > _LONGEST_REMEMBERED else _remembered_spans(text)


# The page asks of each text whether it stays off, then what it names.
@lru_cache(maxsize=256)
def _remembered_spans(text: str) -> Sequence[Span]:
    return _book().spans(text)


@cache
def _book() -> PhraseBook:
    return PhraseBook(SIGNS, EVERYDAY)

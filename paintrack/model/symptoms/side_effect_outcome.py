"""What became of a side effect, typed after its name: `bruise gone after 5 days`, `chest pain is better now`."""

import re
from typing import NamedTuple

from paintrack.model.typed.typed_text import folded

BECAME = frozenset((
    "gone", "better", "healed", "healing", "passed", "over", "stopped", "faded", "fading", "cleared", "disappeared",
    "vanished", "resolved", "settled", "recovered", "improved", "improving", "lasted", "eased", "subsided", "went",
    "still", "remained", "stayed",
))  # fmt: skip
# These say what became of it only before one of these words: a leg may have gone numb, a pain passed through.
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
# In front of the words that say what became of it, these belong to them.
_LEADING = _HELPERS | {"i", "so", "we", "my", "our", "the"}
# Who looked at it, in how many words behind one of the first; behind one of the last nothing became of it yet.
_SEEN = frozenset(("saw", "seen", "went", "been", "checked", "called", "asked"))
_DOCTORS = frozenset(("doctor", "dr", "gp", "physician", "hospital", "er", "ambulance", "paramedics"))
_MOST_BETWEEN = 3
_CONJUNCTIONS = frozenset(("when", "while", "before", "after", "until", "because", "where", "since", "if", "as"))
_WELL = frozenset((
    "fine", "ok", "okay", "good", "well", "great", "better", "normal", "alright", "cured", "healthy", "perfect",
))  # fmt: skip
_OVER = frozenset((
    "gone", "healed", "healing", "passed", "over", "stopped", "faded", "fading", "cleared", "disappeared", "vanished",
    "resolved", "settled", "recovered", "improved", "improving", "eased", "subsided",
))  # fmt: skip
_AROUND = _HELPERS - _NEGATIONS - {"but"} | frozenset((
    "i", "im", "am", "be", "feel", "feels", "feeling", "felt", "everything", "again", "today", "tonight", "this",
    "morning", "evening", "so", "very", "really", "quite", "back", "to", "up", "away", "off",
))  # fmt: skip
# Behind one of the first it says since when, or after how long.
_SINCE = frozenset(("after", "since", "within", "in", "by", "for", "on"))
_TIMES = _SINCE | frozenset((
    "a", "an", "the", "my", "few", "couple", "of", "some", "about", "half", "one", "two", "three", "four", "five",
    "minute", "minutes", "min", "hour", "hours", "day", "days", "week", "weeks", "night", "morning", "evening", "noon",
    "next", "last", "yesterday", "today", "then", "that", "now", "while", "sleep", "rest", "session", "treatment",
    "visit", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
))  # fmt: skip
# With one of these it is not over.
_GOES_ON = _NEGATIONS | frozenset((
    "worse", "worsening", "worsened", "still", "but", "however", "although", "though", "except", "remained", "stayed",
    "again", "back", "returned",
))  # fmt: skip
_NO_LONGER = r"(?i)(?:(?:it'?s|i'?m|i am|is|are|am) )?(?:no longer (.+)|(?:not|no) (.+?) (?:any ?more|any longer|now))"


class TypedOutcome(NamedTuple):
    """What was noticed and what became of it, in the words as typed."""

    effect: str
    outcome: str


def split_outcome(text: str) -> TypedOutcome | None:
    """The text split before the words that say what became of it; None if there are none or nothing is before them.

    >>> split_outcome("chest pain: is now gone")
    TypedOutcome(effect='chest pain', outcome='is now gone')
    >>> split_outcome("chest pain, so I saw a doctor")
    TypedOutcome(effect='chest pain', outcome='so I saw a doctor')
    >>> split_outcome("chest pain, and my doctor said it is nothing")
    TypedOutcome(effect='chest pain', outcome='and my doctor said it is nothing')
    >>> split_outcome("leg went numb") is None, split_outcome("gone") is None
    (True, True)
    >>> split_outcome("my doctor said it is a bruise") is None, split_outcome("I saw a doctor") is None
    (True, True)
    """
    words = text.split()
    plain = [_without_apostrophes(folded(word.strip(".,;:!-"))) for word in words]
    start = next((place for place in range(1, len(words)) if _says_outcome(plain, place)), 0)
    while start > 1 and plain[start - 1] in _LEADING:
        start -= 1
    effect = " ".join(words[:start]).rstrip(".,;:!- ")
    is_named = bool(effect) and plain[0] not in _HELPERS and not _LEADING.issuperset(plain[:start])
    return TypedOutcome(effect, " ".join(words[start:])) if is_named else None


def no_longer_there(text: str) -> str | None:
    """The words for what the text says was there and is no longer; None where it says no such thing.

    >>> no_longer_there("no longer dizzy"), no_longer_there("not dizzy any more"), no_longer_there("not dizzy")
    ('dizzy', 'dizzy', None)
    """
    match = re.fullmatch(_NO_LONGER, " ".join(text.split()))
    return match[1] or match[2] if match else None


def says_well(text: str) -> bool:
    """Whether it says that a person is well, and no more: `fine now`, `feeling much better`."""
    return _is_said_with(_WELL, text)


def says_over(text: str) -> bool:
    """Whether it says that a person is well or that something is over, not what: `all gone after 5 days`, `fine now`.

    >>> says_over("all gone after 5 days"), says_over("bruise gone"), says_over("not gone")
    (True, False, False)
    """
    return _is_said_with(_WELL | _OVER, text)


def _is_said_with(states: frozenset[str], text: str) -> bool:
    words = re.findall(r"\w+", _without_apostrophes(folded(text)))
    end = next((place for place, word in enumerate(words) if word in _SINCE), len(words))
    times = [word for word in words[end:] if not word.isdecimal()]
    is_whole = _TIMES.issuperset(times) and (states | _AROUND).issuperset(words[:end])
    return is_whole and not states.isdisjoint(words[:end])


def goes_on(outcome: str) -> bool:
    """Whether the words do not say that it is over: `not gone, worse`, `better but still sore`."""
    return not _GOES_ON.isdisjoint(re.findall(r"\w+", _without_apostrophes(folded(outcome))))


def _without_apostrophes(text: str) -> str:
    return re.sub("['`´ʼ‘’]", "", text)


def _says_outcome(words: list[str], place: int) -> bool:
    word, following = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word in BECAME | _COMPLETED_BY.keys() and following in _COMPLETED_BY.get(word, (following,)):
        return True
    is_seen = word in _SEEN and not _DOCTORS.isdisjoint(words[place + 1 : place + 2 + _MOST_BETWEEN])
    has_looked = word in _DOCTORS and following in _SEEN | {"said", "says", "looked"}
    return (is_seen or has_looked) and _CONJUNCTIONS.isdisjoint(words[:place])

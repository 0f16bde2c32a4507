"""How much a change in pain matters, and which conditions that may be said of."""

import re
from enum import StrEnum

from paintrack.domain.text import folded

# What is pain whatever stands beside it; `\w*ache` is headache, backache, toothache.
_PAIN = re.compile(
    r"\b(?:pain(?:s|ful|fully)?|\w*aches?|aching|sore\w*|hurts?|migraines?|lumbago|cramps?|colic|neuralgia"
    r"|dysmenorrh\w+)\b"
)
# What people name when they mean the pain of it, unless they name another trouble: a diagnosis.
_DIAGNOSIS = re.compile(
    r"\b(?:sciatica|whiplash|arthritis|osteoarthritis|fibromyalgia|tendinitis|tendonitis|bursitis|frozen shoulder"
    r"|(?:tennis|golfer'?s) elbow|plantar fasciitis|endometriosis|gout|shingles|carpal tunnel|tmj|rotator cuff"
    r"|slipped disc|herniated disc)\b"
)
# Likewise a part of the body.
_PLACE = re.compile(
    r"\b(?:back|neck|shoulders?|shoulder blades?|knees?|hips?|elbows?|wrists?|hands?|thumbs?|fingers?|arms?"
    r"|legs?|thighs?|cal(?:f|ves)|shins?|ankles?|foot|feet|heels?|toes?|groin|spine|sacrum|coccyx|tailbone"
    r"|buttocks?|ribs?|jaw|joints?|muscles?|pelvis|achilles)\b"
)
# A trouble of such a part that is not pain, or a trouble of the whole person.
_OTHER_TROUBLE = re.compile(
    r"\b(?:anxi\w+|mood|depress\w+|sleep\w*|insomnia|energy|fatigue|tired\w*|stress\w*|nausea|wellbeing|flush\w*"
    r"|cycle|numb\w*|tingl\w*|itch\w*|swell\w*|swollen|stiff\w*|weak\w*|tremors?|spasms?|sweat\w*|cold|rash"
    r"|eczema|psoriasis|mobility|movement|restless\w*|tension|tight\w*|clench\w*|grind\w*|heav\w+|shak\w+|odou?r"
    r"|smell\w*|worr\w+|fear\w*|panic\w*)\b"
)

_OF_THE_MIND = re.compile(r"\b(?:anxi\w+|worr\w+|fear\w*|panic\w*)\b")


class Grade(StrEnum):
    """How much lower pain is than at the start."""

    NONE = "none"
    MINIMAL = "minimal"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    WORSE = "worse"


def percent_lower(base: float, now: float) -> float | None:
    """By how many percent of `base` the score `now` is lower (negative: higher); None when `base` is 0."""
    return 100 * round(base - now, 1) / base if base else None


def grade_of(base: float, now: float) -> Grade | None:
    """The change from `base` to `now` (0 to 10), graded for weeks of treatment, never for one session.

    The percent limits 10, 30 and 50 are IMMPACT's (Dworkin 2008, J Pain 9:105-121), the floors of 1 and
    2 points Salaffi's and Farrar's (2004, Eur J Pain 8:283-291; 2001, Pain 94:149-158); asking for both at
    once is paintrack's own rule, so that 2 -> 1 is not called substantial. None when nothing was to lose.
    """
    lower = round(base - now, 1)
    if lower <= -1:
        return Grade.WORSE
    percent = percent_lower(base, now)
    if percent is None:
        return None
    # 1 point is 10 % or more of any score: the lowest limit needs no look of its own.
    if lower < 1:
        return Grade.NONE
    if lower < 2 or percent < 30:
        return Grade.MINIMAL
    return Grade.MODERATE if percent < 50 else Grade.SUBSTANTIAL


def is_pain(condition: str) -> bool:
    """Whether the words name a pain, so that its change may be graded.

    The limits come from studies of pain, so what is not known to be pain is not graded: it keeps its points
    and percent. A part of the body means the pain in it unless another trouble is named ('hand numbness').
    """
    words = folded(condition)
    if _PAIN.search(words):
        # 'pain anxiety' is not pain, 'pain and stiffness' is.
        return not _OF_THE_MIND.search(words)
    return bool(_DIAGNOSIS.search(words) or _PLACE.search(words)) and not _OTHER_TROUBLE.search(words)

"""Which conditions, in the patient's own words, are pain."""

import re

from paintrack.model.typed.typed_text import folded

# Compiled where one is asked for: few pages grade a change.
# Words that always mean pain; `\w*ache` is headache, backache, toothache.
_PAIN = (
    r"\b(?:pain(?:s|ful|fully)?|\w*aches?|aching|sore\w*|hurts?|migraines?|lumbago|cramps?|colic|neuralgia"
    r"|dysmenorrh\w+)\b"
)
# A diagnosis: people mean its pain unless they name another trouble.
_DIAGNOSIS = (
    r"\b(?:sciatica|whiplash|arthritis|osteoarthritis|fibromyalgia|tendinitis|tendonitis|bursitis|frozen shoulder"
    r"|(?:tennis|golfer'?s) elbow|plantar fasciitis|endometriosis|gout|shingles|carpal tunnel|tmj|rotator cuff"
    r"|slipped disc|herniated disc)\b"
)
# A part of the body: likewise.
_PLACE = (
    r"\b(?:back|neck|shoulders?|shoulder blades?|knees?|hips?|elbows?|wrists?|hands?|thumbs?|fingers?|arms?"
    r"|legs?|thighs?|cal(?:f|ves)|shins?|ankles?|foot|feet|heels?|toes?|groin|spine|sacrum|coccyx|tailbone"
    r"|buttocks?|ribs?|jaw|joints?|muscles?|pelvis|achilles)\b"
)
# A trouble of such a part that is not pain, or a trouble of the whole person.
_OTHER_TROUBLE = (
    r"\b(?:anxi\w+|mood|depress\w+|sleep\w*|insomnia|energy|fatigue|tired\w*|stress\w*|nausea|wellbeing|flush\w*"
    r"|cycle|numb\w*|tingl\w*|itch\w*|swell\w*|swollen|stiff\w*|weak\w*|tremors?|spasms?|sweat\w*|cold|rash"
    r"|eczema|psoriasis|mobility|movement|restless\w*|tension|tight\w*|clench\w*|grind\w*|heav\w+|shak\w+|odou?r"
    r"|smell\w*|worr\w+|fear\w*|panic\w*)\b"
)

_OF_THE_MIND = r"\b(?:anxi\w+|worr\w+|fear\w*|panic\w*)\b"


def is_pain(condition: str) -> bool:
    """Whether the words name a pain, so that its change may be graded.

    The limits of the grades come from studies of pain, so they are used for nothing else. A part of the body means
    the pain in it unless another trouble is named.

    >>> is_pain("lower back"), is_pain("hand numbness"), is_pain("anxiety")
    (True, False, False)
    """
    words = folded(condition)
    if re.search(_PAIN, words):
        # 'pain anxiety' is not pain, 'pain and stiffness' is.
        return not re.search(_OF_THE_MIND, words)
    return bool(re.search(_DIAGNOSIS, words) or re.search(_PLACE, words)) and not re.search(_OTHER_TROUBLE, words)

"""Which conditions, in the patient's own words, are a pain, and which words name a condition by themselves."""

import re
from itertools import pairwise

from paintrack.model.typed.typed_text import folded, word_set

# Words are looked up in sets: compiling long patterns instead would cost each page and trend 1 ms.
# Words that always mean pain, and how others begin or end (headache, backache, toothache).
_PAIN = word_set(
    "pain pains painful painfully hurt hurts aching migraine migraines lumbago cramp cramps colic neuralgia"
)
_PAIN_BEGINS, _PAIN_ENDS = ("sore", "dysmenorrh"), ("ache", "aches")
# Diagnoses and parts of the body, also in the plural: people mean the pain in them unless they name another trouble.
_PAINFUL = word_set(
    "sciatica whiplash arthritis osteoarthritis fibromyalgia tendinitis tendonitis bursitis endometriosis gout "
    "shingles tmj back neck shoulder knee hip elbow wrist hand thumb finger arm leg thigh calf calves shin ankle foot "
    "feet heel toe groin spine sacrum coccyx tailbone buttock rib jaw joint muscle pelvis achilles"
)
_PAINFUL_PAIRS = {
    ("plantar", "fasciitis"), ("carpal", "tunnel"), ("rotator", "cuff"), ("slipped", "disc"), ("herniated", "disc"),
}  # fmt: skip
# Troubles of such a part, or of the whole person, that are not pain, and how others begin.
_OTHER_TROUBLES = word_set(
    "mood insomnia energy fatigue nausea wellbeing cycle swollen tremor tremors spasm spasms cold rash eczema "
    "psoriasis mobility movement tension odour odor"
)
_OF_THE_MIND = ("anxi", "worr", "fear", "panic")
_OTHERS_BEGIN = (
    *_OF_THE_MIND, "depress", "sleep", "tired", "stress", "flush", "numb", "tingl", "itch", "swell", "stiff", "weak",
    "sweat", "restless", "tight", "clench", "grind", "heav", "shak", "smell",
)  # fmt: skip
# Troubles that one word names, beside parts of the body and diagnoses.
_NAMED_TROUBLES = word_set(
    "migraine migraines lumbago cramps colic neuralgia sleep mood insomnia energy fatigue nausea wellbeing anxiety "
    "stress depression stiffness numbness tingling itching swelling dizziness tinnitus weakness tiredness eczema "
    "psoriasis rash tension mobility tremor spasms restlessness heaviness head stomach belly chest eye ear"
)


def names_condition(word: str) -> bool:
    """Whether one word names a part of the body, a diagnosis or a trouble by itself.

    >>> names_condition("hip"), names_condition("headache"), names_condition("terrible")
    (True, True, False)
    """
    plain = folded(word)
    is_ache = plain not in _PAIN_ENDS and plain.endswith(_PAIN_ENDS)
    return is_ache or any(each in _PAINFUL | _NAMED_TROUBLES for each in (plain, plain.removesuffix("s")))


def is_pain(condition: str) -> bool:
    """Whether the words name a pain, so that its change may be graded.

    The thresholds of the grades come from studies of pain, so they are used for nothing else. A part of the body means
    the pain in it unless another trouble is named.

    >>> is_pain("lower back"), is_pain("hand numbness"), is_pain("anxiety")
    (True, False, False)
    """
    words = re.findall(r"\w+", folded(condition))
    if any(word in _PAIN or word.startswith(_PAIN_BEGINS) or word.endswith(_PAIN_ENDS) for word in words):
        # 'pain anxiety' is not pain, 'pain and stiffness' is.
        return not any(word.startswith(_OF_THE_MIND) for word in words)
    is_painful = any(word in _PAINFUL or word.removesuffix("s") in _PAINFUL for word in words)
    if not is_painful and _PAINFUL_PAIRS.isdisjoint(pairwise(words)):
        return False
    return not any(word in _OTHER_TROUBLES or word.startswith(_OTHERS_BEGIN) for word in words)

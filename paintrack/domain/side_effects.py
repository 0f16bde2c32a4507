"""Side effects: the kinds, the words people use for them, and what to do about each.

Kinds after the prospective studies of acupuncture's adverse events (White 2001, Witt 2009, Bäumler 2021).
Urgent means: act today. It is not the regulatory word 'serious'. Advice for an urgent kind never sends the
patient to the acupuncturist first: people with a collapsed lung have come to harm that way.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from paintrack.domain.entry import SideEffect
from paintrack.domain.text import one_line


class SideEffectKind(NamedTuple):
    """One kind: the stored key, the words for a table row and for a count, the advice, everyday synonyms.

    `synonyms` are separated by a comma and a space.
    """

    key: str
    short: str
    label: str
    advice: str
    synonyms: str = ""
    urgent: bool = False


OTHER = SideEffectKind(
    key="other",
    short="other",
    label="other side effect",
    advice="If it is severe, new or frightening, get medical help today. Tell your acupuncturist.",
)
# The most urgent first: advice is given in this order.
KINDS = {
    kind.key: kind
    for kind in (
        SideEffectKind(
            key="chest_pain_breathless",
            short="chest pain",
            label="chest pain or breathlessness",
            urgent=True,
            advice=(
                "THIS CAN BE AN EMERGENCY. Call the emergency number now, also if the needles were hours or "
                "days ago. Say that you had acupuncture, and where."
            ),
            synonyms=(
                "chest pains, pain in chest, pain chest, chest hurts, chest hurt, chest ache, chest "
                "tightness, tightness in chest, chest tight, tight chest, chest pressure, pressure on chest, "
                "sore chest, breathless, breathlessness, short of breath, short breath, shortness of breath, "
                "out of breath, no breath, cant breathe, cannot breathe, can not breathe, couldnt breathe, "
                "could not breathe, cant breath, cant get air, cant get breath, cant catch breath, hard to "
                "breathe, hurts to breathe, hurts when breathe, hurts when i breathe, hurts breathing, "
                "breathing hurts, struggling to breathe, pain breathing, pain when breathing, painful "
                "breathing, trouble breathing, difficulty breathing, difficult to breathe, problems "
                "breathing, breathing trouble, breathing difficulty, breathing problems, breathing "
                "difficulties, gasping, dyspnea, dyspnoea, collapsed lung, punctured lung, pneumothorax, "
                "heart attack"
            ),
        ),
        SideEffectKind(
            key="allergic_severe",
            short="severe allergy",
            label="severe allergic reaction",
            urgent=True,
            advice=(
                "THIS CAN BE AN EMERGENCY. If your face, tongue or throat swells or breathing is hard, call "
                "the emergency number now. Say that you had acupuncture."
            ),
            synonyms=(
                "severe allergic, bad allergic reaction, anaphylaxis, anaphylactic, anaphylactic shock, "
                "allergic shock, swollen throat, throat swollen, throat swelling, throat closing, throat "
                "tight, tight throat, swelling of throat, swollen tongue, tongue swollen, tongue "
                "swelling, swollen face, face swollen, face swelling, swelling of face, facial "
                "swelling, swollen lips, lips swollen, lip swelling"
            ),
        ),
        SideEffectKind(
            key="seizure",
            short="seizure",
            label="seizure",
            urgent=True,
            advice=(
                "THIS CAN BE AN EMERGENCY. A seizure needs emergency care: call the emergency number now. "
                "Say that you had acupuncture."
            ),
            synonyms="seizures, fit, fits, convulsion, convulsions, convulsing, epileptic",
        ),
        SideEffectKind(
            key="numb_weak",
            short="numb or weak",
            label="numbness or weakness",
            urgent=True,
            advice=(
                "GET MEDICAL HELP TODAY if new numbness, weakness or shooting pain does not pass. Call the "
                "emergency number if one side of the face or body is affected, or bladder or bowel."
            ),
            synonyms=(
                "numb, numbness, weak, weakness, shooting pain, shooting pains, nerve pain, nerve damage, "
                "pins and needles, tingling, foot drop, drop foot, paralysed, paralyzed, paralysis, lost "
                "feeling, loss of feeling, cant move, cannot move, stroke, slurred speech, face drooping, "
                "drooping face"
            ),
        ),
        SideEffectKind(
            key="infection_signs",
            short="infection",
            label="signs of infection",
            urgent=True,
            advice=(
                "GET MEDICAL HELP TODAY for spreading redness, heat, pus or fever. Call the emergency number "
                "if you feel very ill or confused, or cannot stop shivering."
            ),
            synonyms=(
                "infected, infection sign, pus, abscess, cellulitis, sepsis, fever, feverish, high "
                "temperature, chills, shivering, spreading redness, redness spreading, redness spreads, red "
                "streak, red streaks, hot and red, red and hot, hot and swollen"
            ),
        ),
        SideEffectKind(
            key="fainted",
            short="fainted",
            label="fainting",
            urgent=True,
            advice=(
                "GET MEDICAL HELP TODAY if you passed out, were hurt, or it happens again. Lie down until it "
                "has passed, and do not drive."
            ),
            synonyms=(
                "faint, passed out, pass out, passing out, blacked out, blackout, blackouts, black out, "
                "syncope, lost consciousness, loss of consciousness, unconscious, collapsed, collapse"
            ),
        ),
        SideEffectKind(
            key="needle_left_in",
            short="needle left in",
            label="needle left in",
            urgent=True,
            advice=(
                "GET HELP NOW: a needle that was left in must come out today. If it is broken or under the skin, "
                "keep still and get emergency care."
            ),
            synonyms=(
                "needle left, needle still in, needle forgotten, forgotten needle, forgot needle, needle "
                "stuck, stuck needle, broken needle, needle broke, needle broken"
            ),
        ),
        SideEffectKind(
            key="burn_blister",
            short="burn",
            label="burn or blister",
            advice=(
                "Burn: cool it under running water for 20 minutes; leave blisters closed. Have it seen today "
                "if it is bigger than a coin, or on the face or hands."
            ),
            synonyms="burns, burned, burnt, blister, blisters, scald, scalded, moxa burn, skin burn",
        ),
        SideEffectKind(
            key="bruise_bleeding",
            short="bruise",
            label="bruise or bleeding",
            advice=(
                "Bruise: common. Press gently; tell your acupuncturist. Get help if the swelling grows or "
                "the bleeding will not stop."
            ),
            synonyms=(
                "bruises, bruised, bruising, bleeding, bleed, bled, blood, haematoma, hematoma, black and "
                "blue, blue mark"
            ),
        ),
        SideEffectKind(
            key="needle_pain",
            short="needle pain",
            label="pain where a needle was",
            advice=("Needle pain: mostly gone in a day or two. Mention it next time; have it checked if it lasts."),
            synonyms=(
                "sore, soreness, needling pain, pain from needle, pain at needle, painful needle, needle "
                "hurt, needle sore, sore spot, sting, stinging"
            ),
        ),
        SideEffectKind(
            key="symptom_flare",
            short="flare",
            label="symptoms worse for a while",
            advice=(
                "Flare: it happens and mostly settles. Rate it for a few days; see a doctor if it is severe or lasts."
            ),
            synonyms=(
                "flare up, flared up, flares, worse, worsening, aggravation, aggravated, more pain, pain "
                "worse, worse pain, symptoms worse"
            ),
        ),
        SideEffectKind(
            key="drowsy",
            short="drowsy",
            label="drowsiness",
            advice="Drowsy: do not drive or use machines until it has passed.",
            synonyms="sleepy, sleepiness, groggy",
        ),
        SideEffectKind(
            key="dizzy_nausea_sweat",
            short="dizzy or sick",
            label="dizziness, nausea or sweating",
            advice=("Dizzy or sick: lie down, drink water, tell the practitioner. Get help if it does not settle."),
            synonyms=(
                "dizzy, dizziness, vertigo, light headed, light headedness, woozy, felt faint, feel faint, "
                "feeling faint, nearly fainted, almost fainted, nausea, nauseous, nauseated, sick, felt "
                "sick, feeling sick, queasy, vomiting, vomited, vomit, threw up, sweat, sweats, sweating, "
                "sweaty, clammy"
            ),
        ),
        SideEffectKind(
            key="headache_fatigue",
            short="headache or tired",
            label="headache or tiredness",
            advice="Headache or tired: rest and drink. Get medical help if it is sudden and very strong.",
            synonyms=("headache, headaches, fatigue, fatigued, tired, tiredness, exhausted, exhaustion, worn out"),
        ),
        SideEffectKind(
            key="skin_reaction",
            short="skin reaction",
            label="itch or skin reaction",
            advice=(
                "Skin reaction: note which needle, tape or oil was used; it can be an allergy to it. Call "
                "the emergency number if the face or throat swells."
            ),
            synonyms=(
                "rash, itch, itching, itchy, redness, red skin, hives, irritation, skin irritation, allergy, "
                "allergic, allergic reaction"
            ),
        ),
        OTHER,
    )
}
_APOSTROPHES = "'`´ʼ‘’"
# Words that people put around the ones that count.
_FILLERS = {
    "a", "an", "and", "are", "at", "been", "bit", "got", "had", "have", "i", "in", "is", "it", "my", "of",
    "on", "really", "so", "some", "the", "to", "very", "was", "were",
}  # fmt: skip


def parse_side_effect(text: str) -> SideEffect:
    """The side effect typed as `text`: a kind by its key, label or a synonym, else `other` with the words.

    Case, hyphens, underscores, apostrophes and small words make no difference. Raises UsageError when
    nothing is typed or it is no text.
    """
    words = one_line(text, "The side effect")
    kind = _exact(words)
    return SideEffect(kind=OTHER.key, words=words) if kind is None else SideEffect(kind=kind.key)


def urgent_advice(texts: Iterable[str]) -> list[str]:
    """What to do now about every urgent kind that the raw words name, alone or inside longer words.

    Each advice once, the most urgent first. Never raises: it comes before anything is checked or saved.
    """
    named = {kind.key for text in texts for kind in _urgent_in(text)}
    return [kind.advice for kind in KINDS.values() if kind.key in named]


def is_urgent(effect: SideEffect) -> bool:
    """Whether it asks for help on the same day: an urgent kind, or words that name one."""
    return kind_of(effect).urgent or bool(_urgent_in(effect.words or ""))


def advice_for(effect: SideEffect) -> str:
    """What to do about it, in one to three sentences."""
    return " ".join(urgent_advice([effect.words or ""])) or kind_of(effect).advice


def label_of(effect: SideEffect) -> str:
    """What it is called in counts and sentences: `bruise or bleeding`, or the patient's words."""
    return effect.words or (kind_of(effect).label if effect.kind in KINDS else effect.kind)


def short_of(effect: SideEffect) -> str:
    """What it is called in a table row: `bruise`, or the patient's words."""
    return effect.words or (kind_of(effect).short if effect.kind in KINDS else effect.kind)


def kind_of(effect: SideEffect) -> SideEffectKind:
    """The kind, `other` for a key that only a newer paintrack knows."""
    return KINDS.get(effect.kind, OTHER)


def _urgent_in(text: str) -> list[SideEffectKind]:
    if exact := _exact(text):
        return [exact] if exact.urgent else []
    words = f" {_plain(text)} "
    return [kind for kind in KINDS.values() if kind.urgent and any(f" {phrase} " in words for phrase in _phrases(kind))]


def _exact(text: str) -> SideEffectKind | None:
    return _kinds_by_phrase().get(_plain(text).replace(" ", ""))


@cache
def _kinds_by_phrase() -> dict[str, SideEffectKind]:
    return {phrase.replace(" ", ""): kind for kind in KINDS.values() for phrase in _phrases(kind)}


def _phrases(kind: SideEffectKind) -> list[str]:
    return [_plain(words) for words in (kind.key, kind.short, kind.label, *kind.synonyms.split(", ")) if words]


def _plain(text: str) -> str:
    kept = "".join(each if each.isalnum() else " " for each in text.casefold() if each not in _APOSTROPHES)
    return " ".join(word for word in kept.split() if word not in _FILLERS)

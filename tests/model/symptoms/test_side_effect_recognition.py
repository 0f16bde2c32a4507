"""Side effects: the words people use, what is serious in any text, and the advice that must not be missed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.everyday_sayings import NONE
from paintrack.model.symptoms.real_words_near_serious_signs import REAL_WORDS
from paintrack.model.symptoms.serious_sign_search import speaks_of_self_harm
from paintrack.model.symptoms.serious_signs import SIGNS
from paintrack.model.symptoms.side_effect_kinds import SELF_HARM, SERIOUS_KINDS, SIDE_EFFECT_KINDS, SideEffectKind
from paintrack.model.symptoms.side_effect_recognition import (
    advice_for,
    is_none,
    is_serious,
    label_of,
    parse_side_effect,
    serious_in,
    short_of,
    urgent_advice,
)
from paintrack.model.symptoms.side_effects_typed_twice import is_same, repeated_among, with_added
from tests.model.symptoms.everyday_notes import EVERYDAY_NOTES
from tests.model.symptoms.serious_phrases import SERIOUS as SERIOUS_PHRASES

EMERGENCY = (
    "THIS CAN BE AN EMERGENCY. Call the emergency number now, also if the needles were hours or days ago. "
    "Say that you had acupuncture, and where on the body the needles were."
)
ADVICE = {kind.key: kind.advice for kind in SERIOUS_KINDS}
COVERING = {key: [kind.advice for kind in SERIOUS_KINDS if key in kind.covers] for key in ADVICE}
PHRASES = [(phrase, key) for key, phrases in SERIOUS_PHRASES.items() for phrase in phrases]
NAMES = [
    (name, kind.key)
    for kind in SIDE_EFFECT_KINDS.values()
    for name in (kind.key, kind.short, kind.label, *kind.names.split(", "))
    if name
]


def says(texts: list[str], key: str) -> bool:
    """Whether the advice of that kind is given, or that of a kind that covers it."""
    given_advice = urgent_advice(texts)
    return ADVICE[key] in given_advice or any(advice in given_advice for advice in COVERING[key])


def test_the_kinds_are_the_ones_that_files_hold() -> None:
    assert {key for key, kind in SIDE_EFFECT_KINDS.items() if not kind.is_serious} == {
        "bruise_bleeding",
        "needle_pain",
        "symptom_flare",
        "drowsy",
        "dizzy_nausea_sweat",
        "headache_fatigue",
        "skin_reaction",
        "burn_blister",
        "tingling",
        "other",
    }
    assert {key for key, kind in SIDE_EFFECT_KINDS.items() if kind.is_serious} == {
        "chest_pain_breathless",
        "stroke_signs",
        "sudden_worst_headache",
        "cauda_equina",
        "allergic_severe",
        "seizure",
        "bleeding_not_stopping",
        "pregnancy_sign",
        "infection_signs",
        "fainted",
        "numb_weak",
        "needle_left_in",
    }


@pytest.mark.parametrize(("words", "key"), NAMES)
def test_every_name_means_exactly_one_kind(words: str, key: str) -> None:
    for typed in (words, f"  {words.upper()} ", words.replace(" ", "-"), words.replace(" ", "_")):
        assert parse_side_effect(typed).kind == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a bruise", "bruise_bleeding"),
        ("bleeding", "bruise_bleeding"),
        ("nearly fainted", "dizzy_nausea_sweat"),
        ("light-headed", "dizzy_nausea_sweat"),
        ("can’t breathe", "chest_pain_breathless"),
        ("had a fit", "seizure"),
        ("flare-up", "symptom_flare"),
        ("allergic reaction", "skin_reaction"),
        ("severe allergic reaction", "allergic_severe"),
        ("pins and needles", "tingling"),
        ("slurred speech", "stroke_signs"),
        ("bad chest pain since noon", "chest_pain_breathless"),
        # Where and how much are no part of a name.
        ("bruise on my back", "bruise_bleeding"),
        ("felt faint at home", "dizzy_nausea_sweat"),
        ("I feel dizzy", "dizzy_nausea_sweat"),
        ("slightly dizzy on the way home", "dizzy_nausea_sweat"),
        ("a big bruise", "bruise_bleeding"),
        ("tired all day", "headache_fatigue"),
        ("mild headache in the evening", "headache_fatigue"),
        # One slip of the keys is no other name.
        ("brusie", "bruise_bleeding"),
        ("dizzyness in the car", "dizzy_nausea_sweat"),
    ],
)
def test_everyday_words_become_the_kind_and_are_kept(text: str, key: str) -> None:
    assert parse_side_effect(text) == SideEffect(kind=key, words=text)


def test_a_key_alone_needs_no_words() -> None:
    assert parse_side_effect("bruise_bleeding") == SideEffect(kind="bruise_bleeding")


@pytest.mark.parametrize("text", ["craving for olives", "no chest pain", "...", "a", "מוזר", "strange; dreams"])
def test_unknown_words_are_kept(text: str) -> None:
    assert parse_side_effect(f" {text}\n") == SideEffect(kind="other", words=text)
    assert label_of(parse_side_effect(text)) == short_of(parse_side_effect(text)) == isolated(text)


@pytest.mark.parametrize("text", ["", " \n", "a\x00b", "a\udcffb"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"^The side effect .*$"):
        parse_side_effect(text)


@pytest.mark.parametrize("text", [*NONE.split(", "), "None.", "NO SIDE EFFECTS", "Nothing!"])
def test_that_there_was_none_is_no_side_effect(text: str) -> None:
    assert is_none(text)
    with pytest.raises(UsageError, match="no side effect to save"):
        parse_side_effect(text)


@pytest.mark.parametrize("text", ["no feeling in my hand", "nonsense", "no", "none of my business"])
def test_only_the_whole_text_says_none(text: str) -> None:
    assert is_none(text) is (text == "no")


@pytest.mark.parametrize(
    ("effect", "short", "label"),
    [
        (SideEffect("bruise_bleeding"), "bruise", "bruise or bleeding"),
        (SideEffect("bruise_bleeding", "Bruise"), "bruise", "bruise or bleeding"),
        (SideEffect("bruise_bleeding", "blue mark"), "blue mark (bruise)", "blue mark (bruise or bleeding)"),
        (SideEffect("stroke_signs", "lost speech"), "lost speech (stroke signs)", "lost speech (signs of a stroke)"),
        (SideEffect("other", "odd dreams"), "odd dreams", "odd dreams"),
        (SideEffect("other"), "other", "other side effect"),
        (SideEffect("metal_taste"), "metal_taste", "metal_taste"),
        (SideEffect("metal_taste", "tin"), "tin", "tin"),
    ],
)  # fmt: skip
def test_the_words_and_the_kind_where_they_differ(effect: SideEffect, short: str, label: str) -> None:
    assert (short_of(effect), label_of(effect)) == (short, label)


def test_a_kind_of_a_newer_paintrack_is_not_serious() -> None:
    newer = SideEffect(kind="metal_taste")
    assert not is_serious(newer)
    assert advice_for(newer) == advice_for(SideEffect(kind="other"))


def test_other_words_get_the_sharpened_sentence() -> None:
    advice = advice_for(parse_side_effect("craving for olives"))
    assert advice == "If it is severe, sudden, new or frightening, get medical help now."


@pytest.mark.parametrize(("text", "key"), PHRASES)
def test_a_serious_phrase_is_answered(text: str, key: str) -> None:
    assert says([text], key)


@pytest.mark.parametrize(("text", "key"), PHRASES)
def test_also_in_capitals_curly_and_in_a_long_note(text: str, key: str) -> None:
    curly = text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    for around in (
        text.upper(),
        curly,
        f"Slept badly.\n{text}\nWill call Dr Li.",
        f"hello; {text}! ok?",
        f"(no fever) {curly}",
    ):
        assert says([around], key)


@pytest.mark.parametrize("text", EVERYDAY_NOTES)
def test_an_everyday_note_stays_silent(text: str) -> None:
    assert urgent_advice([text]) == []
    assert serious_in(text) == []


def test_there_are_enough_of_both() -> None:
    assert len(EVERYDAY_NOTES) >= 160
    assert len(PHRASES) >= 200
    assert set(SERIOUS_PHRASES) == set(SIGNS) == set(ADVICE)


SIGN_WORDS = set(re.findall("[a-z]+", " ".join(SIGNS.values())))


def slips(word: str) -> set[str]:
    """The word with one slip of the keys in its middle: two letters swapped, one missing, one twice."""
    misspellings = set()
    for place in range(1, len(word) - 2):
        misspellings.add(word[:place] + word[place + 1] + word[place] + word[place + 2 :])
        misspellings.add(word[:place] + word[place + 1 :])
        misspellings.add(word[:place] + word[place] + word[place:])
    return {slip for slip in misspellings - {word} if slip.lower() not in REAL_WORDS}


def with_slips(text: str) -> list[str]:
    """The text with each slip in its longest word of the table, one at a time; six letters or more."""
    words = [word for word in re.findall("[A-Za-z]+", text) if len(word) >= 6 and word.lower() in SIGN_WORDS]
    if not words:
        return []
    longest = max(words, key=len)
    return [text.replace(longest, slip, 1) for slip in sorted(slips(longest))]


@pytest.mark.parametrize(("text", "key"), [each for each in PHRASES if len(each[0]) < 40 and with_slips(each[0])])
def test_one_slip_of_the_keys_hides_no_serious_phrase(text: str, key: str) -> None:
    assert [slip for slip in with_slips(text) if not says([slip], key)] == []


NEGATABLE = ("fever", "chest pain", "numbness", "seizure", "slurred speech", "swollen face", "chills", "heavy bleeding")


@pytest.mark.parametrize("phrase", NEGATABLE)
@pytest.mark.parametrize(
    "negation", ["no", "not", "without", "never", "No", "no more", "never any", "didn't have", "no real"]
)
def test_a_denial_within_two_words_raises_nothing(phrase: str, negation: str) -> None:
    assert urgent_advice([f"{negation} {phrase}"]) == []
    assert urgent_advice([f"{negation} {phrase} or chills"]) == []


@pytest.mark.parametrize("phrase", NEGATABLE)
@pytest.mark.parametrize(
    "before",
    ["no, ", "not well. ", "no but ", "no sleep, ", "never mind: ", "not only ", "nothing new\n", "no bruise but ",
     "I did not sleep well and had ", "no idea what to do ", "not well ", "without warning "],
)  # fmt: skip
def test_a_denial_of_something_else_hides_nothing(phrase: str, before: str) -> None:
    assert urgent_advice([before + phrase]) == urgent_advice([phrase]) != []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("no feeling between the legs", "cauda_equina"),
        ("cannot pass urine", "cauda_equina"),
        ("not breathing well", "chest_pain_breathless"),
        ("never had a headache like this", "sudden_worst_headache"),
        ("baby is not moving", "pregnancy_sign"),
        ("no reason to live", "self_harm"),
        ("not able to pee", "cauda_equina"),
        ("no feeling in my hand", "numb_weak"),
    ],
)
def test_a_phrase_that_holds_a_denial_is_looked_at_first(text: str, key: str) -> None:
    assert says([text], key)


def test_what_stands_in_two_texts_is_not_one_phrase() -> None:
    assert urgent_advice(["sore chest of drawers", "pain"]) == urgent_advice(["my chest", "pain"]) == []


def test_advice_comes_once_and_the_most_urgent_first() -> None:
    advice = urgent_advice(["fainted", "bruise", "numb foot", "high fever", "passed out again", "fainted, no breath"])
    assert advice == [ADVICE[key] for key in ("chest_pain_breathless", "infection_signs", "numb_weak", "fainted")]


def test_an_advice_that_covers_another_stands_alone() -> None:
    assert urgent_advice(["numb between the legs"]) == [ADVICE["cauda_equina"]]
    assert [each.kind.key for each in serious_in("my face is numb")] == ["stroke_signs"]
    assert urgent_advice(["pregnant and heavy bleeding"]) == [ADVICE["pregnancy_sign"]]


def test_emergencies_are_said_before_what_can_wait_for_today() -> None:
    emergencies = [
        kind.advice.startswith("THIS CAN BE AN EMERGENCY.") for kind in SERIOUS_KINDS if kind is not SELF_HARM
    ]
    assert emergencies == sorted(emergencies, reverse=True)


@pytest.mark.parametrize("kind", SERIOUS_KINDS, ids=lambda kind: kind.key)
def test_nobody_in_trouble_is_sent_to_the_acupuncturist(kind: SideEffectKind) -> None:
    advice = ADVICE[kind.key]
    assert "acupuncturist" not in advice
    assert "practitioner" not in advice
    assert "emergency" in advice


@pytest.mark.parametrize("kind", SERIOUS_KINDS, ids=lambda kind: kind.key)
def test_each_advice_names_two_sources(kind: SideEffectKind) -> None:
    sources = kind.sources
    assert len(set(sources)) >= 2
    assert all(source.startswith("http") for source in sources)


def test_self_harm_is_answered_and_never_a_kind() -> None:
    assert urgent_advice(["I want to die"]) == [SELF_HARM.advice]
    assert parse_side_effect("want to die") == SideEffect(kind="other", words="want to die")
    assert speaks_of_self_harm("I want to die")
    assert serious_in("I want to die and have chest pain")[0].kind.key == "chest_pain_breathless"
    assert serious_in("I want to die") == []
    assert SELF_HARM.key not in SIDE_EFFECT_KINDS


def test_a_long_text_is_shown_around_the_words_that_count() -> None:
    text = f"{'slept well. ' * 200}Chest pain since noon.{' It was warm.' * 100}"
    (serious,) = serious_in(text)
    assert "Chest pain since noon." in serious.words
    assert serious.words.startswith("... ")
    assert serious.words.endswith(" ...")
    assert len(serious.words) < 600


@pytest.mark.parametrize(
    ("one", "another", "same"),
    [
        (SideEffect("bruise_bleeding"), SideEffect("bruise_bleeding", noticed="2026-07-06T14:02:00+02:00"), True),
        (SideEffect("bruise_bleeding", "bruise"), SideEffect("bruise_bleeding", "Bruise"), True),
        (SideEffect("bruise_bleeding", "bruise"), SideEffect("bruise_bleeding", "blue mark"), True),
        (SideEffect("bruise_bleeding", "blue mark"), SideEffect("bruise_bleeding", "black and blue"), False),
        (SideEffect("other", "odd dreams"), SideEffect("other", "ODD dreams"), True),
        (SideEffect("other", "odd dreams"), SideEffect("other", "warm feet"), False),
        (SideEffect("drowsy"), SideEffect("fainted"), False),
    ],
)
def test_what_is_the_same_side_effect(one: SideEffect, another: SideEffect, same: bool) -> None:
    assert is_same(one, another) is is_same(another, one) is same
    assert with_added([one], [another]) == ((one,) if same else (one, another))
    assert repeated_among([one], [another]) == ([another] if same else [])


def test_what_is_typed_twice_at_once_is_kept_once() -> None:
    bruise = SideEffect("bruise_bleeding", "bruise")
    assert with_added([], [bruise, bruise]) == (bruise,)
    assert repeated_among([], [bruise, bruise]) == [bruise]


@given(st.text())
def test_any_text_is_refused_or_kept(text: str) -> None:
    try:
        effect = parse_side_effect(text)
    except UsageError:
        return
    assert effect.kind in SIDE_EFFECT_KINDS
    assert label_of(effect)
    assert parse_side_effect(effect.words or effect.kind) == effect


@given(st.lists(st.text(st.characters(exclude_categories=()))))
def test_advice_never_raises(texts: list[str]) -> None:
    assert len(urgent_advice(texts)) <= len(SERIOUS_KINDS)


@given(st.text(), st.sampled_from(PHRASES), st.text())
def test_what_stands_around_a_serious_phrase_does_not_hide_it(before: str, phrase: tuple[str, str], after: str) -> None:
    text, key = phrase
    assert says([f"{before}\n{text}. {after}"], key)

"""A side effect in more words than its name: its kind, and what became of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import SideEffect
from paintrack.model.symptoms.side_effect_kinds import OTHER, SIDE_EFFECT_KINDS, SideEffectKind
from paintrack.model.symptoms.side_effect_outcome import says_over, says_well, split_outcome
from paintrack.model.symptoms.side_effect_recognition import (
    advice_for,
    denied_in,
    is_denied,
    is_listed,
    parse_side_effect,
    parse_side_effects,
    urgent_advice,
)
from paintrack.model.symptoms.side_effects_typed_twice import is_same

NAMES = [
    (name, kind)
    for kind in SIDE_EFFECT_KINDS.values()
    for name in (kind.short, *kind.names.split(", "))
    if name and kind is not OTHER and parse_side_effect(name).kind == kind.key
]
GOES_ON = [
    "gone",
    "gone after 5 days",
    "is still there",
    "for two days",
    "after the session",
    "went away",
    "this morning",
]


@given(st.sampled_from(NAMES), st.sampled_from(GOES_ON))
def test_a_name_that_goes_on_keeps_its_kind_words_and_advice(named: tuple[str, SideEffectKind], more: str) -> None:
    name, kind = named
    text = f"{name} {more}"
    effect = parse_side_effect(text)
    assert effect.words == text
    # A serious sign comes first: `pain from needle is still there` may be a needle that was left in.
    assert effect.kind == kind.key or SIDE_EFFECT_KINDS[effect.kind].is_serious
    if SIDE_EFFECT_KINDS[effect.kind].is_serious:
        assert SIDE_EFFECT_KINDS[effect.kind].advice in urgent_advice((), [text])
    else:
        assert advice_for(effect) == SIDE_EFFECT_KINDS[effect.kind].advice


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bruise swollen", "bruise_bleeding"),
        ("swollen ugly bruise, left arm", "bruise_bleeding"),
        ("faint bruise", "bruise_bleeding"),
        ("rash on both arms and itching", "skin_reaction"),
        ("felt really dizzy and had to sit", "dizzy_nausea_sweat"),
        ("Pins and needles, then a cold hand", "tingling"),
        ("weak for two days", "numb_weak"),
        ("bruise, now fever", "infection_signs"),
        ("sore throat", "other"),
        ("blood pressure low", "other"),
        ("no bruise", "other"),
        ("never dizzy", "other"),
        ("less headache than before", "other"),
        ("very odd dreams", "other"),
        ("barely any bleeding", "bruise_bleeding"),
        ("hardly any bruise", "bruise_bleeding"),
        ("rarely dizzy", "dizzy_nausea_sweat"),
        ("no fever. bruise on arm", "bruise_bleeding"),
        ("no bruise but dizzy", "dizzy_nausea_sweat"),
        ("no bruise, only a rash", "skin_reaction"),
        ("no bruising, slightly dizzy", "dizzy_nausea_sweat"),
        ("cant walk because of the burn", "burn_blister"),
        ("bruise not gone", "bruise_bleeding"),
        ("bruise: no better", "bruise_bleeding"),
        ("bleeding, not much", "bruise_bleeding"),
        ("no side effects but a bruise", "bruise_bleeding"),
        ("No side effects, except a sore spot", "needle_pain"),
        ("no side effects but metallic taste", "other"),
        ("no side effects apart from odd dreams", "other"),
        # Where it is not is no denial.
        ("bruise not on the arm", "bruise_bleeding"),
        ("dizzy not at home", "dizzy_nausea_sweat"),
        ("rash not near the needle", "skin_reaction"),
        ("headache not in the morning", "headache_fatigue"),
        # What a needle or moxa did not do.
        ("period bleeding", "other"),
        ("bleeding since my period began", "other"),
        ("bleeding gums", "other"),
        ("bleeding from my gums", "other"),
        ("burned my tongue", "other"),
        ("burn on my tongue", "other"),
        ("blister from new shoes", "other"),
        ("bleeding gums, bruise on my arm", "bruise_bleeding"),
    ],
)
def test_a_name_inside_of_more_words(text: str, kind: str) -> None:
    assert parse_side_effect(text) == SideEffect(kind=kind, words=text)


DENIALS = [
    "no {}",
    "No {} at all",
    "no {} on my arm",
    "not {}",
    "never any {}",
    "zero {}",
    "nil {}",
    "0 {}",
    "without {}",
    "free of {}",
    "can't see any {}",
    "cant find any {}",
    "couldn’t find any {}",
    "did not notice any {}",
    "no sign of {} so far",
    "{}: none",
    "{}: no",
    "{} - nil",
    "{}=0",
    "{}-free",
    "{} no more",
    "no {}, no {}",
    "no {} or {}",
    "neither {} nor {}",
]


# A comma ends what is denied, and some names are denials.
DENIED_NAMES = st.sampled_from([each for each in NAMES if not re.search("^no |^cant |^cannot |,", each[0])])


@given(DENIED_NAMES, st.sampled_from(DENIALS))
def test_a_denied_name_is_no_side_effect(named: tuple[str, SideEffectKind], denial: str) -> None:
    text = denial.format(named[0], named[0])
    assert not is_listed(text) or SIDE_EFFECT_KINDS[parse_side_effect(text).kind].is_serious
    if urgent_advice((), [text]):
        # Rather too often than too rarely.
        assert not is_denied(text)
    else:
        assert is_denied(text)
        assert (parse_side_effects(text), denied_in(text)) == ((), [text])
        assert parse_side_effect(text) == SideEffect(OTHER.key, text)
        (beside,) = parse_side_effects(f"drowsy, {text}; {text}")
        assert beside.kind == "drowsy"


def test_a_denial_typed_twice_is_none_either() -> None:
    (drowsy,) = parse_side_effects("drowsy, without seizure; without seizure")
    assert drowsy.kind == "drowsy"


@given(DENIED_NAMES)
def test_what_goes_on_behind_a_denial_is_no_denial(named: tuple[str, SideEffectKind]) -> None:
    for text in (
        "never {} before",
        "no idea where the {} comes from",
        "no {} but sore",
        "{} not gone",
        "no better: {}",
    ):
        assert not is_denied(text.format(named[0]))


@pytest.mark.parametrize(
    "text", ["chest pain: none", "no feeling in my hand", "no feeling", "weakness: none", "", "no"]
)
def test_what_may_be_serious_or_names_nothing_is_not_denied(text: str) -> None:
    assert not is_denied(text)


def test_what_says_more_is_no_repetition() -> None:
    bruise, swollen = map(parse_side_effect, ("bruise", "bruise swollen"))
    assert not is_same(bruise, swollen)
    assert is_same(swollen, parse_side_effect("Bruise, swollen"))
    assert is_same(bruise, parse_side_effect("bruise on my arm"))


@pytest.mark.parametrize(
    ("text", "effect", "outcome"),
    [
        ("bruise gone after 5 days", "bruise", "gone after 5 days"),
        ("chest pain: is now much better", "chest pain", "is now much better"),
        ("bleeding has not stopped", "bleeding", "has not stopped"),
        ("headache went away", "headache", "went away"),
        ("bruise still there", "bruise", "still there"),
        ("dizzy, but it passed quickly", "dizzy", "but it passed quickly"),
        ("chest pain saw a doctor", "chest pain", "saw a doctor"),
        ("fainted, doctor checked, all fine", "fainted", "doctor checked, all fine"),
        ("bruise was checked by my GP", "bruise", "was checked by my GP"),
    ],
)
def test_what_became_of_it_stands_behind(text: str, effect: str, outcome: str) -> None:
    assert split_outcome(text) == (effect, outcome)


@pytest.mark.parametrize(
    "text",
    ["", "gone", "it is gone", "leg went numb", "passed out", "still weak", "bruise", "dizzy when I saw a doctor"],
)
def test_other_words_are_no_outcome(text: str) -> None:
    assert split_outcome(text) is None


@pytest.mark.parametrize(
    "text",
    ["fine now", "I'm fine", "feeling much better", "ok after 2 days", "Better since then"],
)
def test_that_all_is_well_is_no_side_effect(text: str) -> None:
    assert says_well(text)
    assert says_over(text)
    assert (parse_side_effects(text), is_denied(text)) == ((), True)


@pytest.mark.parametrize("text", ["gone", "all gone now", "gone after 5 days", "It has passed", "over now"])
def test_that_it_is_over_does_not_say_what(text: str) -> None:
    assert (says_over(text), says_well(text), is_denied(text)) == (True, False, False)


@pytest.mark.parametrize(
    "text",
    ["", "not fine", "fine but dizzy", "well rested", "better sleep", "passed out", "gone to sleep",
     "stopped breathing", "bruise gone", "now", "fine after fainting", "fine since the needle broke", "went numb"],
)  # fmt: skip
def test_what_says_more_is_not_over(text: str) -> None:
    assert not says_over(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bruise, fine now", ["bruise, fine now"]),
        ("chest pain not gone, worse", ["chest pain not gone, worse"]),
        ("sore; all gone, dizzy", ["sore, all gone", "dizzy"]),
        ("bruise, worse", ["bruise", "worse"]),
        ("odd taste, worse", ["odd taste", "worse"]),
        ("tingled, worse", ["tingled", "worse"]),
        ("bruise and dizzy, fine now", ["bruise", "dizzy"]),
    ],
)
def test_how_one_goes_on_belongs_to_it(text: str, words: list[str]) -> None:
    assert [each.words for each in parse_side_effects(text)] == words


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    apart = split_outcome(text)
    assert apart is None or (apart.effect and apart.outcome)
    assert is_listed(text) in (True, False)

"""Several side effects in one text."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.symptoms.side_effect_kinds import SELF_HARM, SIDE_EFFECT_KINDS
from paintrack.model.symptoms.side_effect_recognition import (
    advice_for,
    parse_side_effect,
    parse_side_effects,
    serious_in_effect,
    urgent_advice,
)
from tests.model.symptoms.serious_phrases import SERIOUS


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("bruise, dizzy", ["bruise_bleeding", "dizzy_nausea_sweat"]),
        ("bruise and dizzy", ["bruise_bleeding", "dizzy_nausea_sweat"]),
        ("bruise; none", ["bruise_bleeding"]),
        ("bruise, odd taste", ["bruise_bleeding", "other"]),
        ("bruise and odd taste", ["bruise_bleeding"]),
        ("mild taste and odd dreams", ["other"]),
        ("itchy toe, odd taste", ["skin_reaction"]),
        ("odd dreams, could not breathe", ["other", "chest_pain_breathless"]),
        ("could not breathe; odd dreams", ["chest_pain_breathless", "other"]),
        ("tired and could not breathe", ["headache_fatigue", "chest_pain_breathless"]),
        ("odd dreams and could not breathe", ["chest_pain_breathless"]),
        ("dizzy on the way home, bruise on arm", ["dizzy_nausea_sweat", "bruise_bleeding"]),
        ("bruise, left arm", ["bruise_bleeding"]),
        ("bruise and dizzy, on the way home", ["bruise_bleeding", "dizzy_nausea_sweat"]),
        ("pain in the chest, only when I breathe in", ["chest_pain_breathless"]),
        ("bruise, not dizzy", ["bruise_bleeding"]),
        ("odd toe, odd taste", ["other"]),
        ("bruise", ["bruise_bleeding"]),
    ],
)
def test_several_side_effects_in_one_text(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in parse_side_effects(text)] == kinds


EFFECT_NAMES = [name for kind in SIDE_EFFECT_KINDS.values() for name in kind.names.split(", ") if name]


@given(st.lists(st.sampled_from(EFFECT_NAMES), min_size=1, max_size=4), st.sampled_from([", ", "; ", " and "]))
def test_known_ones_beside_others_keep_their_advice(names: list[str], between: str) -> None:
    alone = {advice_for(effect) for name in names for effect in parse_side_effects(name)}
    together = between.join(names)
    assert {advice_for(effect) for effect in parse_side_effects(together)} == alone
    assert {*urgent_advice((), names)} <= {*urgent_advice((), [together])}


@given(st.text(max_size=30))
def test_parts_of_any_text_are_read_alike_alone(text: str) -> None:
    try:
        effects = parse_side_effects(text)
    except UsageError:
        return
    assert all(parse_side_effect(each.words or each.kind) == each for each in effects)


@pytest.mark.parametrize(
    "text",
    ["both legs weak and slept badly", "face numb & headache better", "numb between the legs + neck pain gone",
     "one arm weak then at the gym", "went to the dentist and both legs numb", "both legs weak I slept on the sofa",
     "I want to hurt myself today", "going to hurt myself while nobody is at home",
     "thoughts of hurting myself at work", "urge to cut myself in the kitchen", "might kill myself at the gym",
     "feel like hurting myself when alone"],
)  # fmt: skip
def test_what_else_happened_hides_no_serious_sign(text: str) -> None:
    assert urgent_advice((), [text]) != []


@pytest.mark.parametrize("text", ["I think I hurt myself lifting a box", "afraid of hurting myself in training"])
def test_an_accident_is_no_intent(text: str) -> None:
    assert urgent_advice((), [text]) == []


# Beside the one word, the rest of each makes an everyday saying of some serious sign: 'numb at the dentist'.
HARMLESS = [
    "slept badly", "slept on the sofa", "sleep improved", "headache better", "neck pain gone", "back pain eased",
    "sitting all day", "at the gym", "cold hands", "the room was cold", "went to the dentist",
]  # fmt: skip
BETWEEN = [", ", "; ", ",", " and ", ". ", " + ", " & ", " then ", " plus ", " while "]


@given(
    st.sampled_from(sorted(SERIOUS.items())).flatmap(lambda row: st.tuples(st.just(row[0]), st.sampled_from(row[1]))),
    st.sampled_from(["odd dreams", "bruise", "tired", "a metallic taste", "fainted", "left arm", *HARMLESS]),
    st.sampled_from(BETWEEN),
    st.booleans(),
)
def test_a_serious_one_is_advised_whatever_is_around(
    serious: tuple[str, str], other: str, between: str, is_first: bool
) -> None:
    key, phrase = serious
    # 'hurt myself while lifting' tells of an accident.
    assume(not (phrase == "hurt myself" and between == " while " and is_first))
    text = between.join((phrase, other) if is_first else (other, phrase))
    assert {*urgent_advice((), [phrase])} <= {*urgent_advice((), [text])}
    effects = parse_side_effects(text)
    kinds = {each.kind.key for effect in effects for each in serious_in_effect(effect)}
    assert key == SELF_HARM.key or key in kinds


def test_as_many_side_effects_as_anyone_types_are_read() -> None:
    assert len(parse_side_effects(" and ".join(["bruise"] * 5000))) == 5000
    assert len(parse_side_effects(" and ".join(["odd"] * 5000))) == 1

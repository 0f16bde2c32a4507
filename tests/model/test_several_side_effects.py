"""Several side effects in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.symptoms.side_effect_kinds import KINDS
from paintrack.model.symptoms.side_effect_recognition import (
    advice_for,
    parse_side_effect,
    parse_side_effects,
    urgent_advice,
)


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
        ("odd toe, odd taste", ["other"]),
        ("bruise", ["bruise_bleeding"]),
    ],
)
def test_several_side_effects_in_one_text(text: str, kinds: list[str]) -> None:
    assert [each.kind for each in parse_side_effects(text)] == kinds


EFFECT_NAMES = [name for kind in KINDS.values() for name in kind.names.split(", ") if name]


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


def test_as_many_side_effects_as_anyone_types_are_read() -> None:
    assert len(parse_side_effects(" and ".join(["bruise"] * 5000))) == 5000
    assert len(parse_side_effects(" and ".join(["odd"] * 5000))) == 1

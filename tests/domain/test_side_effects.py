"""Side effects: the words people use, and the advice that must not be missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.domain.entry import SideEffect
from paintrack.domain.side_effects import (
    KINDS,
    advice_for,
    is_urgent,
    label_of,
    parse_side_effect,
    short_of,
    urgent_advice,
)
from paintrack.errors import UsageError

EMERGENCY = (
    "THIS CAN BE AN EMERGENCY. Call the emergency number now, also if the needles were hours or days ago. "
    "Say that you had acupuncture, and where."
)
WORDS = [
    (words, kind.key)
    for kind in KINDS.values()
    for words in (kind.key, kind.short, kind.label, *kind.synonyms.split(", "))
    if words
]


def test_the_kinds_are_the_ones_that_files_hold() -> None:
    assert {key: kind.urgent for key, kind in KINDS.items()} == {
        "bruise_bleeding": False,
        "needle_pain": False,
        "symptom_flare": False,
        "drowsy": False,
        "dizzy_nausea_sweat": False,
        "headache_fatigue": False,
        "skin_reaction": False,
        "burn_blister": False,
        "needle_left_in": True,
        "fainted": True,
        "chest_pain_breathless": True,
        "infection_signs": True,
        "numb_weak": True,
        "seizure": True,
        "allergic_severe": True,
        "other": False,
    }


@pytest.mark.parametrize(("words", "key"), WORDS)
def test_every_word_means_exactly_one_kind(words: str, key: str) -> None:
    assert parse_side_effect(words) == SideEffect(kind=key)
    assert parse_side_effect(f"  {words.upper()} ") == SideEffect(kind=key)
    assert parse_side_effect(words.replace(" ", "-")) == SideEffect(kind=key)
    assert parse_side_effect(words.replace(" ", "_")) == SideEffect(kind=key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("bruise", "bruise_bleeding"),
        ("a bruise", "bruise_bleeding"),
        ("bleeding", "bruise_bleeding"),
        ("fainted", "fainted"),
        ("I passed out", "fainted"),
        ("nearly fainted", "dizzy_nausea_sweat"),
        ("light-headed", "dizzy_nausea_sweat"),
        ("lightheaded", "dizzy_nausea_sweat"),
        ("short of breath", "chest_pain_breathless"),
        ("can't breathe", "chest_pain_breathless"),
        ("can’t breathe", "chest_pain_breathless"),
        ("pain in my chest", "chest_pain_breathless"),
        ("had a fit", "seizure"),
        ("flare-up", "symptom_flare"),
        ("allergic reaction", "skin_reaction"),
        ("severe allergic reaction", "allergic_severe"),
    ],
)
def test_everyday_words_become_the_kind(text: str, key: str) -> None:
    assert parse_side_effect(text) == SideEffect(kind=key)


@pytest.mark.parametrize("text", ["craving for olives", "no chest pain", "...", "a", "מוזר", "strange; dreams"])
def test_unknown_words_are_kept(text: str) -> None:
    assert parse_side_effect(f" {text}\n") == SideEffect(kind="other", words=text)
    assert label_of(parse_side_effect(text)) == short_of(parse_side_effect(text)) == text


@pytest.mark.parametrize("text", ["", " \n", "a\x00b", "a\udcffb"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"^The side effect .* Nothing saved\.$"):
        parse_side_effect(text)


def test_a_bruise_has_a_short_and_a_long_name() -> None:
    bruise = parse_side_effect("bruise")
    assert (short_of(bruise), label_of(bruise)) == ("bruise", "bruise or bleeding")
    assert advice_for(bruise) == (
        "Bruise: common. Press gently; tell your acupuncturist. Get help if the swelling grows or the "
        "bleeding will not stop."
    )


def test_other_without_words_has_a_name_and_advice() -> None:
    other = parse_side_effect("other")
    assert (other, short_of(other), label_of(other)) == (
        SideEffect(kind="other"),
        "other",
        "other side effect",
    )
    assert advice_for(other).startswith("If it is severe, new or frightening")


def test_a_kind_of_a_newer_paintrack_is_shown_as_it_is() -> None:
    newer = SideEffect(kind="metal_taste")
    assert (short_of(newer), label_of(newer), is_urgent(newer)) == ("metal_taste", "metal_taste", False)
    assert advice_for(newer) == advice_for(SideEffect(kind="other"))


@pytest.mark.parametrize(
    "text",
    [
        "chest pain",
        "bad chest pain since noon",
        "still short of breath, and tired",
        "it hurts when I breathe",
        "I CAN'T BREATHE!!",
        "my chest is very tight",
        "chest\x00pain",
        "\udcff chest pain \x1b[2J",
        "my doctor found a pneumothorax",
    ],
)
def test_a_chest_that_hurts_is_an_emergency_in_whatever_words(text: str) -> None:
    assert urgent_advice([text]) == [EMERGENCY]


@pytest.mark.parametrize(
    "text",
    [
        "bruise",
        "nearly fainted",
        "unfit",
        "chestnut pain",
        "pain at the needle",
        "",
        "\x00",
        "\ud800",
        "drowsy",
    ],
)
def test_what_is_not_urgent_gets_no_urgent_advice(text: str) -> None:
    assert urgent_advice([text]) == []


def test_urgent_advice_comes_once_and_the_most_urgent_first() -> None:
    advice = urgent_advice(["fainted", "bruise", "numb foot", "high fever", "passed out again", "fainted, no breath"])
    assert advice == [KINDS[key].advice for key in ("chest_pain_breathless", "numb_weak", "infection_signs", "fainted")]


def test_emergencies_are_said_before_what_has_to_be_seen_today() -> None:
    openings = [kind.advice.split()[0] for kind in KINDS.values() if kind.urgent]
    assert openings == ["THIS"] * 3 + ["GET"] * 4


@pytest.mark.parametrize("key", [kind.key for kind in KINDS.values() if kind.urgent])
def test_nobody_in_trouble_is_sent_to_the_acupuncturist_first(key: str) -> None:
    advice = advice_for(parse_side_effect(key))
    assert "acupuncturist" not in advice
    assert "practitioner" not in advice


def test_other_words_that_name_an_urgent_kind_stay_urgent() -> None:
    effect = parse_side_effect("bad chest pain since noon")
    assert effect == SideEffect(kind="other", words="bad chest pain since noon")
    assert is_urgent(effect)
    assert advice_for(effect) == EMERGENCY


@given(st.text())
def test_any_text_is_refused_or_kept(text: str) -> None:
    try:
        effect = parse_side_effect(text)
    except UsageError:
        return
    assert effect.kind in KINDS
    assert label_of(effect)
    assert parse_side_effect(effect.words or effect.kind) == effect


@given(st.lists(st.text(st.characters(exclude_categories=()))))
def test_urgent_advice_never_raises(texts: list[str]) -> None:
    assert len(urgent_advice(texts)) <= sum(kind.urgent for kind in KINDS.values())


@given(st.text(), st.text())
def test_what_stands_around_an_emergency_does_not_hide_it(before: str, after: str) -> None:
    assert EMERGENCY in urgent_advice([f"{before} chest pain {after}"])

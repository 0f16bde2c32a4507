"""The vocabulary of techniques."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.acupuncture.techniques import TECHNIQUES, parse_technique, technique_label


def test_the_keys_are_the_ones_that_files_hold() -> None:
    assert list(TECHNIQUES) == [
        "manual", "electroacupuncture", "moxibustion", "cupping", "auricular", "acupressure", "dry_needling",
        "laser", "warm_needle", "press_needle", "scalp", "gua_sha", "bloodletting", "other",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ea", "electroacupuncture"),
        ("Electro-Acupuncture", "electroacupuncture"),
        ("electro", "electroacupuncture"),
        ("MOXA", "moxibustion"),
        ("dry needling", "dry_needling"),
        ("Dry-Needling ", "dry_needling"),
        ("dryneedling", "dry_needling"),
        ("ear", "auricular"),
        ("guasha", "gua_sha"),
    ],
)
def test_everyday_words_become_the_key(text: str, key: str) -> None:
    assert parse_technique(text) == key


@pytest.mark.parametrize("key", TECHNIQUES)
def test_key_and_label_lead_back_to_the_key(key: str) -> None:
    assert parse_technique(key) == parse_technique(technique_label(key).upper()) == key


def test_no_word_means_two_techniques() -> None:
    words = Counter(
        word for each in TECHNIQUES.values() for word in {each.key.replace("_", " "), each.label, *each.synonyms}
    )
    assert max(words.values()) == 1
    for each in TECHNIQUES.values():
        assert [parse_technique(word) for word in each.synonyms] == [each.key] * len(each.synonyms)


def test_an_unknown_word_is_refused_with_the_near_ones() -> None:
    with pytest.raises(UsageError) as refused:
        parse_technique("Electroacupunture")
    assert str(refused.value) == (
        "Electroacupunture is not in the list of techniques. Near it: electroacupuncture or laser acupuncture."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hypnosis", "hypnosis is not in the list of techniques."),
        (" ", "The technique is empty."),
        ("x\x1b", "x\\x1b is not in the list of techniques."),
    ],
)
def test_a_word_with_none_near_is_refused_with_all(text: str, shown: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_technique(text)
    assert str(refused.value) == (
        f"{shown} It is one of: manual acupuncture, electroacupuncture, "
        "moxibustion, cupping, ear acupuncture, acupressure, dry needling, laser acupuncture, warm needle, "
        "press needle, scalp acupuncture, gua sha, bloodletting, other technique."
    )


def test_a_key_of_a_newer_paintrack_is_shown_as_it_is() -> None:
    assert technique_label("sound_bath") == "sound_bath"


@given(st.text())
def test_any_text_is_refused_or_gives_a_key(text: str) -> None:
    try:
        key = parse_technique(text)
    except UsageError:
        return
    assert key in TECHNIQUES

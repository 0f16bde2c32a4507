"""A short form of a name: asked about; a name that says something else: not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.model.name_kind import NameKind
from paintrack.model.typed.names.name_slips import GENERAL_WORDS, TITLES
from paintrack.model.typed.names.short_names import is_short_form, names_meant, short_form_of

WORDS = st.text("abcdefghijklmnopqrstuvwxyzäéöü", min_size=4, max_size=9).filter(
    lambda word: word not in GENERAL_WORDS | TITLES
)


@pytest.mark.parametrize(
    ("typed", "recorded", "kind"),
    [
        ("mig", "migraine", NameKind.CONDITION),
        ("MIG", "Migraine", NameKind.CONDITION),
        ("back", "lower back", NameKind.CONDITION),
        ("low back", "lower back", NameKind.CONDITION),
        ("neck", "neck left", NameKind.CONDITION),
        ("neck", "neck pain", NameKind.CONDITION),
        ("knee left", "left knee", NameKind.CONDITION),
        ("Gonz", "Dr Gonzalez", NameKind.PRACTITIONER),
        ("Dr. Gonz", "Maria Gonzalez", NameKind.PRACTITIONER),
        ("maria", "Maria Weber", NameKind.PRACTITIONER),
        ("M. Weber", "Maria Weber", NameKind.PRACTITIONER),
        ("Weber", "Prof. Weber", NameKind.PRACTITIONER),
    ],
)
def test_a_short_form_is_seen_and_a_longer_name_is_none(typed: str, recorded: str, kind: NameKind) -> None:
    assert short_form_of(typed, [recorded, "other"], kind) == recorded
    assert kind is NameKind.PRACTITIONER or typed == "knee left" or not is_short_form(recorded, typed, kind)


@pytest.mark.parametrize(
    ("typed", "recorded", "kind"),
    [
        ("back pain", "neck pain", NameKind.CONDITION),
        ("back pain", "lower back", NameKind.CONDITION),
        ("pain", "back pain", NameKind.CONDITION),
        ("neck left", "neck", NameKind.CONDITION),
        ("neck pain", "neck stiffness", NameKind.CONDITION),
        ("left knee", "right knee", NameKind.CONDITION),
        ("mi", "migraine", NameKind.CONDITION),
        ("L4", "L4 L5", NameKind.CONDITION),
        ("knee", "", NameKind.CONDITION),
        ("?", "migraine", NameKind.CONDITION),
        ("day 100", "day 1000", NameKind.CONDITION),
        ("Dr", "Dr Li", NameKind.PRACTITIONER),
        ("Dr Li", "Dr Wolf", NameKind.PRACTITIONER),
        ("Li Na", "Li Wei", NameKind.PRACTITIONER),
        ("Annabelle", "Anna Wolf", NameKind.PRACTITIONER),
    ],
)
def test_another_thing_is_no_short_form(typed: str, recorded: str, kind: NameKind) -> None:
    assert short_form_of(typed, [recorded], kind) is None


def test_a_name_of_which_nothing_is_left_out_comes_first() -> None:
    assert short_form_of("mig", ["migraine aura", "migraine"], NameKind.CONDITION) == "migraine"
    assert short_form_of("Maria", ["Maria Weber", "Dr Maria"], NameKind.PRACTITIONER) == "Dr Maria"


def test_a_filter_names_all_that_may_be_meant() -> None:
    names = ["left knee", "neck", "right knee"]
    assert names_meant("kne", names, NameKind.CONDITION) == ["left knee", "right knee"]
    assert names_meant("lfet knee", names, NameKind.CONDITION) == ["left knee"]
    assert names_meant("left knee", names, NameKind.CONDITION) == []
    assert names_meant("elbow", names, NameKind.CONDITION) == []


@given(st.lists(WORDS, min_size=1, max_size=3, unique=True), st.data())
def test_any_beginning_of_a_word_is_a_short_form(words: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(3, len(word)))]
    assume(typed != " ".join(words) and typed not in TITLES)
    assert short_form_of(typed, [" ".join(words)], NameKind.CONDITION) == " ".join(words)
    assert short_form_of(typed, [f"Dr {' '.join(words)}"], NameKind.PRACTITIONER) == f"Dr {' '.join(words)}"


@given(st.lists(WORDS, min_size=1, max_size=3, unique=True), WORDS)
def test_a_word_more_is_never_a_short_form(words: list[str], more: str) -> None:
    assume(not any(word.startswith(more) for word in words))
    typed = " ".join([*words, more])
    assert not is_short_form(typed, " ".join(words), NameKind.CONDITION)
    assert short_form_of(typed, [" ".join(words), typed], NameKind.CONDITION) is None


@given(WORDS, WORDS)
def test_a_part_of_two_names_is_none_of_them(word: str, other: str) -> None:
    assume(word != other and not word.startswith(other[:3]))
    names = [f"{word} {other}", f"{word} x{other}"]
    assert short_form_of(word, names, NameKind.CONDITION) is None

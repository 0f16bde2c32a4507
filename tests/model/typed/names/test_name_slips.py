"""A slip of the finger in a name: asked about; another thing that is called much alike: not."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from paintrack.model.typed.names.name_slips import is_alike, is_slip, slip_of
from paintrack.model.typed.typed_text import folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lowr back", "lower back"),
        ("lower bakc", "lower back"),
        ("lower backk", "lower back"),
        ("lower bacj", "lower back"),
        ("lowerback", "lower back"),
        ("lower-back", "lower back"),
        ("Dr. Li", "Dr Li"),
        ("Dr.Li", "Dr Li"),
        ("Dr Lu", "Dr Li"),
        ("migriane", "migraine"),
        ("migraines", "migraine"),
        ("Rucken", "Rücken"),
        ("L4/L5", "L4 L5"),
        ("C5-C6", "C5/C6"),
        ("hips", "hip"),
        ("hpi", "hip"),
        ("left knee.", "left knee"),
        ("knee (L)", "knee L"),
    ],
)
def test_a_slip_is_seen_both_ways(typed: str, meant: str) -> None:
    assert is_slip(typed, meant)
    assert is_slip(meant, typed)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("back pain", "neck pain"),
        ("L4", "L5"),
        ("L4", "L 5"),
        ("disc L4/5", "disc L45"),
        ("L4", "L"),
        ("knee L", "knee R"),
        ("L knee", "R knee"),
        ("hand (l)", "hand (r)"),
        ("IBS", "IBD"),
        ("RA", "OA"),
        ("hip", "lip"),
        ("left knee", "right knee"),
        ("upper back", "lower back"),
        ("foot", "feet"),
        ("左膝疼痛", "右膝疼痛"),
        ("type I", "type II"),
        ("?", "!"),
        ("", "a"),
        ("shoulder", "elbow"),
    ],
)
def test_another_thing_is_no_slip(first: str, second: str) -> None:
    assert not is_slip(first, second)
    assert not is_slip(second, first)


def test_a_name_that_exists_is_never_a_slip() -> None:
    assert slip_of("Lower  BACK", ["lower back", "lower bak"]) is None
    assert slip_of("neck", []) is None


def test_marks_alone_come_before_letters() -> None:
    assert slip_of("Dr. Li", ["Dr Lu", "Dr Li"]) == "Dr Li"
    assert slip_of("knees", ["kneed", "knee"]) == "kneed"


@pytest.mark.parametrize(
    ("first", "second", "is_hinted"),
    [
        ("lowr bck", "lower back", True),
        ("back pain", "neck pain", False),
        ("left shoulder pain", "right shoulder pain", False),
        ("lower back L4", "lower back L5", False),
        ("lower back pain l", "lower back pain r", False),
    ],
)
def test_names_with_several_slips_are_alike(first: str, second: str, is_hinted: bool) -> None:
    assert is_alike(first, second) is is_hinted


NAMES = st.text(string.ascii_letters + " .-éü", min_size=1, max_size=20).filter(lambda name: folded(name) != "")


@given(NAMES, NAMES)
def test_it_does_not_matter_which_was_first(first: str, second: str) -> None:
    assert is_slip(first, second) == is_slip(second, first)


@given(st.text(string.ascii_lowercase, min_size=5, max_size=20), st.data())
def test_any_one_step_is_a_slip(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    steps = (
        name[:place] + name[place + 1 :],
        name[:place] + letter + name[place:],
        name[:place] + letter + name[place + 1 :],
        name[:place] + name[place : place + 2][::-1] + name[place + 2 :],
    )
    typed = data.draw(st.sampled_from(steps))
    assert is_slip(typed, name)


@given(NAMES, st.integers(0, 99), st.integers(0, 99))
def test_digits_are_never_slips(name: str, first: int, second: int) -> None:
    assume(first != second)
    assert not is_slip(f"{name} L{first}", f"{name} L{second}")

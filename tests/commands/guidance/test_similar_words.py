"""The names that are spelled most like a word: none is passed over unread that is as like it as another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.cli import COMMANDS
from paintrack.commands._shared.guidance.similar_words import likeness, most_similar

NAMES = [*COMMANDS]


@given(
    word=st.text("abeflortu", max_size=8)
    | st.sampled_from(NAMES).flatmap(lambda name: st.permutations(name).map("".join)),
    least=st.sampled_from([0, 0.3, 0.6, 0.85, 1]),
)
def test_no_name_as_like_as_these_is_passed_over(word: str, least: float) -> None:
    likenesses = sorted((likeness(word, name) for name in NAMES), reverse=True)
    near = [each for each in likenesses[:2] if each >= max(least, likenesses[0] - 0.1)]
    assert [likeness(word, name) for name in most_similar(word, NAMES, least=least)] == near


@pytest.mark.parametrize(
    ("word", "names"), [("bfore", ["before"]), ("LOG", ["log"]), ("lsit", ["list"]), ("xyz", []), ("", [])]
)
def test_a_slip_is_most_like_what_was_meant(word: str, names: list[str]) -> None:
    assert most_similar(word, NAMES, least=0.6)[:1] == names


def test_of_no_names_none_is_similar() -> None:
    assert most_similar("log", [], least=0) == []

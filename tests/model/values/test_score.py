"""Scores: 0 to 10 with at most one decimal, and nothing else."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.errors import UsageError
from paintrack.model.values.score import parse_score, relief
from paintrack.views.value_words import change_in_words, show_score
from tests.strategies import scores


@given(scores)
def test_every_score_is_read_back_as_it_is_shown(score: float) -> None:
    assert parse_score(show_score(score)) == score


@pytest.mark.parametrize(
    ("typed", "score"), [("0", 0), ("10", 10), ("10.0", 10), ("7.5", 7.5), (" 3 ", 3), ("0.0", 0), ("9.9", 9.9)]
)
def test_whole_scores_and_one_decimal(typed: str, score: float) -> None:
    assert parse_score(typed) == score


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("7,5", "Write a decimal with a point: 7.5, not 7,5. Two scores have a space between them."),
        ("7/10", "The scale is always 0 to 10: type 7, not 7/10."),
        ("6.5 / 10", "The scale is always 0 to 10: type 6.5, not 6.5 / 10."),
        ("7.25", "A score has at most one decimal: 7.2, not 7.25."),
        ("٥", "A score is typed with the digits 0 to 9. You typed ٥."),
        ("５", "A score is typed with the digits 0 to 9. You typed ５."),
        ("²", "A score is typed with the digits 0 to 9. You typed ²."),
        ("11", "A score is 0 (none) to 10 (worst imaginable). You typed 11."),
        ("-1", "A score is 0 (none) to 10 (worst imaginable). You typed -1."),
        ("", "A score is 0 (none) to 10 (worst imaginable). You typed nothing."),
    ],
)
def test_a_refusal_says_what_to_type(typed: str, sentence: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_score(typed)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    "typed",
    ["10.1", "10,5", "11/10", "7/5", "07", "7.", ".5", "+7", "-0", "1e1", "nan", "inf", "seven", "7 3", "7\n3", "1_0",
     "٧.٥", "7.٥", "1٠", "0x7", "12.34", "7,25", "10.00.0", "−1"],
)  # fmt: skip
def test_everything_else_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match=r"[.?]$"):
        parse_score(typed)


@given(st.text())
def test_any_text_is_a_score_in_the_range_or_refused(text: str) -> None:
    with suppress(UsageError):
        score = parse_score(text)
        assert 0 <= score <= 10
        assert round(score, 1) == score
        assert text.strip().isascii()


def test_a_missing_score_is_not_nought() -> None:
    assert show_score(None) == ""
    assert show_score(0) == "0"


def test_relief_has_no_noise_of_binary_fractions() -> None:
    assert relief(0.3, 0.1) == 0.2
    assert relief(0, 10) == -10


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [(7, 5, "2 lower"), (7, 7, "no change"), (7, 8, "1 higher"), (7.5, 7, "0.5 lower"), (0.3, 0.1, "0.2 lower")],
)
def test_a_change_in_words(before: float, after: float, words: str) -> None:
    assert change_in_words(before, after) == words


@given(scores, scores)
def test_a_change_in_words_is_never_a_minus(before: float, after: float) -> None:
    assert "-" not in change_in_words(before, after)


@given(st.from_regex(r"[0-9.]{1,5}", fullmatch=True))
def test_whole_and_one_decimal_are_all_that_is_taken(text: str) -> None:
    is_score = bool(re.fullmatch(r"10(\.0)?|[0-9](\.[0-9])?", text, re.ASCII))
    if is_score:
        assert parse_score(text) == float(text)
    else:
        with pytest.raises(UsageError):
            parse_score(text)

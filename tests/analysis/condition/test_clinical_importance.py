"""Grades of change, and the conditions that get one."""

from itertools import product

import pytest

from paintrack.analysis.condition.clinical_importance import Grade, grade_of, percent_lower
from paintrack.model.conditions.condition_is_pain import is_pain


@pytest.mark.parametrize(
    ("base", "now", "grade"),
    [
        (6, 4, "moderate"),
        (8, 4, "substantial"),
        (2, 1, "minimal"),
        (7, 6, "minimal"),
        (10, 9, "minimal"),
        (0, 0, None),
        (7, 4, "moderate"),
        (7, 7, "none"),
        (5, 4.1, "none"),
        (5, 5.9, "none"),
        (5, 6, "worse"),
        (0, 1, "worse"),
        (0, 0.9, None),
        (7, 4.9, "moderate"),
        (9, 6.3, "moderate"),
        (9, 6.4, "minimal"),
        (3, 1.1, "minimal"),
        (4, 2, "substantial"),
        (4.1, 2.1, "moderate"),
        (10, 0, "substantial"),
    ],
)
def test_the_table_of_grades(base: float, now: float, grade: str | None) -> None:
    assert grade_of(base, now) == grade


def test_percent_is_of_the_score_at_the_start() -> None:
    assert percent_lower(8, 6) == 25
    assert percent_lower(4, 5) == -25
    assert percent_lower(0, 3) is None


def test_every_pair_of_scores_has_the_grade_of_the_rule() -> None:
    for base, now in product(range(101), repeat=2):
        assert grade_of(base / 10, now / 10) is grade_in_tenths(base, now), (base, now)


def grade_in_tenths(base: int, now: int) -> Grade | None:
    drop = base - now
    if drop <= -10:
        return Grade.WORSE
    if base == 0:
        return None
    if drop >= 20 and 2 * drop >= base:
        return Grade.SUBSTANTIAL
    if drop >= 20 and 10 * drop >= 3 * base:
        return Grade.MODERATE
    return Grade.MINIMAL if drop >= 10 and 10 * drop >= base else Grade.NONE


@pytest.mark.parametrize(
    "condition",
    [
        "pain", "lower back", "Lower  Back", "neck", "left knee", "migraine", "Headache", "tension headache",
        "period pain", "sciatica", "tennis elbow", "stiff and sore shoulder", "hip", "jaw", "IBS pain",
        "toothache", "herniated-disc", "knee arthritis", "heel", "stomach ache", "menstrual cramps",
        "gout", "shingles", "carpal tunnel", "TMJ", "rotator cuff", "painful knee", "back pain and stiffness",
    ],
)  # fmt: skip
def test_pain_is_graded(condition: str) -> None:
    assert is_pain(condition)


@pytest.mark.parametrize(
    "condition",
    [
        "anxiety", "low mood", "depression", "mood", "sleep", "insomnia", "energy", "fatigue", "stress",
        "IBS",
        "nausea", "wellbeing", "hot flushes", "cycle", "hand numbness", "stiff neck", "tingling in the feet",
        "cold hands", "tinnitus", "Rücken", "", "background noise", "restless legs",
        "jaw clenching", "leg heaviness", "shaking hands", "neck tightness", "foot odour", "painting", "pain anxiety",
        "carpal tunnel numbness", "TMJ clenching", "rotator cuff weakness", "shingles itch", "sciatica numbness",
    ],
)  # fmt: skip
def test_what_is_not_known_to_be_pain_is_not_graded(condition: str) -> None:
    assert not is_pain(condition)

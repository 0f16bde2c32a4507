"""The region of every point, in everyday words."""

import pytest

from paintrack.data.point_table import load_points
from paintrack.model.acupuncture.point_regions import region_of
from paintrack.model.acupuncture.points import MERIDIANS


def test_every_point_of_the_table_has_one() -> None:
    assert all(region_of(point.code) for point in load_points())


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("ST36", "lower leg"), ("LI4", "hand"), ("LI11", "elbow"), ("SP6", "lower leg"),
        ("BL13", "upper back"), ("BL23", "lower back"), ("BL28", "sacrum"), ("BL40", "knee"),
        ("PC6", "forearm"), ("HT7", "wrist"), ("GV20", "head"), ("CV12", "abdomen"), ("GB30", "buttock"),
        ("LR3", "foot"), ("KI3", "ankle"), ("EX-LE4", "leg and foot"), ("LU1", "chest"), ("SI19", "face"),
    ],
)  # fmt: skip
def test_points_that_everybody_knows(code: str, region: str) -> None:
    assert region_of(code) == region


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("SP5", "foot"), ("SI10", "shoulder"), ("SI11", "shoulder blade"), ("BL1", "face"), ("BL2", "head"),
        ("BL60", "ankle"), ("BL62", "foot"), ("KI6", "foot"), ("TE15", "shoulder blade"), ("TE21", "face"),
        ("TE23", "head"), ("GB1", "head"), ("GB2", "face"), ("GB3", "head"), ("GB12", "neck"), ("GB21", "neck"),
        ("LR7", "lower leg"), ("LR8", "knee"), ("GV6", "upper back"), ("GV14", "neck"),
    ],
)  # fmt: skip
def test_at_a_border_the_region_is_that_of_the_standard(code: str, region: str) -> None:
    assert region_of(code) == region


def test_the_last_point_of_each_meridian_ends_its_regions() -> None:
    assert all(region_of(f"{code}{meridian.size}") for code, meridian in MERIDIANS.items())
    assert not any(region_of(f"{code}{meridian.size + 1}") for code, meridian in MERIDIANS.items())


@pytest.mark.parametrize("text", ["", "LI", "LI21", "hegu", "XX4", "36"])
def test_what_is_no_point_has_none(text: str) -> None:
    assert region_of(text) == ""

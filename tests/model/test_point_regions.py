"""The region of every point, in everyday words."""

import pytest

from paintrack.data.point_table import load_points
from paintrack.model.acupuncture.point_regions import region_of


def test_every_point_of_the_table_has_one() -> None:
    assert all(region_of(point.code) for point in load_points())


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("ST36", "lower leg"), ("LI4", "hand"), ("LI11", "elbow"), ("SP6", "lower leg"),
        ("BL23", "lower back and sacrum"),
        ("BL40", "knee"), ("PC6", "forearm"), ("HT7", "wrist"), ("GV20", "head"), ("CV12", "abdomen"), ("GB30", "hip"),
        ("LR3", "foot"), ("KI3", "ankle"), ("EX-LE4", "leg and foot"), ("LU1", "chest"), ("SI19", "face"),
    ],
)  # fmt: skip
def test_points_that_everybody_knows(code: str, region: str) -> None:
    assert region_of(code) == region


@pytest.mark.parametrize("text", ["", "LI", "LI21", "hegu", "XX4", "36"])
def test_what_is_no_point_has_none(text: str) -> None:
    assert region_of(text) == ""

"""Courses made by hand, as trend and page show them: each was read sentence by sentence."""

from pathlib import Path

import pytest

from paintrack.views.text_layout import width_of
from tests.factories.course_shapes import SHAPES, shaped_course
from tests.factories.courses import save
from tests.gold import check_gold
from tests.program import Clock, Paintrack

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("command", ["trend", "summary"])
def test_each_shape_as_people_see_it(name: str, command: str, paintrack: Paintrack, file: Path, clock: Clock) -> None:
    save(file, shaped_course(name))
    clock.set("2027-03-08 10:00")
    result = paintrack(command)
    assert (result.code, result.err) == (0, "")
    assert max(map(width_of, result.out.splitlines())) <= 80
    check_gold(GOLD / f"{command}-{name}.txt", result.out)

"""The small line of scores beside a row: blocks for a terminal, a path for HTML."""

import pytest
from hypothesis import given

from paintrack.views.page.sparkline import spark_points, spark_text
from tests.strategies import scores


@pytest.mark.parametrize(
    ("values", "blocks", "numbers"),
    [((0, 5, 10), "▁▅█ 10", "0 5 10"), ((), "", ""), ((6.5,) * 30, f"{'▆' * 14} 6.5", "6.5 6.5 6.5 6.5 6.5 6.5")],
)
def test_blocks_or_the_newest_numbers(values: tuple[float, ...], blocks: str, numbers: str) -> None:
    assert (spark_text(values, ascii_only=False), spark_text(values, ascii_only=True)) == (blocks, numbers)


def test_a_path_from_the_first_to_the_newest_score() -> None:
    assert spark_points((10, 5, 0), width=90, height=20) == "0.0,0.0 45.0,10.0 90.0,20.0"
    assert spark_points((4,), width=90, height=20) == "0.0,12.0 90.0,12.0"
    assert spark_points((), width=90, height=20) == ""


@given(scores, scores)
def test_a_higher_score_is_never_a_lower_block(one: float, other: float) -> None:
    low, high = list(spark_text(sorted((one, other)), ascii_only=False).partition(" ")[0])
    assert low <= high

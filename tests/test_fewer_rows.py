"""`--fewer-rows` leaves no test out, and each run draws other rows."""

from random import Random

from tests.fewer_rows import drawn_rows


def table(name: str, rows: int) -> list[str]:
    return [f"test_file.py::{name}[{row}]" for row in range(rows)]


def test_each_test_runs_with_a_quarter_of_its_rows() -> None:
    tests = [*table("of_one", 1), *table("of_four", 4), *table("of_nine", 9), *table("of_a_hundred", 100), "alone"]
    rows = drawn_rows(tests, Random(1))
    assert rows <= {*tests}
    counts = [sum(f"::{name}[" in row for row in rows) for name in ("of_one", "of_four", "of_nine", "of_a_hundred")]
    assert counts == [1, 2, 2, 25]
    assert "alone" in rows


def test_all_workers_draw_the_same_and_another_run_others() -> None:
    tests = table("of_a_hundred", 100)
    assert drawn_rows(tests, Random("one run")) == drawn_rows(tests, Random("one run"))
    assert drawn_rows(tests, Random("one run")) != drawn_rows(tests, Random("another run"))

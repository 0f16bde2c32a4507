"""`--fewer-cases` leaves no test out, and each run draws other cases."""

from random import Random

from tests.sampled_test_cases import sampled_cases


def cases_of(name: str, number: int) -> list[str]:
    return [f"test_file.py::{name}[{case}]" for case in range(number)]


def test_each_test_runs_with_a_quarter_of_its_cases() -> None:
    tests = [
        *cases_of("of_one", 1),
        *cases_of("of_four", 4),
        *cases_of("of_nine", 9),
        *cases_of("of_a_hundred", 100),
        "alone",
    ]
    cases = sampled_cases(tests, Random(1))
    assert cases <= {*tests}
    counts = [sum(f"::{name}[" in case for case in cases) for name in ("of_one", "of_four", "of_nine", "of_a_hundred")]
    assert counts == [1, 2, 2, 25]
    assert "alone" in cases


def test_all_workers_draw_the_same_and_another_run_others() -> None:
    tests = cases_of("of_a_hundred", 100)
    assert sampled_cases(tests, Random("one run")) == sampled_cases(tests, Random("one run"))
    assert sampled_cases(tests, Random("one run")) != sampled_cases(tests, Random("another run"))

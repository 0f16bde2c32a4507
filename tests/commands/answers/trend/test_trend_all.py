"""`trend --all`: each condition with its answer and its scores as a strip."""

from pathlib import Path

import pytest

from paintrack.views.text_layout import width_of
from tests.factories.chart_data import long_chart_data
from tests.factories.courses import K1_AFTER, K1_BEFORE, save, weekly
from tests.factories.entries import HOSTILE, a_reading
from tests.gold import FORMS_OF_SCREEN, check_gold
from tests.program import Paintrack

GOLD = Path(__file__).parents[2] / "gold"


@pytest.fixture
def three_conditions(file: Path) -> None:
    """K1, a long course for the neck, readings alone of a knee."""
    pairs = [(bar.before, bar.after) for bar in long_chart_data().bars]
    neck = weekly([before for before, _ in pairs], [after for _, after in pairs], condition="neck", first_day=-350)
    knee = [a_reading(score, condition="knee", at=day) for day, score in enumerate((7.5, 7, 6, 6, 5))]
    save(file, [*neck, *weekly(K1_BEFORE, K1_AFTER), *knee])


@pytest.mark.usefixtures("three_conditions")
@pytest.mark.parametrize(("name", "options", "columns"), FORMS_OF_SCREEN)
def test_each_condition_as_people_see_it(
    name: str, options: str, columns: int, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    result = paintrack(f"trend --all {options}")
    assert (result.code, result.err) == (0, "")
    check_gold(GOLD / f"trend-all-{name}.txt", result.out)
    assert options == "--plain" or max(map(width_of, result.out.splitlines())) <= columns
    assert result.out.isascii() or options != "--ascii"


@pytest.mark.usefixtures("three_conditions")
def test_round_brackets_are_explained_where_they_stand(paintrack: Paintrack) -> None:
    explained = "In round brackets: the first score, shown but not counted."
    assert paintrack("trend --all").out.endswith(f"\n\n{explained}\n")
    without_first = paintrack("trend --all --since 2026-08-24").out
    assert "(" not in without_first
    assert explained not in without_first


@pytest.mark.usefixtures("three_conditions")
def test_the_filters_choose_what_the_strips_hold(paintrack: Paintrack) -> None:
    result = paintrack("trend --all --since 2026-08-24")
    assert [line for line in result.out.splitlines() if "● before" in line] == [
        "● before  [5][3][4]",
        "● before  [5][4][4]",
    ]
    assert "Knee" not in result.out
    assert paintrack("trend --all --since 2030-01-01").out == "No session or reading to show. See: paintrack list\n"


def test_an_empty_answer_fits_a_narrow_terminal(paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(width_of, paintrack("trend --all").out.splitlines())) <= 40


@pytest.mark.usefixtures("three_conditions")
def test_json_is_a_list_of_what_each_condition_has(paintrack: Paintrack) -> None:
    figures = paintrack("trend --all --json").json
    assert figures == [paintrack(f'trend --json --for "{each["condition"]}"').json for each in figures]
    assert len(figures) == 3


def test_words_of_a_person_cannot_steer_the_terminal(paintrack: Paintrack) -> None:
    assert paintrack(["log", "8", "5", "--for", HOSTILE]).code == 0
    for options in ("", "--plain", "--ascii"):
        out = paintrack(f"trend --all {options}").out
        assert not {"\x1b", "\u202e"} & set(out)


@pytest.mark.parametrize("options", ["--for neck", "--course 1", "--by date", "--relief", "-o chart.svg"])
def test_what_it_would_ignore_is_refused(options: str, paintrack: Paintrack) -> None:
    result = paintrack(f"trend --all {options}")
    assert (result.code, result.out) == (2, "")
    assert result.err == "--all shows every condition as a strip: leave out --for, --course, --by, --relief and -o.\n"

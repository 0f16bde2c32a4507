"""`import --scale 100`: offered where most scores speak for it, doubted where they speak against it."""

from pathlib import Path

import pytest

from tests.commands.exchange.sheet_file_and_saved_sessions import written
from tests.program import Paintrack, unwrapped

HEAD = "date,condition,before,after\n"


def _sheet(path: Path, scores: str) -> str:
    rows = [f"2026-05-{day:02},neck,{pair}" for day, pair in enumerate(scores.split(), 1)]
    return written(path / "diary.csv", HEAD + "\n".join(rows) + "\n")


@pytest.mark.parametrize("scores", ["8,5 7,4 11,3", "11,10", "11,0 8,0 7,0", "6.5,2 77,3 100,"])
def test_one_slip_is_corrected_in_the_file(scores: str, paintrack: Paintrack, tmp_path: Path) -> None:
    result = paintrack(["import", _sheet(tmp_path, scores)])
    assert result.code == 1
    assert "A score is 0 to 10: correct it in the file." in result.err
    assert "--scale" not in result.err


@pytest.mark.parametrize("scores", ["70,8 60,40", "11,0", "80,20 7,"])
def test_scores_of_a_hundred_lead_to_the_option(scores: str, paintrack: Paintrack, tmp_path: Path) -> None:
    assert "--scale 100 takes it as one of 100." in paintrack(["import", _sheet(tmp_path, scores)]).err


@pytest.mark.parametrize("option", ["", "--dry-run"])
@pytest.mark.parametrize(
    ("scores", "begins"), [("8,5 7,4 11,3", "5 of 6 scores in the file are"), ("8,5 7,4", "All scores in the file are")]
)
def test_scores_of_ten_read_as_of_a_hundred_are_doubted(
    scores: str, begins: str, option: str, paintrack: Paintrack, tmp_path: Path
) -> None:
    result = paintrack(["import", _sheet(tmp_path, scores), "--scale", "100", *option.split()])
    answer = unwrapped(result.out)
    assert f"{begins} 10 or below; read as of 100, 8 is 0.8. If they are of 10, leave out --scale 100." in answer


@pytest.mark.parametrize("scores", ["70,8 60,40", "0,0", "80,20 7,5"])
def test_scores_of_a_hundred_are_not_doubted(scores: str, paintrack: Paintrack, tmp_path: Path) -> None:
    result = paintrack(["import", _sheet(tmp_path, scores), "--scale", "100"])
    assert result.code == 0
    assert "10 or below" not in result.out

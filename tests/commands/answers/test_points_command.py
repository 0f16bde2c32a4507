"""`points` and `show LI4`: a point looked up, and one's own."""

import pytest

from paintrack.views.text_layout import width_of
from tests.program import Paintrack, Result

ST36 = (
    "Point          ST36\n"
    "Name           Zúsānlǐ\n"
    "Characters     足三里\n"
    "In English     Stomach 36\n"
    "Meridian       Stomach\n"
    "Region         Lower leg\n"
)


@pytest.fixture
def diary(paintrack: Paintrack) -> Paintrack:
    for typed in (
        "log 7 3 --points LI4,ST36 --at 2026-06-01",
        "log 6 3 --points 'LI4, my spot' --at 2026-06-08",
        "log 6 3 --at 2026-06-15",
    ):
        assert paintrack(typed).code == 0
    return paintrack


@pytest.mark.parametrize("typed", ["st36", "zusanli", "ST-36", "Zúsānlǐ", "足三里", "s36"])
def test_a_point_by_any_of_its_names(typed: str, diary: Paintrack) -> None:
    result = diary(["points", typed])
    assert result.code == 0
    assert ST36 in result.out


def test_ones_own_sessions_with_it(diary: Paintrack) -> None:
    assert diary("show LI4").out.splitlines()[-1] == "Your sessions  2, 1 Jun to 8 Jun 2026; ids 1 and 2"
    assert diary("points ST36").out == f"{ST36}Your sessions  1, 1 Jun 2026; id 1\n"
    assert diary("points SP6").out.splitlines()[-1] == "Your sessions  none with it yet"
    diary("delete 1 --yes")
    assert diary("show st36").out.splitlines()[-1] == "Your sessions  none with it yet"


def test_one_name_of_two_points_offers_both(diary: Paintrack) -> None:
    result = diary("points zhongzhu")
    assert result.err == "2 points are named Zhongzhu.\n"
    assert [line for line in result.out.splitlines() if line.startswith("Point ")] == [
        "Point          KI15",
        "Point          TE3",
    ]
    assert [each["code"] for each in diary("points zhongzhu --json").json] == ["KI15", "TE3"]
    assert "KI15" not in diary("points Zhōngzhǔ").out


@pytest.mark.parametrize("typed", ["LI4 ST36", "LI4,ST36", "'LI4, st 36'", "hegu zusanli LI4", "LI4 ; ST36"])
@pytest.mark.parametrize("command", ["points", "show"])
def test_several_points_at_once(command: str, typed: str, diary: Paintrack) -> None:
    assert [each["code"] for each in diary(f"{command} {typed} --json").json] == ["LI4", "ST36"]
    assert diary(f"{command} {typed}").err == ""


def test_among_several_points_each_shared_name_is_said(diary: Paintrack) -> None:
    result = diary("points hegu zhongzhu futu")
    assert result.err == "2 points are named Zhongzhu.\n2 points are named Futu.\n"
    assert result.out.count("Region ") == 5


def test_part_of_a_name_or_a_meridian_lists_points(diary: Paintrack) -> None:
    assert diary("points sanli").out == (
        "LI10  Shǒusānlǐ  Large Intestine 10\nST36  Zúsānlǐ    Stomach 36\nIn full: paintrack points LI10\n"
    )
    # The points of the stomach meridian.
    assert len(diary("points stomach --json").json) == 45


def test_ones_own_points_with_counts(diary: Paintrack, paintrack: Paintrack) -> None:
    assert diary("points") == Result(
        0,
        "LI4 Hegu, Large Intestine 4  2 sessions  1 Jun to 8 Jun 2026\n"
        "ST36 Zusanli, Stomach 36     1 session   1 Jun 2026\n"
        "my spot                      1 session   8 Jun 2026\n",
        "",
    )
    assert diary("points --json").json[2] == {
        "point": "my spot", "sessions": 1, "first": "2026-06-08", "last": "2026-06-08",
    }  # fmt: skip
    assert diary("points --plain").out.startswith("LI4 Hegu, Large Intestine 4: 2 sessions, 1 June to 8 June 2026.\n")


def test_what_is_no_point(diary: Paintrack) -> None:
    assert diary("points hegou").err.startswith("hegou is not in the table of points. Near it: Hegu (LI4)")
    assert diary("points qqq").code == 1
    assert diary("show xx").code == 2
    assert "is not an id" in diary("show ST99").err
    assert diary("show 1").out.startswith("Session 1")


def test_without_a_diary(paintrack: Paintrack) -> None:
    assert paintrack("points").out.startswith("No point recorded yet.")
    assert paintrack("points st36").code == 0


@pytest.mark.parametrize(
    "typed", ["points", "points st36", "points zhongzhu", "points li", "show EX-HN3", "points qqq"]
)
def test_it_fits_40_columns(typed: str, diary: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert max((width_of(line) for line in diary(typed).out.splitlines()), default=0) <= 40


def test_for_a_screen_reader_a_fact_is_a_sentence(diary: Paintrack) -> None:
    assert diary("points LI4 --plain").out == (
        "LI4.\nName: Hégǔ.\nCharacters: 合谷.\nIn English: Large Intestine 4.\nMeridian: Large Intestine.\n"
        "Region: Hand.\nYour sessions: 2, 1 June to 8 June 2026; ids 1 and 2.\n"
    )

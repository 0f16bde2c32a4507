"""Points as they are typed with a session: several in one word, none, a part of a name."""

from pathlib import Path

from tests.program import Paintrack, unwrapped


def test_points_that_were_not_there_are_no_point(paintrack: Paintrack) -> None:
    refused = paintrack("log 7 3 --points none")
    assert (refused.code, "none is not a point: leave --points out." in refused.err) == (2, True)
    paintrack("log 7 3 --points 'LI4/ST36'")
    assert paintrack("show 1 --json").json["points"] == ["LI4", "ST36"]
    assert paintrack("edit 1 --points none").code == 2
    assert paintrack("edit 1 --clear points").code == 0


def test_a_part_of_a_name_names_the_points_that_have_it(paintrack: Paintrack) -> None:
    saved = unwrapped(paintrack("log 7 3 --points sanli").out)
    assert (
        "sanli is not in the table of points; kept as typed. Did you mean LI10 (Shousanli) or ST36 (Zusanli)?" in saved
    )


def test_a_sheet_may_say_that_there_were_no_points(paintrack: Paintrack, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("date,before,after,points\n2026-06-01,7,3,none\n2026-06-08,7,3,LI4/ST36\n")
    assert paintrack(["import", str(sheet), "--for", "neck"]).code == 0
    assert [paintrack(f"show {number} --json").json["points"] for number in (1, 2)] == [[], ["LI4", "ST36"]]

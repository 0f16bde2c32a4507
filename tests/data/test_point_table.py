"""The point table that comes with the program."""

from collections import Counter

from paintrack.data.point_table import Point, full_names, load_points
from paintrack.model.acupuncture.points import MERIDIANS


def test_it_holds_the_361_points_of_who_2008_and_48_extra_points() -> None:
    codes = [point.code for point in load_points()]
    assert len(set(codes)) == len(codes) == 409
    assert sum(code.startswith("EX-") for code in codes) == 48


def test_meridians_have_as_many_points_as_the_table() -> None:
    in_table = Counter(point.code.rstrip("0123456789") for point in load_points())
    assert {code: meridian.size for code, meridian in MERIDIANS.items()} == in_table


def test_a_meridian_is_numbered_without_gaps() -> None:
    codes = {point.code for point in load_points()}
    assert codes == {f"{code}{n}" for code, meridian in MERIDIANS.items() for n in range(1, meridian.size + 1)}


def test_a_point_has_its_names() -> None:
    points = {point.code: point for point in load_points()}
    assert points["GV26"] == Point("GV26", "Governor Vessel", "Shuigou", "Shuǐgōu", "水溝", ("Renzhong",))
    assert points["EX-HN3"] == Point("EX-HN3", "Extra points: head and neck", "Yintang", "", "", ())


def test_a_name_in_full() -> None:
    assert full_names(["LI4", "nowhere", "EX-HN3"]) == {
        "LI4": "LI4 Hegu, Large Intestine 4",
        "EX-HN3": "EX-HN3 Yintang, extra point, head and neck",
    }


def test_every_point_has_a_name_that_can_be_typed_anywhere() -> None:
    assert all(point.pinyin.isascii() and point.pinyin.isalpha() for point in load_points())


def test_no_name_ends_in_a_footnote() -> None:
    assert not [point for point in load_points() if "[" in point.characters]


def test_the_table_is_read_once() -> None:
    assert load_points() is load_points()

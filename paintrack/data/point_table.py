"""The point table: 361 points of WHO 2008 (Standard Acupuncture Point Locations) and 48 extra points.

Codes and names only: where a point lies is the acupuncturist's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Point:
    """One acupuncture point: its WHO 2008 code (`LI4`, `EX-HN3`), its meridian in words, and its names.

    `pinyin` is plain ASCII; `pinyin_toned` and `characters` are empty for the extra points.
    """

    code: str
    meridian: str
    pinyin: str
    pinyin_toned: str
    characters: str
    also_called: tuple[str, ...]

    @property
    def english_name(self) -> str:
        """`Large Intestine 4`; `extra point, head and neck`, since the numbers of these differ from book to book."""
        if self.code.startswith("EX-"):
            return self.meridian.replace("Extra points:", "extra point,")
        number = self.code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return f"{self.meridian} {number}"

    @property
    def full_name(self) -> str:
        """`LI4 Hegu, Large Intestine 4`; `EX-HN3 Yintang, extra point, head and neck`."""
        return f"{self.code} {self.pinyin}, {self.english_name}"


@cache
def load_points() -> tuple[Point, ...]:
    """All 409 points, meridian by meridian, the extra points last."""
    import csv
    from importlib.resources import files

    text = files("paintrack.data").joinpath("points.csv").read_text(encoding="utf-8")
    return tuple(_point(row) for row in csv.DictReader(text.splitlines()))


def full_names(codes: Iterable[str]) -> dict[str, str]:
    """The full names of these points by code; a point that is not in the table is left out."""
    wanted = set(codes)
    return {point.code: point.full_name for point in load_points() if point.code in wanted}


def _point(row: dict[str, str]) -> Point:
    return Point(
        code=row["code"],
        meridian=row["meridian"],
        pinyin=row["pinyin"],
        pinyin_toned=row["pinyin_toned"],
        # Some names still end in the letter of a footnote of their source: 彧中[a].
        characters=row["characters"].partition("[")[0],
        also_called=tuple(row["also_called"].split("; ")) if row["also_called"] else (),
    )

"""The point table: 361 points of WHO 2008 (Standard Acupuncture Point Locations) and 48 extra points.

Codes and names only: where a point lies is the acupuncturist's business.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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


@cache
def load_points() -> tuple[Point, ...]:
    """All 409 points, meridian by meridian, the extra points last."""
    text = files("paintrack.data").joinpath("points.csv").read_text(encoding="utf-8")
    return tuple(_point(row) for row in csv.DictReader(text.splitlines()))


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

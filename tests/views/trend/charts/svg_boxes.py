"""Where the words and the shapes of a vector drawing stand, read from its SVG."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

from paintrack.views.trend.charts.svg.label_widths import text_width

SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(([-0-9.]+) ([-0-9.]+)\)")
_BRACKET = re.compile(r"M([-0-9.]+) ([-0-9.]+)v-5h([-0-9.]+)v5")
_ROUND_BRACKETS = re.compile(r"M([-0-9.]+) ([-0-9.]+)q-([0-9.]+) [0-9.]+ 0 ([0-9.]+)M([-0-9.]+) .*")
_CROSS = re.compile(r"M([-0-9.]+) ([-0-9.]+)h([0-9.]+)M[-0-9.]+ [-0-9.]+v[0-9.]+")
_ASCENT, _DESCENT = 0.78, 0.24  # of the letter size
_ROUNDING = 0.2


class Box(NamedTuple):
    """What stands from (left, top) to (right, bottom); y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float
    what: str

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share some area."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > _ROUNDING and min(self.bottom, other.bottom) - max(self.top, other.top) > _ROUNDING


def labels(root: ElementTree.Element) -> list[Box]:
    """The boxes of all words, as wide as they can be."""
    return [_label(element, x, y, root) for element, x, y in _placed(root) if element.tag == f"{SVG}text"]


def brackets(root: ElementTree.Element) -> list[Box]:
    """The boxes of the brackets of medians."""
    paths = [_BRACKET.fullmatch(element.get("d", "")) for element in root.iter(f"{SVG}path")]
    places = [tuple(map(float, match.groups())) for match in paths if match]
    return [Box(x, y - 5, x + wide, y, "bracket") for x, y, wide in places]


def round_brackets(root: ElementTree.Element) -> list[Box]:
    """The boxes of the round brackets around a score, without the sample in the legend."""
    paths = [_ROUND_BRACKETS.fullmatch(element.get("d", "")) for element in root.findall(f"{SVG}path")]
    places = [tuple(map(float, match.groups())) for match in paths if match]
    # The middle of a curve is half as far from its ends as the point that draws it aside.
    return [Box(x - bend / 2, y, end + bend / 2, y + high, "round brackets") for x, y, bend, high, end in places]


def drawn_circles(root: ElementTree.Element) -> list[Box]:
    """The boxes of the circles of scores with all of their lines, without the samples in the legend."""
    boxes = []
    for element in root.findall(f"{SVG}circle"):
        x, y, r, thick = (float(element.get(name, "")) for name in ("cx", "cy", "r", "stroke-width"))
        reach = r + thick / 2
        boxes.append(Box(x - reach, y - reach, x + reach, y + reach, "circle"))
    return boxes


def drawn_crosses(root: ElementTree.Element) -> list[Box]:
    """The boxes of the crosses of readings, without the sample in the legend."""
    paths = [_CROSS.fullmatch(element.get("d", "")) for element in root.findall(f"{SVG}path")]
    places = [tuple(map(float, match.groups())) for match in paths if match]
    return [Box(x, y - wide / 2, x + wide, y + wide / 2, "cross") for x, y, wide in places]


def score_axis(root: ElementTree.Element) -> float:
    """Where the axis of the scores stands: the line upright that is furthest left."""
    uprights = [line for line in root.findall(f"{SVG}line") if line.get("x1") == line.get("x2")]
    return min(float(line.get("x1", "")) for line in uprights)


def shapes(root: ElementTree.Element) -> list[Box]:
    """The boxes of all lines and circles, and where each path begins."""
    boxes = []
    for element, x, y in _placed(root):
        if element.tag == f"{SVG}line":
            x1, y1, x2, y2 = (float(element.get(name, "")) for name in ("x1", "y1", "x2", "y2"))
            boxes.append(Box(min(x1, x2) + x, min(y1, y2) + y, max(x1, x2) + x, max(y1, y2) + y, "line"))
        elif element.tag == f"{SVG}circle":
            cx, cy, r = (float(element.get(name, "")) for name in ("cx", "cy", "r"))
            boxes.append(Box(cx + x - r, cy + y - r, cx + x + r, cy + y + r, "circle"))
        elif element.tag == f"{SVG}path":
            for match in re.finditer(r"M([-0-9.]+) ([-0-9.]+)", element.get("d", "")):
                px, py = float(match[1]) + x, float(match[2]) + y
                boxes.append(Box(px, py, px, py, "path"))
    return boxes


def sheet(root: ElementTree.Element) -> Box:
    """The box of the whole drawing."""
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    return Box(left, top, left + wide, top + high, "drawing")


def _placed(root: ElementTree.Element) -> list[tuple[ElementTree.Element, float, float]]:
    """Each element with how far it is moved."""
    placed = []
    for child in root:
        moved = _MOVED.fullmatch(child.get("transform", ""))
        x, y = (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)
        placed += [(each, x, y) for each in ([*child] if child.tag == f"{SVG}g" else [child])]
    return placed


def _label(element: ElementTree.Element, x: float, y: float, root: ElementTree.Element) -> Box:
    style = element.get("style", "")
    own_size = re.search("font-size:([0-9.]+)px", style)
    size = float(own_size[1] if own_size else root.get("font-size", ""))
    words = element.text or ""
    width = text_width(words, size, is_bold="bold" in style)
    start = float(element.get("x", "")) + x
    start -= {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
    base = float(element.get("y", "")) + y
    return Box(start, base - _ASCENT * size, start + width, base + _DESCENT * size, words)


def parsed(svg: str) -> ElementTree.Element:
    """The root of the drawing."""
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    """The words that the drawing shows, in its order."""
    return [each.text or "" for each in parsed(svg).iter(f"{SVG}text")]


def alternative(svg: str) -> str:
    """The text alternative of the drawing."""
    return parsed(svg).findtext(f"{SVG}desc") or ""


def label(svg: str, words: str) -> Box:
    """The box of the first words that are these."""
    return next(each for each in labels(parsed(svg)) if each.what == words)

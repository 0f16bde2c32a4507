"""The measures that all parts of one drawing share."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from paintrack.views.trend.charts.svg.label_widths import text_width

_NARROW = 400  # units; in a narrower drawing, words beside the plot would take a third of it


class DrawingMeasures(NamedTuple):
    """How wide the drawing is, how large its letters are, both in units, and the colour of what lies below them.

    `has_key` says whether the drawing lists its changes and serious symptoms itself.
    """

    width: int
    size: float
    paper: str
    has_key: bool

    @property
    def row(self) -> float:
        """The distance from one line of words to the next."""
        return round(self.size * 1.3, 1)

    @property
    def is_narrow(self) -> bool:
        """Whether it is for a small screen, with as little as possible beside the plot."""
        return self.width < _NARROW

    @property
    def effects_name(self) -> str:
        """What the lane of side effects is called."""
        return "effects" if self.is_narrow else "side effects"

    @property
    def left(self) -> float:
        """Where the axis begins, after the names of the rows."""
        longest = "10 worst" if self.is_narrow else self.effects_name
        return round(text_width(longest, self.size) + 6, 1)


class Drawn(NamedTuple):
    """SVG elements, and how many units they take from the top."""

    elements: list[str]
    height: float


def stacked(y: float, parts: Iterable[Callable[[float], Drawn]]) -> Drawn:
    """The parts below each other; each is called with the height of its first line of words.

    The `height` of the whole is where the last part ends.
    """
    elements: list[str] = []
    for part in parts:
        drawn = part(y)
        elements += drawn.elements
        y += drawn.height
    return Drawn(elements, y)

"""The one ramp of colours for scores: teal (0) over amber (5) to red-brown (10), for list, trend and page.

The number is always shown on its colour, so that nobody has to tell two colours apart. A cell sets the colour of its
text as well as of its background, so that light and dark terminals show the same.
"""

from math import floor
from typing import NamedTuple

TRUE_COLOUR, PALETTE_256 = 1 << 24, 256  # how many colours a terminal has; 0 means that none may be used
_BLACK, _WHITE = 16, 231  # of the 256 colours, not 0 and 15: the theme of a terminal may change those below 16


class HeatColour(NamedTuple):
    """The background of one whole score, as `#rrggbb` and as a number of the 256 colours; whether its text is white.

    The text, white or black, has a contrast of 4.5:1 or more (WCAG 2.2, 1.4.3) on both backgrounds.
    """

    ground: str
    ground_256: int
    has_white_ink: bool

    @property
    def ink(self) -> str:
        """The colour of the number as `#rrggbb`."""
        return "#ffffff" if self.has_white_ink else "#000000"


_RAMP = (
    HeatColour("#1f4e5f", 23, True),
    HeatColour("#2d6a78", 24, True),
    HeatColour("#3d8296", 31, False),
    HeatColour("#68a3a0", 73, False),
    HeatColour("#a3bf9f", 151, False),
    HeatColour("#dccf8b", 186, False),
    HeatColour("#f2c25c", 221, False),
    HeatColour("#f5a13f", 215, False),
    HeatColour("#ec7f2f", 208, False),
    HeatColour("#d2522b", 166, False),
    HeatColour("#a8322a", 124, True),
)


def heat_colour(score: float) -> HeatColour:
    """The colour of a score (0 to 10): that of the nearest whole score, rounding halves up."""
    return _RAMP[floor(score + 0.5)]


def heat_cell(text: str, score: float, colours: int) -> str:
    """`text` (with its blanks) on the colour of its score; `colours` is how many the terminal has, 0: unchanged."""
    if not colours:
        return text
    colour = heat_colour(score)
    if colours < TRUE_COLOUR:
        ink, ground = f"5;{_WHITE if colour.has_white_ink else _BLACK}", f"5;{colour.ground_256}"
    else:
        ink, ground = f"2;{_channels(colour.ink)}", f"2;{_channels(colour.ground)}"
    return f"\x1b[38;{ink};48;{ground}m{text}\x1b[0m"


def _channels(colour: str) -> str:
    """`#1f4e5f` as `31;78;95`, the form that terminals take."""
    return ";".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))

"""How wide words are in a drawing whose font is unknown: at least as wide as in the widest common typefaces.

The widths are those of DejaVu Sans and Verdana, rounded up; most other typefaces are narrower.
"""

import math
from functools import cache

from paintrack.views.text_layout import truncate, width_of

_NARROW = frozenset(" iljItfr.,:;'|!()[]-/\\")
_WIDE = frozenset("mMW@%")
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM, _DOUBLE_EM = 0.43, 0.64, 0.84, 1.0, 1.3
_BOLD = 1.12


def text_width(words: str, size: float, *, is_bold: bool = False) -> float:
    """The most units that words of that letter size take."""
    # Not sum(), whose rounding changed in CPython 3.12: the drawing must be the same on every version.
    return math.fsum(map(_em, words)) * size * (_BOLD if is_bold else 1)


def fitted(words: str, room: float, size: float) -> str:
    """The words, cut with an ellipsis if they would be wider than `room`; empty if nothing of them fits."""
    columns = int(room / (_NARROW_EM * size))
    cut = truncate(words, columns, ascii_only=False)
    while cut and text_width(cut, size) > room:
        columns -= 1
        cut = truncate(words, columns, ascii_only=False)
    return cut


@cache
def _em(letter: str) -> float:
    if not letter.isascii():
        columns = width_of(letter)
        return _DOUBLE_EM if columns > 1 else columns * _WIDE_EM
    if letter in _NARROW:
        return _NARROW_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _USUAL_EM if (letter.islower() and letter != "w") or letter.isdigit() else _CAPITAL_EM

"""Parts of a day as people name them, `yesterday evening`, `last night`: they name a day, but not a time."""

import re
from datetime import time
from typing import NamedTuple


class DayPart(NamedTuple):
    """A part of the day: the hours (0 to 24) from which and until which it lasts, and one within as an example.

    `is_tonight`: it is the current night, which may have begun on the day before.
    """

    name: str
    begins: int
    ends: int
    example: int
    is_tonight: bool = False

    def has(self, clock: time) -> bool:
        """Whether the time of day lies in this part."""
        return self.begins <= clock.hour < self.ends


_PARTS = {
    part.name: part
    for part in (
        DayPart("morning", 0, 12, 9),
        DayPart("lunchtime", 11, 15, 13),
        DayPart("afternoon", 12, 18, 15),
        DayPart("evening", 17, 24, 20),
        DayPart("night", 18, 24, 22),
    )
}
DAY_PARTS = tuple(_PARTS)
_TONIGHT = _PARTS["night"]._replace(is_tonight=True)
_WITH_PART = rf"(.+?),? (?:in the |at )?({'|'.join(_PARTS)})"


def without_part(words: str) -> tuple[str, DayPart | None]:
    """The words for the day alone, and the part of it that was named, if any; `words` as `normalized` makes them.

    >>> without_part("yesterday evening")[0], without_part("this morning")[0], without_part("last night")[0]
    ('yesterday', 'today', 'yesterday')
    """
    if words in ("tonight", "this night"):
        return "today", _TONIGHT
    if match := re.fullmatch(r"(.+) nights ago", words):
        return f"{match[1]} days ago", _PARTS["night"]
    match = re.fullmatch(_WITH_PART, words)
    if match is None:
        return words, None
    return {"this": "today", "last": "yesterday"}.get(match[1], match[1]), _PARTS[match[2]]

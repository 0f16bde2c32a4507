"""Relief in groups of sessions: by condition, point, technique or practitioner."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from paintrack.analysis.condition.relief import Relief, relief_summary
from paintrack.analysis.statistics.robust_statistics import FEWEST_FOR_INTERVAL
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import relief


class GroupBy(StrEnum):
    """What sessions are grouped by."""

    CONDITION = "condition"
    POINT = "point"
    TECHNIQUE = "technique"
    PRACTITIONER = "practitioner"


class GroupedScore(NamedTuple):
    """The two scores (0 to 10) of one condition in one session, and the `name` of one group that they belong to.

    Either score may be missing. `session` is the session's uid; `name` is None if nothing was recorded. By point, a
    session with three points makes three of these. A named tuple, since a long history has hundreds of thousands.
    """

    session: str
    name: str | None
    before: float | None
    after: float | None


class Group(NamedTuple):
    """The relief in one group of sessions. `name` is as it was typed last, None where nothing was recorded."""

    name: str | None
    relief: Relief

    @property
    def n(self) -> int:
        """The number of sessions with both scores."""
        return self.relief.n

    @property
    def is_too_small(self) -> bool:
        """Whether there are too few sessions to compare (under 6)."""
        return self.n < FEWEST_FOR_INTERVAL


def groups_of(grouped_scores: Iterable[GroupedScore]) -> tuple[Group, ...]:
    """The relief under each name, over the scores that have both; they come oldest first, a session's together.

    A session counts once under a name, whatever its spellings. The groups are sorted by name (BL2 before BL10), never
    by relief, which would read as a ranking of what helps.
    """
    names: dict[str, str | None] = {}
    values: dict[str, list[float]] = {}
    session, counted = "", set[str]()
    for each in grouped_scores:
        if each.before is None or each.after is None:
            continue
        if each.session != session:
            session, counted = each.session, set()
        key = folded(each.name or "")
        if key not in counted:
            counted.add(key)
            names[key] = each.name
            values.setdefault(key, []).append(relief(each.before, each.after))
    keys = sorted(values, key=lambda key: (key == "", _by_words_and_numbers(key)))
    return tuple(Group(names[key], summary) for key in keys if (summary := relief_summary(values[key])))


def _by_words_and_numbers(name: str) -> list[tuple[str, int]]:
    """A key that sorts numbers by their value: BL2 before BL10."""
    return [(words, int(number or 0)) for words, number in re.findall(r"([^0-9]*)([0-9]*)", name)]

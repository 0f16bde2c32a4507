"""The query behind `compare`: the scores of sessions by point, technique or practitioner."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from paintrack.analysis.relief_by_group import GroupBy, GroupedScore

_GROUPS = {
    GroupBy.POINT: ("point.point", "LEFT JOIN point ON point.entry = entry.id", "point.position"),
    GroupBy.TECHNIQUE: ("entry.technique", "", "rating.position"),
    GroupBy.PRACTITIONER: ("entry.practitioner", "", "rating.position"),
}


def select_grouped_scores(
    rows: Callable[[str, Sequence[Any]], Iterable[Any]], where: str, values: Sequence[Any], trait: GroupBy
) -> list[GroupedScore]:
    """The scores in the sessions that `where` selects, once for each group that a session belongs to, oldest first.

    `rows` runs a query with its values and gives its rows.
    """
    name, join, position = _GROUPS[trait]
    return [
        GroupedScore(*row)
        for row in rows(
            # CROSS JOIN, to read in the order of time: otherwise SQLite would sort all ratings.
            f"SELECT entry.uid, {name}, rating.before, rating.after"
            f" FROM entry CROSS JOIN rating ON rating.entry = entry.id {join}"
            f" WHERE {where} ORDER BY entry.at, entry.entered, entry.uid, {position}",
            values,
        )
    ]

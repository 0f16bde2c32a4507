"""A selection of the history as a condition in SQL."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from paintrack.model.typed.typed_text import folded

if TYPE_CHECKING:
    from paintrack.model.selection import Selection

LARGEST_INTEGER = 2**63 - 1
"""The largest whole number that SQLite takes as a value; nothing in a diary is as many."""
ALIVE = "entry.deleted IS NULL"
_LOCAL_DAY = "date(entry.at, entry.offset || ' minutes')"


def selection_sql(selection: "Selection", rows: Callable[[str, Sequence[Any]], Sequence[Any]]) -> tuple[str, list[Any]]:
    """The SQL condition on the table `entry` that is true for what is selected, and the values for its question marks.

    `rows` runs a query and gives its rows: if the selection is of the last sessions, the first of them is looked up.
    """
    clauses, values = [ALIVE], list[Any]()

    def require(sql: str, *bound: Any) -> None:
        clauses.append(sql)
        values.extend(bound)

    if selection.condition is not None:
        name = folded(selection.condition)
        require("(entry.folded = ? OR entry.id IN (SELECT entry FROM rating WHERE folded = ?))", name, name)
    if selection.since is not None:
        require(f"{_LOCAL_DAY} >= ?", selection.since.isoformat())
    if selection.until is not None:
        require(f"{_LOCAL_DAY} <= ?", selection.until.isoformat())
    if selection.practitioner is not None:
        require("folded(entry.practitioner) = ?", folded(selection.practitioner))
    if selection.point is not None:
        require("entry.id IN (SELECT entry FROM point WHERE folded(point) = ?)", folded(selection.point))
    if selection.text is not None:
        from paintrack.storage.queries.text_search import mentions_sql

        require(*mentions_sql(selection.text))
    if selection.last is not None:
        first = rows(
            f"SELECT at FROM entry WHERE kind = 'session' AND {' AND '.join(clauses)}"
            " ORDER BY at DESC, uid DESC LIMIT 1 OFFSET ?",
            [*values, min(selection.last, LARGEST_INTEGER) - 1],
        )
        if first:
            require("entry.at >= ?", first[0]["at"])
    return " AND ".join(clauses), values

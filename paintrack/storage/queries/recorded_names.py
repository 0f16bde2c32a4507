"""The names in the file (conditions, practitioners, points), each with its number of entries and their time span."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from paintrack.model.name_kind import NameKind
from paintrack.model.recorded_name import RecordedName

_ALIVE = "entry.deleted IS NULL"
_DAY = "date(entry.at, entry.offset || ' minutes') AS day"
# The query for each kind of name: a row for each entry the name is on, with `folded`, the form that is compared.
_NAMES = {
    NameKind.CONDITION: (
        f"SELECT rating.condition AS name, rating.folded, entry.id, entry.kind, entry.at, {_DAY}"
        f" FROM rating JOIN entry ON entry.id = rating.entry WHERE {_ALIVE}"
        f" UNION ALL SELECT condition, folded, id, kind, at, {_DAY} FROM entry WHERE condition IS NOT NULL AND {_ALIVE}"
    ),
    NameKind.PRACTITIONER: (
        f"SELECT practitioner AS name, folded(practitioner) AS folded, id, kind, at, {_DAY}"
        f" FROM entry WHERE practitioner IS NOT NULL AND {_ALIVE}"
    ),
    NameKind.POINT: (
        f"SELECT point.point AS name, folded(point.point) AS folded, entry.id, entry.kind, entry.at, {_DAY}"
        f" FROM point JOIN entry ON entry.id = point.entry WHERE {_ALIVE}"
    ),
}
# The span is that of these, if there are any: a plan may be written down long before or after its time.
_EVENTS = ("session", "reading")


def select_names(rows: Callable[[str], Iterable[Any]], kind: NameKind) -> list[RecordedName]:
    """The names of the kind, the most often recorded first; each as it is spelled in its newest session or reading.

    `rows` runs a query and gives its rows.
    """
    parts: dict[str, list[_Part]] = {}
    for folded, name, entry_kind, number, newest, first, last in rows(
        "SELECT folded, name, kind, count(*), max(at || printf('%019d', id)), min(day), max(day)"
        f" FROM ({_NAMES[kind]}) GROUP BY folded, name, kind"
    ):
        span = date.fromisoformat(first), date.fromisoformat(last)
        parts.setdefault(folded, []).append(_Part(name, entry_kind, number, newest, *span))
    names = map(_joined, parts.values())
    return sorted(sorted(names, key=attrgetter("name")), key=attrgetter("times"), reverse=True)


class _Part(NamedTuple):
    """The entries of one kind that spell a name so: their number, which is the newest, the days they span."""

    name: str
    kind: str
    number: int
    newest: str
    first: date
    last: date


def _joined(parts: Sequence[_Part]) -> RecordedName:
    """The spellings of one name, one or more, as one."""
    events = [part for part in parts if part.kind in _EVENTS] or parts
    name = max(events, key=attrgetter("newest")).name
    counts: Counter[str] = Counter()
    kinds_by_name: dict[str, Counter[str]] = {}
    for part in parts:
        counts[part.kind] += part.number
        if part.name != name:
            kinds_by_name.setdefault(part.name, Counter())[part.kind] += part.number
    first, last = min(part.first for part in events), max(part.last for part in events)
    return RecordedName(name, counts, first, last, tuple(sorted(kinds_by_name.items())))

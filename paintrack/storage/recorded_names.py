"""The names in the file (conditions, practitioners, points), each with its number of entries and their time span."""

from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter
from typing import Any

from paintrack.model.recorded_name import NameKind, RecordedName

_ALIVE = "entry.deleted IS NULL"
_DAY = "date(entry.at, entry.offset || ' minutes') AS day"
# The query for each kind of name: a row for each entry the name is on, with `folded`, the form that is compared.
_NAMES = {
    NameKind.CONDITION: (
        f"SELECT rating.condition AS name, rating.folded, entry.id, entry.kind, {_DAY}"
        f" FROM rating JOIN entry ON entry.id = rating.entry WHERE {_ALIVE}"
        f" UNION ALL SELECT condition, folded, id, kind, {_DAY} FROM entry WHERE condition IS NOT NULL AND {_ALIVE}"
    ),
    NameKind.PRACTITIONER: (
        f"SELECT practitioner AS name, folded(practitioner) AS folded, id, kind, {_DAY}"
        f" FROM entry WHERE practitioner IS NOT NULL AND {_ALIVE}"
    ),
    NameKind.POINT: (
        f"SELECT point.point AS name, folded(point.point) AS folded, entry.id, entry.kind, {_DAY}"
        f" FROM point JOIN entry ON entry.id = point.entry WHERE {_ALIVE}"
    ),
}
# The span is that of these, if there are any: a plan may be written down long before or after its time.
_EVENTS = ("session", "reading")


def select_names(rows: Callable[[str], Iterable[Any]], kind: NameKind) -> list[RecordedName]:
    """The names of the kind, the most often recorded first; each as the patient first wrote it.

    `rows` runs a query and gives its rows.
    """
    names: dict[str, RecordedName] = {}
    order: dict[str, str] = {}
    for name, entry_kind, number, first, last, oldest in rows(
        "SELECT folded, kind, count(*), min(day), max(day), min(printf('%019d', id) || name)"
        f" FROM ({_NAMES[kind]}) GROUP BY folded, kind"
    ):
        order[name] = min(order.get(name, oldest), oldest)
        new = RecordedName(order[name][19:], {entry_kind: number}, date.fromisoformat(first), date.fromisoformat(last))
        names[name] = _joined(names[name], new)._replace(name=new.name) if name in names else new
    return sorted(sorted(names.values(), key=attrgetter("name")), key=attrgetter("times"), reverse=True)


def _joined(name: RecordedName, other: RecordedName) -> RecordedName:
    counts = {**name.counts, **other.counts}
    dated = [each for each in (name, other) if {*each.counts} & {*_EVENTS}] or [name, other]
    return RecordedName(name.name, counts, min(each.first for each in dated), max(each.last for each in dated))

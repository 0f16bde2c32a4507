"""An entry as a dictionary and back: the form of the journal and of JSON files.

It has every field of the entry but the local number, null where missing; `set_aside` is left out if it is empty.
`version` is that of the form: a newer paintrack keeps reading the older ones.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from paintrack.model.entries import AnyEntry, Rating, SideEffect, entry_class_of
from paintrack.model.values.moment import Moment
from paintrack.model.values.money import in_units

ENTRY_VERSION = 2
# The fields of money; a test holds them to the table of fields, which `log` does not load.
AMOUNTS = ("cost", "covered")
_PARTS: dict[str, type[Rating] | type[SideEffect]] = {"ratings": Rating, "side_effects": SideEffect}


def to_record(entry: AnyEntry) -> dict[str, Any]:
    """The entry as JSON-ready values; `at` is ISO 8601 with offset, money stays in hundredths."""
    record: dict[str, Any] = {"version": ENTRY_VERSION, "kind": entry.kind}
    for name in _field_names(entry.kind):
        value = getattr(entry, name)
        if value is None or isinstance(value, str):
            if value is not None or name != "set_aside":
                record[name] = value
        elif name == "when":
            record |= {"at": value.at.isoformat(timespec="seconds"), "time_given": value.time_given}
        elif name in _PARTS:
            record[name] = [dict(zip(item._fields, map(json_value, item), strict=True)) for item in value]
        elif isinstance(value, Mapping):
            # Sorted, so that equal mappings give equal JSON.
            record[name] = {each: json_value(value[each]) for each in sorted(value)}
        else:
            record[name] = json_value(value)
    return record


@cache
def _field_names(kind: str) -> tuple[str, ...]:
    """The fields of an entry of this kind in their order, without its number."""
    return tuple(each.name for each in fields(entry_class_of(kind)) if each.name != "number")


def entry_json(entry: AnyEntry) -> dict[str, Any]:
    """The entry as `--json` shows it: its id and every field but those only for merging, money in currency units."""
    record = to_record(entry)
    del record["changed"]
    record.pop("set_aside", None)
    for rating in record.get("ratings", ()):
        del rating["key"]
    amounts = {name: in_units(record[name]) for name in AMOUNTS if record.get(name) is not None}
    return {"id": entry.label, **record, **amounts}


def from_record(record: Mapping[str, Any]) -> AnyEntry:
    """The entry of a dictionary from `to_record`. Raises KeyError, TypeError or ValueError for any other."""
    if record["version"] > ENTRY_VERSION:
        raise ValueError(f"version {record['version']} is from a newer paintrack")
    kind = entry_class_of(record["kind"])
    values: dict[str, Any] = {}
    for name in _field_names(record["kind"]):
        if name == "when":
            values["when"] = Moment(Moment.from_iso(record["at"]).at, time_given=record["time_given"])
        elif part := _PARTS.get(name):
            values[name] = tuple(part(**item) for item in record.get(name, ()))
        elif name in record:
            values[name] = tuple(record[name]) if name == "points" else record[name]
    return kind(**values)


def json_value(value: Any) -> Any:
    """A JSON-ready value: a whole number without `.0`, a tuple as a list.

    >>> json_value(7.0), json_value(6.5), json_value(("LI4", "ST36"))
    (7, 6.5, ['LI4', 'ST36'])
    """
    if value is None or isinstance(value, str):
        # First, because most values are texts or missing and the other checks are slower.
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {name: json_value(each) for name, each in value.items()}
    return list(value) if isinstance(value, tuple) else value

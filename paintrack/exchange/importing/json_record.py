"""A JSON record as an entry, with every value validated by the same rules as a typed one."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache, partial
from typing import Any, NamedTuple

from paintrack.errors import UsageError
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.displayed_text import listed
from paintrack.model.entries import KINDS, AnyEntry, Rating, SideEffect, entry_class_of
from paintrack.model.fields import Field, fields_of
from paintrack.model.serialization.csv_rows import RowReason
from paintrack.model.serialization.json_entries import ENTRY_VERSION
from paintrack.model.serialization.strict_values import IN_THE_FUTURE, is_in_future
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.field_types import STAMP, UID, excerpt
from paintrack.model.values.moment import Moment


class Problem(NamedTuple):
    """A value that cannot be imported: its `field` (`ratings[0].before`), the value as in the file, and why not."""

    field: str
    value: str
    reason: RowReason


class _JsonField(NamedTuple):
    """A field of a record: whether it is required, and its parser, which gets the JSON value and raises UsageError."""

    is_needed: bool
    parse: Callable[[Any], Any]


def parse_record(record: object, now: datetime) -> AnyEntry | list[Problem]:
    """The entry that `json_entries.to_record` wrote as this JSON value, or what is wrong with it.

    `now` is aware: a time after it is refused, and so is an unknown field.
    """
    problems: list[Problem] = []
    if not isinstance(record, dict):
        return [Problem("", excerpt(record), "An entry is a JSON object.")]
    version, kind = record.get("version"), record.get("kind")
    if type(version) is not int or version < 1:
        return [
            Problem("version", excerpt(version), f"The version of an entry is a number, {ENTRY_VERSION} for this one.")
        ]
    if version > ENTRY_VERSION:
        return [Problem("version", excerpt(version), "A newer paintrack wrote this entry; update paintrack to use it.")]
    if kind not in KINDS:
        return [Problem("kind", excerpt(kind), f"The kind is {listed([*KINDS])}.")]
    values = _values(record, _fields_of_entry(kind), "", problems)
    if problems:
        return problems
    problems = _contradictions(values, now)
    if problems:
        return problems
    del values["version"], values["kind"]
    when = Moment(values.pop("at").at, time_given=values.pop("time_given"))
    return entry_class_of(kind)(when=when, **values)


def parse_tombstone(record: object) -> Tombstone:
    """What is left of an entry that is gone. Raises UsageError for any other JSON value."""
    if not isinstance(record, dict) or {*record} != {*Tombstone._fields}:
        raise UsageError("A deleted entry is a JSON object with uid, kind, deleted and purged.")
    if record["kind"] not in KINDS:
        raise UsageError(f"The kind is {listed([*KINDS])}.")
    purged = record["purged"]
    return Tombstone(
        UID.parse_json(record["uid"], "It"),
        record["kind"],
        STAMP.parse_json(record["deleted"], "It"),
        None if purged is None else STAMP.parse_json(purged, "It"),
    )


def _contradictions(values: Mapping[str, Any], now: datetime) -> list[Problem]:
    """What is wrong with values that are right each by itself but contradict each other."""
    problems = []
    at: Moment = values["at"]
    if is_in_future(at, now):
        problems.append(Problem("at", at.at.isoformat(), IN_THE_FUTURE))
    if not values["time_given"] and f"{at.at:%H:%M:%S}" != "12:00:00":
        problems.append(Problem("time_given", "false", "A time that was not given is noon."))
    if values["edited"] < values["entered"]:
        problems.append(Problem("edited", values["edited"], "It was edited before it was entered."))
    seen: set[str] = set()
    for place, rating in enumerate(values.get("ratings", ())):
        if (name := folded(rating.condition)) in seen:
            problems.append(Problem(f"ratings[{place}].condition", rating.condition, "This session rates it already."))
        seen.add(name)
    identities = [rating.identity for rating in values.get("ratings", ())]
    for place, identity in enumerate(identities):
        # Two ratings with the same name are an error already; that they share an identity must not be a second one.
        if identity in identities[:place] and len(seen) == len(identities):
            problems.append(Problem(f"ratings[{place}].key", identity, "Another rating of this session has it."))
    if any(stamp > values["edited"] for stamp in (values.get("changed") or {}).values()):
        problems.append(Problem("changed", "", "A value has a later time of change than its entry."))
    return problems


def _values(
    record: object, fields_by_name: Mapping[str, _JsonField], path: str, problems: list[Problem]
) -> dict[str, Any]:
    """The values of the object by name, without optional ones that are missing. Problems are added to `problems`."""
    if not isinstance(record, dict):
        problems.append(Problem(path.removesuffix("."), excerpt(record), "This is no JSON object."))
        return {}
    unknown = [name for name in record if name not in fields_by_name]
    problems += [Problem(path + name, excerpt(record[name]), "It is not known here.") for name in unknown]
    values = {}
    for name, (is_needed, parse) in fields_by_name.items():
        value = record.get(name)
        if value is None:
            if is_needed:
                problems.append(Problem(path + name, "", "It is missing."))
        elif name in _PARTS:
            values[name] = _parts(value, name, problems)
        else:
            try:
                values[name] = parse(value)
            except UsageError as error:
                problems.append(Problem(path + name, excerpt(value), error.reason))
    return values


def _parts(value: object, name: str, problems: list[Problem]) -> tuple[Any, ...]:
    """The ratings or side effects of a session, without those that are wrong, which are added to `problems`."""
    if not isinstance(value, list):
        problems.append(Problem(name, excerpt(value), "This is no JSON list."))
        return ()
    part, parts = _PARTS[name], []
    for place, item in enumerate(value):
        before = len(problems)
        values = _values(item, _fields_of_part(name), f"{name}[{place}].", problems)
        if values.get("kind") == OTHER.key and not values.get("words"):
            problems.append(Problem(f"{name}[{place}].words", "", "An other side effect needs words."))
        if len(problems) == before:
            parts.append(part(**values))
    return tuple(parts)


_PARTS: dict[str, type[Rating] | type[SideEffect]] = {"ratings": Rating, "side_effects": SideEffect}


@cache
def _fields_of_entry(kind: str) -> dict[str, _JsonField]:
    """The fields of a record of that kind, by name."""
    entry_class = entry_class_of(kind)
    optional = {each.name for each in fields(entry_class) if each.default is not MISSING}
    fields_by_name = {"version": _JsonField(is_needed=True, parse=lambda value: value)}
    for field in fields_of(entry_class):
        parse = _reject_deleted if field.name == "deleted" else _parser_of(field)
        fields_by_name[field.name] = _JsonField(field.name not in optional, parse)
    return fields_by_name


@cache
def _fields_of_part(name: str) -> dict[str, _JsonField]:
    """The fields of a rating or a side effect, by name."""
    part = _PARTS[name]
    return {
        field.name: _JsonField(field.name not in part._field_defaults, _parser_of(field)) for field in fields_of(part)
    }


def _parser_of(field: Field) -> Callable[[Any], Any]:
    return partial(_parse, field)


def _parse(field: Field, value: Any) -> Any:
    return field.type.parse_json(value, field.subject)


def _reject_deleted(_value: Any) -> None:
    raise UsageError("What was deleted does not come in again.")

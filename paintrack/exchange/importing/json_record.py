"""A JSON record as an entry, every value validated by the rules that hold for typed ones."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache, partial
from typing import Any, NamedTuple

from paintrack.errors import UsageError
from paintrack.model.entries import KINDS, AnyEntry, Rating, SideEffect, entry_class_of
from paintrack.model.moment import Moment
from paintrack.model.score import parse_score
from paintrack.model.serialization.json_entries import VERSION
from paintrack.model.serialization.strict_values import (
    IN_THE_FUTURE,
    is_in_future,
    parse_instant,
    parse_key,
    parse_stamp,
    parse_time,
    parse_uid,
)
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.typed_text import clean, folded, listed, one_line

Check = Callable[[Any], Any]

_SCORES = {tenths / 10: tenths / 10 for tenths in range(101)}
_MOST_MONEY = 999_999_999
_EXCERPT = 100


class Problem(NamedTuple):
    """A value that cannot be taken in: where it stands (`ratings[0].before`), as it stands there, why not."""

    field: str
    value: str
    reason: str


class _Field(NamedTuple):
    needed: bool
    check: Check


def parse_record(record: object, now: datetime) -> AnyEntry | list[Problem]:
    """The entry that `json_entries.to_record` wrote as this JSON value, or what is wrong with it.

    `now` is aware: what lies in the future is refused, as is a field that is not known here.
    """
    problems: list[Problem] = []
    if not isinstance(record, dict):
        return [Problem("", _excerpt(record), "An entry is a JSON object.")]
    version, kind = record.get("version"), record.get("kind")
    if type(version) is not int or version < 1:
        return [Problem("version", _excerpt(version), f"The version of an entry is a number, {VERSION} for this one.")]
    if version > VERSION:
        return [
            Problem("version", _excerpt(version), "A newer paintrack wrote this entry; update paintrack to use it.")
        ]
    if kind not in KINDS:
        return [Problem("kind", _excerpt(kind), f"The kind is {listed([*KINDS])}.")]
    values = _values(record, _fields_of(kind), "", problems)
    if problems:
        return problems
    problems = _contradictions(values, now)
    if problems:
        return problems
    del values["version"], values["kind"]
    when = Moment(values.pop("at").at, time_given=values.pop("time_given"))
    return entry_class_of(kind)(when=when, **values)


def _contradictions(values: Mapping[str, Any], now: datetime) -> list[Problem]:
    """Values that are right each by itself and wrong together."""
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
    return problems


def _values(record: object, fields_by_name: Mapping[str, _Field], path: str, problems: list[Problem]) -> dict[str, Any]:
    """The values of the object by name; those that are missing and need not be there are left out."""
    if not isinstance(record, dict):
        problems.append(Problem(path.removesuffix("."), _excerpt(record), "This is no JSON object."))
        return {}
    unknown = [name for name in record if name not in fields_by_name]
    problems += [Problem(path + name, _excerpt(record[name]), "It is not known here.") for name in unknown]
    values = {}
    for name, (needed, check) in fields_by_name.items():
        value = record.get(name)
        if value is None:
            if needed:
                problems.append(Problem(path + name, "", "It is missing."))
        elif name in _PARTS:
            values[name] = _parts(value, name, problems)
        else:
            try:
                values[name] = check(value)
            except UsageError as error:
                problems.append(Problem(path + name, _excerpt(value), str(error)))
    return values


def _parts(value: object, name: str, problems: list[Problem]) -> tuple[Any, ...]:
    """The ratings or side effects of a session, without those that are wrong."""
    if not isinstance(value, list):
        problems.append(Problem(name, _excerpt(value), "This is no JSON list."))
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


def _unchecked(value: Any) -> Any:
    return value


def _text(parse: Callable[[str], Any]) -> Check:
    def check(value: Any) -> Any:
        if not isinstance(value, str):
            raise UsageError("It is a text, in quotes.")
        return parse(value)

    return check


def _score(value: Any) -> float:
    if type(value) is int or type(value) is float:
        if (score := _SCORES.get(value)) is not None:
            return score
        return parse_score(_excerpt(value))
    raise UsageError("A score is a number from 0 to 10, without quotes.")


def _whole_number(value: Any, least: int, most: int, what: str) -> int:
    if type(value) is int and least <= value <= most:
        return value
    raise UsageError(f"{what} is a whole number, {least} to {most}.")


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise UsageError("It is true or false.")


def _reject_deleted(_value: Any) -> None:
    raise UsageError("What was deleted does not come in again.")


def _points(value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(point, str) for point in value):
        return tuple(one_line(point, "A point") for point in value)
    raise UsageError("Points are a JSON list of texts.")


def _name(what: str) -> Check:
    return _text(partial(one_line, name=what))


def _optional_text(text: str) -> str | None:
    return clean(text) or None


_PARTS: dict[str, type[Rating] | type[SideEffect]] = {"ratings": Rating, "side_effects": SideEffect}
_IN_HUNDREDTHS = partial(_whole_number, least=0, most=_MOST_MONEY, what="Money in hundredths")
# By name: a field means the same in every kind of entry.
_CHECKS: dict[str, Check] = {
    "version": _unchecked,
    "kind": _unchecked,
    "ratings": _unchecked,
    "side_effects": _unchecked,
    "uid": _text(parse_uid),
    "at": _text(parse_time),
    "time_given": _boolean,
    "entered": _text(parse_stamp),
    "edited": _text(parse_stamp),
    "deleted": _reject_deleted,
    "points": _points,
    "technique": _text(parse_key),
    "practitioner": _name("The name"),
    "cost": _IN_HUNDREDTHS,
    "covered": _IN_HUNDREDTHS,
    "currency": _name("The currency"),
    "note": _text(_optional_text),
    "condition": _name("The condition"),
    "score": _score,
    "text": _text(lambda text: _optional_text(text) or one_line(text, "The text")),
    "private": _boolean,
    "done": _text(parse_stamp),
    "pain": _score,
    "enjoyment": _score,
    "activity": _score,
    "sessions": partial(_whole_number, least=1, most=999, what="The number of sessions"),
    "goal": _score,
    "ended": _text(parse_stamp),
    "before": _score,
    "after": _score,
    "before_at": _text(parse_instant),
    "after_at": _text(parse_instant),
    "before_entered": _text(parse_stamp),
    "after_entered": _text(parse_stamp),
    "words": _text(_optional_text),
    "noticed": _text(lambda text: parse_time(text).iso()),
}


@cache
def _fields_of(kind: str) -> dict[str, _Field]:
    """The fields of a record of that kind, from the dataclass."""
    fields_by_name = {name: _Field(True, _CHECKS[name]) for name in ("version", "kind", "at", "time_given")}
    for each in fields(entry_class_of(kind)):
        if each.name not in ("when", "number"):
            fields_by_name[each.name] = _Field(each.default is MISSING, _CHECKS[each.name])
    return fields_by_name


@cache
def _fields_of_part(name: str) -> dict[str, _Field]:
    """The fields of a rating or a side effect, from its named tuple."""
    part, checks = _PARTS[name], _CHECKS | {"kind": _text(parse_key)}
    return {each: _Field(each not in part._field_defaults, checks[each]) for each in part._fields}


def _excerpt(value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)[:_EXCERPT]

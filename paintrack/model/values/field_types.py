"""The types of values that fields have: how each is read from a CSV cell and from JSON, and written to both.

A value means the same in every field of its type, so that a new field needs no rule of its own.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from paintrack.errors import UsageError
from paintrack.model.acupuncture.techniques import parse_technique
from paintrack.model.displayed_text import listed
from paintrack.model.entries import KINDS, Reading, Session, SideEffect
from paintrack.model.other_entries import CHANGES, parse_change
from paintrack.model.serialization.json_entries import json_value
from paintrack.model.serialization.strict_values import (
    parse_digest,
    parse_instant,
    parse_key,
    parse_month,
    parse_stamp,
    parse_time,
    parse_uid,
)
from paintrack.model.symptoms.side_effect_kinds import OTHER, SIDE_EFFECT_KINDS
from paintrack.model.symptoms.side_effect_recognition import parse_side_effect
from paintrack.model.typed.typed_text import clean, one_line
from paintrack.model.values.money import in_units, parse_amount
from paintrack.model.values.score import parse_score

# A parser gets the value and the words that begin a sentence about it ('The cost'). It raises UsageError.
ParseText = Callable[[str, str], Any]
ParseJson = Callable[[Any, str], Any]

_TENTHS = {tenths / 10: tenths / 10 for tenths in range(101)}
_MOST_MONEY = 999_999_999
_MOST_SESSIONS = 999
_EXCERPT = 100
# The names that `change_stamps` makes, and those that a newer paintrack may make.
_STAMP_NAME = "[a-z_]{1,40}(?:/[0-9a-f]{16}(?:/[a-z_]{1,40})?)?"
_MOST_STAMPS = 1000
_SET_ASIDE_NAME = "rating/[0-9a-f]{16}(?:/(?P<score>before|after))?"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FieldType:
    """One type of value.

    `name` is that of its definition in the JSON schema, and `schema` that definition. `parse_json` checks a JSON value
    and returns what is stored; `parse_text` does the same for the text of a CSV cell that is not blank, and is None for
    types that no CSV has. `to_csv` turns a stored value into what stands in a row: a text, a number or a list of texts.
    `recurs`: rows repeat the same few values.
    """

    name: str
    schema: Mapping[str, Any]
    parse_json: ParseJson
    parse_text: ParseText | None = None
    to_csv: Callable[[Any], Any] = lambda value: value
    recurs: bool = False


def excerpt(value: object) -> str:
    """The beginning of a JSON value, for a sentence about it; empty for null."""
    return "" if value is None else json.dumps(value, ensure_ascii=False)[:_EXCERPT]


def join_list(items: Iterable[str]) -> str:
    r"""A list as one text: `LI4; ST36`, with a backslash before each `;` and `\` in an item."""
    return "; ".join(item if item.isalnum() else re.sub(r"([\\;])", r"\\\1", item) for item in items)


def split_list(text: str) -> list[str]:
    """The items of a text that `join_list` made, without blank ones."""
    pieces = re.findall(r"(?:[^\\;]|\\.|\\$)+", text, re.DOTALL)
    return [item for piece in pieces if (item := re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL).strip())]


def _from_text(parse: ParseText) -> ParseJson:
    """The parser for a JSON string, which is parsed as `parse` does a text."""

    def check(value: Any, subject: str) -> Any:
        if not isinstance(value, str):
            raise UsageError("It is a text, in quotes.")
        return parse(value, subject)

    return check


def _without_subject(parse: Callable[[str], Any]) -> ParseText:
    return lambda text, _subject: parse(text)


def _score_of_json(value: Any, _subject: str) -> float:
    if type(value) is int or type(value) is float:
        if (score := _TENTHS.get(value)) is not None:
            return score
        return parse_score(excerpt(value))
    raise UsageError("A score is a number from 0 to 10, without quotes.")


def _whole_number(least: int, most: int, what: str) -> ParseJson:
    def check(value: Any, _subject: str) -> int:
        if type(value) is int and least <= value <= most:
            return value
        raise UsageError(f"{what} is a whole number, {least} to {most}.")

    return check


def _boolean(value: Any, _subject: str) -> bool:
    if isinstance(value, bool):
        return value
    raise UsageError("It is true or false.")


def _text(text: str, subject: str) -> str:
    cleaned = clean(text, subject)
    if not cleaned:
        raise UsageError(f"{subject} is empty.")
    return cleaned


def _text_or_none(text: str, subject: str) -> str | None:
    return clean(text, subject) or None


def _points_of_text(text: str, _subject: str) -> tuple[str, ...]:
    # As they are: a newer table of points must not change an old history.
    return tuple(one_line(item, "A point") for item in split_list(text))


def _points_of_json(value: Any, _subject: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(point, str) for point in value):
        return tuple(one_line(point, "A point") for point in value)
    raise UsageError("Points are a JSON list of texts.")


def _side_effects_of_text(text: str, _subject: str) -> tuple[SideEffect, ...]:
    return tuple(_side_effect_of_text(item) for item in split_list(text))


def _side_effect_of_text(item: str) -> SideEffect:
    kind, _, words = item.partition(":")
    if kind not in SIDE_EFFECT_KINDS:
        return parse_side_effect(item)
    words = clean(words, "The side effect")
    if kind == OTHER.key and not words:
        raise UsageError("An other side effect needs words: other: sore thumb.")
    return SideEffect(kind=kind, words=words or None)


def _side_effect_items(effects: Iterable[SideEffect]) -> list[str]:
    return [f"{effect.kind}: {effect.words}" if effect.words else effect.kind for effect in effects]


def _stamps(value: Any, _subject: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(stamp, str) for stamp in value.values()):
        raise UsageError("It is a JSON object with a time for each name.")
    if len(value) > _MOST_STAMPS or not all(re.fullmatch(_STAMP_NAME, name, re.ASCII) for name in value):
        raise UsageError("A name of a changed value is unknown to paintrack.")
    return {name: parse_stamp(stamp) for name, stamp in value.items()}


def _set_aside(value: Any, subject: str) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > _MOST_STAMPS:
        raise UsageError("It is a JSON object of values that a merge keeps.")
    return {name: _set_aside_value(name, each, subject) for name, each in value.items()}


def _set_aside_value(name: str, value: Any, subject: str) -> Any:
    match = re.fullmatch(_SET_ASIDE_NAME, name, re.ASCII)
    if match is None:
        raise UsageError("A name of a value that a merge kept is unknown to paintrack.")
    score = match["score"]
    if score is None:
        return LINE.parse_json(value, subject)
    types = {score: SCORE, f"{score}_at": INSTANT, f"{score}_entered": STAMP}
    if not isinstance(value, dict) or not value.keys() <= types.keys() or value.get(score) is None:
        raise UsageError("What a merge keeps of a rating is a score and its times.")
    return {key: None if each is None else types[key].parse_json(each, subject) for key, each in value.items()}


def _kind_in_rows(text: str) -> str:
    kinds = [Session.kind, Reading.kind]
    if text in kinds:
        return text
    raise UsageError(f"The kind is {listed(kinds)}.")


def _parsed_in_parts(value: Any, _subject: str) -> Any:
    """The value as it is: a list of records is checked field by field where it is parsed."""
    return value


KIND = FieldType(
    name="kind",
    schema={"enum": [*KINDS]},
    parse_text=_without_subject(_kind_in_rows),
    parse_json=_from_text(_without_subject(str)),
    recurs=True,
)
UID = FieldType(
    name="uid",
    schema={
        "description": "Tells an entry from every other one, in every file.",
        "type": "string",
        "pattern": "^[0-9a-f]{32}$",
    },
    parse_text=_without_subject(parse_uid),
    parse_json=_from_text(_without_subject(parse_uid)),
)
# The time of an entry is not a LOCAL_TIME: it is stored as an instant, an offset and whether the time was given.
MOMENT = FieldType(
    name="local_time",
    schema={
        "description": "ISO 8601 with the UTC offset that held.",
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$",
    },
    parse_text=_without_subject(parse_time),
    parse_json=_from_text(_without_subject(parse_time)),
)
LOCAL_TIME = FieldType(
    name="local_time",
    schema=MOMENT.schema,
    parse_json=_from_text(lambda text, _subject: parse_time(text).iso()),
)
STAMP = FieldType(
    name="stamp",
    schema={
        "description": "When something was typed or changed: UTC with microseconds.",
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z$",
    },
    parse_text=_without_subject(parse_stamp),
    parse_json=_from_text(_without_subject(parse_stamp)),
)
INSTANT = FieldType(
    name="instant",
    schema={
        "description": "When a score was given: UTC, whole seconds.",
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
    },
    parse_json=_from_text(_without_subject(parse_instant)),
)
STAMPS = FieldType(
    name="stamps",
    schema={
        "description": "The instant at which each value was changed, by its name.",
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/stamp"},
    },
    parse_json=_stamps,
)
SCORE = FieldType(
    name="score",
    schema={
        "description": "0 none, 10 worst imaginable; at most one decimal. 0 is a score, null is a missing one.",
        "type": "number",
        "minimum": 0,
        "maximum": 10,
    },
    parse_text=_without_subject(parse_score),
    parse_json=_score_of_json,
    to_csv=json_value,
    recurs=True,
)
MONEY = FieldType(
    name="money",
    schema={
        "description": "Hundredths of the currency unit.",
        "type": "integer",
        "minimum": 0,
        "maximum": _MOST_MONEY,
    },
    parse_text=parse_amount,
    parse_json=_whole_number(0, _MOST_MONEY, "Money in hundredths"),
    to_csv=in_units,
    recurs=True,
)
COUNT = FieldType(
    name="count",
    schema={"description": "How many sessions.", "type": "integer", "minimum": 1, "maximum": _MOST_SESSIONS},
    parse_json=_whole_number(1, _MOST_SESSIONS, "The number of sessions"),
)
FLAG = FieldType(name="flag", schema={"type": "boolean"}, parse_json=_boolean)
LINE = FieldType(
    name="line",
    schema={
        "description": "Text on one line, not empty.",
        "type": "string",
        "minLength": 1,
        "pattern": r"^[^\u0000-\u001f\u007f-\u009f]+$",
    },
    parse_text=one_line,
    parse_json=_from_text(one_line),
    recurs=True,
)
# A text that the entry must have, and one that may be missing.
TEXT = FieldType(
    name="text",
    schema={
        "description": "Text, also of several lines.",
        "type": "string",
        "minLength": 1,
        "pattern": r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]+$",
    },
    parse_text=_text,
    parse_json=_from_text(_text),
)
OPTIONAL_TEXT = FieldType(
    name="text",
    schema=TEXT.schema,
    parse_text=_text_or_none,
    parse_json=_from_text(_text_or_none),
)
CHANGE = FieldType(
    name="change",
    schema={"enum": [*CHANGES]},
    parse_json=_from_text(_without_subject(parse_change)),
)
MONTH = FieldType(
    name="month",
    schema={"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    parse_json=_from_text(_without_subject(parse_month)),
)
DIGEST = FieldType(
    name="digest",
    schema={"type": "string", "pattern": "^[0-9a-f]{16}$"},
    parse_json=_from_text(_without_subject(parse_digest)),
)
KEY = FieldType(
    name="key",
    schema={
        "description": "A key from one of paintrack's lists; a newer paintrack may know more.",
        "type": "string",
        "pattern": "^[a-z][a-z0-9_]{0,39}$",
    },
    parse_json=_from_text(_without_subject(parse_key)),
)
TECHNIQUE = FieldType(
    name="key",
    schema=KEY.schema,
    parse_text=_without_subject(parse_technique),
    parse_json=KEY.parse_json,
    recurs=True,
)
POINTS = FieldType(
    name="points",
    schema={
        "description": "Acupuncture points: WHO codes, or free text.",
        "type": "array",
        "items": {"$ref": "#/$defs/line"},
    },
    parse_text=_points_of_text,
    parse_json=_points_of_json,
    to_csv=list,
    recurs=True,
)
SIDE_EFFECTS = FieldType(
    name="side_effects",
    schema={"type": "array", "items": {"$ref": "#/$defs/side_effect"}},
    parse_text=_side_effects_of_text,
    parse_json=_parsed_in_parts,
    to_csv=_side_effect_items,
    recurs=True,
)
RATINGS = FieldType(
    name="ratings",
    schema={"type": "array", "items": {"$ref": "#/$defs/rating"}},
    parse_json=_parsed_in_parts,
)
SET_ASIDE = FieldType(
    name="set_aside",
    schema={
        "description": "The name of a rating, or one of its scores with its times, by the name of its change stamp.",
        "type": "object",
        "additionalProperties": {"type": ["string", "object"]},
    },
    parse_json=_set_aside,
)

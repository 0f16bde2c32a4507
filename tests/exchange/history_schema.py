"""The JSON schema of an exported history, made from the table of fields; `data/history.schema.json` is what it gives.

The schema describes the newest version of the document. Older ones are read too: what they lack is missing.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from paintrack.exchange.json_file import DOCUMENT_VERSION, FORMAT
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import KINDS, Rating, SideEffect, entry_class_of
from paintrack.model.fields import FIELDS, Field, Holder, fields_of
from paintrack.model.serialization.json_entries import ENTRY_VERSION
from paintrack.model.settings import PAPERS, SWITCH
from paintrack.model.values.field_types import FLAG

_STRICT = {"type": "object", "additionalProperties": False}
_SETTINGS: dict[str, dict[str, Any]] = {
    "name": {"$ref": "#/$defs/line"},
    "before-needling": {"$ref": "#/$defs/line"},
    "currency": {"type": "string", "minLength": 1, "maxLength": 8},
    "paper": {"enum": [*PAPERS]},
    "plain": {"enum": [*SWITCH]},
    "ascii": {"enum": [*SWITCH]},
}


def history_schema() -> dict[str, Any]:
    """The schema of the document, JSON Schema 2020-12."""
    properties = {
        "format": {"const": FORMAT},
        "version": {"description": "The version of this document; a newer one is refused.", "const": DOCUMENT_VERSION},
        "settings": {
            "description": "What was set with paintrack config, by name, and when.",
            **_STRICT,
            "properties": {name: _setting(value) for name, value in _SETTINGS.items()},
        },
        "entries": {"type": "array", "items": {"oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS]}},
        "gone": {
            "description": "What is left of deleted entries, so that they do not come back from another computer.",
            "type": "array",
            "items": {"$ref": "#/$defs/tombstone"},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A paintrack history",
        "description": "What `paintrack export history.json` writes: everything but undo history and local ids. "
        "One entry a line, ordered by (instant, uid).",
        **_STRICT,
        "properties": properties,
        "required": [*properties],
        "$defs": _definitions(),
    }


def _setting(value: dict[str, Any]) -> dict[str, Any]:
    properties = {"value": _or_null(value), "edited": {"$ref": "#/$defs/stamp"}}
    return {**_STRICT, "properties": properties, "required": [*properties]}


def _definitions() -> dict[str, Any]:
    definitions = {field.type.name: dict(field.type.schema) for field in FIELDS if _has_definition(field)}
    definitions["rating"] = _part(Rating, "The two scores of one condition in one session.")
    definitions["side_effect"] = _part(SideEffect, "A side effect by its key, or other with the patient's words.")
    definitions["tombstone"] = _tombstone()
    for kind in KINDS:
        definitions[kind] = _entry(kind)
    return definitions


def _part(part: type[Rating] | type[SideEffect], description: str) -> dict[str, Any]:
    return {"description": description, **_record(part, part._field_defaults)}


def _has_definition(field: Field) -> bool:
    return field.type.schema.get("type") in ("string", "number", "integer") and field.type is not FLAG


def _entry(kind: str) -> dict[str, Any]:
    entry_class = entry_class_of(kind)
    defaults = {field.name: field.default for field in fields(entry_class)}
    record = _record(entry_class, defaults)
    version = {"version": {"description": "The version of this entry's form.", "const": ENTRY_VERSION}}
    properties = (
        version
        | record["properties"]
        | {
            "kind": {"const": kind},
            "deleted": {"description": "Always null: deleted entries stand under gone.", "type": "null"},
        }
    )
    return record | {"properties": properties, "required": ["version", *record["required"]]}


def _record(holder: Holder, defaults: Mapping[str, Any]) -> dict[str, Any]:
    properties, needed = {}, []
    for field in fields_of(holder):
        default = defaults.get(field.name, MISSING)
        value: dict[str, Any] = (
            {"$ref": f"#/$defs/{field.type.name}"} if _has_definition(field) else dict(field.type.schema)
        )
        if default is MISSING:
            needed.append(field.name)
        described = {"description": field.description} if field.description else {}
        properties[field.name] = described | (_or_null(value) if default is None else value)
    return {**_STRICT, "properties": properties, "required": needed}


def _tombstone() -> dict[str, Any]:
    stamp = {"$ref": "#/$defs/stamp"}
    properties = {
        "uid": {"$ref": "#/$defs/uid"},
        "kind": {"enum": [*KINDS]},
        "deleted": {"description": "When it was deleted.", **stamp},
        "purged": {"description": "When its content was taken out for good.", **_or_null(stamp)},
    }
    return {**_STRICT, "properties": properties, "required": [*Tombstone._fields]}


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [value, {"type": "null"}]}

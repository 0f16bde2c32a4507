"""Figures as JSON-ready values at full precision, by the names of their fields."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from paintrack.model.serialization.json_entries import json_value


def json_values(value: Any) -> Any:
    """The value for JSON: dataclasses and named tuples as dictionaries, other tuples as lists, dates as ISO 8601.

    Whole numbers lose their `.0`. Raises TypeError for a value of another kind.
    """
    # Numbers first, because a long history is mostly numbers.
    if value is None or isinstance(value, float | int | str):
        return json_value(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: json_values(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        if names := getattr(value, "_fields", None):
            return dict(zip(names, map(json_values, value), strict=True))
        return [json_values(each) for each in value]
    return {name: json_values(getattr(value, name)) for name in _names(value.__class__)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass. Raises TypeError for anything else."""
    return tuple(each.name for each in fields(kind))

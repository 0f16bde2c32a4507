"""Figures as JSON-ready values, at full precision, under the names of the domain's fields."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from paintrack.domain.record import plain


def plain_values(value: Any) -> Any:
    """Dataclasses as dictionaries, tuples as lists, dates as ISO 8601, whole numbers without `.0`, None as null."""
    if is_dataclass(value):
        return {each.name: plain_values(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain_values(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain_values(each) for each in value]
    return value.isoformat() if isinstance(value, date | datetime) else plain(value)

"""The rows of a CSV file from entries in memory."""

from collections.abc import Iterable, Iterator
from typing import Any

from paintrack.model.entries import AnyEntry
from paintrack.model.serialization.csv_rows import rows_of
from paintrack.model.values.field_types import join_list


def csv_rows_of_entries(entries: Iterable[AnyEntry]) -> Iterator[tuple[Any, ...]]:
    """What `rows_of` says of the entries, lists as one text."""
    for row in rows_of(entries):
        yield tuple((join_list(value) or None) if isinstance(value, list) else value for value in row.values())

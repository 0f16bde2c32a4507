"""Renaming a condition or a practitioner in an entry, and removing a condition from it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from paintrack.model.changes.set_aside_value_removal import without_set_aside
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.typed_text import folded

T = TypeVar("T", bound=AnyEntry)

# The field that holds the name; the conditions of a session are in its ratings.
_FIELDS = {NameKind.CONDITION: "condition", NameKind.PRACTITIONER: "practitioner"}
NAMES_OF_ENTRIES = tuple(_FIELDS)


def with_name(entry: T, kind: NameKind, old: str, new: str) -> T:
    """The entry with the new name wherever it has the old one; a renamed rating keeps its identity."""
    if isinstance(entry, Session) and kind is NameKind.CONDITION:
        ratings = tuple(
            rating.renamed(new) if folded(rating.condition) == folded(old) else rating for rating in entry.ratings
        )
        return replace(entry, ratings=ratings)
    name = _FIELDS[kind]
    if name not in {field.name for field in fields(entry)}:
        return entry
    values: dict[str, Any] = {name: new} if folded(getattr(entry, name) or "") == folded(old) else {}
    return replace(entry, **values)


def in_spellings(entry: T, spellings: Mapping[tuple[NameKind, str], str]) -> T:
    """The entry with its names in these spellings, which are by kind and folded name; others stay as they are."""
    for kind, name in [*names_in(entry)]:
        if (spelling := spellings.get((kind, folded(name)), name)) != name:
            entry = with_name(entry, kind, name, spelling)
    return entry


def without_condition(entry: T, condition: str) -> T | None:
    """The entry without its rating of the condition, and without what a merge set aside of it; None if nothing is left.

    Something is left of a session that rates another condition or had no rating at all. An entry of another kind is
    about one condition as a whole, so nothing is left of it.
    """
    if not isinstance(entry, Session):
        return None
    ratings = tuple(rating for rating in entry.ratings if folded(rating.condition) != folded(condition))
    if entry.ratings and not ratings:
        return None
    return without_set_aside(replace(entry, ratings=ratings), condition)


def names_in(entry: AnyEntry) -> Iterator[tuple[NameKind, str]]:
    """The conditions and the practitioner that the entry names."""
    if isinstance(entry, Session):
        yield from ((NameKind.CONDITION, rating.condition) for rating in entry.ratings)
    for kind, field in _FIELDS.items():
        if name := getattr(entry, field, None):
            yield kind, name


def rates_both(entry: AnyEntry, first: str, second: str) -> bool:
    """Whether the entry is a session that rates both conditions, so that they cannot become one."""
    return isinstance(entry, Session) and None not in (entry.rating_of(first), entry.rating_of(second))

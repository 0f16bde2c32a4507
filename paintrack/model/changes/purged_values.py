"""Stamps of a purge: what was removed, and purged after that, does not come back from another computer."""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from paintrack.model.changes.change_stamps import (
    DELETED,
    REST,
    TWIN,
    all_values,
    change_stamp_name,
    is_purge_stamp,
    purge_stamp_name,
    purge_stamps_over,
    side_effect_name,
    stamped_values,
)
from paintrack.model.entries import AnyEntry, Session

T = TypeVar("T", bound=AnyEntry)

_RATING = "rating/"


def removed_values(entry: AnyEntry) -> list[str]:
    """The names of the values that were removed and not purged since; a rating of which nothing is left is one value.

    They are known from their stamps.
    """
    stamps, values = entry.changed or {}, all_values(entry)
    ratings = {_rating_of(name) for name in values}
    removed: dict[str, None] = {}
    for name in sorted(stamps.keys() - values.keys() - {REST, DELETED}):
        purges = [stamps.get(each, "") for each in purge_stamps_over(name)]
        if is_purge_stamp(name) or name.startswith(f"{TWIN}/") or max(purges, default="") >= stamps[name]:
            continue
        rating = _rating_of(name)
        if rating is None or rating not in ratings:
            removed[rating or name] = None
        elif name.endswith(("/before", "/after")):
            removed[name] = None
    return [*removed]


def removed_ratings(entry: AnyEntry, identities: Collection[str]) -> list[str]:
    """The names of the ratings with one of the identities of which nothing is left but stamps."""
    ratings = {_rating_of(name) for name in all_values(entry)}
    stamped = {_rating_of(name) for name in entry.changed or {}}
    return sorted({f"{_RATING}{each}" for each in identities} & stamped - ratings)


def with_purge_stamps(entry: T, names: Iterable[str]) -> T:
    """The entry with its `edited` as the stamp of the purge of the named values."""
    purges = {purge_stamp_name(name): entry.edited for name in names}
    return replace(entry, changed={**(entry.changed or {}), **purges}) if purges else entry


def purge_stamps(entry: AnyEntry) -> dict[str, str]:
    """The stamps of the entry that say when a value was purged, by name."""
    return {name: stamp for name, stamp in (entry.changed or {}).items() if is_purge_stamp(name)}


def without_purged(incoming: T, existing: AnyEntry) -> T:
    """The incoming entry, which knows of no purge, without what was purged from the existing one and is not in it."""
    purges, values = purge_stamps(existing), stamped_values(existing)
    if not purges:
        return incoming
    names = {
        name
        for name in stamped_values(incoming)
        if name not in values and not purges.keys().isdisjoint(purge_stamps_over(name))
    }
    gone: dict[str, Any] = {
        field.name: field.default for field in fields(incoming) if change_stamp_name(field.name) in names
    }
    if isinstance(incoming, Session):
        ratings = []
        for rating in incoming.ratings:
            name = f"{_RATING}{rating.identity}"
            scores: dict[str, Any] = {score: None for score in ("before", "after") if f"{name}/{score}" in names}
            ratings += [rating._replace(**scores)] if name not in names else []
        gone["ratings"] = tuple(ratings)
        gone["side_effects"] = tuple(each for each in incoming.side_effects if side_effect_name(each) not in names)
    return replace(incoming, **gone)


def _rating_of(name: str) -> str | None:
    """The name of the rating that the named value belongs to; None if it belongs to none."""
    return "/".join(name.split("/")[:2]) if name.startswith(_RATING) else None

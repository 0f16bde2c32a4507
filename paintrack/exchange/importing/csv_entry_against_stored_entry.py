"""An entry of our own CSV and the stored one with the same uid: which of the two is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from paintrack.model.changes.change_stamps import (
    DELETED,
    REST,
    is_of_removal,
    is_removed,
    purged_name_stamp,
    with_change_stamps,
)
from paintrack.model.changes.set_aside_value_removal import identities_from_name
from paintrack.model.entries import AnyEntry, Rating, Session
from paintrack.model.importing.import_types import Outcome
from paintrack.model.serialization.csv_rows import rows_of
from paintrack.model.typed.typed_text import folded

# Nobody sees them, and another program that re-saves a file may cut their decimals.
_UNCOMPARED = {"entered": None, "edited": None, "changed": None}


def outcome_of(incoming: AnyEntry, existing: AnyEntry | None) -> Outcome:
    """What becomes of the incoming entry; `existing` is the one with the same uid, deleted or not, if any.

    Only what CSV rows can hold is compared.
    """
    if existing is None:
        return Outcome.NEW
    if existing.kind != incoming.kind:
        return Outcome.CONFLICT
    if existing.deleted is not None:
        return Outcome.NEW if incoming.edited > max(existing.edited, existing.deleted) else Outcome.DELETED
    if _rows_of_one(incoming) == _rows_of_one(existing):
        return Outcome.SAME
    if incoming.edited == existing.edited:
        return Outcome.NEWER if _only_adds_ratings(incoming, existing) else Outcome.CONFLICT
    return Outcome.NEWER if incoming.edited > existing.edited else Outcome.OLDER


def merge_row_entry(incoming: AnyEntry, existing: AnyEntry | None, missing_fields: Sequence[str] = ()) -> AnyEntry:
    """The incoming entry, completed with what CSV rows cannot hold from the existing one, for values equal in both.

    The fields for which the file has no column (`missing_fields`) come from the existing entry too. A rating that only
    the existing entry has stays, because rows do not show whether it was removed or left out of the export.
    """
    if existing is not None and type(existing) is type(incoming):
        kept = {name: getattr(existing, name) for name in missing_fields if hasattr(existing, name)}
        incoming = replace(incoming, **kept) if kept else incoming
    if not isinstance(incoming, Session) or not isinstance(existing, Session):
        return incoming
    places = {folded(rating.condition): place for place, rating in enumerate(existing.ratings)}
    ratings = [_with_key(rating, existing.rating_of(rating.condition)) for rating in incoming.ratings]
    ratings.sort(key=lambda rating: places.get(folded(rating.condition), len(places)))
    if incoming.when == existing.when:
        # If the session was moved, the scores' own times belong to the time that was wrong.
        ratings = [_with_times(rating, existing.rating_of(rating.condition)) for rating in ratings]
    incoming_conditions = {folded(rating.condition) for rating in ratings}
    ratings += [rating for rating in existing.ratings if folded(rating.condition) not in incoming_conditions]
    existing_effects = {(effect.kind, effect.words): effect for effect in existing.side_effects}
    effects = [existing_effects.get((each.kind, each.words), each) for each in incoming.side_effects]
    return replace(incoming.with_ratings(ratings), side_effects=tuple(effects))


def without_removed(
    incoming: AnyEntry, existing: AnyEntry, former_states: Iterable[AnyEntry]
) -> tuple[AnyEntry, tuple[Rating, ...]]:
    """The incoming entry without ratings that were removed from the existing one, and these ratings.

    Rows do not show whether anybody changed such a rating since. `former_states` of the existing entry tell the names
    that a removed rating had.
    """
    if not isinstance(incoming, Session) or not isinstance(existing, Session):
        return incoming, ()
    former_ratings = [each for state in former_states if isinstance(state, Session) for each in state.ratings]
    removed = []
    for rating in incoming.ratings:
        identities = {each.identity for each in former_ratings if folded(each.condition) == folded(rating.condition)}
        identities |= {*identities_from_name(existing, rating.condition)}
        is_there = existing.rating_of(rating.condition) is not None
        stamps = existing.changed or {}
        is_out = purged_name_stamp(rating.condition) in stamps or any(is_removed(stamps, each) for each in identities)
        if not is_there and is_out:
            removed.append(rating)
    kept_ratings = tuple(each for each in incoming.ratings if each not in removed)
    return replace(incoming, ratings=kept_ratings) if removed else incoming, tuple(removed)


def in_place_of(incoming: AnyEntry, existing: AnyEntry) -> AnyEntry:
    """The incoming entry as it replaces the existing one, which is not deleted: its `edited` stamps what differs.

    Nobody changed what is equal in both, so it keeps its stamp, and so does what a merge set aside.
    """
    if isinstance(incoming, Session) and isinstance(existing, Session):
        incoming = replace(incoming, set_aside=existing.set_aside)
    return with_change_stamps(incoming, existing)


def with_put_back_stamp(incoming: AnyEntry, put_back: str | None, existing: AnyEntry | None = None) -> AnyEntry:
    """The incoming entry, which replaces another wholly, with the instant (UTC) at which it was put back, if ever.

    Without it a merge with a computer that knows only of the deletion would delete it again. What says that ratings
    were removed or purged stays as it is in the `existing` entry.
    """
    if put_back is None:
        return incoming
    removals = {name: each for name, each in ((existing and existing.changed) or {}).items() if is_of_removal(name)}
    return replace(incoming, changed={REST: incoming.edited, DELETED: put_back, **removals})


def _only_adds_ratings(incoming: AnyEntry, existing: AnyEntry) -> bool:
    """Whether the incoming entry is the existing one with further ratings.

    The existing one may come from a CSV of one condition, so their rows are compared.
    """
    if not isinstance(incoming, Session) or not isinstance(existing, Session):
        return False
    shared = tuple(rating for rating in incoming.ratings if existing.rating_of(rating.condition))
    if len(shared) == len(incoming.ratings):
        return False
    return _rows_of_one(replace(incoming, ratings=shared)) == _rows_of_one(existing)


def _with_key(rating: Rating, existing: Rating | None) -> Rating:
    return rating if existing is None else rating._replace(key=existing.key)


def _with_times(rating: Rating, existing: Rating | None) -> Rating:
    """The rating, with the existing one's times for those scores that are equal in both."""
    if existing is not None and rating.before == existing.before:
        rating = rating._replace(before_at=existing.before_at, before_entered=existing.before_entered)
    if existing is not None and rating.after == existing.after:
        rating = rating._replace(after_at=existing.after_at, after_entered=existing.after_entered)
    return rating


def _rows_of_one(entry: AnyEntry) -> dict[str, Any]:
    return {"rows": [row | _UNCOMPARED for row in rows_of([entry])]}

"""Entries that arrive from a file, beside what is here already: which of the two is kept."""

from dataclasses import replace
from typing import Any

from paintrack.model.entry import AnyEntry, Rating, Session
from paintrack.model.import_values import Outcome
from paintrack.model.serialization.csv_rows import rows_of
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.text import folded

_UNCOMPARED = {"edited": None}


def verdict_on(theirs: AnyEntry, ours: AnyEntry | None, *, exact: bool = False) -> Outcome:
    """What becomes of their entry; `ours` is the one with the same uid, deleted or not.

    `exact` for an entry that says all of itself; without it only what rows can say is compared.
    """
    if ours is None:
        return Outcome.NEW
    if ours.kind != theirs.kind:
        return Outcome.CLASH
    if ours.deleted is not None:
        return Outcome.NEW if theirs.edited > max(ours.edited, ours.deleted) else Outcome.DELETED
    said = to_record if exact else _rows_of_one
    if said(theirs) | _UNCOMPARED == said(ours) | _UNCOMPARED:
        return Outcome.SAME
    if theirs.edited == ours.edited:
        return Outcome.NEWER if _says_more(theirs, ours) else Outcome.CLASH
    return Outcome.NEWER if theirs.edited > ours.edited else Outcome.OLDER


def completed(theirs: AnyEntry, ours: AnyEntry | None) -> AnyEntry:
    """Their entry with what rows cannot say taken from ours, for each value that is the same in both.

    A rating that only ours has stays: rows cannot tell one that was taken back from one that was not asked for.
    """
    if not isinstance(theirs, Session) or not isinstance(ours, Session):
        return theirs
    places = {folded(rating.condition): place for place, rating in enumerate(ours.ratings)}
    ratings = sorted(theirs.ratings, key=lambda rating: places.get(folded(rating.condition), len(places)))
    if theirs.when == ours.when:
        # Had the session moved, the scores' own times would belong to the time that was wrong.
        ratings = [_with_times(rating, ours.rating_of(rating.condition)) for rating in ratings]
    told = {folded(rating.condition) for rating in ratings}
    ratings += [rating for rating in ours.ratings if folded(rating.condition) not in told]
    noticed = {(effect.kind, effect.words): effect.noticed for effect in ours.side_effects}
    effects = [each._replace(noticed=noticed.get((each.kind, each.words))) for each in theirs.side_effects]
    return replace(theirs, ratings=tuple(ratings), side_effects=tuple(effects))


def _says_more(theirs: AnyEntry, ours: AnyEntry) -> bool:
    """Whether theirs is ours and further ratings: ours came from a CSV of one condition, so rows are compared."""
    if not isinstance(theirs, Session) or not isinstance(ours, Session):
        return False
    known = tuple(rating for rating in theirs.ratings if ours.rating_of(rating.condition))
    return len(known) < len(theirs.ratings) and _rows_of_one(replace(theirs, ratings=known)) == _rows_of_one(ours)


def _with_times(rating: Rating, ours: Rating | None) -> Rating:
    if ours is not None and rating.before == ours.before:
        rating = rating._replace(before_at=ours.before_at, before_entered=ours.before_entered)
    if ours is not None and rating.after == ours.after:
        rating = rating._replace(after_at=ours.after_at, after_entered=ours.after_entered)
    return rating


def _rows_of_one(entry: AnyEntry) -> dict[str, Any]:
    return {"rows": [row | _UNCOMPARED for row in rows_of([entry])]}

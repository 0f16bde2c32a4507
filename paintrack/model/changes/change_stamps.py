"""When each value of an entry was last changed: by these stamps the files of two computers are merged value by value.

Values that mean nothing apart share a stamp: a time and its offset, the amounts and their currency, the scores of a
PEG, a score and its times. Each rating and each side effect has stamps of its own.

A value of which only what goes with it has changed, such as the currency of an amount, was not typed anew: its stamp
moves by a microsecond, so that it counts against what it was, and not against what another computer changed since.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from paintrack.model.entries import AnyEntry, Rating, Session, with_own_key
from paintrack.model.typed.typed_text import digest, folded
from paintrack.model.values.moment import Moment, later_stamp

T = TypeVar("T", bound=AnyEntry)

# The name of the stamp for all values that have none of their own.
REST = "rest"
# The name of the stamp of a deletion, or of its undoing.
DELETED = "deleted"
# Under the name of a rating: the stamps of its removal, of its return to the session, and of its purge, which nothing
# takes back.
REMOVED, RETURNED, PURGED = "removed", "returned", "purged"
_PURGED_NAME = "purged_name/"
# The name of the stamp for fields that share one.
_SHARED_STAMPS = {
    "cost": "money", "covered": "money", "currency": "money",
    "pain": "scores", "enjoyment": "scores", "activity": "scores",
}  # fmt: skip
# Fields without a stamp: those that identify the entry or say when it was typed or changed, and those whose parts have
# stamps.
_UNSTAMPED_FIELDS = {"uid", "entered", "edited", "changed", "number", "ratings", "side_effects", "set_aside"}


def stamped_values(entry: AnyEntry) -> dict[str, Any]:
    """The values of an entry by the name of their stamp, without those that are missing.

    A name is that of a field, `money` or `scores`; for a session also `rating/KEY` for the name of a rating,
    `rating/KEY/before` and `rating/KEY/after` for its scores, and `side_effect/KEY`. KEY is a digest, so that the name
    of a stamp never shows a word that was deleted or renamed.
    """
    values: dict[str, Any] = {}
    for field in fields(entry):
        value = getattr(entry, field.name)
        if field.name in _UNSTAMPED_FIELDS or value is None or value == ():
            continue
        if shared := _SHARED_STAMPS.get(field.name):
            values[shared] = {**values.get(shared, {}), field.name: value}
        elif isinstance(value, Moment):
            # Two times of one instant are equal to Python; the offset counts here.
            values[field.name] = {"at": value.at.isoformat(), "time_given": value.time_given}
        else:
            values[field.name] = value
    if isinstance(entry, Session):
        for rating in entry.ratings:
            values |= _rating_values(rating)
        for effect in entry.side_effects:
            # Two equal side effects share a name, so they are one value.
            name = f"side_effect/{digest(effect.kind + '/' + (effect.words or ''))}"
            values[name] = (*values.get(name, ()), effect)
    return values


def all_values(entry: AnyEntry) -> dict[str, Any]:
    """The values of `stamped_values` and those that a merge set aside, by the name of their stamp."""
    return {**((entry.set_aside or {}) if isinstance(entry, Session) else {}), **stamped_values(entry)}


def _rating_names(values: Iterable[str]) -> set[str]:
    """The names `rating/KEY` of the ratings that the named values belong to."""
    return {"/".join(name.split("/")[:2]) for name in values if name.startswith("rating/")}


def _rating_values(rating: Rating) -> Iterator[tuple[str, Any]]:
    name = f"rating/{rating.identity}"
    yield name, rating.condition
    values = rating._asdict()
    for score in ("before", "after"):
        # A score and its times share a stamp.
        score_values = {key: values.pop(key) for key in [*values] if key == score or key.startswith(f"{score}_")}
        if score_values[score] is not None:
            yield f"{name}/{score}", score_values
    for field in values.keys() - {"condition", "key"}:
        if values[field] is not None:
            yield f"{name}/{field}", values[field]


def with_change_stamps(entry: T, former: AnyEntry) -> T:
    """The entry, which is to replace `former`, with its `edited` as the stamp of each value that differs.

    A value that was removed gets a stamp, too, and so does one that a merge set aside. The stamps of `former` are kept;
    if it has none but was edited, its other values count as changed then. Values that were set aside are dropped once
    their rating is in the session again. That a whole rating was removed, or put back, has a stamp of its own: without
    it, nobody could tell a rating that was typed anew from one that was edited elsewhere.
    """
    superseded: list[str] = []
    if isinstance(entry, Session) and entry.set_aside:
        ratings = tuple(f"rating/{rating.identity}" for rating in entry.ratings)
        superseded = [name for name in entry.set_aside if name.startswith(ratings)] if ratings else []
        rest = {name: value for name, value in entry.set_aside.items() if name not in superseded}
        entry = replace(entry, set_aside=rest or None)
    now, before = all_values(entry), all_values(former)
    differing = [name for name in {**before, **now} if now.get(name) != before.get(name)] + superseded
    if former.changed == {REST: former.entered}:
        # Left by a change of nothing; an entry that comes of a merge does not have it.
        stamps = {}
    elif former.changed is not None:
        stamps = dict(former.changed)
    else:
        stamps = {} if former.edited == former.entered else {REST: former.edited}
    differing += [f"{name}/{REMOVED}" for name in sorted(_rating_names(before) - _rating_names(now))]
    returned = _rating_names(stamped_values(entry)) - _rating_names(stamped_values(former))
    differing += [f"{name}/{RETURNED}" for name in sorted(returned)]
    is_moved = now.get("when") != before.get("when")
    accompanying = {name for name in differing if _goes_with_a_change(name, now.get(name), before.get(name), is_moved)}
    stamps |= {
        name: later_stamp("", change_stamp(former, name)) if name in accompanying else entry.edited
        for name in differing
    }
    # Without any stamp the whole entry would count as changed at `edited`.
    return replace(entry, number=former.number, changed=stamps or {REST: entry.entered})


def _goes_with_a_change(name: str, now: Any, before: Any, is_moved: bool) -> bool:
    """Whether the value of that name differs only in what a change of something else gives it, or takes from it.

    That is the currency, which a setting gives to amounts that have none, and the times of a score, which end with the
    time of a session that `is_moved`.
    """
    if not isinstance(now, Mapping) or not isinstance(before, Mapping):
        return False
    if name == "money":
        typed, follows = ["cost", "covered"], None in (now.get("currency"), before.get("currency"))
    else:
        typed, follows = [name.rpartition("/")[2]], is_moved and name.startswith("rating/")
    return follows and all(now.get(each) == before.get(each) for each in typed)


def with_keys_of_retyped(entry: T, former: AnyEntry) -> T:
    """The entry, which is to replace `former`, with a new key for each rating that was removed and is typed anew.

    Without it, a merge would put a later score of the removed rating, from a computer that still has it, beside a score
    of the new one.
    """
    if not isinstance(entry, Session) or not isinstance(former, Session) or not former.changed:
        return entry
    identities = {rating.identity for rating in former.ratings}
    removed = {name.split("/")[1] for name in _rating_names({**all_values(former), **former.changed})} - identities
    if not removed:
        return entry
    ratings: list[Rating] = []
    for rating in entry.ratings:
        taken = {*removed, *identities, *(each.identity for each in ratings)}
        ratings.append(rating if rating.identity in identities else with_own_key(rating, taken))
    return replace(entry, ratings=tuple(ratings))


def is_of_removal(name: str) -> bool:
    """Whether the stamp of that name says when a rating was removed, put back or purged, or a name of it was purged."""
    if name.startswith(_PURGED_NAME):
        return True
    return name.startswith("rating/") and name.endswith((f"/{REMOVED}", f"/{RETURNED}", f"/{PURGED}"))


def purged_name_stamp(condition: str) -> str:
    """The name of the stamp, without a value, by which a session says that a rating of this name was purged."""
    return f"{_PURGED_NAME}{digest(folded(condition))}"


def twin_stamp_name(twin: Session) -> str:
    """The name of the stamp, without a value, by which a session says that this one was joined with it."""
    return f"twin/{twin.uid[:16]}"


def is_removed(stamps: Mapping[str, str], identity: str) -> bool:
    """Whether, by these stamps, the rating was purged, or was removed and not put back after that."""
    if is_purged(stamps, identity):
        return True
    removed, returned = (stamps.get(f"rating/{identity}/{name}", "") for name in (REMOVED, RETURNED))
    return removed != "" and removed >= returned


def is_purged(stamps: Mapping[str, Any], identity: str) -> bool:
    """Whether, by these stamps, the rating was purged: none of its values counts, whenever it was changed."""
    return f"rating/{identity}/{PURGED}" in stamps


def change_stamp(entry: AnyEntry, name: str) -> str:
    """The instant (UTC) at which the value of that name was last changed, typed or removed.

    An entry that does not say when it was put back was never deleted, however late it was edited; then that of
    `DELETED` is empty, so that any deletion is later.
    """
    if name == DELETED:
        return (entry.changed or {}).get(DELETED) or entry.deleted or ""
    if is_of_removal(name):
        return (entry.changed or {}).get(name, "")
    if entry.changed is None:
        return entry.edited
    return entry.changed.get(name) or rest_stamp(entry)


def rest_stamp(entry: AnyEntry) -> str:
    """The stamp (UTC) of all values without one of their own, missing values included."""
    if entry.changed is None:
        return entry.edited
    return entry.changed.get(REST) or entry.entered

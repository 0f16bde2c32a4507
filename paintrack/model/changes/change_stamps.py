"""When each value of an entry was changed: the stamps by which two computers' files are joined value by value.

Values that mean nothing apart have one stamp: a time with its offset, the amounts with their currency, the scores of a
PEG, a score with its times. Ratings and side effects are told apart singly.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from paintrack.model.entries import AnyEntry, Rating, Session
from paintrack.model.typed.typed_text import digest
from paintrack.model.values.moment import Moment

T = TypeVar("T", bound=AnyEntry)

# Stands for all values that have no stamp of their own.
REST = "rest"
# The name of the stamp for fields that share one.
_SHARED = {
    "cost": "money", "covered": "money", "currency": "money",
    "pain": "scores", "enjoyment": "scores", "activity": "scores",
}  # fmt: skip
# What tells an entry from others or says when it was typed, and what has stamps of its own.
_WITHOUT = {"uid", "entered", "edited", "changed", "number", "ratings", "side_effects", "set_aside"}


def stamped_values(entry: AnyEntry) -> dict[str, Any]:
    """The values that have a stamp each, by its name; a value that is missing is left out.

    The names: that of a field, `money`, `scores`; of a session also `rating/KEY` for the name of a rating,
    `rating/KEY/before` and `rating/KEY/after` for its scores, and `side_effect/KEY`, where a key is a digest: what was
    deleted or renamed does not stand in the name of a stamp.
    """
    values: dict[str, Any] = {}
    for field in fields(entry):
        value = getattr(entry, field.name)
        if field.name in _WITHOUT or value is None or value == ():
            continue
        if shared := _SHARED.get(field.name):
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
            # The words themselves do not stand in a name; two of the same are one value.
            name = f"side_effect/{digest(effect.kind + '/' + (effect.words or ''))}"
            values[name] = (*values.get(name, ()), effect)
    return values


def all_values(entry: AnyEntry) -> dict[str, Any]:
    """The values of `stamped_values`, and those that a merge set aside."""
    return {**((entry.set_aside or {}) if isinstance(entry, Session) else {}), **stamped_values(entry)}


def _rating_values(rating: Rating) -> Iterator[tuple[str, Any]]:
    name = f"rating/{rating.identity}"
    yield name, rating.condition
    values = rating._asdict()
    for score in ("before", "after"):
        # A score and its times are one value.
        own = {key: values.pop(key) for key in [*values] if key == score or key.startswith(f"{score}_")}
        if own[score] is not None:
            yield f"{name}/{score}", own
    for field in values.keys() - {"condition", "key"}:
        if values[field] is not None:
            yield f"{name}/{field}", values[field]


def with_change_stamps(entry: T, former: AnyEntry) -> T:
    """The entry, which is to replace the former one, with a stamp of its `edited` for each value that differs.

    A value that was taken away has a stamp too. The stamps of the former one stay; where it had none and was edited,
    all that does not change now was changed then. What a merge set aside of a rating that is there again goes; what it
    set aside has stamps too.
    """
    superseded: list[str] = []
    if isinstance(entry, Session) and entry.set_aside:
        ratings = tuple(f"rating/{rating.identity}" for rating in entry.ratings)
        superseded = [name for name in entry.set_aside if name.startswith(ratings)] if ratings else []
        rest = {name: value for name, value in entry.set_aside.items() if name not in superseded}
        entry = replace(entry, set_aside=rest or None)
    now, before = all_values(entry), all_values(former)
    differing = [name for name in {**before, **now} if now.get(name) != before.get(name)] + superseded
    if former.changed is not None:
        stamps = dict(former.changed)
    else:
        stamps = {} if former.edited == former.entered else {REST: former.edited}
    stamps |= dict.fromkeys(differing, entry.edited)
    # Without any stamp all of it would count as changed at `edited`.
    return replace(entry, number=former.number, changed=stamps or {REST: entry.entered})


def change_stamp(entry: AnyEntry, name: str) -> str:
    """The instant (UTC) at which the value of that name was last changed, or typed, or taken away."""
    if entry.changed is None:
        return entry.edited
    return entry.changed.get(name) or rest_stamp(entry)


def rest_stamp(entry: AnyEntry) -> str:
    """The instant (UTC) of all values without a stamp of their own, also of those that are missing."""
    if entry.changed is None:
        return entry.edited
    return entry.changed.get(REST) or entry.entered

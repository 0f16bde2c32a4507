"""An entry as last-writer-wins registers, each a value with the stamp of its last change, and back to an entry.

Of two registers of one name the later change wins, on a tie the greater value; a missing value is the least. Taking the
winner of each name is a join: it makes no difference in which order and how often files are merged. What depends on
all registers together, such as which of two ratings of one name is shown, is decided anew after each join, and what is
not shown is kept (`Session.set_aside`).

What is gone as a whole, an entry or a rating, stays gone when it was purged, whatever changes elsewhere. A cost or a
note that was cleared before a purge is no such thing: its register only has no value, and what another computer saves
in it later counts. It is another value, typed after that for an entry that stays; a purge of what was cleared by
mistake would otherwise take the right one too, unseen. What was cleared has an earlier stamp: no merge brings it back,
but as part of a later value (a cost beside what is covered of it), and it goes from the other file with the next merge.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby
from typing import Any, NamedTuple

from paintrack.model.changes.change_stamps import (
    DELETED,
    PURGED,
    REST,
    all_values,
    change_stamp,
    is_of_removal,
    is_purged,
    is_removed,
    rest_stamp,
    stamped_values,
)
from paintrack.model.entries import AnyEntry, Rating, Session
from paintrack.model.merging.typed_order_of_ratings import is_place, stamps_of_places, typed_order
from paintrack.model.typed.typed_text import digest, folded
from paintrack.model.values.currency import canonical_currency
from paintrack.model.values.moment import Moment, is_stamp

_RATING, _SIDE_EFFECT = "rating/", "side_effect/"
_SCORES = ("before", "after")
_UNSEEN_OF_SCORES = ("before_entered", "after_entered")
# Fields that no register holds.
_WITHOUT_REGISTER = {"uid", "when", "entered", "edited", "changed", "number", "ratings", "side_effects", "set_aside"}


class Register(NamedTuple):
    """A value, None if it is missing, and the instant (UTC) at which it was last changed, typed or removed."""

    stamp: str
    value: Any = None

    @property
    def rank(self) -> tuple[str, bool, str]:
        """What decides between two registers of one name: the greater one wins."""
        return self.stamp, self.value is not None, comparable(self.value)


class Registers(NamedTuple):
    """All values of an entry by name; a value without a register is missing, with `rest` (UTC) as its stamp.

    Without a register for the deletion the entry was never deleted; any deletion elsewhere is later than that. The same
    is true of the removal of a rating, and of its return. Of a purged rating there is only the register of its purge.
    """

    rest: str
    by_name: Mapping[str, Register]

    def of(self, name: str) -> Register:
        """The register of that name; for a value of a purged rating that of its purge."""
        register = self.by_name.get(name) or self.by_name.get(f"{_RATING}{rating_identity(name)}/{PURGED}")
        return register or Register("" if name == DELETED or is_of_removal(name) else self.rest)


class Namesakes(NamedTuple):
    """Two ratings with the same name in a merged session: the one with the later score is kept."""

    kept: Rating
    set_aside: Rating


def registers_of(entry: AnyEntry) -> Registers:
    """The registers of the entry, including those of values that were set aside."""
    values = all_values(entry)
    stamps = entry.changed or {}
    names = [
        name
        for name in {**values, **stamps}
        if name != REST and not is_place(name) and not _is_of_purged_rating(name, stamps)
    ]
    by_name = {name: Register(change_stamp(entry, name), values.get(name)) for name in names}
    if entry.deleted is not None:
        # Elsewhere a tombstone may be left, which has only this instant.
        by_name[DELETED] = Register(entry.deleted, entry.deleted)
    return Registers(rest_stamp(entry), by_name)


def joined_registers(one: Registers, other: Registers) -> Registers:
    """The winning register of each name; a rating that one side purged stays so against any change of the other."""
    every_name = {**one.by_name, **other.by_name}
    names = [name for name in every_name if not _is_of_purged_rating(name, every_name)]
    by_name = {name: max(one.of(name), other.of(name), key=lambda register: register.rank) for name in names}
    return Registers(max(one.rest, other.rest), by_name)


def entry_from_registers(
    registers: Registers, here: AnyEntry, there: AnyEntry
) -> tuple[AnyEntry, tuple[Namesakes, ...]]:
    """The entry made of these registers, the join of those of `here` and `there`, and its ratings of one name."""
    values = {name: register.value for name, register in registers.by_name.items() if register.value is not None}
    fields_by_name: dict[str, Any] = {}
    for field in fields(here):
        if field.name not in _WITHOUT_REGISTER:
            shared = values.get("money") or values.get("scores") or {}
            fields_by_name[field.name] = values.get(field.name, shared.get(field.name, field.default))
    entered, edited = min(here.entered, there.entered), max(here.edited, there.edited)
    when = Moment.from_iso(values["when"]["at"])._replace(time_given=values["when"]["time_given"])
    entry: AnyEntry = replace(here, **fields_by_name, when=when, entered=entered, edited=edited)
    namesakes: tuple[Namesakes, ...] = ()
    places: dict[str, str] = {}
    if isinstance(entry, Session) and isinstance(here, Session) and isinstance(there, Session):
        ratings, set_aside, namesakes, places = _ratings(registers, here, there)
        effects = {name: values[name] for name in values if name.startswith(_SIDE_EFFECT)}
        names = _in_order(
            [(registers.of(name).stamp, name, comparable(effects[name])) for name in effects],
            registers.rest,
            [_effect_names(each) for each in _newest_by_rest(here, there)],
        )
        entry = replace(
            entry,
            ratings=ratings,
            set_aside=set_aside or None,
            side_effects=tuple(effect for name in names for effect in effects[name]),
        )
    stamps = _stamps(registers, entered, edited)
    if places:
        # Without `rest` all other values would count as changed at `edited`, or as `entered`.
        stamps = {REST: registers.rest, **(stamps or {}), **places}
    return replace(entry, changed=stamps), namesakes


def comparable(value: Any) -> str:
    """The value as a text, so that any two values of one name can be ordered; 7 and 7.0 give the same text."""
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False)


def is_same_meaning(one: Any, other: Any) -> bool:
    """Whether two values of one register mean the same to a person: 10 € is 10 EUR."""
    one, other = (_in_canonical_currency(visible_value(each)) for each in (one, other))
    return comparable(one) == comparable(other)


def visible_value(value: Any) -> Any:
    """What a person sees of a value: of a score not when it was typed, of a stamp not the parts of a second.

    Another program that re-saves a file may cut the decimals of every stamp.
    """
    if isinstance(value, Mapping):
        return {name: each for name, each in value.items() if name not in _UNSEEN_OF_SCORES}
    if isinstance(value, str) and is_stamp(value):
        return f"{value.partition('.')[0]}Z"
    return value


def rating_identity(name: str) -> str | None:
    """The identity of the rating that the register `name` belongs to; None if it belongs to none."""
    return name.split("/")[1] if name.startswith("rating/") else None


def _is_of_purged_rating(name: str, names: Mapping[str, Any]) -> bool:
    """Whether, by all these names, the value is one of a rating that was purged."""
    identity = rating_identity(name)
    return identity is not None and is_purged(names, identity) and not name.endswith(f"/{PURGED}")


def rated_condition(name: str, *entries: AnyEntry) -> str | None:
    """What the first of the entries calls the rating that the value belongs to; None if it belongs to none."""
    key = rating_identity(name)
    sessions = [each for each in entries if isinstance(each, Session)]
    return next((each.condition for session in sessions for each in session.ratings if each.identity == key), None)


def _in_canonical_currency(value: Any) -> Any:
    if isinstance(value, Mapping) and isinstance(currency := value.get("currency"), str):
        return {**value, "currency": canonical_currency(currency)}
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items() if each is not None}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return float(value) if type(value) is int else value


def _stamps(registers: Registers, entered: str, edited: str) -> dict[str, str] | None:
    """The stamps of the registers as `Entry.changed` stores them: equal registers give equal stamps."""
    by_name = {name: register.stamp for name, register in sorted(registers.by_name.items())}
    is_put_back = DELETED in by_name and registers.of(DELETED).value is None
    own = {
        name: stamp
        for name, stamp in by_name.items()
        # That an entry was put back, or a rating removed, is known only from its stamp.
        if stamp != registers.rest or (name == DELETED and is_put_back) or is_of_removal(name)
    }
    if not own and registers.rest == edited:
        return None
    return own if own and registers.rest == entered else {REST: registers.rest, **own}


def _ratings(
    registers: Registers, here: Session, there: Session
) -> tuple[tuple[Rating, ...], dict[str, Any], tuple[Namesakes, ...], dict[str, str]]:
    """The ratings that are shown, the values that are set aside, ratings of one name, and the stamps of places.

    Only what has a name is shown, and of one name only the one with the later score. No later name or score of another
    computer puts back a rating that was removed.
    """
    names = [name for name in registers.by_name if name.startswith(_RATING)]
    keys = sorted({name.split("/")[1] for name in names})
    stamps = {name: registers.of(name).stamp for name in names if is_of_removal(name)}
    named = [
        key
        for key in keys
        # Older files say only that each score was removed.
        if registers.of(_RATING + key).value is not None
        and not is_removed(stamps, key)
        and not _are_scores_removed(registers, key)
    ]
    shown: dict[str, str] = {}
    namesakes = []
    for key in sorted(named, key=lambda key: _rating_rank(registers, key), reverse=True):
        name = folded(registers.of(_RATING + key).value)
        if name in shown:
            namesakes.append(Namesakes(_rating(registers, shown[name]), _rating(registers, key)))
        else:
            shown[name] = key
    condition_of = {key: value for key in keys if (value := registers.of(_RATING + key).value) is not None}
    order = _in_order(
        [(registers.of(_RATING + key).stamp, key, folded(name)) for key, name in condition_of.items()],
        registers.rest,
        [typed_order(each) for each in _newest_by_rest(here, there)],
    )
    shown_order = [key for key in order if key in shown.values()]
    unchanged = [key for key in order if registers.of(_RATING + key).stamp == registers.rest]
    set_aside = {
        name: registers.of(name).value
        for name in sorted(names)
        if name.split("/")[1] not in shown_order and registers.of(name).value is not None
    }
    ratings = tuple(_rating(registers, key) for key in shown_order)
    return ratings, set_aside, tuple(namesakes), stamps_of_places(unchanged, shown_order, registers.rest)


def _are_scores_removed(registers: Registers, key: str) -> bool:
    scores = [registers.of(f"{_RATING}{key}/{score}") for score in _SCORES]
    # A missing value with the stamp of the rest is not stored: the next merge could not tell it from one never given.
    is_stamped = any(each.stamp != registers.rest for each in scores)
    return is_stamped and all(each.value is None for each in scores)


def _rating_rank(registers: Registers, key: str) -> tuple[str, str, str]:
    scores = [registers.of(f"{_RATING}{key}/{score}") for score in _SCORES]
    return max((each.stamp for each in scores if each.value), default=""), registers.of(_RATING + key).stamp, key


def _rating(registers: Registers, key: str) -> Rating:
    condition = registers.of(_RATING + key).value
    scores = [registers.of(f"{_RATING}{key}/{score}").value or {} for score in _SCORES]
    values = {name: value for score in scores for name, value in score.items()}
    return Rating(condition=condition, **values, key=None if digest(folded(condition)) == key else key)


def _effect_names(session: Session) -> list[str]:
    return [name for name in stamped_values(session) if name.startswith(_SIDE_EFFECT)]


def _newest_by_rest(*sessions: Session) -> list[Session]:
    """The sessions whose values without a stamp are the newest."""
    rest = max(map(rest_stamp, sessions))
    return [each for each in sessions if rest_stamp(each) == rest]


def _in_order(items: Iterable[tuple[str, str, str]], rest: str, orders: Sequence[Sequence[str]]) -> list[str]:
    """The names of the items (stamp, name, text), sorted by stamp, then by text.

    Items that have not changed since `rest` keep the order in which they were typed, if all `orders` agree on it. Any
    other order would depend on which files were merged first.
    """
    ordered = []
    for stamp, group in groupby(sorted(items), key=lambda item: item[0]):
        members = [name for _, name in sorted((text, name) for _, name, text in group)]
        typed = [[name for name in dict.fromkeys(order) if name in members] for order in orders if stamp == rest]
        is_one_order = bool(typed) and all(each == typed[0] for each in typed) and len(typed[0]) == len(members)
        ordered += typed[0] if is_one_order else members
    return ordered

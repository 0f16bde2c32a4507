"""Values of ratings that a merge set aside: kept but never shown, and removed when their rating is removed.

If they stayed, the next merge, which decides anew what is shown, would bring back a deleted condition.
"""

from collections.abc import Collection
from dataclasses import replace
from itertools import count, takewhile
from typing import TypeVar

from paintrack.model.changes.change_stamps import all_values, is_removed
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.typed.typed_text import digest, folded

T = TypeVar("T", bound=AnyEntry)

_RATING = "rating/"


def names_set_aside(session: Session, condition: str, identities: Collection[str] = ()) -> list[str]:
    """The names in `set_aside` that hold values of the condition.

    A rating whose name was set aside with it belongs to the condition by that name; one without by its identity, which
    is one of those that its first name gives, or one of `identities`.
    """
    aside = session.set_aside or {}
    identities_of_condition = {*identities_from_name(session, condition), *identities} if aside else set()
    names = []
    for name in aside:
        identity = name.split("/")[1]
        set_aside_name = aside.get(f"{_RATING}{identity}")
        is_called_so = (
            folded(set_aside_name) == folded(condition)
            if isinstance(set_aside_name, str)
            else identity in identities_of_condition
        )
        if is_called_so:
            names.append(name)
    return names


def identities_from_name(session: Session, condition: str) -> list[str]:
    """The identities of the ratings of the session that had this name first: a new one each time it was typed anew."""
    known = {name.split("/")[1] for name in {**all_values(session), **(session.changed or {})} if _RATING in name}
    first = digest(folded(condition))
    numbered = (digest(f"{first}#{number}") for number in count(2))
    return [first, *takewhile(known.__contains__, numbered)]


def without_set_aside(entry: T, condition: str, identities: Collection[str] = ()) -> T:
    """The entry without the values set aside for the condition; `identities` as in `names_set_aside`."""
    if not isinstance(entry, Session):
        return entry
    return _without(entry, names_set_aside(entry, condition, identities))


def names_of_removed_ratings(session: Session) -> list[str]:
    """The names in `set_aside` that hold values of ratings that were removed.

    A merge keeps such a value if it was changed elsewhere after the removal. In files without a stamp of the removal it
    is a name without scores, or scores without a name. Any other rating with both waits for another name: the session
    shows one of the same name.
    """
    aside = session.set_aside or {}
    has_name = {name.split("/")[1] for name in aside if name.count("/") == 1}
    has_score = {name.split("/")[1] for name in aside if name.count("/") > 1}
    waiting = {each for each in has_name & has_score if not is_removed(session.changed or {}, each)}
    return [name for name in aside if name.split("/")[1] not in waiting]


def without_removed_ratings(session: Session) -> Session:
    """The session without the values set aside for ratings that were removed."""
    return _without(session, names_of_removed_ratings(session))


def without_set_aside_of_removed(entry: T, former: AnyEntry) -> T:
    """The entry, which is to replace `former`, without the values set aside for ratings that it no longer has.

    A rating that was only renamed is still there.
    """
    if not (isinstance(entry, Session) and isinstance(former, Session) and entry.set_aside):
        return entry
    identities = {rating.identity for rating in entry.ratings}
    removed = (each.condition for each in former.ratings if each.identity not in identities)
    names = [
        name
        for condition in removed
        if entry.rating_of(condition) is None
        for name in names_set_aside(entry, condition)
    ]
    return _without(entry, names)


def _without(entry: T, names: Collection[str]) -> T:
    if not names or not isinstance(entry, Session):
        return entry
    rest = {name: value for name, value in (entry.set_aside or {}).items() if name not in names}
    return replace(entry, set_aside=rest or None)

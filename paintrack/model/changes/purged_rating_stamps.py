"""Ratings that were purged from a session which stays: a stamp without a value keeps them out for good.

A rating that is typed anew after that has another identity, so no later change of the purged one, nor its undoing on
another computer, can be meant for it.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from paintrack.model.changes.change_stamps import (
    PURGED,
    all_values,
    is_purged,
    is_removed,
    purged_name_stamp,
    with_change_stamps,
)
from paintrack.model.entries import Session


def removed_identities(session: Session) -> set[str]:
    """The identities of ratings that were removed from the session and not purged yet."""
    stamps = session.changed or {}
    return {each for each in _identities(stamps) if is_removed(stamps, each) and not is_purged(stamps, each)}


def identities_gone(session: Session, without: Session, former: Iterable[str]) -> set[str]:
    """The identities of ratings that `without` lacks: those that the session has, and `former` ones of it."""
    return {*_identities(all_values(session)), *former} - _identities(all_values(without))


def with_purged_ratings(
    without: Session, session: Session, identities: Collection[str], names: Iterable[str], edited: str
) -> Session:
    """The session as it is `without` the purged ratings, with the stamps that keep them out.

    `edited` (UTC) is the instant of the purge. `names` are all that the ratings ever had: a CSV file has no identities.
    """
    if without == session:
        edited = session.edited
    stamped = with_change_stamps(replace(without, edited=edited), session)
    purged = tuple(f"rating/{each}/" for each in identities)
    stamps = {name: each for name, each in (stamped.changed or {}).items() if not f"{name}/".startswith(purged)}
    stamps |= {f"{rating}{PURGED}": edited for rating in purged}
    stamps |= {purged_name_stamp(name): edited for name in names}
    return replace(stamped, changed=stamps or None)


def _identities(names: Iterable[str]) -> set[str]:
    return {name.split("/")[1] for name in names if name.startswith("rating/")}

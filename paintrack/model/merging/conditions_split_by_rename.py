"""A condition that one computer renamed while the other went on with its old name: a merge leaves two conditions."""

from collections.abc import Iterable
from typing import NamedTuple

from paintrack.model.entries import Session
from paintrack.model.typed.typed_text import digest, folded


class OldName(NamedTuple):
    """A condition that is recorded, and the other recorded condition that had its name before."""

    old: str
    new: str


def old_names_among(sessions: Iterable[Session]) -> list[OldName]:
    """The conditions of the sessions under which another one of them was first recorded, by name."""
    names: dict[str, str] = {}
    renamed: dict[tuple[str, str], str] = {}
    for session in sessions:
        for rating in session.ratings:
            name = names.setdefault(folded(rating.condition), rating.condition)
            if rating.key is not None:
                renamed[rating.key, folded(name)] = name
    by_identity = {digest(name): spelling for name, spelling in names.items()}
    return [OldName(by_identity[key], name) for (key, _), name in sorted(renamed.items()) if key in by_identity]

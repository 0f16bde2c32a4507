"""Relief side by side: by condition, point, technique or practitioner. Groups differ for many reasons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from paintrack.domain.entry import Rating, Session
from paintrack.domain.relief import Relief, summed_up
from paintrack.domain.robust import FEWEST_FOR_INTERVAL
from paintrack.domain.score import relief
from paintrack.domain.text import folded


class Trait(StrEnum):
    """What a session is grouped by, within one condition."""

    POINT = "point"
    TECHNIQUE = "technique"
    PRACTITIONER = "practitioner"


@dataclass(frozen=True, slots=True)
class Group:
    """The relief in one group of sessions; `name` as it was first typed, None where nothing was recorded."""

    name: str | None
    relief: Relief

    @property
    def n(self) -> int:
        """The number of sessions with both scores."""
        return self.relief.n

    @property
    def few(self) -> bool:
        """Whether there are too few sessions to compare (under 6)."""
        return self.n < FEWEST_FOR_INTERVAL


_NAMES: dict[Trait, Callable[[Session], Iterable[str | None]]] = {
    Trait.POINT: lambda session: session.points or (None,),
    Trait.TECHNIQUE: lambda session: (session.technique,),
    Trait.PRACTITIONER: lambda session: (session.practitioner,),
}


def by_condition(sessions: Iterable[Session], *, largest_first: bool = False) -> tuple[Group, ...]:
    """The relief of each condition, by name or by the number of sessions."""
    found = ((rating.condition, rating) for session in sessions for rating in session.ratings)
    return _grouped(found, largest_first=largest_first)


def arrivals_by_condition(sessions: Iterable[Session]) -> dict[str, list[float]]:
    """The scores on arrival (0 to 10) of each condition in the order of the sessions, by its folded name."""
    found: dict[str, list[float]] = {}
    for session in sessions:
        for rating in session.ratings:
            if rating.before is not None:
                found.setdefault(folded(rating.condition), []).append(rating.before)
    return found


def by_trait(
    sessions: Iterable[Session], condition: str, trait: Trait, *, largest_first: bool = False
) -> tuple[Group, ...]:
    """The relief of one condition by a trait of its sessions, by name or by the number of sessions.

    A session with three points counts in three groups, once in each.
    """
    rated = ((session, rating) for session in sessions if (rating := session.rating_of(condition)))
    found = ((name, rating) for session, rating in rated for name in _names(session, trait))
    return _grouped(found, largest_first=largest_first)


def _names(session: Session, trait: Trait) -> Iterable[str | None]:
    return {name and folded(name): name for name in _NAMES[trait](session)}.values()


def _grouped(found: Iterable[tuple[str | None, Rating]], *, largest_first: bool) -> tuple[Group, ...]:
    """The groups, never in the order of relief: that would read as a ranking of what helps."""
    names: dict[str, str | None] = {}
    values: dict[str, list[float]] = {}
    for name, rating in found:
        if rating.before is None or rating.after is None:
            continue
        key = folded(name or "")
        names.setdefault(key, name)
        values.setdefault(key, []).append(relief(rating.before, rating.after))
    groups = [(key, Group(names[key], summary)) for key in values if (summary := summed_up(values[key]))]
    groups.sort(key=lambda each: (-each[1].n if largest_first else 0, each[0] == "", each[0]))
    return tuple(group for _, group in groups)

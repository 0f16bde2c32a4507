"""Which condition is meant when none is named: one rule for trend, page and plan."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeAlias

from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded

# When a condition is rated, minus its place among those of the entry, and the condition.
Mention: TypeAlias = tuple[datetime, int, str]

_YEAR = timedelta(days=365)


def conditions_by_sessions(sessions: Iterable[Session], readings: Iterable[Reading] = ()) -> tuple[str, ...]:
    """All conditions that sessions or readings rate, as `conditions_by_mentions` orders them."""
    in_sessions = (
        (session.at, -place, rating.condition) for session in sessions for place, rating in enumerate(session.ratings)
    )
    return conditions_by_mentions(in_sessions, ((reading.at, 0, reading.condition) for reading in readings))


def conditions_by_mentions(in_sessions: Iterable[Mention], in_readings: Iterable[Mention]) -> tuple[str, ...]:
    """All conditions that sessions or readings mention, the default one first; () without any.

    The first has the most sessions in the 365 days up to the newest session of all; on a tie it is the one rated last,
    and of two in one session the one that was named first. The others follow by the same rule. Conditions that only
    readings rate come last, by their number of readings in the 365 days up to the newest of those. Each is spelled as
    in its newest entry.
    """
    named = _by_frequency(in_sessions)
    names = set(map(folded, named))
    return (*named, *_by_frequency(mention for mention in in_readings if folded(mention[2]) not in names))


def _by_frequency(mentions: Iterable[Mention]) -> list[str]:
    """The conditions by the rule above."""
    newest_first = sorted(mentions, key=lambda mention: mention[:2], reverse=True)
    spellings: dict[str, str] = {}
    counts: dict[str, int] = {}
    for at, _, condition in newest_first:
        name = folded(condition)
        spellings.setdefault(name, condition)
        counts[name] = counts.get(name, 0) + (newest_first[0][0] - at <= _YEAR)
    # Sorting is stable: on a tie the one that was mentioned last stays first.
    return [spellings[name] for name in sorted(counts, key=counts.__getitem__, reverse=True)]

"""Which condition is meant when none is named: one rule for trend, page and plan."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded

_YEAR = timedelta(days=365)


def conditions_by_sessions(sessions: Iterable[Session], readings: Iterable[Reading] = ()) -> tuple[str, ...]:
    """All conditions that sessions or readings rate, the default one first; () without any.

    The first has the most sessions in the 365 days up to the newest session of all; on a tie it is the one rated last,
    and of two in one session the one that was named first. The others follow by the same rule. Conditions that only
    readings rate come last, by their number of readings in the 365 days up to the newest of those. Each is spelled as
    in its newest entry.
    """
    rated = [
        (session.at, -place, rating.condition) for session in sessions for place, rating in enumerate(session.ratings)
    ]
    named = _by_frequency(rated)
    names = set(map(folded, named))
    other_occurrences = [
        (reading.at, 0, reading.condition) for reading in readings if folded(reading.condition) not in names
    ]
    return (*named, *_by_frequency(other_occurrences))


def _by_frequency(mentions: Iterable[tuple[datetime, int, str]]) -> list[str]:
    """The conditions by the rule above; a mention is a time, minus the place within its entry, and the condition."""
    newest_first = sorted(mentions, key=lambda mention: mention[:2], reverse=True)
    spellings: dict[str, str] = {}
    counts: dict[str, int] = {}
    for at, _, condition in newest_first:
        name = folded(condition)
        spellings.setdefault(name, condition)
        counts[name] = counts.get(name, 0) + (newest_first[0][0] - at <= _YEAR)
    # Sorting is stable: on a tie the one that was mentioned last stays first.
    return [spellings[name] for name in sorted(counts, key=counts.__getitem__, reverse=True)]

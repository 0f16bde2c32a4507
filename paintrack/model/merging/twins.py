"""Twins: one visit that was typed on both computers and so has two uids."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from paintrack.model.changes.change_stamps import twin_stamp_name, with_change_stamps
from paintrack.model.entries import Session
from paintrack.model.merging.last_writer_wins_registers import (
    Register,
    Registers,
    entry_from_registers,
    is_same_meaning,
    joined_registers,
    rated_condition,
    registers_of,
)
from paintrack.model.merging.merged_entry import Difference, MergedEntry
from paintrack.model.open_session import typed_twice, with_same_arrival
from paintrack.model.values.moment import later_stamp


class Twins(NamedTuple):
    """Two sessions that are the same visit: the one with the smaller uid is kept.

    They have equal scores for a condition, or on one day at least an equal score on arrival.
    """

    kept: Session
    other: Session


class SessionOrigins(NamedTuple):
    """Which of two files had which session, by uid, before they are merged.

    `stored_numbers` are the numbers of those of this file, in the order in which they came into it, `incoming_uids` the
    sessions of the other file. `import_steps` are the steps of the journal by which stored ones came in from elsewhere.
    """

    stored_numbers: Mapping[str, int]
    incoming_uids: Container[str]
    import_steps: Mapping[str, int] = {}

    def may_be_twins(self, one: Session, other: Session) -> bool:
        """Whether one of the two was typed without sight of the other.

        Two sessions that only one file had were typed there on purpose, and two that both files have were compared when
        they first met. Where only one of them is in both, the file that has the two was told when they met; it can join
        them still, from the file whose session came in after its own was typed.
        """
        stored = [each.uid in self.stored_numbers for each in (one, other)]
        incoming = [each.uid in self.incoming_uids for each in (one, other)]
        if all(stored) and any(incoming) and not all(incoming):
            own, shared = (other, one) if incoming[0] else (one, other)
            return self._came_in_after(shared.uid, own.uid)
        return not all(stored) and not all(incoming)

    def _came_in_after(self, later: str, earlier: str) -> bool:
        step = self.import_steps.get(later)
        is_later = self.stored_numbers[later] > self.stored_numbers[earlier]
        return is_later and step is not None and step != self.import_steps.get(earlier)


def twins_among(sessions: Iterable[Session], origins: SessionOrigins) -> list[Twins]:
    """The twins among the sessions of both files, by time; a session is the `other` of at most one pair."""
    in_time = sorted(sessions, key=lambda session: (session.at, session.uid))
    times = [session.at for session in in_time]
    pairs: dict[str, Twins] = {}
    for session in in_time:
        if session.uid in pairs:
            continue
        first, last = (session.at + timedelta(days=days) for days in (-1, 1))
        near = in_time[bisect_left(times, first) : bisect_right(times, last)]
        candidates = [each for each in near if origins.may_be_twins(session, each)]
        # One of the two may have another score on leaving, or none yet.
        twin = typed_twice(session, candidates) or with_same_arrival(session, candidates)
        if twin is not None and twin.uid not in pairs:
            kept, other = sorted((session, twin), key=lambda each: each.uid)
            pairs[other.uid] = Twins(kept, other)
    # A session that another pair removes cannot be kept.
    return [pair for pair in pairs.values() if pair.kept.uid not in pairs]


def joined_elsewhere(removed: Iterable[Session], sessions: Iterable[Session]) -> list[Twins]:
    """The pairs that another computer made one: a session that a merge removes, and the one that has its values now."""
    names = {twin_stamp_name(session): session for session in removed}
    return [Twins(kept, names[name]) for kept in sessions for name in kept.changed or {} if name in names]


def join_twins(twins: Twins, now: str, *, is_kept_from_here: bool = True) -> tuple[MergedEntry, Session]:
    """The visit with the values of both, under the smaller uid, and the other session as deleted at `now` (UTC).

    A value that one of them never had does not count as removed. `is_kept_from_here`: this file had the smaller uid.
    """
    kept, other = twins
    one = registers_of(kept)
    second = Registers(
        "",
        {
            # Not stamped before the kept session was typed: to a file that knows only that one, the value was missing.
            name: register if name in one.by_name else Register(max(register.stamp, one.rest), register.value)
            for name, register in registers_of(other).by_name.items()
        },
    )
    typed = Registers("", one.by_name)
    joined = joined_registers(typed, second)
    link = {twin_stamp_name(other): Register(max(kept.edited, other.edited))}
    registers = Registers(one.rest, {**joined.by_name, **link})
    entry, namesakes = entry_from_registers(registers, kept, replace(other, entered=kept.entered))
    here, there = (one, second) if is_kept_from_here else (second, one)
    differences = [
        Difference(
            name,
            here.of(name).value,
            there.of(name).value,
            registers.of(name) == here.of(name),
            rated_condition(name, kept, other),
        )
        for name in sorted(registers.by_name)
        if None not in (one.of(name).value, second.of(name).value)
        and not is_same_meaning(one.of(name).value, second.of(name).value)
    ]
    deleted = later_stamp(now, other.edited)
    gone = with_change_stamps(replace(other, deleted=deleted, edited=deleted), other)
    return MergedEntry(entry, tuple(differences), namesakes), gone

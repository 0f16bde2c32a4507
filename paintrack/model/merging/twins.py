"""Twins: one visit that was typed on both computers and so has two uids."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Set
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
from paintrack.model.values.moment import later_stamp
from paintrack.model.visits_typed_twice import typed_twice, with_same_arrival


class Twins(NamedTuple):
    """Two sessions that are the same visit: the one with the smaller uid is kept.

    They have equal scores for a condition, or on one day at least an equal score on arrival.
    """

    kept: Session
    other: Session


class SessionOrigins(NamedTuple):
    """Which of two files had which session, by uid, before they are merged.

    `named_pairs` are pairs that a merge or an import of JSON named when its two sessions met, in this file or in the
    other one: first the session of this computer, then that of the other.
    """

    stored_uids: Set[str]
    incoming_uids: Set[str]
    named_pairs: Collection[tuple[str, str]] = ()

    def may_be_twins(self, one: Session, other: Session) -> bool:
        """Whether one of the two was typed without sight of the other.

        They were if each file has one of them alone, or if they met so before and stayed two. Any other two that one
        file has may have been typed there on purpose, even if they came in later from a newer copy of it.
        """
        if self._is_named(one, other) or self._is_named(other, one):
            return True
        return not any({one.uid, other.uid} <= uids for uids in (self.stored_uids, self.incoming_uids))

    def is_from_here(self, session: Session, twin: Session) -> bool:
        """Whether the session is the one of the two that this computer's values are in."""
        if (session.uid in self.stored_uids) != (twin.uid in self.stored_uids):
            return session.uid in self.stored_uids
        return not self._is_named(twin, session)

    def _is_named(self, here: Session, there: Session) -> bool:
        return (here.uid, there.uid) in self.named_pairs


def twins_among(sessions: Iterable[Session], origins: SessionOrigins) -> list[Twins]:
    """The twins among the sessions of both files, by time; a session is in one pair at most.

    A second session that is like the same one is another visit: of three, one computer has two.
    """
    in_time = sorted(sessions, key=lambda session: (session.at, session.uid))
    times = [session.at for session in in_time]
    pairs: list[Twins] = []
    paired = set[str]()
    for session in in_time:
        if session.uid in paired:
            continue
        first, last = (session.at + timedelta(days=days) for days in (-1, 1))
        near = in_time[bisect_left(times, first) : bisect_right(times, last)]
        candidates = [each for each in near if each.uid not in paired and origins.may_be_twins(session, each)]
        # One of the two may have another score on leaving, or none yet.
        twin = typed_twice(session, candidates) or with_same_arrival(session, candidates)
        if twin is not None:
            paired |= {session.uid, twin.uid}
            pairs.append(Twins(*sorted((session, twin), key=lambda each: each.uid)))
    return pairs


def joined_elsewhere(removed: Iterable[Session], sessions: Iterable[Session]) -> list[Twins]:
    """The pairs that another computer made one: a session that a merge removes, and the one that has its values now."""
    names = {twin_stamp_name(session): session for session in removed}
    return [Twins(kept, names[name]) for kept in sessions for name in kept.changed or {} if name in names]


def join_twins(twins: Twins, now: str, *, is_kept_from_here: bool = True) -> tuple[MergedEntry, Session]:
    """The visit with the values of both, under the smaller uid, and the other session as deleted at `now` (UTC).

    A value that one of them never had does not count as removed. `is_kept_from_here`: the smaller uid is this
    computer's.
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

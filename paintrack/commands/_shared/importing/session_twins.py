"""Looking for visits that were typed twice, while the plan of an import is read.

`import` and `merge` look for different things. A merge knows which file had which session, so it compares all sessions
of both and can make two of them one. A file to import is often a part of a diary: its new sessions are compared with
the stored ones, and the person is told their ids.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from paintrack.exchange.importing.stored_duplicates import duplicate_uids
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.importing.import_types import Outcome, SessionTwin
from paintrack.model.merging.conditions_split_by_rename import OldName, old_names_among
from paintrack.model.merging.merged_entry import MergedEntry
from paintrack.model.merging.planned_entry import Planned
from paintrack.model.merging.twins import SessionOrigins, Twins, join_twins, joined_elsewhere, twins_among
from paintrack.model.selection import Selection
from paintrack.model.visits_typed_twice import typed_twice
from paintrack.storage.mapping import chunked
from paintrack.storage.queries.twins_named_by_merge import named_twins
from paintrack.storage.reader import Reader

if TYPE_CHECKING:
    from datetime import datetime


class StoredTwins:
    """The new sessions of a file that may be a stored one, which the file does not have itself."""

    def __init__(self, reader: Reader, *, is_sheet: bool) -> None:
        self._reader, self._last_number = reader, reader.last_number(Session.kind)
        self._is_sheet = is_sheet
        # The uid of each session that came in, and the stored one that may be the same visit.
        self._candidates: list[tuple[str, Session]] = []
        # What the file has of stored sessions: of a sheet, which has no uids and is not streamed, its own sessions.
        self._known_uids, self._known_sessions = set[str](), list[Session]()
        self._stored_around: tuple[datetime, list[Session]] | None = None

    def note(self, planned: Planned) -> None:
        """Look for the stored twin of the entry, if it is a new session."""
        session = planned.entry
        if not isinstance(session, Session) or not self._last_number:
            return
        if planned.outcome is not Outcome.NEW:
            if self._is_sheet:
                self._known_sessions.append(session)
            else:
                self._known_uids.add(session.uid)
            return
        # In a sheet without times all sessions of a day have one instant: the stored ones are looked up only once.
        if self._stored_around is None or self._stored_around[0] != session.at:
            # Up to the last number from before the import, so that no session is a twin of one that came in with it.
            self._stored_around = session.at, self._reader.sessions_around(session.at, self._last_number)
        if (twin := typed_twice(session, self._stored_around[1])) is not None:
            self._candidates.append((session.uid, twin))

    @property
    def _pairs(self) -> list[tuple[str, Session]]:
        """The uid of each twin that came in and the stored one, once the plan has been read.

        Two sessions that one file has were typed there on purpose, whether it has uids or is a spreadsheet.
        """
        if not self._candidates:
            return []
        stored = {twin.uid: twin for _, twin in self._candidates}
        in_file = self._known_uids | duplicate_uids([*stored.values()], self._known_sessions)
        return [(uid, twin) for uid, twin in self._candidates if twin.uid not in in_file]

    @property
    def uids(self) -> list[tuple[str, str]]:
        """The uids of each pair, that of the stored session first, once the plan has been read."""
        return [(twin.uid, uid) for uid, twin in self._pairs]

    def labelled(self) -> tuple[SessionTwin, ...]:
        """The twins with the ids of both, once the sessions that came in are saved and have theirs."""
        return tuple(
            SessionTwin(new[uid].label, twin.label)
            for chunk in chunked(self._pairs)
            for new in [self._reader.by_uids([uid for uid, _ in chunk])]
            for uid, twin in chunk
        )

    def unlabelled(self) -> tuple[SessionTwin, ...]:
        """The twins in a dry run, in which the sessions that would come in have no id."""
        return tuple(SessionTwin("", twin.label) for _, twin in self._pairs)


class TwinsOfBothFiles:
    """The sessions as a merge leaves them, and which file had which; `reader` has the patient's own file.

    Without a reader there are none. `named_there` are the pairs that the other file was told of, its session first.
    """

    def __init__(self, reader: Reader | None, named_there: Iterable[tuple[str, str]]) -> None:
        self._merged = {session.uid: session for session in reader.sessions(Selection())} if reader else {}
        self._incoming_uids = set[str]()
        named = {(here, there) for there, here in named_there} | {*(named_twins(reader) if reader else ())}
        self._origins = SessionOrigins(frozenset(self._merged), self._incoming_uids, named)
        self._former_old_names = old_names_among(self._merged.values())
        self._removed: list[Session] = []

    def note(self, planned: Planned) -> None:
        """Note what becomes of the entry, if it is a session."""
        session = planned.entry
        if not isinstance(session, Session) or planned.outcome is Outcome.CONFLICT:
            return
        self._incoming_uids.add(session.uid)
        if planned.outcome is Outcome.REMOVED:
            self._removed.append(session)
        if planned.outcome in (Outcome.DELETED, Outcome.REMOVED) or session.deleted is not None:
            self._merged.pop(session.uid, None)
        else:
            self._merged[session.uid] = session

    @cached_property
    def pairs(self) -> list[Twins]:
        """The twins among them, once the plan has been read."""
        return twins_among(self._merged.values(), self._origins)

    @property
    def uids(self) -> list[tuple[str, str]]:
        """The uids of the twins, that of this computer's session first, once the plan has been read."""
        in_order = (pair if self._origins.is_from_here(*pair) else reversed(pair) for pair in self.pairs)
        return [(here.uid, there.uid) for here, there in in_order]

    @cached_property
    def pairs_joined_elsewhere(self) -> list[Twins]:
        """The pairs of which the merge removes one, because the other computer joined them; once the plan is read."""
        return joined_elsewhere(self._removed, self._merged.values())

    @property
    def old_names(self) -> tuple[OldName, ...]:
        """The conditions that the merge leaves as two, once the plan has been read."""
        return tuple(each for each in old_names_among(self._merged.values()) if each not in self._former_old_names)

    def numbered(self, reader: Reader, pairs: Sequence[Twins]) -> tuple[Twins, ...]:
        """The pairs as they are stored now, with their ids."""
        stored: dict[str, AnyEntry] = {}
        for chunk in chunked({session.uid for pair in pairs for session in pair}):
            stored |= reader.by_uids(chunk)
        stored_pairs = [(stored.get(kept.uid), stored.get(other.uid)) for kept, other in pairs]
        return tuple(
            Twins(kept, other)
            for kept, other in stored_pairs
            if isinstance(kept, Session) and isinstance(other, Session)
        )

    def joined(self, reader: Reader, now: str) -> list[tuple[MergedEntry, Session]]:
        """Each pair of stored sessions as one, and the other session as deleted at `now` (UTC)."""
        return [
            join_twins(each, now, is_kept_from_here=self._origins.is_from_here(each.kept, each.other))
            for each in self.numbered(reader, self.pairs)
        ]

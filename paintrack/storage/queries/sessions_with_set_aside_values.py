"""The sessions in which a merge set aside values, of a condition that they may not show or of a removed rating."""

from collections.abc import Collection, Iterator, Mapping

from paintrack.model.changes.set_aside_value_removal import names_of_removed_ratings, names_set_aside
from paintrack.model.entries import Session
from paintrack.storage.mapping import chunked
from paintrack.storage.reader import Reader


def sessions_setting_aside(
    reader: Reader, condition: str, identities: Mapping[str, Collection[str]] | None = None
) -> Iterator[Session]:
    """The sessions, deleted or not, in which a value of the condition is set aside; hardly any file has one.

    `identities`: by the uid of a session, the identities of those of its ratings that once had the condition's name.
    """
    for session in _sessions_with_set_aside(reader):
        if names_set_aside(session, condition, (identities or {}).get(session.uid, ())):
            yield session


def sessions_with_removed_ratings(reader: Reader) -> Iterator[Session]:
    """The sessions, deleted or not, in which values of ratings that were removed are set aside."""
    return (session for session in _sessions_with_set_aside(reader) if names_of_removed_ratings(session))


def _sessions_with_set_aside(reader: Reader) -> Iterator[Session]:
    if reader.connection is None:
        return
    rows = reader.connection.execute("SELECT uid FROM entry WHERE set_aside IS NOT NULL ORDER BY at, uid").fetchall()
    for chunk in chunked(uid for (uid,) in rows):
        yield from (entry for entry in reader.by_uids(chunk).values() if isinstance(entry, Session))

"""The sessions in which a merge set aside values of a condition, whether or not they show that condition."""

from collections.abc import Collection, Iterator, Mapping

from paintrack.model.changes.set_aside import names_set_aside
from paintrack.model.entries import Session
from paintrack.storage.mapping import chunked
from paintrack.storage.reader import Reader


def sessions_setting_aside(
    reader: Reader, condition: str, identities: Mapping[str, Collection[str]] | None = None
) -> Iterator[Session]:
    """The sessions, deleted or not, in which a value of the condition is set aside; hardly any file has one.

    `identities`: by the uid of a session, the identities of those of its ratings that once had the condition's name.
    """
    if reader.connection is None:
        return
    rows = reader.connection.execute("SELECT uid FROM entry WHERE set_aside IS NOT NULL ORDER BY at, uid").fetchall()
    for chunk in chunked(uid for (uid,) in rows):
        for entry in reader.by_uids(chunk).values():
            if isinstance(entry, Session) and names_set_aside(entry, condition, (identities or {}).get(entry.uid, ())):
                yield entry

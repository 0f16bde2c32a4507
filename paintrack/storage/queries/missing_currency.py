"""Costs of which nothing says in which currency they are."""

from paintrack.storage.reader import Reader


def uids_without_currency(reader: Reader) -> set[str]:
    """The uids of the sessions that have an amount and no currency; deleted ones are left out."""
    if reader.connection is None:
        return set()
    rows = reader.connection.execute(
        "SELECT uid FROM entry WHERE deleted IS NULL AND currency IS NULL AND (cost IS NOT NULL OR covered IS NOT NULL)"
    )
    return {uid for (uid,) in rows}

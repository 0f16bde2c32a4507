"""How entries came into this file: typed here, or by a merge or an import of paintrack's own export."""

from paintrack.storage.reader import Reader


def import_steps(reader: Reader) -> dict[str, int]:
    """The ids of the steps by which entries came in from another file, by uid; what was typed here is left out.

    So is what such a step brought before it was undone.
    """
    if reader.connection is None:
        return {}
    rows = reader.connection.execute(
        "SELECT uid, max(step) FROM change JOIN step ON step.id = change.step"
        " WHERE imported = 1 AND NOT undone AND former IS NULL GROUP BY uid"
    )
    return dict(rows.fetchall())

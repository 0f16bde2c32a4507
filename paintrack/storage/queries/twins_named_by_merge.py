"""The pairs of sessions that a merge or an import of JSON named as one visit that was typed on two computers."""

from paintrack.storage.merge_and_import_journal import TWINS_PREFIX
from paintrack.storage.reader import Reader


def named_twins(reader: Reader) -> list[tuple[str, str]]:
    """The uids of each pair, that of the session which was in this file before first.

    Pairs whose sessions met in a step that was undone are left out.
    """
    if reader.connection is None:
        return []
    rows = reader.connection.execute(
        "SELECT uid FROM change JOIN step ON step.id = change.step WHERE NOT undone AND uid GLOB ?",
        (f"{TWINS_PREFIX}*:*",),
    )
    pairs = (name.removeprefix(TWINS_PREFIX).partition(":") for (name,) in rows)
    return [(here, there) for here, _, there in pairs]

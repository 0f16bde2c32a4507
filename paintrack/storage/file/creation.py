"""A new diary, empty and complete: it is made in memory and gets its name whole.

Made in its place, it would have a journal, and a process that is killed would leave both half written.
"""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from paintrack.private_file import unfinished_file, write_all
from paintrack.storage.file.connection import configure
from paintrack.storage.file.schema import migrate


def create_diary(path: Path) -> bool:
    """Put an empty diary that only its owner can read at `path`, in a folder that is there; False when it is taken.

    The first entry, synced with its folder, brings the name to the disk too. Raises OSError; then nothing is left.
    """
    with unfinished_file(path.parent) as file:
        write_all(file.descriptor, _empty_diary())
        try:
            file.publish(path, replace=False)
        except FileExistsError:
            return False
    return True


@cache
def _empty_diary() -> bytes:
    """The contents of a diary without entries."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        configure(memory)
        memory.execute("BEGIN")
        migrate(memory)
        memory.execute("COMMIT")
        return memory.serialize()

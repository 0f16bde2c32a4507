"""A new diary, empty and complete: it is made in memory, and gets its name only once it is whole on the disk.

If it were made in place, it would have a journal, and a process that is killed would leave both half written.
"""

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from paintrack.private_file import unfinished_file, write_all
from paintrack.storage.file.connection import configure
from paintrack.storage.file.migrations import migrate


def create_diary(path: Path) -> bool:
    """Put an empty diary that only its owner can read at `path`, in an existing folder; False if the name is taken.

    The name itself reaches the disk with the first entry, which is synced with its folder. Raises OSError, and then
    leaves nothing behind.
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
    """The bytes of a diary without entries."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        configure(memory)
        memory.execute("BEGIN")
        migrate(memory)
        memory.execute("COMMIT")
        return memory.serialize()

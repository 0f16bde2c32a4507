"""What the program sqlite3 recovers from a damaged file with `.recover`: tables, and rows that it could not place.

Such rows are in a table of their own, `lost_and_found`: where a row was found (`rootpgno`, `pgno`), how many values it
has (`nfield`), its rowid (`id`, null for a table without one) and its values (`c0`, `c1`, ...) in the order in which
they are stored. https://www.sqlite.org/cli.html#recover_data_from_a_corrupted_database
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from paintrack.model.entries import KINDS

_SECONDS = 600
# Free pages have former contents. Older builds of the program do not know the option that skips them.
_WITHOUT_FREE_PAGES, _ALL_PAGES = ".recover -ignore-freelist", ".recover"
_UID = re.compile("[0-9a-f]{32}", re.ASCII)


class Recovered(NamedTuple):
    """What the program recovered, in memory; the caller closes the connection.

    `has_former_contents`: the rows without a place may include some from free pages.
    """

    connection: sqlite3.Connection
    has_former_contents: bool


def recovered_by_sqlite3(path: Path) -> Recovered | None:
    """What the program recovers from the file; None if there is no such program, or it recovers nothing."""
    program = shutil.which("sqlite3")
    if program is None:
        return None
    for command in (_WITHOUT_FREE_PAGES, _ALL_PAGES):
        try:
            done = subprocess.run(
                [program, "-readonly", str(path.absolute()), command],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        connection = _executed(done.stdout.decode("utf-8", "replace"))
        # Some builds of the program lack what `.recover` needs.
        if has_table(connection, "entry") or _lost_tables(connection):
            return Recovered(connection, command == _ALL_PAGES)
        connection.close()
    return None


def _executed(statements: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    # The statements come from a file that nobody vouches for.
    connection.set_authorizer(_only_in_memory)
    # A row that breaks a rule must not vanish here: salvage checks it against the rules and counts it.
    connection.execute("PRAGMA ignore_check_constraints = ON")
    statement = ""
    for line in statements.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            with suppress(sqlite3.Error, sqlite3.Warning):
                connection.execute(statement)
            statement = ""
    connection.set_authorizer(None)
    return connection


def _only_in_memory(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH) else sqlite3.SQLITE_OK


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Whether there is a table of this name."""
    query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None


def lost_entries(source: sqlite3.Connection, columns: Sequence[str]) -> list[dict[str, Any]]:
    """The rows without a place that are entries, with the table's `columns` as keys; the last edited come first.

    A row of another form, of which only the id is certain, has only that.
    """
    entries = []
    for id_, values in _lost_rows(source):
        texts = {value for value in values if isinstance(value, str)}
        if id_ is None or not (texts & {*KINDS} and any(_UID.fullmatch(text) for text in texts)):
            continue
        # The rowid is not among the values of its row.
        row = dict(zip(columns, values, strict=False)) | {"id": id_}
        is_whole = len(values) <= len(columns) and row.get("kind") in KINDS and _UID.fullmatch(str(row.get("uid")))
        entries.append(row if is_whole else {"id": id_})
    return sorted(entries, key=lambda row: str(row.get("edited", "")), reverse=True)


def lost_parts(source: sqlite3.Connection, columns: Sequence[str]) -> list[dict[str, Any]]:
    """The rows without a place that may belong to a table without rowid, whose `columns` are in the order stored.

    A row of the journal has as many values as a point and could pass for one, but for its texts in place of numbers.
    """
    rows = [
        dict(zip(columns, values, strict=True))
        for id_, values in _lost_rows(source)
        if id_ is None and len(values) == len(columns)
    ]
    return [row for row in rows if isinstance(row["entry"], int) and isinstance(row["position"], int)]


def _lost_rows(source: sqlite3.Connection) -> Iterator[tuple[int | None, Sequence[Any]]]:
    """The rowid, None without one, and the values of each row without a place."""
    for table in _lost_tables(source):
        cursor = source.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        if not {"id", "nfield"} <= {*names}:
            continue
        for cells in cursor:
            row = dict(zip(names, cells, strict=True))
            yield _rowid(row), _values(row)


def _rowid(row: Mapping[str, Any]) -> int | None:
    return row["id"] if isinstance(row["id"], int) else None


def _values(row: Mapping[str, Any]) -> list[Any]:
    number = row["nfield"] if isinstance(row["nfield"], int) else 0
    values: list[Any] = []
    # No more columns than the table has, even if the damaged row gives a greater number.
    while len(values) < number and f"c{len(values)}" in row:
        values.append(row[f"c{len(values)}"])
    return values


def _lost_tables(connection: sqlite3.Connection) -> list[str]:
    """The tables of rows without a place; the name has a number if the file itself has a table of that name."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return [name for (name,) in rows if re.fullmatch("lost_and_found(_[0-9]+)?", name, re.ASCII)]

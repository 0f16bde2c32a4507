"""A check that SQLite does not make: that every text is UTF-8. A copy with other bytes could not be restored."""

import sqlite3

_TABLES = ("entry", "rating", "point", "side_effect", "setting", "step", "change")


def read_all_text(connection: sqlite3.Connection) -> None:
    """Read every row. Raises sqlite3.OperationalError, for `translate_errors` damage, if a text is not UTF-8."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    cursor = connection.cursor()
    cursor.row_factory = None
    for table in _TABLES:
        # An older file may lack a table.
        if table in names:
            for _ in cursor.execute(f"SELECT * FROM {table}"):
                pass

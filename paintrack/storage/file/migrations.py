"""The versions of the file, as numbered migrations for new and older files. No other module imports sqlite-utils.

1  entries with ratings, points and side effects; settings; the journal; the views `relief` and `readings`
2  when which value was changed, a key for each rating, entries that are gone; settings of any name
3  what a merge sets aside, and the numbers that are not given again after its undo; the other views
"""

import sqlite3
from typing import TYPE_CHECKING

from paintrack.storage.file.file_header import APPLICATION_ID, VIEW_MARK
from paintrack.storage.file.readable_views import UNMARKED, VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest version, in the open transaction. For an older file foreign keys must be off."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("paintrack")
    for step in STEPS:
        migrations()(step)
    migrations.apply(_database(connection))


def enforce_definitions(connection: sqlite3.Connection) -> None:
    """Give every table of a file of the newest version paintrack's columns and rules, in the open transaction.

    For a file that somebody else may have changed. Foreign keys must be off. Raises sqlite3.IntegrityError if a row
    breaks a rule.
    """
    _bring_to_definitions(_database(connection))


def _database(connection: sqlite3.Connection) -> "Database":
    # It takes a quarter of a second to load, and most files are neither made nor upgraded.
    from sqlite_utils import Database

    # Plugins of sqlite-utils are other people's code, which must not run on a patient's file.
    return Database(connection, execute_plugins=False)


def _bring_to_definitions(db: "Database") -> None:
    """Give every table the columns and rules of its definition, and keep what is in it.

    SQLite cannot change the rules of a table, so it is made anew; the order of the steps is that of
    https://www.sqlite.org/lang_altertable.html#otheralter
    """
    from paintrack.storage.file.tables import INDEXES, definitions

    _drop_own_views(db)
    # Views, triggers and indexes that a person made in another tool may name a table while it is made anew.
    db.execute("PRAGMA legacy_alter_table = ON")
    for table, definition in definitions().items():
        if not db[table].exists():
            db.execute(f"CREATE TABLE {table} {definition}")
        elif f"{table} {definition}" not in db[table].schema.replace(f'"{table}"', table, 1):
            _rebuild(db, table, definition)
    for index, columns in INDEXES.items():
        db.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {columns}")
    _create_views(db)
    db.execute("PRAGMA legacy_alter_table = OFF")


def renew_views(connection: sqlite3.Connection) -> None:
    """Make paintrack's views anew as this version has them, in the open transaction; no table is changed."""
    db = _database(connection)
    _drop_own_views(db)
    _create_views(db)


def _drop_own_views(db: "Database") -> None:
    for view in _own_views(db):
        db.execute(f"DROP VIEW {view}")


def _create_views(db: "Database") -> None:
    taken = {str(name).lower() for (name,) in db.execute("SELECT name FROM sqlite_schema").fetchall()}
    for view, query in VIEWS.items():
        # What a person made under this name in another tool stays, and the file then lacks paintrack's view.
        if view not in taken:
            db.create_view(view, query)


def _own_views(db: "Database") -> list[str]:
    """The names of paintrack's own views, of this version or an older one."""
    views = db.execute("SELECT lower(name), sql FROM sqlite_schema WHERE type = 'view'").fetchall()
    return [name for name, sql in views if name in UNMARKED or (name in VIEWS and VIEW_MARK in sql)]


def _rebuild(db: "Database", table: str, definition: str) -> None:
    former = {column.name: column.type for column in db[table].columns}
    own = db.execute(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL",
        (table,),
    ).fetchall()
    db.execute(f"CREATE TABLE new_{table} {definition}")
    is_needed = {column.name: bool(column.notnull) for column in db[f"new_{table}"].columns}
    for column, column_type in former.items():
        if column not in is_needed:
            # A column that another tool added: what is in it is the person's own.
            db.execute(f'ALTER TABLE new_{table} ADD COLUMN "{column}" {column_type or "ANY"}')
    shared = [f'"{column}"' for column in former]
    # An older file allowed an empty text for a name; it becomes NULL.
    values = [f'"{column}"' if is_needed.get(column) else f"nullif(\"{column}\", '')" for column in former]
    db.execute(f"INSERT INTO new_{table} ({', '.join(shared)}) SELECT {', '.join(values)} FROM {table}")
    db.execute(f"DROP TABLE {table}")
    db.execute(f"ALTER TABLE new_{table} RENAME TO {table}")
    for (sql,) in own:
        db.execute(sql)


def m001_sessions_and_readings(db: "Database") -> None:
    """A new file, in the newest form. Its application id is written in the transaction that creates the tables."""
    _bring_to_definitions(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


def m002_changes_and_what_is_gone(db: "Database") -> None:
    """For merging the files of two computers; settings are checked by paintrack, no longer by the file."""
    from paintrack.model.changes.change_stamps import DELETED, REST

    _bring_to_definitions(db)
    # Version 1 did not say when an entry was put back: only the undone deletions that its journal still has are known.
    # Against any other edit, a deletion elsewhere wins.
    db.execute(
        "UPDATE entry SET changed = json_object(?, edited, ?, edited) WHERE deleted IS NULL AND uid IN ("
        "SELECT change.uid FROM change JOIN step ON step.id = change.step WHERE undone"
        " AND CASE WHEN json_valid(former) THEN json_extract(former, '$.deleted') END IS NOT NULL)",
        (REST, DELETED),
    )
    db.execute("PRAGMA user_version = 2")


def m003_merges(db: "Database") -> None:
    """For the undo of a merge, which removes entries again, and for ratings that a merge sets aside."""
    _bring_to_definitions(db)
    db.execute("PRAGMA user_version = 3")


# In this order; sqlite-utils notes in the file by their names which of them it has been through.
STEPS: "list[Callable[[Database], None]]" = [m001_sessions_and_readings, m002_changes_and_what_is_gone, m003_merges]

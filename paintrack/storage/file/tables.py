"""The tables of the file as SQL, made from the list of fields: a field's column follows from the type of its value."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields

from paintrack.model.entries import KINDS, Entry, Rating, SideEffect, entry_class_of
from paintrack.model.fields import FIELDS, Field, fields_of
from paintrack.model.values.field_types import (
    COUNT,
    FLAG,
    INSTANT,
    LINE,
    LOCAL_TIME,
    MONEY,
    MONTH,
    POINTS,
    RATINGS,
    SCORE,
    SIDE_EFFECTS,
    STAMP,
    TEXT,
    FieldType,
)

_ELSEWHERE = (RATINGS, POINTS, SIDE_EFFECTS)


def _exists(text: str, form: str) -> str:
    # Without the modifier '+0 days' SQLite accepts 30 February.
    return f"{text} IS strftime('{form}', {text}, '+0 days')"


def _instant(column: str) -> str:
    """A CHECK that the column is NULL or a real instant, `2026-07-06T12:02:00Z`."""
    return f"CHECK ({_exists(column, '%Y-%m-%dT%H:%M:%SZ')})"


def _stamp(column: str) -> str:
    """A CHECK that the column is NULL or a real instant with microseconds, `2026-07-06T12:02:00.000000Z`."""
    return f"CHECK ({column} IS NULL OR ({_is_stamp(column)}))"


def _is_stamp(column: str) -> str:
    """SQL that is true for a real instant with microseconds."""
    # A pattern for the format, then a test that the date is real: SQLite turns 30 February and 25:00 into another day
    # or NULL. To compare with the result of strftime would take twice as long, and it rounds the fraction.
    day, clock = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]", "[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    form = f"{column} GLOB '{day}T{clock}.{'[0-9]' * 6}Z'"
    return f"{form} AND date(substr({column}, 1, 19), '+0 days') IS substr({column}, 1, 10)"


def _local(column: str) -> str:
    """A CHECK that the column is NULL or a real local time with its offset, `2026-07-06T14:02:00+02:00`."""
    minute = f"substr({column}, 1, 16)"
    return f"CHECK ({_exists(minute, '%Y-%m-%dT%H:%M')} AND {column} GLOB '*[-+][0-2][0-9]:[0-5][0-9]')"


def _text(_column: str) -> str:
    return "TEXT"


# What follows the name of a column in its definition; the other types are text without a rule of its own.
_DECLARATIONS: dict[FieldType, Callable[[str], str]] = {
    COUNT: lambda column: f"INTEGER CHECK ({column} > 0)",
    FLAG: lambda column: f"INTEGER CHECK ({column} IN (0, 1))",
    INSTANT: lambda column: f"TEXT {_instant(column)}",
    LINE: lambda column: f"TEXT CHECK ({column} <> '')",
    LOCAL_TIME: lambda column: f"TEXT {_local(column)}",
    MONTH: lambda column: f"TEXT CHECK ({column} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]')",
    MONEY: lambda column: f"INTEGER CHECK ({column} >= 0)",
    SCORE: lambda column: f"REAL CHECK ({column} BETWEEN 0 AND 10 AND round({column}, 1) = {column})",
    STAMP: lambda column: f"TEXT {_stamp(column)}",
    TEXT: lambda column: f"TEXT CHECK ({column} <> '')",
}


def _columns(fields_in_table: Iterator[Field]) -> str:
    """A line for each column, with the description of its field as a comment."""
    lines = []
    for field in fields_in_table:
        declaration = _DECLARATIONS.get(field.type, _text)(field.name)
        comment = f"   -- {field.description}" if field.description else ""
        lines.append(f"  {field.name} {declaration},{comment}\n")
    return "".join(lines)


def _fields_of_some_entries() -> Iterator[Field]:
    return (
        field
        for field in FIELDS
        if field.type not in _ELSEWHERE
        and not field.is_of_every_entry
        and any(issubclass(holder, Entry) for holder in field.holders)
    )


def _rules() -> str:
    """A CHECK for each column that is required in all its kinds of entry: these have a value, and no other kind has."""
    needed_in = {
        kind: {field.name for field in fields(entry_class_of(kind)) if field.default is MISSING} for kind in KINDS
    }
    rules = []
    for field in _fields_of_some_entries():
        kinds = [kind for kind in KINDS if entry_class_of(kind) in field.holders]
        if all(field.name in needed_in[kind] for kind in kinds):
            listed = ", ".join(f"'{kind}'" for kind in kinds)
            rules.append(f"  CHECK ((kind IN ({listed})) = ({field.name} IS NOT NULL)),\n")
    return "".join(rules)


def _entry() -> str:
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    return f"""(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32 AND uid NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK (kind IN ({kinds})),
  number INTEGER NOT NULL CHECK (number > 0),   -- the id that people type, one series a kind
  at TEXT NOT NULL {_instant("at")},   -- when it happened, UTC
  offset INTEGER NOT NULL CHECK (offset BETWEEN -1439 AND 1439),   -- minutes: local time minus UTC
  time_given INTEGER NOT NULL CHECK (time_given IN (0, 1)),   -- 0: only the date was given, at is noon
  entered TEXT NOT NULL {_stamp("entered")},   -- when it was typed, UTC
  edited TEXT NOT NULL CHECK (edited = entered OR (edited > entered AND {_is_stamp("edited")})),
  deleted TEXT {_stamp("deleted")},   -- when it was deleted; the row stays, so that undo and merge know
  changed TEXT,   -- JSON: when which of its values was changed after it was typed
  folded TEXT,   -- the condition without case and doubled space
{_columns(_fields_of_some_entries())}{_rules()}  CHECK ((folded IS NULL) = (condition IS NULL)),
  UNIQUE (kind, number)
) STRICT"""


def _rating() -> str:
    return f"""(
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
  folded TEXT NOT NULL,   -- the condition without case and doubled space
{_columns(fields_of(Rating))}  CHECK (condition IS NOT NULL),
  PRIMARY KEY (entry, folded)
) STRICT, WITHOUT ROWID"""


def _side_effect() -> str:
    return f"""(
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
{_columns(fields_of(SideEffect))}  CHECK (kind IS NOT NULL),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID"""


_POINT = """(
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
  point TEXT NOT NULL CHECK (point <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID"""
_GONE = f"""(
  uid TEXT PRIMARY KEY CHECK (length(uid) = 32 AND uid NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL,
  number INTEGER CHECK (number > 0),   -- its id, which no other entry gets; null: it never had one in this file
  deleted TEXT NOT NULL {_stamp("deleted")},   -- when it was deleted, here or on another computer
  purged TEXT {_stamp("purged")}   -- when its content was taken out for good
) STRICT, WITHOUT ROWID"""
_SETTING = f"""(
  name TEXT PRIMARY KEY,
  value TEXT,   -- null: not set any more
  edited TEXT NOT NULL {_stamp("edited")}
) STRICT, WITHOUT ROWID"""
_PAGE = """(
  day TEXT PRIMARY KEY   -- the local days on which the page was written to a file
) STRICT, WITHOUT ROWID"""
_NUMBERING = """(
  kind TEXT PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last > 0)   -- the highest number of the kind that was given and is not to be given again
) STRICT, WITHOUT ROWID"""
_STEP = """(
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,   -- in words, as undo names it
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1))   -- 1: merge or import of an export; undo is exact
) STRICT"""
_CHANGE = """(
  step INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  uid TEXT NOT NULL,
  former TEXT,   -- the entry before the step, as JSON; null: it was not there
  PRIMARY KEY (step, uid)
) STRICT, WITHOUT ROWID"""


def definitions() -> dict[str, str]:
    """What follows `CREATE TABLE name`, by the name of the table; a table comes after those that it refers to."""
    return {
        "entry": _entry(),
        "rating": _rating(),
        "point": _POINT,
        "side_effect": _side_effect(),
        "gone": _GONE,
        "setting": _SETTING,
        "numbering": _NUMBERING,
        "page": _PAGE,
        "step": _STEP,
        "change": _CHANGE,
    }


INDEXES = {
    "entry_in_time": "entry (at, uid)",
    "rating_by_condition": "rating (folded, entry)",
}

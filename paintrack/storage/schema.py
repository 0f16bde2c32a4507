"""The tables of the file, as numbered migrations. The only module that imports sqlite-utils: for a new or older file.

1  entries with ratings, points and side effects; settings; the journal; the views `relief` and `readings`
"""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from paintrack.storage.file_header import APPLICATION_ID

migrations = Migrations("paintrack")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file to the newest schema version, inside the open transaction."""
    # Plugins of sqlite-utils are other people's code: they must not run on a patient's file.
    migrations.apply(Database(connection, execute_plugins=False))


def _exists(text: str, form: str) -> str:
    # Without the modifier SQLite accepts 30 February.
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
    # or NULL. A comparison with the result of strftime takes twice as long, and rounds the fraction.
    day, clock = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]", "[0-2][0-9]:[0-5][0-9]:[0-5][0-9]"
    form = f"{column} GLOB '{day}T{clock}.{'[0-9]' * 6}Z'"
    return f"{form} AND date(substr({column}, 1, 19), '+0 days') IS substr({column}, 1, 10)"


def _local(column: str) -> str:
    """A CHECK that the column is NULL or a real local time with its offset, `2026-07-06T14:02:00+02:00`."""
    minute = f"substr({column}, 1, 16)"
    return f"CHECK ({_exists(minute, '%Y-%m-%dT%H:%M')} AND {column} GLOB '*[-+][0-2][0-9]:[0-5][0-9]')"


_ENTRY = f"""
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32 AND uid NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK (kind IN ('session', 'reading', 'note', 'question', 'peg', 'plan')),
  number INTEGER NOT NULL CHECK (number > 0),   -- the id that people type, one series a kind
  at TEXT NOT NULL {_instant("at")},   -- when it happened, UTC
  offset INTEGER NOT NULL CHECK (offset BETWEEN -1439 AND 1439),   -- minutes: local time minus UTC
  time_given INTEGER NOT NULL CHECK (time_given IN (0, 1)),   -- 0: only the date was given, at is noon
  entered TEXT NOT NULL {_stamp("entered")},   -- when it was typed, UTC
  edited TEXT NOT NULL CHECK (edited = entered OR (edited > entered AND {_is_stamp("edited")})),
  deleted TEXT {_stamp("deleted")},   -- when it was deleted; the row stays, so that undo and merge know
  condition TEXT CHECK (condition <> ''),   -- of a reading; a session has its conditions in the table rating
  folded TEXT,   -- the condition without case and doubled space
  score REAL CHECK (score BETWEEN 0 AND 10 AND round(score, 1) = score),
  technique TEXT,
  practitioner TEXT,
  cost INTEGER CHECK (cost >= 0),   -- hundredths of the currency unit
  covered INTEGER CHECK (covered >= 0),
  currency TEXT,
  note TEXT,
  text TEXT CHECK (text <> ''),   -- of a note or a question
  private INTEGER CHECK (private IN (0, 1)),   -- 1: a note that stays off the page
  done TEXT {_stamp("done")},   -- when a question was settled
  pain REAL CHECK (pain BETWEEN 0 AND 10 AND round(pain, 1) = pain),   -- the three of PEG, past week
  enjoyment REAL CHECK (enjoyment BETWEEN 0 AND 10 AND round(enjoyment, 1) = enjoyment),
  activity REAL CHECK (activity BETWEEN 0 AND 10 AND round(activity, 1) = activity),
  sessions INTEGER CHECK (sessions > 0),   -- of a plan: how many, and the score on arrival to reach
  goal REAL CHECK (goal BETWEEN 0 AND 10 AND round(goal, 1) = goal),
  ended TEXT {_stamp("ended")},   -- when a plan was ended
  UNIQUE (kind, number),
  CHECK ((kind = 'reading') = (score IS NOT NULL)),
  CHECK ((kind IN ('reading', 'plan')) = (condition IS NOT NULL AND folded IS NOT NULL)),
  CHECK ((kind IN ('note', 'question')) = (text IS NOT NULL)),
  CHECK ((kind = 'peg') = (pain IS NOT NULL AND enjoyment IS NOT NULL AND activity IS NOT NULL))
) STRICT
"""
_RATING = f"""
CREATE TABLE rating (
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
  condition TEXT NOT NULL CHECK (condition <> ''),
  folded TEXT NOT NULL,
  before REAL CHECK (before BETWEEN 0 AND 10 AND round(before, 1) = before),
  after REAL CHECK (after BETWEEN 0 AND 10 AND round(after, 1) = after),
  before_at TEXT {_instant("before_at")},   -- instants (UTC) where they are known apart from the entry's
  after_at TEXT {_instant("after_at")},
  before_entered TEXT {_stamp("before_entered")},
  after_entered TEXT {_stamp("after_entered")},
  PRIMARY KEY (entry, folded)
) STRICT, WITHOUT ROWID
"""
_POINT = """
CREATE TABLE point (
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
  point TEXT NOT NULL CHECK (point <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID
"""
_SIDE_EFFECT = f"""
CREATE TABLE side_effect (
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  words TEXT,
  noticed TEXT {_local("noticed")},   -- local time with offset, where it was not noticed in the session
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID
"""
_SETTING = f"""
CREATE TABLE setting (
  name TEXT PRIMARY KEY CHECK (name IN ('name', 'currency', 'paper')),
  value TEXT,   -- null: not set any more
  edited TEXT NOT NULL {_stamp("edited")}
) STRICT, WITHOUT ROWID
"""
_PAGE = """
CREATE TABLE page (
  day TEXT PRIMARY KEY   -- the local days on which the page was written to a file
) STRICT, WITHOUT ROWID
"""
_STEP = """
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL,   -- in words, as undo names it
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT
"""
_CHANGE = """
CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  uid TEXT NOT NULL,
  former TEXT,   -- the entry before the step, as JSON; null: it was not there
  PRIMARY KEY (step, uid)
) STRICT, WITHOUT ROWID
"""
_LOCAL_TIME = "strftime('%Y-%m-%d %H:%M', entry.at, entry.offset || ' minutes')"
_RELIEF = f"""
SELECT entry.number AS session, {_LOCAL_TIME} AS local_time, rating.condition, rating.before, rating.after,
  round(rating.before - rating.after, 1) AS relief, entry.practitioner, entry.technique
FROM entry JOIN rating ON rating.entry = entry.id
WHERE entry.kind = 'session' AND entry.deleted IS NULL
ORDER BY entry.at, entry.uid, rating.position
"""
_READINGS = f"""
SELECT 'r' || entry.number AS reading, {_LOCAL_TIME} AS local_time, entry.condition, entry.score, entry.note
FROM entry
WHERE entry.kind = 'reading' AND entry.deleted IS NULL
ORDER BY entry.at, entry.uid
"""


@migrations()
def m001_sessions_and_readings(db: Database) -> None:
    """The first schema. The application id and the version are written in the transaction that creates the tables."""
    for table in (_ENTRY, _RATING, _POINT, _SIDE_EFFECT, _SETTING, _PAGE, _STEP, _CHANGE):
        db.execute(table)
    db.execute("CREATE INDEX entry_in_time ON entry (at, uid)")
    db.execute("CREATE INDEX rating_by_condition ON rating (folded, entry)")
    db.create_view("relief", _RELIEF)
    db.create_view("readings", _READINGS)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")

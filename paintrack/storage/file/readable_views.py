"""The views of the file: what a person finds in it with any tool for SQLite, and can query in plain SQL.

paintrack itself never reads them. Each view and each of its columns is described in `data/metadata.json`.
"""

from collections.abc import Mapping
from json import dumps

from paintrack.model.values.currency import CHOICES, CODES, MEANINGS
from paintrack.storage.file.file_header import NEWEST_VIEW_MARK

# The views of versions 1 and 2, from before views were marked as paintrack's own.
UNMARKED = ("relief", "readings")


def _local(instant: str) -> str:
    """SQL for a UTC instant as local time, `2026-07-06 14:02`, at the offset of the entry."""
    return f"strftime('%Y-%m-%d %H:%M', {instant}, entry.offset || ' minutes')"


def _units(column: str) -> str:
    """SQL for hundredths as currency units: 85.5."""
    return f"round(({column}) / 100.0, 2)"


def _value_of(key: str, values: Mapping[str, str]) -> str:
    """SQL for the value of a key, NULL if it is none of the keys. No text has a quotation mark."""
    # One literal, since each command parses the definitions of all views when it opens the file: as a CASE with a
    # branch for each value this took two fifths of that time. Reading the view takes longer: 0.2 s for 8,000 visits.
    return f"(SELECT value FROM json_each('{dumps(values, ensure_ascii=False)}') WHERE key = {key})"


def _code_of_currency(currency: str, usual: str) -> str:
    """SQL for the code of a currency that is recorded by a sign or a name; what is not known stays as it is.

    A sign of several currencies means the `usual` one of them.
    """
    chosen = {f"{name} {code}": code for name, codes in CHOICES.items() for code in codes}
    codes = {**MEANINGS, **{code.lower(): code for code in sorted(CODES)}}
    return f"""coalesce(
    {_value_of(f"lower({currency}) || ' ' || upper({usual})", chosen)},
    {_value_of(f"lower({currency})", codes)},
    {currency}
  )"""


def _view(columns: str, source: str, condition: str, *, position: str = "") -> str:
    """A query for entries that are not deleted, in the order of time; `position` orders the rows of one entry."""
    return f"""{NEWEST_VIEW_MARK}
SELECT {columns}
FROM {source}
WHERE {condition} AND entry.deleted IS NULL
ORDER BY entry.at, entry.uid{position and f", {position}"}
"""


_LOCAL_TIME = f"{_local('entry.at')} AS local_time"
_OF_SESSION = f"entry.number AS session, {_LOCAL_TIME}"
_IS_SESSION = "entry.kind = 'session'"
# The query of each view by its name.
VIEWS = {
    "relief": _view(
        f"{_OF_SESSION}, rating.condition, rating.before, rating.after,\n"
        "  round(rating.before - rating.after, 1) AS relief, entry.practitioner, entry.technique",
        "entry JOIN rating ON rating.entry = entry.id",
        _IS_SESSION,
        position="rating.position",
    ),
    "readings": _view(
        f"'r' || entry.number AS reading, {_LOCAL_TIME}, entry.condition, entry.score, entry.note",
        "entry",
        "entry.kind = 'reading'",
    ),
    "session_points": _view(
        f"{_OF_SESSION}, point.point, entry.technique, entry.practitioner",
        "entry JOIN point ON point.entry = entry.id",
        _IS_SESSION,
        position="point.position",
    ),
    "side_effects": _view(
        f"{_OF_SESSION}, side_effect.kind AS side_effect, side_effect.words,\n"
        "  replace(substr(side_effect.noticed, 1, 16), 'T', ' ') AS noticed, side_effect.outcome",
        "entry JOIN side_effect ON side_effect.entry = entry.id",
        _IS_SESSION,
        position="side_effect.position",
    ),
    "notes": _view(
        "CASE entry.kind WHEN 'note' THEN 'n' WHEN 'reading' THEN 'r' ELSE '' END || entry.number AS entry,\n"
        f"  {_LOCAL_TIME}, coalesce(entry.text, entry.note) AS note, coalesce(entry.private, 0) AS private",
        "entry",
        "(entry.kind = 'note' OR entry.note IS NOT NULL)",
    ),
    "peg_entries": _view(
        f"'p' || entry.number AS peg, {_LOCAL_TIME}, entry.pain, entry.enjoyment, entry.activity,\n"
        "  round((entry.pain + entry.enjoyment + entry.activity) / 3, 1) AS mean",
        "entry",
        "entry.kind = 'peg'",
    ),
    "plans": _view(
        f"'c' || entry.number AS plan, {_LOCAL_TIME}, entry.condition, entry.sessions, entry.goal,\n"
        f"  {_local('entry.ended')} AS ended",
        "entry",
        "entry.kind = 'plan'",
    ),
    "visit_costs": _view(
        f"{_OF_SESSION}, entry.practitioner, {_units('entry.cost')} AS cost, {_units('entry.covered')} AS covered,\n"
        f"  {_units('coalesce(entry.cost, 0) - coalesce(entry.covered, 0)')} AS out_of_pocket,\n"
        f"  {_code_of_currency('coalesce(entry.currency, usual.value)', 'usual.value')} AS currency, entry.receipt",
        "entry LEFT JOIN setting AS usual ON usual.name = 'currency'",
        f"{_IS_SESSION} AND (entry.cost IS NOT NULL OR entry.covered IS NOT NULL)",
    ),
}

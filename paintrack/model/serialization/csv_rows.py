"""Sessions and readings as the documented rows of CSV files and of `list --json`, and rows of text as entries.

One row for each session and condition, one for each reading. Only JSON has what a row cannot hold: the times of the
single scores, when a side effect was noticed, the order in which conditions were named.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from paintrack.errors import PaintrackError, UsageError
from paintrack.model.entries import AnyEntry, Rating, Reading, Session
from paintrack.model.fields import FIELDS, Field, csv_fields
from paintrack.model.serialization.strict_values import IN_THE_FUTURE, is_in_future, parse_stamp, parse_time, parse_uid
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.field_types import POINTS, SIDE_EFFECTS

KEYS = tuple(field.name for field in csv_fields())
_PLACES = {key: place for place, key in enumerate(KEYS)}
_UID = _PLACES["uid"]


def _held_by(holder: type[Session] | type[Reading] | type[Rating]) -> tuple[Field, ...]:
    return tuple(field for field in csv_fields() if holder in field.holders)


# Only on the first row of a session, so that a spreadsheet's sum is true.
_SESSION_FIELDS = _held_by(Session)
SESSION_KEYS = tuple(field.name for field in _SESSION_FIELDS)
_READING_FIELDS = _held_by(Reading)
_RATING_FIELDS = _held_by(Rating)
_RATING_KEYS = tuple(field.name for field in _RATING_FIELDS)
_READING_KEYS = tuple(field.name for field in _READING_FIELDS)
_SESSION_ONLY = tuple(key for key in (*Rating._fields, *SESSION_KEYS) if key in KEYS and key not in _READING_KEYS)
_READING_ONLY = tuple(key for key in _READING_KEYS if key not in (*Rating._fields, *SESSION_KEYS))
_LISTS = tuple(field.name for field in FIELDS if field.type in (POINTS, SIDE_EFFECTS))
_NEEDED = ("condition", "score")
_WITHOUT_UID = "It is missing. Without the columns uid and kind the file is read as anyone's spreadsheet."


def rows_of(entries: Iterable[AnyEntry]) -> Iterator[dict[str, Any]]:
    """The rows of the entries with the keys `KEYS`, in the order of the entries, a session's conditions by name.

    `at` is ISO 8601 with offset, without seconds (`T12:00+01:00`) where the time was not given; scores are
    numbers 0 to 10; money is in currency units (85 or 85.5); `points` and `side_effects` are lists of
    strings, a side effect its key or `other: words`; `entered` and `edited` are UTC with microseconds. A missing value
    is None, and so is a value of the whole session after its first row. Other kinds of entries have no row.
    """
    for entry in entries:
        if isinstance(entry, Session):
            yield from _session_rows(entry)
        elif isinstance(entry, Reading):
            yield from _reading_rows(entry)


def _reading_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    yield _row(reading, _csv_values(reading, _READING_FIELDS))


def _session_rows(session: Session) -> Iterator[dict[str, Any]]:
    session_values = _csv_values(session, _SESSION_FIELDS)
    if not session.ratings:
        yield _row(session, session_values)
    for rating in sorted(session.ratings, key=lambda each: folded(each.condition)):
        yield _row(session, _csv_values(rating, _RATING_FIELDS) | session_values)
        session_values = {}


def _csv_values(entry: AnyEntry | Rating, fields: Iterable[Field]) -> dict[str, Any]:
    """The values of these fields in the form that a row has, by key."""
    values = ((field, getattr(entry, field.name)) for field in fields)
    return {field.name: None if value is None else field.type.to_csv(value) for field, value in values}


def _row(entry: AnyEntry, values: dict[str, Any]) -> dict[str, Any]:
    values |= {
        "kind": entry.kind,
        "uid": entry.uid,
        "at": entry.when.iso(),
        "entered": entry.entered,
        "edited": entry.edited,
    }
    return {key: values.get(key) for key in KEYS}


def with_decimal_point(text: str) -> str:
    """A number with a decimal point for its decimal comma, 7.5 for 7,5; any other text as it is."""
    return re.sub(r"^([0-9]+),([0-9]+)$", r"\1.\2", text)


class TextRow(NamedTuple):
    """A row as text: the line on which it begins, and a text for each of `KEYS`, empty where it is missing."""

    line: int
    cells: Sequence[str]

    def text(self, key: str) -> str:
        """The text under the key, one of `KEYS`."""
        return self.cells[_PLACES[key]]


# A sentence, or an error whose values `views/refusals` puts into one.
RowReason: TypeAlias = str | PaintrackError


class RowError(NamedTuple):
    """A value that cannot be imported: its line, its column, the value as it stands there, and why."""

    line: int
    column: str
    value: str
    reason: RowReason


def parse_rows(rows: Iterable[TextRow | RowError], now: datetime) -> Iterator[AnyEntry | RowError]:
    """The entries of the rows, or what is wrong with them; the rows of one session must be adjacent.

    `now` has an offset; a row from later is refused. An error among the rows is passed on.
    """
    lines: dict[str, int] = {}
    for uid, group in groupby(rows, key=_uid_of):
        members = list(group)
        texts = [each for each in members if isinstance(each, TextRow)]
        if len(texts) < len(members):
            yield from (each for each in members if isinstance(each, RowError))
        if texts and uid in lines:
            reason = f"This uid is on line {lines[uid]} already; sort the file by uid, so that a session's rows meet."
            yield RowError(texts[0].line, "uid", uid, reason)
        elif texts:
            lines[uid] = texts[0].line
            if len(texts) == 1 and (session := _plain_session(texts[0].cells, now)):
                yield session
                continue
            parser = _EntryParser(texts)
            entry = parser.entry(now)
            yield from parser.errors
            if entry is not None and not parser.errors:
                yield entry


def _uid_of(row: TextRow | RowError) -> str:
    """The uid, which the rows of an entry share; a row without one gets a key of its own."""
    return (row.cells[_UID] if isinstance(row, TextRow) else "") or f"line {row.line}"


def _plain_session(cells: Sequence[str], now: datetime) -> Session | None:
    """The session of a single row in which nothing is to be refused, as in nearly all rows; None for another row.

    `_EntryParser` would give the same session in three times the time.
    """
    try:
        # These raise UsageError for a blank cell; `_EntryParser` then says why.
        uid, at, entered, edited = (parse(cells[place]) for parse, place in _STRICT_COLUMNS)
        kind, *reading_only = (parse(cells[place]) for parse, place in _PLAIN_COLUMNS)
        rating = {name: parse(cells[place]) for name, parse, place in _RATING_COLUMNS}
        is_rated = rating["condition"] is not None
        session = Session(
            uid=uid,
            when=at,
            entered=entered,
            edited=edited,
            ratings=(Rating(**rating),) if is_rated else (),
            **{name: parse(cells[place]) for name, parse, place in _SESSION_COLUMNS},
        )
        is_refused = (
            kind != Session.kind
            or any(value is not None for value in reading_only)
            or edited < entered
            or is_in_future(at, now)
            or (not is_rated and any(value is not None for value in rating.values()))
        )
    except UsageError:
        return None
    return None if is_refused else session


class _EntryParser:
    """Parses the rows of one entry and collects the errors in them."""

    def __init__(self, rows: list[TextRow]) -> None:
        self.rows = rows
        self.errors: list[RowError] = []

    def entry(self, now: datetime) -> AnyEntry | None:
        """The entry, or None if its rows are too wrong to make one; either way, what is wrong is in `errors`."""
        common = {name: self._required(key) for name, key in _COMMON.items()}
        if common["when"] is not None and is_in_future(common["when"], now):
            self._add_error(next(row for row in self.rows if row.text("at").strip()), "at", IN_THE_FUTURE)
            common["when"] = None
        kind = self._required("kind")
        if kind is None or None in common.values():
            return None
        if common["edited"] < common["entered"]:
            self._add_error(self.rows[0], "edited", "It was edited before it was entered.")
        return self._reading(common) if kind == Reading.kind else self._session(common)

    def _reading(self, common: dict[str, Any]) -> Reading | None:
        first = self.rows[0]
        for row in self.rows[1:]:
            self._add_error(row, "uid", f"A reading is one row; this uid is on line {first.line} already.")
        self._reject_filled(
            _SESSION_ONLY, "A reading has a score, what was taken and a note; this belongs to a session."
        )
        values = {key: (self._required if key in _NEEDED else self._single_value)(key) for key in _READING_KEYS}
        return None if None in map(values.get, _NEEDED) else Reading(**values, **common)

    def _session(self, common: dict[str, Any]) -> Session:
        self._reject_filled(_READING_ONLY, "A session has its scores under before and after.")
        ratings = tuple(self._ratings())
        values = {key: self._single_value(key) for key in SESSION_KEYS}
        return Session(ratings=ratings, **values | {key: values[key] or () for key in _LISTS}, **common)

    def _ratings(self) -> Iterator[Rating]:
        lines: dict[str, int] = {}
        for row in self.rows:
            values = {key: self._value(row, key) for key in _RATING_KEYS}
            condition = values["condition"]
            if condition is None:
                if any(value is not None for value in values.values()) and not row.text("condition").strip():
                    self._add_error(row, "condition", "A score needs a condition.")
                continue
            if twin := lines.get(folded(condition)):
                self._add_error(row, "condition", f"This session rates it on line {twin} already.")
            lines[folded(condition)] = row.line
            yield Rating(**values)

    def _value(self, row: TextRow, key: str) -> Any:
        """The value under the key; None if it is blank or has an error."""
        try:
            return _PARSERS[key](row.text(key))
        except UsageError as error:
            self._add_error(row, key, error.reason)
            return None

    def _single_value(self, key: str) -> Any:
        """The value that the whole entry has once, from whichever row has it; an error if two rows differ."""
        filled = [row for row in self.rows if row.text(key) and not row.text(key).isspace()]
        for row in filled[1:]:
            if row.text(key) != filled[0].text(key):
                self._add_error(row, key, f"Line {filled[0].line} of the same entry says something else.")
        return self._value(filled[0], key) if filled else None

    def _required(self, key: str) -> Any:
        if not any(row.text(key).strip() for row in self.rows):
            self._add_error(self.rows[0], key, _WITHOUT_UID if key == "uid" else "It is missing.")
        return self._single_value(key)

    def _add_error(self, row: TextRow, key: str, reason: RowReason) -> None:
        self.errors.append(RowError(row.line, key, row.text(key), reason))

    def _reject_filled(self, keys: Iterable[str], reason: str) -> None:
        for row in self.rows:
            for key in keys:
                if row.text(key).strip():
                    self._add_error(row, key, reason)


def _parse_cell(field: Field, text: str) -> Any:
    """The value of a cell in the field's column; if it is blank None, or () for a list. Raises UsageError."""
    if not text or text.isspace():
        return () if field.name in _LISTS else None
    if field.type.parse_text is None:
        raise TypeError(field.name)
    return field.type.parse_text(text, field.subject)


class _ParseCache(dict[str, Any]):
    """The parsed values of a column by their text: short texts are parsed once, because rows repeat the same few.

    A look-up raises UsageError for a text that does not parse.
    """

    def __init__(self, parse: Callable[[str], Any]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, text: str) -> Any:
        value = self._parse(text)
        if len(text) <= _LONGEST_CACHED and len(self) < _MOST_CACHED:
            self[text] = value
        return value


_MOST_CACHED, _LONGEST_CACHED = 2000, 100


def _parser_of(field: Field) -> Callable[[str], Any]:
    """The function that parses a cell in the field's column, with a cache where rows repeat the same values."""
    parse = partial(_parse_cell, field)
    return _ParseCache(parse).__getitem__ if field.type.recurs else parse


_PARSERS = {field.name: _parser_of(field) for field in csv_fields()}
_SESSION_COLUMNS = tuple((key, _PARSERS[key], _PLACES[key]) for key in SESSION_KEYS)
_PLAIN_COLUMNS = tuple((_PARSERS[key], _PLACES[key]) for key in ("kind", *_READING_ONLY))
_RATING_COLUMNS = tuple((key, _PARSERS[key], _PLACES[key]) for key in _RATING_KEYS)
_STRICT_COLUMNS: tuple[tuple[Callable[[str], Any], int], ...] = (
    (parse_uid, _UID),
    (parse_time, _PLACES["at"]),
    (parse_stamp, _PLACES["entered"]),
    (parse_stamp, _PLACES["edited"]),
)
_COMMON = {"uid": "uid", "when": "at", "entered": "entered", "edited": "edited"}

"""Sessions and readings as the documented rows of CSV files and of `list --json`, and back from text.

There is one row for each condition of a session and one for each reading. Rows do not have the times of the single
scores, the time at which a side effect was noticed, the order of the conditions and the id; JSON has them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from paintrack.errors import UsageError
from paintrack.model.entry import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.money import in_units, parse_amount
from paintrack.model.score import parse_score
from paintrack.model.serialization.json_entries import json_value
from paintrack.model.serialization.strict_values import IN_THE_FUTURE, is_in_future, parse_stamp, parse_time, parse_uid
from paintrack.model.symptoms.side_effect_kinds import KINDS as SIDE_EFFECT_KINDS
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effects import parse_side_effect
from paintrack.model.techniques import parse_technique
from paintrack.model.text import clean, folded, listed, one_line

T = TypeVar("T")

KEYS = (
    "kind", "uid", "at", "condition", "before", "after", "score", "points", "technique", "practitioner",
    "side_effects", "cost", "covered", "currency", "note", "entered", "edited",
)  # fmt: skip
# Only the first row of a session has these, so that a sum in a spreadsheet is right.
_SESSION_ALONE = ("points", "technique", "practitioner", "side_effects", "cost", "covered", "currency")
_PLACES = {key: place for place, key in enumerate(KEYS)}
_UID = _PLACES["uid"]
SESSION_KEYS = (*_SESSION_ALONE, "note")
_WITHOUT_UID = "It is missing. Without the columns uid and kind the file is read as anyone's spreadsheet."


def rows_of(entries: Iterable[AnyEntry]) -> Iterator[dict[str, Any]]:
    """The rows of the entries with the keys `KEYS`, in the order of the entries, a session's conditions by name.

    `at` is ISO 8601 with offset, without seconds (`T12:00+01:00`) where the time was not given; scores are
    numbers 0 to 10; money is in currency units (85 or 85.5); `points` and `side_effects` are lists of strings, a side
    effect its key or `other: words`; `entered` and `edited` are UTC with microseconds. Missing values are None, and so
    are those of the whole session on all rows but its first. Other kinds of entries have no row.
    """
    for entry in entries:
        if isinstance(entry, Session):
            yield from _session_rows(entry)
        elif isinstance(entry, Reading):
            yield from _reading_rows(entry)


def _reading_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    yield _row(reading, condition=reading.condition, score=json_value(reading.score), note=reading.note)


def _session_rows(session: Session) -> Iterator[dict[str, Any]]:
    session_values: dict[str, Any] = {
        "points": list(session.points),
        "technique": session.technique,
        "practitioner": session.practitioner,
        "side_effects": [_side_effect_item(effect) for effect in session.side_effects],
        "cost": None if session.cost is None else in_units(session.cost),
        "covered": None if session.covered is None else in_units(session.covered),
        "currency": session.currency,
        "note": session.note,
    }
    if not session.ratings:
        yield _row(session, **session_values)
    for rating in sorted(session.ratings, key=lambda each: folded(each.condition)):
        scores = {"condition": rating.condition, "before": json_value(rating.before), "after": json_value(rating.after)}
        yield _row(session, **scores, **session_values)
        session_values = {}


def _row(entry: AnyEntry, **values: Any) -> dict[str, Any]:
    values |= {
        "kind": entry.kind,
        "uid": entry.uid,
        "at": entry.when.iso(),
        "entered": entry.entered,
        "edited": entry.edited,
    }
    return {key: values.get(key) for key in KEYS}


def _side_effect_item(effect: SideEffect) -> str:
    return f"{effect.kind}: {effect.words}" if effect.words else effect.kind


def join_items(items: Iterable[str]) -> str:
    r"""A list as one text, with a backslash before each `;` and `\` in an item.

    >>> print(join_items(["LI4", "sore; tired"]))
    LI4; sore\; tired
    """
    return "; ".join(item if item.isalnum() else re.sub(r"([\\;])", r"\\\1", item) for item in items)


def split_items(text: str) -> list[str]:
    """The items of a text in the form of `join_items`, without blank ones.

    >>> split_items("LI4;ST36 ;;")
    ['LI4', 'ST36']
    """
    pieces = re.findall(r"(?:[^\\;]|\\.|\\$)+", text, re.DOTALL)
    return [item for piece in pieces if (item := re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL).strip())]


def with_decimal_point(text: str) -> str:
    """A number with a decimal point in place of its comma; any other text as it is.

    >>> with_decimal_point("7,5"), with_decimal_point("LI4,ST36")
    ('7.5', 'LI4,ST36')
    """
    return re.sub(r"^([0-9]+),([0-9]+)$", r"\1.\2", text)


class TextRow(NamedTuple):
    """A row as text: the line on which it begins, and a cell for each of `KEYS`, empty where it is missing."""

    line: int
    cells: Sequence[str]

    def text(self, key: str) -> str:
        """The cell of the column `key`."""
        return self.cells[_PLACES[key]]


class RowError(NamedTuple):
    """A value that cannot be imported: its line, its column, the value as it stands there, a sentence why."""

    line: int
    column: str
    value: str
    reason: str


def entries_of(rows: Iterable[TextRow | RowError], now: datetime) -> Iterator[AnyEntry | RowError]:
    """The entries of the rows, or the errors in them; the rows of one session stand together.

    `now` has an offset: a time in the future is an error. Errors among the rows are passed on.
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
            entry_rows = _EntryRows(texts)
            entry = entry_rows.entry(now)
            yield from entry_rows.errors
            if entry is not None and not entry_rows.errors:
                yield entry


def _uid_of(row: TextRow | RowError) -> str:
    """The uid, by which the rows of an entry are grouped; a row without one is a group of its own."""
    return (row.cells[_UID] if isinstance(row, TextRow) else "") or f"line {row.line}"


def _plain_session(cells: Sequence[str], now: datetime) -> Session | None:
    """The session of a single row without errors, as nearly all are; None for any other row.

    `_EntryRows` has the same result, in three times the time.
    """
    (
        kind, uid, at, condition, before, after, score, points, technique, practitioner,
        side_effects, cost, covered, currency, note, entered, edited,
    ) = cells  # fmt: skip
    try:
        rating = Rating(
            _CELL_PARSERS["condition"][condition], _CELL_PARSERS["before"][before], _CELL_PARSERS["after"][after]
        )
        session = Session(
            # A blank one raises; `_EntryRows` then finds the reason.
            uid=parse_uid(uid),
            when=parse_time(at),
            entered=parse_stamp(entered),
            edited=parse_stamp(edited),
            ratings=() if rating.condition is None else (rating,),
            points=_CELL_PARSERS["points"][points] or (),
            technique=_CELL_PARSERS["technique"][technique],
            practitioner=_CELL_PARSERS["practitioner"][practitioner],
            side_effects=_CELL_PARSERS["side_effects"][side_effects] or (),
            cost=_CELL_PARSERS["cost"][cost],
            covered=_CELL_PARSERS["covered"][covered],
            currency=_CELL_PARSERS["currency"][currency],
            note=_parse_unless_blank(_parse_note, note),
        )
        refused = (
            _CELL_PARSERS["kind"][kind] is not Session
            or _CELL_PARSERS["score"][score] is not None
            or session.edited < session.entered
            or is_in_future(session.when, now)
            or (rating.condition is None and (rating.before, rating.after) != (None, None))
        )
    except UsageError:
        return None
    return None if refused else session


class _EntryRows:
    """The rows of one entry, and the errors in them."""

    def __init__(self, rows: list[TextRow]) -> None:
        self.rows = rows
        self.errors: list[RowError] = []

    def entry(self, now: datetime) -> AnyEntry | None:
        """The entry, or None where a field that it needs is missing or wrong. Fills `errors` in either case."""
        common = {name: self._required_value(key) for name, key in _ENTRY_FIELDS.items()}
        if common["when"] is not None and is_in_future(common["when"], now):
            self._add_error(next(row for row in self.rows if row.text("at").strip()), "at", IN_THE_FUTURE)
            common["when"] = None
        kind = self._required_value("kind")
        if kind is None or None in common.values():
            return None
        if common["edited"] < common["entered"]:
            self._add_error(self.rows[0], "edited", "It was edited before it was entered.")
        return self._reading(common) if kind is Reading else self._session(common)

    def _reading(self, common: dict[str, Any]) -> Reading | None:
        first = self.rows[0]
        for row in self.rows[1:]:
            self._add_error(row, "uid", f"A reading is one row; this uid is on line {first.line} already.")
        self._add_errors(
            ("before", "after", *_SESSION_ALONE), "A reading has a score and a note; this belongs to a session."
        )
        condition, score, note = (
            self._required_value("condition"),
            self._required_value("score"),
            self._single_value("note"),
        )
        if condition is None or score is None:
            return None
        return Reading(condition=condition, score=score, note=note, **common)

    def _session(self, common: dict[str, Any]) -> Session:
        self._add_errors(("score",), "A session has its scores under before and after.")
        ratings = tuple(self._ratings())
        alone = {key: self._single_value(key) for key in SESSION_KEYS}
        alone |= {name: alone[name] or () for name in ("points", "side_effects")}
        return Session(ratings=ratings, **alone, **common)

    def _ratings(self) -> Iterator[Rating]:
        lines: dict[str, int] = {}
        for row in self.rows:
            condition = self._value(row, "condition")
            before, after = self._value(row, "before"), self._value(row, "after")
            if condition is None:
                if (before, after) != (None, None) and not row.text("condition").strip():
                    self._add_error(row, "condition", "A score needs a condition.")
                continue
            if twin := lines.get(folded(condition)):
                self._add_error(row, "condition", f"This session rates it on line {twin} already.")
            lines[folded(condition)] = row.line
            yield Rating(condition=condition, before=before, after=after)

    def _value(self, row: TextRow, key: str) -> Any:
        """The value of a cell; None where it is blank or wrong."""
        try:
            return _cell_value(key, row.text(key))
        except UsageError as error:
            self._add_error(row, key, str(error).removesuffix(" Nothing saved."))
            return None

    def _single_value(self, key: str) -> Any:
        """The value of a column that has one value for the entry, on any of its rows or the same on several."""
        filled = [row for row in self.rows if row.text(key) and not row.text(key).isspace()]
        for row in filled[1:]:
            if row.text(key) != filled[0].text(key):
                self._add_error(row, key, f"Line {filled[0].line} of the same entry says something else.")
        return self._value(filled[0], key) if filled else None

    def _required_value(self, key: str) -> Any:
        if not any(row.text(key).strip() for row in self.rows):
            self._add_error(self.rows[0], key, _WITHOUT_UID if key == "uid" else "It is missing.")
        return self._single_value(key)

    def _add_error(self, row: TextRow, key: str, reason: str) -> None:
        self.errors.append(RowError(row.line, key, row.text(key), reason))

    def _add_errors(self, keys: Iterable[str], reason: str) -> None:
        for row in self.rows:
            for key in keys:
                if row.text(key).strip():
                    self._add_error(row, key, reason)


def _parse_kind(text: str) -> type[Session] | type[Reading]:
    kinds = {Session.kind: Session, Reading.kind: Reading}
    if text in kinds:
        return kinds[text]
    raise UsageError(f"The kind is {listed([*kinds])}.")


def _parse_points(text: str) -> tuple[str, ...]:
    # Unchanged: a newer point table must not rewrite a history.
    return tuple(one_line(item, "A point") for item in split_items(text))


def _parse_side_effects(text: str) -> tuple[SideEffect, ...]:
    return tuple(_parse_side_effect(item) for item in split_items(text))


def _parse_side_effect(item: str) -> SideEffect:
    kind, _, words = item.partition(":")
    if kind not in SIDE_EFFECT_KINDS:
        return parse_side_effect(item)
    words = clean(words, "The side effect")
    if kind == OTHER.key and not words:
        raise UsageError("An other side effect needs words: other: sore thumb.")
    return SideEffect(kind=kind, words=words or None)


def _parse_unless_blank(parse: Callable[[str], T], text: str) -> T | None:
    """The parsed text, None where it is blank. Raises UsageError."""
    return None if not text or text.isspace() else parse(text)


_parse_note = partial(clean, name="The note")


class _CachingParser(dict[str, Any]):
    """The values of the texts of a column; each short text is parsed once, since rows repeat each other.

    The value of a blank text is None. Looking up a wrong one raises UsageError.
    """

    def __init__(self, parse: Callable[[str], Any]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, text: str) -> Any:
        value = _parse_unless_blank(self._parse, text)
        if len(text) <= _LONGEST_CELL_PARSERS and len(self) < _MOST_CELL_PARSERS:
            self[text] = value
        return value


_MOST_CELL_PARSERS, _LONGEST_CELL_PARSERS = 2000, 100
_CELL_PARSERS = {
    "kind": _CachingParser(_parse_kind),
    "condition": _CachingParser(partial(one_line, name="The condition")),
    "before": _CachingParser(parse_score),
    "after": _CachingParser(parse_score),
    "score": _CachingParser(parse_score),
    "points": _CachingParser(_parse_points),
    "technique": _CachingParser(parse_technique),
    "practitioner": _CachingParser(partial(one_line, name="The name")),
    "side_effects": _CachingParser(_parse_side_effects),
    "cost": _CachingParser(partial(parse_amount, name="The cost")),
    "covered": _CachingParser(partial(parse_amount, name="What is covered")),
    "currency": _CachingParser(partial(one_line, name="The currency")),
}
# Columns whose text differs in each row.
_UNIQUE_CELL_PARSERS: dict[str, Callable[[str], Any]] = {
    "uid": parse_uid,
    "at": parse_time,
    "note": _parse_note,
    "entered": parse_stamp,
    "edited": parse_stamp,
}
_ENTRY_FIELDS = {"uid": "uid", "when": "at", "entered": "entered", "edited": "edited"}


def _cell_value(key: str, text: str) -> Any:
    """The value of a cell in that column, None where it is blank. Raises UsageError."""
    if (parser := _CELL_PARSERS.get(key)) is not None:
        return parser[text]
    return _parse_unless_blank(_UNIQUE_CELL_PARSERS[key], text)

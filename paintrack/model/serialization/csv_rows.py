"""Sessions and readings as the documented rows of CSV files and of `list --json`, and rows of text as entries.

One row for each session and condition, one for each reading. What a row cannot say: the times of the single
scores, when a side effect was noticed, the order in which conditions were named, the id. JSON carries those.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from paintrack.errors import UsageError
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.money import in_units, parse_amount
from paintrack.model.score import parse_score
from paintrack.model.serialization.json_entries import json_value
from paintrack.model.serialization.strict_values import IN_THE_FUTURE, is_in_future, parse_stamp, parse_time, parse_uid
from paintrack.model.symptoms.side_effect_kinds import KINDS as SIDE_EFFECT_KINDS
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_recognition import parse_side_effect
from paintrack.model.techniques import parse_technique
from paintrack.model.typed_text import clean, folded, listed, one_line

T = TypeVar("T")

KEYS = (
    "kind", "uid", "at", "condition", "before", "after", "score", "points", "technique", "practitioner",
    "side_effects", "cost", "covered", "currency", "note", "entered", "edited",
)  # fmt: skip
# These stand on the first row of a session alone, so that a spreadsheet's sum is true.
_SESSION_ONLY = ("points", "technique", "practitioner", "side_effects", "cost", "covered", "currency")
_PLACES = {key: place for place, key in enumerate(KEYS)}
_UID = _PLACES["uid"]
SESSION_KEYS = (*_SESSION_ONLY, "note")
_WITHOUT_UID = "It is missing. Without the columns uid and kind the file is read as anyone's spreadsheet."


def rows_of(entries: Iterable[AnyEntry]) -> Iterator[dict[str, Any]]:
    """The rows of the entries with the keys `KEYS`, in the order of the entries, a session's conditions by name.

    `at` is ISO 8601 with offset, without seconds (`T12:00+01:00`) where the time was not given; scores are
    numbers 0 to 10; money is in currency units (85 or 85.5); `points` and `side_effects` are lists of
    strings, a side effect its key or `other: words`; `entered` and `edited` are UTC with microseconds. What
    is missing, and what stands on the first row of the session, is None. Other kinds of entries have no row.
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


def join_list(items: Iterable[str]) -> str:
    r"""A list as one text: `LI4; ST36`, with a backslash before each `;` and `\` of an item."""
    return "; ".join(item if item.isalnum() else re.sub(r"([\\;])", r"\\\1", item) for item in items)


def split_list(text: str) -> list[str]:
    """The items of a text that `joined` made; items of white space alone are none."""
    pieces = re.findall(r"(?:[^\\;]|\\.|\\$)+", text, re.DOTALL)
    return [item for piece in pieces if (item := re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL).strip())]


def with_decimal_point(text: str) -> str:
    """A number with a decimal comma with a point: 7,5 is 7.5; anything else as it is."""
    return re.sub(r"^([0-9]+),([0-9]+)$", r"\1.\2", text)


class TextRow(NamedTuple):
    """A row as text: the line on which it begins, and a text for each of `KEYS`, empty where it is missing."""

    line: int
    cells: Sequence[str]

    def text(self, key: str) -> str:
        """What stands under the key."""
        return self.cells[_PLACES[key]]


class RowError(NamedTuple):
    """A value that cannot be taken in: its line, its column, the value as it stands there, a sentence why."""

    line: int
    column: str
    value: str
    reason: str


def parse_rows(rows: Iterable[TextRow | RowError], now: datetime) -> Iterator[AnyEntry | RowError]:
    """The entries of the rows, or what is wrong with them; the rows of one session stand together.

    `now` is aware: what lies in the future is refused. An error among the rows is passed on.
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
    """The uid, which the rows of an entry share; a row without one is an entry of its own."""
    return (row.cells[_UID] if isinstance(row, TextRow) else "") or f"line {row.line}"


def _plain_session(cells: Sequence[str], now: datetime) -> Session | None:
    """The session of a row that stands alone and where nothing is to be refused, as nearly all do; else None.

    `_EntryParser` gives the same in three times the time.
    """
    (
        kind, uid, at, condition, before, after, score, points, technique, practitioner,
        side_effects, cost, covered, currency, note, entered, edited,
    ) = cells  # fmt: skip
    try:
        rating = Rating(_CACHES["condition"][condition], _CACHES["before"][before], _CACHES["after"][after])
        session = Session(
            # A blank one is refused here; `_EntryParser` then says why.
            uid=parse_uid(uid),
            when=parse_time(at),
            entered=parse_stamp(entered),
            edited=parse_stamp(edited),
            ratings=() if rating.condition is None else (rating,),
            points=_CACHES["points"][points] or (),
            technique=_CACHES["technique"][technique],
            practitioner=_CACHES["practitioner"][practitioner],
            side_effects=_CACHES["side_effects"][side_effects] or (),
            cost=_CACHES["cost"][cost],
            covered=_CACHES["covered"][covered],
            currency=_CACHES["currency"][currency],
            note=_parse_unless_blank(_parse_note, note),
        )
        refused = (
            _CACHES["kind"][kind] is not Session
            or _CACHES["score"][score] is not None
            or session.edited < session.entered
            or is_in_future(session.when, now)
            or (rating.condition is None and (rating.before, rating.after) != (None, None))
        )
    except UsageError:
        return None
    return None if refused else session


class _EntryParser:
    """The rows of one entry, and the errors in them."""

    def __init__(self, rows: list[TextRow]) -> None:
        self.rows = rows
        self.errors: list[RowError] = []

    def entry(self, now: datetime) -> AnyEntry | None:
        """The entry; None where its rows are too wrong to make one. What is wrong is in `errors` in either case."""
        common = {name: self._required(key) for name, key in _COMMON.items()}
        if common["when"] is not None and is_in_future(common["when"], now):
            self._add_error(next(row for row in self.rows if row.text("at").strip()), "at", IN_THE_FUTURE)
            common["when"] = None
        kind = self._required("kind")
        if kind is None or None in common.values():
            return None
        if common["edited"] < common["entered"]:
            self._add_error(self.rows[0], "edited", "It was edited before it was entered.")
        return self._reading(common) if kind is Reading else self._session(common)

    def _reading(self, common: dict[str, Any]) -> Reading | None:
        first = self.rows[0]
        for row in self.rows[1:]:
            self._add_error(row, "uid", f"A reading is one row; this uid is on line {first.line} already.")
        self._reject_filled(
            ("before", "after", *_SESSION_ONLY), "A reading has a score and a note; this belongs to a session."
        )
        condition, score, note = self._required("condition"), self._required("score"), self._single_value("note")
        if condition is None or score is None:
            return None
        return Reading(condition=condition, score=score, note=note, **common)

    def _session(self, common: dict[str, Any]) -> Session:
        self._reject_filled(("score",), "A session has its scores under before and after.")
        ratings = tuple(self._ratings())
        values = {key: self._single_value(key) for key in SESSION_KEYS}
        values |= {name: values[name] or () for name in ("points", "side_effects")}
        return Session(ratings=ratings, **values, **common)

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
        """The value under the key; None where it is blank or has an error."""
        try:
            return _parse_cell(key, row.text(key))
        except UsageError as error:
            self._add_error(row, key, str(error))
            return None

    def _single_value(self, key: str) -> Any:
        """The value of the whole entry, from whichever row has it; an error where two rows differ."""
        filled = [row for row in self.rows if row.text(key) and not row.text(key).isspace()]
        for row in filled[1:]:
            if row.text(key) != filled[0].text(key):
                self._add_error(row, key, f"Line {filled[0].line} of the same entry says something else.")
        return self._value(filled[0], key) if filled else None

    def _required(self, key: str) -> Any:
        if not any(row.text(key).strip() for row in self.rows):
            self._add_error(self.rows[0], key, _WITHOUT_UID if key == "uid" else "It is missing.")
        return self._single_value(key)

    def _add_error(self, row: TextRow, key: str, reason: str) -> None:
        self.errors.append(RowError(row.line, key, row.text(key), reason))

    def _reject_filled(self, keys: Iterable[str], reason: str) -> None:
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
    # As they are: a table that knows more than the one they were typed with must not change a history.
    return tuple(one_line(item, "A point") for item in split_list(text))


def _parse_side_effects(text: str) -> tuple[SideEffect, ...]:
    return tuple(_parse_side_effect(item) for item in split_list(text))


def _parse_side_effect(item: str) -> SideEffect:
    kind, _, words = item.partition(":")
    if kind not in SIDE_EFFECT_KINDS:
        return parse_side_effect(item)
    words = clean(words, "The side effect")
    if kind == OTHER.key and not words:
        raise UsageError("An other side effect needs words: other: sore thumb.")
    return SideEffect(kind=kind, words=words or None)


def _parse_unless_blank(parse: Callable[[str], T], text: str) -> T | None:
    """The parsed text; None where it is blank. Raises UsageError."""
    return None if not text or text.isspace() else parse(text)


_parse_note = partial(clean, name="The note")


class _ParseCache(dict[str, Any]):
    """The parsed values of a column by their text, each short one parsed once, as rows repeat the same few.

    A blank text is None. Raises UsageError.
    """

    def __init__(self, parse: Callable[[str], Any]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, text: str) -> Any:
        value = _parse_unless_blank(self._parse, text)
        if len(text) <= _LONGEST_CACHED and len(self) < _MOST_CACHED:
            self[text] = value
        return value


_MOST_CACHED, _LONGEST_CACHED = 2000, 100
_CACHES = {
    "kind": _ParseCache(_parse_kind),
    "condition": _ParseCache(partial(one_line, name="The condition")),
    "before": _ParseCache(parse_score),
    "after": _ParseCache(parse_score),
    "score": _ParseCache(parse_score),
    "points": _ParseCache(_parse_points),
    "technique": _ParseCache(parse_technique),
    "practitioner": _ParseCache(partial(one_line, name="The name")),
    "side_effects": _ParseCache(_parse_side_effects),
    "cost": _ParseCache(partial(parse_amount, name="The cost")),
    "covered": _ParseCache(partial(parse_amount, name="What is covered")),
    "currency": _ParseCache(partial(one_line, name="The currency")),
}
# Texts that differ from row to row: no cache.
_PARSERS: dict[str, Callable[[str], Any]] = {
    "uid": parse_uid,
    "at": parse_time,
    "note": _parse_note,
    "entered": parse_stamp,
    "edited": parse_stamp,
}
_COMMON = {"uid": "uid", "when": "at", "entered": "entered", "edited": "edited"}


def _parse_cell(key: str, text: str) -> Any:
    """The value of a text in that column, None where it is blank. Raises UsageError."""
    if (cache := _CACHES.get(key)) is not None:
        return cache[text]
    return _parse_unless_blank(_PARSERS[key], text)

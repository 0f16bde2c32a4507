"""Rows of anyone's spreadsheet as entries: one row is one session with one rating, or one reading.

Nothing is guessed within a value: 03/04/2026 needs a format, '007' stays '007', a date alone is noon.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from time import strptime
from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.acupuncture.points import PointTable, parse_points, says_no_points
from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.fields import csv_fields
from paintrack.model.importing.import_errors import (
    DateFormatMismatchError,
    DateFormatNeededError,
    InvalidDateFormatError,
    NoSuchDayError,
    ScoreNotOnScaleError,
)
from paintrack.model.importing.import_types import SCALES, TIME, ColumnMapping, ScoreSizes, SheetEntry
from paintrack.model.serialization.csv_rows import KEYS, RowError, RowReason, TextRow, parse_rows, with_decimal_point
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effect_recognition import is_none, parse_side_effect
from paintrack.model.typed.dates.date_errors import Purpose
from paintrack.model.typed.dates.typed_dates import parse_when
from paintrack.model.values.field_types import MONEY, join_list
from paintrack.model.values.moment import Localize, now_moment, stamp

_CLOCKS = ("%H:%M", "%H:%M:%S")
_DATE_PARTS = ("d", "mbB", "yY")
_DIRECTIVES = set("aAbBdmyYHIMSp%")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LETTERS = {
    **dict.fromkeys(("d", "dd"), "%d"),
    **dict.fromkeys(("m", "mm"), "%m"),
    "mmm": "%b",
    "mmmm": "%B",
    "yy": "%y",
    "yyyy": "%Y",
}
_SCORES = ("before", "after", "score")
# In characters: each item is looked up, so a list of megabytes would take minutes.
_LONGEST_LIST = 10_000
_DETAILS = tuple(field.name for field in csv_fields() if field.clear_word)
_MONEY = tuple(field.name for field in csv_fields() if field.type is MONEY)


class SheetRow(NamedTuple):
    """A row of the file: the number of the line on which it begins, and its cells."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContext:
    """What the rows do not hold: the time now (aware), the table of points, new uids, the offset of a local time."""

    now: datetime
    table: PointTable
    new_uid: Callable[[], str]
    localize: Localize = datetime.astimezone


def parse_date_format(text: str) -> str:
    """A format of strptime that names a day, a month and a year, each once. Raises InvalidDateFormatError.

    It may be typed as a spreadsheet shows it.

    >>> parse_date_format("dd.mm.yyyy"), parse_date_format("%d %B %Y"), parse_date_format("MM/DD/YY hh:mm")
    ('%d.%m.%Y', '%d %B %Y', '%m/%d/%y %H:%M')
    """
    date_format = text if "%" in text else _from_letters(text)
    directives = re.findall(r"%(.?)", date_format, re.DOTALL)
    are_directives = all(each in _DIRECTIVES for each in directives) and len(set(directives)) == len(directives)
    if are_directives and all(sum(each in part for each in directives) == 1 for part in _DATE_PARTS):
        return date_format
    raise InvalidDateFormatError


def _from_letters(text: str) -> str:
    """The format of strptime for one in letters, as spreadsheets of English, German, French and Spanish show them."""
    letters = text.casefold()
    for word, letter in (("day", "dd"), ("month", "mm"), ("year", "yyyy")):
        letters = letters.replace(word, letter)
    # jj is a year beside tt, the day beside aaaa.
    letters = letters.translate(str.maketrans("tj", "dy") if "t" in letters else str.maketrans("ja", "dy"))
    letters = re.sub(r"\bh{1,2}:m{1,2}(:s{1,2})?", lambda clock: "%H:%M:%S" if clock[1] else "%H:%M", letters)
    return re.sub(r"(?<!%)\b(?:d{1,2}|m{1,4}|yy(?:yy)?)\b", lambda part: _LETTERS[part[0]], letters)


def settled_date_format(texts: Iterable[str]) -> str | None:
    """The one format that all of the dates in numbers fit: 13/02/2026 settles what 03/04/2026 is.

    None where several fit, or none; beside ISO 8601, and for a year of two digits, which may be the day.
    """
    fitting: set[str] | None = None
    for text in texts:
        if _ISO_DATE.match(text):
            return None
        if formats := {*_fitting_date_formats(text)}:
            fitting = formats if fitting is None else fitting & formats
    settled = fitting.pop() if fitting and len(fitting) == 1 else ""
    return settled if "%Y" in settled else None


class ScoreSizeCounter:
    """Counts the sizes of the scores while the rows of a spreadsheet are read."""

    def __init__(self, mapping: ColumnMapping) -> None:
        self.sizes = ScoreSizes()
        self._places = [place for place, key in enumerate(mapping.targets) if key in _SCORES]

    def counting(self, rows: Iterable[SheetRow]) -> Iterator[SheetRow]:
        """The rows as they come."""
        for row in rows:
            for place in self._places:
                self._count(row.cells[place] if place < len(row.cells) else "")
            yield row

    def _count(self, cell: str) -> None:
        text = with_decimal_point(cell.strip())
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", text, re.ASCII) or not 0 < float(text) <= SCALES[1]:
            return
        low, high = self.sizes
        is_low = float(text) <= SCALES[0]
        self.sizes = ScoreSizes(low + is_low, high + (not is_low))


def sheet_entries(
    rows: Iterable[SheetRow], mapping: ColumnMapping, context: ImportContext
) -> Iterator[SheetEntry | RowError]:
    """The entry of each row, or what is wrong with it; rows without a value are skipped."""
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(row.cells) < len(mapping.header) or any(cell.strip() for cell in row.cells[len(mapping.header) :]):
            reason = f"The row has {len(row.cells)} values, not {len(mapping.header)}."
            yield RowError(row.line, "", ",".join(row.cells)[:100], reason)
            continue
        parser = _RowParser(row, mapping, context)
        yield from parser.errors
        if parser.entry is not None and not parser.errors:
            yield SheetEntry(row.line, parser.entry, parser.remarks)


class _RowParser:
    """One row: its `entry` (None if it gives none), its `errors`, and `remarks` as in `SheetEntry`."""

    def __init__(self, row: SheetRow, mapping: ColumnMapping, context: ImportContext) -> None:
        self.errors: list[RowError] = []
        self.remarks: tuple[str, ...] = ()
        self._line = row.line
        self._mapping = mapping
        self._context = context
        self._texts = {key: cell.strip() for key, cell in zip(mapping.targets, row.cells, strict=False) if key}
        self.entry = self._entry()

    def _entry(self) -> AnyEntry | None:
        filled = {key for key, text in self._texts.items() if text}
        is_reading = "score" in filled
        if is_reading and filled & {"before", "after"}:
            self._add_error("score", "A row is a session (before, after) or a reading (score), not both.")
            return None
        if not filled.intersection((*_SCORES, *_DETAILS)):
            self._add_error("", "The row has no score and nothing else to keep.")
            return None
        cells = dict.fromkeys(KEYS, "") | {key: text for key, text in self._texts.items() if key in KEYS}
        if self._mapping.condition and filled.intersection(_SCORES):
            cells["condition"] = self._mapping.condition
        typed = stamp(self._context.now)
        cells |= {"kind": (Reading if is_reading else Session).kind, "uid": self._context.new_uid()}
        cells |= {"entered": typed, "edited": typed, "at": self._at()}
        for key in _SCORES:
            cells[key] = self._parse(key, self._score)
        for key in _MONEY:
            cells[key] = with_decimal_point(cells[key])
        cells["points"] = self._parse("points", self._points)
        cells["side_effects"] = self._parse("side_effects", _side_effects)
        entries_and_errors = list(parse_rows([TextRow(self._line, [cells[key] for key in KEYS])], self._context.now))
        for error in (each for each in entries_and_errors if isinstance(each, RowError)):
            self._add_error(error.column, error.reason)
        return next((each for each in entries_and_errors if not isinstance(each, RowError)), None)

    def _at(self) -> str:
        """The time as in paintrack's own CSV. If the row has none, an error is added and the time now returned."""
        clock = self._parse(TIME, _clock)
        at = self._parse("at", lambda text: self._moment(text, clock))
        if not at and not self.errors:
            self._add_error("at", "It is missing.")
        return at or now_moment(self._context.now).iso()

    def _moment(self, text: str, clock: str) -> str:
        if self._mapping.date_format:
            text = _to_iso(text, self._mapping.date_format)
        elif not _ISO_DATE.match(text):
            raise DateFormatNeededError(date_formats=_fitting_date_formats(text))
        _reject_no_day(text[: len("2026-11-03")])
        if clock and len(text) > len("2026-11-03"):
            raise UsageError("The time stands here and in a column of its own.")
        return parse_when(
            f"{text} {clock}".strip(), self._context.now, self._context.localize, purpose=Purpose.FILE
        ).iso()

    def _score(self, text: str) -> str:
        number = with_decimal_point(text)
        if re.fullmatch(r"[0-9]+\.[0-9]+", number, re.ASCII):
            # A spreadsheet may write 6 as 6,00.
            number = number.rstrip("0").rstrip(".")
        usual, larger = SCALES
        if self._mapping.scale == usual:
            if re.fullmatch(r"[0-9]{2,3}", number, re.ASCII) and usual < int(number) <= larger:
                raise ScoreNotOnScaleError(scale=usual, fitting_scale=larger)
            return number
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", number, re.ASCII) or Decimal(number) > self._mapping.scale:
            raise ScoreNotOnScaleError(scale=self._mapping.scale)
        tenths = Decimal(number) * 10 / self._mapping.scale
        return str(tenths.quantize(Decimal("0.1"), ROUND_HALF_UP))

    def _points(self, text: str) -> str:
        if says_no_points(text):
            return ""
        typed = parse_points(_short_list(text), self._context.table)
        self.remarks = typed.remarks
        return join_list(typed.points)

    def _parse(self, key: str, parse: Callable[[str], str]) -> str:
        """What `parse` makes of a value; empty if there is none or UsageError is raised, which becomes an error."""
        text = self._texts.get(key, "")
        try:
            return parse(text) if text else ""
        except UsageError as error:
            # An error is kept as a value, without the frames that its traceback would keep alive.
            self._add_error(key, error.with_traceback(None).reason)
            return ""

    def _add_error(self, key: str, reason: RowReason) -> None:
        targets = self._mapping.targets
        name = self._mapping.header[targets.index(key)] if key in targets else key
        # A refused value then counts as missing, which must not become a second error.
        if any(error.column == name for error in self.errors):
            return
        self.errors.append(RowError(self._line, name, self._texts.get(key, ""), reason))


def _short_list(text: str) -> str:
    if len(text) > _LONGEST_LIST:
        raise UsageError(f"A list of more than {_LONGEST_LIST:,} characters is not imported.")
    return text


def _side_effects(text: str) -> str:
    """The side effects as in rows of paintrack's own CSV; commas separate them only if each part is a known kind."""
    parts = [
        part
        for part in map(str.strip, re.split("[,;]", _short_list(text)))
        if part.strip(" -–—.") and not is_none(part)
    ]
    if not parts or (len(parts) > 1 and all(parse_side_effect(part).kind != OTHER.key for part in parts)):
        return "; ".join(parts)
    return parts[0] if len(parts) == 1 else text


def _clock(text: str) -> str:
    """The time of day in 24 hours: `14:02`, `2:02 pm`."""
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2}(?::[0-9]{2})?)\s*(?:([ap])\.?m\.?)?", text, re.IGNORECASE)
    if match is None or (match[3] and not 1 <= int(match[1]) <= 12):
        raise UsageError("A time of day is written as 14:02 or 2:02 pm.")
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    if hour > 23 or not all(int(each) < 60 for each in match[2].split(":")):
        raise UsageError("There is no such time of day: it is 00:00 to 23:59.")
    return f"{hour:02}:{match[2]}"


def _to_iso(text: str, date_format: str) -> str:
    for form in _with_and_without_time(date_format):
        try:
            at = strptime(text, form)
        except ValueError:
            continue
        day = f"{at.tm_year:04}-{at.tm_mon:02}-{at.tm_mday:02}"
        return f"{day} {at.tm_hour:02}:{at.tm_min:02}:{at.tm_sec:02}" if re.search("%[HI]", form) else day
    if any(_lacks_only_its_day(text, form) for form in _with_and_without_time(date_format)):
        raise NoSuchDayError
    raise DateFormatMismatchError(date_format=date_format)


def _reject_no_day(text: str) -> None:
    """Raise NoSuchDayError for a day as in ISO 8601 that no calendar has: `2026-02-30`."""
    try:
        date.fromisoformat(text)
    except ValueError:
        raise NoSuchDayError from None


def _lacks_only_its_day(text: str, form: str) -> bool:
    """Whether a text that is no date of this format would be one on the first of its month: `30/02/2026`."""
    pattern = re.sub("%(.)", lambda directive: "([0-9]{1,2})" if directive[1] == "d" else ".+?", re.escape(form))
    match = re.fullmatch(pattern, text)
    if match is None:
        return False
    try:
        strptime(f"{text[: match.start(1)]}1{text[match.end(1) :]}", form)
    except ValueError:
        return False
    return True


def _with_and_without_time(date_format: str) -> tuple[str, ...]:
    """The format, and the same with a time of day or without: in one column some rows may have one and others none."""
    without = re.sub(r",?\s+%[HI]:%M(?::%S)?(?:\s*%p)?$", "", date_format)
    if without != date_format:
        return date_format, without
    return (
        (date_format,)
        if re.search("%[HI]", date_format)
        else (date_format, *(f"{date_format} {each}" for each in _CLOCKS))
    )


def _fitting_date_formats(text: str) -> tuple[str, ...]:
    """The formats in which a date in numbers may be written: two if day or month may come first, or none."""
    if match := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(\s.*)?", text):
        first, separator, second = match[1], match[2], match[3]
        year = f"{separator}{'%Y' if len(match[4]) == 4 else '%y'}"
        day_first, month_first = f"%d{separator}%m{year}", f"%m{separator}%d{year}"
        return _possible_orders(int(first), int(second), day_first, month_first)
    if match := re.fullmatch(r"[0-9]{4}([./])([0-9]{1,2})\1([0-9]{1,2})(\s.*)?", text):
        separator, first, second = match[1], match[2], match[3]
        month_first, day_first = f"%Y{separator}%m{separator}%d", f"%Y{separator}%d{separator}%m"
        return _possible_orders(int(second), int(first), month_first, day_first)
    return ()


def _possible_orders(first: int, second: int, day_is_first: str, day_is_second: str) -> tuple[str, ...]:
    """Those of the two formats in which the day and the month, which are these numbers, are no month above 12."""
    return (*([day_is_first] if second <= 12 else []), *([day_is_second] if first <= 12 else []))

"""Rows of anyone's spreadsheet as entries: one row is one session with one rating, or one reading.

Nothing is guessed within a value: 03/04/2026 needs a format, '007' stays '007', a date alone is noon.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from time import strptime
from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.entry import AnyEntry, Reading, Session
from paintrack.model.import_values import TIME, ColumnMapping, SheetEntry
from paintrack.model.moment import Localize, now_moment, parse_when, stamp
from paintrack.model.points import PointTable, parse_points
from paintrack.model.serialization.csv_rows import KEYS, RowError, TextRow, entries_of, join_items, with_decimal_point
from paintrack.model.symptoms.side_effect_kinds import OTHER
from paintrack.model.symptoms.side_effects import is_none, parse_side_effect

SCALES = (10, 100)
_CLOCKS = ("%H:%M", "%H:%M:%S")
_DATE_PARTS = ("d", "mbB", "yY")
_DIRECTIVES = set("aAbBdmyYHIMSp%")
_SCORES = ("before", "after", "score")
# In characters: each item is looked up, so a list of megabytes would take minutes.
_LONGEST_LIST = 10_000
_DETAILS = ("points", "technique", "practitioner", "side_effects", "cost", "covered", "note")


class SheetRow(NamedTuple):
    """A row as it stands in the file: the line on which it begins, and its cells."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContext:
    """What the rows cannot say: the time now (aware), the table of points, new uids, the offset of a local time."""

    now: datetime
    table: PointTable
    new_uid: Callable[[], str]
    localize: Localize = datetime.astimezone


def parse_date_format(text: str) -> str:
    """A format of strptime that names a day, a month and a year, each once. Raises UsageError."""
    directives = re.findall(r"%(.?)", text, re.DOTALL)
    known = all(each in _DIRECTIVES for each in directives) and len(set(directives)) == len(directives)
    if known and all(sum(each in part for each in directives) == 1 for part in _DATE_PARTS):
        return text
    raise UsageError("--date-format names the day, month and year once each, as in %d/%m/%Y or %d %B %Y.")


def sheet_entries(
    rows: Iterable[SheetRow], way: ColumnMapping, around: ImportContext
) -> Iterator[SheetEntry | RowError]:
    """The entries that the rows say, or what is wrong with them; rows without a value are passed over."""
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(row.cells) < len(way.header) or any(cell.strip() for cell in row.cells[len(way.header) :]):
            reason = f"The row has {len(row.cells)} values, not {len(way.header)}."
            yield RowError(row.line, "", ",".join(row.cells)[:100], reason)
            continue
        understood = _Understood(row, way, around)
        yield from understood.errors
        if understood.entry is not None and not understood.errors:
            yield SheetEntry(row.line, understood.entry, understood.remarks)


class _Understood:
    """One row: the entry that it says, if there is one, and what was found to be wrong."""

    def __init__(self, row: SheetRow, way: ColumnMapping, around: ImportContext) -> None:
        self.errors: list[RowError] = []
        self.remarks: tuple[str, ...] = ()
        self._line = row.line
        self._way = way
        self._around = around
        self._said = {key: cell.strip() for key, cell in zip(way.targets, row.cells, strict=False) if key}
        self.entry = self._entry()

    def _entry(self) -> AnyEntry | None:
        given = {key for key, text in self._said.items() if text}
        is_reading = "score" in given
        if is_reading and given & {"before", "after"}:
            self._refuse("score", "A row is a session (before, after) or a reading (score), not both.")
            return None
        if not given.intersection((*_SCORES, *_DETAILS)):
            self._refuse("", "The row has no score and nothing else to keep.")
            return None
        cells = dict.fromkeys(KEYS, "") | {key: text for key, text in self._said.items() if key in KEYS}
        if self._way.condition and given.intersection(_SCORES):
            cells["condition"] = self._way.condition
        typed = stamp(self._around.now)
        cells |= {"kind": (Reading if is_reading else Session).kind, "uid": self._around.new_uid()}
        cells |= {"entered": typed, "edited": typed, "at": self._at()}
        for key in _SCORES:
            cells[key] = self._read(key, self._score)
        for key in ("cost", "covered"):
            cells[key] = with_decimal_point(cells[key])
        cells["points"] = self._read("points", self._points)
        cells["side_effects"] = self._read("side_effects", _side_effects)
        found = list(entries_of([TextRow(self._line, [cells[key] for key in KEYS])], self._around.now))
        for error in (each for each in found if isinstance(each, RowError)):
            self._refuse(error.column, error.reason)
        return next((each for each in found if not isinstance(each, RowError)), None)

    def _at(self) -> str:
        """The time as rows of our own have it; of a row without one the time now, with the row refused."""
        clock = self._read(TIME, _clock)
        at = self._read("at", lambda text: self._moment(text, clock))
        if not at and not self.errors:
            self._refuse("at", "It is missing.")
        return at or now_moment(self._around.now).iso()

    def _moment(self, text: str, clock: str) -> str:
        if self._way.date_format:
            text = _in_iso(text, self._way.date_format)
        elif not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise UsageError(_why_no_iso(text))
        if clock and len(text) > len("2026-11-03"):
            raise UsageError("The time stands here and in a column of its own.")
        return parse_when(f"{text} {clock}".strip(), self._around.now, self._around.localize).iso()

    def _score(self, text: str) -> str:
        number = with_decimal_point(text)
        if re.fullmatch(r"[0-9]+\.[0-9]+", number, re.ASCII):
            # A spreadsheet may write 6 as 6,00.
            number = number.rstrip("0").rstrip(".")
        if self._way.scale == 10:
            if re.fullmatch(r"[0-9]{2,3}", number, re.ASCII) and 10 < int(number) <= 100:
                raise UsageError("A score is 0 to 10; --scale 100 takes it as one of 100.")
            return number
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", number, re.ASCII) or Decimal(number) > self._way.scale:
            raise UsageError(f"A score is 0 to {self._way.scale} here.")
        tenths = Decimal(number) * 10 / self._way.scale
        return str(tenths.quantize(Decimal("0.1"), ROUND_HALF_UP))

    def _points(self, text: str) -> str:
        typed = parse_points(_list(text), self._around.table)
        self.remarks = typed.remarks
        return join_items(typed.points)

    def _read(self, key: str, read: Callable[[str], str]) -> str:
        """What `read` makes of a value; empty where there is none or it was refused."""
        text = self._said.get(key, "")
        try:
            return read(text) if text else ""
        except UsageError as error:
            self._refuse(key, str(error).removesuffix(" Nothing saved."))
            return ""

    def _refuse(self, key: str, reason: str) -> None:
        targets = self._way.targets
        name = self._way.header[targets.index(key)] if key in targets else key
        # A value that was refused counts as missing from then on: that is no second trouble.
        if any(error.column == name for error in self.errors):
            return
        self.errors.append(RowError(self._line, name, self._said.get(key, ""), reason))


def _list(text: str) -> str:
    if len(text) > _LONGEST_LIST:
        raise UsageError(f"A list of more than {_LONGEST_LIST:,} characters is not taken in.")
    return text


def _side_effects(text: str) -> str:
    """As rows of our own have them; a list with commas where each part is a known kind, none for the words for none."""
    said = [part for part in map(str.strip, re.split("[,;]", _list(text))) if part.strip(" -–—.") and not is_none(part)]
    if not said or (len(said) > 1 and all(parse_side_effect(part).kind != OTHER.key for part in said)):
        return "; ".join(said)
    return said[0] if len(said) == 1 else text


def _clock(text: str) -> str:
    """The time of day in 24 hours: `14:02`, `2:02 pm`."""
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{2}(?::[0-9]{2})?)\s*(?:([ap])\.?m\.?)?", text, re.IGNORECASE)
    if found is None or (found[3] and not 1 <= int(found[1]) <= 12):
        raise UsageError("A time of day is written as 14:02 or 2:02 pm.")
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3] in "pP" else 0)
    return f"{hour:02}:{found[2]}"


def _in_iso(text: str, date_format: str) -> str:
    for form in _forms(date_format):
        try:
            at = strptime(text, form)
        except ValueError:
            continue
        day = f"{at.tm_year:04}-{at.tm_mon:02}-{at.tm_mday:02}"
        return f"{day} {at.tm_hour:02}:{at.tm_min:02}:{at.tm_sec:02}" if re.search("%[HI]", form) else day
    raise UsageError(f"It does not fit --date-format {date_format}.")


def _forms(date_format: str) -> tuple[str, ...]:
    """The format, and it with a time of day or without: in one column some rows have one and some have none."""
    without = re.sub(r",?\s+%[HI]:%M(?::%S)?(?:\s*%p)?$", "", date_format)
    if without != date_format:
        return date_format, without
    return (
        (date_format,)
        if re.search("%[HI]", date_format)
        else (date_format, *(f"{date_format} {each}" for each in _CLOCKS))
    )


def _why_no_iso(text: str) -> str:
    if found := re.fullmatch(r"[0-9]{1,2}([./-])[0-9]{1,2}\1([0-9]{4}|[0-9]{2})(\s.*)?", text):
        mark, year = found[1], "%Y" if len(found[2]) == 4 else "%y"
        day_first, month_first = f"%d{mark}%m{mark}{year}", f"%m{mark}%d{mark}{year}"
        first, second = map(int, text.split(mark)[:2])
        if (first > 12) != (second > 12):
            return f"Say how dates are written: --date-format {day_first if first > 12 else month_first}."
        if first <= 12:
            return f"Day or month first? --date-format {day_first} or {month_first} says it."
    if found := re.fullmatch(r"[0-9]{4}([./])[0-9]{1,2}\1[0-9]{1,2}(\s.*)?", text):
        return f"Month or day first? --date-format %Y{found[1]}%m{found[1]}%d or %Y{found[1]}%d{found[1]}%m says it."
    return "It is no date such as 2026-11-03; --date-format says how dates are written, as in '%d %B %Y'."

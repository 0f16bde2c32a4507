"""The whole history as one JSON document: its format and version, the settings, the entries as in the journal.

Each entry is on a line of its own, so that the document can be streamed and two of them compared by line.
`data/history.schema.json` describes it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple, TextIO

from paintrack.errors import FileTroubleError, UsageError
from paintrack.exchange.exported_history_protocol import ExportedHistory
from paintrack.exchange.importing.json_record import parse_record, parse_tombstone
from paintrack.model.changes.stored_setting import StoredSetting
from paintrack.model.changes.tombstone import Tombstone
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_errors import (
    FhirIsNotReadError,
    FileTooLongError,
    NotAHistoryError,
    SettingsNotUnderstoodError,
    SettingsRefusedError,
)
from paintrack.model.serialization.csv_rows import RowError
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.serialization.strict_values import parse_stamp
from paintrack.model.settings import parse_setting_value, validate_setting_name
from paintrack.model.values.field_types import excerpt

FORMAT = "paintrack history"
DOCUMENT_VERSION = 2
# In characters: far more than any diary has, and few enough for the memory of a small computer.
LONGEST_VALUE = 10_000_000
LONGEST_FILE = 500_000_000
_PIECE = 65_536
_SPACE = " \t\r\n"


def export(history: ExportedHistory, stream: TextIO) -> dict[str, int]:
    """Write the entries, the settings and the tombstones; returns how many entries of each kind."""
    # Whole sessions, even if one condition was chosen: this format must restore exactly what was exported.
    return write_json(history.entries(), history.settings(), history.tombstones(), stream)


def write_json(
    entries: Iterable[AnyEntry],
    settings: Mapping[str, StoredSetting],
    tombstones: Iterable[Tombstone],
    stream: TextIO,
) -> dict[str, int]:
    """Write the document, the entries as they come; returns how many there were of each kind.

    The same contents give the same bytes. Local ids and what undo needs are left out; a deleted entry is there only
    with the fact and the time of its deletion.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    values = {name: settings[name]._asdict() for name in sorted(settings)}
    head = {"format": FORMAT, "version": DOCUMENT_VERSION, "settings": values}
    stream.write(f'{encode(head)[:-1]}, "entries": [')
    written: Counter[str] = Counter()
    for entry in entries:
        stream.write(f"{',' if written else ''}\n{encode(to_record(entry))}")
        written[entry.kind] += 1
    stream.write('\n], "gone": [')
    for number, tombstone in enumerate(tombstones):
        stream.write(f"{',' if number else ''}\n{encode(tombstone._asdict())}")
    stream.write("\n]}\n")
    return written


class History(NamedTuple):
    """The contents of a document: the settings by name, and the entries, or what is wrong with them, as they come.

    `tombstones` is complete once the entries have been read to their end.
    """

    settings: dict[str, StoredSetting]
    entries: Iterator[AnyEntry | RowError]
    tombstones: list[Tombstone]


def read_json(stream: TextIO, now: datetime) -> History:
    """The document that `write_json` wrote; the stream is read further as the entries are read.

    `now` is aware. Raises FileTroubleError, even while the entries are read, if it is not such a document or a newer
    paintrack wrote it.
    """
    scanner = _Scanner(stream)
    settings = _head(scanner)
    tombstones: list[Tombstone] = []
    return History(settings, _entries(scanner, now, tombstones), tombstones)


def _head(scanner: "_Scanner") -> dict[str, StoredSetting]:
    """Read up to the first entry, and return the settings."""
    scanner.expect("{", NotAHistoryError())
    settings: dict[str, StoredSetting] = {}
    for place, expected in enumerate(("format", "version", "settings", "entries")):
        if place:
            scanner.expect(",")
        if (name := scanner.value()) != expected:
            raise FhirIsNotReadError if name == "resourceType" and not place else NotAHistoryError
        scanner.expect(":")
        if expected == "format" and scanner.value() != FORMAT:
            raise NotAHistoryError
        if expected == "version":
            _check_version(scanner.value())
        if expected == "settings":
            settings = _settings(scanner.value())
    scanner.expect("[")
    return settings


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise FileTroubleError(f"The version of the file is not a number such as {DOCUMENT_VERSION}.")
    if version > DOCUMENT_VERSION:
        raise FileTroubleError("A newer paintrack wrote this file; update paintrack to import it.")


def _settings(value: object) -> dict[str, StoredSetting]:
    if not isinstance(value, dict):
        raise SettingsNotUnderstoodError
    try:
        return {validate_setting_name(name): _setting(name, setting) for name, setting in value.items()}
    except UsageError as error:
        raise SettingsRefusedError(cause=error) from None


def _setting(name: str, setting: object) -> StoredSetting:
    """The setting; in version 1 it is only its value. Raises UsageError for a value that it cannot have."""
    if isinstance(setting, str):
        return StoredSetting(parse_setting_value(name, setting))
    if not isinstance(setting, dict) or {*setting} != {*StoredSetting._fields}:
        raise SettingsNotUnderstoodError
    value, edited = setting["value"], setting["edited"]
    if not isinstance(value, str | None) or not isinstance(edited, str):
        raise SettingsNotUnderstoodError
    return StoredSetting(None if value is None else parse_setting_value(name, value), parse_stamp(edited))


def _entries(scanner: "_Scanner", now: datetime, tombstones: list[Tombstone]) -> Iterator[AnyEntry | RowError]:
    seen: set[int] = set()
    number, line = 0, 0
    while not scanner.skips("]"):
        if number:
            scanner.expect(",")
        number, former_line = number + 1, line
        scanner.skip_space()
        line = scanner.line
        # If several entries share a line, its number does not say which is meant.
        place = f"entry {number}: " if line == former_line else ""
        entry = parse_record(scanner.value(), now)
        if isinstance(entry, list):
            yield from (RowError(line, place + each.field, each.value, each.reason) for each in entry)
        elif (uid := int(entry.uid, 16)) in seen:
            yield RowError(line, f"{place}uid", entry.uid, "An entry before this one has the same uid.")
        else:
            seen.add(uid)
            yield entry
    if scanner.skips(","):
        yield from _tombstones(scanner, seen, tombstones)
    scanner.expect("}")
    scanner.expect_end()


def _tombstones(scanner: "_Scanner", seen: set[int], tombstones: list[Tombstone]) -> Iterator[RowError]:
    """Read what is gone into `tombstones`, and yield what is wrong with it. A document of version 1 has none."""
    if scanner.value() != "gone":
        raise scanner.error('"gone" must stand here')
    scanner.expect(":")
    scanner.expect("[")
    number = 0
    while not scanner.skips("]"):
        if number:
            scanner.expect(",")
        number += 1
        scanner.skip_space()
        line, value = scanner.line, scanner.value()
        try:
            tombstone = parse_tombstone(value)
            if int(tombstone.uid, 16) in seen:
                raise UsageError("An entry before this one has the same uid.")
        except UsageError as error:
            yield RowError(line, "gone", excerpt(value), error.reason)
        else:
            seen.add(int(tombstone.uid, 16))
            tombstones.append(tombstone)


class _Scanner:
    """Reads one JSON value after another from a stream, with only a few in memory."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._is_at_end = False
        self._size = 0
        self.line = 1
        self._decode = json.JSONDecoder(
            parse_constant=_reject_constant, object_pairs_hook=_reject_duplicate_keys
        ).raw_decode

    def value(self) -> Any:
        """Read the value at this place. Raises FileTroubleError if there is none, or it is too long or too deep."""
        self.skip_space()
        size = _PIECE
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_at_end or len(self._text) - self._at > LONGEST_VALUE:
                    self._go_to(error.pos)
                    raise self.error(error.msg) from None
            except RecursionError:
                raise self.error("nested too deep") from None
            except ValueError as error:
                raise self.error(str(error)) from None
            else:
                # A number at the end of what has been read so far may have further digits.
                if end < len(self._text) or self._is_at_end:
                    self._go_to(end)
                    return value
            self._read(size)
            size = min(2 * size, LONGEST_VALUE)

    def expect(self, mark: str, refusal: FileTroubleError | None = None) -> None:
        """Skip this mark. If something else is here, raises the refusal, or a FileTroubleError if none is given."""
        if not self.skips(mark):
            raise refusal or self.error(f"{mark} is missing")

    def skips(self, mark: str) -> bool:
        """Skip this mark if it is here; whether it was."""
        self.skip_space()
        if self._text.startswith(mark, self._at):
            self._at += 1
            return True
        return False

    def expect_end(self) -> None:
        """Raise FileTroubleError if anything but white space follows."""
        self.skip_space()
        if self._at < len(self._text):
            raise self.error("something follows the end of the document")

    def skip_space(self) -> None:
        """Go to the next character that is not white space, or to the end."""
        while True:
            rest = self._at
            while rest < len(self._text) and self._text[rest] in _SPACE:
                rest += 1
            self._go_to(rest)
            if self._at < len(self._text) or self._is_at_end:
                return
            self._read(_PIECE)

    def error(self, what: str) -> FileTroubleError:
        """An error that says what is wrong on this line."""
        return FileTroubleError(f"Line {self.line} is not the JSON of a paintrack history ({what}).")

    def _go_to(self, place: int) -> None:
        self.line += self._text.count("\n", self._at, place)
        self._at = place

    def _read(self, size: int) -> None:
        more = self._stream.read(size)
        self._text, self._at = self._text[self._at :] + more, 0
        self._is_at_end = not more
        self._size += len(more)
        if self._size > LONGEST_FILE:
            raise FileTooLongError(most=LONGEST_FILE)


def _reject_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number in JSON")


def _reject_duplicate_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    json_object = dict(pairs)
    if len(json_object) < len(pairs):
        raise ValueError("a key occurs twice in one object")
    return json_object

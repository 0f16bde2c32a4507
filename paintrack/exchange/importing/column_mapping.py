"""Which column of a spreadsheet holds what: named by the person, or guessed from the usual names of columns.

A guess is made from the whole name, without case and punctuation; the usual names are in the table of fields.
"""

import re
import unicodedata
from collections.abc import Sequence

from paintrack.model.fields import csv_fields
from paintrack.model.importing.import_errors import (
    ColumnMappedTwiceError,
    ColumnNameNotUniqueError,
    ColumnsShareTargetError,
    ConditionColumnError,
    ConditionGivenTwiceError,
    InvalidMapError,
    NoConditionColumnError,
    NoDateColumnError,
    NoScoreColumnError,
    NoSuchColumnError,
)
from paintrack.model.importing.import_types import TIME

# The columns of paintrack's own CSV that anyone's spreadsheet may have too, and the time of day.
_TARGET_FIELDS = tuple(field for field in csv_fields() if field.header_words)
TARGETS = tuple(
    target for field in _TARGET_FIELDS for target in ((field.name, TIME) if field.name == "at" else (field.name,))
)
_ALSO_CALLED = {"date": "at"}
_USUAL_NAMES = {field.name: field.header_words for field in _TARGET_FIELDS} | {
    TIME: "time clock hour timeofday starttime uhrzeit zeit heure hora ora"
}
_KEY_OF = {name: key for key, names in _USUAL_NAMES.items() for name in names.split()}
# Words that may accompany the one that counts: 'VAS before treatment (0-10)'.
_FILLERS = {
    "pain", "vas", "nrs", "score", "rating", "level", "intensity", "value", "schmerz", "schmerzen", "beschwerden",
    "wert", "treatment", "session", "visit", "acupuncture", "behandlung", "sitzung", "symptom", "symptoms", "my", "the",
    "of", "der", "0", "10", "100",
}  # fmt: skip
# In characters: longer than any name, and short enough for the pattern of the brackets.
_LONGEST_NAME = 200


def guess_target(header: str) -> str | None:
    """The target that a column of this name usually holds, one of `TARGETS`; None if the name is not known."""
    if len(header) > _LONGEST_NAME:
        return None
    # painBefore and VASBefore are two words.
    apart = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", unicodedata.normalize("NFC", header))
    whole = apart.casefold()
    bare = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", whole)
    # The brackets of 'Pain (before)' decide; those of 'Date (DD/MM/YYYY)' and 'Score (time)' do not.
    in_brackets = _target_named(whole)
    return in_brackets if in_brackets in ("before", "after") else _target_named(bare)


def _target_named(name: str) -> str | None:
    words = re.sub(r"[\W_]+", " ", name).split()
    significant = (word for word in words if word not in _FILLERS)
    return _KEY_OF.get("".join(words)) or _KEY_OF.get("".join(significant))


def parse_map(text: str) -> tuple[str, str | None]:
    """The column and the target in `Pain before=before`; the target is None if the column is to be left out (`Sum=`).

    Raises InvalidMapError.
    """
    header, mark, target = text.rpartition("=")
    key = target.strip().casefold()
    key = _ALSO_CALLED.get(key, key)
    if not mark or not header.strip() or (key and key not in TARGETS):
        raise InvalidMapError(text=text, targets=(*_ALSO_CALLED, *TARGETS))
    return header.strip(), key or None


def targets_of(
    header: Sequence[str], column_targets: Sequence[tuple[str, str | None]], *, has_one_condition: bool = False
) -> tuple[str | None, ...]:
    """What each column becomes: a target, or None if it is left out. `column_targets` win over a guess.

    `has_one_condition`: every row rates the same one. Raises UsageError if the `column_targets` contradict each other,
    FileTroubleError if they do not fit the file or the guess is not clear.
    """
    columns = _named_columns(header, column_targets)
    taken = {key for key in columns.values() if key}
    if has_one_condition:
        if "condition" in taken:
            raise ConditionGivenTwiceError
        _reject_condition_columns(header, columns)
    for place, name in enumerate(header):
        if place not in columns and (key := guess_target(name)) and key not in taken:
            columns[place] = key
    _reject_duplicate_targets(header, columns)
    _reject_missing_targets(header, columns, has_one_condition=has_one_condition)
    return tuple(columns.get(place) for place in range(len(header)))


def _named_columns(header: Sequence[str], column_targets: Sequence[tuple[str, str | None]]) -> dict[int, str | None]:
    columns: dict[int, str | None] = {}
    for name, key in column_targets:
        places = [place for place, each in enumerate(header) if _is_same_name(each, name)]
        if not places:
            raise NoSuchColumnError(column=name, header=tuple(header))
        if len(places) > 1:
            raise ColumnNameNotUniqueError(column=name, number=len(places))
        if places[0] in columns:
            raise ColumnMappedTwiceError(column=name)
        columns[places[0]] = key
    return columns


def _reject_duplicate_targets(header: Sequence[str], columns: dict[int, str | None]) -> None:
    first: dict[str, int] = {}
    for place in sorted(columns):
        key = columns[place]
        if key is not None and first.setdefault(key, place) != place:
            one, other = header[first[key]], header[place]
            raise ColumnsShareTargetError(
                columns=(one, other),
                numbers=(first[key] + 1, place + 1),
                target=key,
                has_equal_names=_is_same_name(one, other),
            )


def _reject_condition_columns(header: Sequence[str], columns: dict[int, str | None]) -> None:
    """Reject a column of conditions if one condition is given for every row, which would replace all of them."""
    for place, name in enumerate(header):
        if place not in columns and guess_target(name) == "condition":
            raise ConditionColumnError(column=name)


def _reject_missing_targets(header: Sequence[str], columns: dict[int, str | None], *, has_one_condition: bool) -> None:
    keys = set(columns.values())
    if "at" not in keys:
        raise NoDateColumnError(header=tuple(header), is_row_of_values=any(name[:1].isdigit() for name in header))
    if keys & {"before", "after", "score"} and "condition" not in keys and not has_one_condition:
        raise NoConditionColumnError(header=tuple(header))
    unknown = tuple(name for place, name in enumerate(header) if place not in columns and name)
    if unknown and not keys & {"before", "after", "score"}:
        raise NoScoreColumnError(unknown_columns=unknown)


def _is_same_name(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()

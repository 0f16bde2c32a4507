"""What is wrong with a file that is imported, or with an option that says how to read it, as values.

`views/refusals` puts them into sentences. Errors with the same values are equal, so that a reason that many rows share
is given once. `column`, `header` and what a person typed are raw: not made visible, not cut.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeVar, dataclass_transform

from paintrack.errors import FileTroubleError, UsageError
from paintrack.model.importing.import_types import CsvDialect

Class = TypeVar("Class")


@dataclass_transform(kw_only_default=True)
def _error_dataclass(cls: type[Class]) -> type[Class]:
    """The class as a dataclass, equal and hashed by its values.

    Not frozen, because Python sets the traceback of an error. Keywords only, because positional arguments would become
    the text of the error.
    """
    return dataclass(kw_only=True, unsafe_hash=True)(cls)


# An option that says how to read the file.


@_error_dataclass
class InvalidMapError(UsageError):
    """The `text` does not say what a column becomes; `targets` are the words for what it may become."""

    text: str
    targets: tuple[str, ...]


class InvalidDateFormatError(UsageError):
    """The format for dates does not have a day, a month and a year once each."""


@_error_dataclass
class InvalidDelimiterError(UsageError):
    """The `text` cannot stand between values."""

    text: str


@_error_dataclass
class UnknownEncodingError(UsageError):
    """The `text` is not the name of an encoding."""

    text: str


@_error_dataclass
class OptionForOwnFileError(UsageError):
    """The file is paintrack's own, and `field`, one of `import_types.ABOUT_COLUMNS`, says how to read another."""

    field: str


# The file as a whole.


class ForeignFormat(Enum):
    """The format of a file that is not CSV."""

    JSON = auto()
    SPREADSHEET = auto()
    OLD_EXCEL = auto()
    SQLITE = auto()
    PDF = auto()


@_error_dataclass
class NotCsvError(FileTroubleError):
    """The file has another format."""

    file_format: ForeignFormat


@_error_dataclass
class FileTooLongError(FileTroubleError):
    """The file has more than `most` characters, the limit for its format."""

    most: int


class NotAHistoryError(FileTroubleError):
    """The JSON file was not written by paintrack."""


@_error_dataclass
class SettingsRefusedError(FileTroubleError):
    """A setting of the JSON file has a value that it cannot have; `cause` says which."""

    cause: UsageError


class SettingsNotUnderstoodError(FileTroubleError):
    """The settings in the JSON file do not have the form that paintrack writes."""


class FhirIsNotReadError(FileTroubleError):
    """The JSON file is FHIR, which paintrack only writes."""


class StatementIsNotReadError(FileTroubleError):
    """The CSV file is a statement for an insurer, which paintrack only writes: visits and costs without scores."""


@_error_dataclass
class NotDecodableError(FileTroubleError):
    """The file is not text in any of the `encodings` that were tried, one or more."""

    encodings: tuple[str, ...]


# The columns of anyone's spreadsheet; `header` holds the names of all of them, at least one.


@_error_dataclass
class NoSuchColumnError(FileTroubleError):
    """The column that is to be mapped is not there."""

    column: str
    header: tuple[str, ...]


@_error_dataclass
class ColumnNameNotUniqueError(FileTroubleError):
    """The header has the name of the column that is to be mapped `number` times, at least twice."""

    column: str
    number: int


@_error_dataclass
class ColumnMappedTwiceError(UsageError):
    """The column is to be mapped more than once."""

    column: str


@_error_dataclass
class ColumnsShareTargetError(FileTroubleError):
    """Two columns would become the same: their names, their numbers (1: the leftmost), what they would become."""

    columns: tuple[str, str]
    numbers: tuple[int, int]
    target: str
    has_equal_names: bool


class ConditionGivenTwiceError(UsageError):
    """A condition for every row is given, and a column is mapped to the condition."""


@_error_dataclass
class ConditionColumnError(FileTroubleError):
    """A condition for every row is given, but to judge by its name the column holds conditions, too."""

    column: str


@_error_dataclass
class NoDateColumnError(FileTroubleError):
    """No column was recognised as the date; `is_row_of_values`: the first line seems to be values, not names."""

    header: tuple[str, ...]
    is_row_of_values: bool


@_error_dataclass
class NoConditionColumnError(FileTroubleError):
    """No column was recognised as the condition."""

    header: tuple[str, ...]


@_error_dataclass
class NoScoreColumnError(FileTroubleError):
    """No column was recognised as a score; `unknown_columns`, at least one, were not recognised as anything else."""

    unknown_columns: tuple[str, ...]


@_error_dataclass
class ColumnsNotUnderstoodError(FileTroubleError):
    """One of the errors above, and how the file was read: its encoding or delimiter may have been guessed wrong."""

    cause: FileTroubleError
    dialect: CsvDialect


# A value in a row of anyone's spreadsheet.


@_error_dataclass
class DateFormatNeededError(UsageError):
    """The value is not an ISO 8601 date; `date_formats`, at most two, are the strptime formats that it fits."""

    date_formats: tuple[str, ...] = ()


@_error_dataclass
class NoSuchDayError(UsageError):
    """The value has the form of a date, but no calendar has that day."""


@_error_dataclass
class DateFormatMismatchError(UsageError):
    """The value does not fit `date_format`, the strptime format given for dates."""

    date_format: str


@_error_dataclass
class ScoreNotOnScaleError(UsageError):
    """The value is not a score from 0 to `scale`, but one from 0 to `fitting_scale`, if that is not None."""

    scale: int
    fitting_scale: int | None = None

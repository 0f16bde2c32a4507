"""What is wrong with a file that is imported or with an option about it, and what to type instead."""

from collections.abc import Sequence

from paintrack.errors import PaintrackError
from paintrack.model.displayed_text import isolated, listed, typed_words, visible_line
from paintrack.model.importing.import_errors import (
    ColumnMappedTwiceError,
    ColumnNameNotUniqueError,
    ColumnsNotUnderstoodError,
    ColumnsShareTargetError,
    ConditionColumnError,
    ConditionGivenTwiceError,
    DateFormatMismatchError,
    DateFormatNeededError,
    FhirIsNotReadError,
    FileTooLongError,
    ForeignFormat,
    InvalidDateFormatError,
    InvalidDelimiterError,
    InvalidMapError,
    NoConditionColumnError,
    NoDateColumnError,
    NoScoreColumnError,
    NoSuchColumnError,
    NoSuchDayError,
    NotAHistoryError,
    NotCsvError,
    NotDecodableError,
    OptionForOwnFileError,
    ScoreNotOnScaleError,
    SettingsNotUnderstoodError,
    SettingsRefusedError,
    StatementIsNotReadError,
    UnknownEncodingError,
)
from paintrack.views.importing.dialect_words import date_format_in_letters, dialect_in_words

_MOST_NAMES, _LONGEST_NAME = 8, 30
# How each of `import_types.ABOUT_COLUMNS` is typed.
OPTIONS = {
    "column_targets": "--map",
    "date_format": "--date-format",
    "condition": "--for",
    "scale": "--scale",
    "keep_duplicates": "--keep-duplicates",
}
_FOREIGN_FORMATS = {
    ForeignFormat.JSON: "The file begins like JSON, not CSV: say --format json.",
    ForeignFormat.SPREADSHEET: "This is a spreadsheet file; save it as CSV first.",
    ForeignFormat.OLD_EXCEL: "This is an old Excel file; save it as CSV first.",
    ForeignFormat.SQLITE: "This is an SQLite file; import takes a CSV file.",
    ForeignFormat.PDF: "This is a PDF file; import takes a CSV file.",
}


def import_refusal(error: PaintrackError) -> str:
    """The sentence for the error; empty for one about something else."""
    return _option_refusal(error) or _file_refusal(error) or _column_refusal(error) or _value_refusal(error)


def _option_refusal(error: PaintrackError) -> str:
    match error:
        case InvalidMapError():
            return (
                f"--map takes 'column=target'; a target is {listed([*error.targets])}. "
                f"You typed {typed_words(error.text) or 'nothing'}."
            )
        case InvalidDateFormatError():
            return "--date-format names the day, month and year once each, as in dd/mm/yyyy or 'dd mmmm yyyy'."
        case InvalidDelimiterError():
            typed = typed_words(error.text) or "nothing"
            return f"--delimiter takes one mark such as ; or the word tab. You typed {typed}."
        case UnknownEncodingError():
            return f"--encoding {typed_words(error.text)} is not known; try utf-8, utf-16, cp1252 or mac-roman."
        case OptionForOwnFileError():
            return f"This file is paintrack's own and is read as it is, without {OPTIONS[error.field]}."
    return ""


def _file_refusal(error: PaintrackError) -> str:
    match error:
        case NotCsvError():
            return _FOREIGN_FORMATS[error.file_format]
        case FileTooLongError():
            return f"The file is longer than {error.most:,} characters."
        case NotAHistoryError():
            return (
                "Only a JSON file that paintrack export wrote can be imported, its keys in their order: it begins with "
                '{"format": "paintrack history". For CSV say --format csv.'
            )
        case SettingsNotUnderstoodError():
            return "The settings of the file are not in the form in which paintrack writes them."
        case SettingsRefusedError():
            return f"The settings of the file cannot be imported. {visible_line(str(error.cause))}"
        case StatementIsNotReadError():
            return (
                "The file is a statement for an insurer that paintrack costs wrote: its visits came from a diary and "
                "have no scores. To move a diary: paintrack export history.json"
            )
        case FhirIsNotReadError():
            return (
                "This is FHIR, a form for other programs that cannot be imported. "
                "To move a diary: paintrack export history.json"
            )
        case NotDecodableError():
            return f"The file is not {' nor '.join(error.encodings)}; name another with --encoding."
        case ColumnsNotUnderstoodError():
            read_as = dialect_in_words(error.dialect)
            hint = f"The file was read as {read_as}: --delimiter and --encoding change that."
            return f"{import_refusal(error.cause)} {hint}"
    return ""


def _column_refusal(error: PaintrackError) -> str:
    match error:
        case NoSuchColumnError():
            names = _first_names(error.header)
            return f"There is no column {isolated(error.column)}; the columns are {names}."
        case ColumnNameNotUniqueError():
            return f"{error.number} columns are called {isolated(error.column)}; rename them in the file."
        case ColumnMappedTwiceError():
            return f"--map names the column {isolated(error.column)} twice."
        case ColumnsShareTargetError():
            return _columns_share_target(error)
        case ConditionGivenTwiceError():
            return "Give --for or a column for the condition, not both."
        case ConditionColumnError():
            name = visible_line(error.column)
            return (
                f"--for says what is rated, and so does the column {isolated(name)}: leave out --for, or the column "
                f"with --map '{name}='."
            )
        case NoDateColumnError():
            hint = " The first line must hold the names of the columns." if error.is_row_of_values else ""
            return (
                f"No column is known to be the date; the columns are {_first_names(error.header)}. "
                f"Say which with --map 'column=date'.{hint}"
            )
        case NoConditionColumnError():
            return (
                f"No column is known to be the condition; the columns are {_first_names(error.header)}. For a file "
                "of one condition say it with --for NAME, else --map 'column=condition'."
            )
        case NoScoreColumnError():
            return (
                f"No column is known to hold a score; not known are {_first_names(error.unknown_columns)}. Say which "
                "with --map 'column=before', after or score, or leave one out with --map 'column='."
            )
    return ""


def _columns_share_target(error: ColumnsShareTargetError) -> str:
    (one, other), (first, second) = map(visible_line, error.columns), error.numbers
    if error.has_equal_names:
        return (
            f"Columns {first} and {second} are both called {isolated(one)} and would become {error.target}; "
            "rename one in the file."
        )
    return (
        f"Both {isolated(one)} (column {first}) and {isolated(other)} (column {second}) would become {error.target}; "
        f"choose with --map '{one}={error.target}'."
    )


def _value_refusal(error: PaintrackError) -> str:
    match error:
        case DateFormatNeededError(date_formats=()):
            return "It is not a date such as 2026-11-03; --date-format says how dates are written, as in dd/mm/yyyy."
        case DateFormatNeededError(date_formats=(date_format,)):
            return f"Say how dates are written: --date-format {date_format_in_letters(date_format)}."
        case DateFormatNeededError():
            first, second = map(date_format_in_letters, error.date_formats)
            question = "Day or month first?" if first.startswith("d") else "Month or day first?"
            return f"{question} --date-format {first} or {second} says it."
        case NoSuchDayError():
            return "There is no such day: correct it in the file."
        case DateFormatMismatchError():
            return f"It does not fit --date-format {date_format_in_letters(error.date_format)}."
        case ScoreNotOnScaleError(scale=10, fitting_scale=None):
            return "A score is 0 to 10: correct it in the file."
        case ScoreNotOnScaleError(fitting_scale=None):
            return f"A score is 0 to {error.scale} here."
        case ScoreNotOnScaleError():
            scale = error.fitting_scale
            return f"A score is 0 to {error.scale}; --scale {scale} takes it as one of {scale}."
    return ""


def _first_names(header: Sequence[str]) -> str:
    names = [isolated(visible_line(name)[:_LONGEST_NAME]) or "(no name)" for name in header[:_MOST_NAMES]]
    rest = [f"{len(header) - _MOST_NAMES:,} more"] if len(header) > _MOST_NAMES else []
    return listed([*names, *rest], "and")

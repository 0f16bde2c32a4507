"""How a CSV file was read, in words."""

import re

from paintrack.model.importing.import_types import CsvDialect

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_DOUBT = " (letters such as Ã look like UTF-8 with a broken place: see --encoding)"

_DATE_LETTERS = {"%d": "dd", "%m": "mm", "%b": "mmm", "%B": "mmmm", "%y": "yy", "%Y": "yyyy"}


def dialect_in_words(dialect: CsvDialect) -> str:
    """`Windows-1252, semicolons`; with a hint if its letters may be wrong."""
    delimiters = _DELIMITERS.get(dialect.delimiter, repr(dialect.delimiter))
    return f"{dialect.encoding}, {delimiters}{_DOUBT if dialect.has_doubtful_letters else ''}"


def date_format_in_letters(date_format: str) -> str:
    """A format of strptime in letters, as --date-format takes it, too; as it is where that is more than a day.

    >>> date_format_in_letters("%d.%m.%Y"), date_format_in_letters("%m/%d/%y"), date_format_in_letters("%d %B %Y")
    ('dd.mm.yyyy', 'mm/dd/yy', 'dd mmmm yyyy')
    """
    if not re.fullmatch(r"%[dmbByY](?:[^%\w]+%[dmbByY])*", date_format):
        return date_format
    return re.sub("%.", lambda directive: _DATE_LETTERS[directive[0]], date_format)

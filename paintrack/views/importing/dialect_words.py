"""How a CSV file was read, in words."""

from paintrack.model.importing.import_types import CsvDialect

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_DOUBT = " (letters such as Ã look like UTF-8 with a broken place: see --encoding)"


def dialect_in_words(dialect: CsvDialect) -> str:
    """`Windows-1252, semicolons`; with a hint if its letters may be wrong."""
    delimiters = _DELIMITERS.get(dialect.delimiter, repr(dialect.delimiter))
    return f"{dialect.encoding}, {delimiters}{_DOUBT if dialect.has_doubtful_letters else ''}"

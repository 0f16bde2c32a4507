"""The options of `import` that say how to read a CSV file."""

from dataclasses import field
from typing import TYPE_CHECKING, Annotated

import typer

from paintrack.commands._shared.options.option_group import option_group
from paintrack.errors import UsageError
from paintrack.model.typed.typed_text import one_line

if TYPE_CHECKING:
    from paintrack.model.importing.import_types import ReadOptions


@option_group
class ImportOptions:
    """How to read a CSV file of any other origin, as typed; paintrack's own needs none of these."""

    maps: Annotated[
        list[str],
        typer.Option("--map", metavar="COLUMN=KEY", help="What a column holds: 'Pain before=before'. Repeatable."),
    ] = field(default_factory=list)
    date_format: Annotated[
        str | None,
        typer.Option("--date-format", metavar="FORMAT", help="How dates are written: dd/mm/yyyy or %d/%m/%Y."),
    ] = None
    condition: Annotated[
        str | None, typer.Option("--for", metavar="CONDITION", help="The condition that every row rates.")
    ] = None
    scale: Annotated[int, typer.Option("--scale", metavar="WORST", help="The worst score in the file: 10 or 100.")] = 10
    delimiter: Annotated[
        str | None, typer.Option("--delimiter", metavar="MARK", help="What stands between values: ; or tab.")
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="The encoding of the text, if it is misread: cp1252, utf-16."),
    ] = None
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Also import rows that are already here.")
    ] = False

    def __post_init__(self) -> None:
        """Raise UsageError for a value that no file could match, before one is opened."""
        from paintrack.exchange.importing.column_mapping import parse_map
        from paintrack.exchange.importing.foreign_csv_rows import parse_date_format
        from paintrack.model.importing.import_types import SCALES

        if self.scale not in SCALES:
            raise UsageError(f"--scale takes 10 or 100, the worst score in the file. You typed {self.scale}.")
        if self.date_format is not None:
            parse_date_format(self.date_format)
        if self.condition is not None:
            self.condition = one_line(self.condition, "--for")
        for each in self.maps:
            parse_map(each)

    def read_options(self, *, keep_rejected: bool) -> "ReadOptions":
        """The options as values. Raises UsageError for an unknown delimiter or encoding."""
        from paintrack.exchange.importing.column_mapping import parse_map
        from paintrack.exchange.importing.csv_sheet import parse_delimiter, parse_encoding
        from paintrack.exchange.importing.foreign_csv_rows import parse_date_format
        from paintrack.model.importing.import_types import ReadOptions

        return ReadOptions(
            encoding=None if self.encoding is None else parse_encoding(self.encoding),
            delimiter=None if self.delimiter is None else parse_delimiter(self.delimiter),
            column_targets=tuple(map(parse_map, self.maps)),
            condition=self.condition,
            date_format=None if self.date_format is None else parse_date_format(self.date_format),
            scale=self.scale,
            keep_duplicates=self.keep_duplicates,
            keep_rejected=keep_rejected,
        )

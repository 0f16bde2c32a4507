"""The options of import that say how a file is to be read, as typed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from paintrack.errors import FileTroubleError, UsageError
from paintrack.exchange.importing.column_mapping import parse_map, targets_of
from paintrack.exchange.importing.sheet_rows import SCALES, parse_date_format
from paintrack.model.import_values import ColumnMapping
from paintrack.model.text import one_line

if TYPE_CHECKING:
    from paintrack.exchange.csv_file import OwnColumns
    from paintrack.exchange.importing.sheet_file import Sheet


@dataclass(kw_only=True)
class Incoming:
    """How anyone's CSV is to be read; our own needs none of it."""

    maps: Annotated[
        list[str],
        typer.Option("--map", metavar="COLUMN=KEY", help="What a column holds: 'Pain before=before'. Repeatable."),
    ] = field(default_factory=list)
    date_format: Annotated[
        str | None, typer.Option("--date-format", metavar="FORMAT", help="How dates are written: %d/%m/%Y.")
    ] = None
    condition: Annotated[str | None, typer.Option("--for", metavar="CONDITION", help="What all of the file rates.")] = (
        None
    )
    scale: Annotated[int, typer.Option("--scale", metavar="WORST", help="The worst score in the file: 10 or 100.")] = 10
    delimiter: Annotated[
        str | None, typer.Option("--delimiter", metavar="MARK", help="What stands between values: ; or tab.")
    ] = None
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="As in cp1252 or utf-16.")] = None
    keep_duplicates: Annotated[
        bool, typer.Option("--keep-duplicates", help="Also take in rows that say what is here already.")
    ] = False

    def __post_init__(self) -> None:
        """Raise UsageError for what no file could fulfil, before one is opened."""
        if self.scale not in SCALES:
            raise UsageError(f"--scale takes 10 or 100, the worst score in the file. You typed {self.scale}.")
        if self.date_format is not None:
            parse_date_format(self.date_format)
        if self.condition is not None:
            self.condition = one_line(self.condition, "--for")
        for each in self.maps:
            parse_map(each)

    def sheet(self, stream: TextIO) -> "Sheet":
        """The file in the stream. Raises UsageError, FileTroubleError."""
        from paintrack.exchange.importing.sheet_file import parse_delimiter, parse_encoding, read_sheet

        encoding = None if self.encoding is None else parse_encoding(self.encoding)
        delimiter = None if self.delimiter is None else parse_delimiter(self.delimiter)
        return read_sheet(stream, encoding=encoding, delimiter=delimiter)

    def way(self, sheet: "Sheet") -> "ColumnMapping | OwnColumns":
        """How the rows of the sheet are understood. Raises UsageError, FileTroubleError."""
        if sheet.own:
            if said := self._said_of_columns():
                raise UsageError(
                    f"This file is paintrack's own and is read as it is, without {said[0]}. Nothing saved."
                )
            return sheet.own
        maps = [parse_map(each) for each in self.maps]
        try:
            targets = targets_of(sheet.header, maps, one_condition=self.condition is not None)
        except FileTroubleError as error:
            # What was not understood may have been cut or decoded wrongly.
            read = f"The file was read as {sheet.kind}: --delimiter and --encoding say otherwise. Nothing saved."
            raise FileTroubleError(f"{str(error).removesuffix('Nothing saved.')}{read}") from None
        return ColumnMapping(
            header=sheet.header,
            targets=targets,
            condition=self.condition,
            date_format=self.date_format,
            scale=self.scale,
        )

    def _said_of_columns(self) -> list[str]:
        said = {
            "--map": self.maps,
            "--date-format": self.date_format,
            "--for": self.condition,
            "--scale": self.scale != 10,
            "--keep-duplicates": self.keep_duplicates,
        }
        return [name for name, value in said.items() if value]

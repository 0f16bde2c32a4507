"""What a command runs in: the options that every command has, the patient's file, the time and the console."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.terminal.console import Console
from paintrack.storage.location import database_path
from paintrack.storage.reader import Reader
from paintrack.storage.transactions import open_reader, open_writer
from paintrack.storage.writer import Writer


def clock() -> datetime:
    """The local time now, with its UTC offset."""
    return datetime.now().astimezone()


@dataclass(kw_only=True, repr=False, eq=False)
class Context:
    """The options that every command has; the file, the time (`now`, local with its offset) and the console."""

    db: Annotated[str | None, typer.Option("--db", metavar="PATH", help="The file to use (or set PAINTRACK_DB).")] = (
        None
    )
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No confirmations or hints; urgent advice is always shown."),
    ] = False
    plain: Annotated[
        bool, typer.Option("--plain", help="Plain sentences without tables or charts, for a screen reader.")
    ] = False
    ascii_marks: Annotated[bool, typer.Option("--ascii", help="Draw with ASCII characters only.")] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours (or set NO_COLOR).")] = False
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; fail when something is missing.")] = False
    now: datetime = field(default_factory=lambda: clock(), init=False)
    console: Console = field(init=False)

    def __post_init__(self) -> None:
        """Set up the console by the options."""
        self.console = Console(
            quiet=self.quiet,
            plain=self.plain,
            ascii_marks=self.ascii_marks,
            no_color=self.no_color,
            no_input=self.no_input,
        )

    @property
    def path(self) -> Path:
        """Where the patient's file is; it need not exist. Raises UsageError."""
        return database_path(self.db)

    @contextmanager
    def open_reader(self) -> Iterator[Reader]:
        """The file for reading; an empty history when there is no file. Raises FileTroubleError."""
        with open_reader(self.path) as reader:
            for warning in reader.warnings:
                self.console.warn(warning)
            yield reader

    @contextmanager
    def open_writer(self, *, create: bool = True) -> Iterator[Writer]:
        """The file for one write; after the block everything is on the disk.

        A missing file is created, or with `create` False refused: NotFoundError. Raises FileTroubleError.
        """
        with open_writer(self.path, self.now, create=create) as writer:
            try:
                yield writer
            finally:
                for sentence in writer.upgrades:
                    self.console.warn(sentence)
        self.console.saved = True
        for warning in writer.warnings:
            self.console.warn(warning)

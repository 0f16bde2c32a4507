"""What a command runs in: the options that every command has, the patient's file, the time and the console."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from paintrack.commands._shared.options.option_group import option_group
from paintrack.commands._shared.terminal.console import Console
from paintrack.errors import PaintrackError
from paintrack.model.settings import YES
from paintrack.model.values.moment import Moment
from paintrack.storage.file.location import database_path, diaries_elsewhere
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from paintrack.storage.reader import Reader

if TYPE_CHECKING:
    from paintrack.storage.writer import Writer


def clock() -> datetime:
    """The local time now, with its UTC offset."""
    return datetime.now().astimezone()


@option_group
class Context:
    """The options that every command has; the file, the time (`now`, local with its offset) and the console.

    `typed_time` is the time of the entry to save, as typed and as understood; None if no time was typed.
    """

    db: Annotated[str | None, typer.Option("--db", metavar="PATH", help="The file to use (or set PAINTRACK_DB).")] = (
        None
    )
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No confirmations or hints; urgent advice is always shown."),
    ] = False
    plain: Annotated[
        bool | None,
        typer.Option(
            "--plain/--no-plain",
            help="Plain sentences without tables or charts, for a screen reader (or set PAINTRACK_PLAIN=1).",
        ),
    ] = None
    ascii_marks: Annotated[
        bool | None,
        typer.Option("--ascii/--no-ascii", help="Draw with ASCII characters only (or set PAINTRACK_ASCII=1)."),
    ] = None
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours (or set NO_COLOR).")] = False
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; fail when something is missing.")] = False
    now: datetime = field(default_factory=lambda: clock(), init=False)
    console: Console = field(init=False)
    typed_time: tuple[str, Moment] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Set up the console by the options and the environment; the settings follow as soon as the file is open."""
        self.plain = _switch("PAINTRACK_PLAIN") if self.plain is None else self.plain
        self.ascii_marks = _switch("PAINTRACK_ASCII") if self.ascii_marks is None else self.ascii_marks
        self.console = Console(
            quiet=self.quiet,
            plain=self.plain,
            find_switch=self._find_switch,
            ascii_marks=self.ascii_marks,
            no_color=self.no_color,
            no_input=self.no_input,
        )

    @property
    def path(self) -> Path:
        """The path of the patient's file, which need not exist. Raises UsageError."""
        return database_path(self.db)

    @contextmanager
    def open_reader(self, *, checked: bool = False) -> Iterator[Reader]:
        """The file for reading; an empty history if there is no file. Raises FileTroubleError.

        `checked`: the whole file is checked first, however large it is, because its content is to leave it.
        """
        with open_reader(self.path, checked=checked) as reader:
            for warning in reader.warnings:
                self.console.warn(warning)
            self._apply_settings(reader)
            yield reader

    @contextmanager
    def open_writer(self, *, create: bool = True) -> "Iterator[Writer]":
        """The file for one write; after the block everything is on the disk.

        A missing file is created or, if `create` is False, refused with NotFoundError. Raises FileTroubleError.
        """
        path = self.path
        elsewhere = diaries_elsewhere(path, self.db)
        with open_writer(path, self.now, create=create) as writer:
            self._apply_settings(writer)
            try:
                yield writer
            finally:
                for sentence in writer.upgrades:
                    self.console.warn(sentence)
        self.console.saved = True
        for warning in writer.warnings:
            self.console.warn(warning)
        if self.typed_time is not None:
            from paintrack.commands._shared.time_hints import show_time_hint

            show_time_hint(self.console, *self.typed_time, writer.saved, self.now)
        if elsewhere is not None:
            from paintrack.views.confirmations.files.new_diary import new_diary_hint

            self.console.hint(new_diary_hint(str(path), list(map(str, elsewhere)), self.console.width))

    def _find_switch(self, name: str) -> bool:
        """Whether the setting is on, for what is said before the file is open; False if it cannot be read."""
        from paintrack.storage.file.setting_without_checks import setting_at_once

        with suppress(PaintrackError):
            return setting_at_once(self.path, name) == YES
        return False

    def _apply_settings(self, reader: Reader) -> None:
        """Set up the console by the settings, unless an option or the environment has decided."""
        if None in (self.plain, self.ascii_marks):
            settings = reader.settings()
            self.console.plain = settings.get("plain") == YES if self.plain is None else self.plain
            self.console.ascii_marks = settings.get("ascii") == YES if self.ascii_marks is None else self.ascii_marks


def _switch(variable: str) -> bool | None:
    """What an environment variable decides: None if unset or empty, False for 0, no, off and false, else True."""
    value = os.environ.get(variable, "").strip().lower()
    return value not in ("0", "no", "off", "false") if value else None

"""What every command has around it: the file, the clock, the screen and the options that mean the same everywhere."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from paintrack.commands._shared.streams import answer, screen_width, talk, terminal_width
from paintrack.errors import DeclinedError, NotFoundError, StoppedError, UsageError
from paintrack.model.entry import LETTERS, AnyEntry, kind_name
from paintrack.model.text import capitalize_first
from paintrack.storage.location import database_path
from paintrack.storage.reader import Reader
from paintrack.storage.store import reading, writing
from paintrack.storage.writer import Writer

if TYPE_CHECKING:
    from paintrack.model.selection import Selection


def clock() -> datetime:
    """The local time now, with its UTC offset."""
    return datetime.now().astimezone()


@dataclass(kw_only=True, repr=False, eq=False)
class Here:
    """The options that every command has, and what follows from them."""

    db: Annotated[str | None, typer.Option("--db", metavar="PATH", help="The file to use (or set PAINTRACK_DB).")] = (
        None
    )
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="No confirmations or hints; urgent advice is always shown."),
    ] = False
    plain: Annotated[
        bool, typer.Option("--plain", help="Plain sentences, no table, no picture: for a screen reader.")
    ] = False
    ascii_marks: Annotated[bool, typer.Option("--ascii", help="Draw with ASCII characters only.")] = False
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask; fail when something is missing.")] = False
    saved: bool = field(default=False, init=False)
    now: datetime = field(default_factory=lambda: clock(), init=False)

    @property
    def path(self) -> Path:
        """Where the patient's file is; it need not exist. Raises UsageError."""
        return database_path(self.db)

    @property
    def width(self) -> int:
        """The columns to use: the terminal's, COLUMNS, or 80 off a terminal; 40 at least."""
        return screen_width()

    def width_with(self, name: str) -> int:
        """The columns for an answer that holds this name: a path stays on one line where a program may read it."""
        return terminal_width(sys.stdout) if {"/", "\\"} & set(name) else self.width

    @property
    def ascii_only(self) -> bool:
        """Whether to draw with ASCII: asked for, or the locale or the output's encoding needs it."""
        locale = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
        encoding = (sys.stdout.encoding or "") if sys.stdout else ""
        return self.ascii_marks or locale in ("C", "POSIX") or "utf" not in encoding.lower()

    @property
    def colour(self) -> bool:
        """Whether colours may be used: on a terminal that has them, unless NO_COLOR is set."""
        on_terminal = bool(sys.stdout and sys.stdout.isatty())
        return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    @property
    def may_ask(self) -> bool:
        """Whether there is a person to ask."""
        return not self.no_input and bool(sys.stdin and sys.stdin.isatty())

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """The file to read; an empty history when it is not there."""
        with reading(self.path) as reader:
            for remark in reader.remarks:
                self.warn(remark)
            yield reader

    @contextmanager
    def writing(self, *, make: bool = True) -> Iterator[Writer]:
        """One write; what is printed after the block is true on the disk."""
        with writing(self.path, self.now, make=make) as writer:
            yield writer
        self.saved = True
        for remark in writer.remarks:
            self.warn(remark)

    def entries(self, selection: "Selection") -> list[AnyEntry]:
        """The entries that fit the selection, oldest first."""
        with self.reading() as reader:
            return reader.entries(selection)

    def say(self, text: str) -> None:
        """The command's result, to standard output. Raises AnswerLostError when it cannot be written."""
        answer(text, saved=self.saved)

    def acknowledge(self, text: str) -> None:
        """What was done, to standard output, unless --quiet."""
        if not self.quiet:
            self.say(text)

    def hint(self, text: str) -> None:
        """What helps and is no result, to standard error, unless --quiet."""
        if not self.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """What must be told, to standard error, always."""
        talk(text)

    def say_json(self, value: Any) -> None:
        """A value as JSON, to standard output: indented for a person, on one line for a program."""
        import json

        for_person = bool(sys.stdout and sys.stdout.isatty())
        self.say(json.dumps(value, ensure_ascii=False, indent=2 if for_person else None))

    def ask(self, question: str) -> str:
        """The person's answer to a question; empty for Enter. Raises StoppedError on Ctrl-C or the end of input."""
        try:
            typed: str = typer.prompt(question, default="", show_default=False, err=True)
        except typer.Abort:
            raise StoppedError("Stopped. Nothing saved.") from None
        return typed.strip()

    def agree(self, question: str, *, yes: bool, option: str = "--yes") -> None:
        """Ask before a step that may be wrong. Raises UsageError off a terminal without the option that answers,
        DeclinedError on no.
        """
        if yes:
            return
        if not self.may_ask:
            raise UsageError(f"{question} Say so with {option}. Nothing was changed.")
        try:
            agreed = typer.confirm(question, err=True)
        except typer.Abort:
            raise StoppedError("Nothing was changed.") from None
        if not agreed:
            raise DeclinedError("Nothing was changed.")

    def found(self, reader: Reader, label: str) -> AnyEntry:
        """The entry that `label` (`12`, `r5`) names. Raises UsageError for no id, NotFoundError for no entry."""
        found = re.fullmatch(r"([a-z]?)([0-9]{1,15})", label.lower(), re.ASCII)
        kind = LETTERS.get(found[1]) if found else None
        if found is None or kind is None:
            raise UsageError(f"{label} is no id. Ids are numbers such as 12, or r5 for a reading: paintrack list")
        entry = reader.entry(kind, int(found[2]))
        if entry is None:
            raise NotFoundError(f"There is no {kind_name(kind)} {label}. See the ids with: paintrack list")
        if entry.deleted:
            name = capitalize_first(kind_name(kind))
            raise NotFoundError(f"{name} {label} was deleted. Undo takes back the newest change first.")
        return entry

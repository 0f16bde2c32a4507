"""Words that ask for what was deleted (`undelete 2`, `restore 2`, `redo r1`), and what brings that back."""

from collections.abc import Sequence

from typer.core import TyperOption

from paintrack.commands._shared.guidance.command_line_parts import Part, arguments_of, parts_of
from paintrack.commands._shared.guidance.meanings.named_ids import ids_in
from paintrack.commands._shared.id_resolution import kind_of_label, labels_of, parse_id
from paintrack.errors import MisplacedWordsError, PaintrackError
from paintrack.model.changes.undeletion_errors import (
    MoreWouldChangeError,
    NoDeletionFoundError,
    NoEntryToBringBackError,
    Obstacle,
)
from paintrack.model.displayed_text import listed
from paintrack.model.entries import KIND_ROWS, AnyEntry, kind_name
from paintrack.model.typed.typed_text import folded
from paintrack.storage.copies.purge import purged_uid
from paintrack.storage.queries.undeletion_steps import WayBack, last_deleted, way_back
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.deletion import describes_deletion

# Of these a file may be meant as well.
_OF_FILES_TOO = {"recover", "recovery", "restore"}
_BRINGING_BACK = _OF_FILES_TOO | {"reinstate", "resurrect"}
_DELETIONS = {"delete", "deleted", "remove", "removed", "rm", "del", "drop", "discard", "erase", "trash"}
# How far back a deletion is looked for by its description.
_MOST_STEPS = 1000


def brings_back(word: str) -> bool:
    """Whether it may ask for what was deleted: `undelete`, `recover`; `unrate` takes back what is there."""
    name = folded(word).replace("_", "-")
    return name in _BRINGING_BACK or (name.startswith("un") and name.removeprefix("un").removeprefix("-") in _DELETIONS)


def meant_back(word: str, rest: Sequence[str], options: Sequence[TyperOption], reader: Reader) -> list[str]:
    """The command line for one that begins with such a word; empty where it is about a file. Raises as `bringing_back`.

    `options` are those of `undo`.
    """
    behind = [each for each in rest if each != "--for"]
    parts = parts_of(behind, options) or [Part(words=[each for each in behind if not each.startswith("-")])]
    words = [each for part in parts for each in part.words]
    if folded(word) in _OF_FILES_TOO and not ids_in(labels_of(words)):
        return []
    return [*bringing_back(words, reader), *arguments_of(part for part in parts if part.option != "--steps")]


def is_deleted(label: str, reader: Reader) -> bool:
    """Whether there is an entry with this id, and it is deleted."""
    entry = _entry_or_none(label, reader)
    return entry is not None and entry.deleted is not None


def is_recorded(label: str, reader: Reader) -> bool:
    """Whether there is an entry with this id that is not deleted."""
    entry = _entry_or_none(label, reader)
    return entry is not None and entry.deleted is None


def _entry_or_none(label: str, reader: Reader) -> AnyEntry | None:
    try:
        return reader.entry(*parse_id(label))
    except PaintrackError:
        return None


def bringing_back(words: Sequence[str], reader: Reader) -> list[str]:
    """The command line that brings back what the words name and nothing else: entries, a condition; without words the
    last deletion.

    Raises NoEntryToBringBackError, NoDeletionFoundError, MoreWouldChangeError where something else changes with it, and
    MisplacedWordsError with the command lines where it takes more than one.
    """
    if ids := ids_in(labels_of(words)):
        return _entries_back([_deleted_entry(each, reader) for each in ids], reader)
    condition = " ".join(words) or None
    steps = reader.steps_to_undo(_MOST_STEPS)
    place = next((n for n, step in enumerate(steps) if describes_deletion(step.what, condition=condition)), None)
    if place is not None:
        name = condition or "what was deleted last"
        return _command_line(name, WayBack(steps[: place + 1], is_undo=True, has_others=place > 0))
    if condition is None and (newest := last_deleted(reader, None)) is not None:
        return _entries_back([_existing(reader, *newest)], reader)
    raise NoDeletionFoundError(condition)


def of_one_change(words: Sequence[str], reader: Reader) -> list[str]:
    """`bringing_back`, and empty where it raises."""
    try:
        return bringing_back(words, reader)
    except PaintrackError:
        return []


def _deleted_entry(label: str, reader: Reader) -> AnyEntry:
    """The deleted entry with this id; `last` is the one that was deleted last. Raises NoEntryToBringBackError."""
    if (kind := kind_of_label(label)) is not None and label.casefold().startswith("last"):
        newest = last_deleted(reader, None if label.casefold() == "last" else kind)
        if newest is None:
            raise NoDeletionFoundError(None)
        return _existing(reader, *newest)
    return _existing(reader, *parse_id(label))


def _existing(reader: Reader, kind: str, number: int) -> AnyEntry:
    label = f"{KIND_ROWS[kind].letter}{number}"
    entry = reader.entry(kind, number)
    if entry is None:
        is_purged = purged_uid(reader, kind, number) is not None
        raise NoEntryToBringBackError(kind, label, Obstacle.PURGED if is_purged else Obstacle.UNKNOWN)
    if entry.deleted is None:
        raise NoEntryToBringBackError(kind, label, Obstacle.NOT_DELETED)
    return entry


def _entries_back(entries: Sequence[AnyEntry], reader: Reader) -> list[str]:
    way = way_back(reader, [*{entry.uid: entry for entry in entries}])
    if way is None:
        out_of_reach = next((each for each in entries if way_back(reader, [each.uid]) is None), None)
        if out_of_reach is not None:
            raise NoEntryToBringBackError(out_of_reach.kind, out_of_reach.label, Obstacle.OUT_OF_REACH)
        # One needs undo and another one redo, which no command line does at once.
        ways = [_entries_back([each], reader) for each in entries]
        raise MisplacedWordsError([line for place, line in enumerate(ways) if line not in ways[:place]])
    return _command_line(listed([f"{kind_name(each.kind)} {each.label}" for each in entries], "and"), way)


def _command_line(name: str, way: WayBack) -> list[str]:
    """The command line for the steps, where they bring back just what is named. Raises MoreWouldChangeError."""
    count = len(way.steps)
    line = ["undo" if way.is_undo else "redo", *(["--steps", str(count)] if count > 1 else [])]
    if way.has_others:
        raise MoreWouldChangeError(name, [step.what for step in way.steps], line)
    return line

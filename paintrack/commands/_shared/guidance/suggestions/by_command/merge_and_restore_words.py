"""What is meant by words behind `merge` and `restore` that name no single file."""

from collections.abc import Sequence
from itertools import dropwhile

from paintrack.commands._shared.copies.copy_or_exported_history import names_no_copy
from paintrack.commands._shared.guidance.command_arguments_and_examples import EXPORTED_FILES, WORDS_OF_COMMANDS
from paintrack.commands._shared.guidance.meanings.named_ids import ids_in
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import (
    KINDS_OF_COMMANDS,
    meant_of_names,
)
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import is_recorded
from paintrack.commands._shared.id_resolution import labels_of
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_DEVICES = {"phone", "iphone", "android", "tablet", "laptop", "computer"}
# What stands before one: `my other computer`.
_WHICH = {"my", "the", "a", "new", "other", "old", "another", "second"}


def meant_of_source(words: Sequence[str]) -> list[str]:
    """The command line for words behind `import from` that name a device or a program, and no file."""
    source = folded(" ".join(words)).removeprefix("my ").removeprefix("the ")
    if source in EXPORTED_FILES:
        return ["import", *EXPORTED_FILES[source][:1], "--dry-run"]
    return ["help", "computers"] if _is_device(words) else []


def lines_of_device(words: Sequence[str]) -> list[list[str]]:
    """The command lines for a device alone, in the place of a command: `new laptop`; none for other words."""
    if len(words) > 1 and _is_device(words):
        return [["help", "computers"], ["merge", "laptop.db", "--dry-run"]]
    return []


def _is_device(words: Sequence[str]) -> bool:
    return folded(" ".join(dropwhile(lambda word: folded(word) in _WHICH, words))) in _DEVICES


def meant_of_copies(command: str, words: Sequence[str], reader: Reader) -> list[list[str]]:
    """The command lines for entries, which are joined by hand; for names; for each of several files; for no file."""
    if command == "restore":
        return [["backup", "--list"]] if names_no_copy(words) else []
    files = [word for word in words if folded(word) not in ("and", "with")]
    if _is_device(files):
        # Its file has to be brought here first.
        return [["merge", "laptop.db", "--dry-run"], ["help", "computers"]]
    for names in KINDS_OF_COMMANDS:
        if lines := [*meant_of_names(names, ["merge", *files], reader)]:
            return lines
    if len(files) > 1 and all(map(WORDS_OF_COMMANDS["merge"].fits, files)):
        return [["merge", file] for file in files]
    ids = ids_in(labels_of([word for word in words if folded(word) != "with"]))
    return [["show", id_] for id_ in ids] if len(ids) > 1 and all(is_recorded(each, reader) for each in ids) else []

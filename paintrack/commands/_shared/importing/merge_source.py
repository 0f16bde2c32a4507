"""The file to merge, checked wholly: a paintrack file, a copy of one, or exported JSON. It is only read."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.importing.import_source import open_import_source
from paintrack.commands._shared.terminal.progress import with_progress
from paintrack.errors import InvalidContentError
from paintrack.exchange.formats import JSON, history_in_formats
from paintrack.exchange.importing.checked_file import CheckedFile
from paintrack.exchange.importing.database_entry_check import strict_entry
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import ReadOptions
from paintrack.model.selection import Selection
from paintrack.path_checks import is_regular_file
from paintrack.storage.copies.untrusted_copy import open_source_copy
from paintrack.storage.mapping import chunked
from paintrack.storage.queries.former_states import former_states
from paintrack.storage.queries.twins_named_by_merge import named_twins
from paintrack.storage.reader import Reader

_BEGINNING = 64


@contextmanager
def open_merge_source(path: Path, context: Context, passphrase: Callable[[], str]) -> Iterator[CheckedFile]:
    """The content of the file at `path`, in any of its forms; `passphrase` is called for an encrypted one.

    Its entries show progress while they are read, because that is what takes time in a merge. Raises FileTroubleError,
    and UsageError if the extra that decrypts is not installed.
    """
    if _is_json(path):
        with open_import_source(str(path), history_in_formats()[JSON], ReadOptions(), context) as checked:
            checked.entries = _showing_progress(checked.entries, None, context)
            yield checked
        return
    with open_source_copy(path, passphrase) as source:
        yield _checked_file(source.reader, path, context)


def _showing_progress(
    entries: Iterable[AnyEntry], total: Callable[[], int] | None, context: Context
) -> Iterable[AnyEntry]:
    return entries if context.console.quiet else with_progress(entries, total, "Merging", plain=context.console.plain)


def _is_json(path: Path) -> bool:
    if not is_regular_file(path):
        return False
    try:
        with path.open("rb") as file:
            return file.read(_BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    except OSError:
        return False


def _checked_file(reader: Reader, path: Path, context: Context) -> CheckedFile:
    tombstones = reader.tombstones()
    deleted: list[AnyEntry] = []
    for chunk in chunked(tombstones):
        deleted += reader.by_uids([each.uid for each in chunk]).values()
    with_content = {entry.uid for entry in deleted}

    def total() -> int:
        return sum(reader.counts().values()) + len(deleted)

    return CheckedFile(
        entries=_showing_progress(_strictly_read(reader, deleted, path), total, context),
        settings=reader.stored_settings(),
        tombstones=[each for each in tombstones if each.uid not in with_content],
        is_complete=True,
        former_states=partial(former_states, reader),
        named_twins=named_twins(reader),
    )


def _strictly_read(reader: Reader, deleted: list[AnyEntry], path: Path) -> Iterator[AnyEntry]:
    """The entries of the file, each checked by the rules for imported JSON, because the file is not to be trusted.

    Raises InvalidContentError for `path`.
    """
    for entry in chain(reader.stream(Selection()), deleted):
        checked_entry = strict_entry(entry)
        if checked_entry is None:
            raise InvalidContentError(path)
        yield checked_entry

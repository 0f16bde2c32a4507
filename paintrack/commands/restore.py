"""Putting a backup in the place of the patient's file."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.copies.copy_or_exported_history import names_no_copy, reject_history
from paintrack.commands._shared.copies.passphrase import PassphraseOptions
from paintrack.commands._shared.guidance.meanings.named_ids import ids_in
from paintrack.commands._shared.id_resolution import labels_of
from paintrack.commands._shared.options.common_options import JsonOption, YesOption, reject_standard_stream
from paintrack.errors import DamagedFileError, NoCopyError, UsageError
from paintrack.model.displayed_text import visible_path
from paintrack.path_checks import is_absent, is_same_file
from paintrack.storage.copies import restore
from paintrack.storage.copies.backup import OwnCopy, own_copies
from paintrack.storage.copies.untrusted_copy import SourceCopy, open_source_copy
from paintrack.storage.copies.values_left_only_in_copy import count_entries_with_lost_values
from paintrack.views.confirmations.files.copy_confirmations import (
    left_out_hint,
    purged_warning,
    restore_confirmation,
    restore_question,
)
from paintrack.views.text_layout import fill

File = Annotated[str | None, typer.Argument(metavar="FILE", help="The backup, plain or encrypted.")]


def run(
    context: Context,
    options: PassphraseOptions,
    file: File = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Put a backup in the place of your file, which is copied first; asks first.

    paintrack restore ~/paintrack-backup.db

    A damaged file of yours is moved aside, not deleted. The backup itself is only read, after a check of all of it.
    """
    reject_standard_stream(file, "restore", "restore FILE")
    if file and is_absent(Path(file)) and names_no_copy(file.split()):
        file = ""
    if not file or is_absent(Path(file)):
        if file and ids_in(labels_of(file.split())):
            # An entry may be meant: it comes back by `undo`.
            raise UsageError(f"restore takes the file of a backup. You typed {visible_path(file)}.")
        raise NoCopyError(file or None, [(copy.made, str(copy.path)) for copy in _own_copies(context)])
    reject_history(file)
    source_path, console = Path(file), context.console
    if is_same_file(source_path, context.path):
        if as_json:
            console.say_json(_record(file, None, None))
        else:
            itself = f"{visible_path(file)} is your paintrack file itself; there is nothing to restore."
            console.say(itself, paths=[file])
        return
    with open_source_copy(source_path, lambda: options.existing(console)) as source:
        _ask(context, source, file, yes=yes)
        restored = restore.restore(source, source_path, context.path, context.now)
        counts = source.reader.counts()
    console.saved = True
    if source.left_out:
        console.hint(fill(left_out_hint(source.left_out), console.width))
    if as_json:
        console.say_json(_record(file, counts, restored))
        return
    console.acknowledge(
        restore_confirmation(
            file,
            counts,
            former=restored.former_file,
            is_damaged=restored.moved_aside is not None,
            width=console.width,
        ),
        paths=[file, restored.former_file or ""],
    )


def _own_copies(context: Context) -> list[OwnCopy]:
    with suppress(OSError):
        return own_copies(context.path)
    return []


def _record(
    file: str, entries: Mapping[str, int] | None, restored: restore.Restored | None
) -> dict[str, str | bool | Mapping[str, int] | None]:
    """What `--json` shows; if `restored` is None, nothing was restored."""
    return {
        "file": file,
        "restored": restored is not None,
        "entries": entries,
        "former_file": restored and restored.former_file,
        "damaged": None if restored is None else restored.moved_aside is not None,
    }


def _ask(context: Context, source: SourceCopy, file: str, *, yes: bool) -> None:
    """Say what is in the backup and in the file, and ask. Raises DeclinedError, UsageError, FileTroubleError."""
    counts, newest, purged, shortened = None, None, 0, 0
    try:
        if not restore.is_wiped(context.path):
            with context.open_reader(checked=True) as reader:
                counts, newest = reader.counts(), reader.newest_session()
                purged = restore.count_purged(source.reader, reader)
                shortened = count_entries_with_lost_values(source.reader, reader)
    except DamagedFileError:
        counts = None
    if purged or shortened:
        context.console.warn(fill(purged_warning(purged, shortened), context.console.width))
    question = restore_question(
        source.reader.counts(),
        source.reader.newest_session(),
        counts,
        newest,
        width=context.console.width,
    )
    if not yes and context.console.may_ask:
        context.console.warn(question)
    context.console.require_confirmation(
        f"Restore {visible_path(file)}?", refusal=f"{file} was not restored", yes=yes, paths=[file]
    )

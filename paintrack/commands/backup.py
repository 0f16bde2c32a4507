"""A backup of the file, plain or encrypted."""

from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.copies.passphrase import PassphraseOptions
from paintrack.commands._shared.guidance.command_arguments_and_examples import WORDS_OF_COMMANDS
from paintrack.commands._shared.options.common_options import (
    JsonOption,
    means_list,
    reject_ignored,
    reject_standard_stream,
    reject_with_list,
)
from paintrack.errors import FileTroubleError, UsageError
from paintrack.exchange.exporting import atomic_write
from paintrack.model.typed.typed_text import folded
from paintrack.private_file import read_back, write_all
from paintrack.storage.copies import backup, encryption
from paintrack.storage.copies.snapshot import Snapshot, write_verified
from paintrack.views.confirmations.files.copy_confirmations import (
    LOSS_WARNING,
    NO_BACKUP,
    backup_confirmation,
    copy_list,
)
from paintrack.views.refusals.option_refusals import encrypted_without_name, force_without_file, word_as_copy_name
from paintrack.views.text_layout import fill

# Words that say what to do and do not name a file; a file with such a name can be typed as `./now`.
NO_NAMES = {
    *(WORDS_OF_COMMANDS.keys() - {"list"}), "help", "note", "question", "overall", "config", "conditions",
    "practitioners", "points", "effect", "now", "today", "show", "all", "new", "create", "make", "copies", "backups",
}  # fmt: skip

File = Annotated[
    str | None, typer.Argument(metavar="[FILE]", help="The file to write. Default: a dated one beside yours.")
]
Encrypt = Annotated[
    bool,
    typer.Option("--encrypt", help=f"Encrypt it with a passphrase, for a cloud or a stick: x{encryption.EXTENSION}."),
]
ListOption = Annotated[bool, typer.Option("--list", help="Show the dated backups, the newest first.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


def run(
    context: Context,
    options: PassphraseOptions,
    file: File = None,
    encrypt: Encrypt = False,
    force: Force = False,
    show_all: ListOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write a checked copy of your file: everything that is in it, with what undo needs.

    paintrack backup

    The newest ten dated backups are kept; one with a name of your own is never removed.

    paintrack backup --encrypt /media/stick/paintrack.age
    """
    if means_list(words := [] if file is None else [file]):
        show_all, words = True, []
    if show_all:
        reject_with_list([words, encrypt, force, options.passphrase_fd], "backups", "backup", verb="write")
        _show_copies(context, as_json=as_json)
        return
    _reject_contradictions(options, file, encrypt=encrypt, force=force)
    if file is None:
        copy, snapshot = backup.write_backup(context.path, context.now)
    else:
        copy = Path(file)
        snapshot = _write(context, copy, options if encrypt else None, force=force)
    context.console.saved = True
    path = str(copy)
    if as_json:
        context.console.say_json({"file": path, "encrypted": encrypt, "entries": dict(snapshot.counts)})
        return
    context.console.acknowledge(
        backup_confirmation(path, snapshot.counts, is_encrypted=encrypt, width=context.console.width_for(path)),
        paths=[path],
    )


def _show_copies(context: Context, *, as_json: bool) -> None:
    copies = [(copy.made, str(copy.path)) for copy in backup.own_copies(context.path)]
    if as_json:
        context.console.say_json([{"made": made.isoformat(), "file": path} for made, path in copies])
    elif copies:
        context.console.say_texts(copy_list(copies, plain=context.console.plain))
    else:
        context.console.say(fill(NO_BACKUP, context.console.width))


def _reject_contradictions(options: PassphraseOptions, file: str | None, *, encrypt: bool, force: bool) -> None:
    has_extension = file is not None and file.lower().endswith(encryption.EXTENSION)
    reject_standard_stream(file, "backup", "backup FILE")
    if file is not None and folded(file) in NO_NAMES:
        raise UsageError(word_as_copy_name(file))
    if encrypt and not has_extension:
        raise UsageError(encrypted_without_name(encryption.EXTENSION))
    if has_extension and not encrypt:
        raise UsageError(f"{file} would not be encrypted: add --encrypt.")
    if file is None:
        reject_ignored([force], force_without_file("backup FILE --force"))
    if not encrypt:
        reject_ignored([options.passphrase_fd], "--passphrase-fd goes with --encrypt.")


def _write(context: Context, copy: Path, options: PassphraseOptions | None, *, force: bool) -> Snapshot:
    """Write the backup to a name that the person chose, encrypted unless `options` is None; returns its content."""
    if backup.is_own_name(copy, context.path):
        raise UsageError(f"paintrack gives and removes names like {copy.name} itself; choose another.")
    snapshot = backup.checked_snapshot(context.path)
    # Opened first, so that a name is refused before a passphrase is asked for.
    with atomic_write.atomic_write(copy, force=force, own_file=context.path) as stream:
        if options is None:
            write_verified(stream.fileno(), snapshot.content, copy)
        else:
            _write_encrypted(context, stream.fileno(), snapshot.content, copy, options)
    return snapshot


def _write_encrypted(context: Context, descriptor: int, content: bytes, copy: Path, options: PassphraseOptions) -> None:
    """Write the content encrypted only, then read it back, decrypt it and compare.

    Raises UsageError without the extra or a passphrase, FileTroubleError if the copy differs.
    """
    encryption.reject_missing_extra()
    context.console.warn(fill(LOSS_WARNING, context.console.width))
    passphrase = options.new(context.console)
    write_all(descriptor, encryption.encrypt(content, passphrase))
    if encryption.decrypt(read_back(descriptor), passphrase, copy) != content:
        raise FileTroubleError(f"The copy cannot be read back: {copy}", copy)

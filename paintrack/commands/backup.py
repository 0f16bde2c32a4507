"""A backup of the file."""

from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.common_options import reject_ignored
from paintrack.commands._shared.context import Context
from paintrack.errors import UsageError
from paintrack.exchange.exporting import atomic_write
from paintrack.storage.copies import backup
from paintrack.storage.copies.snapshot import Snapshot, write_verified
from paintrack.views.confirmations.copy_confirmations import backup_confirmation

File = Annotated[
    str | None, typer.Argument(metavar="[FILE]", help="The file to write. Default: a dated one beside yours.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


def run(context: Context, file: File = None, force: Force = False) -> None:
    """Write a checked copy of your file: everything that is in it, with what undo needs.

    paintrack backup

    Of those without a name of your own the newest ten are kept; one that you name is never removed.

    paintrack backup /media/stick/paintrack.db
    """
    if file is None:
        reject_ignored([force], "--force replaces a file: paintrack backup FILE --force")
        copy, snapshot = backup.write_backup(context.path, context.now)
    else:
        copy = Path(file)
        snapshot = _write(context, copy, force=force)
    path = str(copy)
    context.console.acknowledge(backup_confirmation(path, snapshot.counts, width=context.console.width_for(path)))


def _write(context: Context, copy: Path, *, force: bool) -> Snapshot:
    if backup.is_own_name(copy, context.path):
        raise UsageError(f"paintrack gives and removes names like {copy.name} itself; choose another.")
    snapshot = backup.checked_snapshot(context.path)
    with atomic_write.atomic_write(copy, force=force, own_file=context.path) as stream:
        write_verified(stream.fileno(), snapshot.content, copy)
    return snapshot

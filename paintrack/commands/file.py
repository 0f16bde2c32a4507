"""Where the file is, whether it is sound, what is in it, and the salvage of a damaged one."""

from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption, reject_ignored, reject_standard_stream
from paintrack.commands._shared.terminal.db_option_in_shown_commands import with_named_file
from paintrack.errors import DamagedFileError, FileTroubleError, PaintrackError, UsageError
from paintrack.exchange.exporting import atomic_write
from paintrack.path_checks import is_absent
from paintrack.storage.copies.lossless_repair import repair
from paintrack.storage.copies.salvaging.salvage import salvage
from paintrack.storage.copies.snapshot import write_verified
from paintrack.storage.file.file_facts import FileFacts, inspect_file
from paintrack.views.confirmations.files.copy_confirmations import salvage_confirmation
from paintrack.views.refusals.option_refusals import force_without_file
from paintrack.views.refusals.refusal_of_error import refusal
from paintrack.views.status.file_screen import FileState, file_json, file_screen, paths_in, problems
from paintrack.views.value_words import counted

# Descriptions of tables, views and columns for Datasette (https://docs.datasette.io/en/stable/metadata.html).
METADATA = Path(__file__).parents[1] / "data" / "metadata.json"
Fix = Annotated[
    bool, typer.Option("--fix", help="Mend what can be mended safely: modes, WAL, indexes, temporary files.")
]
SalvageOption = Annotated[
    str | None, typer.Option("--salvage", metavar="OUT.db", help="Write every readable entry to a new file.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace OUT.db when it is there already.")]


def run(
    context: Context,
    fix: Fix = False,
    salvage_to: SalvageOption = None,
    force: Force = False,
    as_json: JsonOption = False,
) -> None:
    """Show where your file is, whether it is sound, what is in it, and its newest backup.

    paintrack file

    Exit code 1 when something is wrong.
    """
    if salvage_to is not None:
        reject_ignored([fix, as_json], "--salvage takes no other option than --force.")
        reject_standard_stream(salvage_to, "--salvage", "file --salvage OUT.db")
        _salvage(context, Path(salvage_to), force=force)
        return
    reject_ignored([force], force_without_file("file --salvage OUT.db --force"))
    facts = inspect_file(context.path, context.now)
    if fix:
        for sentence in repair(facts, context.now):
            context.console.hint(sentence)
        facts = inspect_file(context.path, context.now)
    state = _state(facts)
    if as_json:
        record = file_json(state, context.now)
        sentences = {key: [*map(with_named_file, record[key])] for key in ("problems", "notices")}
        context.console.say_json(record | sentences)
    else:
        width = context.console.width
        screen = file_screen(state, context.now, width=width, plain=context.console.plain, is_after_fix=fix)
        context.console.say(screen, paths=paths_in(state))
    if wrong := problems(state):
        raise FileTroubleError("" if as_json else f"{counted(len(wrong), 'problem')} with the file: see above.")


def _state(facts: FileFacts) -> FileState:
    newest = facts.backups[0] if facts.backups else None
    return FileState(
        path=str(facts.path),
        real_path=str(facts.real_path),
        exists=facts.kind not in (None, "absent") or bool(facts.trouble),
        size=facts.size,
        version=facts.version,
        needs_upgrade=facts.needs_upgrade,
        in_wal_mode=facts.in_wal_mode,
        is_read_only=facts.is_read_only,
        mode=facts.mode,
        lax_modes={str(path): mode for path, mode in facts.modes.items()},
        counts=facts.counts,
        integrity=facts.integrity,
        broken_references=facts.broken_references,
        trouble=_trouble(facts.trouble),
        is_damaged=facts.is_damaged,
        deleted=facts.deleted,
        with_removed_ratings=facts.with_removed_ratings,
        former_states=facts.former_states,
        unreadable_states=facts.unreadable_states,
        purged=facts.purged,
        open_sessions=facts.open_sessions,
        future=facts.future,
        set_back=facts.set_back,
        backups=len(facts.backups),
        last_backup=None if newest is None else (str(newest.path), newest.made),
        synced=facts.synced,
        leftovers=[str(each) for each in facts.leftovers],
        stopped_write=None if facts.stopped_write is None else str(facts.stopped_write),
        metadata=str(METADATA),
    )


def _trouble(error: PaintrackError | None) -> str:
    """Why the file cannot be read, empty if it can; the usual refusal of a damaged one would name this very command."""
    if isinstance(error, DamagedFileError):
        return "The file is damaged. Not all of it can be read."
    return "" if error is None else refusal(error)


def _salvage(context: Context, path: Path, *, force: bool) -> None:
    if is_absent(context.path):
        raise UsageError(f"There is no file to salvage: {context.path}")
    with atomic_write.atomic_write(path, force=force, own_file=context.path) as stream:
        salvaged = salvage(context.path)
        write_verified(stream.fileno(), salvaged.content, path)
    context.console.saved = True
    context.console.acknowledge(
        salvage_confirmation(
            str(path),
            salvaged.counts,
            lost=salvaged.lost,
            incomplete=salvaged.incomplete,
            unreadable_parts=salvaged.unreadable_parts,
            deleted=salvaged.deleted,
            may_lack_all=salvaged.may_lack_all,
            width=context.console.width,
        ),
        paths=[str(path)],
    )

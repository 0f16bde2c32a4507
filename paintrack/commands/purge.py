"""Deleting for good."""

from typing import Annotated, NamedTuple

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.id_resolution import entry_of, parse_id
from paintrack.commands._shared.options.common_options import JsonOption
from paintrack.errors import (
    DeclinedError,
    FileTroubleError,
    NotFoundError,
    PartlySavedError,
    StoppedError,
    StoppedHalfwayError,
    UsageError,
)
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.names.short_names import names_meant
from paintrack.model.typed.typed_text import one_line
from paintrack.storage.copies import backup, copies_holding_purged_entries, purge
from paintrack.storage.copies.purge import Purged
from paintrack.storage.copies.purge_scope import PurgeCounts, PurgeTarget, conditions_in_file, deleted_of_the_same_day
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.files import purge_confirmation as view
from paintrack.views.history.entry_detail import entry_in_full
from paintrack.views.refusals.not_found_refusals import nothing_to_purge
from paintrack.views.refusals.refusal_of_error import refusal
from paintrack.views.value_words import counted

WORD = "PURGE"

Id = Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this entry, deleted or not: 12, n3.")]
ScoresOfOption = Annotated[
    str | None, typer.Option("--for", metavar="CONDITION", help="All scores of this condition, deleted or not.")
]
RemoveBackups = Annotated[
    bool, typer.Option("--remove-backups", help="Also remove the dated backups that still hold it.")
]

YesOffTerminal = Annotated[
    bool, typer.Option("--yes", "-y", help="Confirm in a script; on a terminal PURGE must be typed all the same.")
]


class _Removal(NamedTuple):
    """Whether backups are to be removed (`is_wanted`), and what has confirmed it: the word for this purge, or `yes`."""

    is_wanted: bool
    is_word_typed: bool
    yes: bool


def run(
    context: Context,
    id_: Id = None,
    condition: ScoresOfOption = None,
    yes: YesOffTerminal = False,
    remove_backups: RemoveBackups = False,
    as_json: JsonOption = False,
) -> None:
    """Remove for good what was deleted, and what undo keeps of it. This cannot be undone.

    paintrack purge

    On a terminal, type PURGE to confirm; in a script, give --yes.
    """
    _reject_two_targets(id_, condition)
    with context.open_reader(checked=True) as reader:
        target = _target(reader, id_, condition)
        counts = purge.count_purge(reader, target)
        meant = _names_meant(reader, target.condition) if counts.is_empty and target.condition else []
        entry = None if target.uid is None else reader.by_uid(target.uid)
        same_day = deleted_of_the_same_day(reader, entry) if isinstance(entry, Session) else []
    if condition is not None and counts.is_empty:
        raise NotFoundError(nothing_to_purge(condition, meant))
    if not counts.is_empty:
        _require_word(context, counts, target, entry, yes=yes)
    purged = purge.purge(context.path, target, context.now)
    context.console.saved = True
    for sentence in purged.upgrades:
        context.console.warn(sentence)
    copy = None if counts.is_empty else _clean_backup(context)
    hint = view.removal_hint(id_, is_everything=target.is_everything, is_asked=context.console.may_ask)
    removal = _Removal(remove_backups, is_word_typed=not counts.is_empty, yes=yes)
    ids = [session.label for session in same_day]
    if as_json:
        holding = _offer_to_remove_copies(context, purged, hint, removal, is_confirmed=False)
        other_files = _warn_of_other_files(context, purged)
        context.console.say_json(view.purge_json(_numbers(purged.counts), copy, holding, other_files, ids))
        return
    if copy is None:
        context.console.acknowledge(view.NOTHING if id_ is None else view.nothing_left(id_))
    else:
        _acknowledge(context, purged.counts, target, copy)
    if ids:
        context.console.warn(view.same_day_warning(ids, width=context.console.width))
    _warn_of_other_files(context, purged)
    _offer_to_remove_copies(context, purged, hint, removal, is_confirmed=True)


def _reject_two_targets(id_: str | None, condition: str | None) -> None:
    """Raise UsageError where both were typed."""
    if id_ is not None and condition is not None:
        raise UsageError("Purge one entry or a condition: give ID or --for.")


def _target(reader: Reader, id_: str | None, condition: str | None) -> PurgeTarget:
    if id_ is None:
        return PurgeTarget(condition=None if condition is None else one_line(condition, "The condition"))
    purged_uid = purge.purged_uid(reader, *parse_id(id_))
    return PurgeTarget(uid=purged_uid or entry_of(reader, id_, with_deleted=True).uid)


def _names_meant(reader: Reader, condition: str) -> list[str]:
    """The names in the file, of deleted entries too, that may be meant by one that is not in it."""
    return names_meant(condition, conditions_in_file(reader), NameKind.CONDITION)


def _require_word(
    context: Context, counts: PurgeCounts, target: PurgeTarget, entry: AnyEntry | None, *, yes: bool
) -> None:
    """Show what goes and have the word typed. Raises DeclinedError, StoppedError, off a terminal UsageError."""
    console = context.console
    if yes and not console.may_ask:
        return
    if entry is not None and console.may_ask:
        console.warn_texts(entry_in_full(entry, width=console.width, plain=console.plain))
    console.warn(view.purge_question(_numbers(counts), condition=target.condition, width=console.width))
    if not console.may_ask:
        raise UsageError("A purge is final: confirm with --yes.")
    _ask_word(context)


def _ask_word(context: Context) -> None:
    """Have the word typed. Raises DeclinedError, StoppedError."""
    question = f"Type {WORD} to go on"
    typed = context.console.ask(question)
    if typed != WORD and typed.upper() == WORD:
        context.console.warn("Nothing is removed yet: use capitals.")
        typed = context.console.ask(question)
    if typed != WORD:
        raise DeclinedError("")


def _numbers(counts: PurgeCounts) -> view.PurgeNumbers:
    """The counts as views take them."""
    return view.PurgeNumbers(*counts)


def _clean_backup(context: Context) -> str:
    """The path of a new backup. Raises PartlySavedError."""
    try:
        return str(backup.write_backup(context.path, context.now)[0])
    except FileTroubleError as error:
        raise PartlySavedError(f"Purged, but the clean backup could not be written. {refusal(error)}") from error


def _acknowledge(context: Context, counts: PurgeCounts, target: PurgeTarget, copy: str) -> None:
    context.console.acknowledge(
        view.purge_confirmation(
            _numbers(counts),
            condition=target.condition,
            copy=copy,
            is_everything=target.is_everything,
            width=context.console.width,
        ),
        paths=[copy],
    )


def _warn_of_other_files(context: Context, purged: Purged) -> list[str]:
    """Name the files beside it, other than its backups, that hold what was purged; returns their paths."""
    with context.open_reader() as reader:
        files = copies_holding_purged_entries.other_files_holding(context.path, reader, purged.uids)
    paths = [str(each) for each in files]
    if paths:
        context.console.warn(view.other_files(paths, width=context.console.width))
    return paths


def _confirm_removal(context: Context, removal: _Removal, backups: str) -> None:
    """Have it confirmed that the backups go. Raises DeclinedError, StoppedError, off a terminal UsageError."""
    if not removal.is_wanted:
        context.console.require_confirmation(f"Remove {backups}?", refusal="", yes=False)
    elif not removal.is_word_typed:
        if context.console.may_ask:
            _ask_word(context)
        else:
            context.console.require_confirmation("", refusal=f"{backups} not removed", yes=removal.yes)


def _offer_to_remove_copies(
    context: Context, purged: Purged, hint: str, removal: _Removal, *, is_confirmed: bool
) -> list[str]:
    """Say which backups still hold what was purged, and remove these where the person or the option says so.

    The paths of those that are left. Raises UsageError where only --yes can confirm it. `hint` says how, off a
    terminal; `is_confirmed`: a confirmation is printed too.
    """
    console = context.console
    with context.open_reader() as reader:
        copies = copies_holding_purged_entries.copies_holding(context.path, reader, purged.uids)
    if not copies:
        return []
    console.warn(view.holding_copies([str(each) for each in copies], width=console.width))
    if not removal.is_wanted and not console.may_ask:
        console.warn(hint)
        return [str(each) for each in copies]
    try:
        _confirm_removal(context, removal, counted(len(copies), "backup"))
    except DeclinedError:
        return [str(each) for each in copies]
    except StoppedError:
        raise StoppedHalfwayError(view.copies_still_there(len(copies), hint)) from None
    left = [str(each) for each in copies_holding_purged_entries.remove_copies(copies)]
    if is_confirmed:
        console.acknowledge(view.removed_copies(len(copies) - len(left), left), paths=left)
    return left

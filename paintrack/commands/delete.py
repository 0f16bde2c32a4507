"""Deleting entries, or all that is recorded of a condition; undo brings them back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from paintrack.analysis.deleted_detail_counts import DetailCounts, count_details, with_details
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.edit_examples import missing_entry_error
from paintrack.commands._shared.id_resolution import entry_of, labels_of
from paintrack.commands._shared.names.displayed_name_spelling import in_one_spelling
from paintrack.commands._shared.names.new_names import recorded_name
from paintrack.commands._shared.options.common_options import JsonOption, YesOption
from paintrack.commands._shared.parsing import condition_name
from paintrack.errors import PaintrackError, UsageError
from paintrack.model.changes.renaming import without_condition
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import AnyEntry, Session
from paintrack.model.name_kind import NameKind
from paintrack.model.selection import Selection
from paintrack.storage.queries.sessions_with_set_aside_values import sessions_setting_aside
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.deletion import (
    Removal,
    deletion_confirmation,
    deletion_in_words,
    deletion_json,
    deletion_question,
    deletion_refusal,
    deletion_step,
    entry_lines,
    removal_confirmation,
    removal_details,
    removal_in_words,
)
from paintrack.views.history.entry_detail import entry_in_full
from paintrack.views.refusals.word_refusals import id_with_condition_to_delete
from paintrack.views.text_layout import fill

Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID ...]", help="Which entries: 12, r5 for a reading, last, or last reading (see list)."),
]
Condition = Annotated[
    str | None,
    typer.Option("--for", metavar="CONDITION", help="All scores of this condition; those of others stay."),
]


def run(
    context: Context,
    ids: Ids = None,
    condition: Condition = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show entries and delete them, all or none; asks first. In a script, give --yes.

    paintrack delete 12
    paintrack delete --for migraine
    """
    name = condition_name(condition)
    if ids and name is not None:
        with context.open_reader() as reader:
            has_condition = _rates(reader, labels_of(ids)[0], name)
        raise UsageError(id_with_condition_to_delete(ids[0], name, has_condition=has_condition))
    if name is not None:
        _delete_condition(context, name, yes=yes, as_json=as_json)
    elif ids:
        _delete_entries(context, labels_of(ids), yes=yes, as_json=as_json)
    else:
        with context.open_reader() as reader:
            raise missing_entry_error("delete", reader)


def _rates(reader: Reader, label: str, name: str) -> bool:
    """Whether the id is that of a session which rates the condition beside another one."""
    try:
        entry = entry_of(reader, label)
    except PaintrackError:
        return False
    return isinstance(entry, Session) and entry.rating_of(name) is not None and len(entry.ratings) > 1


def _delete_entries(context: Context, ids: Sequence[str], *, yes: bool, as_json: bool) -> None:
    width = context.console.width
    with context.open_reader() as reader:
        entries = in_one_spelling(_entries(reader, ids), reader)
    if not yes and context.console.may_ask:
        if len(entries) == 1:
            context.console.warn_texts(entry_in_full(entries[0], width=width, plain=context.console.plain))
        else:
            context.console.warn(entry_lines(entries, width))
    context.console.require_confirmation(deletion_question(entries), refusal=deletion_refusal(entries), yes=yes)
    with context.open_writer(create=False) as writer:
        entries = _entries(writer, ids)
        writer.delete_all(entries)
        writer.describe(deletion_step(deletion_in_words(entries)))
    if as_json:
        kinds, ids = Counter(each.kind for each in entries), [each.label for each in entries]
        context.console.say_json(deletion_json(Removal(kinds, ids, [], count_details(entries))))
        return
    context.console.acknowledge(deletion_confirmation(entries, width))


def _entries(reader: Reader, ids: Sequence[str]) -> list[AnyEntry]:
    """The entries, each once. Raises as `entry_of` does."""
    return [*{entry.uid: entry for entry in (entry_of(reader, each) for each in ids)}.values()]


def _delete_condition(context: Context, typed: str, *, yes: bool, as_json: bool) -> None:
    with context.open_reader() as reader:
        name = recorded_name(reader, NameKind.CONDITION, typed).name
        removal = _removal(reader, name)
    shown = removal_in_words(removal)
    if (details := removal_details(removal)) and not yes and context.console.may_ask:
        context.console.warn(fill(details, context.console.width))
    context.console.require_confirmation(
        f"Delete {isolated(name)}: {shown}?", refusal=f"{isolated(name)} ({shown}) was not deleted", yes=yes
    )
    with context.open_writer(create=False) as writer:
        name = recorded_name(writer, NameKind.CONDITION, typed).name
        removal = _removal(writer, name)
        # First the sessions that stay: what has the condition then is what goes.
        reduced = (without_condition(entry, name) for entry in _entries_with(writer, name))
        writer.change_all(entry for entry in reduced if entry is not None)
        writer.delete_all(writer.stream(Selection(condition=name)))
        writer.describe(deletion_step(removal_in_words(removal), condition=name))
    if as_json:
        context.console.say_json(deletion_json(removal, condition=name))
        return
    context.console.acknowledge(removal_confirmation(name, removal, context.console.width))


def _removal(reader: Reader, name: str) -> Removal:
    """What goes with the condition; a long history is not held in memory."""
    removal, details = Removal(Counter(), [], [], DetailCounts()), DetailCounts()
    for entry in _entries_with(reader, name):
        if without_condition(entry, name) is None:
            removal.deleted[entry.kind] += 1
            removal.ids.append(entry.label)
            details = with_details(details, entry)
        else:
            removal.shortened_ids.append(entry.label)
    return removal._replace(details=details)


def _entries_with(reader: Reader, name: str) -> Iterator[AnyEntry]:
    """The entries that have the condition, then the sessions of which only a merge set aside a rating of it."""
    yield from reader.stream(Selection(condition=name))
    for session in sessions_setting_aside(reader, name):
        if session.deleted is None and session.rating_of(name) is None:
            yield session

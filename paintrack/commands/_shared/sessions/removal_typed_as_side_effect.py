"""A side effect that is to be taken out, typed where one is recorded: `effect delete bruise`."""

from collections.abc import Sequence

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.guidance.suggestions.by_command.removing.side_effect_behind_delete import (
    removals_of_effect,
    removals_of_session,
)
from paintrack.commands._shared.id_resolution import session_of
from paintrack.errors import MisplacedWordsError, NotFoundError, UsageError
from paintrack.model.symptoms.side_effect_recognition import denied_in, is_denied, is_listed
from paintrack.model.symptoms.side_effect_removal_requests import RemovalWords, split_removal
from paintrack.storage.reader import Reader
from paintrack.views.refusals.side_effect_word_refusals import removal_as_effect, removal_of_denied

# Words of their own that nobody has as a side effect, and the command that is meant.
_COMMANDS = {
    "undo": "undo", "redo": "redo", "list": "list", "status": "status", "help": "help", "show": "show last",
}  # fmt: skip

_LONGEST_NAME = 3  # words


def reject_removal(
    context: Context, words: str, session_id: str | None, as_it_stands: Sequence[str] | None = None
) -> None:
    """Raise UsageError where the words ask to take a side effect out or to correct it, with the lines that do.

    `session_id` None: of any session. `as_it_stands` is the command line that saves the words all the same.
    """
    if command := _COMMANDS.get(words.casefold()):
        raise MisplacedWordsError([command.split()])
    removal = split_removal(words)
    if removal is None or is_denied(words):
        return
    with context.open_reader() as reader:
        lines = _removals_in(removal, session_id, reader)
    if lines or (removal.is_sure and is_listed(removal.effect)):
        raise UsageError(removal_as_effect(words, lines, as_it_stands))


def hint_at_denied(context: Context, words: str, session_id: str | None) -> None:
    """Name the line that takes out a side effect that is recorded and that the words deny: `no bruise`."""
    removals = [removal for part in denied_in(words) if (removal := split_removal(part))]
    if not removals:
        return
    with context.open_reader() as reader:
        lines = [line for removal in removals for line in _removals_in(removal, session_id, reader)]
    if lines:
        context.console.hint(removal_of_denied(lines))


def _removals_in(removal: RemovalWords, session_id: str | None, reader: Reader) -> list[list[str]]:
    """The command lines that take it out, or each side effect of the session if none is named; none if it has none."""
    words = removal.effect.split()
    # A longer text says more than the name of one: `not dizzy any more but could not breathe`.
    if words and not removal.is_sure and (len(words) > _LONGEST_NAME or not is_listed(removal.effect)):
        return []
    id_ = [] if session_id is None else [session_id]
    if words and (lines := removals_of_effect([*id_, *words], reader)):
        return lines
    label = words[-1].lstrip("#") if words else session_id or "last"
    try:
        return removals_of_session(session_of(reader, label)) if len(words) < 3 and removal.is_sure else []
    except (NotFoundError, UsageError):
        return []

"""Ids, conditions and filters that fit no entry, and where to look for those that do."""

from collections.abc import Sequence

from paintrack.model.displayed_text import isolated, listed, typed_words
from paintrack.model.entries import kind_name
from paintrack.views.refusals.command_line_refusals import command_line


def no_id(label: str, *, takes_last: bool) -> str:
    """Says that what was typed is not an id; `takes_last`: the word `last` would be accepted, too."""
    forms = "12, r5 for a reading, or last" if takes_last else "12, or r5 for a reading"
    return f"{typed_words(label) or 'An empty word'} is not an id. Ids are numbers such as {forms}: paintrack list"


def no_such_entry(kind: str, label: str) -> str:
    """Says that no entry of this kind has the id."""
    return f"There is no {kind_name(kind)} {label}. See the ids with: paintrack list"


def no_session_of_effect(visit: Sequence[str], *, is_newest: bool) -> str:
    """Says that there is no session to which a side effect could belong, and names the line of a visit with it.

    `is_newest`: no session is recorded at all, not only none before the time that was typed.
    """
    yet = "yet that it could follow" if is_newest else "before it that it could follow"
    return f"There is no session {yet}. A visit with it, without scores: {command_line(visit)}"


def nothing_to_export() -> str:
    """Says that the filters leave nothing to export."""
    return "No entry fits the filters; no file was written. See: paintrack list"


def nothing_to_purge(condition: str, meant: Sequence[str]) -> str:
    """Says that a condition is recorded nowhere, not even in what undo can bring back, and which may be `meant`."""
    sentence = f"Nothing here rates {isolated(condition)}, and undo keeps no scores of it either."
    lead = f"Did you mean {listed([*map(isolated, meant)])}?" if meant else "Names: paintrack conditions"
    return f"{sentence} {lead}"


def no_steps(*, is_undo: bool) -> str:
    """Says that no change can be taken back, or without `is_undo` put back again."""
    return f"There is nothing to {'take' if is_undo else 'put'} back."


def too_few_steps(number: int, *, is_undo: bool) -> str:
    """Says that only `number` changes, one or more, can be taken back, or without `is_undo` put back again."""
    changes = "1 change" if number == 1 else f"{number} changes"
    command, participle = ("undo", "taken back") if is_undo else ("redo", "put back")
    return f"Only {changes} can be {participle}; nothing was: paintrack {command} --steps {number}"

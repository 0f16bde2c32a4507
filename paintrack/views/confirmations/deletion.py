"""What is to be deleted, and what was."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from paintrack.analysis.deleted_detail_counts import DetailCounts, count_details
from paintrack.model.displayed_text import capitalize_first, isolated, listed, shell_quoted, visible, without_isolates
from paintrack.model.entries import AnyEntry, kind_name
from paintrack.model.typed.typed_text import folded
from paintrack.views.confirmations.confirmation_parts import INDENT, UNDO, paragraph
from paintrack.views.confirmations.deleted_details import detail_json, detail_sentence
from paintrack.views.text_layout import fill, pack, punctuated, width_of
from paintrack.views.value_words import counted, counted_kinds, in_words, show_day

_MOST_NAMED = 10
_STEP = "the deletion of "


class Removal(NamedTuple):
    """What is deleted: how many entries of each kind, their ids, and those of sessions that only lose one condition.

    `details` is what the deleted entries hold besides their scores.
    """

    deleted: Counter[str]
    ids: list[str]
    shortened_ids: list[str]
    details: DetailCounts


def deletion_json(removal: Removal, *, condition: str | None = None) -> dict[str, Any]:
    """The removal with documented keys: `deleted` are counts by kind, `ids` those of all deleted entries.

    `condition` is what --for named, else null; `shortened_ids` are those of the sessions that only lose its scores.
    `details` counts what the deleted entries hold besides their scores.
    """
    return {
        "condition": condition,
        "deleted": dict(removal.deleted),
        "ids": removal.ids,
        "shortened_ids": removal.shortened_ids,
        "details": detail_json(removal.details),
    }


def deletion_question(entries: Sequence[AnyEntry]) -> str:
    """The question to confirm: `Delete session 6?`, `Delete 3 entries: 6, 8 and r9?`."""
    return f"Delete {_names(entries)}?"


def deletion_refusal(entries: Sequence[AnyEntry]) -> str:
    """What was not deleted, as the beginning of a sentence."""
    if len(entries) == 1:
        return f"{capitalize_first(_names(entries))} was not deleted"
    return f"{listed([entry.label for entry in entries], 'and')} were not deleted"


def entry_lines(entries: Sequence[AnyEntry], width: int) -> str:
    """A line for each entry, in a few words with its day, and a sentence on what they hold besides scores."""
    lines = [*map(capitalize_first, _described(entries)), _details(entries)]
    return "\n".join(fill(each, width, rest="  ") for each in filter(None, lines))


def deletion_in_words(entries: Sequence[AnyEntry]) -> str:
    """The entries as undo names them: in a few words with their days, or only by their ids if there are over ten."""
    return "; ".join(_described(entries)) if len(entries) <= _MOST_NAMED else _names(entries)


def deletion_step(deleted: str, *, condition: str | None = None) -> str:
    """A deletion as undo names it: of entries in words, or of what was recorded of a condition."""
    return f"{_STEP}{deleted}" if condition is None else f"{_STEP}{isolated(condition)}: {deleted}"


def describes_deletion(step: str, *, condition: str | None) -> bool:
    """Whether a change, as undo names it, is a deletion; with `condition`, one of everything recorded for it."""
    return step.startswith(_STEP) if condition is None else _begins(step, f"{_STEP}{condition}:")


def _begins(step: str, beginning: str) -> bool:
    return folded(without_isolates(step)).startswith(folded(without_isolates(beginning)))


def deletion_confirmation(entries: Sequence[AnyEntry], width: int) -> str:
    """What was deleted, and how to take that back."""
    parts = _described(entries) if len(entries) <= _MOST_NAMED else [_names(entries)]
    purged = f"purge {entries[0].label}" if len(entries) == 1 else "purge"
    from paintrack.model.other_entries import NextVisit

    has_visit = any(entry.kind == NextVisit.kind for entry in entries)
    calendar = "If the visit is in your calendar, delete it there too." if has_visit else ""
    details = " ".join(filter(None, [_details(entries), calendar]))
    return _confirmation([f"Deleted: {parts[0]}", *parts[1:]], details, purged, width)


def removal_in_words(removal: Removal) -> str:
    """As undo names it: `3 sessions and 4 readings; its scores in 2 sessions that rate something else too`."""
    return "; ".join(_removed(removal))


def removal_confirmation(name: str, removal: Removal, width: int) -> str:
    """What was deleted with the condition, and how to take that back."""
    parts = _removed(removal)
    purged = f"purge --for {shell_quoted(name)}"
    return _confirmation([f"Deleted {isolated(name)}: {parts[0]}", *parts[1:]], removal_details(removal), purged, width)


def removal_details(removal: Removal) -> str:
    """A sentence on what the deleted entries hold besides their scores; empty if they hold no more."""
    return detail_sentence(removal.details, removal.deleted.total())


def _details(entries: Sequence[AnyEntry]) -> str:
    return detail_sentence(count_details(entries), len(entries))


def _confirmation(pieces: Sequence[str], details: str, purged: str, width: int) -> str:
    deleted = pack([*punctuated(pieces, ";", is_sentence=True), details, UNDO], width)
    kept, command = "Undo keeps a copy in the file. To remove that too:", f"paintrack {visible(purged)}"
    line = f"{INDENT}{kept} {command}"
    # A command is copied: it is never wrapped.
    hint = line if width_of(line) <= width else f"{paragraph(kept, width)}\n{INDENT}{command}"
    return f"{deleted}\n{hint}"


def _removed(removal: Removal) -> list[str]:
    parts = [counted_kinds(removal.deleted)] if any(removal.deleted.values()) else []
    if shortened := len(removal.shortened_ids):
        verb = "rates" if shortened == 1 else "rate"
        parts.append(f"its scores in {counted(shortened, 'session')} that {verb} something else too")
    return parts


def _described(entries: Sequence[AnyEntry]) -> list[str]:
    return [f"{in_words(entry)}, {show_day(entry.when.day)}" for entry in entries]


def _names(entries: Sequence[AnyEntry]) -> str:
    if len(entries) == 1:
        return f"{kind_name(entries[0].kind)} {entries[0].label}"
    return f"{len(entries)} entries: {listed([entry.label for entry in entries], 'and')}"

"""What a purge will remove and what it removed, and which backups still hold it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from paintrack.analysis.deleted_detail_counts import DetailCounts
from paintrack.model.displayed_text import isolated, listed, visible
from paintrack.views.confirmations.confirmation_parts import INDENT, paragraph
from paintrack.views.confirmations.deleted_details import detail_json, detail_sentence
from paintrack.views.text_layout import fill
from paintrack.views.value_words import counted, counted_kind

FINAL = (
    "This cannot be undone. It does not reach exports, printouts, calendars or copies elsewhere. "
    "Your file keeps a record that something was deleted, but not what."
)
NOTHING = "Nothing that was deleted is in the file, and undo keeps no former words."


def nothing_left(label: str) -> str:
    """Says that nothing of one entry is in the file; other deleted entries may be."""
    return f"Nothing of {label} is left in the file."


def removal_hint(label: str | None, *, is_everything: bool, is_asked: bool) -> str:
    """How to remove the backups that hold what was purged: an entry with `label`, everything, or a condition.

    `is_asked`: on a terminal, where the word confirms it and --yes does not. For a condition there is no command, so
    the files are to be deleted by hand.
    """
    options = "--remove-backups" if is_asked else "--remove-backups --yes"
    if is_everything:
        return f"Remove with: paintrack purge {options}"
    if label is not None:
        return f"Remove with: paintrack purge {label} {options}"
    return "Each is a whole backup: delete those files of which you need nothing else."


class PurgeNumbers(NamedTuple):
    """How much is purged.

    `entries`: how many entries, by kind; `undeleted`: how many of these were never deleted; `shortened`: how many other
    sessions lose scores, those of the condition or those that a merge kept of removed ratings; `former_states`: how
    many states that undo keeps; `details`: what the entries hold besides their scores.
    """

    entries: Mapping[str, int]
    undeleted: int
    shortened: int
    former_states: int
    details: DetailCounts


def purge_question(numbers: PurgeNumbers, *, condition: str | None, width: int) -> str:
    """How much is removed for good, and what that means."""
    lines = [f"To be removed for good: {_in_words(numbers, condition)}.", _details(numbers)]
    if numbers.undeleted:
        lines.append(f"Not deleted yet: {counted(numbers.undeleted, 'entry', 'entries')}.")
    if condition is not None:
        lines.append("Other notes that mention it stay; purge these by their ids.")
    return "\n".join(fill(line, width) for line in [*filter(None, lines), FINAL])


def purge_confirmation(
    numbers: PurgeNumbers, *, condition: str | None, copy: str, is_everything: bool, width: int
) -> str:
    """What was removed, where the clean backup is, what is not reached."""
    lines = [fill(f"Purged: {_in_words(numbers, condition)}. The file was overwritten and compacted.", width)]
    if details := _details(numbers):
        lines.append(paragraph(details, width))
    if is_everything:
        lines.append(paragraph("Undo has nothing to take back now.", width))
    lines.append(f"{INDENT}Clean backup, read back: {visible(copy)}")
    lines.append(paragraph(FINAL, width))
    return "\n".join(lines)


def same_day_warning(ids: Sequence[str], *, width: int) -> str:
    """Says that other sessions of the day were deleted but are still in the file, and how to purge them."""
    sessions, them = (f"Session {ids[0]}", "it") if len(ids) == 1 else (f"Sessions {listed([*ids], 'and')}", "them")
    commands = listed([f"paintrack purge {id_}" for id_ in ids], "and")
    return fill(
        f"{sessions} of the same day, deleted before, can hold the same words: a merge joins a visit that was typed on"
        f" two computers and deletes one of the two. To remove {them} too: {commands}",
        width,
    )


def purge_json(
    numbers: PurgeNumbers,
    copy: str | None,
    holding: Sequence[str],
    other_files: Sequence[str],
    deleted_of_the_same_day: Sequence[str],
) -> dict[str, Any]:
    """What was removed, with documented keys: `purged` are counts by kind, `shortened` other sessions that lost scores.

    `details` counts what the entries held besides their scores.
    `backup` is the clean one, null if there was nothing to purge; `still_in` are the backups that hold what was purged,
    `also_in` other files beside it that do, such as a copy with a name of your own.
    `deleted_of_the_same_day` are the ids of deleted sessions that may be the same visit and are still in the file.
    """
    return {
        "purged": dict(numbers.entries),
        "undeleted": numbers.undeleted,
        "shortened": numbers.shortened,
        "former_states": numbers.former_states,
        "details": detail_json(numbers.details),
        "backup": copy,
        "still_in": [*holding],
        "also_in": [*other_files],
        "deleted_of_the_same_day": [*deleted_of_the_same_day],
    }


def holding_copies(copies: Sequence[str], *, width: int) -> str:
    """Which backups still hold what was purged."""
    beginning = "This backup holds" if len(copies) == 1 else "These backups hold"
    head = fill(f"{beginning} what was purged, or may hold it:", width)
    return "\n".join([head, *(f"{INDENT}{visible(copy)}" for copy in copies)])


def copies_still_there(number: int, hint: str) -> str:
    """Says that the purge is done, and that its question about the backups was not answered."""
    return f"Your own file is purged; the {'backup is' if number == 1 else f'{number} backups are'} still there. {hint}"


def other_files(paths: Sequence[str], *, width: int) -> str:
    """Which other files beside it hold what was purged; one may be another diary, so none is to be deleted."""
    beginning = "Another file holds" if len(paths) == 1 else "Other files hold"
    head = fill(f"{beginning} what was purged, and {'stays' if len(paths) == 1 else 'stay'}:", width)
    return "\n".join([head, *(f"{INDENT}{visible(path)}" for path in paths)])


def removed_copies(number: int, left: Sequence[str]) -> str:
    """How many backups were removed, and which ones, `left`, could not be."""
    lines = [f"Removed: {counted(number, 'backup')}."] if number else []
    lines += [f"Could not be removed: {visible(copy)}" for copy in left]
    return "\n".join(lines)


def _details(numbers: PurgeNumbers) -> str:
    return detail_sentence(numbers.details, sum(numbers.entries.values()))


def _in_words(numbers: PurgeNumbers, condition: str | None) -> str:
    parts = [counted_kind(number, kind) for kind, number in numbers.entries.items() if number]
    if numbers.shortened:
        of_what = "removed ratings" if condition is None else isolated(condition)
        sessions = counted(numbers.shortened, "other session" if numbers.entries.get("session") else "session")
        parts.append(f"the scores of {of_what} in {sessions}")
    if numbers.former_states:
        parts.append(f"{counted(numbers.former_states, 'former version')} that undo keeps")
    return listed(parts, "and")

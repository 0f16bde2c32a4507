"""What backup and restore did, and how to go back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible, visible_path
from paintrack.model.entries import Session
from paintrack.views.confirmations.confirmation_parts import INDENT
from paintrack.views.confirmations.files.export_result import counts_in_words
from paintrack.views.text_layout import fill
from paintrack.views.value_words import counted, show_day

# Said before the passphrase is asked for.
LOSS_WARNING = "Without its passphrase nobody can open the copy again, not even you: keep it where you will find it."
_PARTS = {"rating": "scores", "point": "points", "side_effect": "side effects"}
NO_BACKUP = "No dated backup yet. To make one: paintrack backup"


def backup_confirmation(path: str, counts: Mapping[str, int], *, is_encrypted: bool, width: int) -> str:
    """Where the backup is, what it holds, how it is restored."""
    confirmation = "Backup encrypted, written and read back" if is_encrypted else "Backup written and read back"
    return f"{fill(f'{confirmation}: {counts_in_words(counts)}.', width)}\n{restore_command(path)}"


def copy_list(copies: Sequence[tuple[datetime, str]], *, plain: bool = False) -> str:
    """When each backup was made (local time) and its path, which is never wrapped."""
    return "\n".join(
        f"{show_day(made.date(), long=plain)} {'at ' * plain}{made:%H:%M}{':' if plain else ' '} {visible(path)}"
        for made, path in copies
    )


def restore_question(
    counts: Mapping[str, int],
    newest: Session | None,
    former_counts: Mapping[str, int] | None,
    former_newest: Session | None,
    *,
    width: int,
) -> str:
    """What is in the backup and in the file that it replaces; `former_counts` is None if that file is damaged."""
    lines = [f"In the backup: {_contents(counts, newest)}."]
    if former_counts is None:
        lines.append("In your file: it is damaged. It is moved aside, not deleted.")
    elif not sum(former_counts.values()):
        lines.append("In your file: nothing.")
    else:
        lines.append(f"In your file: {_contents(former_counts, former_newest)}. All of it is replaced, after a copy.")
    return "\n".join(fill(line, width, rest=INDENT) for line in lines)


def restore_confirmation(
    file: str, counts: Mapping[str, int], *, former: str | None, is_damaged: bool, width: int
) -> str:
    """What was restored, and how to go back: `former` is the path of the file as it was, None if there was none."""
    sentence = f"Restored from {visible_path(file)}: {counts_in_words(counts)}."
    lines = [fill(sentence, width, whole_words=True, paths=[file])]
    if former is not None and is_damaged:
        lines.append(f"{INDENT}The damaged file: {visible(former)}")
    elif former is not None:
        lines.append(restore_command(former, "Wrong? To go back"))
    return "\n".join(lines)


def salvage_confirmation(
    path: str,
    counts: Mapping[str, int],
    *,
    lost: int,
    incomplete: int,
    unreadable_parts: Sequence[str],
    deleted: int,
    may_lack_all: bool,
    width: int,
) -> str:
    """What was recovered from a damaged file, what was not, and what to do with it.

    `lost` counts the entries that could not be read; `incomplete` the sessions whose `unreadable_parts` could not, if
    they had any. `deleted` counts the deleted entries, which are named if there are no others; `may_lack_all`: whether
    there were others is not known.
    """
    only_deleted = "" if counts else f"; that {counted(deleted, 'entry was', 'entries were')} deleted is kept"
    lines = [fill(f"Salvaged: {counts_in_words(counts)}{only_deleted}.", width)]
    if may_lack_all and not lost:
        lines.append(fill("There may have been others that cannot be read.", width))
    if lost:
        lines.append(fill(f"Not readable: at least {counted(lost, 'entry', 'entries')}.", width))
    if incomplete:
        parts = listed([_PARTS[each] for each in unreadable_parts], "and")
        lines.append(fill(f"Not readable: {parts} of up to {counted(incomplete, 'session')}.", width))
    lines.append(f"{INDENT}Look at it: paintrack list --db {visible(shell_quoted(path))}")
    lines.append(restore_command(path, "Go on with it"))
    return "\n".join(lines)


def left_out_hint(triggers: Sequence[str]) -> str:
    """Says that triggers of another tool were left out."""
    number = counted(len(triggers), "trigger")
    return f"Left out: {number} of another tool ({listed([isolated(each) for each in triggers], 'and')})."


def purged_warning(entries: int, shortened: int) -> str:
    """Says that a restore brings back purged `entries`, and values of as many others that undo has no longer.

    >>> purged_warning(2, 0)
    'The backup holds 2 entries that you have purged; restoring brings them back.'
    """
    purged = [f"{counted(entries, 'entry', 'entries')} that you have purged"] if entries else []
    if shortened:
        of = counted(shortened, *(("other entry", "other entries") if entries else ("entry", "entries")))
        # Purged, or undone before something new was done.
        purged.append(f"values of {of} that your file no longer has, not even for undo")
    return f"The backup holds {listed(purged, 'and')}; restoring brings them back."


def restore_command(path: str, beginning: str = "To restore it") -> str:
    """How a copy is restored: a line to be copied, so it is never wrapped."""
    return f"{INDENT}{beginning}: paintrack restore {visible(shell_quoted(path))}"


def _contents(counts: Mapping[str, int], newest: Session | None) -> str:
    """`12 sessions and 3 readings, the newest session Mon 6 Jul 2026`."""
    return counts_in_words(counts) + (f", the newest session {show_day(newest.when.day)}" if newest else "")

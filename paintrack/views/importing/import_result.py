"""The confirmation of an import, and the errors in a file's rows."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from paintrack.errors import FileTroubleError
from paintrack.model.import_values import Outcome
from paintrack.model.row_errors import ErrorGroup, ErrorGroups
from paintrack.model.text import counted, visible, visible_line
from paintrack.views.confirmations.confirmation_parts import UNDO, paragraph
from paintrack.views.confirmations.export_result import counts_in_words
from paintrack.views.text_layout import fill, pack, table_lines, truncate

SHOWN_REASONS = 20
# How many entries of each kind met each outcome.
OutcomeCounts = Mapping[tuple[Outcome, str], int]

_TABLE_FROM = 60
# Columns for a value: in the table, and in a paragraph on a narrow screen.
_WIDE, _NARROW = 24, 12
_LONGEST_REASON = 600
_REMARKS = {
    Outcome.NEWER: "Newer in the file, in the place of yours",
    Outcome.OLDER: "Newer here, so kept as saved",
    Outcome.CLASH: "Different here but changed at the same moment, so kept as saved",
    Outcome.DELETED: "Deleted here later, so left out",
}


def import_confirmation(
    tally: OutcomeCounts,
    file: str,
    *,
    width: int,
    dry_run: bool = False,
    copy: Path | None = None,
    can_redo: bool = False,
    remarks: Sequence[str] = (),
) -> str:
    """What came in from the file, what was there already, what was left out and why.

    `copy` is the safety copy. `can_redo`: an entry deleted here may come from an undo, so redo is suggested.
    `remarks` are sentences on how the file was read.
    """
    changed = any(outcome.changes for outcome, _ in tally)
    sentences = [_first(tally, file, dry_run=dry_run) if changed else _nothing_new(tally, file)]
    if changed:
        same = _number(tally, Outcome.SAME)
        sentences.append(f"{same} {_was(same)} there already.")
    sentences += [
        f"{text}: {_number(tally, outcome)}." for outcome, text in _REMARKS.items() if _number(tally, outcome)
    ]
    sentences += remarks
    if can_redo and _number(tally, Outcome.DELETED):
        sentences.append("What undo took back comes again with: paintrack redo")
    if dry_run:
        sentences.append("Nothing saved: this was a dry run.")
    if copy is None:
        return pack([*sentences, UNDO] if changed and not dry_run else sentences, width, whole_words=True)
    answer = pack(sentences, width, whole_words=True)
    return "\n".join([answer, f"  Your file as it was: {visible(str(copy))}", paragraph(UNDO, width)])


def import_step_name(tally: OutcomeCounts, file: str) -> str:
    """The import as undo names it: `the import of 12 sessions from history.csv`."""
    return f"the import of {counts_in_words(_changed_kinds(tally))} from {visible_line(file)}"


def refused_values_error(number: int, name: str, *, can_skip: bool) -> FileTroubleError:
    """That `number` values of the file are invalid; with `can_skip`, how to import the other rows."""
    skip = " --skip-bad takes in the other rows." if can_skip else ""
    what = f"{counted(number, 'value')} in {visible_line(name)}"
    return FileTroubleError(f"{what} cannot be taken in.{skip} Nothing saved.")


def rejected_rows_notice(number: int, rejected: Path, *, dry_run: bool, taken: bool = False) -> str:
    """Where the bad rows are written and what to do with them; `taken`: a file of that name exists already."""
    name = visible_line(str(rejected))
    if dry_run:
        there = " It is there already: --force replaces it." if taken else ""
        return f"{counted(number, 'row')} would be written to {name}.{there}"
    them = "it" if number == 1 else "them"
    return f"{counted(number, 'row')} written to {name}: correct {them} and import that file."


def error_table(errors: ErrorGroups, *, width: int, plain: bool = False) -> str:
    """A table with each reason once: its lines, column, value; below 60 columns, or `plain`, a paragraph for each."""
    groups = errors.shown
    lines = list(_table(groups, width) if width >= _TABLE_FROM and not plain else _paragraphs(groups, width))
    left_out = errors.total - sum(group.number for group in groups)
    if left_out:
        lines.append(f"... and {left_out} more.")
    return "\n".join(lines)


def _first(tally: OutcomeCounts, file: str, *, dry_run: bool) -> str:
    new = {kind: number for (outcome, kind), number in tally.items() if outcome is Outcome.NEW}
    what = counts_in_words(new) if new else "changes"
    return f"{'Would import' if dry_run else 'Imported'} {what} from {visible_line(file)}."


def _nothing_new(tally: OutcomeCounts, file: str) -> str:
    same, total = _number(tally, Outcome.SAME), sum(tally.values())
    if total == 0:
        return f"Nothing new: {visible_line(file)} holds no entries."
    if same == 0:
        return f"Nothing new in {visible_line(file)}."
    of = ("all " if total > 1 else "") if same == total else f"{same} of "
    return f"Nothing new: {of}{counted(total, 'entry', 'entries')} {_was(same)} there already."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _number(tally: OutcomeCounts, outcome: Outcome) -> int:
    return sum(number for (each, _), number in tally.items() if each is outcome)


def _changed_kinds(tally: OutcomeCounts) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for (outcome, kind), number in tally.items():
        if outcome.changes:
            kinds[kind] = kinds.get(kind, 0) + number
    return kinds


def _table(groups: Sequence[ErrorGroup], width: int) -> list[str]:
    rows = []
    for group in groups:
        many = f"{counted(group.number, 'row')}: " if group.number > 1 else ""
        rows.append((_lines(group), group.column, _value(group, _WIDE), f"{many}{_reason(group)}"))
    return table_lines([("line", "column", "value", "reason"), *rows], width)


def _paragraphs(groups: Sequence[ErrorGroup], width: int) -> Iterator[str]:
    for group in groups:
        many = group.number > 1
        where = f"Lines {_lines(group)} ({counted(group.number, 'row')})" if many else f"Line {_lines(group)}"
        place = ", ".join(filter(None, (where, group.column, _value(group, _NARROW))))
        yield fill(f"{place}: {_reason(group)}", width, rest="  ")


def _lines(group: ErrorGroup) -> str:
    return ", ".join([*map(str, group.lines), *(["..."] if group.number > len(group.lines) else [])])


def _reason(group: ErrorGroup) -> str:
    """The sentence, cut short where it quotes a value of megabytes."""
    return group.reason if len(group.reason) <= _LONGEST_REASON else f"{group.reason[:_LONGEST_REASON]}..."


def _value(group: ErrorGroup, room: int) -> str:
    """The value in at most `room` columns; of several values the first, followed by `, ...`."""
    ellipsis = "" if group.is_one_value else ", ..."
    return truncate(group.value, room - len(ellipsis), ascii_only=True, whole_numbers=False) + ellipsis

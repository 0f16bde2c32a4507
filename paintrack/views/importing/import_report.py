"""The report of an import as text: the preview of a spreadsheet, the table of bad rows, the answer, the error."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paintrack.errors import FileTroubleError, PaintrackError, PartlySavedError
from paintrack.model.displayed_text import isolated, listed, visible, visible_path
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.import_types import ImportReport, Outcome, OutcomeCounts, RejectedFile, SessionTwin
from paintrack.model.importing.row_error_groups import ErrorGroup, ErrorGroups
from paintrack.views.confirmations.confirmation_parts import UNDO, paragraph
from paintrack.views.confirmations.currency_setting_remarks import counted_costs_remark
from paintrack.views.confirmations.files.export_result import counts_in_words
from paintrack.views.confirmations.rename_confirmation import much_alike, one_name_hint
from paintrack.views.importing.dialect_words import date_format_in_letters, dialect_in_words
from paintrack.views.importing.import_preview import (
    duplicates_sentence,
    excess_cover_notice,
    left_out_sentence,
    preview,
    scale_notice,
    separate_sessions_notice,
    unknown_points,
)
from paintrack.views.merging.differences import (
    difference_lines,
    entry_in_words,
    joined_elsewhere_lines,
    old_name_lines,
    parallel_plan_lines,
    twin_lines,
)
from paintrack.views.refusals.refusal_of_error import refusal
from paintrack.views.text_layout import fill, pack, truncate
from paintrack.views.text_table import table_lines
from paintrack.views.value_words import counted

_TABLE_FROM = 60
# How many columns a value has: in the table, and in a paragraph on a narrow screen.
_WIDE, _NARROW = 24, 12
_LONGEST_REASON = 600
_MOST_SLIPS, _MOST_TWINS = 5, 10
_OUTCOMES = {
    Outcome.NEWER: "Newer in the file, in the place of yours",
    Outcome.OLDER: "Newer here, so kept as saved",
    Outcome.MERGED: "Changed on both sides, so joined value by value",
    Outcome.CONFLICT: "Different here but changed at the same moment, so kept as saved",
    Outcome.DELETED: "Deleted here, so left out",
    Outcome.REMOVED: "Deleted where the file comes from, so deleted here too",
    # Perhaps not deleted, but joined there with a session that is here.
    Outcome.NOTED: "Gone where the file comes from and never saved here, so noted",
}


STILL_IN_UNDO = (
    "What was purged where the file comes from is still here, in what undo keeps. To remove it: paintrack purge"
)


class RenderedReport(NamedTuple):
    """The parts of a report in the order in which they are printed; a part is empty if there is nothing to say.

    `preview` and `answer` are the result, `bad_rows` is for standard error, `error` is to be raised at the end. `paths`
    are those that the answer may name.
    """

    preview: str
    bad_rows: str
    answer: str
    error: PaintrackError | None
    paths: Sequence[str]


def render_report(report: ImportReport, *, width: int, answer_width: int, plain: bool = False) -> RenderedReport:
    """The report as text; `answer_width` is the width of the answer, which contains paths. `plain`: no tables."""
    sheet = report.sheet if report.is_dry_run else None
    return RenderedReport(
        preview=preview(sheet, width=width, plain=plain) if sheet else "",
        bad_rows=bad_rows(report.errors, width=width, plain=plain) if report.errors else "",
        answer="" if report.is_refused else _answer(report, answer_width),
        error=_error(report),
        paths=_paths(report),
    )


def step_name(counts: OutcomeCounts, source: str, *, is_merge: bool = False) -> str:
    """The import or merge as undo names it: `the import of 12 sessions from history.csv`."""
    changed: dict[str, int] = {}
    for (outcome, kind), number in counts.items():
        if outcome.is_change and outcome is not Outcome.NOTED:
            changed[kind] = changed.get(kind, 0) + number
    what = counts_in_words(changed) if changed else "changes"
    return f"the {'merge' if is_merge else 'import'} of {what} from {visible_path(source)}"


def bad_rows(errors: ErrorGroups, *, width: int, plain: bool = False) -> str:
    """Each reason once, with its lines, column and value: in a table; below 60 columns, or `plain`, in paragraphs."""
    groups = errors.groups
    lines = list(_table(groups, width) if width >= _TABLE_FROM and not plain else _paragraphs(groups, width))
    left_out = errors.total - sum(group.number for group in groups)
    if left_out:
        lines.append(f"... and {left_out} more.")
    return "\n".join(lines)


def _answer(report: ImportReport, width: int) -> str:
    """What was imported, what was here already, what was left out and why, how to go on.

    A sentence that ends with a command has lines of its own: a pasted line is the command alone.
    """
    lines, advice = _sentences(report), _advice(report)
    paths = _paths(report)
    details = [
        *difference_lines(report),
        *joined_elsewhere_lines(report),
        *twin_lines(report),
        *old_name_lines(report),
        *parallel_plan_lines(report),
        *advice,
    ]
    if details:
        paragraphs = [pack(lines, width, whole_words=True, paths=paths), *(paragraph(each, width) for each in details)]
        copy = f"  Your file as it was: {visible(report.safety_copy)}" if report.safety_copy else ""
        undo = paragraph(UNDO, width) if report.is_saved else ""
        return "\n".join(filter(None, [*paragraphs, copy, undo]))
    if report.safety_copy is not None:
        answer = pack(lines, width, whole_words=True, paths=paths)
        return "\n".join([answer, f"  Your file as it was: {visible(report.safety_copy)}", paragraph(UNDO, width)])
    if report.has_changes and not report.is_dry_run:
        lines.append(UNDO)
    return pack(lines, width, whole_words=True, paths=paths)


def _paths(report: ImportReport) -> list[str]:
    rejected = report.rejected.path if report.rejected else None
    return [path for path in (report.source, rejected, report.safety_copy) if path]


def _advice(report: ImportReport) -> list[str]:
    """The sentences that end with a command."""
    twins = [twins_sentence(report.twins)] if report.twins and not report.is_dry_run else []
    # In a dry run a new name is not there yet to be renamed.
    slips = () if report.is_dry_run else report.name_slips[:_MOST_SLIPS]
    redo = report.can_redo and report.number(Outcome.DELETED)
    is_kept_for_undo = report.purged_there and report.is_saved
    return [
        *([STILL_IN_UNDO] if is_kept_for_undo else []),
        *twins,
        *(one_name_hint(each.name, each.meant, each.kind) for each in slips),
        *(["What undo took back comes again with: paintrack redo"] if redo else []),
    ]


def _sentences(report: ImportReport) -> list[str]:
    sentences = [_first_sentence(report) if report.has_changes else _nothing_new(report)]
    if report.has_changes:
        same = report.number(Outcome.SAME)
        sentences.append(f"{same} {_was(same)} there already.")
    sentences += [
        f"{text}: {number}{_named(entries, number)}."
        for outcome, text in _OUTCOMES.items()
        for number, entries in [_of_outcome(report, outcome)]
        if number
    ]
    sheet = report.sheet
    if sheet and not report.is_dry_run:
        letters = date_format_in_letters(sheet.mapping.date_format or "")
        dates = f"; dates as {letters}" if letters else ""
        sentences.append(f"Read as {dialect_in_words(sheet.dialect)}{dates}.")
    # In a dry run the preview of a spreadsheet lists them already.
    if not sheet or not report.is_dry_run:
        sentences.append(left_out_sentence(report.columns_left_out))
    if sheet:
        sentences.append(scale_notice(sheet))
        entries = [each.entry for each in sheet.entries]
        sentences += [separate_sessions_notice(entries), excess_cover_notice(entries), unknown_points(sheet.entries)]
    sentences.append(duplicates_sentence(report.duplicates))
    if report.is_dry_run:
        sentences += [twins_sentence(report.twins)] if report.twins else []
        sentences += [much_alike(each.name, each.meant) for each in report.name_slips[:_MOST_SLIPS]]
    if report.new_settings:
        sentences.append(f"Set as in the file: {listed([*report.new_settings], 'and')}.")
    if report.counted_costs is not None:
        visits, currency = report.counted_costs
        sentences.append(counted_costs_remark(visits, currency, is_dry_run=report.is_dry_run))
    if report.rejected and not report.rejected.error:
        sentences.append(_rejected_sentence(report.rejected, is_dry_run=report.is_dry_run))
    if report.is_dry_run:
        sentences.append("Nothing saved: this was a dry run.")
    return sentences


def _of_outcome(report: ImportReport, outcome: Outcome) -> tuple[int, list[AnyEntry]]:
    """How many entries have the outcome, and the deleted ones that are named.

    A session that was joined with another where the file comes from is not among them: it is named with that one.
    """
    joined = {other.uid for _, other in report.twins_joined_elsewhere if outcome is Outcome.REMOVED}
    entries = [each for each in report.deletions.get(outcome, ()) if each.uid not in joined]
    return report.number(outcome) - len(joined), entries


def _named(entries: Sequence[AnyEntry], number: int) -> str:
    """` (session 5 of Mon 6 Jul 2026 14:02 and 3 more)`, with how many are not among the entries; empty for none."""
    names = [entry_in_words(each) for each in entries]
    rest = [f"{number - len(names)} more"] if number > len(names) else []
    return f" ({listed([*names, *rest], 'and')})" if names else ""


def twins_sentence(twins: Sequence[SessionTwin]) -> str:
    """Which sessions may be stored twice now, and the command that removes the imported ones."""
    stored, is_one = [*dict.fromkeys(twin.stored for twin in twins)], len(twins) == 1
    more = len(stored) - _MOST_TWINS
    named = listed([*stored[:_MOST_TWINS], *([f"{more} more"] if more > 0 else [])], "and")
    own = f"your {'session' if len(stored) == 1 else 'sessions'} {named}, typed on two computers"
    new = [twin.new for twin in twins[:_MOST_TWINS] if twin.new]
    if not new:
        return f"{counted(len(twins), 'session')} of the file may be {own}."
    new_more = len(twins) - len(new)
    ids = listed([*new, *([f"{new_more} more"] if new_more > 0 else [])], "and")
    return f"{'Session' if is_one else 'Sessions'} {ids} may be {own}. If so: paintrack delete {' '.join(new)}"


def _first_sentence(report: ImportReport) -> str:
    if report.is_dry_run:
        done = "Would merge" if report.is_merge else "Would import"
    else:
        done = "Merged" if report.is_merge else "Imported"
    return f"{done} {_what_is_new(report)} from {visible_path(report.source)}."


def _what_is_new(report: ImportReport) -> str:
    new = {kind: number for (outcome, kind), number in report.counts.items() if outcome is Outcome.NEW}
    if new:
        return counts_in_words(new)
    if report.has_changed_entries or (report.joins_twins and report.merge_twins):
        return "changes"
    # The instants that decide a later merge may differ where all that people see is equal.
    return "settings" if report.has_changed_settings else "the times of changes"


def _nothing_new(report: ImportReport) -> str:
    same, total = report.number(Outcome.SAME), sum(report.counts.values())
    if total == 0:
        return f"Nothing new: {visible_path(report.source)} holds no entries."
    if same == 0:
        return f"Nothing new in {visible_path(report.source)}."
    of = ("all " if total > 1 else "") if same == total else f"{same} of "
    return f"Nothing new: {of}{counted(total, 'entry', 'entries')} {_was(same)} there already."


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _rejected_sentence(rejected: RejectedFile, *, is_dry_run: bool) -> str:
    rows, path = counted(rejected.rows, "row"), visible_path(rejected.path)
    if is_dry_run:
        taken = " It is there already: --force replaces it." if rejected.is_taken else ""
        return f"{rows} would be written to {path}.{taken}"
    return f"{rows} written to {path}: correct {'it' if rejected.rows == 1 else 'them'} and import that file."


def _error(report: ImportReport) -> PaintrackError | None:
    error = report.rejected.error if report.rejected else None
    if error is not None and report.is_saved:
        source = visible_path(report.source)
        return PartlySavedError(f"The good rows are saved; the bad ones are only in {source}. {refusal(error)}")
    if error is not None:
        return error
    if not report.is_refused:
        return None
    skip = " --skip-bad imports the other rows." if report.can_skip else ""
    values = f"{counted(report.errors.total, 'value')} in {visible_path(report.source)}"
    return FileTroubleError(f"{values} cannot be imported.{skip}")


def _table(groups: Sequence[ErrorGroup], width: int) -> list[str]:
    rows = []
    for group in groups:
        row_count = f"{counted(group.number, 'row')}: " if group.number > 1 else ""
        rows.append((_lines(group), isolated(group.column), _value(group, _WIDE), f"{row_count}{_reason(group)}"))
    return table_lines([("line", "column", "value", "reason"), *rows], width)


def _paragraphs(groups: Sequence[ErrorGroup], width: int) -> Iterator[str]:
    for group in groups:
        are_several = group.number > 1
        where = f"Lines {_lines(group)} ({counted(group.number, 'row')})" if are_several else f"Line {_lines(group)}"
        place = ", ".join(filter(None, (where, isolated(group.column), _value(group, _NARROW))))
        yield fill(f"{place}: {_reason(group)}", width, rest="  ")


def _lines(group: ErrorGroup) -> str:
    return ", ".join([*map(str, group.lines), *(["..."] if group.number > len(group.lines) else [])])


def _reason(group: ErrorGroup) -> str:
    """The sentence, cut if it contains a value of megabytes."""
    reason = group.reason if isinstance(group.reason, str) else refusal(group.reason)
    return truncate(reason, _LONGEST_REASON + 3, ascii_only=True, whole_numbers=False)


def _value(group: ErrorGroup, room: int) -> str:
    """The value, cut to `room` columns; if the rows have different ones, the first and `...`."""
    ellipsis = "" if group.is_one_value else ", ..."
    value = isolated(group.value[: 4 * room])
    return truncate(value, room - len(ellipsis), ascii_only=True, whole_numbers=False) + ellipsis

"""The values of an import: how a file is to be read, its entries, what becomes of each, and the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from paintrack.errors import PaintrackError
from paintrack.model.entries import AnyEntry
from paintrack.model.importing.row_error_groups import ErrorGroups
from paintrack.model.merging.conditions_split_by_rename import OldName
from paintrack.model.merging.merged_entry import MergedEntry
from paintrack.model.merging.merged_settings import SettingDifference
from paintrack.model.merging.twins import Twins
from paintrack.model.recorded_name import NameSlip

if TYPE_CHECKING:
    from paintrack.model.other_entries import Plan

# The target of a column that holds the time of day alone.
TIME = "time"
# The worst possible score in a spreadsheet.
SCALES = (10, 100)


class Outcome(Enum):
    """What becomes of an entry that comes in."""

    NEW = "it is not stored yet"
    NEWER = "it was edited later than the stored one and replaces it"
    SAME = "it equals the stored one"
    OLDER = "the stored one was edited later and is kept"
    CONFLICT = "it differs from the stored one and was edited at the same instant: the stored one is kept"
    DELETED = "the stored one was deleted later and stays deleted"
    REMOVED = "it was deleted where the file comes from, later than the stored one was edited"
    MERGED = "values of both are kept, each by its later change"
    NOTED = "it was deleted where the file comes from and was never stored here"

    @property
    def is_change(self) -> bool:
        """Whether something is saved."""
        return self in (Outcome.NEW, Outcome.NEWER, Outcome.REMOVED, Outcome.MERGED, Outcome.NOTED)


# How many entries of each kind met each outcome.
OutcomeCounts = Mapping[tuple[Outcome, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How a CSV file is to be read; what is None or empty is detected.

    `encoding` is the name of a codec, `delimiter` one character. `column_targets` are pairs of a column's name and
    its target, None to leave the column out. `condition` is what every row rates, `date_format` a format of strptime,
    `scale` one of `SCALES`. `keep_duplicates`: import rows again that are stored already. `keep_rejected`: keep the
    rows with an error as they stand in the file.
    """

    encoding: str | None = None
    delimiter: str | None = None
    column_targets: tuple[tuple[str, str | None], ...] = ()
    condition: str | None = None
    date_format: str | None = None
    scale: int = SCALES[0]
    keep_duplicates: bool = False
    keep_rejected: bool = False

    @property
    def first_column_option(self) -> str:
        """The name of the first of `ABOUT_COLUMNS` that was given; empty for none."""
        return next((name for name in ABOUT_COLUMNS if getattr(self, name) != getattr(_FIND_OUT, name)), "")


# The fields of `ReadOptions` that only anyone's spreadsheet can use.
ABOUT_COLUMNS = ("column_targets", "date_format", "condition", "scale", "keep_duplicates")
_FIND_OUT = ReadOptions()


class CsvDialect(NamedTuple):
    """How the bytes of a CSV file were read: the name of its encoding (`Windows-1252`), its delimiter.

    `has_doubtful_letters`: it was taken for Windows-1252, but some of its bytes are letters in UTF-8.
    """

    encoding: str
    delimiter: str
    has_doubtful_letters: bool = False


class SheetEntry(NamedTuple):
    """An entry and the line on which its row begins; `remarks` are sentences on values that were kept as they stand."""

    line: int
    entry: AnyEntry
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """How the rows of a spreadsheet become entries: the names of the columns and the target of each.

    The targets are those of `column_mapping.TARGETS`, None for a column that is left out. The rest is as in
    `ReadOptions`; without `date_format` dates are ISO 8601.
    """

    header: tuple[str, ...]
    targets: tuple[str | None, ...]
    condition: str | None = None
    date_format: str | None = None
    scale: int = SCALES[0]

    @property
    def columns_left_out(self) -> tuple[str, ...]:
        """The names of the columns that are not imported."""
        return tuple(name for name, key in zip(self.header, self.targets, strict=True) if key is None)


class ScoreSizes(NamedTuple):
    """How many scores of a spreadsheet are above 0 and at most 10, and how many above 10; 0 says nothing of a scale."""

    low: int = 0
    high: int = 0

    @property
    def suggest_scale_100(self) -> bool:
        """Whether most can only be of 100."""
        return self.high > self.low

    @property
    def speak_against_hundred(self) -> bool:
        """Whether at least three in four are what scores of 10 are."""
        return self.low > 0 and self.low >= 3 * self.high


class SheetPreview(NamedTuple):
    """How anyone's spreadsheet was understood: its encoding and delimiter, its columns, its entries, its scores."""

    dialect: CsvDialect
    mapping: ColumnMapping
    entries: Sequence[SheetEntry] = ()
    score_sizes: ScoreSizes = ScoreSizes()


class SessionTwin(NamedTuple):
    """An imported session and a stored one that may be the same visit, typed on two computers.

    `new` and `stored` are their ids; `new` is empty in a dry run.
    """

    new: str
    stored: str


class RejectedFile(NamedTuple):
    """The file for the rows with an error: its path, and how many rows.

    `is_taken`: there is a file of that name, which may not be replaced. `error` is why it could not be written.
    """

    path: str
    rows: int
    is_taken: bool = False
    error: PaintrackError | None = None


class CountedCosts(NamedTuple):
    """How many visits have costs without a currency that count as `currency` now, which they did not before.

    A setting says so, and no entry; `currency` is None if no setting does any more.
    """

    visits: int
    currency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do if it were no dry run; made once, at its end.

    `source` is the file as typed, or `standard input`. `is_refused`: nothing is saved, because of `errors` or because
    the rows with an error could not be written. `can_skip`: the other rows can be imported with --skip-bad.
    `duplicates` are the entries of the `sheet` that are stored already. `new_settings` are the names of settings that
    were imported. `safety_copy` is the path of a copy of the patient's file from before the import. `can_redo`: what
    is deleted may have been taken back by undo, so that redo restores it. `name_slips` are new names much like
    another one, `deletions` the first entries of `REMOVED` and of `DELETED`, `twins` sessions that may have been typed
    twice. `is_merge`: the command was `merge`, not `import`. `merged` and `setting_differences` are what both sides
    changed differently. `merge_twins` are visits that both files of a merge have, `joined_twins` those that were made
    one, if `joins_twins`; `twins_joined_elsewhere` those that the other computer made one, so that the other one goes.
    `changes_file`: something is saved, or in a dry run would be, if only when a value was changed. `counted_costs` is
    None if no cost is in another currency than it was. `parallel_plans` are plans of one condition that are running
    now, at least one of which came in. `old_names` are conditions that a merge left as two, because only one side had
    renamed them. `purged_there` is how many entries go because they were purged in the file.
    """

    source: str
    is_dry_run: bool = False
    is_refused: bool = False
    is_saved: bool = False
    counts: OutcomeCounts
    errors: ErrorGroups
    can_skip: bool = False
    columns_left_out: tuple[str, ...] = ()
    sheet: SheetPreview | None = None
    duplicates: tuple[SheetEntry, ...] = ()
    new_settings: tuple[str, ...] = ()
    rejected: RejectedFile | None = None
    safety_copy: str | None = None
    can_redo: bool = False
    name_slips: tuple[NameSlip, ...] = ()
    deletions: Mapping[Outcome, Sequence[AnyEntry]] = field(default_factory=dict)
    twins: tuple[SessionTwin, ...] = ()
    is_merge: bool = False
    merged: tuple[MergedEntry, ...] = ()
    setting_differences: tuple[SettingDifference, ...] = ()
    merge_twins: tuple[Twins, ...] = ()
    twins_joined_elsewhere: tuple[Twins, ...] = ()
    joined_twins: tuple[MergedEntry, ...] = ()
    joins_twins: bool = False
    changes_file: bool = False
    counted_costs: CountedCosts | None = None
    parallel_plans: "tuple[tuple[Plan, ...], ...]" = ()
    old_names: tuple[OldName, ...] = ()
    purged_there: int = 0

    @property
    def has_changed_entries(self) -> bool:
        """Whether an entry is added or replaced."""
        return any(outcome.is_change for outcome, _ in self.counts)

    @property
    def has_changed_settings(self) -> bool:
        """Whether a setting is set, changed or cleared."""
        return bool(self.new_settings) or any(not each.is_here_kept for each in self.setting_differences)

    @property
    def has_changes(self) -> bool:
        """Whether anything is saved, or in a dry run would be."""
        return self.changes_file or self.has_changed_entries

    def number(self, outcome: Outcome) -> int:
        """How many entries met this outcome."""
        return sum(number for (each, _), number in self.counts.items() if each is outcome)

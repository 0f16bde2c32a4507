"""A file of our own into the history: checked and taken in as one step, in the memory of a few entries."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from paintrack.commands._shared.context import Here
from paintrack.exchange.importing.conflicts import completed, verdict_on
from paintrack.model.entry import AnyEntry
from paintrack.model.import_values import Outcome
from paintrack.model.row_errors import ErrorGroups
from paintrack.model.serialization.csv_rows import RowError
from paintrack.model.text import listed
from paintrack.storage.mapping import chunked
from paintrack.storage.reader import Reader
from paintrack.storage.writer import Writer
from paintrack.views.importing import import_result

Tally = Counter[tuple[Outcome, str]]


class _UnchangedError(Exception):
    """Nothing in the file changes anything: what was begun is given up."""


class _Checked:
    """Entries that arrive, and what is wrong with those that cannot be taken in."""

    def __init__(self, found: Iterable[AnyEntry | RowError], *, can_skip: bool) -> None:
        self._found = found
        self._can_skip = can_skip
        self._good = 0
        self._errors = ErrorGroups(import_result.SHOWN_REASONS)

    def good(self) -> Iterator[AnyEntry]:
        """The entries up to the first error; all behind it are still checked."""
        for each in self._found:
            if not isinstance(each, RowError):
                self._good += 1
                if not self._errors:
                    yield each
                continue
            self._errors.add(each)

    def refuse(self, here: Here, name: str) -> None:
        """Once they have all come: raise FileTroubleError, after saying what is wrong, when something is."""
        if self._errors:
            here.warn(import_result.error_table(self._errors, width=here.width, plain=here.plain))
            raise import_result.refused_values_error(
                self._errors.total, name, can_skip=self._can_skip and self._good > 0
            )


def take_in(
    here: Here,
    name: str,
    found: Iterable[AnyEntry | RowError],
    settings: Mapping[str, str],
    *,
    exact: bool,
    dry_run: bool,
    can_skip: bool = False,
    remarks: Sequence[str] = (),
) -> None:
    """Take in what a file of our own says, all or none; a setting only where there is none here.

    `can_skip`: bad rows could be left out. `remarks` are told with the answer. `exact` for entries that say all of
    themselves (JSON). Raises FileTroubleError when something in the file cannot be taken in; it comes to light while
    the rest is being written, and all of that is taken back.
    """
    arriving = _Checked(found, can_skip=can_skip)
    if dry_run:
        with here.reading() as reader:
            tally = Counter((verdict, entry.kind) for entry, verdict in judged(arriving.good(), reader, exact=exact))
            can_redo = reader.next_redo() is not None
        arriving.refuse(here, name)
        here.acknowledge(
            import_result.import_confirmation(
                tally, name, width=here.width_with(name), dry_run=True, can_redo=can_redo, remarks=remarks
            )
        )
        return
    with suppress(_UnchangedError), backed_up(here.path, here.now) as copy, here.writing() as writer:
        can_redo = writer.next_redo() is not None
        tally = taken_over(writer, judged(arriving.good(), writer, exact=exact))
        arriving.refuse(here, name)
        new = {key: value for key, value in settings.items() if key not in writer.settings()}
        if not new and not any(verdict.changes for verdict, _ in tally):
            raise _UnchangedError
        for key, value in new.items():
            writer.set_value(key, value)
        remarks = [*remarks, f"Set as in the file: {listed([*new], 'and')}." if new else ""]
        writer.describe(import_result.import_step_name(tally, name))
    if not here.saved:
        here.acknowledge(
            import_result.import_confirmation(
                tally, name, width=here.width_with(name), can_redo=can_redo, remarks=remarks
            )
        )
        return
    here.acknowledge(
        import_result.import_confirmation(tally, name, width=here.width_with(name), copy=copy, remarks=remarks)
    )


@contextmanager
def backed_up(path: Path, now: datetime) -> Iterator[Path | None]:
    """A safety copy of the file, which is kept when the block ends as it should."""
    from paintrack.storage.backup import safety_copy

    copy = safety_copy(path, now, "import")
    try:
        yield copy
    except BaseException:
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise


def judged(entries: Iterable[AnyEntry], reader: Reader, *, exact: bool) -> Iterator[tuple[AnyEntry, Outcome]]:
    """Each entry as it would be saved, and what becomes of it beside ours of the same uid.

    `exact` for entries that say all of themselves; without it they are completed from ours.
    """
    # Asked before the first of them is saved.
    has_entries = reader.has_entries()
    for chunk in chunked(entries):
        ours = reader.by_uids([entry.uid for entry in chunk]) if has_entries else {}
        for entry in chunk:
            mine = ours.get(entry.uid)
            if mine is None:
                yield entry, Outcome.NEW
            else:
                theirs = entry if exact else completed(entry, mine)
                yield theirs, verdict_on(theirs, mine, exact=exact)


def taken_over(writer: Writer, found: Iterable[tuple[AnyEntry, Outcome]]) -> Tally:
    """Save the entries that change something; how many of each kind met each verdict."""
    tally: Tally = Counter()

    def changing() -> Iterator[AnyEntry]:
        for entry, verdict in found:
            tally[verdict, entry.kind] += 1
            if verdict.changes:
                yield entry

    writer.take_over_all(changing())
    return tally

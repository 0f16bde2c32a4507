"""A file of our own into the history: all of it checked first, then taken in as one step, in the memory of a few."""

from collections import Counter
from collections.abc import Iterable, Iterator

from paintrack.commands.here import Here
from paintrack.domain.arrival import Verdict, completed, verdict_on
from paintrack.domain.entry import AnyEntry
from paintrack.domain.rows import RowError
from paintrack.domain.text import counted, listed, visible_line
from paintrack.errors import FileTroubleError
from paintrack.storage.reader import Reader, chunked
from paintrack.storage.writer import Writer
from paintrack.views import transfer

Tally = Counter[tuple[Verdict, str]]


def take_in_json(here: Here, file: str, *, dry_run: bool) -> None:
    """Take in a JSON file that paintrack wrote, all or none; a setting only where there is none here.

    Raises FileTroubleError.
    """
    from paintrack.exchange import json_file, source, spool

    name = "standard input" if file == "-" else file
    with source.opened(file, never=here.path) as once, spool.read_twice(once, json_file.LONGEST_FILE) as stream:
        history = json_file.read_json(stream, here.now)
        with here.reading() as reader:
            tally = _checked(here, name, history.entries, reader)
            settings = {key: value for key, value in history.settings.items() if key not in reader.settings()}
            can_redo = reader.next_redo() is not None
        remarks = [f"Set as in the file: {listed([*settings], 'and')}."] if settings and not dry_run else []
        changes = bool(settings) or any(verdict.changes for verdict, _ in tally)
        if dry_run or not changes:
            here.acknowledge(transfer.imported(tally, name, width=here.width, dry_run=dry_run, can_redo=can_redo))
            return
        from paintrack.storage.backup import safety_copy

        copy = safety_copy(here.path, here.now, "import")
        stream.seek(0)
        entries = json_file.read_json(stream, here.now).entries
        with here.writing() as writer:
            good = (entry for entry in entries if not isinstance(entry, RowError))
            tally = taken_over(writer, judged(good, writer, exact=True))
            for key, value in settings.items():
                writer.set_value(key, value)
            writer.describe(transfer.step_name(tally, name))
    here.acknowledge(transfer.imported(tally, name, width=here.width, copy=copy, remarks=remarks))


def _checked(here: Here, name: str, found: Iterable[AnyEntry | RowError], reader: Reader) -> Tally:
    """What would become of each entry. Raises FileTroubleError after saying what cannot be taken in."""
    errors: list[RowError] = []
    total = 0

    def good() -> Iterator[AnyEntry]:
        nonlocal total
        for each in found:
            if not isinstance(each, RowError):
                yield each
                continue
            total += 1
            if total <= transfer.SHOWN_ERRORS:
                errors.append(each)

    tally = Counter((verdict, entry.kind) for entry, verdict in judged(good(), reader, exact=True))
    if errors:
        here.warn(transfer.bad_rows(errors, total, width=here.width))
        what = counted(total, "value")
        raise FileTroubleError(f"{what} in {visible_line(name)} cannot be taken in. Nothing saved.")
    return tally


def judged(entries: Iterable[AnyEntry], reader: Reader, *, exact: bool) -> Iterator[tuple[AnyEntry, Verdict]]:
    """Each entry as it would be saved, and what becomes of it beside ours of the same uid.

    `exact` for entries that say all of themselves; without it they are completed from ours.
    """
    for chunk in chunked(entries):
        ours = reader.by_uids([entry.uid for entry in chunk])
        for entry in chunk:
            mine = ours.get(entry.uid)
            yield entry if exact else completed(entry, mine), verdict_on(entry, mine, exact=exact)


def taken_over(writer: Writer, found: Iterable[tuple[AnyEntry, Verdict]]) -> Tally:
    """Save the entries that change something; how many of each kind met each verdict."""
    tally: Tally = Counter()

    def changing() -> Iterator[AnyEntry]:
        for entry, verdict in found:
            tally[verdict, entry.kind] += 1
            if verdict.changes:
                yield entry

    writer.take_over_all(changing())
    return tally

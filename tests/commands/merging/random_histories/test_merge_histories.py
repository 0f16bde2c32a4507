"""Random histories on three computers, through the commands: whatever the order, merged files export the same."""

import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from itertools import permutations
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.storage.file.reader_and_writer_opening import open_reader
from tests.commands.merging.changes_on_three_computers import Change, Computers, changes, exported, merge, run, undo
from tests.example_counts import examples


def merged_in_order(paths: Sequence[Path], folder: Path, name: str, now: datetime, *, as_json: bool = False) -> str:
    """The export of a copy of the first file, after the others were merged into it in their order."""
    copy = Path(shutil.copy(paths[0], folder / name))
    for source in paths[1:]:
        if as_json:
            document = folder / "source.json"
            document.write_text(exported(source, folder))
            source = document
        merge(copy, source, now)
    result = exported(copy, folder)
    copy.unlink()
    return result


def _after(history: list[Change], folder: Path, **options: Any) -> Computers:
    computers = Computers(folder, **options)
    for change in history:
        computers.do(change)
    return computers


# One computer changed the session and deleted it, another deleted it and put it back.
_PUT_BACK = [
    Change(0, "note", 0, 1, 0),
    Change(0, "delete", 0, 0, 0),
    Change(1, "delete", 0, 0, 1),
    Change(1, "undo", 0, 0, 1),
]


# Few: each example opens files dozens of times.
@examples(25)
@given(changes, st.booleans(), st.booleans())
@example(history=_PUT_BACK, with_merges=False, with_new=True)
def test_three_files_in_any_order_export_the_same(history: list[Change], with_merges: bool, with_new: bool) -> None:
    """Merges before it may have left tombstones that know no values."""
    with tempfile.TemporaryDirectory() as name:
        computers = _after(history, Path(name), with_merges=with_merges, with_new=with_new)
        results = {
            merged_in_order(paths, computers.folder, "merged.db", computers.now)
            for paths in permutations(computers.paths)
        }
        assert len(results) == 1


@examples(25)
@given(changes)
def test_either_way_round_and_again_exports_the_same(history: list[Change]) -> None:
    """Merges may have come in between, some of them taken back."""
    with tempfile.TemporaryDirectory() as name:
        computers = _after(history, Path(name), with_merges=True)
        one, other, _ = computers.paths
        here = merged_in_order([one, other], computers.folder, "here.db", computers.now)
        assert here == merged_in_order([other, one], computers.folder, "there.db", computers.now)
        assert here == merged_in_order([one, other, one, other], computers.folder, "again.db", computers.now)


@examples(15)
@given(changes)
def test_json_and_the_file_itself_come_in_the_same(history: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as name:
        computers = _after(history, Path(name), with_merges=False)
        one, other, _ = computers.paths
        file = merged_in_order([one, other], computers.folder, "here.db", computers.now)
        # A deleted entry has no values in JSON; where nobody put one back they make no difference.
        assert file == merged_in_order([one, other], computers.folder, "there.db", computers.now, as_json=True)


@examples(15)
@given(changes)
def test_undo_of_a_merge_gives_the_same_bytes_of_the_export(history: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as name:
        computers = _after(history, Path(name), with_merges=False)
        one, other, _ = computers.paths
        before, their_export = (exported(path, computers.folder) for path in (one, other))
        with open_reader(one) as reader:
            last = reader.next_undo()
        merge(one, other, computers.now)
        with open_reader(one) as reader:
            is_saved = reader.next_undo() != last
        if is_saved:
            merged = exported(one, computers.folder)
            undo(one, computers.now)
            assert exported(one, computers.folder) == before
            run(computers.now, "redo", "--db", str(one))
            assert exported(one, computers.folder) == merged
        assert exported(other, computers.folder) == their_export

"""Taking back a long import: as the slow way would, in less than the import's own time, with progress."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.exchange.csv_file import write_csv
from paintrack.exchange.json_file import write_json
from paintrack.model.changes.change_stamps import with_change_stamps
from paintrack.model.values.moment import later_stamp, stamp
from paintrack.storage.file.reader_and_writer_opening import open_reader, open_writer
from tests.benchmarks.exchange import a_history, cost
from tests.example_counts import examples, in_proportion
from tests.exchange.csv_rows_of_entries import csv_rows_of_entries
from tests.factories.entries import NOW, STAMP, a_session
from tests.program import Paintrack, quoted

# More would reach into the future, which no import takes.
SESSIONS = min(in_proportion(20_000), 100_000)
_MOST_ROUNDS = 4
STAMPS = st.sampled_from(["2020-01-01T00:00:00.000000Z", STAMP, "2031-01-01T00:00:00.000000Z"])
CHANGED = st.none() | st.dictionaries(st.sampled_from(["rest", "note", "deleted", "rating/0/'x"]), STAMPS, min_size=1)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_it_takes_no_longer_than_the_import(form: str, tmp_path: Path) -> None:
    """Of our own export all is taken out and put back exactly, and what is taken out is kept for redo."""
    history = tmp_path / f"history.{form}"
    with history.open("w", encoding="utf-8", newline="") as stream:
        if form == "csv":
            write_csv(csv_rows_of_entries(a_history(SESSIONS)), stream)
        else:
            write_json(a_history(SESSIONS), {}, [], stream)
    # Processor time, each command beside the same import, and of each the least: where both cores are busy, one run
    # costs up to a quarter more. Alone undo takes 0.4 to 0.8 of the import's time, redo 0.7 to 1.15. No limit is
    # promised for redo.
    least: dict[str, float] = {}
    for place in range(_MOST_ROUNDS):
        own = ["--db", str(tmp_path / f"own{place}.db")]
        for word, *argument in (("import", str(history)), ("undo",), ("redo",)):
            seconds = cost(sys.executable, "-m", "paintrack", word, *argument, *own).seconds
            least[word] = min(seconds, least.get(word, seconds))
        if least["undo"] <= least["import"]:
            break
    assert least["undo"] <= least["import"]
    assert least["redo"] <= 2 * least["import"]


def test_it_shows_progress_through_an_export_of_our_own(
    paintrack: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undo keeps all entries for redo, then removes them, each with its progress; redo puts them back in one pass."""
    history = tmp_path / "history.csv"
    with history.open("w", encoding="utf-8", newline="") as stream:
        write_csv(csv_rows_of_entries(a_history(3)), stream)
    assert paintrack(f"import {quoted(history)}").code == 0
    totals: list[int] = []

    def record(items: Iterable[str], total: Callable[[], int], verb: str, *, plain: bool) -> Iterable[str]:
        totals.append(total())
        return items

    monkeypatch.setattr("paintrack.commands._shared.undo_and_redo_steps.with_progress", record)
    assert paintrack("undo").code == 0
    assert totals == [3, 3]
    totals.clear()
    assert paintrack("redo").code == 0
    assert totals == [3, 0]


@pytest.mark.parametrize("word", ["undo", "redo", "undo --steps 1 --yes", "redo --steps 1 --yes"])
def test_it_shows_how_far_it_is(word: str, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    paintrack("log 7 3")
    if word.startswith("redo"):
        paintrack("undo")
    totals_and_verbs: list[tuple[int, str]] = []

    def record(items: Iterable[str], total: Callable[[], int], verb: str, *, plain: bool) -> Iterable[str]:
        totals_and_verbs.append((total(), verb))
        return items

    monkeypatch.setattr("paintrack.commands._shared.undo_and_redo_steps.with_progress", record)
    assert paintrack(word).code == 0
    assert totals_and_verbs == [(1, "Taking back" if word.startswith("undo") else "Putting back")]


@examples(60)
@given(entries=st.lists(st.tuples(STAMPS, CHANGED), min_size=1, max_size=4))
def test_the_stamps_are_those_of_any_other_change(
    tmp_path_factory: pytest.TempPathFactory, entries: Sequence[tuple[str, dict[str, str] | None]]
) -> None:
    path = tmp_path_factory.mktemp("with blanks") / "own.db"
    sessions = [
        a_session(note="x", entered="2020-01-01T00:00:00.000000Z", edited=edited, changed=changed)
        for edited, changed in entries
    ]
    with open_writer(path, NOW) as writer:
        writer.save_all_imported(sessions)
        before = writer.by_uids([each.uid for each in sessions])
    for undone in (True, False):
        with open_writer(path, NOW) as writer:
            step = writer.next_undo() if undone else writer.next_redo()
            assert step is not None
            (writer.undo if undone else writer.redo)(step)
        for uid, former in before.items():
            edited = later_stamp(stamp(NOW), former.edited)
            changed = replace(former, deleted=edited if undone else None, edited=edited)
            with open_reader(path) as reader:
                assert reader.by_uid(uid) == with_change_stamps(changed, former)
                before = {**before, uid: with_change_stamps(changed, former)}

"""Stamps when the clock is set back: a change is always later than what it changes, or it would be lost in a merge."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paintrack.model.changes.change_stamps import (
    REMOVED,
    RETURNED,
    all_values,
    change_stamp,
    is_of_removal,
    is_purged,
    stamped_values,
)
from paintrack.model.entries import AnyEntry
from paintrack.model.merging.last_writer_wins_registers import rating_identity
from paintrack.model.serialization.json_entries import to_record
from paintrack.model.values.moment import later_stamp
from tests.commands.merging.states_of_files import State, state_of, typed_values
from tests.example_counts import examples
from tests.program import Clock, Paintrack, quoted


def check_changes(before: State, after: State, *, joins: bool) -> int:
    """Hold what became of entries and settings against the rule; how many of them changed.

    `joins`: the change came from another file, with stamps of its own.
    """
    changed = 0
    for uid, former in before.entries.items():
        entry = after.entries.get(uid)
        if entry is None or to_record(entry) == to_record(former):
            continue
        changed += 1
        values, former_values = all_values(entry), all_values(former)
        names = values.keys() | former_values.keys() | (former.changed or {}).keys() - {"rest"}
        for name in names:
            if name.startswith("purged_name/"):
                assert change_stamp(former, name) <= change_stamp(entry, name) <= entry.edited, name
                continue
            if is_purged(entry.changed or {}, rating_identity(name) or ""):
                # Only its purge has a stamp.
                assert name not in values
                assert name.endswith("/purged") or name not in (entry.changed or {}), name
                continue
            stamp, former_stamp = change_stamp(entry, name), change_stamp(former, name)
            if joins:
                assert former_stamp <= stamp <= entry.edited, name
            elif is_of_removal(name):
                assert stamp == (entry.edited if _comes_or_goes(name, former, entry) else former_stamp), name
            elif values.get(name) != former_values.get(name):
                is_typed = typed_values(values.get(name)) != typed_values(former_values.get(name))
                assert former_stamp < stamp == (entry.edited if is_typed else later_stamp("", former_stamp)), name
                assert former.edited < entry.edited
            else:
                assert stamp == former_stamp, name
        assert entry.edited >= former.edited
    for name, setting in before.settings.items():
        now = after.settings[name]
        if now != setting:
            changed += 1
            assert now.edited is not None
            assert setting.edited is not None
            assert now.edited > setting.edited
    return changed


def _comes_or_goes(name: str, former: AnyEntry, entry: AnyEntry) -> bool:
    """Whether the change removed the rating or put it back, of which the stamp of that name tells when.

    Removed is also what a merge had set aside of it; put back is only what the session shows.
    """
    rating, _, event = name.rpartition("/")
    values_of = {REMOVED: all_values, RETURNED: stamped_values}[event]
    was_there, is_there = (
        any(f"{each}/".startswith(f"{rating}/") for each in values_of(one)) for one in (former, entry)
    )
    return was_there and not is_there if event == REMOVED else is_there and not was_there


@pytest.fixture
def diary(paintrack: Paintrack, clock: Clock, file: Path, tmp_path: Path) -> Paintrack:
    """A file that was last changed three days from now, and another computer's that was a day before that."""
    paintrack("question why?")
    clock.forward(days=2)
    for typed in (
        "log 7 3 --for neck --also hip=5:4 --at 2026-07-01",
        "rate 4 --for neck --at 2026-07-02",
        "before 7 --for knee --at '2026-07-06 13:00'",
        "config set name Ana",
    ):
        assert paintrack(typed).code == 0, typed
    other = tmp_path / "other.db"
    other.write_bytes(file.read_bytes())
    paintrack(f"edit 1 --note there --db {quoted(other)}")
    paintrack(f"config set name Anna --db {quoted(other)}")
    paintrack(f"export {quoted(tmp_path / 'other.json')} --db {quoted(other)}")
    clock.forward(days=1)
    for typed in ("edit 1 --cost 85", "edit 1 --cost 90", "note x", "delete n1 --yes", "edit r1 --note y", "undo"):
        assert paintrack(typed).code == 0, typed
    clock.forward(days=-3)
    return paintrack


@pytest.mark.parametrize(
    "typed",
    [
        "edit 1 --note late",
        "edit 1 --for neck --after 2",
        "edit 1 --for neck --clear before --clear after",
        "edit r1 --score 5",
        "after 3",
        "effect bruise --session 1",
        "question --done q1",
        "edit 1 --at '2026-07-01 08:00'",
        "edit 2 --at '2026-07-06 12:00'",
        "config set currency EUR",
        "conditions rename neck shoulder",
        "conditions rename hip neck2 --new",
        "delete 1 --yes",
        "delete --for neck --yes",
        "undo --yes",
        "redo",
        "purge --for hip --yes",
        "config set name Ann",
        "config clear name",
        "merge {folder}/other.db",
        "import {folder}/other.json",
    ],
)
def test_a_change_is_later_though_the_clock_is_earlier(
    typed: str, diary: Paintrack, file: Path, tmp_path: Path
) -> None:
    before = state_of(file)
    result = diary(typed.format(folder=quoted(tmp_path)))
    assert result.code == 0, result
    assert check_changes(before, state_of(file), joins=typed.startswith(("merge", "import"))) > 0


WAYS = (
    "edit 1 --note {word}", "edit 1 --at '2026-07-0{day} 12:00'", "config set currency {currency}",
    "edit 1 --for neck --after {digit}", "edit 1 --cost {digit}", "delete 1 --yes",
    "delete --for neck --yes", "conditions rename neck hip", "conditions rename hip neck", "undo --yes", "redo",
    "purge --for hip --yes", "config set name {word}", "log {digit} 2 --for neck", "merge {other}",
)  # fmt: skip
JUMPS = st.integers(-3 * 24 * 60, 3 * 24 * 60)


@examples(15)
@example(
    steps=[("delete 1 --yes", False, 0), ("undo --yes", False, 0), ("redo", False, 0), ("merge {other}", False, 0)]
)
@example(  # The purge removes what the merge has set aside of a rating that was removed before.
    steps=[
        ("delete --for neck --yes", False, 0),
        ("conditions rename neck hip", True, 0),
        ("merge {other}", False, 0),
        ("purge --for hip --yes", False, 0),
    ]
)
@given(steps=st.lists(st.tuples(st.sampled_from(WAYS), st.booleans(), JUMPS), min_size=4, max_size=12))
def test_whatever_is_done_and_whatever_the_clock_says(
    paintrack: Paintrack,
    clock: Clock,
    tmp_path_factory: pytest.TempPathFactory,
    steps: Sequence[tuple[str, bool, int]],
) -> None:
    folder = tmp_path_factory.mktemp("with blanks")
    paths = [folder / "desktop.db", folder / "laptop.db"]
    clock.set("2026-07-06 14:02")
    for typed in ("log 7 3 --for neck --also knee=5:4", "config set name Ana"):
        assert paintrack(f"{typed} --db {quoted(paths[0])}").code == 0
    paths[1].write_bytes(paths[0].read_bytes())
    for number, (way, is_laptop, minutes) in enumerate(steps):
        path, other = paths[is_laptop], paths[not is_laptop]
        clock.forward(minutes=minutes)
        before = state_of(path)
        currency = ("EUR", "CHF")[number % 2]
        words = {"word": f"w{number}", "digit": number % 10, "day": number % 6 + 1, "currency": currency}
        paintrack(f"{way.format(**words, other=quoted(other))} --db {quoted(path)}")
        if not before.next_is_exact.get(way.split()[0]):
            check_changes(before, state_of(path), joins=way.startswith("merge"))

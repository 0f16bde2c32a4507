"""Courses as a patient types them."""

from paintrack.storage.file.location import database_path
from tests.factories.courses import K1_AFTER, K1_BEFORE
from tests.files_made_once import make_once
from tests.program import Clock, Paintrack


def type_k1(paintrack: Paintrack, clock: Clock) -> None:
    """K1 as it is typed, each week on its day, with its plan, its reading and its note."""
    make_once(database_path(None), "K1", lambda: _type_each_week(paintrack, clock))
    clock.set("2026-07-06 14:30")
    clock.forward(weeks=len(K1_BEFORE))


def _type_each_week(paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-07-06 14:30")
    assert paintrack('plan set --for "lower back" --sessions 12 --goal 3').code == 0
    for week, (before, after) in enumerate(zip(K1_BEFORE, K1_AFTER, strict=True)):
        assert paintrack(f'log {before} {after} --for "lower back"').code == 0
        if week == 5:
            clock.set("2026-08-11 07:10")
            assert paintrack("rate 4").code == 0
        if week == 6:
            clock.set("2026-08-19 20:00")
            assert paintrack("note started amitriptyline 10 mg").code == 0
        clock.set("2026-07-06 14:30")
        clock.forward(weeks=week + 1)

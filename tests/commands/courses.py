"""Courses in a file, typed or written in one go."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from paintrack.domain.entry import AnyEntry
from paintrack.storage.store import writing
from tests.courses import K1_AFTER, K1_BEFORE, back, session
from tests.entries import NOW
from tests.program import Clock, Paintrack

HOSTILE = "a\u202eb [bold]c[/bold] \u2066d"


def save(file: Path, entries: Iterable[AnyEntry]) -> None:
    """Write the entries into the file, in one step."""
    with writing(file, NOW) as writer:
        for entry in entries:
            writer.save(entry)


def weekly(
    before: Sequence[float | None],
    after: Sequence[float | None] | None = None,
    *,
    condition: str = "lower back",
    first_day: int = 0,
) -> list[AnyEntry]:
    """Weekly sessions of one condition; without afters each score is 2 lower after."""
    afters = after or [None if score is None else round(max(0, score - 2), 1) for score in before]
    return [
        session(first_day + 7 * week, back(*pair)._replace(condition=condition))
        for week, pair in enumerate(zip(before, afters, strict=True))
    ]


def type_k1(paintrack: Paintrack, clock: Clock) -> None:
    """K1 as it is typed, each week on its day, with its plan, its reading and its note."""
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

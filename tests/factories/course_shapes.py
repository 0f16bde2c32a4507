"""Courses made by hand, each with one shape that the words must be right for: rising, flat, cured, ..."""

from collections.abc import Callable, Mapping

from paintrack.model.entries import AnyEntry
from tests.factories.courses import in_order, weekly
from tests.factories.entries import a_reading, a_session


def _readings_at_home(weeks: int, *, first_day: int = 0, condition: str = "lower back") -> list[AnyEntry]:
    """Three readings a week that fall by a point in two weeks, from 8 on."""
    return [
        a_reading(max(8 - week // 2, 1), condition=condition, at=first_day + 7 * week + day)
        for week in range(weeks)
        for day in (1, 3, 5)
    ]


def _rising() -> list[AnyEntry]:
    return [*weekly((4, 4, 4, 5, 4, 5, 6, 6, 6, 7, 7, 7), condition="neck")]


def _flat() -> list[AnyEntry]:
    return [*weekly((7, 6, 7, 7, 6, 7, 7, 7, 6, 7, 7, 6, 7, 7), (4, 4, 4, 5, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4))]


def _valley() -> list[AnyEntry]:
    return [*weekly((8, 7, 7, 6, 5, 3, 3, 3, 4, 5, 7, 7, 7))]


def _step() -> list[AnyEntry]:
    return [*weekly((8, 7, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 4, 4))]


def _plateau() -> list[AnyEntry]:
    return [*weekly((9, 8, 7, 6, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4))]


def _relapse() -> list[AnyEntry]:
    return [*weekly((9, 8, 7, 6, 5, 4, 3, 3, 2, 2, 3, 5, 6, 8))]


def _cured() -> list[AnyEntry]:
    return [*weekly((7, 6, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))]


def _two_courses() -> list[AnyEntry]:
    return [*weekly((8, 7, 7, 7, 6, 5, 5, 4, 4, 3)), *weekly((7, 6, 6, 5, 5, 4, 4, 4, 3), first_day=63 + 120)]


def _readings_only() -> list[AnyEntry]:
    return _readings_at_home(11)


def _baseline_then_arrivals() -> list[AnyEntry]:
    before = [a_reading(score, at=-day) for day, score in zip(range(12, 0, -2), (7, 8, 7, 6, 8, 7), strict=True)]
    return [*before, *weekly((8, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4))]


def _four_weekly_migraine() -> list[AnyEntry]:
    """A session every four weeks, most of them on a day at 0; attacks noted at home, fewer in the second half."""
    sessions: list[AnyEntry] = [
        a_session(before, after, condition="migraine", at=28 * place)
        for place, (before, after) in enumerate([(0, 0), (6, 3), (0, 0), (0, 1), (7, 3), (0, 0), (0, 0), (2, 1)])
    ]
    attacks = (3, 9, 15, 22, 30, 37, 44, 51, 60, 68, 77, 85, 110, 141, 170)
    return [*sessions, *(a_reading(5 + day % 4, condition="migraine", at=day) for day in attacks)]


def _all_zero() -> list[AnyEntry]:
    return [*weekly((0,) * 9, (0,) * 9, condition="migraine")]


def _one_outlier() -> list[AnyEntry]:
    return [*weekly((7, 6, 6, 6, 6, 6, 10, 6, 6, 6, 6, 6, 6))]


SHAPES: Mapping[str, Callable[[], list[AnyEntry]]] = {
    "rising": _rising,
    "flat": _flat,
    "valley": _valley,
    "step": _step,
    "plateau": _plateau,
    "relapse": _relapse,
    "cured": _cured,
    "two-courses": _two_courses,
    "readings-only": _readings_only,
    "baseline-then-arrivals": _baseline_then_arrivals,
    "four-weekly-migraine": _four_weekly_migraine,
    "all-zero": _all_zero,
    "one-outlier": _one_outlier,
}


def shaped_course(name: str) -> list[AnyEntry]:
    """The entries of the course of that name, as the file gives them."""
    return in_order(SHAPES[name]())

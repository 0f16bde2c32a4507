"""The history as a table: as people see it, and read back row by row."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry
from paintrack.views.history.history_table import history_table
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.text_layout import width_of
from tests.factories.courses import hard_to_list, k1, lines_and_footer
from tests.factories.entries import a_reading, a_session
from tests.gold import check_gold
from tests.strategies import numbered_histories
from tests.views.rows import scores_are_all_there

GOLD = Path(__file__).parent / "gold"


def table(entries: list[AnyEntry], width: int, *, ascii_only: bool = False, colour: bool = False) -> str:
    lines, below = lines_and_footer(entries)
    return history_table(lines, below, width=width, ascii_only=ascii_only, colour=colour)


def heading(entries: list[AnyEntry], width: int) -> list[str]:
    return table(entries, width).split("\n")[0].split()


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", ["k1", "hard"])
def test_as_people_see_it(name: str, width: int, ascii_only: bool) -> None:
    text = table({"k1": k1, "hard": hard_to_list}[name](), width, ascii_only=ascii_only)
    check_gold(GOLD / f"list-{name}-{width}{'-ascii' if ascii_only else ''}.txt", text + "\n")


@pytest.mark.parametrize("name", ["k1", "hard"])
def test_in_colour(name: str) -> None:
    entries = {"k1": k1, "hard": hard_to_list}[name]()
    text = table(entries, 120, colour=True)
    check_gold(GOLD / f"list-{name}-120-colour.txt", text + "\n")
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == table(entries, 120)


def test_the_caller_decides_about_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.setenv(name, "1")
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" not in table(k1(), 80)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[38;5;33m▇▇▇\x1b[0m" in table(k1(), 80, colour=True)


def test_ascii_is_ascii() -> None:
    for width in range(45, 201):
        assert table(k1(), width, ascii_only=True).isascii()


@given(numbered_histories, st.integers(45, 200), st.booleans())
def test_nothing_is_too_wide_and_no_score_is_lost(entries: list[AnyEntry], width: int, ascii_only: bool) -> None:
    lines, _ = lines_and_footer(entries)
    rows = table(entries, width, ascii_only=ascii_only).split("\n")
    assert max(map(width_of, rows)) <= width
    scores_are_all_there(lines, rows[2 if set(rows[1]) <= set("─- ") else 1 :])


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("entries", [k1(), hard_to_list()])
def test_no_number_and_no_date_is_cut_at_any_width(entries: list[AnyEntry], ascii_only: bool) -> None:
    lines, _ = lines_and_footer(entries)
    for width in range(45, 201):
        rows = table(entries, width, ascii_only=ascii_only).split("\n")
        assert max(map(width_of, rows)) <= width
        scores_are_all_there(lines, rows[2 if set(rows[1]) <= set("─- ") else 1 :])


def test_columns_leave_in_the_planned_order_and_do_not_come_back() -> None:
    leaving = ("▇", "Mon", "2026", "before  after", "change", "reading")
    left = dict.fromkeys(leaving, 0)
    for width in range(47, 201):
        text = table(k1(), width).partition("\n\n")[0]
        for mark in leaving:
            assert mark in text or not left[mark], f"{mark} came back at {width}"
            left[mark] = left[mark] or (width if mark in text else 0)
    widths = list(left.values())
    assert widths == sorted(widths, reverse=True)


def test_a_reading_without_a_column_stands_among_the_words() -> None:
    (row,) = [line.split() for line in table(k1(), 57).splitlines() if " r1 " in line]
    assert row == ["r1", "11", "Aug", "26", "lower", "back", "now", "4,", "next", "morning"]


def test_what_does_not_fit_is_drawn_narrow() -> None:
    lines, below = lines_and_footer([replace(entry, number=entry.number + 1_000_000) for entry in k1()])
    text = history_table(lines, below, width=45, ascii_only=False, colour=False)
    assert text == narrow_history(lines, below, width=45, ascii_only=False)


def test_a_column_without_anything_in_it_is_left_out() -> None:
    assert heading([a_session(7, 5)], 120) == ["id", "date", "condition", "before", "after", "change"]
    assert heading([a_session(7, None)], 120) == ["id", "date", "condition", "before", "after", "also"]
    assert heading([a_reading()], 120) == ["id", "date", "condition", "reading", "also"]
    assert heading([a_session(ratings=())], 120) == ["id", "date", "condition", "also"]


def row_of(before: float, after: float) -> str:
    lines, _ = lines_and_footer([a_session(before, after)])
    return history_table(lines, [], width=80, ascii_only=True, colour=False).split("\n")[2]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (7, 5, " -2 ##"),
        (5, 7, " +2 ##"),
        (5, 5, "  0"),
        (10, 0, " -10 ##########"),
        (5, 4.5, " -0.5"),
        (7.9, 6, " -1.9 #"),
    ],
)
def test_the_change_has_its_sign_and_a_mark_for_each_whole_point(before: float, after: float, change: str) -> None:
    assert row_of(before, after).endswith(change)


def test_signs_that_are_counted_differently_widen_no_line() -> None:
    # Vowel signs and joiners: some take a column in one terminal and none in another.
    entries = [
        a_session(7, 5, number=number, condition=name)
        for number, name in enumerate(("कमर का दर्द और गर्दन का दर्द", "a\u200db" * 9))
    ]
    for width in range(45, 201):
        rows = table(list(entries), width).split("\n")
        assert max(map(width_of, rows)) <= width

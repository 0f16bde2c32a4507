"""The history as a table: as people see it, and read back row by row."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.entries import AnyEntry, SideEffect
from paintrack.views.heat_ramp import PALETTE_256, TRUE_COLOUR, heat_cell
from paintrack.views.history.history_line_data import history_lines_of
from paintrack.views.history.history_table import history_table
from paintrack.views.history.narrow_history import narrow_history
from paintrack.views.text_layout import width_of
from tests.factories.courses import hard_to_list, k1, k1_with_everything, lines_and_footer, times_of
from tests.factories.entries import a_note, a_reading, a_session
from tests.program import unwrapped
from tests.strategies import numbered_histories
from tests.views.history.history_rows import entry_rows, scores_are_all_there


def table(
    entries: list[AnyEntry], width: int, *, ascii_only: bool = False, colour: bool = False, has_footer: bool = True
) -> str:
    lines, below = lines_and_footer(entries)
    return history_table(
        lines, below if has_footer else [], width=width, ascii_only=ascii_only, colours=256 if colour else 0
    )


def heading(entries: list[AnyEntry], width: int) -> list[str]:
    return table(entries, width).split("\n")[0].split()


@pytest.mark.parametrize("width", [80, 40])
def test_true_colours_where_the_terminal_has_them(width: int) -> None:
    lines, footer = lines_and_footer(k1())
    text = history_table(lines, footer, width=width, ascii_only=False, colours=TRUE_COLOUR)
    assert heat_cell(" 8 ", 8, TRUE_COLOUR).partition(" 8 ")[0] in text
    assert heat_cell(" 8 ", 8, PALETTE_256).partition(" 8 ")[0] not in text


def test_ascii_is_ascii() -> None:
    for width in range(40, 201):
        assert table(k1(), width, ascii_only=True).isascii()


@given(numbered_histories, st.integers(40, 200), st.booleans())
def test_nothing_is_too_wide_and_no_score_is_lost(entries: list[AnyEntry], width: int, ascii_only: bool) -> None:
    lines, _ = lines_and_footer(entries)
    text = table(entries, width, ascii_only=ascii_only, has_footer=False)
    assert max(map(width_of, text.split("\n"))) <= width
    scores_are_all_there(lines, text)


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("entries", [k1(), hard_to_list(), k1_with_everything()])
def test_every_width(entries: list[AnyEntry], ascii_only: bool) -> None:
    lines, _ = lines_and_footer(entries)
    for width in range(40, 201):
        assert max(map(width_of, table(entries, width, ascii_only=ascii_only).split("\n"))) <= width
        scores_are_all_there(lines, table(entries, width, ascii_only=ascii_only, has_footer=False))


def test_the_scale_leaves_once_and_does_not_come_back() -> None:
    drawn = [bool(re.search("5 +10", table(k1(), width))) for width in range(40, 201)]
    assert drawn == sorted(drawn)
    assert (drawn[20], drawn[40]) == (False, True)


def test_where_the_scale_does_not_fit_it_is_drawn_narrow() -> None:
    lines, below = lines_and_footer([replace(entry, number=entry.number + 1_000_000) for entry in k1()])
    text = history_table(lines, below, width=60, ascii_only=False, colours=0)
    assert text == narrow_history(lines, below, width=60, ascii_only=False, colours=0)


def test_a_column_without_anything_in_it_is_left_out() -> None:
    assert heading([a_session(7, 5)], 120) == ["id", "day", "condition", "before", "after", "0", "5", "10"]
    assert heading([a_reading()], 120) == ["id", "day", "condition", "score", "0", "5", "10"]
    assert heading([a_session(ratings=())], 120) == ["id", "day"]


def dumbbell_of(before: float | None, after: float | None, width: int = 80, *, ascii_only: bool = False) -> str:
    """What stands below the scale, which begins at the same column as the heading's 0."""
    heading, _, row, _ = table([a_session(before, after)], width, ascii_only=ascii_only, has_footer=False).split("\n")
    start = heading.index("0")
    return row[start : start + len(heading) - start].rstrip()


@pytest.mark.parametrize(
    ("before", "after", "drawn"),
    [
        (8, 5, "     ◄──●"),
        (7, 8, "       ●►"),
        (5, 5, "     ◉"),
        (10, 0, "◄─────────●"),
        (0, 10, "●─────────►"),
        (7, None, "       ●"),
        (None, 3, "   ○"),
        # A change of less than a column keeps its direction.
        (6, 5.9, "     ◄●"),
        (0.3, 0, "◄●"),
        (0, 0.3, "●►"),
        (9.9, 10, "         ●►"),
        (10, 9.9, "         ◄●"),
    ],
)
def test_a_session_as_a_sideways_dumbbell(before: float | None, after: float | None, drawn: str) -> None:
    assert dumbbell_of(before, after) == drawn


def test_a_wide_screen_tells_halves_apart() -> None:
    assert dumbbell_of(7.5, 7, 120) == "              ◄●"
    assert dumbbell_of(8, 5, 120, ascii_only=True) == "          <-----o"


def test_a_rise_is_said_as_well() -> None:
    assert table([a_session(7, 8)], 80).split("\n")[2].endswith("●►    1 higher")
    assert "higher" not in table([a_session(8, 7)], 80)


LONG = "started amitriptyline 10 mg in the evening, because the nights were bad, and stopped ibuprofen\nsince Monday"


@pytest.mark.parametrize("width", [70, 80, 200])
def test_notes_and_facts_wrap_and_are_not_cut(width: int) -> None:
    feeling = "a strange feeling in the left big toe for two nights in a row"
    odd = SideEffect(kind="other", words=feeling)
    entries: list[AnyEntry] = [a_session(7, 5, side_effects=(odd,), number=1), a_note(LONG, at="2026-07-08 20:00")]
    lines = history_lines_of(entries, times_of(entries))
    session, note = entry_rows(lines, history_table(lines, [], width=width, ascii_only=False, colours=0))
    assert feeling in " ".join(row[40:].strip("◄─● ") for row in session).replace("  ", " ").strip()
    assert unwrapped(" ".join(note)).endswith(unwrapped(LONG))
    assert len(note) == (1 if width == 200 else 2)


def test_a_serious_side_effect_has_a_line_of_its_own() -> None:
    effects = (SideEffect(kind="bruise_bleeding"), SideEffect(kind="chest_pain_breathless"))
    for width in (40, 60, 80, 200):
        rows = table([a_session(7, 5, side_effects=effects)], width).split("\n")
        assert [row.strip()[0] for row in rows[2:4]] == ["0", "!"]


def test_a_serious_side_effect_is_bold_and_a_note_with_its_mark_is_not() -> None:
    serious = a_session(7, 5, side_effects=(SideEffect(kind="chest_pain_breathless"),))
    for width in (40, 80):
        text = table([serious, a_note("! so tired", at="2026-07-08 20:00")], width, colour=True)
        assert "\x1b[1m! chest or breathing\x1b[0m\n" in text
        assert "  ! so tired\n" in text


def test_signs_that_are_counted_differently_widen_no_line() -> None:
    # Vowel signs and joiners: some take a column in one terminal and none in another.
    entries = [
        a_session(7, 5, number=number, condition=name)
        for number, name in enumerate(("कमर का दर्द और गर्दन का दर्द", "a\u200db" * 9))
    ]
    for width in range(40, 201):
        rows = table(list(entries), width).split("\n")
        assert max(map(width_of, rows)) <= width

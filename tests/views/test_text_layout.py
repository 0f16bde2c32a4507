"""Lines of at most so many columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.text import visible_line, width_of
from paintrack.views.text_layout import fill, filled, shortened, wrap

_TEXT = st.text(st.sampled_from("ab 12é膝\u0301\u202e\x1b\n.") | st.characters(exclude_categories=["Cs"]), max_size=80)
_WIDTH = st.integers(12, 120)


def test_a_date_is_never_broken() -> None:
    assert wrap("Saved on Mon 6 Jul 2026 15:10, well", 14) == ["Saved on", "Mon 6 Jul 2026", "15:10, well"]
    assert wrap("Note of 19 Aug, new", 11) == ["Note of", "19 Aug, new"]


def test_wide_characters_take_two_columns() -> None:
    assert wrap("膝の痛み", 4) == ["膝の", "痛み"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap("an extraordinary day", 8) == ["an", "extraord", "inary", "day"]


def test_a_message_keeps_long_words_whole() -> None:
    path = "/home/ada/backups/history-of-2026.csv."
    assert wrap(f"It is in {path} Look there", 20, whole_words=True) == ["It is in", path, "Look there"]
    assert fill(f"{path} It is there", 20, first="> ", rest="  ", whole_words=True) == f"> {path}\n  It is there"
    chunks = ["Imported 1 session", f"from {path}", "Done."]
    assert filled(chunks, 20, whole_words=True) == f"Imported 1 session\n  from\n  {path}\n  Done."


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]
    assert filled([], 10) == ""


def test_filled_breaks_between_the_chunks() -> None:
    chunks = ["Saved: 7 -> 5,", "Mon 13 Jul 2026.", "Wrong? paintrack undo"]
    assert filled(chunks, 80) == "Saved: 7 -> 5, Mon 13 Jul 2026. Wrong? paintrack undo"
    assert filled(chunks, 30) == "Saved: 7 -> 5\n  Mon 13 Jul 2026.\n  Wrong? paintrack undo"


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("started", 7, "started"),
        ("started now", 8, "started…"),
        ("now 7.5", 6, "now…"),
        ("12345", 3, "…"),
        ("", 0, ""),
        ("x", 0, ""),
    ],
)
def test_shortened_marks_the_cut_and_cuts_no_number(text: str, room: int, expected: str) -> None:
    assert shortened(text, room, ascii_only=False) == expected
    assert shortened("started now", 8, ascii_only=True) == "start..."


@given(_TEXT, _WIDTH)
def test_no_line_is_wider_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == visible_line(text).replace(" ", "")
    drawn = fill(text, width, first="ab: ", rest="    ").split("\n")
    assert all(width_of(line) <= width for line in drawn)


@given(st.lists(_TEXT, max_size=5), _WIDTH)
def test_filled_fits_but_for_a_whole_word_that_is_longer(chunks: list[str], width: int) -> None:
    assert all(width_of(line) <= width for line in filled(chunks, width).split("\n"))
    lines = filled(chunks, width, whole_words=True).split("\n")
    assert all(width_of(line) <= width or " " not in line.strip() for line in lines)
    # A comma may have gone at a break.
    words = " ".join(map(visible_line, chunks)).replace(",", "").split()
    assert " ".join(lines).replace(",", "").split() == words


@given(_TEXT.map(visible_line), st.integers(0, 60), st.booleans())
def test_shortened_fits(text: str, room: int, ascii_only: bool) -> None:
    assert width_of(shortened(text, room, ascii_only=ascii_only)) <= room

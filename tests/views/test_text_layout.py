"""Lines of at most so many columns."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from paintrack.cli import COMMANDS
from paintrack.data.point_table import load_points
from paintrack.model.displayed_text import isolated, shell_quoted, visible_line
from paintrack.views import text_layout
from paintrack.views.command_line_regex import COMMAND_WORDS
from paintrack.views.text_layout import DRAWN_SIGNS, cut_names, fill, fill_lines, pack, pad, truncate, width_of, wrap
from paintrack.views.text_table import names_with_facts, table_lines
from tests.program import unwrapped

# What is drawn as one character although it is several, each with the columns that it takes.
FAMILY, HEART, FLAG, THUMB, KEYCAP = "👨‍👩‍👧‍👦", "❤️", "🇩🇪", "👍🏽", "1️⃣"
_CLUSTERS = st.sampled_from([FAMILY, HEART, FLAG, THUMB, KEYCAP, "é", "膝", "a", "7", " "])
_TEXT = st.lists(
    _CLUSTERS | st.sampled_from("ab 12é膝\u0301\u200d\ufe0f\u202e\x1b\n.🇩") | st.characters(exclude_categories=["Cs"]),
    max_size=80,
).map("".join)
_WIDTH = st.integers(12, 120)


def test_what_paintrack_draws_takes_one_column_a_sign() -> None:
    assert {sign for sign in DRAWN_SIGNS if cell_len(sign) != 1} == set()
    assert width_of(f"{DRAWN_SIGNS} both") == len(DRAWN_SIGNS) + 5


def test_a_date_is_never_broken() -> None:
    assert wrap("Saved on Mon 6 Jul 2026 15:10, well", 14) == ["Saved on", "Mon 6 Jul 2026", "15:10, well"]
    assert wrap("Note of 19 Aug, new", 11) == ["Note of", "19 Aug, new"]


@pytest.mark.parametrize(
    "whole",
    [
        "4 -> 4 (no change);", "9.5 -> 7 (2.5 lower)", "0 -> 1 (1 higher),", "(7 → 4)", "7 -> 5", "7 to 4:",
        "1 to 3 lower", "10 of 12", "10 mg", "43 %", "(43 %)", "2 lower,", "0.5 higher", "no change.", "id 3",
        "session 12;", "visit 49", "Sun 6 Jul 2026 15:10", "12 Aug", "Sep 2026,",
    ],
)  # fmt: skip
def test_numbers_stay_with_the_words_they_need(whole: str) -> None:
    for width in range(len(whole), 60):
        assert any(whole in line for line in wrap(f"the left knee, {whole} after the walk", width))
    # Narrower still, it is taken apart, between its words.
    narrow = wrap(whole, len(whole) - 1)
    assert (" ".join(narrow), len(narrow)) == (whole, 2)


def test_words_beside_numbers_stay_free() -> None:
    assert wrap("6 to 7 Sep 2026", 11) == ["6 to", "7 Sep 2026"]
    assert wrap("10 of", 4) == ["10", "of"]
    assert wrap("3 gains", 4) == ["3", "gain", "s"]
    assert wrap("up 4 lowered", 6) == ["up 4", "lowere", "d"]
    assert wrap("in all 3 readings", 10) == ["in all", "3 readings"]
    assert wrap("4 Junes", 4) == ["4", "June", "s"]


def test_an_option_keeps_its_value_in_quotes() -> None:
    # Pasted as two lines, the value would hold the break.
    command = 'See one: paintrack trend --for "lower back" --since "last month"'
    for width in range(24, len(command)):
        assert {line.count('"') % 2 for line in wrap(command, width)} == {0}
    assert wrap('--for "lower back"', 10) == ["--for", '"lower', 'back"']


@pytest.mark.parametrize(
    ("sentence", "command"),
    [
        ("How these are worked out: paintrack trend --explain", "paintrack trend --explain"),
        ('No next visit. To save one: paintrack remind --next "tue 14:00"', 'paintrack remind --next "tue 14:00"'),
        ("It does not count. To count it: paintrack edit c1 --at DATE.", "paintrack edit c1 --at DATE."),
        ("On arrival: paintrack before 6.5, and when it is over paintrack after 3", "paintrack before 6.5,"),
    ],
)
@given(width=st.integers(1, 80))
def test_a_command_is_never_broken(sentence: str, command: str, width: int) -> None:
    assert any(command in line for line in wrap(sentence, width))


# What a shell reads as one argument, also in quotes.
_ARGUMENT = st.sampled_from(["neck", "lower back", 'it\'s "so"', "$5!", "7", "LI4,ST36", "neck=6:3"]).map(shell_quoted)


@given(
    word=st.sampled_from(COMMAND_WORDS),
    values=st.lists(_ARGUMENT, max_size=3),
    options=st.lists(
        st.tuples(st.sampled_from(["--for", "--with", "--at", "-o"]), _ARGUMENT | st.just("Dr.")), max_size=5
    ),
    flag=st.sampled_from(["--new", "--yes"]),
    before=st.sampled_from(["To save a new one: ", "Or (", ""]),
    after=st.sampled_from(
        [". Nothing was saved.", "), then something else", "", " (0 none, 10 worst)", " then another"]
    ),
    width=st.integers(1, 80),
)
def test_every_command_is_one_word(
    word: str, values: list[str], options: list[tuple[str, str]], flag: str, before: str, after: str, width: int
) -> None:
    """As it is in a sentence, whatever is around it; the rest of the sentence is wrapped."""
    command = " ".join(["paintrack", word, *values, *(part for option in options for part in option), flag])
    lines = wrap(f"{before}{command}{after}", width)
    (line,) = (line for line in lines if command in line)
    assert len(line) <= max(width, len(f"({command}),"))


def test_the_command_of_python_is_whole() -> None:
    command = '"/a folder/bin/python3.11" -m pip install "paintrack[pdf]"'
    assert wrap(f"Add it: {command}. Nothing was written.", 16) == ["Add it:", f"{command}.", "Nothing was", "written."]


def test_a_text_without_a_command_compiles_no_pattern_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer would wait longer for it than for all others."""
    monkeypatch.setattr(text_layout, "COMMAND_LINE", "(that is no pattern")
    assert wrap("relief was 2 lower in paintrack's list", 14) == ["relief was", "2 lower in", "paintrack's", "list"]
    with pytest.raises(re.error):
        wrap("Wrong? Type paintrack undo", 14)


def test_every_command_of_the_table_is_known() -> None:
    assert {*COMMAND_WORDS} == {*COMMANDS}


@given(st.integers(16, 60))
def test_the_first_two_words_of_a_command_stay_together(width: int) -> None:
    sentence = "How these are worked out: paintrack trend --explain, or paintrack trend as you like"
    assert "\n".join(wrap(sentence, width)).count("paintrack trend") == 2


@pytest.mark.parametrize("width", range(12, 100))
def test_a_name_is_read_whole_however_narrow_it_is(width: int) -> None:
    rows = [("lower back", "12 sessions and 3 readings", "6 Jul to 7 Sep 2026"), ("neck", "1 session", "6 Jul 2026")]
    text = names_with_facts(rows, width, head=("condition", "recorded", "from, to"))
    assert "lower back" in unwrapped(text)
    assert max(map(width_of, text.splitlines())) <= width
    assert text.startswith("condition") is (width >= 59)


def test_wide_characters_take_two_columns() -> None:
    assert wrap("膝の痛み", 4) == ["膝の", "痛み"]


def test_a_closing_sign_is_no_line_of_its_own() -> None:
    assert wrap('"開始服用新的..." on 10 Jul', 16) == ['"開始服用新', '的..." on 10 Jul']
    assert wrap(f'{"x" * 20}"', 20) == ["x" * 19, 'x"']
    assert wrap("." * 30, 10) == ["." * 10] * 3


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap("an extraordinary day", 8) == ["an", "extraord", "inary", "day"]


@pytest.mark.parametrize("width", [12, 30, 60, 200])
def test_a_path_with_blanks_is_one_word(width: int) -> None:
    path = "/Users/Ada B/Library/Application Support/my.db"
    text = f"It is in ({path}), not in {path} 2/other one.db: look there"
    lines = wrap(text, width, whole_words=True, paths=[path, f"{path} 2/other one.db"])
    assert any(f"({path})," in line for line in lines)
    assert any(f"{path} 2/other one.db:" in line for line in lines)
    assert " ".join(lines) == text
    rows = [("file", path), ("holds", "1 session and so on")]
    assert table_lines(rows, width, whole_words=True, paths=[path])[0] == f"file   {path}"
    assert path in pack(["Imported.", f"It is {path}."], width, whole_words=True, paths=[path])


@pytest.mark.parametrize("path", ["my  own.db", "  my own.db", "my own.db  "])
@pytest.mark.parametrize("width", [6, 14, 30, 200])
def test_a_path_keeps_each_of_its_blanks(path: str, width: int) -> None:
    for text in (path, f"It is {path}", f"It is in ({path}), not elsewhere"):
        assert path in "\n".join(wrap(text, width, whole_words=True, paths=[path]))
        assert path in pack(["Saved.", text], width, whole_words=True, paths=[path])
        assert wrap(text, 200) == [text]


def test_a_message_keeps_long_words_whole() -> None:
    path = "/home/ada/backups/history-of-2026.csv."
    assert wrap(f"It is in {path} Look there", 20, whole_words=True) == ["It is in", path, "Look there"]
    assert fill(f"{path} It is there", 20, first="> ", rest="  ", whole_words=True) == f"> {path}\n  It is there"
    pieces = ["Imported 1 session", f"from {path}", "Done."]
    assert pack(pieces, 20, whole_words=True) == f"Imported 1 session\n  from\n  {path}\n  Done."


def test_a_command_goes_without_indent_if_only_so_it_fits() -> None:
    command, indent = "paintrack summary --for neck --costs", "         "
    assert fill(f"it is here: {command}; more", 40, first="LEFT OUT ", rest=indent).split("\n") == [
        "LEFT OUT it is here:",
        f"{command};",
        f"{indent}more",
    ]
    for width in (30, 60):
        assert f"{indent}{command}" in fill(f"what is left out here: {command}", width, first="LEFT OUT ", rest=indent)


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]
    assert pack([], 10) == ""


def test_pack_breaks_between_the_pieces() -> None:
    pieces = ["Saved: 7 -> 5,", "Mon 13 Jul 2026.", "Wrong? paintrack undo"]
    assert pack(pieces, 80) == "Saved: 7 -> 5, Mon 13 Jul 2026. Wrong? paintrack undo"
    assert pack(pieces, 30) == "Saved: 7 -> 5\n  Mon 13 Jul 2026.\n  Wrong? paintrack undo"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("neck", 4),
        ("Rücken", 6),
        ("腰痛", 4),
        ("e\u0301", 1),
        ("ｱ", 1),
        ("Ａ", 2),
        (FAMILY, 2),
        (HEART, 2),
        (FLAG, 2),
        (THUMB, 2),
        (KEYCAP, 2),
    ],
)
def test_columns_in_a_terminal(text: str, columns: int) -> None:
    assert width_of(text) == columns
    assert pad(text, 6) == text + " " * (6 - columns)
    assert pad(text, 6, right=True) == " " * (6 - columns) + text


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("lower back", 10, "lower back"),
        ("lower back", 9, "lower ba…"),
        ("lower back", 7, "lower…"),
        ("now 4, next", 8, "now 4…"),
        ("now 7.5", 6, "now…"),
        ("in 12 days", 5, "in…"),
        ("12 days later", 2, "…"),
        ("膝の痛み", 5, "膝の…"),
        (f"{FAMILY} at home", 3, f"{FAMILY}…"),
        (f"{FAMILY} at home", 2, "…"),
        (f"a{FLAG}{FLAG}", 4, f"a{FLAG}…"),
        (f"{HEART}{HEART}", 3, f"{HEART}…"),
        ("word", 1, "…"),
        ("word", 0, ""),
        ("word", -3, ""),
        ("", 0, ""),
    ],
)
def test_truncate_keeps_numbers_and_emoji_whole(text: str, width: int, expected: str) -> None:
    assert truncate(text, width, ascii_only=False) == expected


@pytest.mark.parametrize(("width", "cut"), [(10, "lower back"), (9, "lower..."), (4, "l..."), (3, "..."), (2, "..")])
def test_the_ellipsis_in_ascii(width: int, cut: str) -> None:
    assert truncate("lower back", width, ascii_only=True) == cut


def test_a_number_is_cut_where_it_is_all_there_is() -> None:
    assert truncate("12345678", 7, ascii_only=True, whole_numbers=False) == "1234..."


def test_a_table_aligns_its_columns() -> None:
    rows = [("name", "n"), ("膝", "7"), ("lower back", "12")]
    assert table_lines(rows, 40, right=(1,)) == ["name         n", "膝           7", "lower back  12"]
    assert table_lines(rows, 10, right=(1,), cut=0) == ["name     n", "膝       7", "low...  12"]


def test_without_a_column_to_cut_the_last_one_is_wrapped() -> None:
    rows = [("line", "reason"), ("7", "This is not a score from 0 to 10")]
    assert table_lines(rows, 28) == ["line  reason", "7     This is not a score", "      from 0 to 10"]


def test_the_name_of_each_point_of_a_meridian_stays_whole() -> None:
    # The meridians stand in the pattern for words, too, since the table of points is loaded late.
    names = {point.english_name for point in load_points() if not point.code.startswith("EX-")}
    assert len(names) == 361
    assert [name for name in names if wrap(f"and {name}", len(name)) != ["and", name]] == []


@given(_TEXT, _WIDTH)
@example("\N{NO-BREAK SPACE}", 12)
def test_no_line_is_wider_and_no_character_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(visible_line(text).split())
    filled = fill(text, width, first="ab: ", rest="    ").split("\n")
    assert all(cell_len(line) <= width for line in filled)


@given(st.lists(_TEXT, max_size=5), _WIDTH)
def test_pack_fits_but_for_a_whole_word_that_is_longer(pieces: list[str], width: int) -> None:
    assert all(cell_len(line) <= width for line in pack(pieces, width).split("\n"))
    lines = pack(pieces, width, whole_words=True).split("\n")
    assert all(cell_len(line) <= width or " " not in line.strip() for line in lines)
    # A comma may have gone at a break.
    words = " ".join(map(visible_line, pieces)).replace(",", "").split()
    assert " ".join(lines).replace(",", "").split() == words


@given(_TEXT, st.integers(0, 60), st.booleans(), st.booleans())
def test_truncate_fits(text: str, width: int, ascii_only: bool, whole_numbers: bool) -> None:
    assert cell_len(truncate(text, width, ascii_only=ascii_only, whole_numbers=whole_numbers)) <= width


@given(st.lists(_CLUSTERS.filter(str.strip), max_size=40), st.integers(2, 40))
def test_no_cut_goes_through_what_is_drawn_as_one(clusters: list[str], width: int) -> None:
    text = "".join(clusters)
    starts = {"".join(clusters[:kept]) for kept in range(len(clusters) + 1)}
    cut = truncate(text, width, ascii_only=False, whole_numbers=False)
    assert cut.removesuffix("…") in starts
    assert wrap(text, width)[0] in starts


@given(st.lists(st.text("abק膝1 ", min_size=1, max_size=24), min_size=1, max_size=6), st.integers(4, 30), st.booleans())
def test_cut_names_fit_and_keep_what_fits(names: list[str], width: int, ascii_only: bool) -> None:
    shown = cut_names(names, width, ascii_only=ascii_only)
    for name, cut in zip(names, shown, strict=True):
        assert width_of(cut) <= width
        assert visible_line(cut) == cut
        if width_of(visible_line(name)) <= width:
            assert cut == isolated(name)


def test_names_without_blanks_are_cut_where_they_differ() -> None:
    names = ["Donaudampfschifffahrtskapitän", "Donaudampfschifffahrtsrat", "腰痛" * 9 + "左", "腰痛" * 9 + "右"]
    assert cut_names(names, 12, ascii_only=False) == ["…kapitän", "…rat", "…左", "…右"]


def test_a_table_wraps_the_column_that_it_is_told_to() -> None:
    rows = [("condition", "n"), ("left shoulder, front", "7"), ("knee", "12")]
    assert table_lines(rows, 18, right=(1,), wrapped=0) == [
        "condition        n",
        "left shoulder,   7",
        "  front",
        "knee            12",
    ]
    assert table_lines(rows, 24, right=(1,), wrapped=0)[1] == "left shoulder, front   7"


@given(st.lists(st.tuples(_TEXT, st.sampled_from(["7", "10"]), _TEXT), min_size=1, max_size=5), st.integers(30, 90))
def test_a_table_fits(rows: list[tuple[str, str, str]], width: int) -> None:
    short = [(truncate(first, 4, ascii_only=True), number, text) for first, number, text in rows]
    long_first = [(text, number, first) for first, number, text in short]
    for lines in (
        table_lines(short, width),
        table_lines(short, width, right=(1,), cut=2),
        table_lines(long_first, width, right=(1,), wrapped=0),
    ):
        assert all(cell_len(line) <= width for line in lines)


def test_only_the_lines_that_are_too_wide_are_wrapped() -> None:
    text = "Which one of them?\n  1  neck\n  To save it: paintrack log"
    assert fill_lines(text, 12) == "Which one of\nthem?\n  1  neck\n  To save\n    it:\n    paintrack log"
    assert fill_lines(text, 80) == text

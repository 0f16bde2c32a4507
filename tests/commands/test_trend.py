"""The pictures of the command `trend`."""

import pytest

from tests.program import Clock, Paintrack, is_one_sentence


@pytest.fixture
def course(paintrack: Paintrack, clock: Clock) -> None:
    """Three sessions, the last after a pause, and a reading in it."""
    for day, typed in (("06", "log 8 5"), ("13", "log 6 7"), ("20", "rate 4"), ("30", "log 7 5")):
        clock.set(f"2026-07-{day} 15:00")
        assert paintrack(f'{typed} --for "lower back"').code == 0


@pytest.mark.usefixtures("course")
def test_by_date_the_reading_stands_at_its_day(paintrack: Paintrack) -> None:
    result = paintrack("trend --by date")
    assert (result.code, result.err) == (0, "")
    dates = next(line for line in result.out.splitlines() if line.startswith(" ") and "6 Jul" in line)
    assert dates.split("  ")[-1].strip() == "30 Jul"
    assert [line.index("+") for line in result.out.splitlines() if "+" in line[12:]][-1] == dates.index("20 Jul") + 3


@pytest.mark.usefixtures("course")
def test_relief_is_drawn_as_bars(paintrack: Paintrack) -> None:
    result = paintrack("trend --relief --ascii")
    assert (result.code, result.err) == (0, "")
    assert "# lower         3                 2\n" in result.out
    assert "x higher                 1\n" in result.out


@pytest.mark.usefixtures("course")
def test_by_session_is_what_is_drawn_when_nothing_is_asked(paintrack: Paintrack) -> None:
    assert paintrack("trend --by session") == paintrack("trend")
    assert paintrack("trend --by session --relief") == paintrack("trend --relief")
    assert len({paintrack(f"trend {options}").out for options in ("", "--by date", "--relief")}) == 3


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("options", ["--by date", "--relief"])
def test_a_screen_reader_gets_no_picture(paintrack: Paintrack, options: str) -> None:
    assert paintrack(f"trend --plain {options}") == paintrack("trend --plain")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("trend --by week", "--by takes session or date. You typed week."),
        ("trend --by=", "--by takes session or date. You typed nothing."),
        (
            "trend --by date --relief",
            "--relief draws one bar a session, not by date: leave one of the two out.",
        ),
        ("trend --plain --by week", "--by takes session or date. You typed week."),
    ],
)
def test_another_picture_is_refused(paintrack: Paintrack, typed: str, sentence: str) -> None:
    result = paintrack(typed)
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
    assert is_one_sentence(result.err)

"""The statement for an insurer as text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.displayed_text import visible_line
from paintrack.model.entries import Session
from paintrack.views.statement.statement_content import NOT_A_BILL, build_statement
from paintrack.views.statement.statement_text import statement_sentences, statement_text
from paintrack.views.text_layout import width_of
from paintrack.views.value_words import show_day
from tests.factories.courses import weekly
from tests.factories.pages import TRAPS
from tests.factories.statements import (
    change_of,
    hard_statement,
    priced,
    sample_statement,
    statement_for,
    trap_statement,
)
from tests.gold import check_gold
from tests.program import unwrapped
from tests.strategies import sessions

GOLD = Path(__file__).parents[1] / "gold"


def lines_of(entries: list[Session], width: int = 80) -> list[str]:
    return statement_text(build_statement(statement_for(entries)), width=width).splitlines()


@pytest.mark.parametrize("width", [80, 40])
def test_the_sample_as_somebody_has_seen_it(width: int) -> None:
    page = build_statement(sample_statement(with_change=True))
    check_gold(GOLD / f"statement-sample-{width}.txt", statement_text(page, width=width) + "\n")


def test_the_hard_one_as_somebody_has_seen_it() -> None:
    check_gold(GOLD / "statement-hard.txt", statement_text(build_statement(hard_statement())) + "\n")


def test_a_screen_reader_hears_one_fact_a_line() -> None:
    page = build_statement(sample_statement(with_change=True), spoken=True)
    check_gold(GOLD / "statement-sample-spoken.txt", statement_sentences(page) + "\n")


def test_columns_without_anything_are_left_out() -> None:
    plain = [session for session in weekly([7, 6]) if session.cost is None]
    table = [line for line in lines_of(plain) if "2026" in line][2:]
    assert table == [" 6 Jul 2026         -        -     -", "13 Jul 2026         -        -     -"]


def test_a_long_receipt_is_wrapped_not_cut() -> None:
    codes = "R-203; " + ", ".join(str(97810 + number) for number in range(12))
    (session,) = weekly([7], cost=8500, receipt=codes)
    for width in (40, 80, 200):
        text = "\n".join(lines_of([session], width))
        assert all(str(97810 + number) in text for number in range(12))


@pytest.mark.parametrize("trap", TRAPS)
def test_what_steers_a_terminal_stays_out(trap: str) -> None:
    page = build_statement(trap_statement(trap))
    for text in (statement_text(page), statement_sentences(page)):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "".join(visible_line(trap).split()) in "".join(text.split())


@given(st.lists(sessions(), min_size=1, max_size=6), st.integers(40, 200))
def test_every_line_fits_and_no_visit_is_left_out(entries: list[Session], width: int) -> None:
    entries = sorted(entries, key=lambda each: each.when.day)
    lines = lines_of(entries, width)
    assert max(map(width_of, lines)) <= width
    assert NOT_A_BILL in lines
    text = unwrapped(" ".join(lines))
    for entry in entries:
        assert show_day(entry.when.day, weekday=False) in text


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ((8, 7, 7, 6), "Too early to say: needs 7 visits with a score, so far 4 (8 first, 6 last); "),
        (
            (8, 7, 7, 6, 7, 5, 6, 5, 4, 4),
            "Going down, 7 to 4: 3 points lower (43 %); BASIS 10; ",
        ),
        (
            (5, 6, 6, 6, 6, 6, 6, 6, 6, 6),
            "About the same, 6 to 6: no change; BASIS 10; ",
        ),
        (
            (8, 5, 7, 6, 8, 5, 7, 5, 7, 5),
            "Not clear yet, 6 to 5: 1 point lower (17 %); BASIS 10; ",
        ),
        (
            (4, 4, 4, 4, 4, 5, 6, 6, 7, 7, 7),
            "Going up, worse, 4 to 7: 3 points higher (75 %); BASIS 11; ",
        ),
        (
            (6, 2, 5, 3, 5, 2, 5, 3, 5, 4),
            "Not clear yet, 3 to 4: 1 point higher (33 %); BASIS 10; ",
        ),
        # Of 0 nothing is a percent.
        (
            (1, 0, 0, 0, 3, 4, 5, 6, 6, 6, 6),
            "Going up, worse, 0 to 6: 6 points higher; BASIS 11; ",
        ),
        ((0, 0, 0, 4, 0, 0, 0, 0, 0, 0), "0 at 9 of 10 visits, so no change is stated; "),
    ],
)
def test_the_change_has_its_verdict_first_and_no_cause(scores: tuple[float, ...], sentence: str) -> None:
    page = build_statement(statement_for(priced(weekly(scores)), change=change_of(scores)))
    assert page.change is not None
    assert page.change[0] == "Change in lower back"
    basis = "median of the first 3 that count and of the last 3 of"
    assert page.change[1].startswith(sentence.replace("BASIS", basis))
    assert page.change[1].endswith("they cannot show what caused a change.")


def test_only_what_was_asked_for_is_said_of_health() -> None:
    assert build_statement(sample_statement()).change is None

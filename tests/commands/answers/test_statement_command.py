"""`paintrack costs --visits`: the statement for an insurer, in each of its forms."""

import csv
import io
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from paintrack.commands._shared.page.statement_output import STATEMENT_RENDERERS
from paintrack.exchange.formats import Format, statement_formats
from paintrack.model.statement_columns import STATEMENT_COLUMNS
from tests.factories.courses import save
from tests.factories.entries import a_note, a_question, a_reading, a_session
from tests.program import Clock, Paintrack, is_one_sentence, quoted, unwrapped

STARTS = {
    "statement.html": b"<!DOCTYPE html>",
    "statement.pdf": b"%PDF-",
    "statement.txt": b"ACUPUNCTURE VISITS AND COSTS",
    "statement.csv": b"date,practitioner,currency,paid,covered,open,receipt\n",
}
FORMS = ["", "--plain", "--format html", "--format csv", "--csv", "--json", "-o -"]


@pytest.fixture
def visits(paintrack: Paintrack, clock: Clock) -> Paintrack:
    """Eight weekly visits: of two the insurance said something, of five nothing yet, one cost nothing yet."""
    clock.set("2026-08-31 18:00")
    assert paintrack("config set currency EUR").code == 0
    for week, score in enumerate((8, 7, 7, 6, 5, 5, 4, 4)):
        day = f"2026-{7 + (6 + 7 * week > 31):02}-{(6 + 7 * week - 1) % 31 + 1:02}"
        more = ("--covered 60", "--covered 0")[week] if week < 2 else ""
        cost = "--cost 85 --receipt 'R-203; 97810'" if week < 7 else ""
        typed = f"log {score} 2 --for 'lower back' --with 'Dr Li' --at '{day} 15:00' {cost} {more}"
        assert paintrack(typed).code == 0
    return paintrack


def test_each_format_with_a_statement_has_a_renderer() -> None:
    assert {*STATEMENT_RENDERERS} == {*statement_formats()}


@pytest.mark.parametrize("name", STARTS)
def test_the_ending_chooses_the_form(name: str, visits: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / name
    typed = ["costs", "--visits", "-o", str(path)]
    result = visits(typed)
    assert (result.code, result.out, result.err) == (
        0,
        "",
        f"The statement is in {path}. 1 visit without a paid amount.\n",
    )
    assert path.read_bytes().startswith(STARTS[name])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    refused = visits(typed)
    assert refused.code == 2
    assert is_one_sentence(refused.err)
    assert visits([*typed, "--force", "--quiet"]).err == ""


@pytest.mark.parametrize("row", statement_formats(), ids=lambda row: row.name)
def test_name_and_extension_choose_the_same(row: Format, visits: Paintrack, tmp_path: Path) -> None:
    named = tmp_path / "statement"
    assert visits(["costs", "--visits", "-o", str(named), "--format", row.name]).code == 0
    for extension in row.extensions:
        chosen = tmp_path / f"statement{extension.upper()}"
        assert visits(["costs", "--visits", "-o", str(chosen)]).code == 0
        assert chosen.read_bytes() == named.read_bytes()


def test_standard_output_has_what_the_file_has(visits: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    assert visits(["costs", "--visits", "-o", str(path)]).code == 0
    assert visits("costs --visits -o -").out == visits("costs --visits").out == path.read_text()


def test_on_a_narrow_screen_it_is_narrow_and_in_a_file_not(
    visits: Paintrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = visits("costs --visits").out
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, visits("costs --visits").out.splitlines())) <= 40
    assert visits("costs --visits -o -").out == wide


def test_the_period_the_sums_and_the_closing(visits: Paintrack) -> None:
    out = visits("costs --visits").out
    assert "8 visits in 50 days: 6 Jul to 24 Aug 2026. Amounts in EUR. 1 visit without a\npaid amount.\n" in out
    assert "Total, 8 visits" in out
    assert "A patient's record, not a bill.\n" in out


def test_filters_choose_and_are_said(visits: Paintrack) -> None:
    out = visits("costs --visits --since 2026-08-01 --until 2026-12-31 --with 'dr li'").out
    assert "4 visits in 31 days: 1 Aug to 31 Aug 2026. Amounts in EUR. Not all visits of" in out
    assert "this time: only those with Dr Li." in out
    assert "2 visits in 8 days: 17 Aug to 24 Aug 2026." in visits("costs --visits --last 2").out
    chosen = visits("costs --visits --for 'lower back'").out
    assert "Not all visits of this time: only those chosen by the patient." in unwrapped(chosen)
    assert "lower back" not in chosen


def test_open_is_what_is_paid_and_not_yet_answered(visits: Paintrack, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = visits("costs --open --json").json
    assert [row["date"] for row in rows] == ["2026-07-20", "2026-07-27", "2026-08-03", "2026-08-10", "2026-08-17"]
    assert {row["open"] for row in rows} == {85}
    out = visits("costs --open").out
    assert out == visits("costs --open --visits").out
    assert out.startswith("ACUPUNCTURE VISITS: OPEN COSTS")
    assert "Not all visits of this time: only those with open costs." in unwrapped(out)
    for number in range(3, 8):
        assert visits(f"edit {number} --covered 0").code == 0
    nothing_open = "Nothing is open: no visit that fits is paid and without a covered amount."
    assert visits("costs --open").out == f"{nothing_open}\n"
    monkeypatch.setenv("COLUMNS", "40")
    lines = visits("costs --open").out.splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(lines) == nothing_open


def test_the_change_stands_there_only_when_asked_for(visits: Paintrack) -> None:
    out = unwrapped(visits("costs --visits --with-change").out)
    assert (
        "Change in lower back: probably going down, 7 to 4: 3 points lower (43 %); median of the first 3 that count"
        in out
    )
    assert "they cannot show what caused a change." in out
    assert "lower back" not in visits("costs --visits").out


def test_the_change_is_that_of_the_condition_that_is_named(visits: Paintrack) -> None:
    assert visits("log 3 2 --for Neck --at '2026-08-25 15:00'").code == 0
    out = unwrapped(visits("costs --visits --with-change --for neck").out)
    assert "Change in Neck: too early to say: needs 7 visits with a score, so far 1 (score 3); 25 Aug 2026." in out
    assert "Change in lower back" in visits("costs --visits --with-change").out


def test_a_change_needs_scores(paintrack: Paintrack) -> None:
    assert paintrack("log --cost 85 --no-input").code == 0
    result = paintrack("costs --visits --with-change")
    assert (result.code, result.out) == (2, "")
    assert result.err == "--with-change needs scores, and none is recorded yet: paintrack before 7\n"


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_health_is_in_any_form(form: str, paintrack: Paintrack, file: Path) -> None:
    visit = a_session(6.7, 3.3, condition="secret-back", cost=8500, receipt="R-1")
    visit = replace(
        visit, note="secret-note", took="secret-pill", technique="secret-way", points=("LI4", "secret-point")
    )
    reading = a_reading(9.9, condition="secret-neck")
    save(file, [visit, a_note("secret-remark"), a_question("secret-question"), reading])
    assert paintrack("effect 'secret bruise' --session 1").code == 0
    assert paintrack("config set before-needling secret-thinner").code == 0
    out = paintrack(f"costs --visits {form}").out
    assert "R-1" in out
    for word in ("secret", "LI4", "6.7", "3.3", "9.9", "bruise", "thinner"):
        assert word not in out


def test_csv_is_safe_in_a_spreadsheet_and_has_its_columns(paintrack: Paintrack) -> None:
    assert paintrack(["log", "7", "3", "--with", "=HYPERLINK(1)", "--cost", "80", "--receipt", "@SUM(A1)"]).code == 0
    (row,) = csv.DictReader(io.StringIO(paintrack("costs --visits --csv").out))
    assert tuple(row) == STATEMENT_COLUMNS
    assert (row["practitioner"], row["receipt"]) == ("'=HYPERLINK(1)", "'@SUM(A1)")


@pytest.mark.parametrize("options", ["--csv", "--visits --csv"])
def test_csv_has_no_marks_for_the_screen(options: str, paintrack: Paintrack) -> None:
    assert paintrack(["log", "7", "3", "--with", "د. علي", "--cost", "80"]).code == 0
    (row,) = csv.DictReader(io.StringIO(paintrack(f"costs {options}").out))
    assert row["practitioner"] == "د. علي"


@pytest.mark.parametrize("name", STARTS)
def test_a_statement_is_not_imported(name: str, visits: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / name
    assert visits(["costs", "--visits", "-o", str(path)]).code == 0
    before = visits("export - --format json").out
    result = visits(["import", str(path)])
    assert result.code in (1, 2)
    assert "Nothing saved." in result.err
    assert visits("export - --format json").out == before


def test_nothing_is_written_where_nothing_fits(visits: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "statement.html"
    result = visits(["costs", "--visits", "--with", "Dr Nobody", "-o", str(path)])
    assert (result.code, result.out) == (0, "No session that fits is recorded yet.\n")
    assert not path.exists()


def test_never_onto_the_data(visits: Paintrack, file: Path) -> None:
    before = file.read_bytes()
    assert visits(f"costs --visits -o {quoted(file)} --force --format text").code == 2
    assert file.read_bytes() == before


def test_the_paper_that_is_set_or_given(visits: Paintrack) -> None:
    assert "size: A4;" in visits("costs --visits --format html").out
    assert visits("config set paper letter").code == 0
    assert "size: letter;" in visits("costs --visits --format html").out
    assert "size: A4;" in visits("costs --visits --format html --paper a4").out


THESE = "These options are for the statement of your visits: paintrack costs --visits -o statement.html"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("-o x.html", THESE),
        ("--format text", THESE),
        ("--with-change", THESE),
        ("--visits --format pdf", "A PDF goes to a file: paintrack costs --visits -o statement.pdf"),
        ("--visits --format docx", "--format takes text, html, pdf or csv. You typed docx."),
        ("--visits -o x.xyz", "The statement cannot be written as .xyz: give --format text, html, pdf or csv."),
        ("--visits --force", "--force replaces a file: paintrack costs --visits -o FILE --force"),
        ("--visits --paper a5", "--paper takes a4 or letter. You typed a5."),
        ("--visits --paper a4", "--paper is for HTML or PDF: paintrack costs --visits --paper a4 -o statement.html"),
        ("--visits --json --csv", "--csv and --json are two forms: give one of the two."),
        ("--visits --json --format html", "--json and --format html are two forms: give one of the two."),
        ("--visits --csv --format html", "--csv and --format html are two forms: give one of the two."),
        (
            "--visits --json -o x.csv",
            "--json goes to the screen; a file is CSV: paintrack costs --visits -o statement.csv",
        ),
        (
            "--visits --csv --with-change",
            "--with-change is for text, HTML or PDF: paintrack costs --visits --with-change",
        ),
    ],
)
@pytest.mark.usefixtures("wide_terminal")
def test_what_is_refused(options: str, sentence: str, paintrack: Paintrack) -> None:
    result = paintrack(f"costs {options}")
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")

"""A spreadsheet of one's own comes in: through the command, as the patient types it."""

import csv
import io
import os
import tempfile
import threading
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.cli import main
from paintrack.model.entries import Rating
from tests.commands.exchange.sheet_file_and_saved_sessions import saved, written
from tests.example_counts import examples
from tests.program import Clock, Paintrack, quoted
from tests.strategies import remarks, scores, words

# Sentences with paths in them, which would be wrapped within a word in a terminal of 80 columns.
pytestmark = pytest.mark.usefixtures("wide_terminal", "in_august")

DIARY = (
    "Datum;Schmerz vorher;nachher;Ort;Bemerkung;Wetter\r\n"
    "03.04.2026;7,5;3;Rücken;007;sonnig\r\n"
    "10.04.2026;6;6;Rücken;;\r\n"
    "10.04.2026;6;6;Rücken;;\r\n"
)
GERMAN = ("--date-format", "%d.%m.%Y")


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.csv"
    path.write_bytes(DIARY.encode("cp1252"))
    return path


def test_a_spreadsheet_comes_in_and_says_how_it_was_read(paintrack: Paintrack, diary: Path, file: Path) -> None:
    result = paintrack(["import", str(diary), *GERMAN])
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Imported 3 sessions from {diary}. 0 were there already.")
    assert "Read as Windows-1252, semicolons; dates as dd.mm.yyyy. Columns left out: Wetter." in result.out
    assert result.out.endswith("Wrong? paintrack undo\n")
    first = saved(file)[0]
    assert (first.ratings, first.note, first.when.iso()) == (
        (Rating("Rücken", 7.5, 3),),
        "007",
        "2026-04-03T12:00+02:00",
    )


def test_twins_stay_two_and_a_second_import_changes_nothing(paintrack: Paintrack, diary: Path, file: Path) -> None:
    assert paintrack(["import", str(diary), *GERMAN]).code == 0
    assert [session.when.day.day for session in saved(file)] == [3, 10, 10]
    before = file.read_bytes()
    again = paintrack(["import", str(diary), *GERMAN])
    assert again.code == 0
    assert "Nothing new: all 3 entries were there already." in again.out
    assert "There already: line 2 (Fri 3 Apr 2026, Rücken 7.5 -> 3" in again.out
    assert file.read_bytes() == before
    assert paintrack(["import", str(diary), *GERMAN, "--keep-duplicates"]).code == 0
    assert len(saved(file)) == 6


def test_one_undo_takes_it_back_and_it_can_come_again(paintrack: Paintrack, diary: Path, file: Path) -> None:
    assert paintrack(["import", str(diary), *GERMAN]).code == 0
    assert paintrack("undo").out.startswith("Taken back: the import of 3 sessions from")
    assert saved(file) == []
    assert "Imported 3 sessions" in paintrack(["import", str(diary), *GERMAN]).out


def test_a_copy_is_made_before(paintrack: Paintrack, diary: Path, file: Path) -> None:
    assert paintrack("log 7 3").code == 0
    assert "Your file as it was: " in paintrack(["import", str(diary), *GERMAN]).out
    assert len(list((file.parent / "backups").iterdir())) == 1


def test_a_dry_run_shows_the_guess_and_saves_nothing(paintrack: Paintrack, diary: Path, file: Path) -> None:
    result = paintrack(["import", str(diary), "--dry-run", *GERMAN])
    assert (result.code, result.err) == (0, "")
    for line in ("Schmerz vorher  before", "Columns left out: Wetter.", "The first rows as they would be stored:"):
        assert line in result.out
    assert "\n\nWould import 3 sessions" in result.out
    assert not file.exists()


def test_a_dry_run_of_a_bad_file_shows_guess_and_errors(paintrack: Paintrack, diary: Path) -> None:
    result = paintrack(["import", str(diary), "--dry-run"])
    assert result.code == 1
    assert "Schmerz vorher  before" in result.out
    assert result.err.splitlines()[-1] == f"3 values in {diary} cannot be imported. Nothing saved."


def test_what_is_rated_and_which_column_is_what_can_be_said(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    path = written(tmp_path / "a.csv", "When was it,How bad,then\n2026-07-01 9:00,70,25\n")
    options = ["--map", "When was it=date", "--map", "How bad=before", "--map", "then=after", "--scale", "100"]
    assert paintrack(["import", path, *options, "--for", " left  knee "]).code == 0
    assert saved(file)[0].ratings == (Rating("left knee", 7, 2.5),)
    assert saved(file)[0].when.iso() == "2026-07-01T09:00:00+02:00"


def test_the_guard_is_taken_off_from_our_own_file_only(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    path = written(tmp_path / "a.csv", "date,before,note\n2026-07-01,7,'=1+1\n")
    assert paintrack(["import", path, "--for", "neck"]).code == 0
    assert saved(file)[0].note == "'=1+1"


def test_a_pipe_is_read(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    feeder = threading.Thread(target=lambda: pipe.write_bytes(DIARY.encode("utf-16")))
    feeder.start()
    result = paintrack(["import", str(pipe), *GERMAN])
    feeder.join()
    assert "Read as UTF-16, semicolons; dates as dd.mm.yyyy." in result.out
    assert len(saved(file)) == 3


def test_readings_come_in_too(paintrack: Paintrack, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "date,time,pain\n2026-07-01,21:30,4\n2026-07-02,,0\n")
    assert "Imported 2 readings from" in paintrack(["import", path, "--for", "neck"]).out
    assert paintrack("list --json").json[0]["at"] == "2026-07-01T21:30:00+02:00"


HOSTILE = "\x1b[31m\u202e"


@pytest.mark.parametrize(
    "typed",
    [["--map", f"{HOSTILE}=before"], ["--map", HOSTILE], ["--date-format", HOSTILE], ["--delimiter", HOSTILE],
     ["--encoding", HOSTILE], ["--for", HOSTILE], ["--scale", HOSTILE], ["--date-format", "%d%m%Y\u202e"]],
)  # fmt: skip
def test_what_steers_a_terminal_is_not_echoed(paintrack: Paintrack, diary: Path, typed: list[str]) -> None:
    result = paintrack(["import", str(diary), *typed])
    assert result.code in (1, 2)
    assert not {"\x1b", "\u202e"} & set(result.out + result.err)


@pytest.mark.parametrize(
    "column", ["date", "time", "condition", "before", "points", "technique", "side effects", "note"]
)
def test_a_value_of_megabytes_is_taken_or_refused(paintrack: Paintrack, tmp_path: Path, column: str) -> None:
    cells = {"date": "2026-07-01", "condition": "neck", "before": "7", "note": ""} | {column: "(a;" * 1_000_000}
    path = written(tmp_path / "a.csv", f"{','.join(cells)}\n{','.join(cells.values())}\n")
    result = paintrack(["import", path, "--dry-run"])
    assert result.code in (0, 1)
    assert len(result.out + result.err) < 3_000


def at_day(at: datetime) -> datetime:
    """A whole minute at which no clock is ever put forward."""
    return at.replace(hour=at.hour % 20 + 4, second=0, microsecond=0, fold=0)


_rows = st.lists(
    st.tuples(
        st.datetimes(datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2026-01-01")).map(at_day),
        words,
        scores,
        st.none() | scores,
        st.none() | remarks,
    ),
    min_size=1,
    max_size=5,
)


# Few: each example runs two imports into files.
@examples(25)
@given(_rows, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_a_spreadsheet_says_is_what_is_stored_and_only_once(
    rows: list[tuple[datetime, str, float, float | None, str | None]], delimiter: str, codec: str
) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(["Date", "Where", "Pain before", "Pain after", "Notes"])
    writer.writerows([f"{at:%d/%m/%Y %H:%M}", *rest] for at, *rest in rows)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.csv").write_bytes(stream.getvalue().encode(codec))
        typed = ["import", str(folder / "a.csv"), "--db", str(folder / "a.db"), "--date-format", "%d/%m/%Y %H:%M"]
        assert main([*typed, "--quiet"]) == 0
        stored = [
            (session.at.replace(tzinfo=None), *session.ratings[0][:3], session.note)
            for session in saved(folder / "a.db")
        ]
        assert sorted(map(repr, stored)) == sorted(map(repr, rows))
        before = (folder / "a.db").read_bytes()
        assert main([*typed, "--quiet"]) == 0
        assert (folder / "a.db").read_bytes() == before


def test_our_file_comes_back_with_columns_moved(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    assert paintrack(["log", "7.5", "3", "--also", "neck=6:4", "--cost", "85.5", "--note", "'=1; +1"]).code == 0
    path, other = tmp_path / "own.csv", tmp_path / "other.db"
    assert paintrack(["export", str(path)]).code == 0
    exported = path.read_text()
    rows = [[*reversed(row), "seen"] for row in csv.reader(io.StringIO(exported))]
    rows[0][-1] = "mine"
    stream = io.StringIO(newline="")
    with_commas = {"7.5": "7,5", "85.5": "85,5"}
    csv.writer(stream, delimiter=";").writerows([[with_commas.get(cell, cell) for cell in row] for row in rows])
    moved = tmp_path / "moved.csv"
    moved.write_bytes(stream.getvalue().encode("utf-8-sig"))
    result = paintrack(["import", str(moved), "--db", str(other)])
    assert result.code == 0
    assert "Columns left out: mine." in result.out
    assert paintrack(["export", "-", "--db", str(other)]).out == exported
    assert "1 entry was there already" in paintrack(["import", str(moved), "--db", str(other)]).out


def test_no_side_effect_is_none_and_known_ones_are_told_apart(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    effects = ("none", "-", "bruise, dizzy", "odd, very")
    rows = "".join(f"2026-07-0{day};7;{effect}\n" for day, effect in enumerate(effects, 1))
    text = f"date;before;side effects\n{rows}"
    assert paintrack(["import", written(tmp_path / "a.csv", text), "--for", "neck"]).code == 0
    assert [[each.kind for each in session.side_effects] for session in saved(file)] == [
        [], [], ["bruise_bleeding", "dizzy_nausea_sweat"], ["other"],
    ]  # fmt: skip
    assert saved(file)[3].side_effects[0].words == "odd, very"


def test_a_time_of_day_may_stand_behind_a_date_or_not(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    text = "date;before\n03.04.2026;7\n03.05.2026 14:30;7\n03.06.2026 9:05:10;6,00\n"
    path = written(tmp_path / "a.csv", text)
    assert paintrack(["import", path, "--for", "neck", "--date-format", "%d.%m.%Y"]).code == 0
    assert [session.when.iso()[:19] for session in saved(file)] == [
        "2026-04-03T12:00+02", "2026-05-03T14:30:00", "2026-06-03T09:05:10",
    ]  # fmt: skip
    assert saved(file)[2].ratings[0].before == 6
    again = paintrack(["import", path, "--for", "neck", "--date-format", "%d.%m.%Y %H:%M"])
    assert again.code == 1
    assert "9:05:10" in again.err
    assert "03.04.2026" not in again.err


def test_rows_of_one_visit_become_sessions_of_their_own(paintrack: Paintrack, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "date,where,before\n2026-07-01,back,7\n2026-07-01,neck,6\n2026-07-02,neck,6\n")
    answer = paintrack(["import", path, "--dry-run"]).out
    assert "At 1 time several conditions have a row each: each row is a session of its own." in answer
    assert "each row is a session of its own" in paintrack(["import", path]).out


def test_a_screen_reader_gets_sentences(paintrack: Paintrack, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "date,where,before\n2026-07-01,back,7\n2026-07-01,neck,66\n")
    result = paintrack(["import", path, "--dry-run", "--plain"])
    assert "Column where becomes condition." in result.out
    assert result.err.startswith("Line 3, before, 66: A score is 0 to 10")


def test_points_that_are_in_no_table_are_said(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    path = written(tmp_path / "a.csv", "date;before;points\n2026-07-01;7;LI4 ST36 ashi knee\n2026-07-02;7;LI4\n")
    answer = paintrack(["import", path, "--for", "neck"]).out
    assert "ashi knee is not in the table of points" in answer
    rows = paintrack("list --json").json
    assert [row["points"] for row in rows] == [["LI4", "ST36", "ashi knee"], ["LI4"]]


def test_points_may_be_separated_by_blanks_alone(paintrack: Paintrack, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "date;before;points\n2026-07-01;7;LI4 ST36\n")
    assert paintrack(["import", path, "--for", "neck"]).code == 0
    assert paintrack("list --json").json[0]["points"] == ["LI4", "ST36"]


def test_rows_of_one_day_keep_the_order_of_the_file(paintrack: Paintrack, tmp_path: Path, file: Path) -> None:
    rows = "".join(f"2026-07-01;{score}\n" for score in (9, 8, 7, 6, 5, 4))
    assert paintrack(["import", written(tmp_path / "a.csv", f"date;before\n{rows}"), "--for", "neck"]).code == 0
    assert [visit["before"] for visit in paintrack("trend --json").json["visits"]] == [9, 8, 7, 6, 5, 4]
    assert [row["before"] for row in paintrack("list --json").json] == [9, 8, 7, 6, 5, 4]
    document, other = tmp_path / "h.json", tmp_path / "other.db"
    assert paintrack(["export", str(document)]).code == 0
    assert paintrack(["import", str(document), "--db", str(other)]).code == 0
    visits = paintrack(["trend", "--json", "--db", str(other)]).json["visits"]
    assert [visit["before"] for visit in visits] == [9, 8, 7, 6, 5, 4]


def test_sessions_of_one_day_keep_the_order_of_typing(paintrack: Paintrack, clock: Clock) -> None:
    for score in (9, 8, 7, 6, 5, 4):
        assert paintrack(f"log {score} 1 --for neck --at 2026-07-01").code == 0
        clock.forward(seconds=1)
    assert [visit["before"] for visit in paintrack("trend --json").json["visits"]] == [9, 8, 7, 6, 5, 4]
    assert [row["before"] for row in paintrack("list --json").json] == [9, 8, 7, 6, 5, 4]
    lines = [line.split()[0] for line in paintrack("list").out.splitlines()[2:8]]
    assert lines == ["1", "2", "3", "4", "5", "6"]


def test_a_cover_above_the_cost_is_pointed_out(paintrack: Paintrack, tmp_path: Path) -> None:
    path = tmp_path / "bills.csv"
    path.write_text("date,before,after,cost,covered\n2026-07-01,7,3,40,60\n2026-07-02,6,3,60,40\n")
    result = paintrack(f"import {quoted(path)} --for neck")
    assert "More is covered than the visit cost: Wed 1 Jul 2026." in result.out

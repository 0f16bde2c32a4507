"""The whole history out as JSON and in again, the formats of export, through the commands as the patient types them."""

import io
import json
import os
import sqlite3
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from paintrack.cli import main
from paintrack.commands._shared.terminal import progress
from paintrack.model.entries import AnyEntry
from paintrack.storage.file.reader_and_writer_opening import open_writer
from tests.commands.exports import export_of
from tests.example_counts import examples
from tests.factories.entries import NOW
from tests.program import Clock, Paintrack, is_one_sentence
from tests.strategies import histories

# Sentences with paths in them, which would be wrapped within a word in a terminal of 80 columns.
pytestmark = pytest.mark.usefixtures("wide_terminal")


@pytest.fixture
def document(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Path:
    """Every kind of entry and a setting, exported; they stay in the patient's file."""
    clock.set("2026-08-01 12:00")
    for typed in (
        'log 7 3 --for "lower back" --also neck=6:4 --points LI4,ST36 --cost 85 --note =1+1 --at "2026-07-06 14:02"',
        "rate 4 --at 2026-07-07",
        'note "started amitriptyline"',
        'question "how long?"',
        "peg 6 7 5",
        "plan set --sessions 10 --goal 3",
        "log 6 2 --at 2026-07-13",
        "delete 2 --yes",
        "config set currency CHF",
    ):
        clock.forward(minutes=1)
        result = paintrack(typed)
        assert result.code == 0, result.err
    path = tmp_path / "history.json"
    result = paintrack(["export", str(path)])
    assert (result.code, result.out) == (0, "")
    return path


def test_everything_goes_out_but_what_was_deleted(document: Path) -> None:
    history = json.loads(document.read_text())
    kinds = [entry["kind"] for entry in history["entries"]]
    assert sorted(kinds) == ["note", "peg", "plan", "question", "reading", "session"]
    assert history["settings"]["currency"]["value"] == "CHF"
    assert [each["kind"] for each in history["gone"]] == ["session"]


def test_export_counts_each_kind_and_names_what_is_left_out(
    paintrack: Paintrack, document: Path, tmp_path: Path
) -> None:
    hint = paintrack(["export", str(document), "--force"]).err
    for each in ("1 session", "1 reading", "1 note", "1 question", "1 PEG", "1 plan"):
        assert each in hint
    assert "left out" not in hint
    for name in ("history.csv", "history.fhir.json"):
        hint = paintrack(["export", str(tmp_path / name)]).err
        assert "1 session and 1 reading written to" in hint or "1 reading and 1 session written to" in hint
        assert "4 other entries left out: JSON alone holds all kinds." in hint


def test_a_second_import_changes_nothing(paintrack: Paintrack, document: Path, elsewhere: Path) -> None:
    first = paintrack(["import", str(document), "--db", str(elsewhere)])
    assert first.code == 0
    assert first.err.startswith("A new diary begins:")
    assert "Set as in the file: currency." in first.out
    assert export_of(paintrack, "--format", "json", "--db", str(elsewhere)) == document.read_text()
    before = elsewhere.read_bytes()
    second = paintrack(["import", str(document), "--db", str(elsewhere)])
    assert (second.code, second.out) == (0, "Nothing new: all 6 entries were there already.\n")
    assert elsewhere.read_bytes() == before


def test_one_undo_takes_the_import_and_the_settings_back(paintrack: Paintrack, document: Path, elsewhere: Path) -> None:
    paintrack(["import", str(document), "--db", str(elsewhere)])
    assert paintrack(["undo", "--db", str(elsewhere)]).out.startswith("Taken back: the import of")
    empty = json.loads(export_of(paintrack, "--format", "json", "--db", str(elsewhere)))
    assert (empty["entries"], empty["settings"], empty["gone"]) == ([], {}, [])
    assert paintrack(["redo", "--db", str(elsewhere)]).code == 0
    again = json.loads(export_of(paintrack, "--format", "json", "--db", str(elsewhere)))
    assert len(again["entries"]) == 6
    assert again["settings"]["currency"]["value"] == "CHF"


def test_a_setting_of_ours_is_kept(paintrack: Paintrack, document: Path, elsewhere: Path) -> None:
    assert paintrack(["config", "set", "currency", "EUR", "--db", str(elsewhere)]).code == 0
    assert "Set as in the file" not in paintrack(["import", str(document), "--db", str(elsewhere)]).out
    assert '"value": "EUR"' in export_of(paintrack, "--format", "json", "--db", str(elsewhere)).splitlines()[0]


def test_a_dry_run_saves_nothing(paintrack: Paintrack, document: Path, elsewhere: Path) -> None:
    result = paintrack(["import", "-n", str(document), "--db", str(elsewhere)])
    assert result.code == 0
    assert "Would import" in result.out
    assert not elsewhere.exists()


def test_any_wrong_value_and_nothing_is_saved(paintrack: Paintrack, document: Path, elsewhere: Path) -> None:
    document.write_text(document.read_text().replace('"score": 4', '"score": 44').replace('"pain": 6', '"pain": "6"'))
    result = paintrack(["import", str(document), "--db", str(elsewhere)])
    assert (result.code, result.out) == (1, "")
    assert {"score", "pain"} < {*result.err.split()}
    assert result.err.splitlines()[-1] == f"2 values in {document} cannot be imported. Nothing saved."
    assert not elsewhere.exists()


def test_what_rows_cannot_say_counts_when_it_is_newer(
    paintrack: Paintrack, document: Path, elsewhere: Path, clock: Clock
) -> None:
    paintrack(["import", str(document), "--db", str(elsewhere)])
    clock.forward(hours=1)
    assert paintrack("question --done q1").code == 0
    assert paintrack(["export", str(document), "--force"]).code == 0
    result = paintrack(["import", str(document), "--db", str(elsewhere)])
    assert "Newer in the file, in the place of yours: 1." in result.out
    assert export_of(paintrack, "--format", "json", "--db", str(elsewhere)) == document.read_text()


def test_a_pipe_and_standard_input_are_read(
    paintrack: Paintrack, document: Path, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    feeder = threading.Thread(target=lambda: pipe.write_bytes(document.read_bytes()))
    feeder.start()
    assert paintrack(["import", str(pipe), "--db", str(elsewhere)]).code == 0
    feeder.join()
    assert export_of(paintrack, "--format", "json", "--db", str(elsewhere)) == document.read_text()
    data = io.BytesIO(b"\xef\xbb\xbf" + document.read_bytes())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data, encoding="ascii"))
    again = paintrack(["import", "-", "--format", "json", "--db", str(elsewhere)])
    assert again.out == "Nothing new: all 6 entries were there already.\n"


@pytest.mark.parametrize("option", ["--skip-bad", "--map=a=before", "--scale=100", "--for=neck"])
def test_json_is_taken_as_it_is(paintrack: Paintrack, document: Path, option: str) -> None:
    result = paintrack(["import", str(document), option])
    assert (result.code, result.out) == (2, "")
    assert is_one_sentence(result.err)


def test_the_format_is_what_was_said_else_the_ending(paintrack: Paintrack, document: Path, tmp_path: Path) -> None:
    begins = {"a.csv": "kind,", "a.JSON": '{"format"', "a.fhir.json": '{"resourceType"', "-": "kind,"}
    for name, begin in begins.items():
        result = paintrack(["export", name if name == "-" else str(tmp_path / name)])
        assert result.code == 0
        assert (result.out or (tmp_path / name).read_text()).startswith(begin)
    assert export_of(paintrack, "--format", "fhir").startswith('{"resourceType"')
    refused = paintrack(["export", str(tmp_path / "history.xlsx")])
    assert (refused.code, refused.out) == (2, "")
    assert is_one_sentence(refused.err)
    assert not (tmp_path / "history.xlsx").exists()


def test_old_excel_gets_a_byte_order_mark_and_it_comes_back(
    paintrack: Paintrack, document: Path, elsewhere: Path, tmp_path: Path
) -> None:
    path = tmp_path / "excel.csv"
    assert paintrack(["export", str(path), "--bom"]).code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfkind,")
    assert paintrack(["import", str(path), "--db", str(elsewhere)]).code == 0
    assert paintrack(["export", str(document), "--bom", "--force"]).code == 2


def test_the_patient_of_fhir_is_the_same_whatever_is_chosen(paintrack: Paintrack, document: Path) -> None:
    texts = [
        export_of(paintrack, "--format", "fhir", *options)
        for options in ((), ("--for", "neck"), ("--since", "2026-07-07"))
    ]
    patients = {json.loads(text)["entry"][0]["resource"]["id"] for text in texts}
    assert len({*texts}) == 3
    assert len(patients) == 1


def test_the_patient_of_fhir_has_the_name_of_config(paintrack: Paintrack, document: Path) -> None:
    def patient() -> dict[str, Any]:
        resource: dict[str, Any] = json.loads(export_of(paintrack, "--format", "fhir"))["entry"][0]["resource"]
        return resource

    paintrack("config clear name")
    assert "name" not in patient()
    paintrack("config set name Ana Ruiz")
    assert patient()["name"] == [{"text": "Ana Ruiz"}]
    paintrack("config clear name")
    assert "name" not in patient()


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_progress_is_shown_after_a_second_and_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    ticks = iter([0.0, 0.5, 1.5, *[9.0] * 10])
    items = range(1000)
    assert [*progress.with_progress(items, lambda: 1000, "Writing", clock=lambda: next(ticks))] == [*items]
    assert screen.getvalue().split("\r")[1] == "Writing 200 of 1,000"
    assert screen.getvalue().endswith(f"\r{' ' * len('Writing 400 of 1,000')}\r")


def test_progress_without_a_known_end_counts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    ticks = iter([0.0, *[9.0] * 10])
    assert len([*progress.with_progress(range(1000), None, "Merging", clock=lambda: next(ticks))]) == 1000
    assert screen.getvalue().split("\r")[1] == "Merging 0"


def test_plain_progress_is_a_new_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    ticks = iter([0.0, 0.5, 1.5, 9.0, 12.0, 13.0, *[14.0] * 10])
    items = range(1000)
    shown = progress.with_progress(items, lambda: 1000, "Writing", plain=True, clock=lambda: next(ticks))
    assert [*shown] == [*items]
    assert screen.getvalue() == "Writing 200 of 1,000.\nWriting 600 of 1,000.\n"


def test_no_progress_is_told_off_a_terminal_or_of_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    for screen in (io.StringIO(), Terminal()):
        monkeypatch.setattr("sys.stderr", screen)
        assert [*progress.with_progress([1, 2], lambda: 2, "Writing", clock=lambda: 0.0)] == [1, 2]
        assert screen.getvalue() == ""


# Few: each example runs four commands on files.
@examples(25)
@given(histories)
def test_export_import_export_gives_the_same_bytes(entries: list[AnyEntry]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exported_db, imported_db = folder / "exported.db", folder / "imported.db"
        with open_writer(exported_db, NOW) as writer:
            writer.save_all_imported(entries)
        for command in (
            ["export", str(folder / "one.json"), "--db", str(exported_db)],
            ["import", str(folder / "one.json"), "--db", str(imported_db)],
            ["export", str(folder / "two.json"), "--db", str(imported_db)],
        ):
            assert main([*command, "--quiet"]) == 0
        assert (folder / "two.json").read_bytes() == (folder / "one.json").read_bytes()
        before = imported_db.read_bytes() if entries else b""
        assert main(["import", str(folder / "one.json"), "--db", str(imported_db), "--quiet"]) == 0
        assert (imported_db.read_bytes() if entries else b"") == before
        with sqlite3.connect(f"file:{exported_db}?mode=ro", uri=True) as connection:
            assert connection.execute("SELECT count(*) FROM entry").fetchone() == (len(entries),)
        connection.close()

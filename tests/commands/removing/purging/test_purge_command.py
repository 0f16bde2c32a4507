"""purge: deleted is deleted, in the bytes of every file in the folder; what stays is as it was."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.model.typed.typed_text import folded
from paintrack.views.confirmations.files.purge_confirmation import FINAL
from tests.commands.removing.words_in_files import PURGE, files_with
from tests.example_counts import examples
from tests.program import Clock, Paintrack, Result, is_one_sentence, unwrapped


def everything(paintrack: Paintrack) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads(paintrack("export - --format json").out)["entries"]
    return entries


def test_deleted_words_leave_every_file_of_the_folder(paintrack: Paintrack, file: Path, clock: Clock) -> None:
    paintrack("note SECRET one")
    paintrack("log 7 3 --note stays")
    paintrack("backup")
    paintrack("delete n1 --yes")
    clock.forward(days=1)
    paintrack("backup")
    assert len(files_with(file.parent, "SECRET")) == 3
    kept = everything(paintrack)
    result = paintrack(PURGE)
    assert (result.code, files_with(file.parent, "SECRET")) == (0, [])
    assert everything(paintrack) == kept
    assert unwrapped(FINAL) in unwrapped(result.out)
    # The clean backup alone is left of the copies, and it can be restored.
    (copy,) = (file.parent / "backups").iterdir()
    assert paintrack(["restore", str(copy), "--yes"]).code == 0
    assert everything(paintrack) == kept


def test_a_purge_that_was_stopped_late_leaves_no_word(
    paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind its transaction, before the file is compacted again: older words stand in free pages, too."""
    for typed in ("log 7 3", "note 'SECRET too'", "delete n1 --yes"):
        assert paintrack(typed).code == 0
    with closing(sqlite3.connect(file, isolation_level=None)) as plain:
        # As of an SQLite that was built without it; with it words go from free space at once.
        plain.execute("PRAGMA secure_delete = OFF")
        plain.execute("CREATE TABLE scrap AS SELECT 'SECRET SECRET' AS words")
        plain.execute("DROP TABLE scrap")
    assert b"SECRET SECRET" in file.read_bytes()

    def stop(_state: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("paintrack.storage.copies.purge.note_write", stop)
    assert paintrack(PURGE).code == 130
    assert b"SECRET" not in file.read_bytes()


def test_what_a_killed_command_left_is_purged_too(paintrack: Paintrack, file: Path) -> None:
    paintrack("note SECRET")
    paintrack("delete n1 --yes")
    for folder in (file.parent, file.parent / "backups"):
        folder.mkdir(exist_ok=True)
        (folder / ".paintrack-0123456789ab.tmp").write_bytes(file.read_bytes())
    assert len(files_with(file.parent, "SECRET")) == 3
    assert paintrack(PURGE).code == 0
    assert files_with(file.parent, "SECRET") == []


def test_all_that_goes_is_one_list(paintrack: Paintrack) -> None:
    for typed in ("note x", "log 7 3", "edit 1 --after 2", "delete n1 1 --yes"):
        assert paintrack(typed).code == 0
    answer = paintrack("purge").err
    assert answer.startswith("To be removed for good: 1 session, 1 note and 3 former versions that undo keeps.\n")


def test_what_a_purge_says(paintrack: Paintrack, file: Path, wide_terminal: None) -> None:
    paintrack("note SECRET")
    paintrack("log 7 3")
    paintrack("delete n1 --yes")
    paintrack("edit 1 --after 2 --for pain")
    clean = file.parent / "backups" / "paintrack-20260706-140200.db"
    assert paintrack("purge") == Result(
        2,
        "",
        f"To be removed for good: 1 note and 2 former versions that undo keeps.\n{FINAL}\n"
        "A purge is final: confirm with --yes. Nothing was changed.\n",
    )
    assert paintrack("purge --yes") == Result(
        0,
        "Purged: 1 note and 2 former versions that undo keeps. The file was overwritten and compacted.\n"
        "  Undo has nothing to take back now.\n"
        f"  Clean backup, read back: {clean}\n"
        f"  {FINAL}\n",
        "",
    )
    assert paintrack("purge --yes").out == (
        "Nothing that was deleted is in the file, and undo keeps no former words.\n"
    )
    assert paintrack("undo").err == "There is nothing to take back.\nA purge cannot be undone.\n"


def test_former_words_of_what_stays_go_too(paintrack: Paintrack, file: Path) -> None:
    paintrack("note SECRET")
    paintrack("config set name SECRET")
    paintrack("edit n1 --text harmless")
    paintrack("config set name Ada")
    assert files_with(file.parent, "SECRET") == ["paintrack.db"]
    assert paintrack("purge --yes").code == 0
    assert files_with(file.parent, "SECRET") == []
    assert paintrack("show n1").out.count("harmless") == 1


def test_what_undo_and_redo_keep_goes_too(paintrack: Paintrack, file: Path) -> None:
    paintrack("note SECRET")
    paintrack("undo")
    assert files_with(file.parent, "SECRET") == ["paintrack.db"]
    assert paintrack("purge --yes").code == 0
    assert files_with(file.parent, "SECRET") == []
    assert paintrack("redo").code == 1


def test_one_entry_is_purged_and_the_rest_can_be_undone(paintrack: Paintrack, file: Path) -> None:
    paintrack("note SECRET")
    paintrack("log 7 3 --note stays")
    paintrack("edit n1 --text 'SECRET too'")
    paintrack("edit 1 --note changed")
    assert paintrack("purge n1 --yes").code == 0
    assert files_with(file.parent, "SECRET") == []
    assert paintrack("undo").out.startswith("Taken back: ")
    assert [row["note"] for row in paintrack("list --json").json] == ["stays"]
    assert paintrack("undo").code == 0
    assert paintrack("undo").code == 1
    # Its id is never given again.
    assert "n2" in paintrack("note another").out


def test_a_step_that_keeps_other_entries_names_none(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "history.csv"
    sheet.write_text("date;before;after;note\n2026-06-01;7;3;SECRET\n2026-06-02;6;2;stays\n")
    paintrack(["import", str(sheet), "--for", "neck"])
    sheet.unlink()
    assert paintrack("purge 1 --yes").code == 0
    assert files_with(file.parent, "SECRET") == []
    assert paintrack("undo").out.startswith("Taken back: a change of 1 entry.")
    assert paintrack("redo").code == 0
    assert [row["note"] for row in paintrack("list --json").json] == ["stays"]


def test_a_condition_is_purged_with_its_readings(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3 --for migraine --note mine")
    paintrack("log 6 2 --for neck --also migraine=5:4 --note stays")
    paintrack("rate 4 --for Migraine")
    paintrack("rate 3 --for neck")
    paintrack("plan set --goal 2 --for migraine")
    paintrack("edit 2 --for migraine --after 1")
    result = paintrack("purge --for migraine --yes")
    assert result.code == 0
    assert "the scores of migraine in 1 other session" in unwrapped(result.out)
    assert files_with(file.parent, "migraine") == []
    rows = paintrack("list --json").json
    assert sorted((row["condition"], row["note"] or "") for row in rows) == [("neck", ""), ("neck", "stays")]
    assert paintrack("purge --for migraine --yes").err == (
        "Nothing was changed. Nothing here rates migraine, and undo keeps no scores of it either. "
        "Names: paintrack conditions\n"
    )


def test_a_condition_that_only_undo_has_is_purged(paintrack: Paintrack, file: Path) -> None:
    """Renamed, taken out of a session, deleted with its reading, undone: nothing shows it, and the file has it."""
    paintrack("log 7 3 --for migraine")
    paintrack("log 6 2 --for neck --also migraine=5:4")
    paintrack("rate 4 --for migraine")
    paintrack("plan set --goal 2 --for migraine")
    paintrack("log 5 4 --for knee --note stays")
    paintrack("conditions rename migraine SECRET")
    paintrack("edit 2 --for SECRET --clear before --clear after")
    paintrack("conditions rename SECRET wrist")
    paintrack("edit 3 --for knee --rename-for SECRET")
    paintrack("undo")
    unseen = {"edited": "", "changed": {}}
    before = [each | unseen for each in everything(paintrack)]
    assert files_with(file.parent, "SECRET") == ["paintrack.db"]
    counts = paintrack("purge --for secret --yes --json").json
    assert (counts["purged"], counts["shortened"], counts["undeleted"]) == ({}, 0, 0)
    assert counts["former_states"] > 4
    assert files_with(file.parent, "SECRET") == []
    assert [each | unseen for each in everything(paintrack)] == before
    # The clean backup that the purge made is not named as one that holds it.
    assert counts["still_in"] == []
    # What undo kept of these entries under their first name went with it.
    assert files_with(file.parent, "migraine") == []
    assert paintrack("purge --for migraine --yes").code == 1


def test_what_undo_keeps_of_other_entries_stays(paintrack: Paintrack) -> None:
    paintrack("log 7 3 --for SECRET")
    paintrack("edit 1 --for SECRET --rename-for neck")
    paintrack("log 6 2 --for knee --note first")
    paintrack("edit 2 --note second")
    assert paintrack("purge --for SECRET --yes").code == 0
    assert paintrack("undo").code == 0
    assert paintrack("show 2 --json").json["note"] == "first"


@pytest.mark.parametrize("name", ["a 'quoted' \"name\"", "KÖRPER  GANZ", "neck\u202eX", "100 %_"])
def test_a_name_of_any_letters_is_found_in_the_journal(name: str, paintrack: Paintrack, file: Path) -> None:
    paintrack(["log", "7", "3", "--for", name, "--new"])
    paintrack(["log", "7", "3", "--for", "knee", "--also", f"{name}=5:4", "--new"])
    paintrack(["conditions", "rename", name, "hip", "--yes"])
    assert paintrack(["purge", "--for", name.lower(), "--yes"]).code == 0
    with closing(sqlite3.connect(file)) as plain:
        former = [row[0] for row in plain.execute("SELECT former FROM change WHERE former IS NOT NULL")]
        words = [row[0] for row in plain.execute("SELECT what FROM step")]
    assert [text for text in [*former, *words] if folded(name)[:5] in folded(text)] == []


def test_what_was_purged_does_not_come_back_by_import(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    paintrack("note SECRET")
    paintrack("log 7 3")
    paintrack(["export", str(other)])
    paintrack("delete n1 --yes")
    paintrack("purge --yes")
    paintrack("purge 1 --yes")
    result = paintrack(["import", str(other)])
    assert result.code == 0
    assert everything(paintrack) == []
    assert files_with(file.parent, "SECRET") == []
    tombstones = json.loads(paintrack("export - --format json").out)["gone"]
    assert [each["purged"] is not None for each in tombstones] == [True, True]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("purge n9 --yes", 1), ("purge x --yes", 2), ("purge 1 --for neck --yes", 2), ("purge --for '' --yes", 2)],
)
def test_what_is_not_there_is_told(typed: str, code: int, paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    before = file.read_bytes()
    result = paintrack(typed)
    assert (result.code, result.out) == (code, "")
    assert is_one_sentence(result.err)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lower", "lower back"), ("migrain", "migraine"), ("kneee", "knee"), ("SHOULDR", "shoulder"), ("qwertz", None)],
)
def test_a_misspelt_name_leads_to_the_likely_one(typed: str, meant: str | None, paintrack: Paintrack) -> None:
    """Also to one that only a deleted entry has, or that undo alone keeps: these are what a purge is for."""
    for line in (
        "log 7 3 --for 'lower back'",
        "rate 4 --for migraine",
        "delete r1 --yes",
        "log 5 4 --for knee",
        "conditions rename knee shoulder --new --yes",
    ):
        assert paintrack(line).code == 0
    result = paintrack(["purge", "--for", typed, "--yes"])
    lead = f"Did you mean {meant}?" if meant else "Names: paintrack conditions"
    assert (result.code, lead in unwrapped(result.err)) == (1, True)
    if meant:
        assert paintrack(["purge", "--for", meant, "--yes"]).code == 0


def test_there_is_nothing_to_purge_before_the_first_entry(paintrack: Paintrack, file: Path) -> None:
    assert paintrack("purge --yes").code == 1
    assert not file.exists()


def test_an_older_file_is_purged_too(paintrack: Paintrack, file: Path) -> None:
    file.parent.mkdir(parents=True)
    sample = Path(__file__).parents[3] / "samples" / "version_1.db"
    file.write_bytes(sample.read_bytes())
    uid = paintrack("show 1 --json").json["uid"]
    result = paintrack(["purge", "1", "--yes", "--remove-backups"])
    assert result.code == 0
    assert "Your file was upgraded" in result.err
    assert "backup holds" in result.err
    assert uid not in [row["uid"] for row in paintrack("list --json").json]


def test_a_file_in_wal_mode_keeps_no_word_beside_it(paintrack: Paintrack, file: Path) -> None:
    paintrack("log 7 3")
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    paintrack("note SECRET")
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    paintrack("delete n1 --yes")
    paintrack("purge --yes")
    assert files_with(file.parent, "SECRET") == []
    assert [each.name for each in file.parent.iterdir() if each.is_file()] == ["paintrack.db"]


STEPS = [
    "note WORD{}", "log 7 3 --note WORD{}", "rate 4 --note WORD{}", "question WORD{}", "edit {id} --note WORD{}",
    "edit n1 --text WORD{}", "delete {id} --yes", "delete n1 --yes", "undo --yes", "redo", "backup",
]  # fmt: skip


@examples(12)
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 3)), min_size=3, max_size=12))
def test_after_a_purge_only_words_that_are_shown_are_left(
    paintrack: Paintrack, tmp_path_factory: pytest.TempPathFactory, steps: Sequence[tuple[str, int]]
) -> None:
    """Whatever was typed, changed, deleted, taken back: each word is in an entry or in no byte of the folder."""
    folder = tmp_path_factory.mktemp("with blanks")
    path = folder / "own.db"
    words = []
    paintrack(["log", "7", "3", "--db", str(path)])
    for place, (step, number) in enumerate(steps):
        # As long as no other, so that it does not stand within one.
        words.append(f"WORD{place:02}x")
        typed = step.replace("WORD{}", words[-1]).replace("{id}", str(number))
        paintrack([*typed.split(), "--db", str(path)])
    before = paintrack(["export", "-", "--format", "json", "--db", str(path)]).out
    assert paintrack([*PURGE, "--db", str(path)]).code == 0
    after = paintrack(["export", "-", "--format", "json", "--db", str(path)]).out
    assert json.loads(after)["entries"] == json.loads(before)["entries"]
    assert [word for word in words if word not in after and files_with(folder, word)] == []
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA freelist_count").fetchone() == (0,)


@pytest.mark.parametrize(("typed", "label"), [("last", "1"), ("last reading", "r1"), ("Last-reading", "r1")])
def test_last_is_refused_with_the_id_it_would_be(typed: str, label: str, paintrack: Paintrack) -> None:
    paintrack("log 7 3")
    paintrack("rate 4")
    refused = paintrack(f"purge {typed}")
    assert (refused.code, refused.err) == (2, f"Nothing was changed. Did you mean: paintrack purge {label}\n")
    assert paintrack(f"purge {label} --yes").code == 0

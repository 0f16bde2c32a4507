"""merge: two computers' files as one, each value by its later change, whatever was done on either."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from paintrack.storage.file.file_header import SCHEMA_VERSION
from tests.commands.merging.two_computers import Computers
from tests.factories.damaged_files import disagree_index, overwrite_page
from tests.factories.encrypted_note import ENCRYPTED_NOTE, ENCRYPTED_WITH, NOTE
from tests.program import Clock, Paintrack, is_one_sentence, quoted, unwrapped

SAMPLES = Path(__file__).parents[2] / "samples"
pytestmark = pytest.mark.usefixtures("wide_terminal")


def test_a_note_here_and_a_cost_there_are_both_kept(computers: Computers) -> None:
    computers.on("desktop", 'edit 1 --note "slept well"')
    computers.on("laptop", "edit 1 --cost 85", "rate 4 --for neck")
    result = computers.merge("desktop", "laptop")
    assert "Merged 1 reading from" in result.out
    assert "Changed on both sides, so joined value by value: 1." in result.out
    assert "Your file as it was:" in result.out
    session = computers.session("desktop")
    assert (session["note"], session["cost"]) == ("slept well", 85)
    computers.merge("laptop", "desktop")
    assert computers.export("laptop") == computers.export("desktop")


def test_what_both_changed_is_named_with_both_values(computers: Computers) -> None:
    computers.on("desktop", 'edit 1 --note "slept well" --for neck --after 2')
    computers.on("laptop", 'edit 1 --note "slept badly" --for neck --after 1')
    before = computers.paths["desktop"].read_bytes()
    dry = computers.merge("desktop", "laptop", "--dry-run")
    assert computers.paths["desktop"].read_bytes() == before
    named = (
        "note: 'slept well' here, 'slept badly' there. Kept: 'slept badly'.",
        "neck after: 2 here, 1 there. Kept: 1.",
    )
    assert all(each in dry.out for each in named)
    assert "Nothing saved: this was a dry run." in dry.out
    done = computers.merge("desktop", "laptop")
    assert all(each in done.out for each in named)
    assert "'slept badly' here, 'slept well' there. Kept: 'slept badly'." not in done.out


@pytest.mark.parametrize("edited", ["desktop", "laptop"])
@pytest.mark.parametrize("into", ["desktop", "laptop"])
def test_what_was_named_once_is_no_news_when_it_is_edited(into: str, edited: str, computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note here")
    computers.on("laptop", "edit 1 --note there")
    computers.both_ways()
    computers.on(edited, "edit 1 --note 'after both'")
    source = "laptop" if into == "desktop" else "desktop"
    assert computers.merge(into, source, "--json").json["differences"] == []
    assert computers.session(into)["note"] == "after both"
    computers.on("desktop", "edit 1 --note 'this one'")
    computers.on("laptop", "edit 1 --note 'that one'")
    assert len(computers.merge(into, source, "--json").json["differences"]) == 1


def test_a_former_state_that_is_no_json_is_passed_over(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note here")
    computers.on("laptop", "edit 1 --note there")
    with closing(sqlite3.connect(computers.paths["desktop"])) as plain, plain:
        plain.execute("UPDATE change SET former = '[]' WHERE former IS NOT NULL")
    assert len(computers.merge("desktop", "laptop", "--json").json["differences"]) == 1


def test_as_json_it_has_the_same_in_documented_keys(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note here", "config set currency EUR")
    computers.on("laptop", "edit 1 --note there", "config set currency CHF")
    report = computers.merge("desktop", "laptop", "--json").json
    note, setting = report["differences"]
    assert (note["value"], note["here"], note["there"], note["kept"]) == ("note", "'here'", "'there'", "there")
    assert setting == {"setting": "currency", "here": "EUR", "there": "CHF", "kept": "there"}
    assert (report["saved"], report["taken_over"], report["settings"]) == (True, 1, ["currency"])


@pytest.mark.parametrize(("ending", "total"), [("db", 3), ("json", None)])
def test_it_shows_how_far_it_is(
    ending: str, total: int | None, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    computers.on(
        "laptop", "rate 4 --for neck", "note x", "delete n1 --yes", f"export {quoted(computers.folder / 'other.json')}"
    )
    source = computers.paths["laptop"] if ending == "db" else computers.folder / "other.json"
    shown: list[tuple[int | None, str]] = []

    def record(items: Iterable[object], total: Callable[[], int] | None, verb: str, *, plain: bool) -> Iterable[object]:
        shown.append((total() if total else None, verb))
        return items

    monkeypatch.setattr("paintrack.commands._shared.importing.merge_source.with_progress", record)
    assert "Merged 1 reading" in computers.on("desktop", f"merge {quoted(source)}").out
    assert shown == [(total, "Merging")]
    computers.on("desktop", f"merge {quoted(source)} --quiet")
    assert len(shown) == 1


def test_merging_twice_changes_nothing(computers: Computers) -> None:
    computers.on("laptop", "log 6 2")
    computers.merge("desktop", "laptop")
    before = computers.paths["desktop"].read_bytes()
    again = computers.merge("desktop", "laptop")
    assert again.out == "Nothing new: all 2 entries were there already.\n"
    assert computers.paths["desktop"].read_bytes() == before


@pytest.mark.parametrize("ending", ["db", "json"])
def test_the_other_file_is_only_read(computers: Computers, ending: str, paintrack: Paintrack) -> None:
    computers.on("laptop", "log 6 2", "delete 1 --yes")
    source = computers.folder / f"other.{ending}"
    if ending == "json":
        source.write_text(computers.export("laptop"))
    else:
        shutil.copy(computers.paths["laptop"], source)
    before, mode = source.read_bytes(), 0o444
    source.chmod(mode)
    names = {each.name for each in computers.folder.iterdir()}
    assert paintrack(["merge", str(source), "--db", str(computers.paths["desktop"])]).code == 0
    assert source.read_bytes() == before
    assert {each.name for each in computers.folder.iterdir()} == names | {"backups"}
    assert computers.export("desktop") == computers.export("laptop")


def test_a_merge_is_one_step_that_undo_takes_back_exactly(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note here", "log 5 2", "config set currency EUR", "rate 4", "delete r1 --yes")
    computers.on("laptop", "log 6 2", "edit 1 --cost 85", "config set currency CHF", "config set name Ana")
    computers.on("laptop", 'note "new mattress"', "delete n1 --yes")
    before, on_laptop = computers.export("desktop"), computers.export("laptop")
    computers.merge("desktop", "laptop")
    merged = computers.export("desktop")
    assert merged != before
    assert computers.on("desktop", "undo").out.startswith("Taken back: the merge of 2 sessions from")
    assert computers.export("desktop") == before
    computers.on("desktop", "redo")
    assert computers.export("desktop") == merged
    computers.on("desktop", "undo")
    # Nothing of it is left that would delete the other computer's diary.
    computers.merge("laptop", "desktop")
    assert '"gone": [' in on_laptop
    assert len(json.loads(computers.export("laptop"))["entries"]) == 3
    assert computers.both_ways()


@pytest.mark.parametrize("word", ["merge", "import"])
def test_json_comes_in_value_by_value(word: str, computers: Computers, tmp_path: Path) -> None:
    computers.on("desktop", 'edit 1 --note "slept well" --for neck --after 2')
    computers.on("laptop", "edit 1 --cost 85 --for neck --after 1")
    document = tmp_path / "laptop.json"
    document.write_text(computers.export("laptop"))
    result = computers.on("desktop", f"{word} {quoted(document)}")
    assert "neck after: 2 here, 1 there. Kept: 1." in result.out
    session = computers.session("desktop")
    assert (session["note"], session["cost"]) == ("slept well", 85)


def test_undo_of_an_import_of_our_json_leaves_nothing(computers: Computers, tmp_path: Path) -> None:
    computers.on("laptop", "log 6 2", "edit 1 --note there")
    document = tmp_path / "laptop.json"
    document.write_text(computers.export("laptop"))
    before = computers.export("desktop")
    computers.on("desktop", f"import {quoted(document)}")
    assert computers.export("desktop") == computers.export("laptop")
    computers.on("desktop", "undo")
    assert computers.export("desktop") == before
    computers.merge("laptop", "desktop")
    assert computers.export("laptop") == document.read_text()


def test_numbers_that_a_merge_gave_are_not_given_again(computers: Computers) -> None:
    computers.on("laptop", "log 6 2", "log 5 2")
    computers.merge("desktop", "laptop")
    computers.on("desktop", "undo")
    assert "Session 4." in computers.on("desktop", "log 4 2").out


def test_an_undone_entry_does_not_come_back(computers: Computers) -> None:
    computers.on("desktop", "log 6 2")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "undo")
    computers.both_ways()
    assert len(json.loads(computers.export("laptop"))["entries"]) == 1


def test_an_undone_change_does_not_come_back(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note wrong")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "undo")
    computers.both_ways()
    assert computers.session("laptop")["note"] is None
    computers.on("desktop", "redo")
    computers.both_ways()
    assert computers.session("laptop")["note"] == "wrong"


@pytest.mark.parametrize("ending", ["db", "json"])
@pytest.mark.parametrize("typed", ["delete 1 --yes", "purge 1 --yes"])
def test_deleted_stays_deleted_and_the_lost_change_is_named(typed: str, ending: str, computers: Computers) -> None:
    computers.on("desktop", typed)
    computers.on("laptop", "edit 1 --note later")
    named = "deleted on one side, changed on the other after that. It stays deleted."
    for into, source in (("desktop", "laptop"), ("laptop", "desktop")):
        path = computers.paths[source].with_suffix(f".{ending}")
        if ending == "json":
            path.write_text(computers.export(source))
        assert named in computers.on(into, f"merge {quoted(path)}").out
    assert json.loads(computers.export("laptop"))["entries"] == []
    assert computers.export("desktop") == computers.export("laptop")


def test_a_deletion_that_was_taken_back_later_is_none(computers: Computers) -> None:
    computers.on("desktop", "delete 1 --yes")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "undo")
    computers.both_ways()
    assert computers.session("laptop")["deleted"] is None


def test_what_was_purged_is_gone_on_both_sides(computers: Computers) -> None:
    computers.on("desktop", 'rate 4 --for neck --note "SECRET"')
    computers.merge("laptop", "desktop")
    computers.on("laptop", 'edit r1 --note "SECRET too"')
    computers.on("desktop", "delete r1 --yes", "purge r1 --yes")
    computers.merge("desktop", "laptop")
    assert b"SECRET" not in computers.paths["desktop"].read_bytes()
    result = computers.merge("laptop", "desktop")
    answer = unwrapped(result.out)
    assert "Deleted where the file comes from, so deleted here too: 1 (reading r1 of Mon 6 Jul 2026 14:0" in answer
    assert computers.export("laptop") == computers.export("desktop")
    assert '"purged": "' in computers.export("laptop")
    # Undo has it until it is purged here, too.
    computers.on("laptop", "undo")
    assert "SECRET too" in computers.export("laptop")
    computers.on("laptop", "redo", "purge --yes")
    assert b"SECRET" not in computers.paths["laptop"].read_bytes()
    assert computers.export("laptop") == computers.export("desktop")
    assert "r2" in computers.on("laptop", "rate 4 --for neck").out


@pytest.mark.parametrize("first", ["desktop", "laptop"])
def test_purged_wins_against_a_later_undo_of_a_deletion(first: str, computers: Computers) -> None:
    computers.on("desktop", "purge 1 --yes")
    computers.on("laptop", "delete 1 --yes", "undo")
    other = "laptop" if first == "desktop" else "desktop"
    assert json.loads(computers.both_ways(first, other))["entries"] == []


def test_words_that_were_deleted_there_do_not_come_here(computers: Computers) -> None:
    computers.on("laptop", 'note "SECRET"', "delete n1 --yes")
    computers.merge("desktop", "laptop")
    assert b"SECRET" not in computers.paths["desktop"].read_bytes()


def test_a_rename_there_and_a_score_here_are_one_rating(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --for neck --after 2")
    computers.on("laptop", "edit 1 --for neck --rename-for shoulder")
    computers.both_ways()
    ratings = computers.session("desktop")["ratings"]
    assert isinstance(ratings, list)
    assert {(each["condition"], each["after"]) for each in ratings} == {("lower back", 3), ("shoulder", 2)}


def test_a_condition_is_one_however_it_is_typed(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --for 'Left hip' --before 5")
    computers.on("laptop", "edit 1 --for 'left  HIP' --after 2")
    computers.both_ways()
    ratings = computers.session("laptop")["ratings"]
    assert isinstance(ratings, list)
    hips = [(each["before"], each["after"]) for each in ratings if "hip" in each["condition"].lower()]
    assert hips == [(5, 2)]


def test_of_two_ratings_of_one_name_the_later_is_kept(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --for neck --rename-for hip")
    computers.on("laptop", "edit 1 --for hip --before 2 --after 1")
    result = computers.merge("desktop", "laptop")
    assert "two ratings are called hip now. Kept, as the later one: 2 -> 1 (1 lower). The other: 6 -> 4" in result.out
    computers.merge("laptop", "desktop")
    assert computers.export("laptop") == computers.export("desktop")


@pytest.mark.parametrize("first", ["desktop", "laptop"])
def test_a_clock_that_was_set_back_loses_nothing(computers: Computers, clock: Clock, first: str) -> None:
    clock.forward(days=3)
    computers.on(first, "edit 1 --note early", "config set name Anna")
    clock.forward(days=-3)
    computers.on(first, "edit 1 --note late", "config set name Ana")
    computers.both_ways()
    for name in ("desktop", "laptop"):
        assert computers.session(name)["note"] == "late"
        assert '"Ana"' in computers.export(name)


def test_a_file_of_version_1_is_merged(computers: Computers, paintrack: Paintrack, clock: Clock) -> None:
    clock.set("2026-12-01 12:00")
    old = SAMPLES / "version_1.db"
    before = old.read_bytes()
    result = paintrack(["merge", str(old), "--db", str(computers.paths["desktop"])])
    assert (result.code, result.err) == (0, "")
    assert "Merged" in result.out
    assert old.read_bytes() == before
    again = paintrack(["merge", str(SAMPLES / "history_1.json"), "--db", str(computers.paths["desktop"])])
    assert "Nothing new" in again.out


def test_its_own_file_is_nothing_to_merge(computers: Computers) -> None:
    before = computers.paths["desktop"].read_bytes()
    assert "nothing to merge" in computers.merge("desktop", "desktop").out
    assert computers.paths["desktop"].read_bytes() == before


def set_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def set_aside_nonsense(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("""UPDATE entry SET set_aside = '{"rating/0": 7}'""")


def break_stamp(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("""UPDATE entry SET changed = '{"note": "9999"}'""")


@pytest.mark.parametrize(
    "spoil",
    [
        set_newer,
        disagree_index,
        lambda path: overwrite_page(path, "rating"),
        set_aside_nonsense,
        break_stamp,
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"x" * 4096),
        lambda path: path.write_text('{"format": "other"}'),
        lambda path: path.write_text('{"format": "paintrack history", "version": 9, "settings": {}, "entries": []}'),
    ],
)
def test_a_file_that_is_not_sound_changes_nothing(
    computers: Computers, spoil: Callable[[Path], object], paintrack: Paintrack
) -> None:
    desktop, laptop = (computers.paths[name] for name in ("desktop", "laptop"))
    computers.on("laptop", "log 6 2 --note x")
    spoil(laptop)
    before, other = desktop.read_bytes(), laptop.read_bytes() if laptop.exists() else None
    result = paintrack(["merge", str(laptop), "--db", str(desktop)])
    assert (result.code, result.out) == (1, "")
    assert "Nothing was changed." in result.err
    assert is_one_sentence(result.err)
    assert desktop.read_bytes() == before
    assert (laptop.read_bytes() if laptop.exists() else None) == other


def test_a_merge_into_no_file_makes_one(computers: Computers) -> None:
    computers.merge("phone", "desktop")
    assert computers.export("phone") == computers.export("desktop")


def test_text_of_the_other_file_steers_nothing(computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note plain")
    computers.on("laptop", "edit 1 --note '\u202e[bold]x[/x]'")
    out = computers.merge("desktop", "laptop").out
    assert "\u202e" not in out
    assert "[bold]x[/x]" in out


def test_an_encrypted_copy_is_merged(
    computers: Computers, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAINTRACK_PASSPHRASE_COMMAND", f"echo {ENCRYPTED_WITH}")
    copy = shutil.copy(ENCRYPTED_NOTE, computers.folder)
    assert paintrack(["merge", str(copy), "--db", str(computers.paths["desktop"])]).code == 0
    assert f'"note": "{NOTE}"' in computers.export("desktop")
    assert Path(copy).read_bytes() == ENCRYPTED_NOTE.read_bytes()


def test_a_deletion_that_is_redone_is_later_than_its_undo(computers: Computers) -> None:
    computers.on("desktop", "delete 1 --yes", "undo --yes")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "redo")
    for one, other in (("desktop", "laptop"), ("laptop", "desktop"), ("desktop", "laptop")):
        computers.merge(one, other)
    assert computers.on("desktop", "list --json").json == computers.on("laptop", "list --json").json == []

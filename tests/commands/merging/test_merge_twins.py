"""merge --join-twins: one visit that was typed on both computers."""

import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from itertools import permutations
from uuid import UUID

import pytest

from paintrack.commands._shared.terminal.console import Console
from tests.commands.merging.two_computers import Computers
from tests.program import Paintrack, quoted, unwrapped

pytestmark = pytest.mark.usefixtures("wide_terminal")


def test_a_visit_typed_on_both_sides_is_named_and_joined(computers: Computers) -> None:
    computers.on("desktop", 'log 5 2 --for neck --note "by the desktop"')
    computers.on("laptop", "log 5 2 --for neck --cost 85")
    result = computers.merge("desktop", "laptop")
    assert "Typed on both sides: session" in result.out
    assert f'merge "{computers.paths["laptop"]}" --join-twins' in result.out
    joined = computers.merge("desktop", "laptop", "--join-twins", "--yes")
    assert "it was typed on both sides." in joined.out
    sessions = [each for each in json.loads(computers.export("desktop"))["entries"] if each["cost"]]
    assert [(each["note"], each["cost"]) for each in sessions] == [("by the desktop", 8500)]
    uids = [each["uid"] for each in json.loads(computers.export("desktop"))["gone"]]
    assert sessions[0]["uid"] < uids[0]
    assert computers.merge("laptop", "desktop").code == 0
    assert computers.export("laptop") == computers.export("desktop")
    computers.on("desktop", "undo")
    assert len(json.loads(computers.export("desktop"))["entries"]) == 3


@pytest.mark.parametrize("is_merged_before", [False, True])
def test_the_values_of_twins_are_named_by_their_side(is_merged_before: bool, computers: Computers) -> None:
    """Which uid is the smaller one says nothing of the side."""
    for cost in range(20, 26):
        computers.on("desktop", f"log 5 2 --for neck --cost {cost} --at 2026-06-{cost}")
        computers.on("laptop", f"log 5 2 --for neck --cost {cost + 60} --at 2026-06-{cost}")
    if is_merged_before:
        computers.merge("desktop", "laptop")
    answer = unwrapped(computers.merge("desktop", "laptop", "--join-twins", "--yes").out)
    for cost in range(20, 26):
        assert f"{cost} here, {cost + 60} there" in answer


def test_twins_joined_on_either_side_are_the_same_one(computers: Computers) -> None:
    computers.on("desktop", "log 5 2 --for neck --note here")
    computers.on("laptop", "log 5 2 --for neck --note there")
    dry = computers.merge("desktop", "laptop", "--join-twins", "--dry-run")
    assert "They would be joined." in dry.out
    shutil.copy(computers.paths["desktop"], computers.paths["phone"])
    computers.merge("desktop", "laptop", "--join-twins", "--yes")
    computers.merge("laptop", "phone", "--join-twins", "--yes")
    computers.both_ways()
    assert len(json.loads(computers.export("desktop"))["entries"]) == 2


def test_a_twin_that_was_joined_elsewhere_is_named(computers: Computers) -> None:
    for day in range(20, 26):
        # Which of the two uids is the smaller one is up to chance.
        computers.on("desktop", f"log 5 2 --for neck --note here --at 2026-06-{day}")
        computers.on("laptop", f"log 5 2 --for neck --cost 85 --at 2026-06-{day}")
    computers.merge("desktop", "laptop", "--join-twins", "--yes")
    foreseen = computers.merge("laptop", "desktop", "--dry-run").out
    gone = json.loads(computers.export("desktop"))["gone"]
    answer = computers.merge("laptop", "desktop", "--json").json["twins_joined_there"]
    of_laptop = [other for _, other in answer]
    assert 0 < len(answer) == foreseen.count("is to be part of session")
    assert {each["uid"] for each in of_laptop} <= {each["uid"] for each in gone}
    computers.on("laptop", "undo")
    report = unwrapped(computers.merge("laptop", "desktop").out)
    assert report.count("the two were joined where the file comes from.") == len(answer)
    assert "Deleted where the file comes from" not in report + foreseen
    for kept, other in answer:
        assert f"Session {other['id']} of" in report
        assert kept["uid"] < other["uid"]


# What was done on the desktop (d) and the laptop (l) after both had typed the visit, and where the two are joined.
_UNJOINED = [
    "d merge l; l merge d; d merge l",
    "d merge l; l merge d; l merge d",
    "d merge l; d undo; d redo; l merge d; d merge l",
    "d merge json; l merge json; d merge json",
    "d import json; d merge l",
    "d merge l; d merge own",
    "d merge l; l merge d; d merge l --join-twins; d undo; d merge l",
    "p merge d; p merge l; d merge p",
]


@pytest.mark.parametrize("story", _UNJOINED)
def test_twins_that_stayed_two_can_still_be_joined(story: str, computers: Computers) -> None:
    """Whatever was merged in between, and in which form."""
    names = {"d": "desktop", "l": "laptop", "p": "phone"}
    computers.on("desktop", "log 5 2 --for neck --note here")
    computers.on("laptop", "log 5 2 --for neck --cost 85")
    *steps, last = story.split("; ")

    def do(step: str, more: str = "") -> str:
        into, word, source, options = [*step.split(), "", ""][:4]
        path = computers.folder / "copy"
        if source in names:
            shutil.copy(computers.paths[names[source]], path)
        elif source:
            owner = into if source == "own" else "dl"[into == "d"]
            path = path.with_suffix(".json" if source == "json" else ".db")
            computers.on(names[owner], f"{'export' if source == 'json' else 'backup'} {quoted(path)} --force")
        yes = "--yes" if "--join-twins" in options or word == "undo" else ""
        return computers.on(names[into], f"{word} {quoted(path) if source else ''} {options} {more} {yes}").out

    for step in steps:
        do(step)
    assert "Typed on both sides" in do(last, "--dry-run")
    assert "Joined as session" in do(last, "--join-twins --yes")
    _, joined = json.loads(computers.export(names[last[0]]))["entries"]
    assert (joined["note"], joined["cost"]) == ("here", 8500)


def test_a_purged_twin_leaves_no_pair(computers: Computers) -> None:
    computers.on("desktop", "log 5 2 --for neck")
    computers.on("laptop", "log 5 2 --for neck", "log 4 4 --at 2026-01-01")
    computers.merge("desktop", "laptop")
    computers.on("desktop", "purge 4 --yes")
    with closing(sqlite3.connect(computers.paths["desktop"])) as connection:
        assert connection.execute("SELECT count(*) FROM change WHERE uid LIKE 'twins:%'").fetchone() == (0,)
        (last,) = connection.execute("SELECT what FROM step ORDER BY id DESC LIMIT 1").fetchone()
    assert last == "a change of 1 entry"


def test_a_session_that_was_only_deleted_is_no_twin(computers: Computers) -> None:
    computers.on("desktop", "log 5 2 --for neck", "log 5 2 --for neck")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "delete 2 --yes")
    assert computers.merge("laptop", "desktop", "--json").json["twins_joined_there"] == []


def test_two_visits_typed_on_one_computer_are_no_twins(computers: Computers) -> None:
    computers.on("laptop", "log 5 2 --for neck", "log 5 2 --for neck")
    assert "both sides" not in computers.merge("desktop", "laptop").out


def test_joining_needs_yes_off_a_terminal(computers: Computers, paintrack: Paintrack) -> None:
    desktop, laptop = (computers.paths[name] for name in ("desktop", "laptop"))
    before = desktop.read_bytes()
    result = paintrack(["merge", str(laptop), "--join-twins", "--db", str(desktop)])
    assert (result.code, result.out, desktop.read_bytes()) == (2, "", before)


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1)])
def test_the_pairs_are_named_before_the_question(
    answer: str, code: int, computers: Computers, paintrack: Paintrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("desktop", "laptop"):
        computers.on(name, "log 5 2 --for neck --at 2026-06-20", "log 6 3 --for neck --at 2026-06-27")
    before = computers.export("desktop")
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    desktop, laptop = (computers.paths[name] for name in ("desktop", "laptop"))
    result = paintrack(["merge", str(laptop), "--join-twins", "--db", str(desktop)])
    assert result.code == code
    named, _, _ = result.err.partition("Make each of the 2 pairs one session? [y/N]")
    assert [named.count(day) for day in ("Sat 20 Jun 2026", "Sat 27 Jun 2026")] == [2, 2]
    assert (computers.export("desktop") == before) == (code == 1)


def test_without_a_pair_nothing_is_asked(computers: Computers, monkeypatch: pytest.MonkeyPatch) -> None:
    computers.on("laptop", "note slept")
    monkeypatch.setattr(Console, "may_ask", True)
    report = computers.merge("desktop", "laptop", "--join-twins").out
    assert "Merged 1 note" in report
    report = unwrapped(report)
    assert [words in report for words in ("its note: paintrack ", " edit ID --note TEXT, then paintrack ")] == [
        True
    ] * 2
    assert report.count(" delete ID") == 1


@pytest.mark.parametrize("is_moved_later", [False, True])
def test_a_purge_names_the_twin_that_was_deleted(is_moved_later: bool, computers: Computers) -> None:
    """Nothing links the two, and a purge is final: it removes what was typed, and says what else may be meant."""
    computers.on("desktop", "log 5 2 --for neck --note SECRET")
    computers.on("laptop", "log 5 2 --for neck --note SECRET", "log 4 4 --at 2026-01-01", "delete 3 --yes")
    joined = computers.merge("desktop", "laptop", "--join-twins", "--yes").out
    (id_,) = re.findall(r"Joined as session (\d+)", joined)
    if is_moved_later:
        computers.on("desktop", f"edit {id_} --at 2026-02-02")
    purged = computers.on("desktop", f"purge {id_} --yes --remove-backups")
    (command,) = re.findall(r"To remove it too: paintrack .*(purge \d+)", purged.err)
    assert command != f"purge {id_}"
    desktop = computers.paths["desktop"]
    assert b"SECRET" in desktop.read_bytes()
    last = computers.on("desktop", f"{command} --yes --remove-backups")
    assert "To remove" not in last.err
    assert b"SECRET" not in desktop.read_bytes()


def test_what_would_be_lost_is_named_before_the_question(computers: Computers) -> None:
    computers.on("desktop", "log 5 2 --for neck --with 'Anna Wolf' --note here")
    computers.on("laptop", "log 5 2 --for neck --with Li")
    preview = computers.merge("desktop", "laptop", "--join-twins", "--dry-run")
    differ = re.search(r"They differ: practitioner '(.*?)' or '(.*?)' \(joined: '(.*?)'\)", preview.out)
    assert differ, preview.out
    assert {differ[1], differ[2]} == {"Anna Wolf", "Li"}
    computers.merge("desktop", "laptop", "--join-twins", "--yes")
    sessions = [each for each in json.loads(computers.export("desktop"))["entries"] if each.get("note") == "here"]
    assert [each["practitioner"] for each in sessions] == [differ[3]]


# Who merges whom: `d<l` merges the laptop into the desktop. At the end nobody has anything new for another.
_AS_HELP_SAYS = "d<l d<p l<d p<d"
_THREE_COMPUTERS = [
    _AS_HELP_SAYS,
    "d<l p<d l<p d<l p<l",
    "d<l l<p p<d d<p l<d p<l d<l",
    "p<d p<l d<p l<p",
    "d<l l<d p<l d<p l<p",
    "d<l p<l l<d l<p d<l p<d",
]
_NAMES = {"d": "desktop", "l": "laptop", "p": "phone"}


def _type_visit_on_each(computers: Computers, before: bytes) -> None:
    """One visit on all three, each with a value of its own; `before` is the file with which all begin."""
    for name, value in (("desktop", "--note here"), ("laptop", "--cost 85"), ("phone", "--points LI4")):
        computers.paths[name].write_bytes(before)
        computers.on(name, f"log 5 2 --for neck {value}")


@pytest.mark.parametrize("story", _THREE_COMPUTERS)
def test_a_visit_typed_on_three_computers_becomes_one(
    story: str, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever uids are the smaller ones.

    Where two computers joined the third one's visit with another each, one of the three is deleted while it has a value
    that nobody else knows. It stays deleted, as always, and the value is named. Merged into one
    first, as `help computers` advises, nothing is lost.
    """
    before = computers.paths["desktop"].read_bytes()
    for uids in permutations([UUID(int=1), UUID(int=2), UUID(int=3)]):
        monkeypatch.setattr("paintrack.commands._shared.sessions.session_saving.uuid4", iter(uids).__next__)
        _type_visit_on_each(computers, before)
        answers = [
            unwrapped(computers.merge(_NAMES[step[0]], _NAMES[step[2]], "--join-twins", "--yes").out)
            for step in story.split()
        ]
        exports = {computers.export(name) for name in _NAMES.values()}
        assert len(exports) == 1
        _, joined = json.loads(exports.pop())["entries"]
        lost = " ".join(answer for answer in answers if "stays deleted" in answer)
        assert not (lost and story == _AS_HELP_SAYS)
        assert joined["note"] == "here" or "never seen: note 'here'" in lost
        assert joined["points"] == ["LI4"] or "never seen: points LI4" in lost
        assert joined["cost"] == 8500


@pytest.mark.parametrize("joins", ["d<l p<l", "d<l p<d"])
def test_pairs_joined_apart_merge_alike_in_any_order(
    joins: str, computers: Computers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever uids are the smaller ones, and though a value stays with a session that is deleted."""
    before = computers.paths["desktop"].read_bytes()
    computers.paths["all three"] = computers.folder / "all three.db"
    for uids in permutations([UUID(int=1), UUID(int=2), UUID(int=3)]):
        monkeypatch.setattr("paintrack.commands._shared.sessions.session_saving.uuid4", iter(uids).__next__)
        _type_visit_on_each(computers, before)
        for step in joins.split():
            computers.merge(_NAMES[step[0]], _NAMES[step[2]], "--join-twins", "--yes")
        exports = set[str]()
        for first, second, third in permutations(_NAMES.values()):
            shutil.copy(computers.paths[first], computers.paths["all three"])
            computers.merge("all three", second)
            computers.merge("all three", third)
            exports.add(computers.export("all three"))
        assert len(exports) == 1

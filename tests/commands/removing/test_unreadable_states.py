"""undo and redo where the journal holds what paintrack did not write so: refused, and the file stays as it is."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.program import Paintrack, is_one_sentence, quoted, unwrapped

# A state out of the journal, as what a failing disk or a hand makes of it; bytes are a text that is no UTF-8.
Damage = Callable[[str], str | bytes | None]


def with_value(name: str, value: Any) -> Damage:
    return lambda former: json.dumps({**json.loads(former), name: value})


def without_value(name: str) -> Damage:
    return lambda former: json.dumps({key: value for key, value in json.loads(former).items() if key != name})


OF_ANY_STATE: dict[str, Damage] = {
    "empty": lambda _: "",
    "half of it": lambda former: former[: len(former) // 2],
    "no JSON": lambda _: "was it 7?",
    "an object without keys": lambda _: "{}",
    "a list": lambda former: f"[{former}]",
    "a number": lambda _: "7",
    "null": lambda _: "null",
    "deep": lambda _: "[" * 100_000,
    "no UTF-8": lambda former: former.encode().replace(b'"', b"\xff", 1),
}
OF_AN_ENTRY: dict[str, Damage] = {
    "another's uid": with_value("uid", "f" * 32),
    "no text as uid": with_value("uid", None),
    "another kind": with_value("kind", "note"),
    "an unknown kind": with_value("kind", "visit"),
    "a newer version": with_value("version", 99),
    "no time": without_value("at"),
    "a time without offset": with_value("at", "2026-07-06T14:02:00"),
    "a time that is null": with_value("at", None),
    "no instant": with_value("entered", "today"),
    "an instant that is null": with_value("entered", None),
    "money in words": with_value("cost", "much"),
    "money beyond all measure": with_value("cost", 10**30),
    "a list as note": with_value("note", ["fine"]),
    "an object as note": with_value("note", {"fine": True}),
    "half a letter as note": with_value("note", "\ud800"),
    "ratings that are none": with_value("ratings", 7),
    "a rating that is null": with_value("ratings", [None]),
    "a condition that is null": with_value("ratings", [{"condition": None}]),
    "a condition that is a list": with_value("ratings", [{"condition": ["neck"]}]),
    "a score off the scale": with_value("ratings", [{"condition": "neck", "before": 11}]),
    "a rating with more": with_value("ratings", [{"condition": "neck", "during": 7}]),
    "points in one text": with_value("points", "LI4"),
    "a point that is null": with_value("points", [None]),
    "stamps in a list": with_value("changed", ["rest"]),
    "values set aside in a list": with_value("set_aside", ["rating"]),
    "a value more": with_value("deleted", 7),
}
OF_A_SETTING: dict[str, Damage] = {
    "no value": without_value("value"),
    "a list as value": with_value("value", ["Ana"]),
}
LAST_STATES = "SELECT uid, former FROM change WHERE step = (SELECT max(id) FROM step) AND former IS NOT NULL"
# How the journal names a state, and what damages it.
ENTRY, SETTING, GONE = ("uid NOT LIKE '%:%'", "uid LIKE 'setting:%'", "uid LIKE 'gone:%'")
CHANGES = {
    "an edit": ("edit 1 --note there", ENTRY, OF_ANY_STATE | OF_AN_ENTRY),
    # No former state at all: the setting had no value, and the journal says so in JSON.
    "a setting": ("config set name Bea", SETTING, OF_ANY_STATE | OF_A_SETTING | {"NULL": lambda _: None}),
    "a merge of an entry": ("merge {}/other.db", ENTRY, OF_ANY_STATE | OF_AN_ENTRY),
    "a merge of a setting": ("merge {}/other.db", SETTING, OF_ANY_STATE | OF_A_SETTING),
    "a merge of what is gone": (
        "merge {}/other.db",
        GONE,
        OF_ANY_STATE | {"no kind": without_value("kind"), "another's uid": with_value("uid", "f" * 32)},
    ),
}


def spoil_journal(file: Path, condition: str, damage: Damage) -> None:
    """Damage each state of these names in the last step."""
    with closing(sqlite3.connect(file, isolation_level=None)) as plain:
        rows = plain.execute(f"{LAST_STATES} AND {condition}").fetchall()
        assert rows
        for uid, former in rows:
            damaged = damage(former)
            plain.execute(
                "UPDATE change SET former = CAST(? AS TEXT) WHERE uid = ? AND step = (SELECT max(id) FROM step)",
                (damaged.encode() if isinstance(damaged, str) else damaged, uid),
            )


def make_change(change: str, paintrack: Paintrack, folder: Path) -> None:
    """The change as the last step, after which undo and redo both find states of what it changed."""
    paintrack("log 7 3 --for neck --points LI4 --cost 85")
    paintrack("config set name Ana")
    paintrack(f"backup {quoted(folder)}/other.db")
    paintrack(f"log 6 2 --for neck --db {quoted(folder)}/other.db")
    paintrack(f"delete 2 --yes --db {quoted(folder)}/other.db")
    paintrack(f"purge 2 --yes --db {quoted(folder)}/other.db")
    paintrack(f"edit 1 --note there --db {quoted(folder)}/other.db")
    paintrack(f"config set name Bea --db {quoted(folder)}/other.db")
    assert paintrack(CHANGES[change][0].format(quoted(folder))).code == 0


def assert_refused(typed: str, paintrack: Paintrack, file: Path, damage: str = "") -> None:
    before = file.read_bytes()
    result = paintrack(typed)
    assert (result.code, result.out, file.read_bytes()) == (1, "", before), (damage, result)
    assert is_one_sentence(result.err), damage
    assert "cannot be read, so it was not" in result.err or "The file is damaged." in result.err, damage
    assert "Nothing was changed." in result.err, damage


def assert_each_damage_refused(change: str, words: Sequence[str], paintrack: Paintrack, file: Path) -> None:
    sound = file.read_bytes()
    _, condition, damages = CHANGES[change]
    for damage in damages:
        file.write_bytes(sound)
        spoil_journal(file, condition, damages[damage])
        for typed in words:
            assert_refused(typed, paintrack, file, damage)
    file.write_bytes(sound)
    assert paintrack(words[0]).code == 0


@pytest.mark.parametrize("change", [change for change, (_, condition, _) in CHANGES.items() if condition != GONE])
def test_it_is_not_taken_back(change: str, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    make_change(change, paintrack, tmp_path)
    words = ("undo", "undo --steps 1 --yes", "undo --steps 2 --yes", "undo --json")
    assert_each_damage_refused(change, words, paintrack, file)


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_not_put_back(change: str, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    make_change(change, paintrack, tmp_path)
    paintrack("undo")
    assert_each_damage_refused(change, ("redo", "redo --steps 1 --yes", "redo --json"), paintrack, file)


def test_of_several_steps_none_is_taken_back(paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    make_change("an edit", paintrack, tmp_path)
    spoil_journal(file, ENTRY, OF_ANY_STATE["no JSON"])
    paintrack("rate 4 --for neck")
    assert_refused("undo --steps 2 --yes", paintrack, file)
    assert paintrack("undo").code == 0
    assert_refused("undo", paintrack, file)


@pytest.mark.parametrize("damage", [OF_ANY_STATE["no JSON"], OF_AN_ENTRY["another's uid"], OF_AN_ENTRY["no time"]])
def test_file_tells_and_purge_mends(damage: Damage, paintrack: Paintrack, file: Path, tmp_path: Path) -> None:
    make_change("an edit", paintrack, tmp_path)
    paintrack(f"backup {quoted(tmp_path)}/sound.db")
    assert paintrack("file").code == 0
    spoil_journal(file, ENTRY, damage)
    screen = paintrack("file")
    assert (screen.code, screen.err) == (1, "1 problem with the file: see above.\n")
    words = unwrapped(screen.out)
    assert "Former versions that cannot be read: 1. Undo and redo stop there." in words
    assert "Remove what undo keeps, and the deleted entries: paintrack purge" in words
    assert paintrack("file --json").json["unreadable_states"] == 1
    paintrack(f"backup {quoted(tmp_path)}/damaged.db")
    assert paintrack(f"restore {quoted(tmp_path)}/damaged.db --yes").code == 0
    assert paintrack("purge --yes").code == 0
    assert (paintrack("file").code, paintrack("show 1 --json").json["note"]) == (0, "there")
    paintrack(f"backup {quoted(tmp_path)}/mended.db")
    for copy in ("sound", "damaged", "mended"):
        assert paintrack(f"restore {quoted(tmp_path)}/{quoted(copy)}.db --yes").code == 0

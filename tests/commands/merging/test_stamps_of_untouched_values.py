"""A command stamps only what was typed: whatever another computer changed before it, in another value, stands."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from paintrack.model.changes.change_stamps import all_values, change_stamp
from paintrack.model.values.moment import later_stamp
from tests.commands.merging.states_of_files import state_of, typed_values
from tests.commands.merging.two_computers import Computers
from tests.program import Clock, Paintrack, quoted

# What the laptop changes in session 1, by the name of the value, and how the value is found in its JSON.
ELSEWHERE = {
    "note": 'edit 1 --note "from the laptop"',
    "money": "edit 1 --cost 90",
    "points": "edit 1 --points LI4",
    "took": "edit 1 --took ibuprofen",
    "receipt": "edit 1 --receipt R-203",
    "technique": "edit 1 --technique cupping",
    "practitioner": "edit 1 --with Ito",
    "neck before": "edit 1 --for neck --before 9",
    "neck after": "edit 1 --for neck --after 8",
    "hip": "edit 1 --for hip --rename-for knee --new",
    "effect": "effect chest pain --session 1",
}
# What the desktop does after that: which of those values it names, and the groups of stamped values that it changes.
COMMANDS: dict[str, tuple[set[str], set[str]]] = {
    "edit 1 --note here": ({"note"}, {"note"}),
    "edit 1 --clear note": ({"note"}, {"note"}),
    "edit 1 --clear covered": ({"money"}, {"money"}),
    "edit 1 --cost 70": ({"money"}, {"money"}),
    "edit 1 --points ST36": ({"points"}, {"points"}),
    "edit 1 --at '2026-07-05 10:00'": (set(), {"when"}),
    "edit 1 --took aspirin": ({"took"}, {"took"}),
    "edit 1 --for neck --before 2": ({"neck before"}, {"rating"}),
    "edit 1 --for neck --rename-for shoulder --new": (set(), {"rating"}),
    "edit 1 --for neck --clear after": ({"neck after"}, {"rating"}),
    "effect bruise --session 1": (set(), {"side_effect"}),
    "after 4 --session 1 --for foot --technique manual": ({"technique"}, {"rating", "technique"}),
    "conditions rename neck shoulder --new": (set(), {"rating"}),
    "practitioners rename Wolf Ng --new": ({"practitioner"}, {"practitioner"}),
    "delete --for foot --yes": (set(), {"rating"}),
    "purge --for foot --yes": (set(), {"rating"}),
    "config set currency EUR": (set(), set()),
    "config set name Ana": (set(), set()),
}


@pytest.fixture
def computers(paintrack: Paintrack, clock: Clock, tmp_path: Path) -> Computers:
    """A session on both of which each value may still change, with a cost of which no currency is known."""
    computers = Computers(paintrack, clock, tmp_path)
    computers.on_once(
        "desktop",
        "before 7 --for neck --also hip=5 --also foot=6 --at '2026-07-06 13:00' --cost 60 --covered 10 --with Wolf",
        "after 3 --for neck --also hip=4",
        "edit 1 --note first --technique ear",
    )
    shutil.copy(computers.paths["desktop"], computers.paths["laptop"])
    return computers


def values_of(session: Mapping[str, Any]) -> dict[str, Any]:
    """The values of ELSEWHERE in the JSON of a session."""
    ratings = {each["condition"]: each for each in session["ratings"]}
    neck = ratings.get("neck") or ratings.get("shoulder") or {}
    return {
        "note": session["note"],
        "money": session["cost"],
        "points": session["points"],
        "took": session["took"],
        "receipt": session["receipt"],
        "technique": session["technique"],
        "practitioner": session["practitioner"],
        "neck before": neck.get("before"),
        "neck after": neck.get("after"),
        "hip": "knee" in ratings,
        "effect": [each["words"] for each in session["side_effects"] if each["words"] == "chest pain"],
    }


@pytest.mark.parametrize("then", [[], ["undo"], ["undo", "redo"]], ids=["done", "undone", "redone"])
@pytest.mark.parametrize("typed", COMMANDS)
def test_what_was_typed_elsewhere_before_it_stands(typed: str, then: list[str], computers: Computers) -> None:
    named, _ = COMMANDS[typed]
    computers.on_once("laptop", *ELSEWHERE.values())
    there = values_of(computers.session("laptop"))
    computers.on("desktop", typed, *(() if typed.startswith("purge") else then))
    computers.both_ways()
    for name in ("desktop", "laptop"):
        values = values_of(computers.session(name))
        assert {each: values[each] for each in values if each not in named} == {
            each: there[each] for each in there if each not in named
        }


@pytest.mark.parametrize("typed", COMMANDS)
def test_what_is_not_named_keeps_its_value_and_its_stamp(typed: str, computers: Computers) -> None:
    _, groups = COMMANDS[typed]
    path = computers.paths["desktop"]
    for each in (typed,) if typed.startswith("purge") else (typed, "undo", "redo"):
        (before,) = state_of(path).entries.values()
        values_before = all_values(before)
        computers.on("desktop", each)
        (after,) = state_of(path).entries.values()
        values = all_values(after)
        for name in values.keys() | values_before.keys():
            if name.partition("/")[0] in groups:
                continue
            value, value_before = values.get(name), values_before.get(name)
            assert typed_values(value) == typed_values(value_before)
            stamp, stamp_before = change_stamp(after, name), change_stamp(before, name)
            assert stamp == (stamp_before if value == value_before else later_stamp("", stamp_before))


def test_a_currency_that_came_in_goes_to_no_cost_but_a_typed_one(computers: Computers) -> None:
    """Nothing says in which currency the cost was paid, whatever a setting says since."""
    computers.on("phone", "config set currency CHF")
    computers.merge("desktop", "phone")
    computers.on("laptop", "edit 1 --cost 90")
    computers.on("desktop", "edit 1 --note here", "effect bruise --session 1")
    assert computers.session("desktop")["currency"] is None
    computers.both_ways()
    assert computers.session("desktop")["cost"] == 90
    computers.on("desktop", "edit 1 --cost 95")
    assert computers.session("desktop")["currency"] == "CHF"


def test_a_value_cleared_beside_a_currency_leaves_it_alone(computers: Computers, tmp_path: Path) -> None:
    """A file of another program may have a currency and no amount."""
    document = tmp_path / "one.json"
    record = json.loads(computers.export("desktop"))
    record["entries"][0] |= {"cost": None, "covered": None, "currency": "CHF", "uid": "f" * 32}
    document.write_text(json.dumps(record), encoding="utf-8")
    computers.on("desktop", f"import {quoted(document)}", "edit 2 --clear note")
    assert computers.session("desktop", 2)["currency"] == "CHF"

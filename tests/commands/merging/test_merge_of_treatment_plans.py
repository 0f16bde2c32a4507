"""merge where both computers made a plan for one condition, or changed the one that both had."""

import json
import re

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import unwrapped

pytestmark = pytest.mark.usefixtures("wide_terminal")


@pytest.fixture
def planned(computers: Computers) -> Computers:
    """Two computers with a plan each for the neck; that of the laptop is the later one."""
    computers.on("desktop", "plan set --for neck --sessions 5 --goal 3")
    computers.on("laptop", "plan set --for neck --sessions 8")
    return computers


@pytest.mark.parametrize(("into", "source"), [("desktop", "laptop"), ("laptop", "desktop")])
def test_two_plans_are_named_and_the_command_keeps_the_later(into: str, source: str, planned: Computers) -> None:
    dry = planned.merge(into, source, "--dry-run").out
    assert "2 plans would run for neck: " in dry
    assert "paintrack delete" not in dry
    answer = unwrapped(planned.merge(into, source).out)
    (command,) = re.findall(r"To keep the one changed last: paintrack .*?(delete c\d)", answer)
    assert re.search(r"2 plans are running for neck: c\d \(5 sessions, goal 3\) and c\d \(8 sessions\)\.", answer)
    planned.on(into, f"{command} --yes")
    planned.merge(source, into)
    assert planned.export("desktop") == planned.export("laptop")
    assert [plan["sessions"] for plan in planned.on(source, "plan --json").json] == [8]
    assert "plans are" not in planned.merge(into, source).out


def test_plans_of_other_conditions_or_that_ended_are_none(computers: Computers) -> None:
    computers.on("desktop", "plan set --for neck --sessions 5", "plan end --for neck")
    computers.on("laptop", "plan set --for neck --sessions 8", 'plan set --for "lower back" --sessions 8')
    assert computers.merge("desktop", "laptop", "--json").json["parallel_plans"] == []


def test_one_plan_that_both_changed_is_joined_and_named(computers: Computers) -> None:
    computers.on("desktop", "plan set --for neck --sessions 3")
    computers.merge("laptop", "desktop")
    computers.on("desktop", "plan set --for neck --sessions 5 --goal 3")
    computers.on("laptop", "plan set --for neck --sessions 8")
    assert "sessions: 5 here, 8 there. Kept: 8." in computers.merge("desktop", "laptop").out
    computers.merge("laptop", "desktop")
    assert computers.export("desktop") == computers.export("laptop")
    (plan,) = [each for each in json.loads(computers.export("laptop"))["entries"] if each["kind"] == "plan"]
    assert (plan["sessions"], plan["goal"]) == (8, 3)


@pytest.mark.parametrize("removal", ["purge c1 --yes", "purge --for neck --yes", "delete c1 --yes"])
def test_a_new_plan_takes_the_place_of_one_that_was_removed(removal: str, computers: Computers) -> None:
    computers.on("desktop", "plan set --for neck --sessions 5")
    computers.merge("laptop", "desktop")
    computers.on("desktop", removal, "plan set --for neck --sessions 8")
    assert computers.merge("laptop", "desktop", "--dry-run", "--json").json["parallel_plans"] == []
    assert computers.merge("laptop", "desktop", "--json").json["parallel_plans"] == []
    assert [plan["sessions"] for plan in computers.on("laptop", "plan --json").json] == [8]
    computers.merge("desktop", "laptop")
    assert computers.export("desktop") == computers.export("laptop")

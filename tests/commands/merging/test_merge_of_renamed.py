"""merge where one computer renamed a condition and the other went on with its old name."""

import re
import shlex

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import unwrapped

pytestmark = pytest.mark.usefixtures("wide_terminal")


@pytest.mark.parametrize(("into", "source"), [("desktop", "laptop"), ("laptop", "desktop")])
def test_the_old_name_is_named_with_the_command_that_joins(into: str, source: str, computers: Computers) -> None:
    computers.on("desktop", "conditions rename neck 'stiff neck'")
    computers.on("laptop", "log 5 4 --for neck --at '4 Jul 2026'")
    assert "neck is the old name of stiff neck; both would be recorded." in computers.merge(into, source, "-n").out
    answer = unwrapped(computers.merge(into, source).out)
    assert "neck is the old name of stiff neck; both are recorded now. To make them one: " in answer
    (command,) = re.findall(r'To make them one: paintrack .*?(conditions rename neck "stiff neck")', answer)
    # Once it is known it is not said again.
    computers.on("laptop", "note words")
    assert "old name" not in computers.merge(into, source).out
    computers.on(into, f"{command} --yes")
    names = {each["condition"] for each in computers.on(into, "conditions --json").json}
    assert shlex.split(command)[-1] in names
    assert "neck" not in names


def test_one_that_nobody_goes_on_with_is_not_named(computers: Computers) -> None:
    computers.on("desktop", "conditions rename neck 'stiff neck'")
    computers.on("laptop", "log 5 4 --for hip --at '4 Jul 2026'")
    merged = computers.merge("desktop", "laptop", "--json").json
    assert merged["old_names"] == []
    computers.on("laptop", "log 5 4 --for neck --at '3 Jul 2026'")
    assert computers.merge("desktop", "laptop", "--json").json["old_names"] == [["neck", "stiff neck"]]

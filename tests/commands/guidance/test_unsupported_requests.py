"""What people type for something that paintrack does not do: remind every day, go on until it is left."""

import pytest

from tests.program import Paintrack


def test_a_visit_is_called_off_where_there_is_one(paintrack: Paintrack) -> None:
    assert "Did you mean" not in paintrack("remind cancel").err
    paintrack("remind --next 'tomorrow 14:00'")
    assert paintrack("remind cancel").err.endswith("Did you mean: paintrack delete last-next-visit\n")
    assert paintrack("delete last-next-visit --yes").code == 0


@pytest.mark.parametrize(
    "typed", ["remind me every day", "remind daily", "remind --next 'each tue 9am'", "alarm daily"]
)
def test_nothing_reminds_every_day(typed: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert refused.code == 2
    assert "for every day, set an alarm on your phone. The next visit: paintrack remind --next" in refused.err


@pytest.mark.parametrize("typed", ["quit", "exit", "bye", ":q", "Logout"])
def test_nothing_has_to_be_left(typed: str, paintrack: Paintrack) -> None:
    refused = paintrack(typed)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "There is nothing to leave: each command ends by itself. All commands: paintrack --help\n"

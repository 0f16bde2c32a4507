"""A side effect behind `delete`: the line that takes it out of its session, and advice on a serious one first."""

import re

import pytest

from tests.program import Paintrack


@pytest.fixture
def visits(paintrack: Paintrack) -> Paintrack:
    """Two sessions, each with two side effects."""
    paintrack("log 7 3 --at 2026-07-01 --side-effect 'bruise, chest pain'")
    paintrack("log 7 3 --at 2026-07-02 --side-effect 'odd dreams'")
    paintrack("effect could not breathe")
    return paintrack


@pytest.mark.usefixtures("wide_terminal")
@pytest.mark.parametrize(
    ("typed", "session", "removed"),
    [
        ("1 chest pain", 1, "chest pain"),
        ("session 1 chest pain --yes", 1, "chest pain"),
        ("2 chest pain", 2, "could not breathe"),
        ("1 bruise", 1, "bruise"),
        ("1 blue mark --json", 1, "bruise"),
        ("2 od dreams", 2, "odd dreams"),
        ("chest pain", 1, "chest pain"),
        ("bruise", 1, "bruise"),
    ],
)
def test_it_leads_to_the_line_that_removes_it(typed: str, session: int, removed: str, visits: Paintrack) -> None:
    before = [each["words"] for each in visits(f"show {session} --json").json["side_effects"]]
    refused = visits(f"delete {typed}")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("THIS CAN BE AN EMERGENCY.") is ("chest" in typed)
    (line,) = re.findall(r"Did you mean: paintrack (.+?)(?: Nothing was changed\.)?$", refused.err, re.MULTILINE)
    assert visits(line).code == 0
    after = [each["words"] for each in visits(f"show {session} --json").json["side_effects"]]
    assert after == [each for each in before if each != removed]


@pytest.mark.parametrize("typed", ["1 dizzy", "9 bruise", "1 none", "dizzy", "r1 bruise"])
def test_what_no_session_has_leads_nowhere(typed: str, visits: Paintrack) -> None:
    refused = visits(f"delete {typed}")
    assert (refused.code > 0, "side-effect=" in refused.err) == (True, False)

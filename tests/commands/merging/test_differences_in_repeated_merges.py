"""merge names a difference once: what an earlier merge named is no news, unless that merge was undone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.merging.two_computers import Computers
from tests.program import quoted

pytestmark = pytest.mark.usefixtures("wide_terminal")


@pytest.fixture
def merged(computers: Computers) -> Computers:
    """Two computers with another note each; the desktop's file has merged the laptop's."""
    computers.on("desktop", "edit 1 --note here")
    computers.on("laptop", "edit 1 --note there")
    assert differences(computers, "desktop", "laptop") == 1
    return computers


def differences(computers: Computers, into: str, source: str, *options: str) -> int:
    return len(computers.merge(into, source, "--json", *options).json["differences"])


def test_a_merge_that_was_undone_is_news_again(merged: Computers) -> None:
    merged.on("desktop", "undo")
    assert differences(merged, "desktop", "laptop", "--dry-run") == 1
    assert differences(merged, "desktop", "laptop") == 1


def test_a_merge_undone_on_the_other_side_is_news_here(merged: Computers) -> None:
    merged.on("desktop", "undo")
    assert "note: 'there' here, 'here' there. Kept: 'there'." in merged.merge("laptop", "desktop").out


@pytest.mark.parametrize(("into", "source"), [("desktop", "laptop"), ("laptop", "desktop")])
def test_a_merge_that_was_redone_is_no_news(into: str, source: str, merged: Computers) -> None:
    merged.on("desktop", "undo", "redo", "edit 1 --note again")
    assert differences(merged, into, source) == 0


def test_it_is_named_until_both_have_merged(computers: Computers, tmp_path: Path) -> None:
    computers.on("laptop", "edit 1 --note there")
    computers.on("desktop", "edit 1 --note here")
    document = tmp_path / "laptop.json"
    for _ in range(2):
        document.write_text(computers.export("laptop"), encoding="utf-8")
        assert len(computers.on("desktop", f"merge {quoted(document)} --json").json["differences"]) == 1
        assert differences(computers, "desktop", "laptop") == 1
    assert differences(computers, "laptop", "desktop") == 1
    document.write_text(computers.export("laptop"), encoding="utf-8")
    assert computers.on("desktop", f"merge {quoted(document)} --json").json["differences"] == []
    assert (differences(computers, "desktop", "laptop"), differences(computers, "laptop", "desktop")) == (0, 0)


SPOILT = [
    "'[]'",
    "json_set(former, '$.ratings[0].condition', null)",
    "json_set(former, '$.ratings[0].before', 'seven')",
    "json_set(former, '$.ratings[0].key', 7)",
    "json_set(former, '$.changed', json('[1]'))",
    "json_set(former, '$.changed', json('{\"note\": 7}'))",
    "json_set(former, '$.edited', null, '$.entered', 7)",
    "json_set(former, '$.set_aside', json('{\"rating/0\": 7}'))",
    "json_set(former, '$.points', json('[[1], 2]'))",
    "json_set(former, '$.side_effects', json('[{}]'))",
    "json_set(former, '$.uid', null)",
    "json_set(former, '$.at', '2026')",
    "json_set(former, '$.kind', 'note')",
    "json_set(former, '$.version', 'one')",
]


@pytest.mark.parametrize("former", SPOILT)
def test_a_damaged_journal_here_hinders_no_merge(former: str, computers: Computers) -> None:
    computers.on("desktop", "edit 1 --note here", "edit 1 --for neck --after 2")
    computers.on("laptop", "edit 1 --note there", "edit 1 --for neck --after 1")
    with closing(sqlite3.connect(computers.paths["desktop"])) as plain, plain:
        plain.execute(" ".join(["UPDATE change SET former =", former, "WHERE former IS NOT NULL"]))
    assert differences(computers, "desktop", "laptop") == 2

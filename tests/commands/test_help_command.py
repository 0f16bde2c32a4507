"""The command `help` with a topic."""

import re
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from paintrack.views.help_topics import TOPICS
from paintrack.views.text_layout import width_of
from tests.program import Paintrack

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
LOOK = "Two scores a visit are enough. Look about once a month"


@pytest.mark.parametrize("word", TOPICS)
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_topic_is_short_and_fits(
    word: str, columns: int, paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    result = paintrack(f"help {word}")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert max(map(width_of, lines)) <= min(columns, 80)
    assert len(lines) <= 24 or columns == 40
    assert paintrack(["help", f" {word.upper()} "]).out == result.out
    assert not file.parent.exists()


def test_no_topic_is_a_command() -> None:
    assert not {*TOPICS} & {*COMMANDS}


def test_the_topics_are_listed(paintrack: Paintrack) -> None:
    listed = paintrack("help --plain").out
    assert [line.partition(":")[0] for line in listed.splitlines()] == [*TOPICS]
    assert all(f"help {word}" in COMMANDS["help"].help for word in TOPICS)


def test_an_unknown_topic_is_refused_with_the_list(paintrack: Paintrack) -> None:
    refused = paintrack("help the scales")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "There is no help on the scales. Topics: scale and numbers; commands: paintrack --help\n"


def test_the_same_is_said_of_looking_everywhere(paintrack: Paintrack) -> None:
    texts = (README, paintrack("help scale").out, paintrack("trend --explain").out)
    assert all(LOOK in " ".join(text.split()) for text in texts)


def test_the_shares_are_those_of_explain(paintrack: Paintrack) -> None:
    """Of 100 diaries in which nothing changes: 'going', 'probably', and both where people book on bad days."""
    explained = " ".join(paintrack("trend --explain").out.split())
    shares = re.search(r"in at most (\d+) of 100 diaries \((\d+) .*?in at most (\d+) \((\d+)\)", explained)
    topic = " ".join(paintrack("help numbers").out.split())
    said = re.search(r"at most (\d+) in 100; (\d+) .*?at most (\d+) in 100; (\d+)", topic)
    assert shares is not None
    assert said is not None
    assert shares.groups() == said.groups()

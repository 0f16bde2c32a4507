"""The command `help` with a topic."""

import re
from pathlib import Path

import pytest

from paintrack.cli import COMMANDS
from paintrack.storage.file.location import database_path
from paintrack.views.help.help_topics import TOPICS
from paintrack.views.text_layout import width_of
from tests.program import Clock, Paintrack, unwrapped

README = (Path(__file__).parents[4] / "README.md").read_text("utf-8")
LOOK = "Look about once a month"


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
    assert COMMANDS["help"].help == f"on {', '.join(TOPICS)}"


def test_an_unknown_topic_is_refused_with_the_list(paintrack: Paintrack) -> None:
    refused = paintrack("help the weather")
    assert (refused.code, refused.out) == (2, "")
    topics = "scale, dates, numbers, privacy, safety, files, computers and scripts"
    assert refused.err == f"There is no help on the weather. Topics: {topics}; commands: paintrack --help\n"


def test_the_same_is_said_of_looking_everywhere(paintrack: Paintrack) -> None:
    texts = (README, paintrack("help scale").out, paintrack("trend --explain").out)
    assert all(LOOK in unwrapped(text) for text in texts)


def test_the_shares_are_those_of_explain(paintrack: Paintrack) -> None:
    """Of 100 diaries in which nothing changes: 'going', 'probably', and both where people book on bad days."""
    explained = unwrapped(paintrack("trend --explain").out)
    shares = re.search(r"in at most (\d+) of 100 diaries \((\d+) .*?in at most (\d+) \((\d+)\)", explained)
    topic = unwrapped(paintrack("help numbers").out)
    stated_shares = re.search(r"at most (\d+) of 100, in (\d+) .*?at most (\d+) of 100, in (\d+)", topic)
    assert shares is not None
    assert stated_shares is not None
    assert shares.groups() == stated_shares.groups()


def test_safety_has_the_line_for_low_mood(paintrack: Paintrack) -> None:
    text = unwrapped(paintrack("help safety").out)
    assert "paintrack cannot respond; if you may harm yourself, call the emergency number or a crisis line now" in text


def test_every_form_of_a_date_that_is_named_is_understood(paintrack: Paintrack, clock: Clock) -> None:
    """And the ones that are said to be refused are refused."""
    clock.set("2026-11-25 16:00")
    at, since = paintrack("help dates").out.split("--since and --until")
    forms = re.compile(r"^- (.*)$", re.MULTILINE)
    for words, command in ((at, "rate 3 --at"), (since, "list --since")):
        for line in forms.findall(words):
            for quoted, bare in re.findall(r'"([^"]+)"|([\w:-]+)(?=,|$)', re.sub(r" \(.*?\)", "", line)):
                assert paintrack([*command.split(), quoted or bare]).code == 0, quoted or bare
    for refused in ("03/11/2026", "7", "24:00", "2026-12-01"):
        assert paintrack(["rate", "3", "--at", refused]).code == 2
    assert paintrack(["rate", "3", "--at", "2026-11-03 15:00+01:00"]).code == 0


def test_every_option_that_is_named_for_scripts_exists(paintrack: Paintrack) -> None:
    helps = "".join(paintrack([word, "--help"]).out for word in COMMANDS)
    for name in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", paintrack("help scripts").out):
        assert re.search(rf"(?<![\w-]){name}\b", helps), name


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_the_file_is_where_the_topic_says(platform: str, paintrack: Paintrack) -> None:
    home = Path.home()
    variables = {"LOCALAPPDATA": "%LOCALAPPDATA%"}
    path = str(database_path(None, variables, platform)).replace(str(home), "~")
    text = paintrack("help files").out.replace("\\", "/")
    assert path in text


def test_of_two_computers_it_says_whose_the_ids_are(paintrack: Paintrack) -> None:
    assert "Ids differ: r7 here may be r8 there." in unwrapped(paintrack("help computers").out)

"""Words that ask to take a side effect out, typed where one is recorded: they lead to the command that does it."""

import re

import pytest

from paintrack.model.symptoms.side_effect_kinds import OTHER, SIDE_EFFECT_KINDS, SideEffectKind
from tests.program import Paintrack

LISTED = [kind for kind in SIDE_EFFECT_KINDS.values() if kind is not OTHER]
VERBS = ["delete", "remove the", "undo", "Erase my", "cancel", "edit", "correct", "fix", "take out the", "get rid of"]


@pytest.fixture
def visits(paintrack: Paintrack, wide_terminal: None) -> Paintrack:
    """Two sessions with side effects."""
    paintrack("log 7 3 --at 2026-07-01 --side-effect 'dizzy, chest pain'")
    paintrack("log 6 3 --at 2026-07-02 --side-effect bruise --side-effect 'odd dreams'")
    return paintrack


def lines_in(text: str) -> list[str]:
    """The command lines that take out a side effect, without `paintrack`."""
    return re.findall(r"To take it out: paintrack (.+)$", text.replace(" Nothing saved.", ""), re.MULTILINE)


def words_of(paintrack: Paintrack, session: int) -> list[str]:
    """The words of the side effects of a session."""
    return [each["words"] for each in paintrack(f"show {session} --json").json["side_effects"]]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("effect", "session", "recorded"),
    [
        ("bruise", 2, "bruise"),
        ("blue mark", 2, "bruise"),
        ("chest pain", 1, "chest pain"),
        ("odd dreams", 2, "odd dreams"),
        ("dizzy", 1, "dizzy"),
    ],
)
def test_it_leads_to_the_line_that_takes_it_out(
    verb: str, effect: str, session: int, recorded: str, visits: Paintrack
) -> None:
    refused = visits(f"effect {verb} {effect}")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("THIS CAN BE AN EMERGENCY.") is (effect == "chest pain")
    (line,) = lines_in(refused.err)
    assert visits(line).code == 0
    assert recorded not in words_of(visits, session)


@pytest.mark.parametrize(
    "typed",
    [
        "bruise was a mistake",
        "wrong bruise",
        "bruise delete",
        "delete session 2 bruise",
        "delete 2 bruise",
        "not bruise",
    ],
)
@pytest.mark.parametrize("command", ["effect", "edit 2 --side-effect"])
def test_it_is_understood_in_any_words(typed: str, command: str, visits: Paintrack) -> None:
    before = words_of(visits, 2)
    if command != "effect" and "2" in typed:
        typed = "delete bruise"
    answer = visits([*command.split(), typed])
    (line,) = lines_in(answer.err)
    assert (words_of(visits, 2), line) == (before, "edit 2 --clear side-effect=bruise")


@pytest.mark.parametrize("command", ["log 5 2 --side-effect", "before 5 --side-effect", "edit 1 --side-effect"])
def test_no_option_takes_it_as_a_side_effect(command: str, visits: Paintrack) -> None:
    assert visits([*command.split(), "delete bruise"]).code == 2
    assert visits("list --json").out.count("delete") == 0


@pytest.mark.parametrize("typed", ["delete", "remove last", "delete 2", "delete session 2"])
def test_without_a_name_each_of_the_session_is_led_to(typed: str, visits: Paintrack) -> None:
    assert len(lines_in(visits(f"effect {typed}").err)) == 2


@pytest.mark.parametrize("word", ["undo", "redo", "list", "status", "help", "show"])
def test_a_command_is_no_side_effect(word: str, visits: Paintrack) -> None:
    refused = visits(f"effect {word}")
    assert (refused.code, f"Did you mean: paintrack {word}" in refused.err) == (2, True)


@pytest.mark.parametrize("kind", LISTED, ids=lambda kind: kind.key)
def test_none_that_is_recorded_is_said(kind: SideEffectKind, paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3")
    refused = paintrack(["effect", "delete", kind.short])
    assert (refused.code, "None is recorded" in refused.err) == (2, True)


@pytest.mark.parametrize(
    "typed",
    [
        "clear blister",
        "not dizzy but sick",
        "never dizzy before",
        "update on my knee",
        "removal of a tick",
        "dropped foot",
    ],
)
def test_what_only_sounds_like_it_is_saved(typed: str, visits: Paintrack) -> None:
    assert visits(["effect", typed]).out.startswith("Saved with session 2: ")


def test_as_it_stands_it_is_saved(visits: Paintrack) -> None:
    refused = visits("effect delete bruise")
    line = refused.err.partition("To save it as it stands: paintrack ")[2].replace(" Nothing saved.", "").strip()
    assert visits(line).code == 0
    assert words_of(visits, 2)[-1] == "delete bruise"


def test_a_new_diary_has_nothing_to_take_out(paintrack: Paintrack, wide_terminal: None) -> None:
    assert paintrack(["log", "7", "3", "--side-effect", "delete bruise"]).code in (1, 2)

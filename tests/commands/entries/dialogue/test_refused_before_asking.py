"""What a command refuses anyway is refused before it asks for the score: nothing is typed in vain."""

from tests.program import AtTerminal, Paintrack

# Each with the answers to the questions that come before the one for the score, and with words of the refusal. Session
# 1 rates neck, and session 2, the open one, lower back.
REFUSED = [
    ("rate --for 'neck, toe'", "n", "one condition or 2"),
    ("log --for 'neck, toe'", "n", "one condition or 2"),
    ("before --for 'neck, toe'", "n", "one condition or 2"),
    ("after --for 'neck, toe'", "n", "one condition or 2"),
    ("rate --for 7", "n", "7 is a number"),
    ("before --with 7", "n", "7 is a number"),
    ("log --for neck --at 03/11/2026", "", "two ways"),
    ("rate --at 03/11/2026", "", "two ways"),
    ("log --cost abc", "", "an amount"),
    ("log --side-effect LI4", "", "is an acupuncture point"),
    ("log --for neck --also neck=6:3", "", "rated twice"),
    ("rate --took ''", "", "is empty"),
    ("before --for 'lower back'", "", "has lower back already"),
    ("before --note x", "", "has lower back already"),
    ("after --for neck", "", "no score on arrival for neck"),
    ("after --session 1", "", "waits for no score"),
    ("after --session 1 --note x", "", "waits for no score"),
    ("effect --outcome ''", "", "is empty"),
]


def test_nothing_is_asked_in_vain(at_terminal: AtTerminal, paintrack: Paintrack, wide_terminal: None) -> None:
    paintrack("log 7 3 --for neck --at 2026-06-01")
    paintrack("before 7 --for 'lower back'")
    for command, answer, words in REFUSED:
        refused = at_terminal(command, *([answer] if answer else []))
        assert (refused.code, words in refused.err) == (2, True), (command, refused.err)
        assert "Score" not in refused.err, command
    assert [paintrack("undo --yes").code for _ in range(3)] == [0, 0, 1]


def test_of_several_open_scores_one_is_named_first(at_terminal: AtTerminal, wide_terminal: None) -> None:
    at_terminal("before 7 --for neck --also migraine=3")
    refused = at_terminal("after --note x")
    assert refused.code == 2
    assert "paintrack after SCORE --for neck\n" in refused.err
    assert "paintrack after SCORE --also migraine=SCORE" in refused.err


def test_the_question_for_a_late_score_has_one_comma(at_terminal: AtTerminal, paintrack: Paintrack) -> None:
    paintrack("before 7 --for neck --also migraine=3 --at 2026-06-01")
    assert " 2026, 0 to 10" in at_terminal("after --session 1", "1", "3", "", "", "").err
    assert " 2026, for migraine, 0 to 10" in at_terminal("after --session 1", "3", "", "", "").err

"""The engine of questions: answers in turn, checked at once, and one question back."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintrack.commands._shared.terminal.console import BACK, Console
from paintrack.commands._shared.terminal.dialogue import DialogueQuestion, ask_in_turn
from paintrack.errors import StoppedError, UsageError
from paintrack.model.values.score import parse_score


def a_score(typed: str) -> str:
    """The score as typed. Raises UsageError for what is none."""
    parse_score(typed)
    return typed


QUESTIONS = [
    DialogueQuestion("arrival", "On arrival", a_score, is_hidden=True),
    DialogueQuestion("leaving", "On leaving", a_score),
    DialogueQuestion("note", "Note", str),
]


class Typist(Console):
    """A console at which these answers are typed; when they run out, the input has ended."""

    def __init__(self, typed: Sequence[str]) -> None:
        super().__init__()
        self.rest: Iterator[str] = iter(typed)
        self.prompts: list[str] = []
        self.enters: list[str] = []
        self.sentences: list[str] = []
        self.hidden: list[str] = []

    def ask(self, question: str, *, enter: str = "", advise: Callable[[str], None] | None = None) -> str:
        """The next answer."""
        assert advise is None
        self.prompts.append(question)
        self.enters.append(enter)
        try:
            return next(self.rest)
        except StopIteration:
            raise StoppedError("Stopped.") from None

    def warn(self, text: str, *, paths: Sequence[str] = ()) -> None:
        """Keep the sentence."""
        assert not paths
        self.sentences.append(text)

    def hide_answer(self, question: str, typed: str, *, enter: str = "") -> None:
        """Keep what is hidden."""
        assert (question, enter) == (self.prompts[-1], self.enters[-1])
        self.hidden.append(typed)


def test_answers_come_by_the_name_of_their_question() -> None:
    assert ask_in_turn(Typist(["7", "3", ""]), QUESTIONS) == {"arrival": "7", "leaving": "3", "note": ""}


def test_a_bad_answer_is_refused_and_asked_again() -> None:
    console = Typist(["11", "7", "3", "x"])
    assert ask_in_turn(console, QUESTIONS)["arrival"] == "7"
    assert console.prompts[:2] == ["On arrival", "On arrival"]
    assert any("You typed 11." in sentence for sentence in console.sentences)


def test_only_a_right_answer_is_hidden() -> None:
    console = Typist(["11", "7", "3", ""])
    ask_in_turn(console, QUESTIONS)
    assert console.hidden == ["7"]


def test_back_at_the_first_question_stays_there() -> None:
    console = Typist([BACK, "7", "3", ""])
    assert ask_in_turn(console, QUESTIONS)["arrival"] == "7"
    assert "This is the first question." in console.sentences


def test_each_step_back_is_one_question() -> None:
    console = Typist(["7", "3", BACK, BACK, "6", "2", "x"])
    assert ask_in_turn(console, QUESTIONS) == {"arrival": "6", "leaving": "2", "note": "x"}
    assert console.prompts == [
        "On arrival", "On leaving", "Note", "On leaving", "On arrival", "On leaving", "Note",
    ]  # fmt: skip


def test_enter_keeps_what_was_answered_before_the_step_back() -> None:
    console = Typist(["7", "3", BACK, BACK, "", "", "x"])
    assert ask_in_turn(console, QUESTIONS) == {"arrival": "7", "leaving": "3", "note": "x"}
    assert console.enters == ["", "", "", "keep", "keep", "keep", ""]


def test_what_was_skipped_is_not_kept() -> None:
    console = Typist(["", BACK, "x", "3"])
    ask_in_turn(
        console, [DialogueQuestion("note", "Note", str, "skip"), DialogueQuestion("leaving", "On leaving", a_score)]
    )
    assert console.enters == ["skip", "", "skip", ""]


def test_the_end_of_input_stops_it() -> None:
    with pytest.raises(StoppedError):
        ask_in_turn(Typist(["7"]), QUESTIONS)


ANSWERS = st.one_of(st.just(BACK), st.just("11"), st.sampled_from(["0", "3", "7.5", "10"]), st.just(""))


def final_answers(typed: Sequence[str]) -> list[str]:
    """The answers that are left of what is typed, worked out in another way: as a list that `<` cuts in two."""
    left: list[str] = []
    ahead: list[str] = []
    for each in typed:
        if len(left) == len(QUESTIONS):
            break
        if each == BACK:
            ahead[:0] = left[-1:]
            del left[-1:]
        elif not each and any(ahead[:1]):
            left.append(ahead.pop(0))
        elif len(left) == len(QUESTIONS) - 1 or each not in ("", "11"):
            left.append(each)
            del ahead[:1]
    return left


@given(st.lists(ANSWERS, max_size=30))
def test_going_back_ends_as_typing_the_last_answers(typed: list[str]) -> None:
    typed += ["1", "2", "3"]
    straight = final_answers(typed)
    assert ask_in_turn(Typist(typed), QUESTIONS) == ask_in_turn(Typist(straight), QUESTIONS)


def test_a_refused_answer_of_several_is_not_an_answer() -> None:
    def never(typed: str) -> str:
        raise UsageError(f"No: {typed}.")

    with pytest.raises(StoppedError):
        ask_in_turn(Typist(["a", "b"]), [DialogueQuestion("name", "Name", never)])


@pytest.mark.parametrize(("columns", "rows"), [(0, 1), (80, 1), (20, 2)])
def test_what_is_hidden_is_taken_off_whole(
    columns: int, rows: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "fileno", lambda: 2, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    Console().hide_answer("Score on arrival", "7", enter="skip")
    shown = capsys.readouterr().err
    assert shown.startswith(f"\x1b[{rows}F\x1b[JScore on arrival (Enter: skip): (hidden)\n")
    assert " ".join(shown.splitlines()[1:]) == "Hidden, so that it does not sway your next score."


@pytest.mark.parametrize("variable", ["dumb", ""])
def test_nothing_is_taken_off_where_that_cannot_be_done(
    variable: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", variable)
    Console().hide_answer("Score on arrival", "7")
    assert capsys.readouterr().err == ""

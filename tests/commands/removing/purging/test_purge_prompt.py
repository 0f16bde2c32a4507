"""The word that a purge asks for on a terminal."""

from pathlib import Path

import pytest

from paintrack.commands._shared.terminal.console import Console
from paintrack.errors import StoppedError
from tests.program import Paintrack, unwrapped


@pytest.mark.parametrize(
    ("answers", "code"), [(["purge", "PURGE"], 0), (["Purge", "purge"], 1), (["purge", ""], 1), (["y"], 1)]
)
def test_small_letters_are_asked_about_once(
    answers: list[str], code: int, paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("note SECRET")
    questions: list[str] = []

    def ask(_: Console, question: str) -> str:
        questions.append(question)
        return answers[len(questions) - 1]

    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "ask", ask)
    before = file.read_bytes()
    result = paintrack("purge n1")
    assert result.code == code
    assert questions == ["Type PURGE to go on"] * len(answers)
    assert result.err.count("Nothing is removed yet: use capitals.") == len(answers) - 1
    assert (file.read_bytes() == before) == (code == 1)


@pytest.mark.parametrize(("word", "code"), [("PURGE", 0), ("purge", 1), ("y", 1), ("", 1)])
def test_on_a_terminal_the_word_is_typed(
    word: str, code: int, paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("note SECRET")
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "ask", lambda *_: word)
    before = file.read_bytes()
    # --yes is for scripts.
    result = paintrack("purge n1 --yes")
    assert result.code == code
    assert "To be removed for good: 1 note." in result.err
    assert "Not deleted yet: 1 entry." in result.err
    assert (file.read_bytes() == before) == (code == 1)


def test_stopped_at_the_backups_it_says_what_is_left(
    paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("note SECRET")
    paintrack("backup")

    def stop(*_: object, **__: object) -> bool:
        raise StoppedError("")

    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "ask", lambda *_: "PURGE")
    monkeypatch.setattr(Console, "confirm", stop)
    result = paintrack("purge n1")
    assert result.code == 130
    sentence = unwrapped(result.err)
    assert sentence.endswith(
        "Your own file is purged; the backup is still there. Remove with: paintrack purge n1 --remove-backups"
    )
    assert "It is saved" not in sentence
    assert b"SECRET" not in file.read_bytes()


@pytest.mark.parametrize("typed", ["purge n1 --remove-backups", "purge n1 --remove-backups --yes"])
@pytest.mark.parametrize(("answers", "is_removed"), [(["purge", "PURGE"], True), (["PURGE"], True), (["y"], False)])
def test_backups_of_an_earlier_purge_need_the_word(
    answers: list[str], is_removed: bool, typed: str, paintrack: Paintrack, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paintrack("note SECRET")
    paintrack("backup")
    assert paintrack("purge n1 --yes").code == 0
    left = [*answers]
    monkeypatch.setattr(Console, "may_ask", True)
    monkeypatch.setattr(Console, "ask", lambda *_: left.pop(0))
    result = paintrack(typed)
    assert (result.code, left) == (0, [])
    holding = [each for each in (file.parent / "backups").iterdir() if b"SECRET" in each.read_bytes()]
    assert (holding == []) == is_removed


def test_backups_of_an_earlier_purge_need_yes_off_a_terminal(paintrack: Paintrack, file: Path) -> None:
    paintrack("note SECRET")
    paintrack("backup")
    paintrack("purge n1 --yes")
    refused = paintrack("purge n1 --remove-backups")
    assert refused.code == 2
    assert refused.err.endswith("1 backup not removed: confirm with --yes.\n")
    assert len([*(file.parent / "backups").iterdir()]) == 2
    assert paintrack("purge n1 --remove-backups --yes").code == 0
    assert len([*(file.parent / "backups").iterdir()]) == 1


def test_the_help_of_yes_is_true(paintrack: Paintrack) -> None:
    """On a terminal the word is asked for with --yes, too."""
    text = unwrapped(paintrack("purge --help").out)
    assert "Confirm in a script; on a terminal PURGE must be typed all the same." in text
    assert "Confirm without being asked" not in text

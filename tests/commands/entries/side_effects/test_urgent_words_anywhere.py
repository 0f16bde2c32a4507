"""Urgent words are answered in any place: on a command line that is refused, and at any question."""

import re
from importlib import import_module

import pytest

from paintrack.cli import COMMANDS
from paintrack.commands._shared.guidance.urgent_advice_on_refused_lines import SILENT_OPTIONS
from paintrack.commands._shared.typer_invocation import build_command
from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from tests.program import ROOT, AtTerminal, Paintrack, Result, TypeHistory, unwrapped

WORDS = "I cannot breathe"
ADVICE = SIDE_EFFECT_KINDS["chest_pain_breathless"].advice
# Each command with every option that takes a value, but those of files and searches.
OPTIONS = {
    word: [
        option.opts[0]
        for option in build_command(word, import_module(f"paintrack.commands.{command.module}").run).params
        if option.opts[0].startswith("--") and not getattr(option, "is_flag", False)
    ]
    for word, command in COMMANDS.items()
}
AT_QUESTIONS = [
    "log", "before", "after", "rate", "effect", "note", "question", "peg", "overall", "delete 1", "purge",
    "log 7 3 --for bakc", "rate 3", "undo --steps 2",
]  # fmt: skip


@pytest.fixture
def diary(paintrack: Paintrack, type_history: TypeHistory) -> Paintrack:
    """A diary with an open session and something to undo."""
    type_history("note 'a change to purge'", "delete n1 --yes", "before 7 --for back")
    return paintrack


def is_answered_first(result: Result) -> bool:
    err = unwrapped(result.err)
    return err.startswith(ADVICE) and err.count(ADVICE) == 1


@pytest.mark.parametrize("word", COMMANDS)
def test_urgent_words_on_a_refused_line_are_answered(word: str, diary: Paintrack) -> None:
    lines = [[word, WORDS, "--bogus"], [word, "3", *WORDS.split(), "--bogus"]]
    # Behind an option without quotation marks, its value is the first word alone.
    lines += [[word, "--bogus", option, *WORDS.split()] for option in OPTIONS[word] if option not in SILENT_OPTIONS]
    assert [line for line in lines if not is_answered_first(diary(line))] == []


@pytest.mark.parametrize(
    "typed",
    [
        *(
            [word, WORDS]
            for word in ("list", "trend", "summary", "costs", "compare", "status", "show", "export", "help")
        ),
        *([word, WORDS] for word in ("delete", "undo", "redo", "points", "config", "conditions", "merge", "demo")),
        ["before", "7", "--at", WORDS],
        ["list", "--for", WORDS],
        ["trend", "--since", WORDS],
        ["log", "7", "3", "--cost", WORDS],
        ["--quiet", "list", WORDS],
    ],
    ids=" ".join,
)
def test_urgent_words_alone_are_answered(typed: list[str], diary: Paintrack) -> None:
    assert is_answered_first(diary(typed))


@pytest.mark.parametrize(
    "typed",
    [
        ["list", "--for", "Chest pain", "--since", "soon"],
        ["list", "--grep", "chest pain", "--since", "soon"],
        ["export", "chest pain.txt"],
        ["config", "set", "before-needling", "had a stroke", "--bogus"],
    ],
    ids=" ".join,
)
def test_names_files_searches_and_settings_are_no_news(typed: list[str], diary: Paintrack) -> None:
    assert diary("rate 5 --for 'chest pain'").code == 0
    result = diary(typed)
    assert result.code != 0
    assert "emergency" not in result.err


@pytest.mark.parametrize("command", AT_QUESTIONS)
def test_urgent_words_at_a_question_are_answered(command: str, diary: Paintrack, at_terminal: AtTerminal) -> None:
    assert unwrapped(at_terminal(command, WORDS).err).count(ADVICE) == 1


def test_all_answers_are_read_in_one_place() -> None:
    """Besides, a passphrase, which is nobody's business, the text of a note, which is looked at, and imported files."""
    readers = {
        path.name
        for path in (ROOT / "paintrack").rglob("*.py")
        if re.search(r"stdin\.(?:read|buffer)|\bgetpass\b|(?<![\w.])input\(", path.read_text(encoding="utf-8"))
    }
    assert readers == {"console.py", "parsing.py", "file_or_standard_input.py", "passphrase.py"}

"""The front door: the table of commands, the one that was typed, the one place where errors become sentences."""

import contextlib
import io
import itertools
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from paintrack import __version__
from paintrack.commands._shared.streams import advise, answer, talk, terminal_width, typed_texts
from paintrack.errors import AnswerLostError, PaintrackError, StoppedError, UsageError
from paintrack.model.text import visible
from paintrack.views.text_layout import fill, width_of


class Command(NamedTuple):
    """A word that the patient types: the module in `commands`, one line of help, whether it saves something."""

    word: str
    module: str
    help: str
    saves: bool = False


EVERY_DAY = ("before", "after", "log", "rate", "note", "list", "trend", "summary")
COMMANDS = {
    command.word: command
    for command in (
        Command("before", "before", "the score on arrival; opens a session", saves=True),
        Command("after", "after", "the score on leaving; completes it", saves=True),
        Command("log", "log", "a whole session in one go", saves=True),
        Command("rate", "rate", "how it is now, between sessions", saves=True),
        Command("effect", "effect", "a side effect noticed later", saves=True),
        Command("note", "note", "a change worth knowing, for your page", saves=True),
        Command("question", "question", "something to ask next time", saves=True),
        Command("peg", "peg", "function in everyday life, past week", saves=True),
        Command("plan", "plan", "the course and its goal", saves=True),
        Command("edit", "edit", "correct an entry", saves=True),
        Command("delete", "delete", "remove an entry", saves=True),
        Command("undo", "undo", "take the last change back", saves=True),
        Command("redo", "redo", "put back what undo took", saves=True),
        Command("status", "status", "what is open, the last session"),
        Command("list", "list", "the history as a table"),
        Command("show", "show", "one entry in full"),
        Command("trend", "trend", "the picture, and what the numbers say"),
        Command("summary", "summary", "the page for the appointment"),
        Command("costs", "costs", "paid, covered, out of pocket"),
        Command("compare", "compare", "relief by condition, point, technique, practitioner"),
        Command("export", "export", "the history as CSV, JSON or FHIR"),
        Command("import", "import_", "take in CSV, anyone's or our own, and JSON", saves=True),
        Command("config", "config", "name, currency, paper", saves=True),
        Command("demo", "demo", "a sample course; touches nothing of yours"),
    )
}
# Options that mean the same everywhere; they may also stand before the word.
_EVERYWHERE = {"--quiet", "-q", "--plain", "--ascii", "--no-input"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that was typed; the exit code: 0 done, 1 data or file, 2 command line, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A character that the locale cannot print must not cost the answer.
            stream.reconfigure(errors="replace")
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except PaintrackError as error:
        return _told(error)
    except KeyboardInterrupt:
        return _told(StoppedError("Interrupted. What was not acknowledged is not saved."))
    except Exception as error:
        if os.environ.get("PAINTRACK_DEBUG"):
            raise
        # Its text is left out: it may hold what the patient wrote.
        mistake = f"This is a mistake in paintrack ({type(error).__name__}); what was not acknowledged is not saved."
        return _told(PaintrackError(f"{mistake} To see more: PAINTRACK_DEBUG=1 paintrack ..."))


def _run(typed: list[str]) -> int:
    options, word, rest = _parted(typed)
    if word in ("--version", "-V"):
        return _answered(f"paintrack {__version__}")
    if word in ("--help", "-h") or (word == "help" and not rest):
        return _answered(root_help())
    if word == "help":
        word, rest = rest[0], ["--help"]
    command = COMMANDS.get(word or "status")
    if command is None:
        advise(typed_texts(typed))
        raise UsageError(_unknown(word))
    from paintrack.commands._shared.invoke import invoke

    run = import_module(f"paintrack.commands.{command.module}").run
    return invoke(command.word, run, [*options, *rest], saves=command.saves)


def _parted(typed: list[str]) -> tuple[list[str], str, list[str]]:
    """The options before the word, the word (empty when there is none), what follows it."""
    options: list[str] = []
    rest = iter(typed)
    for each in rest:
        if each in _EVERYWHERE or each.startswith("--db="):
            options.append(each)
        elif each == "--db":
            options += [each, *itertools.islice(rest, 1)]
        else:
            return options, each, [*rest]
    return options, "", []


def _unknown(word: str) -> str:
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=2, cutoff=0.6)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"There is no command {word}.{meant} All commands: paintrack --help"


def root_help() -> str:
    """The help of paintrack itself, from the table: everyday words first."""
    lines = ["Usage: paintrack COMMAND ...     Help on one: paintrack COMMAND --help", ""]
    lines += ["A private diary of scores before and after each acupuncture session."]
    more = [word for word in COMMANDS if word not in EVERY_DAY]
    for title, words in (("Every day", EVERY_DAY), ("More", more)):
        lines += ["", f"{title}:", *(f"  {word:<9} {COMMANDS[word].help}" for word in words)]
    lines += [
        "",
        "First steps: paintrack before 7, an hour later paintrack after 3",
        "A sample course: paintrack demo",
    ]
    return "\n".join(lines)


def _answered(text: str) -> int:
    answer(text)
    return 0


def _told(error: PaintrackError) -> int:
    if isinstance(error, AnswerLostError):
        _forget_output()
        if not error.told:
            return error.exit_code
    # The words typed may hold what steers a terminal.
    lines, width = visible(str(error)).split("\n"), terminal_width(sys.stderr)
    talk("\n".join(line if width_of(line) <= width else fill(line, width, whole_words=True) for line in lines))
    return error.exit_code


def _forget_output() -> None:
    """Point standard output at nothing, so that Python does not fail once more when it closes it."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)

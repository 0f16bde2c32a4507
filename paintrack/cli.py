"""The command line: the table of commands, running the one that was typed, and errors as sentences."""

import contextlib
import io
import itertools
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from paintrack import ISSUES_URL, __version__
from paintrack.commands._shared.terminal.db_option_in_shown_commands import name_file, with_named_file
from paintrack.commands._shared.terminal.stream_output import (
    UNPRINTABLE,
    screen_width,
    terminal_width,
    write_error,
    write_result,
)
from paintrack.commands._shared.urgent_advice import forget_shown_advice, show_urgent_advice, texts_in
from paintrack.errors import (
    FileExistsAlreadyError,
    InternalError,
    MisplacedWordsError,
    NotFoundError,
    OutputLostError,
    PaintrackError,
    StoppedAfterScoresError,
    StoppedError,
    UnknownCommandError,
    UsageError,
)
from paintrack.model.displayed_text import visible, without_isolates
from paintrack.views.text_layout import fill, fill_lines, pack
from paintrack.write_state import WriteState, current_state, note_write


class Command(NamedTuple):
    """A command: the word that the patient types, its module in `commands`, and one line of help.

    `failure` is what to say if the command fails before anything is saved; empty for a command that saves nothing.
    """

    word: str
    module: str
    help: str
    failure: str = ""


_NOTHING_SAVED, _NOTHING_CHANGED = "Nothing saved.", "Nothing was changed."


# First in the help, in this order.
EVERY_DAY = ("before", "after", "log", "rate", "note", "list", "trend", "summary")
COMMANDS = {
    command.word: command
    for command in (
        Command("before", "before", "score on arrival; opens a session", failure=_NOTHING_SAVED),
        Command("after", "after", "score on leaving; completes the session", failure=_NOTHING_SAVED),
        Command("log", "log", "a whole session in one command", failure=_NOTHING_SAVED),
        Command("rate", "rate", "a score between sessions", failure=_NOTHING_SAVED),
        Command("effect", "effect", "a side effect noticed later", failure=_NOTHING_SAVED),
        Command("note", "note", "a change worth knowing, for your page", failure=_NOTHING_SAVED),
        Command("question", "question", "something to ask next time", failure=_NOTHING_SAVED),
        Command("peg", "peg", "pain, enjoyment of life and activity, past week", failure=_NOTHING_SAVED),
        Command("overall", "overall", "the change as a whole, in seven steps", failure=_NOTHING_SAVED),
        Command("plan", "plan", "the course and its goal", failure=_NOTHING_SAVED),
        Command("edit", "edit", "correct an entry", failure=_NOTHING_SAVED),
        Command("delete", "delete", "delete entries, or all of a condition", failure=_NOTHING_CHANGED),
        Command("undo", "undo", "take back the last change", failure=_NOTHING_CHANGED),
        Command("redo", "redo", "redo what undo took back", failure=_NOTHING_CHANGED),
        Command("status", "status", "open sessions, the last session, the plan"),
        Command("list", "list", "the history as a table"),
        Command("show", "show", "one entry in full, or a point"),
        Command("trend", "trend", "a chart, and what the numbers say"),
        Command("summary", "summary", "the page for the appointment"),
        Command("costs", "costs", "what you paid; the visits for an insurer"),
        Command("compare", "compare", "relief by condition, point, technique, practitioner"),
        Command("export", "export", "the history as CSV, JSON or FHIR"),
        Command("import", "import_", "the entries of a CSV (ours or your own sheet) or JSON", failure=_NOTHING_SAVED),
        Command("backup", "backup", "a checked copy of your file"),
        Command("restore", "restore", "a backup in the place of your file", failure=_NOTHING_CHANGED),
        Command("merge", "merge", "the file of another computer into yours", failure=_NOTHING_CHANGED),
        Command("file", "file", "where your file is and whether it is sound"),
        Command("purge", "purge", "remove for good what was deleted", failure=_NOTHING_CHANGED),
        Command("remind", "remind", "the next visit, and a calendar file for it", failure=_NOTHING_SAVED),
        Command("conditions", "conditions", "your conditions: list, rename, join two", failure=_NOTHING_CHANGED),
        Command(
            "practitioners", "practitioners", "your practitioners: list, rename, join two", failure=_NOTHING_CHANGED
        ),
        Command(
            "config",
            "config",
            "name, what matters before needling, currency, paper, screen",
            failure=_NOTHING_SAVED,
        ),
        Command("points", "points", "your acupuncture points, or one looked up: points ST36"),
        Command("help", "help", "on scale, dates, numbers, privacy, safety, files, computers, scripts"),
        Command("demo", "demo", "a sample course; your own file is not touched"),
        Command("completion", "completion", "the Tab key completes commands, names and ids", failure=_NOTHING_CHANGED),
    )
}
_MODULES = {word: command.module for word, command in COMMANDS.items()}
# Options that mean the same everywhere; they may also stand before the word.
_COMMON_FLAGS = {
    "--quiet", "-q", "--plain", "--no-plain", "--ascii", "--no-ascii", "--no-color", "--no-input", "--json", "--yes",
    "-y", "--dry-run", "-n", "--force",
}  # fmt: skip
_COMMON_OPTIONS = ("--db", "--output", "-o")
_HELP = ("help", "--help", "-h")
_PURPOSE = "A private diary of scores before and after each acupuncture session."
_FIRST_STEPS = "First steps: paintrack before 7, an hour later paintrack after 3"
_SAMPLE = "A sample course: paintrack demo"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 data or file, 2 command line, 130 interrupted."""
    typed = sys.argv[1:] if arguments is None else arguments
    try:
        return _answer([without_isolates(each) for each in typed])
    except KeyboardInterrupt:
        # It came while an error was put into words, or before the command began.
        with contextlib.suppress(KeyboardInterrupt):
            if not _is_completing():
                return _report(StoppedError("Stopped."), [*typed])
        return StoppedError.exit_code


def _answer(typed: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Otherwise a character that the locale cannot print would raise UnicodeEncodeError.
            stream.reconfigure(errors=UNPRINTABLE)
    if isinstance(sys.stdin, io.TextIOWrapper):
        # Input is UTF-8 whatever the locale; other bytes are refused with a sentence. The encoding can no longer be
        # changed if a program that calls `main` has read from the stream.
        with contextlib.suppress(io.UnsupportedOperation):
            sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    if _is_completing():
        from paintrack.commands._shared.completion import tab

        return tab.answer_tab(tab.FrontDoor(COMMANDS, _split_arguments, _COMMON_FLAGS, _COMMON_OPTIONS))
    note_write(WriteState.NOTHING)
    forget_shown_advice()
    name_file(typed, COMMANDS)
    try:
        return _run(typed)
    except PaintrackError as error:
        return _report(error, typed)
    except KeyboardInterrupt:
        return _report(StoppedError("Stopped."), typed)
    except Exception as error:
        if os.environ.get("PAINTRACK_DEBUG"):
            raise
        return _report(_internal_error(error), typed)


def _is_completing() -> bool:
    """Whether a shell asks what may stand at the cursor: then nothing but the answer is printed."""
    return "_PAINTRACK_COMPLETE" in os.environ


def _internal_error(error: Exception) -> PaintrackError:
    """The error to show for a defect of paintrack; without the text of `error`, which may hold the patient's words."""
    system = {"linux": "Linux", "darwin": "macOS", "win32": "Windows"}.get(sys.platform, sys.platform)
    python = f"Python {sys.version_info.major}.{sys.version_info.minor}"
    from paintrack.views.refusals.write_state_sentences import write_state_sentence

    is_written = current_state() not in (WriteState.NOTHING, WriteState.FILE_PENDING)
    what_is_saved = write_state_sentence(current_state()) if is_written else "Unconfirmed changes were not saved."
    return InternalError(
        f"Internal error in paintrack {__version__} ({type(error).__name__}) on {system}, {python}. "
        f"{what_is_saved} Details: PAINTRACK_DEBUG=1 paintrack ...\n"
        f"Please report it: {ISSUES_URL}"
    )


def _run(typed: list[str]) -> int:
    options, word, rest = _split_arguments(typed)
    if word in ("--version", "-V"):
        return _print(f"paintrack {__version__}")
    if word in _HELP:
        # The options of all commands may stand behind it, too.
        more_options, about, words_after = _split_arguments(rest)
        if not rest or (word != "help" and not about):
            from paintrack.commands._shared.terminal.screen_reader_mode import is_plain

            return _print(spoken_root_help() if is_plain(typed) else root_help(screen_width()))
        if about in COMMANDS:
            word, rest = about, ["--help"]
            options += [*more_options, *_split_arguments(words_after)[0]]
    command = COMMANDS.get(word or "status")
    if command is None:
        show_urgent_advice(*texts_in("", typed))
        from paintrack.commands._shared.guidance import errors_with_suggestions

        raise errors_with_suggestions.unknown_command_error([word, *rest], options, _MODULES)
    from paintrack.commands._shared.typer_invocation import invoke

    run = import_module(f"paintrack.commands.{command.module}").run
    try:
        return invoke(command.word, run, [*options, *rest], saves=bool(command.failure), is_typed=bool(word))
    except (UsageError, NotFoundError) as error:
        from paintrack.commands._shared.guidance import errors_with_suggestions

        raise errors_with_suggestions.guided_error(error, command.word, [*options, *rest], _MODULES) from None


def _split_arguments(typed: list[str]) -> tuple[list[str], str, list[str]]:
    """The options before the command word, the word (empty when there is none), and the arguments after it."""
    options: list[str] = []
    remaining = iter(typed)
    for each in remaining:
        if each in _COMMON_FLAGS or each.startswith(("--db=", "--output=")):
            options.append(each)
        elif each in _COMMON_OPTIONS:
            options += [each, *itertools.islice(remaining, 1)]
        else:
            return options, each, [*remaining]
    return options, "", []


def root_help(width: int) -> str:
    """The help of paintrack itself on `width` columns, from the table of commands: everyday commands first."""
    lines = [pack(["Usage: paintrack COMMAND ...", "Help on one: paintrack COMMAND --help"], width, gap="     "), ""]
    lines += [fill(_PURPOSE, width)]
    for title, words in _groups():
        column = max(map(len, words))
        rows = (
            fill(COMMANDS[word].help, width, first=f"  {word:<{column}}  ", rest=" " * (column + 4)) for word in words
        )
        lines += ["", f"{title}:", *rows]
    lines += [
        "",
        fill(_FIRST_STEPS, width, rest="  "),
        _SAMPLE,
    ]
    return "\n".join(lines)


def spoken_root_help() -> str:
    """The list of commands for a screen reader: one command a line, without columns."""
    lines = ["Usage: paintrack COMMAND ...", "Help on one: paintrack COMMAND --help", _PURPOSE]
    for title, words in _groups():
        lines += [f"{title}:", *(f"{word}: {COMMANDS[word].help}." for word in words)]
    return "\n".join([*lines, _FIRST_STEPS, _SAMPLE])


def _groups() -> tuple[tuple[str, Sequence[str]], ...]:
    return ("Every day", EVERY_DAY), ("More", [word for word in COMMANDS if word not in EVERY_DAY])


def _print(text: str) -> int:
    write_result(text)
    return 0


def _report(error: PaintrackError, typed: list[str]) -> int:
    if isinstance(error, OutputLostError):
        _discard_output()
        if not error.is_reported:
            # The reader of the pipe has read enough (`| head -1`): nothing went wrong.
            return 0
    from paintrack.commands._shared.guidance.urgent_advice_on_refused_lines import advise_on_refused_words
    from paintrack.views.refusals.refusal_of_error import refusal

    options, word, rest = _split_arguments(typed)
    advise_on_refused_words(word, [*options, *([] if word in COMMANDS else [word]), *rest])

    # The sentence may quote control characters that were typed.
    sentence = refusal(error) if error.says_what_is_saved else _with_closing(refusal(error), typed)
    if not sentence:
        # The result has said it already, as JSON: `file --json`.
        return error.exit_code
    sentence = with_named_file(visible(sentence))
    from paintrack.commands._shared.terminal.screen_reader_mode import is_plain

    if is_plain(typed):
        from paintrack.views.spoken_words import spoken

        write_error(spoken(sentence, _paths(error, typed), typed=typed))
        return error.exit_code
    # A command to copy stays on one line, however long: of two lines the first may be a command of its own.
    commands = re.findall(r"(?<!\S)paintrack [^\n]+$", sentence, re.MULTILINE) if _suggests(error) else []
    whole = [*_paths(error, typed), *commands]
    write_error(fill_lines(sentence, terminal_width(sys.stderr), paths=whole))
    return error.exit_code


def _suggests(error: PaintrackError) -> bool:
    """Whether each command in the sentence ends its line."""
    ends_lines = MisplacedWordsError | UnknownCommandError | FileExistsAlreadyError | StoppedAfterScoresError
    return isinstance(error, ends_lines)


def _paths(error: PaintrackError, typed: list[str]) -> list[str]:
    """The paths that the sentence of an error may name: typed ones, those that it carries, and the diary's folder."""
    from paintrack.commands._shared.terminal.screen_reader_mode import folders_of_diary

    carried = [
        str(value)
        for name, value in vars(error).items()
        if isinstance(value, Path) or (name in ("file", "named_path") and isinstance(value, str))
    ]
    # A file of the working folder is typed without its folder.
    may_be_paths = (word for word in typed if {"/", "\\"} & set(word) or _has_blanks_to_lose(word))
    return [*carried, *folders_of_diary(typed), *may_be_paths]


def _has_blanks_to_lose(word: str) -> bool:
    return bool(word.strip()) and word != " ".join(word.split())


def _with_closing(sentence: str, typed: list[str]) -> str:
    """The sentence of an error together with one on what the command has saved or written, if that is known."""
    from paintrack.views.refusals.write_state_sentences import write_state_sentence

    command = COMMANDS.get(_split_arguments(typed)[1])
    closing = write_state_sentence(current_state())
    if command is not None and command.failure and current_state() in (WriteState.NOTHING, WriteState.FILE_PENDING):
        closing = command.failure
    if not closing or not sentence:
        return sentence or closing
    # After a command line to copy, a sentence would be taken for a part of it.
    return f"{sentence} {closing}" if sentence.endswith((".", "?", "!")) else f"{closing} {sentence}"


def _discard_output() -> None:
    """Point standard output at the null device, so that Python does not fail again when it closes the stream."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        null_device = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null_device, sys.stdout.fileno())
        os.close(null_device)

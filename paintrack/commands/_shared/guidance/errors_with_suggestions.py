"""From a command line that failed to the command lines that were probably meant. They are named, never run."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from itertools import chain, pairwise

from paintrack.commands._shared import context
from paintrack.commands._shared.guidance.command_guesses import guessed_command_lines, is_leaving
from paintrack.commands._shared.guidance.command_line_parts import without_repeats
from paintrack.commands._shared.guidance.meanings.amounts_of_money import (
    AMOUNT_OPTIONS,
    COMMA_IN_AMOUNT,
    has_comma_in_amount,
    reject_other_currency,
)
from paintrack.commands._shared.guidance.meanings.described_entries import is_day_for_id
from paintrack.commands._shared.guidance.meanings.times_in_words import with_times_in_figures
from paintrack.commands._shared.guidance.meanings.word_classification import date_in
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import several_conditions
from paintrack.commands._shared.guidance.suggestions.by_command.entries.zero_month_words import zero_months
from paintrack.commands._shared.guidance.suggestions.by_command.merge_and_restore_words import lines_of_device
from paintrack.commands._shared.guidance.suggestions.by_command.removing.delete_and_purge_words import (
    for_each_condition,
)
from paintrack.commands._shared.guidance.suggestions.several_ratings import for_each_typed_condition
from paintrack.commands._shared.guidance.suggestions_for_failed_line import MOST_SUGGESTIONS, Guesses
from paintrack.commands._shared.terminal.db_option_in_shown_commands import typed_database
from paintrack.commands._shared.typer_invocation import FREE_TEXT
from paintrack.errors import (
    FileExistsAlreadyError,
    FutureTimeError,
    MisplacedWordsError,
    MissingEntryError,
    NoPathError,
    NoSingleDayError,
    NotFoundError,
    NothingToDoError,
    NoTimeOfDayError,
    PaintrackError,
    PlaceholderError,
    TwoWeekdaysError,
    UnknownCommandError,
    UsageError,
)
from paintrack.model.typed.dates.named_days import says_again_and_again
from paintrack.model.typed.dates.suggested_times import next_visit_form
from paintrack.model.values.score import is_score
from paintrack.storage.file.location import database_path
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.storage.reader import Reader
from paintrack.views.refusals.not_found_refusals import no_steps
from paintrack.views.refusals.word_refusals import no_repeated_reminder, score_taken_by_shell

# Options that take a time.
_TIMES = {"--at", "--next", "--since", "--until"}


def unknown_command_error(typed: Sequence[str], options: Sequence[str], modules: Mapping[str, str]) -> UsageError:
    """The error for a command line whose first word is no command; `options` stood before it.

    `modules` has the module of each command in `paintrack.commands`.
    """
    word, *rest = typed
    if is_leaving(typed):
        return UnknownCommandError(word, [], is_leaving=True)
    if not all(map(str.isprintable, typed)):
        return UnknownCommandError(word, [])
    if taken := _score_taken_by_shell(typed):
        return taken
    with ExitStack() as stack:
        reader = _reader([*options, *rest], stack)
        guesses = Guesses(reader, modules)
        if guessed_command_lines(word, modules) == [["remind"]] and says_again_and_again(" ".join(rest)):
            return UsageError(no_repeated_reminder())
        # A blank word says nothing, but as the value of an option.
        rest = rest if any(each.startswith("-") for each in rest) else [*filter(str.strip, rest)]
        meant_lines = (
            lines_of_device([word, *rest])
            or _with_time_in_words([word, *rest], lambda figures: guesses.of_unknown_word(figures[0], figures[1:]))
            or guesses.of_unknown_word(word, rest)
        )
        lines = chain.from_iterable(map(guesses.with_meant_names, meant_lines))
        suggestions = [[*line, *options] for line in without_repeats(lines)][:MOST_SUGGESTIONS]
        suggestions, step = _with_step(suggestions, reader)
        return UnknownCommandError(word, suggestions, step=step)


def guided_error(
    error: UsageError | NotFoundError, command: str, arguments: Sequence[str], modules: Mapping[str, str]
) -> PaintrackError:
    """The error with which a command line was refused; where words stand in the wrong place, what was meant instead."""
    if isinstance(error, MisplacedWordsError | NoPathError | PlaceholderError) or not all(
        map(str.isprintable, arguments)
    ):
        # The command knows best what its own words mean.
        return error
    if isinstance(error, MissingEntryError) and not arguments:
        return error
    if command in ("log", "before", "rate") and (taken := _score_taken_by_shell(arguments)):
        return taken
    if line := for_each_typed_condition(command, arguments):
        return MisplacedWordsError([line], why="--for takes one condition.")
    if isinstance(error, FileExistsAlreadyError):
        end = arguments.index("--") if "--" in arguments else len(arguments)
        return FileExistsAlreadyError(error.path, [command, *arguments[:end], "--force", *arguments[end:]])
    if isinstance(error, NotFoundError) and not is_day_for_id(command, arguments, context.clock()):
        with ExitStack() as stack:
            lines = for_each_condition([command, *arguments], _reader(arguments, stack))
        return MisplacedWordsError(lines) if len(lines) > 1 else error
    if is_leaving([command, *arguments]) or is_leaving(arguments):
        return UnknownCommandError(command, [], is_leaving=True)
    with ExitStack() as stack:
        reader = _reader(arguments, stack)
        guesses = Guesses(reader, modules)
        try:
            suggestions = (
                []
                if command in FREE_TEXT
                else _with_time_in_words(arguments, lambda figures: guesses.right_or_meant([command, *figures]))
            )
            suggestions = suggestions or guesses.instead_of(command, arguments)
        except FutureTimeError as future:
            return _with_earlier_time(future, guesses, command, arguments)
        except NoSingleDayError as period:
            lines = guesses.with_value(command, arguments, period.typed, period.day)
            if zero := zero_months(lines, period.period, context.clock().date(), reader):
                return MisplacedWordsError([*zero, *lines][:MOST_SUGGESTIONS])
            return NoSingleDayError(period.typed, period=period.period, day=period.day, suggestions=lines)
        if isinstance(error, FutureTimeError) and not suggestions:
            return _with_earlier_time(error, guesses, command, arguments)
        if isinstance(error, TwoWeekdaysError) and not suggestions:
            suggestions = [
                line for form in error.forms for line in guesses.with_value(command, arguments, error.typed, form)
            ]
        if isinstance(error, NoTimeOfDayError) and not suggestions:
            form = next_visit_form(error.typed, context.clock())
            timed_lines = guesses.with_value(command, arguments, error.typed, form)
            return NoTimeOfDayError(error.typed, f"{error}", timed_lines)
        if any(not AMOUNT_OPTIONS.keys().isdisjoint(line) for line in suggestions):
            reject_other_currency(arguments, reader.settings().get("currency"))
        several = next((each for line in suggestions if (each := several_conditions(line, reader))), None)
        if several or not suggestions:
            return several or error
        suggestions, step = _with_step(suggestions[:MOST_SUGGESTIONS], reader)
        if not suggestions:
            return NothingToDoError(no_steps(is_undo=command == "undo")) if command in ("undo", "redo") else error
        why = COMMA_IN_AMOUNT if has_comma_in_amount(arguments) else ""
        return MisplacedWordsError(suggestions, why=why, step=step)


def _with_earlier_time(
    error: FutureTimeError, guesses: Guesses, command: str, arguments: Sequence[str]
) -> FutureTimeError:
    """The error with the command line for yesterday, where that is meant."""
    lines = guesses.with_value(command, arguments, error.typed, error.earlier) if error.earlier else []
    return FutureTimeError(error.typed, next_visit=error.next_visit, earlier=error.earlier, suggestions=lines)


def _with_time_in_words(words: Sequence[str], meant_by: Callable[[Sequence[str]], list[list[str]]]) -> list[list[str]]:
    """What is `meant_by` the words with a time such as `half past nine` in figures; none without one.

    Raises FutureTimeError where every time that may be meant is still to come.
    """
    lines, future = list[list[str]](), None
    for figures in with_times_in_figures(words, context.clock()):
        try:
            lines += (line for line in meant_by(figures) if not _TIMES.isdisjoint(line) and _has_whole_time(line))
        except FutureTimeError as error:
            future = future or error
    if future and not lines:
        raise future
    return without_repeats(lines)


def _has_whole_time(line: Sequence[str]) -> bool:
    """Whether no part of the time is in a name or a note: `--note "at 9:30" --at "last night"`."""
    texts = [value for option, value in pairwise(line) if option in ("--for", "--note")]
    return not any(re.search("[0-9]:[0-9]", text) or date_in(text.split(), context.clock()).words for text in texts)


def _with_step(suggestions: Sequence[list[str]], reader: Reader) -> tuple[list[list[str]], str]:
    """The suggestions, and the change that an `undo` or `redo` among them is about; without one it is left out."""
    steps = {"undo": reader.next_undo, "redo": reader.next_redo}
    is_bare = [line[0] in steps and "--steps" not in line for line in suggestions]
    if not any(is_bare):
        return [*suggestions], ""
    step = steps[suggestions[is_bare.index(True)][0]]()
    if step is None:
        return [line for line, is_one in zip(suggestions, is_bare, strict=True) if not is_one], ""
    return [*suggestions], step.what


def _score_taken_by_shell(words: Sequence[str]) -> UsageError | None:
    """The error where the first word is what a shell leaves of `7->3`; None for other words."""
    first, *rest = [*words, ""]
    score = first.removesuffix("-")
    if score == first or not is_score(score):
        return None
    return UsageError(score_taken_by_shell(first, ["log", score, "AFTER", *rest[:-1]]))


def _reader(arguments: Sequence[str], stack: ExitStack) -> Reader:
    """The diary that the command line is about, for the names in it; an empty one where it cannot be read."""
    try:
        return stack.enter_context(open_reader(database_path(typed_database(arguments))))
    except PaintrackError:
        return Reader(None)

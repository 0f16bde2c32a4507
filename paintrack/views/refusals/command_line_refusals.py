"""What is wrong with the words of a command line, and the command line that was probably meant."""

from collections.abc import Sequence

from paintrack.errors import (
    FutureTimeError,
    MisplacedWordsError,
    MissingEntryError,
    NoPointError,
    NoSingleDayError,
    NoTimeOfDayError,
    PaintrackError,
    StoppedAfterScoresError,
    TwoWeekdaysError,
    UnknownCommandError,
)
from paintrack.model.displayed_text import isolated, listed, shell_quoted, typed_words


def command_line_refusal(error: PaintrackError) -> str:
    """The sentence for the error; empty for one about something else."""
    match error:
        case UnknownCommandError(is_leaving=True):
            return "There is nothing to leave: each command ends by itself. All commands: paintrack --help"
        case UnknownCommandError(suggestions=()):
            return f"There is no command {isolated(error.word)}. All commands: paintrack --help"
        case UnknownCommandError():
            return f"There is no command {isolated(error.word)}. {_did_you_mean(error.suggestions, error.step)}"
        case MisplacedWordsError():
            return " ".join(filter(None, [error.why, _did_you_mean(error.suggestions, error.step)]))
        case MissingEntryError():
            return _missing_entry(error.example)
        case FutureTimeError():
            return _future(error)
        case NoSingleDayError(suggestions=()):
            return f"{typed_words(error.period)} is not a single day: name the day, as in --at {error.day}."
        case NoSingleDayError():
            day = command_line(error.suggestions[0])
            return f"{typed_words(error.period)} is not a single day. With the day, as in: {day}"
        case NoTimeOfDayError(suggestions=[first, *_]):
            return f"{typed_words(error.typed)} has no time of day. With one, as in: {command_line(first)}"
        case TwoWeekdaysError():
            forms = listed([f'"{form}"' for form in error.forms])
            return f"{typed_words(error.words)} can be the coming one or the one after: type {forms}."
        case StoppedAfterScoresError():
            scores, them = ("scores were", "them") if error.command_line[0] == "log" else ("score was", "it")
            return f"You stopped before the {scores} saved. To save {them}:\n  {command_line(error.command_line)}"
        case NoPointError():
            return (
                f"{typed_words(error.typed)} is not a point: leave --points out. "
                "To take points out of a session: paintrack edit ID --clear points"
            )
    return ""


def command_line(words: Sequence[str]) -> str:
    """The command line to type, from its words without `paintrack`."""
    return f"paintrack {' '.join(map(shell_quoted, words))}"


def _missing_entry(example: Sequence[str]) -> str:
    all_of_condition = " All of a condition: paintrack delete --for CONDITION." if example[0] == "delete" else ""
    return f"Which entry? As in: {command_line(example)}.{all_of_condition} The ids: paintrack list"


def _future(error: FutureTimeError) -> str:
    sentence = f"{typed_words(error.typed)} is in the future; only what has happened can be recorded."
    if error.next_visit is None:
        return f'{sentence} If it was yesterday: type "{error.earlier}".' if error.earlier else sentence
    visit = f"paintrack remind --next {shell_quoted(error.next_visit)}"
    if error.suggestions:
        yesterday = [f"  For yesterday:    {command_line(each)}" for each in error.suggestions]
        return "\n".join([sentence, *yesterday, f"  For a next visit: {visit}"])
    if error.earlier:
        return f"{sentence} For a next visit: {visit}; for yesterday: --at {shell_quoted(error.earlier)}."
    return f'{sentence} For a next visit: {visit}; else a time that has been: --at "yesterday 15:00".'


def _did_you_mean(suggestions: Sequence[Sequence[str]], step: str) -> str:
    lines, is_one = [*map(command_line, suggestions)], len(suggestions) == 1
    meant = (
        [f"Did you mean: {lines[0]}"] if is_one else ["Did you mean one of these?", *(f"  {line}" for line in lines)]
    )
    is_undo = any(line[0] == "undo" for line in suggestions)
    command = "It" if is_one else "undo" if is_undo else "redo"
    return "\n".join([*meant, *([f"  {command} {'takes' if is_undo else 'puts'} back: {step}"] if step else [])])

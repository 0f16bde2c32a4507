"""The error for a person who stops after the scores: it names the command line that saves the answers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from paintrack.commands._shared.context import Context
from paintrack.errors import StoppedAfterScoresError, StoppedError
from paintrack.model.open_session import current_session
from paintrack.model.typed.dates.typed_dates import parse_when
from paintrack.model.values.moment import Moment, now_moment
from paintrack.model.values.score import parse_score
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.views.value_words import show_score


def stop_after_scores(
    context: Context,
    command: str,
    score_names: Sequence[str],
    options_by_name: Mapping[str, str],
    last_words: Sequence[str] = (),
) -> Callable[[Mapping[str, str]], StoppedError]:
    """Makes the error from the answers so far; pass it to `ask_in_turn`.

    `score_names` are the questions for the scores, `options_by_name` the options for other answers, by the names of
    their questions; a note has none, since the shell would keep it. An unanswered `--at` is now. `last_words` stand at
    the end of the command line.
    """

    def error_of(answers: Mapping[str, str]) -> StoppedError:
        typed_scores = [answers.get(name, "") for name in score_names]
        if not all(name in answers for name in score_names) or not typed_scores[0]:
            # Not all are asked yet, or there is no command line for a score on leaving alone.
            return StoppedError("Stopped.")
        scores = [show_score(parse_score(typed)) for typed in typed_scores if typed]
        # `log` would ask for the other score; `before` takes this one alone.
        word = "before" if len(scores) < len(score_names) else command
        values = {option: answers.get(name, "") for name, option in options_by_name.items()}
        moment = parse_when(typed, context.now) if (typed := values.get("--at")) else now_moment(context.now)
        if "--at" in values:
            # The line may be run hours later.
            values["--at"] = _time_to_type(moment, context.now) or values["--at"]
        options = [part for option, value in values.items() if value for part in _option_words(option, value)]
        opens_another = word != command
        return StoppedAfterScoresError(
            [word, *scores, *options, *last_words, *_consents(context, values, moment, opens_another=opens_another)]
        )

    return error_of


def _time_to_type(moment: Moment, now: datetime) -> str:
    """The shortest text that `--at` takes for the moment: seconds and the offset only where they tell it from others.

    Empty if there is none.
    """
    forms = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S%z")
    for text in (f"{moment.at:{form}}" for form in forms[moment.time_given :]):
        if parse_when(text, now).iso() == moment.iso():
            return text
    return ""


def _option_words(option: str, value: str) -> list[str]:
    # Behind a blank, a value such as `--at` would be an option of its own.
    return [f"{option}={value}"] if value.startswith("-") else [option, value]


def _consents(context: Context, values: Mapping[str, str], moment: Moment, *, opens_another: bool) -> list[str]:
    """The options without which the command line would ask about a new name again, or would join an open session.

    `opens_another`: the dialogue would have saved a session of its own, as `log` does.
    """
    with open_reader(context.path) as reader:
        is_new = (condition := values.get("--for", "")) != "" and reader.spelling(condition) is None
        joins = opens_another and current_session(reader.open_sessions(), moment) is not None
    return [*(["--another"] if joins else []), *(["--new"] if is_new else [])]

"""What a person who stops at the questions behind the scores is told: the command line that saves what was answered."""

from collections.abc import Callable, Mapping, Sequence

from paintrack.errors import StoppedAfterScoresError, StoppedError
from paintrack.model.values.score import parse_score
from paintrack.views.value_words import show_score


def stop_after_scores(
    command: str, score_names: Sequence[str], options_by_name: Mapping[str, str], more: Sequence[str] = ()
) -> Callable[[Mapping[str, str]], StoppedError]:
    """What makes the error for a stop from the answers until then, as `ask_in_turn` takes it.

    `score_names` are the questions for the scores, `options_by_name` the options for other answers, by the names of
    their questions; a note has none, since the shell would keep it. `more` stands at the end of the command line.
    """

    def error_of(answers: Mapping[str, str]) -> StoppedError:
        typed_scores = [answers.get(name, "") for name in score_names]
        if not all(name in answers for name in score_names) or not typed_scores[0]:
            # Not all are asked yet, or there is no command line for a score on leaving alone.
            return StoppedError("Stopped.")
        scores = [show_score(parse_score(typed)) for typed in typed_scores if typed]
        # `log` would ask for the other score; `before` takes this one alone.
        word = "before" if len(scores) < len(score_names) else command
        options = ((option, answers.get(name)) for name, option in options_by_name.items())
        return StoppedAfterScoresError(
            [word, *scores, *(part for option, typed in options if typed for part in (option, typed)), *more]
        )

    return error_of

"""What is wrong with scores for an open session, or with the scores of a PEG, and what to type instead."""

from paintrack.errors import PaintrackError, PegTakesThreeScoresError
from paintrack.model.completing.session_errors import (
    ArrivalScoreExistsError,
    LeavingScoreExistsError,
    NoArrivalScoreError,
    NoOpenScoreError,
    NoOpenSessionError,
    OpenSessionTooOldError,
    ScoreBeforeSessionError,
    SeveralScoresOpenError,
    SeveralSessionsOpenError,
)
from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_line
from paintrack.model.typed.typed_text import near_name
from paintrack.model.values.moment import Moment
from paintrack.views.rating_command_lines import (
    after_all_scores,
    leaving_as_reading,
    leaving_as_session,
    options_in_shell,
)
from paintrack.views.value_words import show_moment, show_score


def session_refusal(error: PaintrackError) -> str:
    """The sentence for the error; empty for one about something else."""
    match error:
        case SeveralSessionsOpenError():
            return _several_sessions_open(error)
        case ArrivalScoreExistsError():
            since = f", since {error.began:%H:%M}" if error.began else ""
            return (
                f"Session {error.session} has {isolated(error.condition)} already{since}. To correct it: "
                f"{_edit(error.session, error.condition, 'before', error.score)}. For a new session: --another."
            )
        case ScoreBeforeSessionError():
            return f"Session {error.session} began later, {_began(error)}."
        case NoArrivalScoreError():
            return _no_arrival_score(error)
        case LeavingScoreExistsError():
            return (
                f"Session {error.session} has {isolated(error.condition)} {show_score(error.existing)} after already. "
                f"To correct it: {_edit(error.session, error.condition, 'after', error.score)}."
            )
        case NoOpenScoreError():
            return _no_open_score(error)
        case SeveralScoresOpenError():
            return _several_scores_open(error)
        case NoOpenSessionError():
            return _no_open_session(error)
        case OpenSessionTooOldError():
            return _open_session_too_old(error)
        case PegTakesThreeScoresError():
            return "peg takes three scores, for pain, enjoyment and activity: paintrack peg 6 7 5"
    return ""


def _several_sessions_open(error: SeveralSessionsOpenError) -> str:
    sessions = listed(
        [f"{label} ({f'since {began:%H:%M}' if began else 'time not given'})" for label, began in error.sessions], "and"
    )
    command = f"paintrack after {_score_or_word(error.score)} --session {error.sessions[0][0]}"
    return f"{len(error.sessions)} sessions are open: {sessions}. Say which: {command}."


def _no_open_score(error: NoOpenScoreError) -> str:
    sentence = f"Session {error.session} waits for no score."
    score = _score_or_word(error.score)
    if len(error.conditions) < 2:
        return f"{sentence} To correct one: paintrack edit {error.session} --after {score}."
    lines = [_edit(error.session, condition, "after", error.score) for condition in error.conditions]
    return "\n".join([f"{sentence} To correct one:", *(f"  {line}" for line in lines)])


def _several_scores_open(error: SeveralScoresOpenError) -> str:
    conditions = error.conditions
    # Without the id the command would be about the newest session.
    names = listed([*map(isolated, conditions)], "and")
    score = f"{_score_or_word(error.score)}{f' --session {error.session}' if error.is_session_typed else ''}"
    score += f" --at {shell_quoted(visible_line(error.at))}" if error.at is not None else ""
    return (
        f"{len(conditions)} scores are open in session {error.session}: {names}.\n"
        f"  One of them:  paintrack after {score} --for {shell_quoted(conditions[0])}\n"
        f"  {'Both' if len(conditions) == 2 else 'All'}:{' ' * (9 if len(conditions) == 2 else 10)}"
        f"{after_all_scores(conditions, score)}"
    )


def _no_arrival_score(error: NoArrivalScoreError) -> str:
    sentence = f"Session {error.session} has no score on arrival for {isolated(error.condition)}."
    if (near := near_name(error.condition, error.open_conditions)) is not None:
        return f"{sentence} Did you mean {isolated(near)}?"
    return f"{sentence} To save it all the same: {_edit(error.session, error.condition, 'after', error.score)}."


def _no_open_session(error: NoOpenSessionError) -> str:
    score = _score_or_word(error.score)
    of_condition = "is open" if error.condition is None else f"waits for a score of {isolated(error.condition)}"
    is_timed = "--at" in dict(error.options)
    return (
        f"No session {of_condition}. A whole session: {leaving_as_session(score, error.options)}\n"
        f"How it {'was then' if is_timed else 'is now'}: {leaving_as_reading(score, error.options)}"
    )


def _open_session_too_old(error: OpenSessionTooOldError) -> str:
    score = _score_or_word(error.score)
    clock = f" {error.began:%H:%M}" if error.time_given else ""
    day = _began(error)
    # Beside a typed time, 'today' could mean another day.
    same_day, day_before = ("today", "yesterday") if error.at is None else ("that day", "the day before")
    if error.days_ago == 0:
        began = f"from{clock} {same_day}"
    else:
        began = f"from {day_before}, {day}" if error.days_ago == 1 else f"from {day}"
    # Without `--at` the reading would be of now.
    at, then = ("", "is now:  ") if error.at is None else (f" --at {shell_quoted(error.at)}", "was then:")
    # The session's own day says that it was right after it, which --session alone would ask once more.
    right_after = f" --at {error.began.date().isoformat()}"
    options = [each for each in error.options if each[0] != "--at"]
    return (
        f"The open session is {began} (id {error.session}).\n"
        f"  If {score} was right after it:  paintrack after {score} --session {error.session}{right_after}"
        f"{options_in_shell(options)}\n"
        f"  If {score} is how it {then}  {leaving_as_reading(f'{score}{at}', options)}"
    )


def _began(error: OpenSessionTooOldError | ScoreBeforeSessionError) -> str:
    """The day of the session, and its time of day if that is known."""
    return show_moment(Moment(error.began, time_given=error.time_given))


def _score_or_word(score: float | None) -> str:
    return show_score(score) or "SCORE"


def _edit(session: str, condition: str, which: str, score: float | None) -> str:
    return f"paintrack edit {session} --for {shell_quoted(condition)} --{which} {_score_or_word(score)}"

"""What is wrong with scores for an open session, or with the scores of a PEG, and what to type instead."""

from paintrack.errors import (
    ArrivalScoreExistsError,
    LeavingScoreExistsError,
    NoArrivalScoreError,
    NoOpenScoreError,
    NoOpenSessionError,
    OpenSessionTooOldError,
    PaintrackError,
    PegTakesThreeScoresError,
    ScoreBeforeSessionError,
    SeveralScoresOpenError,
    SeveralSessionsOpenError,
)
from paintrack.model.moment import show_day
from paintrack.model.score import show_score
from paintrack.model.typed.typed_text import listed, shell_quoted


def session_refusal(error: PaintrackError) -> str:
    """The sentence; empty for an error about something else."""
    match error:
        case SeveralSessionsOpenError():
            return _several_sessions_open(error)
        case ArrivalScoreExistsError():
            return (
                f"Session {error.session} has {error.condition} already, since {error.began:%H:%M}. To correct it: "
                f"{_edit(error.session, error.condition, 'before', error.score)}. For a new session: --another."
            )
        case ScoreBeforeSessionError():
            return f"Session {error.session} began later, {error.began:%H:%M}."
        case NoArrivalScoreError():
            return (
                f"Session {error.session} has no score on arrival for {error.condition}. To save it all the same: "
                f"{_edit(error.session, error.condition, 'after', error.score)}."
            )
        case LeavingScoreExistsError():
            return (
                f"Session {error.session} has {error.condition} {show_score(error.existing)} after already. "
                f"To correct it: {_edit(error.session, error.condition, 'after', error.score)}."
            )
        case NoOpenScoreError():
            return (
                f"Session {error.session} waits for no score. To correct one: paintrack edit {error.session} "
                f"--after {show_score(error.score)}."
            )
        case SeveralScoresOpenError():
            return _several_scores_open(error)
        case NoOpenSessionError():
            score = show_score(error.score)
            return (
                f"No session is open. A whole session: paintrack log BEFORE {score}\n"
                f"How it is now: paintrack rate {score}"
            )
        case OpenSessionTooOldError():
            return _open_session_too_old(error)
        case PegTakesThreeScoresError():
            return "It takes three scores, pain, enjoyment and activity: paintrack peg 6 7 5."
    return ""


def _several_sessions_open(error: SeveralSessionsOpenError) -> str:
    sessions = listed([f"{label} (since {began:%H:%M})" for label, began in error.sessions], "and")
    return (
        f"{len(error.sessions)} sessions are open: {sessions}. Say which: paintrack after {show_score(error.score)} "
        f"--session {error.sessions[0][0]}."
    )


def _several_scores_open(error: SeveralScoresOpenError) -> str:
    first, *others = error.conditions
    also = " ".join(f'--also "{name}=SCORE"' for name in others)
    return (
        f"{len(error.conditions)} scores are open in session {error.session}: {listed([*error.conditions], 'and')}. "
        f"Say which, or all: paintrack after {show_score(error.score)} --for {shell_quoted(first)} {also}."
    )


def _open_session_too_old(error: OpenSessionTooOldError) -> str:
    score = show_score(error.score)
    clock = f" {error.began:%H:%M}" if error.time_given else ""
    day = f"{show_day(error.began.date())}{clock}"
    if error.days_ago == 0:
        began = f"from{clock} today"
    else:
        began = f"from yesterday, {day}" if error.days_ago == 1 else f"from {day}"
    return (
        f"The open session is {began} (id {error.session}).\n"
        f"  If {score} is how it was right after it:  paintrack after {score} --session {error.session}\n"
        f"  If {score} is how it is now:              paintrack rate {score}"
    )


def _edit(session: str, condition: str, which: str, score: float | None) -> str:
    return f"paintrack edit {session} --for {shell_quoted(condition)} --{which} {show_score(score)}"

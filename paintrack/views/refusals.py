"""Errors that carry values, as the sentence that the patient reads: what is wrong, and what to type instead."""

from paintrack.errors import (
    AlreadyRatedError,
    AmbiguousRatingError,
    ArrivalScoreExistsError,
    LeavingScoreExistsError,
    NoArrivalScoreError,
    NoOpenScoreError,
    NoOpenSessionError,
    NoSuchFieldError,
    NotClearableError,
    NotRatedError,
    OpenSessionTooOldError,
    PaintrackError,
    ReadingHasOneScoreError,
    ScoreBeforeSessionError,
    SessionHasTwoScoresError,
    SeveralScoresOpenError,
    SeveralSessionsOpenError,
)
from paintrack.model.entries import kind_name
from paintrack.model.moment import show_day
from paintrack.model.score import show_score
from paintrack.model.typed_text import listed, shell_quoted


def refusal(error: PaintrackError) -> str:
    """The sentence of an error, over several lines for some; its own where it was raised with one."""
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
    return _correction_refusal(error)


def _correction_refusal(error: PaintrackError) -> str:
    match error:
        case NoSuchFieldError():
            kind = kind_name(error.kind)
            return f"{kind[:1].upper()}{kind[1:]} {error.label} has no {error.field} to correct."
        case NotClearableError():
            return f"A reading has no {error.field} to clear."
        case ReadingHasOneScoreError():
            return f"{error.label} is a reading: it has one score, --score."
        case SessionHasTwoScoresError():
            return f"{error.label} is a session: its scores are --before and --after."
        case AlreadyRatedError():
            return f"Session {error.session} rates {error.condition} already."
        case NotRatedError():
            return f"Session {error.session} does not rate {error.condition}."
        case AmbiguousRatingError(conditions=()):
            return f"Session {error.session} rates nothing yet: name the condition with --for."
        case AmbiguousRatingError():
            rated = listed([*error.conditions], "and")
            return f"Session {error.session} rates {rated}: say which with --for."
    return str(error)


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

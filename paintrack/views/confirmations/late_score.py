"""Scores on leaving that were typed when the session was long over: right after it, or readings of their own time."""

from collections.abc import Sequence

from paintrack.model.displayed_text import shell_quoted, visible_line
from paintrack.model.entries import Rating, Session
from paintrack.views.rating_command_lines import condition_with_score
from paintrack.views.value_words import show_moment, show_score


def right_after_question(session: Session, ratings: Sequence[Rating]) -> str:
    """Whether the scores on leaving of the ratings are how it was right after the session."""
    return f"Session {session.label} was {show_moment(session.when)}. {_how_it_was(ratings)} right after it?"


def late_score_remark(session: Session, ratings: Sequence[Rating], at: str | None) -> str:
    """Says that the scores count as those right after the session, and how to make them readings.

    `at` is the time at which they were given, as typed; None for now.
    """
    counts = "They count" if len(ratings) > 1 else "It counts"
    return (
        f"{counts} as right after session {session.label}. "
        f"How it {_tense(at)}? paintrack undo, then: {_reading_command(ratings, at)}"
    )


def as_readings(ratings: Sequence[Rating], at: str | None) -> str:
    """The command for scores that are not those right after the session; `at` as for `late_score_remark`."""
    return f"How it {_tense(at)}: {_reading_command(ratings, at)}"


def _how_it_was(ratings: Sequence[Rating]) -> str:
    scores = [show_score(rating.after) for rating in ratings]
    return f"Is {scores[0]} how it was" if len(scores) == 1 else f"Are {', '.join(scores)} how it was"


def _tense(at: str | None) -> str:
    return "is now" if at is None else "was then"


def _reading_command(ratings: Sequence[Rating], at: str | None) -> str:
    first, *more_ratings = ratings
    also = "".join(f" --also {condition_with_score(each.condition, show_score(each.after))}" for each in more_ratings)
    name = shell_quoted(visible_line(first.condition))
    time = "" if at is None else f" --at {shell_quoted(at)}"
    return f"paintrack rate {show_score(first.after)} --for {name}{also}{time}"

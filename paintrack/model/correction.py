"""Corrections of an entry: what a correction does not name stays as it is.

The errors of `apply_correction` carry values; `views/refusals` makes their sentences.
"""

from dataclasses import replace
from typing import Any, NamedTuple

from paintrack.errors import (
    AlreadyRatedError,
    AmbiguousRatingError,
    NoSuchFieldError,
    NotClearableError,
    NotRatedError,
    ReadingHasOneScoreError,
    SessionHasTwoScoresError,
    UsageError,
)
from paintrack.model.entries import AnyEntry, Rating, Reading, Session
from paintrack.model.moment import Moment, show_moment
from paintrack.model.other_entries import Note, Peg, Plan, Question
from paintrack.model.score import show_score
from paintrack.model.typed_text import folded, listed

# What `--clear` sets, by the name of the option.
_CLEARED: dict[str, dict[str, Any]] = {
    "points": {"points": ()},
    "technique": {"technique": None},
    "with": {"practitioner": None},
    "side-effects": {"side_effects": ()},
    "cost": {"cost": None},
    "covered": {"covered": None},
    "note": {"note": None},
}
CLEARABLE = ("before", "after", *_CLEARED)
_CLEARABLE_IN_READING = {"note"}
_REMARK_FIELDS = ("text", "private", "peg", "sessions", "goal")


class Correction(NamedTuple):
    """The new values of an entry's fields; None or empty: unchanged. `condition` selects the rating of a session."""

    condition: str | None = None
    before: float | None = None
    after: float | None = None
    score: float | None = None
    new_name: str | None = None
    when: Moment | None = None
    clear: tuple[str, ...] = ()
    text: str | None = None
    private: bool | None = None
    peg: tuple[float, float, float] | None = None
    sessions: int | None = None
    goal: float | None = None


def parse_clear(words: list[str]) -> tuple[str, ...]:
    """The fields that `--clear` names. Raises UsageError."""
    names = []
    for word in words:
        name = folded(word).replace("_", "-").replace(" ", "-")
        name = {"side-effect": "side-effects", "practitioner": "with", "point": "points"}.get(name, name)
        if name not in CLEARABLE:
            raise UsageError(f"--clear takes {listed(list(CLEARABLE))}. You typed {word}.")
        names.append(name)
    return tuple(names)


def apply_correction(entry: AnyEntry, correction: Correction, typed: str) -> tuple[AnyEntry, list[str]]:
    """The corrected entry, and each change in a few words.

    `typed` is the instant (UTC) at which new scores were typed. Raises NoSuchFieldError,
    NotClearableError, ReadingHasOneScoreError, SessionHasTwoScoresError, AlreadyRatedError, NotRatedError or
    AmbiguousRatingError, all of which are UsageErrors.
    """
    changes: list[str] = []
    if isinstance(entry, Session | Reading) and (
        foreign := [name for name in _REMARK_FIELDS if getattr(correction, name) is not None]
    ):
        raise NoSuchFieldError(entry.kind, entry.label, foreign[0])
    if correction.when is not None:
        changes.append(f"it was {show_moment(correction.when)}")
    if isinstance(entry, Session):
        if correction.when is not None:
            # The scores' own times went with the session's time, which was wrong.
            ratings = tuple(rating._replace(before_at=None, after_at=None) for rating in entry.ratings)
            entry = replace(entry, when=correction.when, ratings=ratings)
        return _correct_session(entry, correction, typed, changes), changes
    if correction.when is not None:
        entry = replace(entry, when=correction.when)
    if isinstance(entry, Reading):
        return _correct_reading(entry, correction, changes), changes
    return _correct_remark(entry, correction, changes), changes


def _correct_remark(
    entry: Note | Question | Peg | Plan, correction: Correction, changes: list[str]
) -> Note | Question | Peg | Plan:
    fits: dict[str, bool] = {
        "text": isinstance(entry, Note | Question),
        "private": isinstance(entry, Note),
        "peg": isinstance(entry, Peg),
        "sessions": isinstance(entry, Plan),
        "goal": isinstance(entry, Plan),
    }
    new_values = {
        name: value for name, value in correction._replace(when=None)._asdict().items() if value not in (None, ())
    }
    if foreign := [name for name in new_values if not fits.get(name, False)]:
        raise NoSuchFieldError(entry.kind, entry.label, foreign[0])
    if correction.peg is not None and isinstance(entry, Peg):
        new_values = dict(zip(("pain", "enjoyment", "activity"), correction.peg, strict=True))
    entry = replace(entry, **new_values)
    if new_values:
        changes.append(
            {True: "it stays off your page", False: "it will be on your page"}[correction.private]
            if correction.private is not None and len(new_values) == 1
            else entry.in_words()
        )
    return entry


def _correct_reading(reading: Reading, correction: Correction, changes: list[str]) -> Reading:
    if correction.before is not None or correction.after is not None:
        raise ReadingHasOneScoreError(reading.label)
    if foreign := [name for name in correction.clear if name not in _CLEARABLE_IN_READING]:
        raise NotClearableError(foreign[0])
    if correction.new_name is not None:
        changes.append(f"{reading.condition} is now {correction.new_name}")
        reading = replace(reading, condition=correction.new_name)
    if correction.score is not None:
        changes.append(f"{reading.condition} {show_score(correction.score)}")
        reading = replace(reading, score=correction.score)
    if "note" in correction.clear:
        changes.append("note emptied")
        reading = replace(reading, note=None)
    return reading


def _correct_session(session: Session, correction: Correction, typed: str, changes: list[str]) -> Session:
    if correction.score is not None:
        raise SessionHasTwoScoresError(session.label)
    if {"before", "after"} & {*correction.clear} or (correction.before, correction.after, correction.new_name) != (
        None,
        None,
        None,
    ):
        session = _correct_rating(session, correction, typed, changes)
    elif correction.condition is not None:
        _selected_rating(session, correction)
    for name in correction.clear:
        if name not in ("before", "after"):
            session = replace(session, **_CLEARED[name])
            changes.append(f"{'practitioner' if name == 'with' else name} emptied")
    return session


def _correct_rating(session: Session, correction: Correction, typed: str, changes: list[str]) -> Session:
    old = _selected_rating(session, correction)
    rating = old
    if correction.before not in (None, old.before):
        rating = rating._replace(before=correction.before, before_entered=typed)
    if correction.after not in (None, old.after):
        rating = rating._replace(after=correction.after, after_entered=typed)
    if "before" in correction.clear:
        rating = rating._replace(before=None, before_at=None, before_entered=None)
    if "after" in correction.clear:
        rating = rating._replace(after=None, after_at=None, after_entered=None)
    if (rating.before, rating.after) != (old.before, old.after):
        changes.append(f"{rating.condition} {rating.in_words()}")
    if correction.new_name is not None:
        existing = session.rating_of(correction.new_name)
        if existing is not None and existing is not session.rating_of(old.condition):
            raise AlreadyRatedError(session.label, existing.condition)
        rating = rating._replace(condition=correction.new_name)
        changes.append(f"{old.condition} is now {correction.new_name}")
    if session.rating_of(old.condition) is None:
        return replace(session, ratings=(*session.ratings, rating))
    ratings = [rating if each.condition == old.condition else each for each in session.ratings]
    # A rating whose scores were both cleared goes.
    return replace(session, ratings=tuple(each for each in ratings if (each.before, each.after) != (None, None)))


def _selected_rating(session: Session, correction: Correction) -> Rating:
    if correction.condition is not None:
        rating = session.rating_of(correction.condition)
        if rating is None and correction.before is None and correction.after is None:
            raise NotRatedError(session.label, correction.condition)
        return rating or Rating(condition=correction.condition)
    if len(session.ratings) == 1:
        return session.ratings[0]
    raise AmbiguousRatingError(session.label, [rating.condition for rating in session.ratings])

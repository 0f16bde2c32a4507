"""Corrections of an entry: only what is given changes."""

from dataclasses import dataclass, replace
from typing import Any

from paintrack.domain.entry import AnyEntry, Rating, Reading, Session
from paintrack.domain.score import show_score
from paintrack.domain.text import folded, listed
from paintrack.domain.when import Moment, show_moment
from paintrack.errors import UsageError

# What `--clear` empties, in the words of the options.
_EMPTY: dict[str, dict[str, Any]] = {
    "points": {"points": ()},
    "technique": {"technique": None},
    "with": {"practitioner": None},
    "side-effects": {"side_effects": ()},
    "cost": {"cost": None},
    "covered": {"covered": None},
    "note": {"note": None},
}
CLEARABLE = ("before", "after", *_EMPTY)
_OF_READING = {"note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an edit gives: None or empty where nothing is said. `condition` selects the rating of a session."""

    condition: str | None = None
    before: float | None = None
    after: float | None = None
    score: float | None = None
    new_name: str | None = None
    when: Moment | None = None
    clear: tuple[str, ...] = ()


def parse_clear(words: list[str]) -> tuple[str, ...]:
    """The fields that `--clear` names. Raises UsageError."""
    found = []
    for word in words:
        name = folded(word).replace("_", "-").replace(" ", "-")
        name = {"side-effect": "side-effects", "practitioner": "with", "point": "points"}.get(name, name)
        if name not in CLEARABLE:
            raise UsageError(f"--clear takes {listed(list(CLEARABLE))}. You typed {word}. Nothing saved.")
        found.append(name)
    return tuple(found)


def corrected(entry: AnyEntry, correction: Correction, typed: str) -> tuple[AnyEntry, list[str]]:
    """The corrected entry, and what changed in a few words each.

    `typed` is the instant (UTC) at which a score is given anew. Raises UsageError for what the entry does
    not have.
    """
    changes: list[str] = []
    if correction.when is not None:
        entry = _moved(entry, correction.when)
        changes.append(f"it was {show_moment(correction.when)}")
    if isinstance(entry, Reading):
        entry = _corrected_reading(entry, correction, changes)
    else:
        entry = _corrected_session(entry, correction, typed, changes)
    return entry, changes


def _moved(entry: AnyEntry, when: Moment) -> AnyEntry:
    if isinstance(entry, Reading):
        return replace(entry, when=when)
    # The scores' own times belonged to the time that was wrong.
    ratings = tuple(rating._replace(before_at=None, after_at=None) for rating in entry.ratings)
    return replace(entry, when=when, ratings=ratings)


def _corrected_reading(reading: Reading, given: Correction, changes: list[str]) -> Reading:
    if given.before is not None or given.after is not None:
        raise UsageError(f"{reading.label} is a reading: it has one score, --score. Nothing saved.")
    if odd := [name for name in given.clear if name not in _OF_READING]:
        raise UsageError(f"A reading has no {odd[0]} to clear. Nothing saved.")
    if given.new_name is not None:
        changes.append(f"{reading.condition} is now {given.new_name}")
        reading = replace(reading, condition=given.new_name)
    if given.score is not None:
        changes.append(f"{reading.condition} {show_score(given.score)}")
        reading = replace(reading, score=given.score)
    if "note" in given.clear:
        changes.append("note emptied")
        reading = replace(reading, note=None)
    return reading


def _corrected_session(session: Session, given: Correction, typed: str, changes: list[str]) -> Session:
    if given.score is not None:
        raise UsageError(f"{session.label} is a session: its scores are --before and --after. Nothing saved.")
    if {"before", "after"} & {*given.clear} or (given.before, given.after, given.new_name) != (
        None,
        None,
        None,
    ):
        session = _corrected_rating(session, given, typed, changes)
    for name in given.clear:
        if name not in ("before", "after"):
            session = replace(session, **_EMPTY[name])
            changes.append(f"{'practitioner' if name == 'with' else name} emptied")
    return session


def _corrected_rating(session: Session, given: Correction, typed: str, changes: list[str]) -> Session:
    old = _selected(session, given)
    rating = old
    if given.before not in (None, old.before):
        rating = rating._replace(before=given.before, before_entered=typed)
    if given.after not in (None, old.after):
        rating = rating._replace(after=given.after, after_entered=typed)
    if "before" in given.clear:
        rating = rating._replace(before=None, before_at=None, before_entered=None)
    if "after" in given.clear:
        rating = rating._replace(after=None, after_at=None, after_entered=None)
    if (rating.before, rating.after) != (old.before, old.after):
        changes.append(f"{rating.condition} {rating.in_words()}")
    if given.new_name is not None:
        there = session.rating_of(given.new_name)
        if there is not None and there is not session.rating_of(old.condition):
            raise UsageError(f"Session {session.label} rates {there.condition} already. Nothing saved.")
        rating = rating._replace(condition=given.new_name)
        changes.append(f"{old.condition} is now {given.new_name}")
    if session.rating_of(old.condition) is None:
        return replace(session, ratings=(*session.ratings, rating))
    kept = [rating if each.condition == old.condition else each for each in session.ratings]
    # A rating without any score says nothing any more.
    return replace(session, ratings=tuple(each for each in kept if (each.before, each.after) != (None, None)))


def _selected(session: Session, given: Correction) -> Rating:
    if given.condition is not None:
        rating = session.rating_of(given.condition)
        if rating is None and given.before is None and given.after is None:
            raise UsageError(f"Session {session.label} does not rate {given.condition}. Nothing saved.")
        return rating or Rating(condition=given.condition)
    if len(session.ratings) == 1:
        return session.ratings[0]
    names = [rating.condition for rating in session.ratings]
    if not names:
        raise UsageError(f"Session {session.label} rates nothing yet: name the condition with --for. Nothing saved.")
    raise UsageError(f"Session {session.label} rates {listed(names, 'and')}: say which with --for. Nothing saved.")

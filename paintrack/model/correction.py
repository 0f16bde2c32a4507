"""Corrections of an entry: only what is given changes."""

from dataclasses import replace
from typing import Any, NamedTuple

from paintrack.errors import UsageError
from paintrack.model.entry import AnyEntry, Rating, Reading, Session, kind_name
from paintrack.model.moment import Moment, show_moment
from paintrack.model.other_entries import Note, Peg, Plan, Question
from paintrack.model.score import show_score
from paintrack.model.text import capitalize_first, folded, listed

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
_OF_REMARKS = ("text", "private", "peg", "sessions", "goal")


class Correction(NamedTuple):
    """What an edit gives: None or empty where nothing is said. `condition` selects the rating of a session."""

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
    if isinstance(entry, Session | Reading) and (
        odd := [name for name in _OF_REMARKS if getattr(correction, name) is not None]
    ):
        raise UsageError(f"{capitalize_first(entry.kind)} {entry.label} has no {odd[0]} to correct. Nothing saved.")
    if correction.when is not None:
        changes.append(f"it was {show_moment(correction.when)}")
    if isinstance(entry, Session):
        if correction.when is not None:
            # The scores' own times belonged to the time that was wrong.
            ratings = tuple(rating._replace(before_at=None, after_at=None) for rating in entry.ratings)
            entry = replace(entry, when=correction.when, ratings=ratings)
        return _corrected_session(entry, correction, typed, changes), changes
    if correction.when is not None:
        entry = replace(entry, when=correction.when)
    if isinstance(entry, Reading):
        return _corrected_reading(entry, correction, changes), changes
    return _corrected_remark(entry, correction, changes), changes


def _corrected_remark(
    entry: Note | Question | Peg | Plan, given: Correction, changes: list[str]
) -> Note | Question | Peg | Plan:
    fits: dict[str, bool] = {
        "text": isinstance(entry, Note | Question),
        "private": isinstance(entry, Note),
        "peg": isinstance(entry, Peg),
        "sessions": isinstance(entry, Plan),
        "goal": isinstance(entry, Plan),
    }
    said = {name: value for name, value in given._replace(when=None)._asdict().items() if value not in (None, ())}
    if odd := [name for name in said if not fits.get(name, False)]:
        raise UsageError(
            f"{capitalize_first(kind_name(entry.kind))} {entry.label} has no {odd[0]} to correct. Nothing saved."
        )
    if given.peg is not None and isinstance(entry, Peg):
        said = dict(zip(("pain", "enjoyment", "activity"), given.peg, strict=True))
    entry = replace(entry, **said)
    if said:
        changes.append(
            {True: "it stays off your page", False: "it will be on your page"}[given.private]
            if given.private is not None and len(said) == 1
            else entry.in_words()
        )
    return entry


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
    elif given.condition is not None:
        _selected(session, given)
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

"""Corrections of an entry: fields that a correction does not name stay as they are.

The errors of `apply_correction` carry values; `views/refusals` puts them into sentences.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from paintrack.model.changes.correction_errors import (
    AlreadyRatedError,
    AmbiguousRatingError,
    NoSuchFieldError,
    NotClearableError,
    NotRatedError,
    ReadingHasOneScoreError,
    SessionHasTwoScoresError,
    SideEffectNotThereError,
    UnknownFieldError,
)
from paintrack.model.changes.moved_session import moved_session
from paintrack.model.entries import AnyEntry, Rating, Reading, Session, SideEffect
from paintrack.model.fields import OUTCOME, Field, clear_words, clearable_fields
from paintrack.model.other_entries import OtherEntry
from paintrack.model.symptoms.side_effect_recognition import parse_side_effect
from paintrack.model.symptoms.side_effects_typed_twice import is_same
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import Moment

Scored = TypeVar("Scored", Session, Reading)
CLEARABLE = clear_words()
# Other words for those of `CLEARABLE`.
_ALSO_CALLED = {"side-effect": "side-effects", "practitioner": "with", "point": "points"}
_SCORES = ("before", "after")
_AMOUNTS = {"cost", "covered"}
_SIDE_EFFECTS = "side-effects"


class Correction(NamedTuple):
    """The new values of an entry's fields; None or empty: unchanged. `condition` selects the rating of a session.

    `clear` has words of `CLEARABLE`, `removed_effects` are side effects that the session has, `removed_outcomes` those
    whose outcome is removed, None for each that has one. `values` are fields of the other kinds (notes, plans, ...), by
    name.
    """

    condition: str | None = None
    before: float | None = None
    after: float | None = None
    score: float | None = None
    new_name: str | None = None
    when: Moment | None = None
    clear: tuple[str, ...] = ()
    removed_effects: tuple[SideEffect, ...] = ()
    removed_outcomes: tuple[SideEffect | None, ...] = ()
    values: Mapping[str, Any] = MappingProxyType({})


class Cleared(NamedTuple):
    """What `--clear` names: fields by their words, side effects, and side effects of which the outcome is meant.

    In `outcomes`, None stands for the outcome of each side effect.
    """

    fields: tuple[str, ...]
    effects: tuple[SideEffect, ...]
    outcomes: tuple[SideEffect | None, ...]


def parse_clear(words: list[str]) -> Cleared:
    """What the words mean: `note`, `side-effect=bruise`, `outcome`, `outcome=bruise`. Raises UnknownFieldError."""
    names, effects, outcomes = list[str](), list[SideEffect](), list[SideEffect | None]()
    for word in words:
        typed, sign, item = word.partition("=")
        name = folded(typed).replace("_", "-").replace(" ", "-")
        name = _ALSO_CALLED.get(name, name)
        if name not in CLEARABLE or (sign and name not in (_SIDE_EFFECTS, OUTCOME)):
            raise UnknownFieldError(word, CLEARABLE)
        if name == OUTCOME:
            outcomes.append(parse_side_effect(item) if sign else None)
        elif sign:
            effects.append(parse_side_effect(item))
        else:
            names.append(name)
    return Cleared(tuple(names), tuple(effects), tuple(outcomes))


def apply_correction(entry: AnyEntry, correction: Correction, typed: str) -> AnyEntry:
    """The corrected entry.

    `typed` is the instant (UTC) at which new scores were typed. Raises NoSuchFieldError,
    NotClearableError, ReadingHasOneScoreError, SessionHasTwoScoresError, AlreadyRatedError, NotRatedError,
    AmbiguousRatingError or SideEffectNotThereError, all of which are UsageErrors.
    """
    own_names = {field.name for field in fields(entry)}
    if foreign := [name for name in correction.values if name not in own_names]:
        raise NoSuchFieldError(entry.kind, entry.label, foreign[0])
    if isinstance(entry, Session):
        if correction.when is not None:
            entry = moved_session(entry, correction.when, typed)
        return _correct_session(entry, correction, typed)
    if correction.when is not None:
        entry = replace(entry, when=correction.when)
    if isinstance(entry, Reading):
        return _correct_reading(entry, correction)
    return _correct_other(entry, correction)


def _correct_other(entry: OtherEntry, correction: Correction) -> OtherEntry:
    foreign = [
        name
        for name, value in correction._replace(when=None, values={})._asdict().items()
        if value is not None and value not in ((), {})
    ]
    if foreign:
        raise NoSuchFieldError(entry.kind, entry.label, foreign[0])
    return replace(entry, **correction.values)


def _correct_reading(reading: Reading, correction: Correction) -> Reading:
    if correction.before is not None or correction.after is not None:
        raise ReadingHasOneScoreError(reading.label)
    if correction.removed_effects or correction.removed_outcomes:
        raise NotClearableError(_SIDE_EFFECTS if correction.removed_effects else OUTCOME)
    if correction.new_name is not None:
        reading = replace(reading, condition=correction.new_name)
    if correction.score is not None:
        reading = replace(reading, score=correction.score)
    return _with_cleared_fields(reading, correction)


def _correct_session(session: Session, correction: Correction, typed: str) -> Session:
    if correction.score is not None:
        raise SessionHasTwoScoresError(session.label)
    if {*_SCORES} & {*correction.clear} or (correction.before, correction.after, correction.new_name) != (
        None,
        None,
        None,
    ):
        session = _correct_rating(session, correction, typed)
    elif correction.condition is not None:
        selected_rating(session, correction)
    for effect in correction.removed_effects:
        session = _without_side_effect(session, effect)
    for outcome_of in correction.removed_outcomes:
        session = _without_outcome(session, outcome_of)
    session = _with_cleared_fields(session, correction)
    if _AMOUNTS & {*correction.clear} and session.cost is None and session.covered is None:
        # The amount that is typed next may be in another currency.
        return replace(session, currency=None)
    return session


def _without_side_effect(session: Session, effect: SideEffect) -> Session:
    """The session without the newest of its side effects that is the same. Raises SideEffectNotThereError."""
    places = [place for place, each in enumerate(session.side_effects) if is_same(each, effect)]
    if not places:
        raise SideEffectNotThereError(session.label, effect, session.side_effects)
    kept_effects = (*session.side_effects[: places[-1]], *session.side_effects[places[-1] + 1 :])
    return replace(session, side_effects=kept_effects)


def _without_outcome(session: Session, effect: SideEffect | None) -> Session:
    """The session without the outcome of the newest of its side effects that is the same, or of each (None).

    Raises SideEffectNotThereError.
    """
    having = [place for place, each in enumerate(session.side_effects) if each.outcome is not None]
    places = having if effect is None else [each for each in having if is_same(session.side_effects[each], effect)][-1:]
    if effect is not None and not places:
        raise SideEffectNotThereError(
            session.label, effect, [session.side_effects[each] for each in having], of_outcome=True
        )
    effects = (
        each._replace(outcome=None) if place in places else each for place, each in enumerate(session.side_effects)
    )
    return replace(session, side_effects=tuple(effects))


def cleared_fields(entry: Session | Reading, correction: Correction) -> list[Field]:
    """The fields that `--clear` empties, without a session's scores, which belong to its ratings."""
    return [
        field
        for field in clearable_fields()
        if field.clear_word in correction.clear and not (field.name in _SCORES and isinstance(entry, Session))
    ]


def _with_cleared_fields(entry: Scored, correction: Correction) -> Scored:
    """The entry without the fields of `cleared_fields`. Raises NotClearableError."""
    empty: dict[str, Any] = {field.name: field.default for field in fields(entry)}
    for field in cleared_fields(entry, correction):
        if field.name not in empty:
            raise NotClearableError(field.clear_word)
        entry = replace(entry, **{field.name: empty[field.name]})
    return entry


def _correct_rating(session: Session, correction: Correction, typed: str) -> Session:
    old = selected_rating(session, correction)
    rating = old
    if correction.before not in (None, old.before):
        rating = rating._replace(before=correction.before, before_entered=typed)
    if correction.after not in (None, old.after):
        rating = rating._replace(after=correction.after, after_entered=typed)
    if "before" in correction.clear:
        rating = rating._replace(before=None, before_at=None, before_entered=None)
    if "after" in correction.clear:
        rating = rating._replace(after=None, after_at=None, after_entered=None)
    if correction.new_name is not None:
        existing = session.rating_of(correction.new_name)
        if existing is not None and existing is not session.rating_of(old.condition):
            raise AlreadyRatedError(session.label, existing.condition)
        rating = rating.renamed(correction.new_name)
    if session.rating_of(old.condition) is None:
        return session.with_rating(rating)
    ratings = [rating if each.condition == old.condition else each for each in session.ratings]
    # A rating without any score left is removed.
    return replace(session, ratings=tuple(each for each in ratings if (each.before, each.after) != (None, None)))


def selected_rating(session: Session, correction: Correction) -> Rating:
    """The rating of the session that the correction is about; an empty one for a condition that gets its first score.

    Raises NotRatedError if the session does not rate the condition and no score is to be added, AmbiguousRatingError
    if no condition is named and the session does not have exactly one rating.
    """
    if correction.condition is not None:
        rating = session.rating_of(correction.condition)
        if rating is None and correction.before is None and correction.after is None:
            raise NotRatedError(session.label, correction.condition)
        return rating or Rating(condition=correction.condition)
    if len(session.ratings) == 1:
        return session.ratings[0]
    raise AmbiguousRatingError(session.label, [rating.condition for rating in session.ratings])

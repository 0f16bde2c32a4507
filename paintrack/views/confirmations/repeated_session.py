"""Remarks that a visit or a reading may have been typed twice, with the command that joins or removes them."""

from collections.abc import Iterable, Sequence
from dataclasses import fields

from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_line
from paintrack.model.entries import Entry, Rating, Reading, Session
from paintrack.model.open_session import current_session, current_sessions, open_ratings
from paintrack.model.values.moment import Moment
from paintrack.model.visits_typed_twice import same_visits
from paintrack.views.confirmations.confirmation_parts import command_typed_again
from paintrack.views.rating_command_lines import scores_after_command
from paintrack.views.value_words import open_conditions_in_words, show_day, show_moment, show_score


def repeated_session_remarks(session: Session, nearby: Iterable[Session]) -> list[str]:
    """At most one sentence, on the nearest session that may be the same visit as `session`, which was just saved.

    The one that lacks a score on leaving is the one to delete, else this one; but never one with a score or a detail
    that the other lacks. One that rates other conditions, as near as the parts of a visit are, is to be joined with
    this one.
    """
    other_sessions = [each for each in nearby if each.uid != session.uid]
    same = same_visits(session, other_sessions)
    # By uid: to compare two sessions is to compare all their fields, and a day can hold hundreds of them.
    uids_of_same = {each.uid for each in same}
    of_other_conditions = [
        each
        for each in current_sessions(other_sessions, session.when)
        if each.uid not in uids_of_same and not open_ratings(each)
    ]
    other = min([*same, *of_other_conditions], key=lambda each: abs(each.at - session.at), default=None)
    if other is not None and other.uid in uids_of_same:
        question = _question_of_twins(session, other)
        if open_ratings(other):
            return [f"Session {other.label} is open {_since(other.when)}. {question}"]
        names = [isolated(each.condition) for each in session.ratings if other.rating_of(each.condition)]
        both = _two_visits(session, other)
        return [f"Session {other.label}, {show_moment(other.when)}, rates {listed(names, 'and')} too. {both}{question}"]
    current = current_session([each for each in other_sessions if open_ratings(each)], session.when)
    if current is not None:
        opened = f"Session {current.label} is open {_since(current.when)}, {open_conditions_in_words(current)}"
        return [f"{opened}: {scores_after_command(current)}"]
    return [] if other is None else [_question_of_parts(session, other)]


def _question_of_parts(session: Session, other: Session) -> str:
    """Whether the two, which rate no condition both, are one visit, and the commands that make them one session."""
    names = [isolated(each.condition) for each in other.ratings]
    rates = f"rates {listed(names, 'and')}" if names else "has no scores"
    question = f"Session {other.label}, {show_moment(other.when)}, {rates}. The same visit?"
    # The score on leaving that an open session gets yet must not be deleted with it: better it stays.
    is_open = bool(open_ratings(session))
    pairs = [(other, session), (session, other)]
    for kept, removed in reversed(pairs) if is_open else pairs:
        if len(removed.ratings) == 1 and _says_as_much(kept, removed):
            when = "When it is over, join" if removed is session and is_open else "Join"
            joined = f"{_edit_to_add(kept, removed.ratings[0])}{_time_to_keep(kept, removed)}"
            return f"{question} {when} them: {joined}, then paintrack delete {removed.label}"
    return f"{question} Compare them: paintrack show {other.label}"


def _says_as_much(kept: Session, removed: Session) -> bool:
    """Whether the kept one has all that the other says beside its scores."""
    own = {field.name for field in fields(Session)} - {field.name for field in fields(Entry)} - {"ratings"}
    return all(getattr(removed, name) in (None, (), getattr(kept, name)) for name in own)


def _edit_to_add(session: Session, rating: Rating) -> str:
    """The command that adds a rating to a session that has none of its condition; SCORE stands for one yet to come."""
    scores = (("before", show_score(rating.before)), ("after", "SCORE" if rating.is_open else show_score(rating.after)))
    options = "".join(f" --{which} {score}" for which, score in scores if score)
    return f"paintrack edit {session.label} --for {shell_quoted(visible_line(rating.condition))}{options}"


def _question_of_twins(session: Session, other: Session) -> str:
    """The question whether the two are one visit, and how to remove the one that says nothing of its own."""
    is_other_incomplete = bool(open_ratings(other)) and not open_ratings(session)
    pairs = [(other, session), (session, other)]
    # Each as what is kept and what is removed.
    ordered = reversed(pairs) if is_other_incomplete else pairs
    removable = [(kept, gone) for kept, gone in ordered if _rates_as_much(kept, gone) and _says_as_much(kept, gone)]
    if not removable:
        return f"The same visit? Compare them: paintrack show {other.label}"
    # What is removed takes its time of day with it: where both can go, it is the one without.
    with_time = [pair for pair in removable if session.ratings == other.ratings and not _time_to_keep(*pair)]
    kept, removed = (with_time or removable)[0]
    if not (at := _time_to_keep(kept, removed)):
        return f"The same visit? paintrack delete {removed.label}"
    return f"The same visit? To keep its time: paintrack edit {kept.label}{at}, then paintrack delete {removed.label}"


def _two_visits(session: Session, other: Session) -> str:
    """Says first that both may be right, where a condition has another score in each; empty where none has."""
    pairs = [(each, rating) for each in session.ratings if (rating := other.rating_of(each.condition)) is not None]
    scores = [(pair[0].before, pair[1].before) for pair in pairs] + [(pair[0].after, pair[1].after) for pair in pairs]
    has_other_score = any(first is not None and second is not None and first != second for first, second in scores)
    return "Two visits? Both stay. " if has_other_score else ""


def _time_to_keep(kept: Session, removed: Session) -> str:
    """`--at` with the time of day of the removed one, where only that one says it; else empty."""
    is_lost = removed.when.time_given and not kept.when.time_given and removed.when.day == kept.when.day
    return f' --at "{removed.when.at:%Y-%m-%d %H:%M}"' if is_lost else ""


def _rates_as_much(kept: Session, removed: Session) -> bool:
    """Whether `kept` has each score that `removed` has: before and after, for each condition."""
    pairs = [(kept.rating_of(each.condition), each) for each in removed.ratings]
    return all(
        rating is not None
        and (each.before is None or rating.before is not None)
        and (each.after is None or rating.after is not None)
        for rating, each in pairs
    )


def joined_session_remark(session: Session, with_another: Sequence[str]) -> str:
    """Says that scores on arrival went into a session that is open, and how to open another one instead.

    `with_another` is the command line for that, as words without `paintrack`.
    """
    return (
        f"Added to session {session.label}, open {_since(session.when)}. "
        f"A visit of its own? paintrack undo, then: {command_typed_again(with_another)}"
    )


def left_open_remark(session: Session) -> str:
    """Says that an earlier session has no score on leaving, and how to add one."""
    name = f"Session {session.label}, {show_day(session.when.day)}, {open_conditions_in_words(session)}"
    return f"{name}, has no score after: {scores_after_command(session)}"


def leaving_score_question(session: Session, condition: str, score: float) -> str:
    """The question whether a reading is the score on leaving of the session that is open."""
    return (
        f"Session {session.label} is open {_since(session.when)}. "
        f"Is {show_score(score)} the score after it, for {isolated(condition)}?"
    )


def reading_in_session_remark(session: Session, condition: str, score: float) -> str:
    """Says that a reading was saved while a session is open, and how to make it the score on leaving."""
    command = f"paintrack after {show_score(score)} --for {shell_quoted(visible_line(condition))}"
    return f"Session {session.label} is open. Was it the score after? paintrack undo, then: {command}"


def repeated_reading_remark(reading: Reading, other: Reading, *, is_all: bool) -> str:
    """Says that the reading, which was just saved, equals another one, and how to remove it.

    `is_all`: nothing else was saved with it, but what is repeated too.
    """
    name = f"{isolated(other.condition)} {show_score(other.score)}"
    command = "paintrack undo" if is_all else f"paintrack delete {reading.label}"
    return f"Reading {other.label}, {show_moment(other.when)}, is {name} too. Typed twice? {command}"


def _since(when: Moment) -> str:
    return f"since {when.at:%H:%M}" if when.time_given else f"since {show_day(when.day)}"

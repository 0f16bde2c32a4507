"""Saving a session: what before, after and log have in common."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import (
    practitioner_hint,
    with_default_currency,
    with_known_spelling,
)
from paintrack.model.entries import Rating, Session
from paintrack.model.open_session import current_sessions, open_ratings
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.values.moment import Moment, now_moment
from paintrack.views.confirmations.score_confirmation import session_confirmation
from paintrack.views.value_words import show_moment

if TYPE_CHECKING:
    from paintrack.commands._shared.terminal.console import Console
    from paintrack.storage.writer import Writer


def new_session(when: Moment, stamp: str, ratings: Sequence[Rating] = ()) -> Session:
    """A session that is not saved yet, with a new uid; `stamp` is the instant of the write."""
    return Session(uid=uuid4().hex, when=when, entered=stamp, edited=stamp, ratings=tuple(ratings))


def save_session(writer: "Writer", session: Session, details: SessionDetails) -> tuple[Session, list[str]]:
    """Save the session with the details added, names in their known spelling and amounts in the usual currency.

    Returns it as saved, and sentences on the details for the confirmation.
    """
    remarks = [*details.remarks, *details.repeats(session), *practitioner_hint(details, writer)]
    completed = with_known_spelling(details, writer).added_to(session)
    saved = writer.save(with_default_currency(completed, details, writer))
    return saved, [*_detail_remarks(saved, details), *remarks]


def acknowledge_session(
    context: Context,
    session: Session,
    ratings: Sequence[Rating],
    details: SessionDetails,
    *,
    when: Moment,
    closed_state: str = "",
    remarks: Iterable[str],
    next_step: str = "",
    is_began_named: bool = False,
    as_json: bool,
) -> None:
    """Say that the session is saved, with those of its ratings and details that were typed.

    `closed_state` is the state of a session in which no score on leaving is missing, such as `is complete`. With
    `is_began_named` it says when the session was, if that is not `when`. See `session_confirmation` for the other
    arguments.
    """
    warn_of_excess_cover(context.console, session, details)
    if as_json:
        context.console.say_json(entry_json(session))
        return
    state, width = "is open" if open_ratings(session) else closed_state, context.console.width
    if is_began_named and (began := _began(session, when)):
        state = f"of {began} {state}"
    context.console.acknowledge(
        session_confirmation(
            session, ratings, when=when, state=state, width=width, remarks=[*remarks], next_step=next_step
        )
    )


def _began(session: Session, when: Moment) -> str:
    """When the session was, as briefly as it differs from `when`; empty where it does not."""
    if when.day != session.when.day:
        return show_moment(session.when)
    is_timed = when.time_given and session.when.time_given
    return f"{session.at:%H:%M}" if is_timed and when.at != session.at else ""


def _detail_remarks(session: Session, details: SessionDetails) -> list[str]:
    """A line of what was saved with the scores; empty where there is nothing but them."""
    if details == SessionDetails():
        return []
    from paintrack.views.confirmations.saved_details import saved_details

    return [line] if (line := saved_details(details, session.currency)) else []


def warn_of_excess_cover(console: "Console", session: Session, details: SessionDetails) -> None:
    """Say so where one of the two amounts was typed and more is covered than the visit cost."""
    if details.cost is details.covered is None:
        return
    from paintrack.views.confirmations.saved_details import excess_cover_warning

    if warning := excess_cover_warning(session, width=console.width):
        console.warn(warning)


def completion_step(
    session: Session, nearby_sessions: Iterable[Session], now: datetime, *, has_score: bool = False
) -> str:
    """What to type for the scores on leaving that a saved session waits for; empty where it waits for none.

    `nearby_sessions` are sessions that may wait too: `after SCORE` alone is for the only one that is going on.
    `has_score`: a score on leaving of another condition was saved just now.
    """
    if not open_ratings(session):
        return ""
    from paintrack.views.rating_command_lines import other_scores_after_hint, scores_after_hint

    waiting = [session, *(each for each in nearby_sessions if each.uid != session.uid and open_ratings(each))]
    is_only_one = current_sessions(waiting, now_moment(now)) == [session]
    hint = other_scores_after_hint if has_score else scores_after_hint
    return hint(session, is_only_one=is_only_one)

"""Saving a session: what before, after and log have in common."""

from collections.abc import Sequence
from uuid import uuid4

from paintrack.commands._shared.sessions.resolve import with_default_currency, with_known_spelling
from paintrack.model.entries import Rating, Session
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.values.moment import Moment
from paintrack.storage.writer import Writer


def new_session(when: Moment, stamp: str, ratings: Sequence[Rating] = ()) -> Session:
    """A session that is not saved yet, with a new uid; `stamp` is the instant of the write."""
    return Session(uid=uuid4().hex, when=when, entered=stamp, edited=stamp, ratings=tuple(ratings))


def save_session(writer: Writer, session: Session, details: SessionDetails) -> Session:
    """Save the session with the details added, names in their known spelling and amounts in the usual currency."""
    return writer.save(with_default_currency(with_known_spelling(details, writer).added_to(session), writer))

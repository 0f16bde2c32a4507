"""The command for a score, `before` or `after`: it depends on whether a session is open now."""

from collections.abc import Sequence
from datetime import datetime

from paintrack.model.open_session import current_session, open_ratings
from paintrack.model.values.moment import now_moment
from paintrack.storage.reader import Reader


def before_or_after_command(arguments: Sequence[str], reader: Reader, now: datetime) -> list[str]:
    """The one command of the two that takes a score with these arguments now, as a list; empty if that is not clear."""
    session = current_session(reader.open_sessions(), now_moment(now))
    if session is None:
        return ["before"]
    if "--for" in arguments:
        rating = session.rating_of(arguments[arguments.index("--for") + 1])
        return ["before"] if rating is None else ["after"] if rating.is_open else []
    return ["after"] if len(open_ratings(session)) == 1 else []


def example_for_open_session(line: list[str], reader: Reader, now: datetime) -> list[str]:
    """An example that works now: `after` where `before` would meet an open session, `log` where none is open."""
    if line[0] not in ("before", "after"):
        return line
    is_open = current_session(reader.open_sessions(), now_moment(now)) is not None
    if line[0] == "before":
        return ["after", "3"] if is_open else line
    return line if is_open else ["log", "7", "3"]

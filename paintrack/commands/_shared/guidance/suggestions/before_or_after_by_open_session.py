"""Whether a score or an example belongs to the session that is open now."""

from collections.abc import Sequence
from datetime import datetime

from paintrack.model.open_session import current_session, open_ratings
from paintrack.model.values.moment import now_moment
from paintrack.storage.reader import Reader


def around_session(arguments: Sequence[str], reader: Reader, now: datetime) -> list[str]:
    """`before` or `after`, whichever takes a score with these arguments now; neither where that is not clear."""
    session = current_session(reader.open_sessions(), now_moment(now))
    if session is None:
        return ["before"]
    if "--for" in arguments:
        rating = session.rating_of(arguments[arguments.index("--for") + 1])
        return ["before"] if rating is None else ["after"] if rating.is_open else []
    return ["after"] if len(open_ratings(session)) == 1 else []


def as_it_is_now(line: list[str], reader: Reader, now: datetime) -> list[str]:
    """An example that opens or completes a session, so that it fits whether one is open."""
    if line[0] not in ("before", "after"):
        return line
    is_open = current_session(reader.open_sessions(), now_moment(now)) is not None
    if line[0] == "before":
        return ["after", "3"] if is_open else line
    return line if is_open else ["log", "7", "3"]

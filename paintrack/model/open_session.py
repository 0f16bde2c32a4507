"""A session in two steps: opened with the score on arrival, completed with the one on leaving."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from paintrack.errors import NotFoundError, UsageError
from paintrack.model.entry import Rating, Session
from paintrack.model.moment import Moment, show_day, to_utc
from paintrack.model.score import show_score
from paintrack.model.text import listed

# A visit rarely takes longer; a score given later is how it is now, not how it was right after.
LONGEST = timedelta(hours=4)


def current_sessions(open_sessions: Iterable[Session], when: Moment) -> list[Session]:
    """The open sessions of the same local day that began at most four hours before a moment, or after it.

    Without a time on either side the day alone decides. A score before its session is refused where it is given.
    """
    return [each for each in open_sessions if each.when.day == when.day and _may_last_until(each.when, when)]


def current_session(open_sessions: Iterable[Session], when: Moment) -> Session | None:
    """The first open session that may be going on at a moment and had begun by then."""
    found = current_sessions(open_sessions, when)
    return next((each for each in found if each.at <= when.at or not each.when.time_given), None)


def select_open_session(sessions: Sequence[Session], condition: str | None, score: float) -> Session | None:
    """The session that waits for the score: the one where the condition is open, None among none.

    Raises UsageError when more than one fits.
    """
    fits = [
        session
        for session in sessions
        if condition is None or ((rating := session.rating_of(condition)) is not None and rating.is_open)
    ]
    if len(fits) > 1:
        which = listed([f"{session.label} (since {session.at:%H:%M})" for session in fits], "and")
        raise UsageError(
            f"{len(fits)} sessions are open: {which}. Say which: paintrack after {show_score(score)} --session "
            f"{fits[0].label}. Nothing saved."
        )
    return next(iter([*fits, *sessions]), None)


def _may_last_until(begun: Moment, when: Moment) -> bool:
    if not (begun.time_given and when.time_given):
        return True
    return abs(when.at - begun.at) <= LONGEST


def add_arrival_scores(session: Session, ratings: Sequence[Rating], when: Moment, typed: str) -> Session:
    """The session that is going on with more scores on arrival, given at `when`, typed at the instant `typed`.

    Raises UsageError when it has one of the conditions already.
    """
    for rating in ratings:
        known = session.rating_of(rating.condition)
        if known is not None and known.before is not None:
            raise UsageError(
                f"Session {session.label} has {known.condition} already, since {session.at:%H:%M}. To correct it: "
                f"paintrack edit {session.label} --for {quoted(known.condition)} --before {show_score(rating.before)}. "
                f"For a new session: --another. Nothing saved."
            )
        session = session.with_rating(
            (known or rating)._replace(before=rating.before, before_at=to_utc(when.at), before_entered=typed)
        )
    return session


def add_leaving_scores(
    session: Session,
    score: float,
    condition: str | None,
    also: Sequence[tuple[str, float | None]],
    *,
    when: Moment | None,
    typed: str,
) -> tuple[Session, list[Rating]]:
    """The session with scores on leaving, and the ratings they completed.

    `condition` None means the one rating that is open beside those of `also`. `when` None: right after the
    session, the time is not known. Raises UsageError when it is not clear which rating is meant or when it
    has a score on leaving already.
    """
    if when is not None and session.when.time_given and when.at < session.at:
        raise UsageError(f"Session {session.label} began later, {session.at:%H:%M}. Nothing saved.")
    scores = [(condition or _only_open(session, score, [name for name, _ in also]), score), *also]
    done: list[Rating] = []
    for name, value in scores:
        rating = session.rating_of(name)
        correction = f"paintrack edit {session.label} --for {quoted(name)} --after {show_score(value)}"
        if rating is None:
            raise UsageError(
                f"Session {session.label} has no score on arrival for {name}. To save it all the same: "
                f"{correction}. Nothing saved."
            )
        if rating.after is not None:
            raise UsageError(
                f"Session {session.label} has {name} {show_score(rating.after)} after already. To correct it: "
                f"{correction}. Nothing saved."
            )
        rating = rating._replace(after=value, after_at=to_utc(when.at) if when else None, after_entered=typed)
        session = session.with_rating(rating)
        done.append(rating)
    return session, done


def refuse_stale(open_sessions: Sequence[Session], score: float, when: Moment) -> NotFoundError:
    """Why no session can be completed now, and what to type instead."""
    value = show_score(score)
    if not open_sessions:
        return NotFoundError(
            f"Nothing saved. No session is open. A whole session: paintrack log BEFORE {value}\n"
            f"How it is now: paintrack rate {value}"
        )
    newest = open_sessions[0]
    days = (when.day - newest.when.day).days
    today = f"from {newest.at:%H:%M} today" if newest.when.time_given else "from today"
    ago = {0: today, 1: f"from yesterday, {_stated(newest)}"}.get(days, f"from {_stated(newest)}")
    return NotFoundError(
        f"Nothing saved. The open session is {ago} (id {newest.label}).\n"
        f"  If {value} is how it was right after it:  paintrack after {value} --session {newest.label}\n"
        f"  If {value} is how it is now:              paintrack rate {value}"
    )


def open_ratings(session: Session) -> list[Rating]:
    """The ratings whose score on leaving is waited for."""
    return [rating for rating in session.ratings if rating.is_open]


def quoted(name: str) -> str:
    """A name as it is typed in a shell."""
    if name.replace("-", "").replace(".", "").isalnum():
        return name
    if not set(name) & set('"$`\\!'):
        return f'"{name}"'
    # Nothing that a shell would read in it: in single quotes, and those of its own apart.
    return "'" + name.replace("'", "'\"'\"'") + "'"


def _stated(session: Session) -> str:
    return f"{show_day(session.when.day)} {session.at:%H:%M}" if session.when.time_given else show_day(session.when.day)


def _only_open(session: Session, score: float, named: Sequence[str]) -> str:
    taken = {rating.condition for name in named if (rating := session.rating_of(name))}
    names = [rating.condition for rating in open_ratings(session) if rating.condition not in taken]
    if len(names) == 1:
        return names[0]
    if not names:
        raise UsageError(
            f"Session {session.label} waits for no score. To correct one: paintrack edit {session.label} "
            f"--after {show_score(score)}. Nothing saved."
        )
    first, *others = names
    also = " ".join(f'--also "{name}=SCORE"' for name in others)
    raise UsageError(
        f"{len(names)} scores are open in session {session.label}: {listed(names, 'and')}. Say which, or all: "
        f"paintrack after {show_score(score)} --for {quoted(first)} {also}. Nothing saved."
    )

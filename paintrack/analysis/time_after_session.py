"""How long after a session a reading was taken."""

from paintrack.model.values.moment import Moment, day_lived, days_after


def time_after_session(session: Moment | None, reading: Moment) -> str:
    """How long after a session a reading was taken: `same day`, `that night`, `next morning`, `3 days later`.

    Days are counted as `days_after` does; a morning ends at 12:00. Without a session: `before the first session`.
    """
    if session is None:
        return "before the first session"
    days = days_after(session.day, reading)
    if days > 1:
        return f"{days} days later"
    if days == 0:
        return "that night" if reading.day > session.day else "same day"
    if day_lived(reading) < reading.day:
        return "next night"
    return "next morning" if reading.time_given and reading.at.hour < 12 else "next day"

"""The time of day in figures: `15:00`, `3` with am or pm, and `15 uhr`."""

from datetime import time


def clock_of(clock: str, half: str | None) -> time:
    """The time of day `clock`, `15:00`; `half` is `a` for am, `p` for pm, None for 24 hours.

    Raises ValueError for a time that does not exist.
    """
    hour, _, rest = clock.partition(":")
    if half:
        if not 1 <= int(hour) <= 12:
            raise ValueError("no hour of half a day")
        hour = str(int(hour) % 12 + (12 if half == "p" else 0))
    return time.fromisoformat(f"{hour:0>2}:{rest}")


def clocks_meant(hour: str, minute: str | None, *, has_day: bool, is_hour: bool) -> list[time]:
    """The times that may be meant by an hour that is not written as a time: `15.30`, `15 uhr`, `tue at 3`.

    `has_day`: a day was typed before it. `is_hour`: a word such as `uhr` says that it is an hour.
    """
    if int(hour) > 23 or not (has_day or minute or is_hour):
        return []
    first = time(int(hour), int(minute or 0))
    is_either_half = not minute and not is_hour and 0 < first.hour < 12
    return [first, first.replace(hour=first.hour + 12)] if is_either_half else [first]

"""Values in the one form in which paintrack itself writes them to CSV and JSON: ids, times, instants, keys.

Each function gives the value or raises UsageError with a sentence why not.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import TypeVar

from paintrack.domain.when import Moment, stamp, to_utc
from paintrack.errors import UsageError

T = TypeVar("T")

_TIME = r"([0-9]{4})-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
_STAMP = r"([0-9]{4})-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z"
_INSTANT = r"([0-9]{4})-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}Z"
_UID = r"[0-9a-f]{32}"
_KEY = r"[a-z][a-z0-9_]{0,39}"
_WHOLE_STAMP = len("2026-11-03T14:00:00.000000Z")
# The years in which every time zone and every later edit still has a date.
_YEARS = range(1900, 9999)
# The clock of the computer that wrote the file may be ahead of this one.
_AHEAD = timedelta(days=1)
IN_THE_FUTURE = "It is in the future; only what has happened can be recorded."


def parse_uid(text: str) -> str:
    """32 hex digits, as they are."""
    if _compiled(_UID).fullmatch(text):
        return text
    raise UsageError("A uid is 32 of the digits 0 to 9 and a to f.")


def parse_key(text: str) -> str:
    """The key of a technique or a kind of side effect, also one that only a newer paintrack knows."""
    if _compiled(_KEY).fullmatch(text):
        return text
    raise UsageError("A key is a small letter, then small letters, digits and _, 40 at most.")


def parse_time(text: str) -> Moment:
    """A local time with offset; without seconds at noon (`T12:00+01:00`) the time was not given."""
    return _known(text, _TIME, Moment.from_iso, "A time is written as 2026-11-03T15:00:00+01:00.")


def is_ahead(moment: Moment, now: datetime) -> bool:
    """Whether it lies in the future, by more than two clocks may differ; `now` is aware."""
    return moment.at > now + _AHEAD


@lru_cache(maxsize=16)
def parse_stamp(text: str) -> str:
    """An instant in UTC with up to six digits of a second, as one with six: when something was typed."""
    at = _known(text, _STAMP, datetime.fromisoformat, "A time is written as 2026-11-03T14:00:00.000000Z.")
    return text if len(text) == _WHOLE_STAMP else stamp(at)


def parse_instant(text: str) -> str:
    """An instant in UTC with whole seconds: when a score was given."""
    return to_utc(_known(text, _INSTANT, datetime.fromisoformat, "A time is written as 2026-11-03T14:00:00Z."))


# Compiled when first needed: `list --json` writes rows and reads none. re's own memory takes as long as a match.
_compiled = cache(re.compile)


def _known(text: str, form: str, parse: Callable[[str], T], why_not: str) -> T:
    found = _compiled(form).fullmatch(text)
    if not found or int(found[1]) not in _YEARS:
        raise UsageError(why_not)
    try:
        return parse(text)
    except ValueError:
        raise UsageError("There is no such date or time.") from None

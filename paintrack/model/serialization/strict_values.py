"""Values in paintrack's own CSV and JSON, read strictly: uids, times, instants, keys.

Times may also have other forms of ISO 8601, as other programs write them when they re-save a file. Each parser returns
the value in the form in which it is stored, or raises UsageError.
"""

import re
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache

from paintrack.errors import UsageError
from paintrack.model.values.moment import Moment, is_stamp, stamp, to_utc

# As other programs re-save times: a space for the T, +00:00 for the Z, more or fewer decimals of a second.
# ISO 8601 in its extended or basic form, also with a week in the place of the month; `seconds` is empty without them.
# Left out on purpose: days counted through the year (2026-183) and U+2212 as the minus, which no spreadsheet writes.
# Python decides whether there is such a date. It takes more than this, and 24:00 for another day in each version.
_TIME = (
    r"[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|[0-9]{4}|-W[0-9]{2}(?:-[1-7])?|W[0-9]{2}[1-7]?)[Tt ](?:[01][0-9]|2[0-3])"
    r"(?::?[0-9]{2}(?P<seconds>:?[0-9]{2}(?:[.,][0-9]+)?)?)?(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)"
)
_UID = r"[0-9a-f]{32}"
_DIGEST = r"[0-9a-f]{16}"
_KEY = r"[a-z][a-z0-9_]{0,39}"
_MONTH = r"[0-9]{4}-(?:0[1-9]|1[0-2])"
_STAMP = "2026-11-03T14:00:00.000000Z"
# The years in which a date exists in every time zone and after every later edit: for local times, and for instants.
_YEARS = range(1900, 9999)
_FIRST, _END = datetime(1899, 12, 31, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
# The clock of the computer that wrote the file may be ahead of this computer's.
_AHEAD = timedelta(days=1)
IN_THE_FUTURE = "It is in the future; only what has happened can be recorded."


def parse_uid(text: str) -> str:
    """A uid: 32 hex digits."""
    if _compiled(_UID).fullmatch(text):
        return text
    raise UsageError("A uid is 32 of the digits 0 to 9 and a to f.")


def parse_digest(text: str) -> str:
    """A digest: 16 hex digits."""
    if _compiled(_DIGEST).fullmatch(text):
        return text
    raise UsageError("A digest is 16 of the digits 0 to 9 and a to f.")


def parse_key(text: str) -> str:
    """The key of a technique or of a kind of side effect, even one that only a newer paintrack knows."""
    if _compiled(_KEY).fullmatch(text):
        return text
    raise UsageError("A key is a small letter, then small letters, digits and _, 40 at most.")


def parse_month(text: str) -> str:
    """A calendar month such as `2026-10`, in the years 1900 to 9998."""
    if _compiled(_MONTH).fullmatch(text) and int(text[:4]) in _YEARS:
        return text
    raise UsageError("A month is written as 2026-10.")


def parse_time(text: str) -> Moment:
    """A local time with offset; `T12:00+01:00`, without seconds, stands for a time that was not given."""
    example = "2026-11-03T15:00:00+01:00"
    at, has_seconds = _parsed(text, example)
    if at.year not in _YEARS:
        raise _not_as(example)
    return Moment(at.replace(microsecond=0), time_given=has_seconds or (at.hour, at.minute) != (12, 0))


def is_in_future(moment: Moment, now: datetime) -> bool:
    """Whether it lies in the future by more than the clocks of two computers may differ; `now` has an offset."""
    return moment.at > now + _AHEAD


@lru_cache(maxsize=16)
def parse_stamp(text: str) -> str:
    """An instant at which something was typed, in UTC with microseconds."""
    at = _parsed_instant(text, _STAMP)
    # Nearly all have the stored form already, and formatting takes as long as all the rest.
    return text if is_stamp(text) else stamp(at)


def parse_instant(text: str) -> str:
    """An instant at which a score was given, in UTC with whole seconds."""
    return to_utc(_parsed_instant(text, "2026-11-03T14:00:00Z"))


# Compiled when first needed, since `list --json` parses no rows. A look-up in re's own cache takes as long as a match.
_compiled = cache(re.compile)


def _parsed(text: str, example: str) -> tuple[datetime, bool]:
    """The time, and whether it was written with seconds."""
    match = _compiled(_TIME).fullmatch(text)
    if match is None:
        raise _not_as(example)
    try:
        return datetime.fromisoformat(text.upper()), match["seconds"] is not None
    except ValueError:
        raise UsageError("There is no such date or time: correct it in the file.") from None


def _parsed_instant(text: str, example: str) -> datetime:
    at, _ = _parsed(text, example)
    if not _FIRST <= at < _END:
        raise _not_as(example)
    return at


def _not_as(example: str) -> UsageError:
    return UsageError(f"Write a time as {example}.")

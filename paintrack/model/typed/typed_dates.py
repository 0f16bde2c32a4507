"""Dates and times as people type them: a small closed grammar, so that what is understood is never a guess.

`yesterday 15:00`, `tue 9am`, `3 nov`, `2 days ago`, `an hour ago`, `15:00`, and ISO 8601 with or without leading zeros.
A day without a year and a weekday are the last ones that are not in the future. What has two readings is refused, and
so is a day without a year of the coming week: it may be meant, or that of the year before.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.typed.clock_changes import ForwardChange, change_over
from paintrack.model.typed.typed_text import visible_line
from paintrack.model.values.moment import Localize, Moment, now_moment, offset_minutes

_FORMS = 'Type it as "yesterday 15:00", "tue 9am", "3 nov", "2 days ago", 2026-11-03 or "2026-11-03 15:00".'
_NEXT_FORMS = 'Type it as "tue 14:00", "tomorrow 9am", "3 nov 14:00", "in 2 weeks 10:00" or "2026-11-03 15:00".'
_DAY_FORMS = 'Type a day as 2026-11-03, yesterday, tue or "3 nov", a time span as 2026-11, "last month" or "30 days".'
# Nobody alive has an older session; earlier offsets have seconds, and arithmetic can leave the calendar.
_OLDEST = date(1900, 1, 1)
_LONGEST_WAIT = timedelta(days=731)
# So many days ahead a day without a year may be a slip for one that is still to come.
_COMING_WEEK = timedelta(days=7)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBER = rf"(\d{{1,4}}|{'|'.join(_NUMBERS)})"
_ISO_DAY = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_CLOCK = r"(?:at )?(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(?: ?([ap])\.?m\.?)?"
_HOUR = r"(?:at )?(?:(\d{1,2}) ?([ap])\.?m\.?|(noon))"
_ZONE = r"(Z|z|[+-]\d{2}:?\d{2})"
_DAY_MONTH = r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?(?:,? (\d{4}))?"
_MONTH_DAY = r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?"
_TIME_UNITS = {"minute": timedelta(minutes=1), "min": timedelta(minutes=1), "hour": timedelta(hours=1)}
_DAY_UNITS = {"day": 1, "week": 7}
# The day that words name, seen from today: words, text as typed, today.
_DayOf = Callable[[str, str, date], date | None]


class DaySpan(NamedTuple):
    """Calendar days from `first` to `last`."""

    first: date
    last: date


def parse_when(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment typed as `text`; a day alone is noon, with the time not given. `now` has an offset.

    A time without an offset is local: `localize` gives it the offset that held, of a time that came twice the first;
    to an instant with an offset it gives the local time. Raises UsageError for a text that is not understood, a time
    that the clock skipped, one in the future or before 1900.
    """
    words = _normalized(text)
    if words == "now":
        return now_moment(now)
    if (passed := _time_ago(words)) is not None:
        # The offset that held then, not that of now.
        return _checked(localize(now.astimezone(UTC) - passed), text, now, time_given=True)
    day, clock, zone = _split(words, text, now.date(), _recorded_day, _FORMS)
    if _is_weekday(words) and clock is not None and (day, clock) > (now.date(), now.time()):
        day -= timedelta(days=7)
    # Checked without the offset: with one, the last days of 9999 leave the calendar.
    if day > now.date() + timedelta(days=1):
        raise _future(text)
    at = _local_time(datetime.combine(day, clock or time(12)), zone, text, now, localize, is_checked=clock is not None)
    return _checked(at, text, now, time_given=clock is not None)


def parse_next_visit(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment of a visit that is still to come, typed as `text`: `tue 14:00`, `tomorrow 9am`, `in 2 weeks 10:00`.

    The forms are those of `parse_when`, looking ahead: a weekday and a day without a year are the next ones. `now` has
    an offset. Raises UsageError for a text that is not understood, one without the time of day, a time that the clock
    will skip, one that is past or more than two years away.
    """
    words = _normalized(text)
    day, clock, zone = _split(words, text, now.date(), _coming_day, _NEXT_FORMS)
    if clock is None:
        raise UsageError(f"{visible_line(text)} has no time of day. {_NEXT_FORMS}")
    if _is_weekday(words) and (day, clock) <= (now.date(), now.time()):
        day += timedelta(days=7)
    if day > now.date() + _LONGEST_WAIT:
        raise UsageError(f"{visible_line(text)} is more than two years away. {_NEXT_FORMS}")
    if day < now.date() - timedelta(days=1):
        raise _past(text)
    at = _local_time(datetime.combine(day, clock), zone, text, now, localize, is_checked=True)
    if at <= now:
        raise _past(text)
    return Moment(at.replace(tzinfo=timezone(timedelta(minutes=offset_minutes(at)))))


def parse_days(text: str, today: date) -> DaySpan:
    """The day or days typed for a filter: `2026-11-03`, `yesterday`, `2026-11`, `last month`, `30 days`.

    The days may lie in the future. Raises UsageError.
    """
    words = _normalized(text)
    try:
        if (span := _span(words, today)) is not None:
            return span
        if (day := _iso_day(words)) is None:
            day = _day(words, text, today)
    except (ValueError, OverflowError):
        raise UsageError(f"There is no such date: {visible_line(text)}. {_DAY_FORMS}") from None
    if day is None:
        raise UsageError(f"{_why_not(text)} {_DAY_FORMS}")
    return DaySpan(day, day)


def parse_past_month(text: str, today: date) -> str:
    """The calendar month typed as `text`, as `2026-10`: so, or by its English name, which is the last such month.

    The month of `today` is allowed. Raises UsageError for another form, and for a month in the future or before 1900.

    >>> parse_past_month("October", date(2026, 11, 3)), parse_past_month("nov", date(2026, 11, 3))
    ('2026-10', '2026-11')
    >>> parse_past_month("december", date(2026, 11, 3))
    '2025-12'
    """
    word = text.strip().casefold()
    if (place := _place(word, _MONTHS)) is not None:
        return f"{today.year - (place + 1 > today.month)}-{place + 1:02}"
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", word, re.ASCII):
        raise UsageError(f"The month {text or '(nothing)'} is not understood. Type a month as october or 2026-10.")
    if word > f"{today:%Y-%m}":
        raise UsageError(f"{text} is in the future; only what has happened can be recorded.")
    if word < f"{_OLDEST:%Y-%m}":
        raise UsageError(f"{text} is too long ago. Type a month as october or 2026-10.")
    return word


def _normalized(text: str) -> str:
    return " ".join(text.replace(",", ", ").casefold().split()).replace(" ,", ",")


def _local_time(
    wall: datetime, zone: str, text: str, now: datetime, localize: Localize, *, is_checked: bool
) -> datetime:
    """The time with the offset typed, else with that of its place; with `is_checked` the clock must have shown it."""
    try:
        at = datetime.fromisoformat(f"{wall.isoformat()}{zone.upper()}") if zone else localize(wall)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"There is no such date or time: {visible_line(text)}. {_FORMS}") from None
    if not zone and (is_checked or at.date() != wall.date()) and at.replace(tzinfo=None) != wall:
        raise _skipped(wall, change_over(wall, localize), now)
    return at


def _skipped(wall: datetime, change: ForwardChange, now: datetime) -> UsageError:
    verb = "went" if change.start < now.replace(tzinfo=None) else "goes"
    is_one_day = change.start.date() == change.end.date() == wall.date()
    form = "%H:%M" if is_one_day else "%Y-%m-%d %H:%M"
    return UsageError(
        f"There is no {wall:%H:%M} on {wall:%Y-%m-%d}: the clock {verb} from {change.start:{form}} to "
        f"{change.end:{form}}{' that day' if is_one_day else ''}. By the new time: "
        f'"{wall + (change.end - change.start):%Y-%m-%d %H:%M}".'
    )


def _past(text: str) -> UsageError:
    return UsageError(f"{visible_line(text)} is past; the next visit is still to come. {_NEXT_FORMS}")


def _future(text: str) -> UsageError:
    return UsageError(f"{visible_line(text)} is in the future; only what has happened can be recorded.")


def _checked(at: datetime, text: str, now: datetime, *, time_given: bool) -> Moment:
    if at.date() < _OLDEST:
        raise UsageError(f"{visible_line(text)} is too long ago. {_FORMS}")
    at = at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset_minutes(at))))
    if at > now if time_given else at.date() > now.date():
        raise _future(text)
    return Moment(at, time_given=time_given)


def _number(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def _time_ago(words: str) -> timedelta | None:
    """`2 hours ago`, `an hour ago`, `half an hour ago`; days ago are days, without a time."""
    if words == "half an hour ago":
        return timedelta(minutes=30)
    if not words.endswith(" ago"):
        # The expression below takes longer to compile than all else that is done for a day.
        return None
    match = re.fullmatch(rf"{_NUMBER} (minute|min|hour)s? ago", words, re.ASCII)
    return _number(match[1]) * _TIME_UNITS[match[2]] if match else None


def _split(words: str, text: str, today: date, day_of: _DayOf, forms: str) -> tuple[date, time | None, str]:
    """The day, the time of day (None: not given) and the offset (empty: local) that the words name."""
    # The commonest form first: its expression compiles in a tenth of the time that the others take.
    if match := re.fullmatch(_ISO_DAY, words, re.ASCII):
        return _real_day(int(match[1]), int(match[2]), int(match[3]), text), None, ""
    if match := re.fullmatch(rf"{_ISO_DAY}[ t]{_CLOCK} ?{_ZONE}?", words, re.ASCII):
        year, month, day, clock, half, zone = match.groups()
        return _real_day(int(year), int(month), int(day), text), _clock(clock, half, text), zone or ""
    if match := re.fullmatch(rf"(?:(.+?),? )?(?:{_CLOCK}|{_HOUR})", words, re.ASCII):
        day_words, clock, half, hour, hour_half, noon = match.groups()
        day_of_words = today if day_words is None else day_of(day_words, text, today)
        if day_of_words is None:
            raise UsageError(f"{_why_not(text)} {forms}")
        if noon:
            return day_of_words, time(12), ""
        return day_of_words, _clock(clock or f"{hour}:00", half or hour_half, text), ""
    day_alone = day_of(words, text, today)
    if day_alone is None:
        raise UsageError(f"{_why_not(text)} {forms}")
    return day_alone, None, ""


def _clock(clock: str | None, half: str | None, text: str) -> time | None:
    if clock is None:
        return None
    hour, _, rest = clock.partition(":")
    if half:
        if not 1 <= int(hour) <= 12:
            raise UsageError(f"There is no such time: {visible_line(text)}. {_FORMS}")
        hour = str(int(hour) % 12 + (12 if half == "p" else 0))
    if hour == "24":
        # CPython 3.14 and newer read it as 00:00 of the day that was typed, not of the next.
        raise UsageError(f"The day ends at 23:59; 24:00 is 00:00 of the next day. You typed {visible_line(text)}.")
    try:
        return time.fromisoformat(f"{hour:0>2}:{rest}")
    except ValueError:
        raise UsageError(f"There is no such date or time: {visible_line(text)}. {_FORMS}") from None


def _real_day(year: int, month: int, day: int, text: str) -> date:
    if (real_day := _day_or_none(year, month, day)) is None:
        raise UsageError(f"There is no such date or time: {visible_line(text)}. {_FORMS}")
    return real_day


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso_day(words: str) -> date | None:
    match = re.fullmatch(_ISO_DAY, words, re.ASCII)
    return date(*map(int, match.groups())) if match else None


def _day(words: str, text: str, today: date) -> date | None:
    """The day that the words name, the last one that is not after today; None where they name none."""
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    if (day := _iso_day(words)) is not None:
        return day
    if match := re.fullmatch(rf"{_NUMBER} (day|week)s? ago", words, re.ASCII):
        return today - timedelta(days=_number(match[1]) * _DAY_UNITS[match[2]])
    if match := re.fullmatch(r"(last )?([a-z]+)\.?", words, re.ASCII):
        weekday = _place(match[2], _WEEKDAYS)
        if weekday is None:
            return None
        back = (today.weekday() - weekday) % 7
        return today - timedelta(days=7 if match[1] and not back else back)
    if match := re.fullmatch(_DAY_MONTH, words, re.ASCII):
        return _day_of_month(int(match[1]), match[2], match[3], text, today)
    if match := re.fullmatch(_MONTH_DAY, words, re.ASCII):
        return _day_of_month(int(match[2]), match[1], match[3], text, today)
    return None


def _recorded_day(words: str, text: str, today: date) -> date | None:
    """`_day` for what has happened. Raises UsageError for a day without a year that lies in the coming week."""
    day = _day(words, text, today)
    if day is None or _is_weekday(words):
        return day
    coming = _coming_day(words, text, today)
    if coming is None or not day < today < coming <= today + _COMING_WEEK:
        return day
    year = {today.year: "this year", today.year - 1: "last year"}.get(day.year, str(day.year))
    past_form = _normalized(text).replace(words, f"{words} {day.year}", 1)
    raise UsageError(f"{words} {coming.year} is still to come; for {year} type: {past_form}")


def _coming_day(words: str, text: str, today: date) -> date | None:
    """The day that the words name, the first one that is not before today; None where they name none."""
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    if (day := _iso_day(words)) is not None:
        return day
    if match := re.fullmatch(rf"in {_NUMBER} (day|week)s?", words, re.ASCII):
        return today + timedelta(days=_number(match[1]) * _DAY_UNITS[match[2]])
    if (weekday := _place(words.rstrip("."), _WEEKDAYS)) is not None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    if match := re.fullmatch(_DAY_MONTH, words, re.ASCII):
        return _coming_day_of_month(int(match[1]), match[2], match[3], text, today)
    if match := re.fullmatch(_MONTH_DAY, words, re.ASCII):
        return _coming_day_of_month(int(match[2]), match[1], match[3], text, today)
    return None


def _is_weekday(words: str) -> bool:
    return _place(words.split(" ", 1)[0].rstrip(",."), _WEEKDAYS) is not None


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Where the name stands of which the word is the first three letters or more, as far as it goes."""
    return next((place for place, name in enumerate(names) if len(word) >= 3 and name.startswith(word)), None)


def _day_of_month(day: int, month_name: str, year: str | None, text: str, today: date) -> date | None:
    """The last such day that is not after `today`."""
    # 29 February may be up to eight years back.
    days = _days_of_month(day, month_name, year, text, range(today.year, today.year - 9, -1))
    return None if days is None else _first_of((each for each in days if year or each <= today), text)


def _coming_day_of_month(day: int, month_name: str, year: str | None, text: str, today: date) -> date | None:
    """The first such day that is not before `today`."""
    days = _days_of_month(day, month_name, year, text, range(today.year, today.year + 9))
    return None if days is None else _first_of((each for each in days if year or each >= today), text)


def _days_of_month(day: int, month_name: str, typed_year: str | None, text: str, years: range) -> list[date] | None:
    """The day in the year typed, else in each of the `years` that has it; None where there is no such month."""
    month = _place(month_name, _MONTHS)
    if month is None:
        return None
    if typed_year is not None:
        return [_real_day(int(typed_year), month + 1, day, text)]
    return [each for each in (_day_or_none(year, month + 1, day) for year in years) if each is not None]


def _first_of(days: Iterable[date], text: str) -> date:
    for day in days:
        return day
    raise UsageError(f"There is no such date or time: {visible_line(text)}. {_FORMS}")


def _span(words: str, today: date) -> DaySpan | None:
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})", words, re.ASCII):
        return _month(int(match[1]), int(match[2]))
    if re.fullmatch(r"\d{4}", words, re.ASCII):
        return DaySpan(date(int(words), 1, 1), date(int(words), 12, 31))
    if words in ("this month", "last month"):
        first = today.replace(day=1)
        before = first - timedelta(days=1)
        return _month(first.year, first.month) if words == "this month" else _month(before.year, before.month)
    if words in ("this year", "last year"):
        year = today.year - (words == "last year")
        return DaySpan(date(year, 1, 1), date(year, 12, 31))
    if match := re.fullmatch(rf"(?:last |past )?{_NUMBER} (day|week)s?", words, re.ASCII):
        return DaySpan(today - timedelta(days=_number(match[1]) * _DAY_UNITS[match[2]]), today)
    return None


def _month(year: int, month: int) -> DaySpan:
    first = date(year, month, 1)
    return DaySpan(first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1))


def _why_not(text: str) -> str:
    words = _normalized(text)
    if re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1(\d{2}|\d{4})(\s.*)?", words, re.ASCII):
        return f"{visible_line(text)} can be read in two ways (day or month first)."
    if re.fullmatch(r"\d{1,2}", words, re.ASCII):
        return f"{words} can be an hour or a day: type {words}:00, or the month with it."
    if match := re.fullmatch(r"(\d{1,3}) ?(m|min|mins|h|hr|hrs|d|w)", words, re.ASCII):
        unit = {"h": "hours", "d": "days", "w": "weeks"}.get(match[2][0], "minutes")
        return f'{visible_line(text)} is not understood: type "{match[1]} {unit} ago".'
    return f"The date {visible_line(text) or '(nothing)'} is not understood."

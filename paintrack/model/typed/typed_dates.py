"""Dates and times as people type them: a small closed grammar, so that what is understood is never a guess.

`yesterday 15:00`, `tue 9am`, `3 nov`, `2 days ago`, `an hour ago`, `15:00`, and ISO 8601 with or without leading zeros.
`yesterday evening` and `last night` are days whose time is not given: no hour is made up for them.
A day without a year and a weekday are the last ones that are not in the future. What has two readings is refused, and
so is a day without a year of the coming week: it may be meant, or that of the year before.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.typed import date_errors
from paintrack.model.typed.clock_changes import change_over
from paintrack.model.typed.clock_words import clock_of, clocks_meant
from paintrack.model.typed.date_errors import Purpose, refuse_impossible
from paintrack.model.typed.day_parts import DayPart, without_part
from paintrack.model.typed.day_spans import DaySpan, span_of
from paintrack.model.typed.figure_dates import figures_refused
from paintrack.model.typed.named_days import (
    ISO_DAY,
    NUMBER,
    WEEKDAYS,
    coming_day,
    is_weekday,
    last_day,
    normalized,
    number,
    with_blanks,
)
from paintrack.model.values.moment import Localize, Moment, now_moment, offset_minutes

# Nobody alive has an older session; earlier offsets have seconds, and arithmetic can leave the calendar.
_OLDEST = date(1900, 1, 1)
_LONGEST_WAIT = timedelta(days=731)
# So many days ahead a day without a year may be a slip for one that is still to come.
_COMING_WEEK = timedelta(days=7)
_CLOCK = r"(?:at )?(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(?: ?([ap])\.?m\.?)?"
_HOUR = r"(?:at )?(?:(\d{1,2}) ?([ap])\.?m\.?|(noon|midday|midnight))"
_TIME_FIRST = rf"((?:{_CLOCK}|{_HOUR})),? (?:on )?(.+)"
_ZONE = r"(Z|z|[+-]\d{2}:?\d{2})"
_TIME_UNITS = {"minute": timedelta(minutes=1), "min": timedelta(minutes=1), "hour": timedelta(hours=1)}
_STILL_TO_COME = (
    rf"tomorrow|in {NUMBER} (?:minute|min|hour|day|week|month|year)s?"
    rf"|next (?:week|month|year|{'|'.join(day[:3] for day in WEEKDAYS)})[a-z]*"
)
# Not `3.11`, which may be a day.
_OTHER_HOUR = r"(?:(.+?),? )?(?:at )?(\d{1,2})(?:[.h](1[3-9]|[2-5]\d|00))?(?: ?(uhr|o'?clock))?"
_NOW = ("now", "right now", "just now")
# Until this hour `tonight` is the night that is ending.
_NIGHT_IS_OVER = 5
# Hours of the day that a next visit may have, as examples.
_VISIT_HOURS = (14, 9, 20)


class _TypedTime(NamedTuple):
    """What words name: the day, the time of day (None: not given), the offset (empty: local), the part of the day."""

    day: date
    clock: time | None = None
    zone: str = ""
    part: DayPart | None = None
    is_weekday: bool = False


def parse_when(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment typed as `text`; a day alone is noon, with the time not given. `now` has an offset.

    A time without an offset is local: `localize` gives it the offset that held, of a time that came twice the first;
    to an instant with an offset it gives the local time. Raises UsageError for a text that is not understood, a time
    that the clock skipped, one in the future or before 1900.
    """
    with refuse_impossible(text, Purpose.RECORD):
        words = normalized(text)
        if words in _NOW:
            return now_moment(now)
        if (passed := _time_ago(words)) is not None:
            # The offset that held then, not that of now.
            return _checked(localize(now.astimezone(UTC) - passed), text, now, time_given=True)
        typed = _split(words, text, now, Purpose.RECORD)
        day, clock, zone = _day_that_has_begun(typed, now), typed.clock, typed.zone
        # Checked without the offset: with one, the last days of 9999 leave the calendar.
        if day > now.date() + timedelta(days=1) or (typed.part and clock is None and _begin(typed, day) > _wall(now)):
            raise FutureTimeError(text)
        at = _local_time(datetime.combine(day, clock or time(12)), zone, now, localize, is_checked=clock is not None)
        return _checked(at, text, now, time_given=clock is not None)


def parse_next_visit(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment of a visit that is still to come, typed as `text`: `tue 14:00`, `tomorrow 9am`, `in 2 weeks 10:00`.

    The forms are those of `parse_when`, looking ahead: a weekday and a day without a year are the next ones. `now` has
    an offset. Raises UsageError for a text that is not understood, one without the time of day, a time that the clock
    will skip, one that is past or more than two years away.
    """
    with refuse_impossible(text, Purpose.NEXT_VISIT):
        words = normalized(text)
        day, clock, zone, _, names_weekday = _split(words, text, now, Purpose.NEXT_VISIT)
        if clock is None:
            raise date_errors.without_time(text)
        if names_weekday and (day, clock) <= (now.date(), now.time()):
            day += timedelta(days=7)
        if day > now.date() + _LONGEST_WAIT:
            raise date_errors.too_far(text)
        if day < now.date() - timedelta(days=1):
            raise date_errors.past(text)
        at = _local_time(datetime.combine(day, clock), zone, now, localize, is_checked=True)
        if at <= now:
            raise date_errors.past(text)
        return Moment(at.replace(tzinfo=timezone(timedelta(minutes=offset_minutes(at)))))


def next_visit_form(text: str, now: datetime, localize: Localize = datetime.astimezone) -> str:
    """A form that `parse_next_visit` takes: what was typed, with a time of day where it has none, else an example."""
    for form in (text, *(f"{text} {hour}:00" for hour in _VISIT_HOURS)):
        with suppress(UsageError):
            parse_next_visit(form, now, localize)
            return form
    return "tue 14:00"


def timed_form(text: str, now: datetime, localize: Localize = datetime.astimezone) -> str:
    """For a part of a day, such as `yesterday evening`, a form with an hour of it that has been; empty for others."""
    words = normalized(text)
    day_words, part = without_part(words)
    moment = None if part is None else parse_when(text, now, localize)
    if part is None or moment is None or moment.time_given:
        return ""
    hours = [part.example, *range(part.begins, part.ends)]
    for form in (f"{day} {hour}:00" for hour in hours for day in (day_words, moment.day)):
        with suppress(UsageError):
            if parse_when(form, now, localize).day == moment.day:
                return form
    return ""


def parse_days(text: str, today: date) -> DaySpan:
    """The day or days typed for a filter: `2026-11-03`, `yesterday`, `2026-11`, `last month`, `30 days`.

    The forms of `parse_when` are days too, without their time; the days may lie in the future. Raises UsageError, also
    for `an hour ago` and `tonight`, whose day depends on the hour.
    """
    with refuse_impossible(text, Purpose.FILTER):
        words = normalized(text)
        if (span := span_of(words, today)) is not None:
            return span
        if _time_ago(words) is not None:
            raise date_errors.times_of_filters(text)
        if words in _NOW:
            return DaySpan(today, today)
        typed = _split(words, text, datetime.combine(today, time(23, 59)), Purpose.FILTER)
        if typed.part is not None and typed.part.is_tonight and typed.clock is None:
            raise date_errors.times_of_filters(text)
        return DaySpan(typed.day, typed.day)


def parse_past_month(text: str, today: date) -> str:
    """The calendar month typed as `text`, as `2026-10`: so, or by its English name, which is the last such month.

    The month of `today` is allowed. Raises UsageError for another form, and for a month in the future or before 1900.

    >>> parse_past_month("October", date(2026, 11, 3)), parse_past_month("nov", date(2026, 11, 3))
    ('2026-10', '2026-11')
    >>> parse_past_month("december", date(2026, 11, 3))
    '2025-12'
    """
    word = text.strip().casefold()
    if re.search("[a-z/]", word) and (month := _whole_month(normalized(text), today)):
        word = month
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", word, re.ASCII):
        raise UsageError(f"The month {text or '(nothing)'} is not understood. Type a month as october or 2026-10.")
    if word > f"{today:%Y-%m}":
        raise UsageError(f"{text} is in the future; only what has happened can be recorded.")
    if word < f"{_OLDEST:%Y-%m}":
        raise UsageError(f"{text} is too long ago. Type a month as october or 2026-10.")
    return word


def _whole_month(words: str, today: date) -> str:
    """The calendar month that words such as `october`, `oct 2025` or `last month` name, as `2025-10`; else empty."""
    span = None if re.search("day|week", words) else span_of(words, today)
    is_whole = span is not None and span.first.day == 1 and span.last + timedelta(days=1) == _next_month(span.first)
    return f"{span.first:%Y-%m}" if span is not None and is_whole else ""


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _local_time(wall: datetime, zone: str, now: datetime, localize: Localize, *, is_checked: bool) -> datetime:
    """The time with the offset typed, else with that of its place; with `is_checked` the clock must have shown it."""
    if zone:
        return datetime.fromisoformat(f"{wall.isoformat()}{zone.upper()}")
    at = localize(wall)
    if (is_checked or at.date() != wall.date()) and at.replace(tzinfo=None) != wall:
        start, end = change_over(wall, localize)
        raise date_errors.skipped(wall, start, end, is_past=start < now.replace(tzinfo=None))
    return at


def _checked(at: datetime, text: str, now: datetime, *, time_given: bool) -> Moment:
    if at.date() < _OLDEST:
        raise date_errors.too_old(text)
    at = at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset_minutes(at))))
    if at > now if time_given else at.date() > now.date():
        raise FutureTimeError(text)
    return Moment(at, time_given=time_given)


def _time_ago(words: str) -> timedelta | None:
    """`2 hours ago`, `an hour ago`, `half an hour ago`; days ago are days, without a time."""
    if words == "half an hour ago":
        return timedelta(minutes=30)
    if not words.endswith(" ago"):
        # The expression below takes longer to compile than all else that is done for a day.
        return None
    match = re.fullmatch(rf"{NUMBER} (minute|min|hour)s? ago", words, re.ASCII)
    return number(match[1]) * _TIME_UNITS[match[2]] if match else None


def _split(words: str, text: str, now: datetime, purpose: Purpose) -> _TypedTime:
    """The parts of a typed time; the day may be the wrong one of its weekdays."""
    today = now.date()
    # The commonest form first: its expression compiles in a tenth of the time that the others take.
    if match := re.fullmatch(ISO_DAY, words, re.ASCII):
        return _TypedTime(date(*map(int, match.groups())))
    words = words.removeprefix("on ")
    if match := re.fullmatch(rf"{ISO_DAY}[ t]{_CLOCK} ?{_ZONE}?", words, re.ASCII):
        day = date(*map(int, match.groups()[:3]))
        clock, half, zone = match.groups()[3:]
        _reject_end_of_day(day, clock, zone or "", text, today, purpose)
        return _TypedTime(day, clock_of(clock, half), zone or "")
    match = re.fullmatch(rf"(?:(.+?),? )?(?:{_CLOCK}|{_HOUR})", words, re.ASCII)
    if match is None:
        if time_first := re.fullmatch(_TIME_FIRST, words, re.ASCII):
            return _split(f"{time_first[time_first.lastindex or 0]} {time_first[1]}", text, now, purpose)
        day, part = _day_and_part(words, text, now, purpose)
        return _TypedTime(day, part=part, is_weekday=is_weekday(words))
    day_words, clock, half, hour, hour_half, name = match.groups()
    day, part = _day_and_part(day_words, text, now, purpose) if day_words else (today, None)
    if name == "midnight" and (purpose is not Purpose.RECORD or day != today):
        forms = [f"{each} 00:00" for each in (day, day + timedelta(days=1))]
        raise date_errors.midnight(text, _taken(forms, text, now, purpose))
    if name:
        return _TypedTime(day, time(0 if name == "midnight" else 12), "", part, is_weekday(words))
    _reject_end_of_day(day, clock or "", "", text, today, purpose)
    typed = _TypedTime(day, clock_of(clock or f"{hour}:00", half or hour_half), "", part, is_weekday(words))
    _reject_other_part(typed, text, now, purpose)
    return typed


def _day_and_part(words: str, text: str, now: datetime, purpose: Purpose) -> tuple[date, DayPart | None]:
    """The day that the words name, and the part of it. Raises UsageError, also for an hour without its half of day."""
    day_words, part = without_part(words)
    if (day := _DAY_OF[purpose](day_words, text, now.date())) is not None:
        return day, part
    if match := re.fullmatch(_OTHER_HOUR, words, re.ASCII):
        before = f"{match[1]} " if match[1] else ""
        day_words, part = without_part(match[1] or "today")
        day = _DAY_OF[purpose](day_words, text, now.date())
        clocks = clocks_meant(match[2], match[3], has_day=bool(before), is_hour=match[4] is not None)
        if day is not None and clocks:
            fitting = [clock for clock in clocks if part is None or part.has(clock)]
            if not fitting:
                _reject_other_part(_TypedTime(day, clocks[0], part=part), text, now, purpose)
            forms = _taken([f"{before}{clock:%H:%M}" for clock in fitting], text, now, purpose)
            raise date_errors.unclear_hour(text, forms)

    def is_taken(form: str) -> bool:
        return _is_taken(form, now, purpose)

    if (spaced := with_blanks(words)) != words and is_taken(spaced):
        raise date_errors.unclear_hour(text, [spaced])
    if (refusal := figures_refused(text, words, purpose, now.date(), is_taken)) is not None:
        raise refusal
    raise date_errors.not_understood(text, words, purpose)


def _taken(forms: list[str], text: str, now: datetime, purpose: Purpose) -> list[str]:
    """The forms that are taken for what was typed as `text`. Raises UsageError where no time of them can be meant."""
    taken = [form for form in forms if _is_taken(form, now, purpose)]
    if not taken:
        if purpose is not Purpose.NEXT_VISIT:
            raise FutureTimeError(text)
        is_far = _split(normalized(forms[-1]), text, now, purpose).day > now.date() + _LONGEST_WAIT
        raise date_errors.too_far(text) if is_far else date_errors.past(text)
    return taken


def _is_taken(form: str, now: datetime, purpose: Purpose) -> bool:
    """Whether the form is understood, and of a time that has been, for a next visit one that is to come."""
    # A day may not exist.
    with suppress(UsageError, ValueError, OverflowError):
        typed = _split(normalized(form), form, now, purpose)
        if purpose is Purpose.FILTER:
            return True
        if purpose is Purpose.NEXT_VISIT:
            is_to_come = typed.is_weekday or _begin(typed, typed.day) > _wall(now)
            return typed.clock is not None and is_to_come and typed.day <= now.date() + _LONGEST_WAIT
        return _begin(typed, _day_that_has_begun(typed, now)) <= _wall(now)
    return False


def _reject_other_part(typed: _TypedTime, text: str, now: datetime, purpose: Purpose) -> None:
    """Raise UsageError for a time that is not in the part of the day named."""
    part, clock = typed.part, typed.clock
    if part is None or clock is None or part.has(clock):
        return
    times = [datetime.combine(typed.day, clock)]
    if clock.hour < 12 and part.has(clock.replace(hour=clock.hour + 12)):
        times.insert(0, times[0] + timedelta(hours=12))
    elif clock.hour < 12 and part.ends == 24:
        # One o'clock at night is in the day that follows.
        times.insert(0, times[0] + timedelta(days=1))
    forms = [f"{at:%Y-%m-%d %H:%M}" for at in times]
    raise date_errors.other_part(text, part.name, _taken(forms, text, now, purpose))


def _day_that_has_begun(typed: _TypedTime, now: datetime) -> date:
    """The day of a weekday whose time or part has begun; until the night is over, the day before for `tonight`."""
    if _begin(typed, typed.day) <= _wall(now):
        return typed.day
    if typed.is_weekday and (typed.clock or typed.part):
        return typed.day - timedelta(days=7)
    is_tonight = typed.part is not None and typed.part.is_tonight and typed.clock is None
    return typed.day - timedelta(days=1) if is_tonight and now.hour < _NIGHT_IS_OVER else typed.day


def _begin(typed: _TypedTime, day: date) -> datetime:
    """When what was typed began, on the local clock: its time, the beginning of its part, or of the day."""
    return datetime.combine(day, typed.clock or time(typed.part.begins if typed.part else 0))


def _wall(now: datetime) -> datetime:
    return now.replace(tzinfo=None)


def _reject_end_of_day(day: date, clock: str, zone: str, text: str, today: date, purpose: Purpose) -> None:
    """Raise UsageError for 24:00, which CPython 3.14 and newer read as 00:00 of the same day."""
    if not clock.startswith("24:"):
        return
    if purpose is Purpose.RECORD and day >= today:
        raise FutureTimeError(text)
    if purpose is Purpose.NEXT_VISIT and day < today:
        raise date_errors.past(text)
    raise date_errors.end_of_day(text, f"{day + timedelta(days=1)} 00:{clock[3:5]}{zone.upper()}")


def _recorded_day(words: str, text: str, today: date) -> date | None:
    """`last_day` for what has happened. Raises UsageError for what is still to come."""
    # The beginning first: to compile the expression takes longer than all else that is done for a day.
    if words.startswith(("tomorrow", "in ", "next ")) and re.fullmatch(_STILL_TO_COME, words, re.ASCII):
        raise FutureTimeError(text)
    day = last_day(words, today)
    if day is None or is_weekday(words):
        return day
    coming = coming_day(words, text, today)
    if coming is None or not day < today < coming <= today + _COMING_WEEK:
        return day
    year = {today.year: "this year", today.year - 1: "last year"}.get(day.year, str(day.year))
    past_form = normalized(text).replace(words, f"{words} {day.year}", 1)
    raise UsageError(f"{words} {coming.year} is still to come; for {year} type: {past_form}")


def _filtered_day(words: str, _text: str, today: date) -> date | None:
    """`last_day`, and tomorrow: the days of a filter may be still to come."""
    return today + timedelta(days=1) if words == "tomorrow" else last_day(words, today)


def _next_day(words: str, text: str, today: date) -> date | None:
    """`coming_day`. Raises UsageError for what is past in any case."""
    day = coming_day(words, text, today)
    if day is None and last_day(words, today) is not None:
        raise date_errors.past(text)
    return day


# The day that words name, seen from today: words, text as typed, today.
_DAY_OF: dict[Purpose, Callable[[str, str, date], date | None]] = {
    Purpose.RECORD: _recorded_day,
    Purpose.NEXT_VISIT: _next_day,
    Purpose.FILTER: _filtered_day,
}

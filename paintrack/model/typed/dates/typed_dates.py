"""Dates and times as people type them: a small closed grammar, so that what is understood is never a guess.

`yesterday 15:00`, `tue 9am`, `3 nov`, `2 days ago`, `an hour ago`, `15:00`, and ISO 8601 with or without leading zeros.
`yesterday evening` and `last night` are days whose time is not given: no hour is made up for them.
A weekday or a day without a year is the latest one that is not in the future. What can mean two days is refused, and so
is a day without a year that lies in the coming week: it may be meant, or the same day of an earlier year.
"""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from paintrack.errors import FutureTimeError, TwoWeekdaysError, UsageError
from paintrack.model.typed.dates import date_errors
from paintrack.model.typed.dates.ambiguous_dates import figures_refused
from paintrack.model.typed.dates.clock_changes import SkippedTimeError, change_over
from paintrack.model.typed.dates.clock_times import clock_of, clocks_meant
from paintrack.model.typed.dates.date_errors import Purpose, refuse_impossible
from paintrack.model.typed.dates.day_parts import DayPart, without_part
from paintrack.model.typed.dates.day_spans import DaySpan, span_of
from paintrack.model.typed.dates.named_days import (
    ISO_DAY,
    NUMBER,
    OLDEST,
    WEEKDAYS,
    coming_day,
    coming_weekdays,
    is_weekday,
    last_day,
    normalized,
    parse_count,
    with_blanks,
)
from paintrack.model.values.moment import Localize, Moment, now_moment, offset_minutes

_LONGEST_WAIT = timedelta(days=731)
# A day without a year that lies at most so far ahead may have been meant, though only the past can be recorded.
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
_OTHER_HOUR = r"(?:(.+?),? )?(?:at )?(\d{1,2})(?:[.h](1[3-9]|[2-5]\d|00))?(?: ?(uhr|o'?clock|h))?"
_NOW = ("now", "right now", "just now")
# Until this hour `tonight` is the night that is ending.
_NIGHT_IS_OVER = 5


class _DateContext(NamedTuple):
    """What a date is typed for, `now` with its offset, and `localize`, which gives a local time its offset."""

    purpose: Purpose
    now: datetime
    localize: Localize = datetime.astimezone

    @property
    def today(self) -> date:
        """The local calendar day of now."""
        return self.now.date()


class _TypedTime(NamedTuple):
    """A parsed time: the day, the time of day (None: not given), the offset (empty: local), the part of the day."""

    day: date
    clock: time | None = None
    zone: str = ""
    part: DayPart | None = None
    is_weekday: bool = False


def parse_when(
    text: str, now: datetime, localize: Localize = datetime.astimezone, *, purpose: Purpose = Purpose.RECORD
) -> Moment:
    """The moment typed as `text`; a day alone is noon, with the time not given. `now` has an offset.

    `purpose` is RECORD, or FILE for the value of a file that is imported: a refusal then advises on the file.

    A time without an offset is local: `localize` gives it the offset that held, or the first one if the time came
    twice; to an instant with an offset it gives the local time. Raises UsageError for a text that is not understood, a
    time that the clock skipped, one in the future or before 1900.
    """
    with refuse_impossible(text, purpose):
        words = normalized(text)
        if words in _NOW:
            return now_moment(now)
        if (passed := _time_ago(words)) is not None:
            # With the offset that held then, not the current one.
            return _checked(localize(now.astimezone(UTC) - passed), text, now, purpose, time_given=True)
        typed = _split(words, text, _DateContext(purpose, now, localize))
        day, clock, zone = _day_that_has_begun(typed, now), typed.clock, typed.zone
        # Checked without the offset: with one, the last days of 9999 leave the calendar.
        if day > now.date() + timedelta(days=1) or (typed.part and clock is None and _begin(typed, day) > _wall(now)):
            raise FutureTimeError(text)
        try:
            at = _local_time(datetime.combine(day, clock or time(12)), zone, localize, is_checked=clock is not None)
        except SkippedTimeError as skipped:
            if skipped.change.start > _wall(now):
                raise FutureTimeError(text) from None
            raise date_errors.skipped(skipped, is_past=True, latest=_wall(now)) from None
        return _checked(at, text, now, purpose, time_given=clock is not None)


def parse_next_visit(text: str, now: datetime, localize: Localize = datetime.astimezone) -> Moment:
    """The moment of a visit that is still to come, typed as `text`: `tue 14:00`, `tomorrow 9am`, `in 2 weeks 10:00`.

    The forms are those of `parse_when`, looking ahead: a weekday or a day without a year is the next one. `now` has an
    offset. Raises UsageError for a text that is not understood, one without a time of day, a time that the clock will
    skip, one that is past or more than two years away.
    """
    with refuse_impossible(text, Purpose.NEXT_VISIT):
        words = normalized(text)
        typed = _split(words, text, _DateContext(Purpose.NEXT_VISIT, now, localize))
        day, clock, zone, _, names_weekday = typed
        if clock is None:
            raise date_errors.without_time(text)
        if names_weekday and (day, clock) <= (now.date(), now.time()):
            day += timedelta(days=7)
        if day > now.date() + _LONGEST_WAIT:
            raise date_errors.too_far(text)
        if day < now.date() - timedelta(days=1):
            raise date_errors.past(text)
        try:
            at = _local_time(datetime.combine(day, clock), zone, localize, is_checked=True)
        except SkippedTimeError as skipped:
            if skipped.by_new_time <= _wall(now):
                raise date_errors.past(text) from None
            raise date_errors.skipped(skipped, is_past=skipped.change.start <= _wall(now)) from None
        if at <= now:
            raise date_errors.past(text)
        return Moment(at.replace(tzinfo=timezone(timedelta(minutes=offset_minutes(at)))))


def parse_days(text: str, today: date) -> DaySpan:
    """The day or days typed for a filter: `2026-11-03`, `yesterday`, `2026-11`, `last month`, `30 days`.

    The forms of `parse_when` are accepted, too, and their time is ignored; the days may lie in the future. Raises
    UsageError for other texts, and for `an hour ago` and `tonight`, whose day depends on the hour.
    """
    with refuse_impossible(text, Purpose.FILTER):
        words = normalized(text)
        if (span := span_of(words, today)) is not None:
            return span
        if _time_ago(words) is not None:
            raise date_errors.times_of_filters(text)
        if words in _NOW:
            return DaySpan(today, today)
        typed = _split(words, text, _DateContext(Purpose.FILTER, datetime.combine(today, time(23, 59))))
        if typed.part is not None and typed.part.is_tonight and typed.clock is None:
            raise date_errors.times_of_filters(text)
        return DaySpan(typed.day, typed.day)


def _local_time(wall: datetime, zone: str, localize: Localize, *, is_checked: bool) -> datetime:
    """The time with the offset `zone`, or if that is empty with the local one.

    Raises SkippedTimeError for a day that the clock skipped, and with `is_checked` for a skipped time of day as well.
    """
    if zone:
        return datetime.fromisoformat(f"{wall.isoformat()}{zone.upper()}")
    at = localize(wall)
    if (is_checked or at.date() != wall.date()) and at.replace(tzinfo=None) != wall:
        raise SkippedTimeError(wall, change_over(wall, localize))
    return at


def _checked(at: datetime, text: str, now: datetime, purpose: Purpose, *, time_given: bool) -> Moment:
    if at.date() < OLDEST:
        raise date_errors.too_old(text, purpose)
    at = at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset_minutes(at))))
    if at > now if time_given else at.date() > now.date():
        raise FutureTimeError(text)
    return Moment(at, time_given=time_given)


def _time_ago(words: str) -> timedelta | None:
    """How long ago `2 hours ago`, `an hour ago` or `half an hour ago` is; None for other words, also for days ago."""
    if words == "half an hour ago":
        return timedelta(minutes=30)
    if not words.endswith(" ago"):
        # Compiling the expression below takes longer than all else that is done for a day.
        return None
    match = re.fullmatch(rf"{NUMBER} (minute|min|hour)s? ago", words, re.ASCII)
    return parse_count(match[1]) * _TIME_UNITS[match[2]] if match else None


def _split(words: str, text: str, context: _DateContext) -> _TypedTime:
    """The parts of a typed time; a weekday whose time has not come yet may still have to move by a week."""
    # The commonest form first: its expression compiles in a tenth of the time that the others take.
    if match := re.fullmatch(ISO_DAY, words, re.ASCII):
        return _TypedTime(date(*map(int, match.groups())))
    words = words.removeprefix("on ")
    if match := re.fullmatch(rf"{ISO_DAY}[ t]{_CLOCK} ?{_ZONE}?", words, re.ASCII):
        day = date(*map(int, match.groups()[:3]))
        clock, half, zone = match.groups()[3:]
        _reject_end_of_day(day, clock, zone or "", text, context)
        return _TypedTime(day, clock_of(clock, half), zone or "")
    match = re.fullmatch(rf"(?:(.+?),? )?(?:{_CLOCK}|{_HOUR})", words, re.ASCII)
    if match is None:
        if time_first := re.fullmatch(_TIME_FIRST, words, re.ASCII):
            return _split(f"{time_first[time_first.lastindex or 0]} {time_first[1]}", text, context)
        day, part = _day_and_part(words, text, context)
        return _TypedTime(day, part=part, is_weekday=is_weekday(words))
    day_words, clock, half, hour, hour_half, name = match.groups()
    if not name and not (clock or "").startswith("24:"):
        # A time that no day has is refused before days are offered for it.
        clock_of(clock or f"{hour}:00", half or hour_half)
    day, part = _day_and_part(day_words, text, context) if day_words else (context.today, None)
    if name == "midnight" and (not context.purpose.is_recording or day != context.today):
        forms = [f"{each} 00:00" for each in (day, day + timedelta(days=1))]
        raise date_errors.midnight(text, _taken(forms, text, context))
    if name:
        return _TypedTime(day, time(0 if name == "midnight" else 12), "", part, is_weekday(words))
    _reject_end_of_day(day, clock or "", "", text, context)
    typed = _TypedTime(day, clock_of(clock or f"{hour}:00", half or hour_half), "", part, is_weekday(words))
    _reject_other_part(typed, text, context)
    return typed


def _day_and_part(words: str, text: str, context: _DateContext) -> tuple[date, DayPart | None]:
    """The day that the words name, and the part of it. Raises UsageError, also for an hour that is not a clear time."""
    day_words, part = without_part(words)
    if (day := _day_of(day_words, text, context)) is not None:
        return day, part
    if match := re.fullmatch(_OTHER_HOUR, words, re.ASCII):
        day_words, part = without_part(match[1] or "today")
        day = _day_of(day_words, text, context)
        if day is not None and _is_hour_24(match):
            _reject_end_of_day(day, f"24:{match[3] or '00'}", "", text, context)
        clocks = clocks_meant(match[2], match[3], has_day=bool(match[1]), is_hour=match[4] is not None)
        if day is not None and clocks:
            fitting = [clock for clock in clocks if part is None or part.has(clock)]
            if not fitting:
                _reject_other_part(_TypedTime(day, clocks[0], part=part), text, context)
            if match[1]:
                forms = [f"{match[1]} {clock:%H:%M}" for clock in fitting]
            else:
                hours = "hour" if int(match[2]) == 1 else "hours"
                passed = [f"{match[2]} {hours} ago"] if match[4] == "h" else []
                forms = [*(_clock_form(f"{clock:%H:%M}", context) for clock in fitting), *passed]
            raise date_errors.unclear_hour(text, _taken(forms, text, context))

    def is_taken(form: str) -> bool:
        return _is_taken(form, context)

    if (spaced := with_blanks(words)) != words and is_taken(spaced):
        raise date_errors.unclear_hour(text, [spaced])
    if (refusal := figures_refused(text, words, context.purpose, context.today, is_taken)) is not None:
        raise refusal
    clock_form = _clock_form(f"{words}:00", context) if re.fullmatch(r"\d{1,2}", words, re.ASCII) else ""
    raise date_errors.date_not_understood(text, words, context.purpose, clock_form)


def _is_hour_24(match: re.Match[str]) -> bool:
    """Whether a match of `_OTHER_HOUR` is `24.00`, `24 uhr` or `at 24`; `24h` alone is how long ago it was.

    `3 nov 24` may be a day with its year.
    """
    day_words, hour, minutes, unit = match.groups()
    is_hour = minutes or (unit and (day_words or unit != "h")) or f" at {hour}" in f" {match[0]}"
    return hour == "24" and bool(is_hour)


def _clock_form(clock: str, context: _DateContext) -> str:
    """The time of day alone if that is accepted, else with the nearest day on which it is."""
    other_day = "tomorrow" if context.purpose is Purpose.NEXT_VISIT else "yesterday"
    return next((form for form in (clock, f"{other_day} {clock}") if _is_taken(form, context)), clock)


def _taken(forms: list[str], text: str, context: _DateContext) -> list[str]:
    """The forms that are accepted in place of `text`; if none is, raises the UsageError for the last of them."""
    taken = [form for form in forms if _is_taken(form, context)]
    if not taken:
        try:
            _parse(forms[-1], context)
        except FutureTimeError:
            raise FutureTimeError(text) from None
    return taken


def _is_taken(form: str, context: _DateContext) -> bool:
    """Whether the form is accepted: understood, and not in the future (for a next visit: not in the past)."""
    with suppress(UsageError):
        _parse(form, context)
        return True
    return False


def _parse(form: str, context: _DateContext) -> object:
    if context.purpose is Purpose.FILTER:
        return parse_days(form, context.today)
    parse = parse_when if context.purpose.is_recording else parse_next_visit
    return parse(form, context.now, context.localize)


def _reject_other_part(typed: _TypedTime, text: str, context: _DateContext) -> None:
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
    forms = _taken([f"{at:%Y-%m-%d %H:%M}" for at in times], text, context)
    if part.ends == 24 and clock.hour < _NIGHT_IS_OVER:
        raise date_errors.two_nights(text, forms)
    raise date_errors.other_part(text, part.name, forms)


def _day_that_has_begun(typed: _TypedTime, now: datetime) -> date:
    """The day typed; a week earlier for a weekday whose time or part of the day has not begun yet.

    For `tonight`, it is the day before until the night is over.
    """
    if _begin(typed, typed.day) <= _wall(now):
        return typed.day
    if typed.is_weekday and (typed.clock or typed.part):
        return typed.day - timedelta(days=7)
    is_tonight = typed.part is not None and typed.part.is_tonight and typed.clock is None
    return typed.day - timedelta(days=1) if is_tonight and now.hour < _NIGHT_IS_OVER else typed.day


def _begin(typed: _TypedTime, day: date) -> datetime:
    """The local time at which what was typed begins: its time of day, or the beginning of its part or of the day."""
    return datetime.combine(day, typed.clock or time(typed.part.begins if typed.part else 0))


def _wall(now: datetime) -> datetime:
    return now.replace(tzinfo=None)


def _reject_end_of_day(day: date, clock: str, zone: str, text: str, context: _DateContext) -> None:
    """Raise UsageError for 24:00, which CPython 3.14 and newer read as 00:00 of the same day."""
    if clock.startswith("24:"):
        next_day = f"{day + timedelta(days=1)} 00:{clock[3:5]}{zone.upper()}"
        raise date_errors.end_of_day(text, *_taken([next_day], text, context))


def _day_of(words: str, text: str, context: _DateContext) -> date | None:
    """The day that the words name, as seen from today and for their purpose; None if they name none."""
    match context.purpose:
        case Purpose.RECORD | Purpose.FILE:
            return _recorded_day(words, text, context)
        case Purpose.NEXT_VISIT:
            return _next_day(words, text, context)
        case Purpose.FILTER:
            return _filtered_day(words, context.today)


def _recorded_day(words: str, text: str, context: _DateContext) -> date | None:
    """`last_day` for what has happened. Raises UsageError for what is still to come."""
    # The beginning is checked first: compiling the expression takes longer than all else that is done for a day.
    if words.startswith(("tomorrow", "in ", "next ")) and re.fullmatch(_STILL_TO_COME, words, re.ASCII):
        raise FutureTimeError(text)
    today = context.today
    day = last_day(words, today)
    if day is None or is_weekday(words):
        return day
    coming = coming_day(words, today)
    if coming is None or not day < today < coming <= today + _COMING_WEEK:
        return day
    year = {today.year: "this year", today.year - 1: "last year"}.get(day.year, str(day.year))
    past_form = normalized(text).replace(words, f"{words} {day.year}", 1)
    # The day alone if its hour is unclear or skipped by the clock.
    past_form = past_form if _is_taken(past_form, context) else f"{words} {day.year}"
    raise UsageError(f"{words} {coming.year} is still to come; for {year} type: {past_form}")


def _filtered_day(words: str, today: date) -> date | None:
    """The day by `last_day`, or tomorrow: the days of a filter may lie in the future."""
    return today + timedelta(days=1) if words == "tomorrow" else last_day(words, today)


def _next_day(words: str, text: str, context: _DateContext) -> date | None:
    """The day by `coming_day`. Raises UsageError for words that only name a past day, and for `next tuesday`."""
    today = context.today
    if days := coming_weekdays(words, today):
        forms = [normalized(text).replace(words, f"{each}", 1) for each in days]
        day_words, part = without_part(normalized(text))
        if day_words == words:
            # No time of day was typed, so that one is an example.
            forms = [f"{each} {14 if part is None else part.example}:00" for each in days]
        raise TwoWeekdaysError(text, words=words, forms=_taken(forms, text, context))
    day = coming_day(words, today)
    if day is None and last_day(words, today) is not None:
        raise date_errors.past(text)
    return day

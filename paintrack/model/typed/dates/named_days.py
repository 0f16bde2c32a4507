"""The day that words name, seen from today: `yesterday`, `tue`, `2 days ago`, `3 nov`, ISO 8601."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

# Nobody alive had a session earlier. Before it UTC offsets had seconds, and arithmetic could leave the calendar.
OLDEST = date(1900, 1, 1)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
NUMBER = rf"(\d{{1,4}}|{'|'.join(_NUMBERS)})"
ISO_DAY = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_DAY_MONTH = r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]+)\.?(?:,? (\d{4}))?"
_MONTH_DAY = r"([a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?"
DAY_UNITS = {"day": 1, "week": 7}
_AGAIN_AND_AGAIN = {
    "every", "everyday", "each", "daily", "nightly", "weekly", "monthly", "hourly", "always", "regularly",
}  # fmt: skip
# A phone types some of these for quotation marks, which a shell takes for letters.
_QUOTES = "\"'“”„‘’«»"


def normalized(text: str) -> str:
    """The text in lower case with single spaces, without quotation marks around it."""
    text = text.strip().strip(_QUOTES)
    return " ".join(text.replace(",", ", ").casefold().split()).replace(" ,", ",")


def with_blanks(words: str) -> str:
    """The words with the blank that was forgotten in `yesterday15:00` or `tue9am`."""
    return re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=(?!am|pm)[a-z])", " ", words)


def parse_count(word: str) -> int:
    """The number in figures or as a word: `2`, `two`, `a`. Raises ValueError for another word."""
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def is_weekday(words: str) -> bool:
    """Whether the words begin with a weekday: `tue 9am`."""
    return place_in(words.split(" ", 1)[0].rstrip(",."), WEEKDAYS) is not None


def place_in(word: str, names: tuple[str, ...]) -> int | None:
    """The place of the first name that begins with the word, which needs three letters; None if there is none."""
    return next((place for place, name in enumerate(names) if len(word) >= 3 and name.startswith(word)), None)


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso_day(words: str) -> date | None:
    match = re.fullmatch(ISO_DAY, words, re.ASCII)
    return date(*map(int, match.groups())) if match else None


def last_day(words: str, today: date) -> date | None:
    """The latest day, today or before, that the words name; None if they name none.

    A day with its year may be after today. Raises ValueError for a day that does not exist.
    """
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    if words in ("day before yesterday", "the day before yesterday"):
        return today - timedelta(days=2)
    if (day := _iso_day(words)) is not None:
        return day
    if match := re.fullmatch(rf"{NUMBER} (day|week)s? ago", words, re.ASCII):
        return today - timedelta(days=parse_count(match[1]) * DAY_UNITS[match[2]])
    if match := re.fullmatch(r"(last )?([a-z]+)\.?", words, re.ASCII):
        weekday = place_in(match[2], WEEKDAYS)
        if weekday is None:
            return None
        back = (today.weekday() - weekday) % 7
        return today - timedelta(days=7 if match[1] and not back else back)
    if match := re.fullmatch(_DAY_MONTH, words, re.ASCII):
        return _day_of_month(int(match[1]), match[2], match[3], today)
    if match := re.fullmatch(_MONTH_DAY, words, re.ASCII):
        return _day_of_month(int(match[2]), match[1], match[3], today)
    return None


def coming_weekdays(words: str, today: date) -> tuple[date, ...]:
    """The two days that `next tuesday` can be; empty for other words."""
    name = words.removeprefix("next ")
    weekday = place_in(name.rstrip("."), WEEKDAYS)
    if name == words or weekday is None:
        return ()
    coming = today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    return coming, coming + timedelta(days=7)


def coming_day(words: str, today: date) -> date | None:
    """The first day, today or after, that the words name; None if they name none.

    A day with its year may be before today. Raises ValueError for a day that does not exist.
    """
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    if (day := _iso_day(words)) is not None:
        return day
    if match := re.fullmatch(rf"in {NUMBER} (day|week)s?", words, re.ASCII):
        return today + timedelta(days=parse_count(match[1]) * DAY_UNITS[match[2]])
    if (weekday := place_in(words.rstrip("."), WEEKDAYS)) is not None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    if match := re.fullmatch(_DAY_MONTH, words, re.ASCII):
        return _coming_day_of_month(int(match[1]), match[2], match[3], today)
    if match := re.fullmatch(_MONTH_DAY, words, re.ASCII):
        return _coming_day_of_month(int(match[2]), match[1], match[3], today)
    return None


def _day_of_month(day: int, month_name: str, year: str | None, today: date) -> date | None:
    """The latest such day that is not after `today`, or the one of the year typed."""
    # 29 February may be up to eight years back.
    days = _days_of_month(day, month_name, year, range(today.year, today.year - 9, -1))
    return None if days is None else _first_of(each for each in days if year or each <= today)


def _coming_day_of_month(day: int, month_name: str, year: str | None, today: date) -> date | None:
    """The first such day that is not before `today`, or the one of the year typed."""
    days = _days_of_month(day, month_name, year, range(today.year, today.year + 9))
    return None if days is None else _first_of(each for each in days if year or each >= today)


def _days_of_month(day: int, month_name: str, typed_year: str | None, years: range) -> list[date] | None:
    """The day in the year typed, else in each of the `years` that has it; None if there is no such month."""
    month = place_in(month_name, MONTHS)
    if month is None:
        return None
    if typed_year is not None:
        return [date(int(typed_year), month + 1, day)]
    return [each for each in (_day_or_none(year, month + 1, day) for year in years) if each is not None]


def _first_of(days: Iterable[date]) -> date:
    for day in days:
        return day
    raise ValueError("no year has this day")


def says_again_and_again(text: str) -> bool:
    """Whether a time is not one but many: `every day`, `daily at 9`."""
    return not _AGAIN_AND_AGAIN.isdisjoint(normalized(text).split())

"""Times as people say them, which `--at` does not take: `half past nine`, `at ten`, `tuesday last week`."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from paintrack.commands._shared.guidance.meanings.scores_in_words import figure_of
from paintrack.commands._shared.guidance.meanings.word_classification import is_date
from paintrack.model.typed.dates.named_days import WEEKDAYS, place_in
from paintrack.model.typed.dates.typed_dates import parse_when
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score

_HOUR = "(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_HALF_OF_DAY = r"(?: ?(?P<half>[ap])\.?m\.?| (?:in the |at )(?P<part>morning|afternoon|evening|night))?"
_AT = "(?:at |around |about )"
# `five to three` may be two scores.
_CLOCKS = (
    re.compile(rf"{_AT}*(?P<minutes>half|(?:a )?quarter|five|ten|twenty(?:[- ]five)?) past {_HOUR}{_HALF_OF_DAY}"),
    re.compile(rf"{_AT}*(?P<minutes>(?:a )?quarter|twenty(?:[- ]five)?) (?P<to>to) {_HOUR}{_HALF_OF_DAY}"),
    re.compile(rf"{_AT}*{_HOUR} ?o['’]?clock{_HALF_OF_DAY}"),
)
# Without `at`, and without a score beside it, it is a score.
_HOUR_ALONE = re.compile(rf"{_AT}+{_HOUR}(?: (?P<minutes>fifteen|thirty|forty[- ]five))?{_HALF_OF_DAY}")
_MINUTES = {
    "five": 5, "ten": 10, "fifteen": 15, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30, "thirty": 30,
    "forty-five": 45,
}  # fmt: skip
_HOURS = {"eleven": 11, "twelve": 0}
_DAY_BEGINS, _DAY_ENDS = 7 * 60, 20 * 60
# From and until when, in minutes; more than 24 hours are the next day. `quarter to six at night` may be both.
_HALVES_OF_DAY = {
    "a": (0, 12 * 60), "p": (12 * 60, 24 * 60),
    # With noon: `twelve in the morning` may be both.
    "morning": (0, 12 * 60 + 1),
    "afternoon": (12 * 60, 20 * 60), "evening": (15 * 60, 25 * 60), "night": (17 * 60 + 35, 30 * 60),
}  # fmt: skip
# Behind an hour one of these lacks the other half: `at ten past`.
_UNFINISHED = {"past", "to"}
_WEEK = re.compile(
    r"(?P<week>last|this) week,? (?:on )?(?P<day>[a-z]+)\.?"
    r"|(?:on )?(?P<first>[a-z]+)\.?,? (?:of )?(?P<of>last|this) week"
)
_LONGEST, _LONGEST_DAY = 8, 3
_NIGHT_ENDS = 6


def with_times_in_figures(arguments: Sequence[str], now: datetime) -> list[list[str]]:
    """The arguments with the one time in words in figures, once for each that may be meant; none without such a time.

    Raises UsageError for a time that may be in two nights: `yesterday at one at night`.

    >>> with_times_in_figures(["7", "at", "half", "past", "nine"], datetime(2026, 7, 6, 22).astimezone())
    [['7', 'at', '9:30'], ['7', 'at', '21:30']]
    >>> with_times_in_figures(["7", "3", "--at", "last week tuesday"], datetime(2026, 7, 6, 22).astimezone())
    [['7', '3', '--at', '2026-06-30']]
    """
    with_day = _replaced(arguments, lambda _, words, __: _day(folded(" ".join(words)), now))
    clocks = partial(_clocks, now=now)
    timed = [line for words in with_day or [[*arguments]] for line in _replaced(words, clocks)]
    if timed or with_day:
        return timed or with_day
    for place, argument in enumerate(arguments):
        if " " in argument and (inner := with_times_in_figures(["--", *argument.split()], now)):
            return [[*arguments[:place], " ".join(words[1:]), *arguments[place + 1 :]] for words in inner]
    return []


def _replaced(
    arguments: Sequence[str], forms_of: Callable[[Sequence[str], Sequence[str], Sequence[str]], list[str]]
) -> list[list[str]]:
    """The arguments with each of the forms in the place of the longest words that have some; none without such words.

    `forms_of` takes those before the words, the words, and those behind them.
    """
    for length in range(min(_LONGEST, len(arguments)), 0, -1):
        for start in range(len(arguments) - length + 1):
            before, words, after = arguments[:start], arguments[start : start + length], arguments[start + length :]
            if any(word.startswith("-") for word in words):
                continue
            if forms := forms_of(before, words, after):
                is_value = bool(before) and before[-1].startswith("-")
                at = ["at"] if ":" in forms[0] and not is_value else []
                return [[*before, *at, form, *after] for form in forms]
    return []


def _day(text: str, now: datetime) -> list[str]:
    """The day of `tuesday last week`; none for another text."""
    match = _WEEK.fullmatch(text)
    weekday = place_in(match["day"] or match["first"], WEEKDAYS) if match else None
    if match is None or weekday is None:
        return []
    monday = now.date() - timedelta(days=now.weekday() + 7 * ("last" in (match["week"], match["of"])))
    return [f"{monday + timedelta(days=weekday)}"]


def _clocks(before: Sequence[str], words: Sequence[str], after: Sequence[str], now: datetime) -> list[str]:
    """The times of day that the words name; an hour alone is one where a score stands among the words around it."""
    text = folded(" ".join(words))
    if match := next(filter(None, (clock.fullmatch(text) for clock in _CLOCKS)), None):
        return _times_beside(before, match, after, now)
    match = _HOUR_ALONE.fullmatch(text)
    if match is None or folded(" ".join(after[:1])) in _UNFINISHED:
        return []
    is_beside_score = any(is_score(figure_of(word)) for word in (*before, *after))
    # `at 9am` and `at 3 jul` are dates already.
    is_dated = any(is_date(" ".join([*words[1:], *after[:n]]), now) for n in (0, 1))
    return _times_beside(before, match, after, now) if is_beside_score and not is_dated else []


def _times_beside(before: Sequence[str], match: re.Match[str], after: Sequence[str], now: datetime) -> list[str]:
    """The times of day that may be meant; beside a day, one at night may be in two nights, and is asked about."""
    times = _times(match)
    if match.groupdict()["part"] == "night" and int(times[-1].partition(":")[0]) < _NIGHT_ENDS:
        for length in range(_LONGEST_DAY, 0, -1):
            for day in (" ".join(before[-length:]), " ".join(after[:length])):
                if is_date(day, now):
                    # It says which both are.
                    parse_when(f"{day.removesuffix(' night')} night {times[-1]}", now)
    return times


def _times(match: re.Match[str]) -> list[str]:
    """The times of day that may be meant, the one in daytime first."""
    parts = match.groupdict()
    hour, minutes, half_of_day = parts["hour"], parts.get("minutes"), parts["half"] or parts["part"]
    behind = _MINUTES[minutes.removeprefix("a ").replace(" ", "-")] if minutes else 0
    first = 60 * (_HOURS[hour] if hour in _HOURS else int(figure_of(hour)) % 12) + (
        -behind if parts.get("to") else behind
    )
    either = [first % 720, first % 720 + 720]
    begins, ends = _HALVES_OF_DAY[half_of_day] if half_of_day else (0, 24 * 60)
    of_day = [each for each in either if (each - begins) % 1440 < ends - begins] or either
    of_day.sort(key=lambda each: (not _DAY_BEGINS <= each < _DAY_ENDS, -each))
    return [f"{each // 60}:{each % 60:02}" for each in of_day]

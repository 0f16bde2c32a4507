"""Times as people say them, which `--at` does not take: `half past nine`, `at ten`, `tuesday last week`."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from paintrack.commands._shared.guidance.accepted_words_and_examples import figure_of
from paintrack.commands._shared.guidance.meanings.word_classification import is_date
from paintrack.model.typed.dates.named_days import WEEKDAYS, place_in
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score

_HOUR = "(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_HALF = r"(?: ?(?P<half>[ap])\.?m\.?| (?:in the |at )(?P<part>morning|afternoon|evening|night))?"
_AT = "(?:at |around |about )"
# `five to three` may be two scores.
_CLOCKS = (
    re.compile(rf"{_AT}*(?P<minutes>half|(?:a )?quarter|five|ten|twenty(?:[- ]five)?) past {_HOUR}{_HALF}"),
    re.compile(rf"{_AT}*(?P<minutes>(?:a )?quarter|twenty(?:[- ]five)?) (?P<to>to) {_HOUR}{_HALF}"),
    re.compile(rf"{_AT}*{_HOUR} ?o['’]?clock{_HALF}"),
)
# Without `at`, and without a score beside it, it is a score.
_HOUR_ALONE = re.compile(rf"{_AT}+{_HOUR}(?: (?P<minutes>fifteen|thirty|forty[- ]five))?{_HALF}")
_MINUTES = {
    "five": 5, "ten": 10, "fifteen": 15, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30, "thirty": 30,
    "forty-five": 45,
}  # fmt: skip
_HOURS = {"eleven": 11, "twelve": 0}
_DAY_BEGINS, _DAY_ENDS = 7 * 60, 20 * 60
_WEEK = re.compile(
    r"(?P<week>last|this) week,? (?:on )?(?P<day>[a-z]+)\.?"
    r"|(?:on )?(?P<first>[a-z]+)\.?,? (?:of )?(?P<of>last|this) week"
)
_LONGEST = 8


def with_times_in_figures(arguments: Sequence[str], now: datetime) -> list[list[str]]:
    """The arguments with the one time in words in figures, once for each that may be meant; none without such a time.

    >>> with_times_in_figures(["7", "at", "half", "past", "nine"], datetime(2026, 7, 6, 22).astimezone())
    [['7', 'at', '9:30'], ['7', 'at', '21:30']]
    >>> with_times_in_figures(["7", "3", "--at", "last week tuesday"], datetime(2026, 7, 6, 22).astimezone())
    [['7', '3', '--at', '2026-06-30']]
    """
    for length in range(min(_LONGEST, len(arguments)), 0, -1):
        for start in range(len(arguments) - length + 1):
            before, words, after = arguments[:start], arguments[start : start + length], arguments[start + length :]
            if any(word.startswith("-") for word in words):
                continue
            text = folded(" ".join(words))
            forms = _day(text, now) or _clocks(text)
            # What is a date already, `at 9am`, `at 3 jul`, is no hour in words.
            is_beside_score = any(is_score(figure_of(word)) for word in (*before, *after))
            if (
                not forms
                and is_beside_score
                and not any(is_date(" ".join([*words[1:], *after[:n]]), now) for n in (0, 1))
            ):
                forms = _hours_alone(text)
            if forms:
                is_value = bool(before) and before[-1].startswith("-")
                at = ["at"] if ":" in forms[0] and not is_value else []
                return [[*before, *at, form, *after] for form in forms]
    for place, argument in enumerate(arguments):
        if " " in argument and (inner := with_times_in_figures(["--", *argument.split()], now)):
            return [[*arguments[:place], " ".join(words[1:]), *arguments[place + 1 :]] for words in inner]
    return []


def _day(text: str, now: datetime) -> list[str]:
    """The day of `tuesday last week`; none for another text."""
    match = _WEEK.fullmatch(text)
    weekday = place_in(match["day"] or match["first"], WEEKDAYS) if match else None
    if match is None or weekday is None:
        return []
    monday = now.date() - timedelta(days=now.weekday() + 7 * ("last" in (match["week"], match["of"])))
    return [f"{monday + timedelta(days=weekday)}"]


def _clocks(text: str) -> list[str]:
    return next((_times(match) for clock in _CLOCKS if (match := clock.fullmatch(text))), [])


def _hours_alone(text: str) -> list[str]:
    match = _HOUR_ALONE.fullmatch(text)
    return _times(match) if match else []


def _times(match: re.Match[str]) -> list[str]:
    """The times of day that are meant; that by day before that at night."""
    parts = match.groupdict()
    hour, minutes, half = parts["hour"], parts.get("minutes"), parts["half"] or parts["part"]
    behind = _MINUTES[minutes.removeprefix("a ").replace(" ", "-")] if minutes else 0
    first = 60 * (_HOURS[hour] if hour in _HOURS else int(figure_of(hour)) % 12) + (
        -behind if parts.get("to") else behind
    )
    of_day = [(first + 720 * each) % 1440 for each in ((0, 1) if half is None else (half not in ("a", "morning"),))]
    of_day.sort(key=lambda each: (not _DAY_BEGINS <= each < _DAY_ENDS, -each))
    return [f"{each // 60}:{each % 60:02}" for each in of_day]

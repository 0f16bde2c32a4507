"""What kind of words stand somewhere: a date, points, a technique, a side effect, a change, how somebody is."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from paintrack.commands._shared.parsing import also_of
from paintrack.errors import FutureTimeError, UsageError
from paintrack.model.acupuncture.points import parse_points
from paintrack.model.acupuncture.techniques import parse_technique
from paintrack.model.other_entries import parse_change
from paintrack.model.symptoms.side_effect_recognition import is_listed
from paintrack.model.typed.dates.day_parts import DAY_PARTS
from paintrack.model.typed.dates.day_spans import DaySpan
from paintrack.model.typed.dates.suggested_times import past_moment
from paintrack.model.typed.dates.typed_dates import parse_days, parse_when
from paintrack.model.typed.typed_text import folded

# Behind one of these `now` says how it is, not when it was.
_STATES = {
    "all", "better", "cured", "fine", "gone", "good", "healed", "normal", "ok", "okay", "over", "right", "well",
    "worse",
}  # fmt: skip
# With one of these words alone it is no name either: `fine`, `feeling much better`.
_SURE_STATES = _STATES - {"all", "over", "right"} | {"all right", "no pain", "pain free", "pain-free"}
_AROUND_STATES = {
    "a", "bit", "feel", "feeling", "felt", "it", "is", "little", "lot", "much", "not", "quite", "really", "so", "still",
    "very",
}  # fmt: skip
WORDS_BEFORE_DAYS = ("in", "during")


class DateInWords(NamedTuple):
    """The part of a phrase that is a date, and the rest of it; both may be empty."""

    words: list[str]
    rest: list[str]


def date_in(words: Sequence[str], now: datetime) -> DateInWords:
    """The longest part at the beginning or the end of the words that is a date in the past."""
    for length in range(len(words), 0, -1):
        for start in dict.fromkeys((0, len(words) - length)):
            date = words[start : start + length]
            if is_date(" ".join(date), now):
                return DateInWords([*date], [*words[:start], *words[start + length :]])
    return DateInWords([], [*words])


def with_day_of_part(words: Sequence[str], now: datetime) -> list[str]:
    """The words with `this` in front of a part of the day at their end, `yesterday` for one that is still to come.

    >>> with_day_of_part(["neck", "evening"], datetime(2026, 7, 6, 14).astimezone())
    ['neck', 'yesterday', 'evening']
    """
    *before, part = words or [""]
    days = (day for day in ("this", "yesterday") if is_date(f"{day} {part}", now))
    return [*before, next(days), part] if folded(part) in DAY_PARTS else [*words]


def are_ratings(values: Sequence[str], command: str) -> bool:
    """Whether these values of `--also` are ratings as the command takes them: `neck=6:3` for `log`, else `neck=6`.

    BEFORE stands for a score that only the person knows.
    """
    try:
        also_of([value.replace("=BEFORE:", "=0:") for value in values], most=2 if command == "log" else 1)
    except UsageError:
        return False
    return True


def is_date(text: str, now: datetime) -> bool:
    """Whether `--at` takes the text."""
    try:
        parse_when(text, now)
    except UsageError:
        return False
    return True


def days_in(text: str, now: datetime) -> DaySpan | None:
    """The days that the text names, as `--since` takes them; None for another text."""
    try:
        return parse_days(text, now.date())
    except UsageError:
        return None


def without_word_for_days(words: Sequence[str], now: datetime) -> list[str]:
    """The words without `in` or `during` in front of days alone: `in may`."""
    is_before_days = folded(words[0]) in WORDS_BEFORE_DAYS and days_in(" ".join(words[1:]), now) is not None
    return [*words[is_before_days:]]


def reject_future(text: str, now: datetime) -> None:
    """Raise FutureTimeError for a date that is still to come: no condition is called `tomorrow`."""
    try:
        past_moment(text, now)
    except FutureTimeError:
        raise
    except UsageError:
        return


def reject_future_beside_name(words: Sequence[str], now: datetime, *, is_name: Callable[[Sequence[str]], bool]) -> None:
    """Raise FutureTimeError where the words are such a date, alone or beside a name: `neck this evening`."""
    for place in range(len(words)):
        for name, time in ((words[:place], words[place:]), (words[place:], words[:place])):
            if time and (not name or is_name(name)):
                reject_future(" ".join(time), now)


def is_written_file(text: str) -> bool:
    """Whether it is the name of a file that a page, a statement or a chart is written to."""
    return text.casefold().endswith((".html", ".htm", ".pdf", ".md", ".txt", ".csv", ".svg"))


def is_change(text: str) -> bool:
    """Whether it is one of the seven steps of `overall`."""
    try:
        parse_change(text)
    except UsageError:
        return False
    return True


def is_state_now(words: Sequence[str], date_words: Sequence[str]) -> bool:
    """Whether words with this date behind them say how it is now: `fine now`."""
    return folded(" ".join(date_words)) in ("now", "right now") and folded(words[-1]) in _STATES


def is_state(text: str) -> bool:
    """Whether it says no more than how somebody is: `fine`, `feeling much better`, `no change`."""
    words = [word for word in folded(text).split() if word not in _AROUND_STATES]
    return is_change(text) or " ".join(words) in _SURE_STATES


def is_side_effect(text: str) -> bool:
    """Whether the recogniser knows what the text names, be it one or several."""
    return is_listed(text)


def points_in(words: Sequence[str]) -> str | None:
    """The codes that the words are, as a list for `--points`; None where one of them is no code."""
    text = " ".join(words)
    if not any(each.isdigit() for each in text):
        return None
    try:
        point_list = parse_points(text, tuple)
    except UsageError:
        return None
    return None if point_list.remarks else ",".join(point_list.points)


def is_technique(text: str) -> bool:
    """Whether it names a technique that is known, such as cupping."""
    try:
        parse_technique(text)
    except UsageError:
        return False
    return True

"""Scores, days, numbers and entries in words, the same on every surface."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from paintrack.model.displayed_text import isolated, listed
from paintrack.model.entries import KIND_ROWS, KINDS, AnyEntry, Rating, Reading, Session, kind_name
from paintrack.model.open_session import open_conditions
from paintrack.model.values.moment import LONG_DAYS, LONG_MONTHS, Moment
from paintrack.model.values.score import relief

if TYPE_CHECKING:
    from paintrack.model.other_entries import NextVisit, Note, OtherEntry, Peg, Plan, Question, ZeroMonth

SERIOUS_MARK, SERIOUS_IN_WORDS = "! ", "serious symptom"  # before a serious side effect: seen, and read aloud


def show_score(score: float | None) -> str:
    """A score, or a sum of scores, as people read it; empty if it is missing.

    >>> show_score(7.0), show_score(7.5), show_score(None)
    ('7', '7.5', '')
    """
    # 10 digits are enough for the sums of a long history.
    return "" if score is None else f"{score:.10g}"


def change_in_words(before: float, after: float) -> str:
    """The change as people say it, without a bare minus and without praise.

    >>> change_in_words(7, 5), change_in_words(5, 5), change_in_words(5, 6)
    ('2 lower', 'no change', '1 higher')
    """
    return lower_in_words(relief(before, after))


def lower_in_words(points: float) -> str:
    """By how many points a score is lower, as in `change_in_words`; a negative number means higher."""
    return "no change" if points == 0 else f"{show_score(abs(points))} {'lower' if points > 0 else 'higher'}"


def show_day(day: date, *, weekday: bool = True, long: bool = False, year: bool = True) -> str:
    """A day, by default with weekday and year; `long` for a screen reader.

    >>> show_day(date(2026, 7, 6)), show_day(date(2026, 7, 6), long=True)
    ('Mon 6 Jul 2026', 'Monday 6 July 2026')
    """
    month = LONG_MONTHS[day.month - 1]
    name = LONG_DAYS[day.weekday()]
    if not long:
        month, name = month[:3], name[:3]
    return f"{name + ' ' if weekday else ''}{day.day} {month}{f' {day.year}' if year else ''}"


def show_month(month: str) -> str:
    """A calendar month in words.

    >>> show_month("2026-10")
    'October 2026'
    """
    year, _, number = month.partition("-")
    return f"{LONG_MONTHS[int(number) - 1]} {year}"


def month_name(day: date, *, has_year: bool) -> str:
    """`Jul`, or `Jul 2026`."""
    return show_day(day, weekday=False, year=has_year).partition(" ")[2]


def show_moment(moment: Moment, *, long: bool = False) -> str:
    """`Mon 6 Jul 2026 14:02`, without the time if it was not given.

    `long` is for a screen reader, which would read a time behind a year as a part of it: `... July 2026 at 14:02`.
    """
    day = show_day(moment.day, long=long)
    return f"{day}{' at' if long else ''} {moment.at:%H:%M}" if moment.time_given else day


def show_period(first: date, last: date, *, long: bool = False) -> str:
    """From day to day, or one day if they are the same; `long` for a screen reader.

    >>> show_period(date(2026, 7, 6), date(2026, 9, 7))
    '6 Jul to 7 Sep 2026'
    >>> show_period(date(2026, 12, 28), date(2027, 1, 4))
    '28 Dec 2026 to 4 Jan 2027'
    """
    if first == last:
        return show_day(first, weekday=False, long=long)
    start = show_day(first, weekday=False, long=long, year=first.year != last.year)
    return f"{start} to {show_day(last, weekday=False, long=long)}"


def elapsed_in_words(earlier: datetime, later: datetime) -> str:
    """The time from `earlier` to `later` in the words people use: hours to the nearest one, days that are full.

    >>> elapsed_in_words(datetime(2026, 7, 6, 15), datetime(2026, 7, 7, 7))
    '16 hours'
    >>> elapsed_in_words(datetime(2026, 7, 6, 15), datetime(2026, 7, 7, 7, 50))
    '17 hours'
    """
    minutes = int((later - earlier).total_seconds() // 60)
    for size, word in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        # Hours up to two days, since the next morning is 16 hours away, not 1 day.
        if minutes >= size * (2 if word == "day" else 1):
            number = (minutes + 30) // 60 if word == "hour" else minutes // size
            return f"{number} {word}{'' if number == 1 else 's'}"
    return "0 minutes"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "session"), counted(2, "session"), counted(2, "entry", "entries")
    ('1 session', '2 sessions', '2 entries')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def counted_kind(number: int, kind: str) -> str:
    """A number of entries of a kind, in words.

    >>> counted_kind(1, "peg"), counted_kind(2, "session")
    ('1 PEG', '2 sessions')
    """
    return counted(number, KIND_ROWS[kind].noun, KIND_ROWS[kind].plural)


def counted_kinds(numbers: Mapping[str, int]) -> str:
    """How many entries of each kind: `12 sessions and 3 readings`."""
    return listed([counted_kind(numbers[kind], kind) for kind in KINDS if numbers.get(kind)] or ["no entries"], "and")


def scores_in_words(rating: Rating) -> str:
    """The two scores in words.

    >>> scores_in_words(Rating("neck", 7, 5)), scores_in_words(Rating("neck", 7))
    ('7 -> 5 (2 lower)', '7 before')
    >>> scores_in_words(Rating("neck", after=5)), scores_in_words(Rating("neck"))
    ('5 after', 'no score')
    """
    if rating.before is not None and rating.after is not None:
        scores = f"{show_score(rating.before)} -> {show_score(rating.after)}"
        return f"{scores} ({change_in_words(rating.before, rating.after)})"
    if rating.before is not None:
        return f"{show_score(rating.before)} before"
    return "no score" if rating.after is None else f"{show_score(rating.after)} after"


def open_conditions_in_words(session: Session) -> str:
    """The conditions of a session that wait for their score on leaving: `neck and knee`."""
    return listed([*map(isolated, open_conditions(session))], "and")


def in_words(entry: AnyEntry) -> str:
    """The entry in a few words for a sentence: `session 5, lower back 7 -> 5 (2 lower)`."""
    if isinstance(entry, Session):
        ratings = "; ".join(f"{isolated(rating.condition)} {scores_in_words(rating)}" for rating in entry.ratings)
        return f"session {entry.label}, {ratings or 'no score'}"
    if isinstance(entry, Reading):
        return f"reading {entry.label}, {isolated(entry.condition)} {show_score(entry.score)}"
    return f"{kind_name(entry.kind)} {entry.label}, {content_in_words(entry)}"


def content_in_words(entry: "OtherEntry") -> str:
    """What an entry other than a session or a reading says, without its id; only the first line of a text."""
    # By the name of the kind, so that recording a score does not load the classes.
    return _CONTENTS[entry.kind](entry)


def peg_in_words(peg: "Peg") -> str:
    """`pain 6, enjoyment 7, activity 5`."""
    return f"pain {show_score(peg.pain)}, enjoyment {show_score(peg.enjoyment)}, activity {show_score(peg.activity)}"


def plan_in_words(plan: "Plan") -> str:
    """`lower back, 10 sessions, goal 3`."""
    parts = [isolated(plan.condition)]
    parts += [counted(plan.sessions, "session")] if plan.sessions is not None else []
    parts += [f"goal {show_score(plan.goal)}"] if plan.goal is not None else []
    return ", ".join(parts)


def zero_month_in_words(entry: "ZeroMonth") -> str:
    """`migraine 0 on the other days of October 2026`, with `so far` while the month was not over."""
    end = "" if entry.is_whole else " so far"
    return f"{isolated(entry.condition)} 0 on the other days of {show_month(entry.month)}{end}"


def next_visit_in_words(visit: "NextVisit") -> str:
    """`Tue 3 Nov 2026 14:00`."""
    return show_moment(visit.visit_moment)


def _first_line(entry: "Note | Question") -> str:
    return isolated(entry.first_line)


_CONTENTS: dict[str, Callable[[Any], str]] = {
    "note": _first_line,
    "question": _first_line,
    "peg": peg_in_words,
    "plan": plan_in_words,
    "overall": attrgetter("change"),
    "zero_month": zero_month_in_words,
    "next_visit": next_visit_in_words,
}

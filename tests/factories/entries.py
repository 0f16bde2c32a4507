"""One builder for each kind of entry, typed at the moment at which it happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count
from typing import Any

from paintrack.model.changes.change_stamps import with_change_stamps
from paintrack.model.entries import AnyEntry, Rating, Reading, Session
from paintrack.model.other_entries import Note, Overall, Peg, Plan, Question, ZeroMonth
from paintrack.model.values.moment import Moment, stamp

NOW = datetime(2026, 7, 6, 14, 2, tzinfo=timezone(timedelta(hours=2)))
STAMP = stamp(NOW)
# A condition or a note that tries to steer the terminal.
HOSTILE = "a\u202eb [bold]c[/bold] \u2066d"
NECK = Rating(condition="neck", before=6, after=3)

# A local time at +02:00 such as `2026-07-06 14:02`, or a number of days after NOW.
When = str | int | Moment

# Above every uid that a course or a test writes by hand (1 to a few thousand): two entries never share one by chance.
_numbers = count(1 << 64)


def moment(at: When, *, hours: float = 0) -> Moment:
    """The moment, so many hours later."""
    if isinstance(at, Moment):
        at_moment = at
    elif isinstance(at, int):
        at_moment = Moment(NOW + timedelta(days=at))
    else:
        at_moment = Moment(datetime.fromisoformat(at).replace(tzinfo=NOW.tzinfo))
    return at_moment._replace(at=at_moment.at + timedelta(hours=hours))


def day_after(days: int) -> date:
    """The calendar day so many days after NOW."""
    return NOW.date() + timedelta(days=days)


def back(before: float | None, after: float | None) -> Rating:
    """A rating of the lower back."""
    return Rating(condition="lower back", before=before, after=after)


def a_session(
    before: float | None = 7,
    after: float | None = 3,
    *,
    condition: str = "lower back",
    ratings: Sequence[Rating] | None = None,
    at: When = 0,
    **fields: Any,
) -> Session:
    """A session with one rating, or with the `ratings`; `fields` are the other fields of a Session."""
    rated = (Rating(condition=condition, before=before, after=after),) if ratings is None else tuple(ratings)
    return Session(**_entry_fields(moment(at)) | {"ratings": rated} | fields)


def a_visit(
    cost: int | None = 8500,
    covered: int | None = None,
    currency: str | None = None,
    *,
    who: str | None = "Dr Li",
    at: When = "2026-07-06 14:00",
) -> Session:
    """A session with what it cost, in hundredths of the currency unit."""
    return a_session(at=at, note="slept badly", cost=cost, covered=covered, currency=currency, practitioner=who)


def a_reading(
    score: float = 4, *, condition: str = "lower back", at: When = "2026-07-07 07:10", **fields: Any
) -> Reading:
    """A reading; on a day given by number it is an hour after that day's session."""
    when = moment(at, hours=1 if isinstance(at, int) else 0)
    return Reading(**_entry_fields(when) | {"condition": condition, "score": score} | fields)


def a_note(text: str = "new mattress", *, at: When = 0, **fields: Any) -> Note:
    """A note."""
    return Note(**_entry_fields(moment(at)) | {"text": text, "number": 1} | fields)


def a_question(text: str = "Every week?", *, at: When = 0, **fields: Any) -> Question:
    """A question."""
    return Question(**_entry_fields(moment(at)) | {"text": text, "number": 1} | fields)


def a_peg(pain: float, enjoyment: float, activity: float, *, at: When = 0, **fields: Any) -> Peg:
    """Function in everyday life."""
    scores = {"pain": pain, "enjoyment": enjoyment, "activity": activity}
    return Peg(**_entry_fields(moment(at)) | scores | {"number": 1} | fields)


def a_plan(
    *,
    condition: str = "lower back",
    sessions: int | None = None,
    goal: float | None = None,
    at: When = 0,
    **fields: Any,
) -> Plan:
    """A plan."""
    aims = {"condition": condition, "sessions": sessions, "goal": goal}
    return Plan(**_entry_fields(moment(at)) | aims | {"number": 1} | fields)


def an_overall(change: str = "much better", *, at: When = 0, **fields: Any) -> Overall:
    """The change as a whole."""
    return Overall(**_entry_fields(moment(at)) | {"change": change, "number": 1} | fields)


def a_zero_month(month: str, *, condition: str = "migraine", at: When = 0, **fields: Any) -> ZeroMonth:
    """That the other days of a month (`2026-10`) were 0."""
    return ZeroMonth(**_entry_fields(moment(at)) | {"condition": condition, "month": month, "number": 1} | fields)


def _entry_fields(when: Moment) -> dict[str, Any]:
    """What every entry has; uids grow, so that entries of one moment keep the order in which they were built."""
    typed = stamp(when.at)
    return {"uid": f"{next(_numbers):032x}", "when": when, "entered": typed, "edited": typed}


def changed(entry: AnyEntry, at: str, **values: Any) -> AnyEntry:
    """The entry with other values and a stamp for each, as an edit at that time leaves it."""
    return with_change_stamps(replace(entry, edited=at, **values), entry)

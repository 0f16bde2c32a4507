"""Days above 0, and days with rescue medicine by month, in words: the same on screen and on the page."""

from collections.abc import Sequence

from paintrack.analysis.condition.days_above_zero import DayCount, DaysAboveZero
from paintrack.analysis.medicine_days import MANY_DAYS, MedicineMonth
from paintrack.views.trend.course_sentences import MIDDLE
from paintrack.views.value_words import counted, month_name, show_score

_MONTHS = 12  # how many months are named, the newest


def days_above_zero_sentence(days: DaysAboveZero, *, middle: str = MIDDLE) -> str:
    """How many days were above 0, of how many, and how high; without a full stop."""
    total = days.total
    if days.typical is None or days.worst is None:
        unscored = total.days - total.scored
        unscored_days = f"{unscored} days are" if unscored > 1 else "day is"
        rest = f"; the other {unscored_days} unknown" if unscored else ""
        return f"{counted(total.scored, 'day')} with a score, all 0{rest}"
    height = f"{middle} {show_score(days.typical)}, worst {show_score(days.worst)} on the days above 0"
    above = f"{counted(total.above, 'day')} above 0"
    if total.is_complete:
        return f"{above} in {counted(total.days, 'day')}, each with a score; {height}"
    have = "has" if total.scored == 1 else "have"
    unscored_days = "day is" if total.days - total.scored == 1 else "days are"
    span = f"{total.scored} of {total.days} days {have} a score, the other {unscored_days} unknown"
    return f"at least {above}: {span}; {height}"


def halves_sentence(days: DaysAboveZero) -> str:
    """The days above 0 of the first half of the time against those of the second; without a full stop."""
    first, second = days.halves
    with_score = f"{first.above} of {counted(first.scored, 'day')} with a score"
    return f"first half: above 0 on {with_score}; second half: on {_of_scored(second)}"


def months_sentence(days: DaysAboveZero) -> str:
    """Days above 0 of those with a score, by month, the newest twelve: `...: 1 of 4 in Jul, 2 of 5 in Aug`.

    Without a full stop. `Jul 1 of 4` would be read as a date.
    """
    months = days.months[-_MONTHS:]
    has_years = months[0].start.year != months[-1].start.year
    named = ", ".join(f"{_of_scored(each)} in {month_name(each.start, has_year=has_years)}" for each in months)
    is_cut = len(months) < len(days.months)
    return f"by month, of the days with a score: {named}" + (
        f" (newest {len(months)} of {len(days.months)} months)" if is_cut else ""
    )


def medicine_sentence(months: Sequence[MedicineMonth]) -> str:
    """On how many days of each month rescue medicine was noted, the newest twelve months; without a full stop.

    If one has many days, it also says whom to ask. It never says which medicine or how much.
    """
    newest = months[-_MONTHS:]
    has_years = newest[0].start.year != newest[-1].start.year
    first, *more_months = (f"in {month_name(each.start, has_year=has_years)}" for each in newest)
    named = [f"{counted(newest[0].days, 'day')} {first}"]
    named += [f"{month.days} {name}" for month, name in zip(newest[1:], more_months, strict=True)]
    sentence = f"rescue medicine noted on {', '.join(named)}"
    if any(month.days >= MANY_DAYS for month in newest):
        sentence += f". From {MANY_DAYS} days a month on: ask your doctor or pharmacist"
    return sentence


def _of_scored(count: DayCount) -> str:
    """`5 of 9`, without `at least`, which the sentence before has."""
    return f"{count.above} of {count.scored}"

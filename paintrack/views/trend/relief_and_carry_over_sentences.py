"""What a session changes and whether it holds, in words: the same on screen and on the page."""

from collections.abc import Sequence

from paintrack.analysis.condition.carry_over_medians_and_shares import BackByNextVisit, DropHeld, NextVisits
from paintrack.analysis.condition.relief import Relief
from paintrack.analysis.condition.treatment_courses import LONGEST_USUAL_GAP
from paintrack.views.trend.course_sentences import MIDDLE
from paintrack.views.value_words import lower_in_words, show_score

# Beside a course that goes down, 'back by the next visit' would read as its opposite.
FALL = "Over the weeks, the scores on arrival fall."
NO_NEXT_VISIT = (
    "too early to say: needs a session with both scores, and a score at the next visit "
    f"within {LONGEST_USUAL_GAP // 7} weeks"
)


def relief_sentence(relief: Relief, *, from_above_zero: bool = False, middle: str = MIDDLE) -> str:
    """`2 lower (middle of 10; 1 to 3)`; a range across 0 has a direction at each end. Without a full stop.

    `from_above_zero`: it is only over the sessions that began above 0, and says so.
    """
    median, least, most = relief.middle.median, relief.least, relief.most
    began = " that began above 0" if from_above_zero else ""
    if relief.n == 1:
        return f"{lower_in_words(median)} (1 session{began})"
    sessions = f"{relief.n} sessions{began}" if began else str(relief.n)
    if least == most:
        return f"{lower_in_words(median)} (each of {relief.n} sessions{began})"
    return f"{lower_in_words(median)} ({middle} of {sessions}; {_range(least, most, is_plain=median > 0)})"


def _range(least: float, most: float, *, is_plain: bool) -> str:
    """`1 to 3` if `is_plain` and both ends have the direction of the median before it; else with directions."""
    if is_plain and least >= 0:
        return f"{show_score(least)} to {show_score(most)}"
    if least == most:
        return lower_in_words(least)
    return f"{lower_in_words(least)} to {lower_in_words(most)}"


def next_visits_sentence(visits: NextVisits, *, from_above_zero: bool = False, middle: str = MIDDLE) -> str:
    """What the next visit says of the drop in a session: `usually back by the next visit: 2 lower after, ...`.

    `from_above_zero`: it is only over the gaps after sessions that began above 0, and says so. Begins in lower case,
    without a full stop.
    """
    began = f" after {'a session' if visits.n == 1 else 'sessions'} that began above 0" if from_above_zero else ""
    rests_on = f"{middle} of {visits.n} gaps{began}; {_range_again(visits)}" if visits.n > 1 else f"1 gap{began}"
    after, then = lower_in_words(visits.lower_after), lower_in_words(-visits.higher_again)
    if visits.back is BackByNextVisit.TOO_EARLY:
        return f"{visits.back}: {after} after, then {then} by the next visit ({rests_on})"
    if visits.back is None:
        return f"no drop to hold: {after} after, then {then} by the next visit ({rests_on})"
    if visits.back is BackByNextVisit.NOT:
        return f"still lower at the next visit: {after} after, then {then} ({rests_on})"
    if visits.back is BackByNextVisit.PARTLY:
        # `Does it hold? In part`: of `partly back` a reader asks what, and how much, is back.
        return f"in part: {after} after, {then} again by the next visit ({rests_on})"
    return f"{visits.back} by the next visit: {after} after, {then} again ({rests_on})"


def _range_again(visits: NextVisits) -> str:
    """The least and the most that came back: `0 to 3`, `2 in each`; if a score fell further, with directions."""
    if visits.least == visits.most > 0:
        return f"{show_score(visits.least)} in each"
    if visits.least >= 0 and visits.higher_again > 0:
        return f"{show_score(visits.least)} to {show_score(visits.most)}"
    return _range(-visits.least, -visits.most, is_plain=False)


def drop_held_sentence(days: Sequence[DropHeld]) -> str:
    """In how many sessions half of the drop or more was still there, by days after it; empty without a reading then."""
    scored = [each for each in days if each.sessions]
    if not scored:
        return ""
    parts = ", ".join(f"{_days(each)} in {each.held} of {each.sessions}" for each in scored)
    return f"half of the drop or more still there: {parts} session{'' if scored[-1].sessions == 1 else 's'}"


def _days(each: DropHeld) -> str:
    return "next day" if each.last_day == 1 else f"days {each.first_day} to {each.last_day}"

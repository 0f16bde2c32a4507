"""Two histories that the views of the list are looked at with: the course K1, and all that is hard to show."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from paintrack.domain.entry import KINDS, AnyEntry, Rating, SideEffect
from paintrack.domain.selection import Selection
from paintrack.domain.timeline import Line, footer, lines_of
from paintrack.domain.when import Moment, stamp
from tests.entries import a_reading, a_session, entries, moment, times_of


def k1() -> list[AnyEntry]:
    """Ten weekly sessions and a reading, all typed on their day but the after-score of session 3."""
    scores = zip((8, 7, 7, 6, 7, 5, 6, 5, 4, 4), (5, 5, 4, 4, 5, 3, 4, 3, 3, 2), strict=True)
    found = []
    for number, (before, after) in enumerate(scores, 1):
        at = moment("2026-07-06 14:00").at + timedelta(weeks=number - 1)
        session = a_session(before, after, number=number)
        found.append(replace(session, when=Moment(at), entered=stamp(at)))
    found[1] = replace(found[1], side_effects=(SideEffect(kind="bruise_bleeding"),))
    next_day = stamp(found[2].at + timedelta(days=1))
    found[2] = found[2].with_rating(found[2].ratings[0]._replace(after_entered=next_day))
    reading = a_reading(4, at="2026-08-11 07:10")
    return sorted(
        [*found, replace(reading, number=1, entered=stamp(reading.at))],
        key=lambda entry: entry.at,
    )


def hard() -> list[AnyEntry]:
    """Several conditions, decimals, missing scores, wide and long names, control characters, ids of all lengths."""
    early = replace(a_reading(9.5, condition="膝の痛み", at="2026-06-30 21:00"), number=1, note="no sleep")
    first = replace(
        a_session(7.5, 3, number=1, note="a long day"),
        ratings=(
            Rating(condition="lower back", before=7.5, after=3),
            Rating(condition="膝の痛み", before=10, after=0),
            Rating(condition="the left shoulder where it was broken in 1998", before=4),
        ),
        side_effects=(
            SideEffect(kind="other", words="a strange\x1b[31m feeling in the left toe"),
            SideEffect(kind="dizzy_nausea_sweat"),
        ),
    )
    visit = replace(a_session(number=2, at="2026-07-13 09:00"), ratings=())
    worse = replace(
        a_session(3, 4.5, number=9, at="2026-07-20 09:00"),
        ratings=(
            Rating(condition="lower back", before=3, after=4.5),
            Rating(condition="[bold]neck[/bold]\u202e", after=2),
        ),
    )
    same = a_session(0, 0, number=10, at="2026-11-30 18:30")
    later = replace(a_reading(0, at="2026-12-24 08:00"), number=12)
    many = a_session(6, 5.5, number=1204, at="2027-01-04 18:30")
    found: list[AnyEntry] = [early, first, visit, worse, same, later, many]
    return [replace(entry, entered=stamp(entry.at)) for entry in found]


def shown(history: list[AnyEntry]) -> tuple[list[Line], list[str]]:
    """The lines and the footer of a whole history."""
    totals = {kind: number for kind in KINDS if (number := sum(entry.kind == kind for entry in history))}
    return lines_of(history, times_of(history)), footer(history, totals, Selection())


def _numbered(found: list[AnyEntry], first: int) -> list[AnyEntry]:
    found = sorted(found, key=lambda entry: entry.at)
    return [replace(entry, number=number) for number, entry in enumerate(found, first)]


histories = st.builds(
    _numbered, st.lists(entries, min_size=1, max_size=6), st.one_of(st.integers(1, 20), st.integers(1, 99_000))
)

"""How much goes on the page: everything if length does not matter, else as much as a sheet of paper holds."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.page_figures import Summary
from paintrack.model.displayed_text import isolated, listed
from paintrack.views.page.commands_for_omitted_content import condition_page
from paintrack.views.text_layout import truncate, width_of
from paintrack.views.value_words import counted, show_day

_T = TypeVar("_T")


class Room(NamedTuple):
    """How much of what may be left out goes on the page.

    `points`, `sessions` and `conditions` are the most items of these, `most` that of lists without a limit of their
    own, `longest` the most columns of a text. `has_peg_rows`: the answers on everyday life, not only their mean.
    `chart` is the share of its full height, 0 to 1. Serious symptoms, changes and questions are on every page.
    """

    points: int
    sessions: int
    conditions: int
    has_peg_rows: bool
    chart: float
    most: int
    longest: int


# For a page that need not fit on a sheet of paper.
WHOLE = Room(points=1000, sessions=6, conditions=1000, has_peg_rows=True, chart=1, most=1000, longest=1000)
_SHEET = Room(points=8, sessions=6, conditions=8, has_peg_rows=True, chart=1, most=8, longest=160)
_THREE_ROWS = _SHEET._replace(points=0, sessions=3, most=5, longest=100)
_FEW = _THREE_ROWS._replace(most=3, longest=60)
_MAIN_ALONE = _FEW._replace(conditions=0)
_NAMED_CONDITIONS, _SHORT_NAME, _LONGEST_NAME = 3, 24, 60
# What a full sheet leaves out, in this order: points, session rows beyond three, other conditions, the answers on
# everyday life except for their mean.
WHOLE_CHART_ROOMS = (
    _SHEET._replace(points=40, conditions=20, most=20, longest=300),
    _SHEET,
    _SHEET._replace(points=3),
    _SHEET._replace(points=0),
    _SHEET._replace(points=0, most=5, longest=100),
    _THREE_ROWS,
    _FEW._replace(conditions=3),
    _FEW._replace(conditions=1),
    _MAIN_ALONE,
    # What the rows on everyday life make room for comes back.
    _FEW._replace(conditions=3, has_peg_rows=False),
    _FEW._replace(conditions=1, has_peg_rows=False),
    _MAIN_ALONE._replace(has_peg_rows=False),
    _MAIN_ALONE._replace(has_peg_rows=False, most=1, longest=45),
)
# Finally the chart gets lower, which makes room for some of that again.
LOWER_CHART_ROOMS = tuple(room._replace(chart=0.75) for room in WHOLE_CHART_ROOMS)
SHEET_ROOMS = (*WHOLE_CHART_ROOMS, *LOWER_CHART_ROOMS)


class Limits:
    """How much goes on the page; counts what is left out. `complete` is as in `build_page`."""

    def __init__(self, summary: Summary, room: Room, complete: Callable[[str], str] = str) -> None:
        self.complete = complete
        self._summary = summary
        self.most = room.most
        self.room = room
        self._omissions: list[str] = []
        self._conditions = ""
        self._has_cut = False
        days = [summary.printed, *(each.when.day for each in (*summary.notes, *summary.older_notes, *summary.peg))]
        days += [day for effect in summary.effects for day in effect.days]
        years = {day.year for day in (*days, *filter(None, [summary.first_day, summary.last_day]))}
        self._within_a_year = len(years) == 1

    def some(self, items: Sequence[_T], noun: str, *, newest: bool = True, most: int | None = None) -> Sequence[_T]:
        """As many of the items as there is room for: the last ones if `newest`, else the first. `noun` names them."""
        most = self.most if most is None else most
        over = len(items) - most
        if over <= 0:
            return items
        self._omissions.append(counted(over, noun))
        return items[over:] if newest else items[:most]

    def some_conditions(self, conditions: Sequence[ConditionFigures]) -> Sequence[ConditionFigures]:
        """The first conditions, as many as there is room for; those left out are named, with the page of the first."""
        most = self.room.conditions
        if left_out := [isolated(each.condition) for each in conditions[most:]]:
            name, count = left_out[0], counted(len(left_out), "condition")
            if len(left_out) > 1:
                names = [truncate(each, _SHORT_NAME, ascii_only=True) for each in left_out[:_NAMED_CONDITIONS]]
                more = len(left_out) - len(names)
                count += f", {listed([*names, *([counted(more, 'other')] if more else [])], 'and')}"
            is_short = width_of(name) <= _LONGEST_NAME
            way = condition_page(self._summary, name) if is_short else "paintrack trend --all"
            self._conditions = f"{count}: {way}"
        return conditions[:most]

    def cut(self, text: str, longest: int = 1000) -> str:
        """The text on one line, cut if it is too long."""
        line = isolated(text)
        short = truncate(line, min(longest, self.room.longest), ascii_only=True)
        self._has_cut = self._has_cut or short != line
        return short

    def day(self, day: date) -> str:
        """`6 Jul`, with the year if the page has days of several years."""
        return show_day(day, weekday=False, year=not self._within_a_year)

    def omissions(self) -> tuple[str, ...]:
        """What was left out, such as `2 points`, with how to see it; empty if nothing was."""
        parts = [*self._omissions, *(["ends of long texts"] if self._has_cut else [])]
        commands = "to see them: paintrack list, paintrack show ID"
        conditions = [self.complete(self._conditions)] if self._conditions else []
        return (*conditions, *parts, *([self.complete(commands)] if parts else []))

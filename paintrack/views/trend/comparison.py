"""Relief in groups of sessions, side by side but never ranked; groups that are too small are marked."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.relief_by_group import Group
from paintrack.model.displayed_text import isolated, listed, shell_quoted, uncapitalize_first, visible_line
from paintrack.model.typed.typed_text import folded
from paintrack.views.json_values import json_values
from paintrack.views.text_layout import fill, pack, width_of, wrap, wrapped_name
from paintrack.views.text_table import column_widths, table_lines
from paintrack.views.trend.course_rows_below_comparison import course_lines, spoken_course
from paintrack.views.trend.trend_json import course_json
from paintrack.views.value_words import counted, lower_in_words, show_score

FEW = "too few to compare"
REASONS = "Groups differ for many reasons (time, place, what else was done): a difference does not show its cause."
THREE_GROUPS = "A session with three points counts in three groups."
_RANGE, _NEXT = "least to most", "by the next visit"
_SHORT = {"sessions": "n", _RANGE: "range", FEW: "too few", _NEXT: "next visit"}
_LEAST_NAME = 16  # columns that a longer name has at least
_NOTHING, _EACH_TIME = "-", "each time"


def comparison_title(sessions: int, condition: str | None) -> str:
    """The title, with the number of sessions that have both scores."""
    title = f"How much lower the score is after a session (before minus after), {counted(sessions, 'session')}"
    return title if condition is None else f"{isolated(condition)}: {uncapitalize_first(title)}"


def empty_comparison(condition: str | None, recorded: Sequence[str], *, width: int) -> str:
    """The sentences in place of a comparison without any session, for this `condition` or for all.

    They name the conditions `recorded` if this one is not among them.
    """
    of = f" for {isolated(condition)}" if condition else ""
    is_recorded = folded(condition or "") in map(folded, recorded)
    names = "" if is_recorded or not recorded else f"Recorded are: {listed(list(map(isolated, recorded)), 'and')}."
    return pack([f"No session{of} that fits has both scores yet.", names, "See: paintrack list"], width)


def began_at_zero_notice(figures: Sequence[ConditionFigures]) -> str:
    """How many sessions are left out because they began at 0, by condition; empty if all count."""
    left_out = [
        f"{number} for {isolated(each.condition)}"
        for each in figures
        if each.above_zero_alone
        and (number := sum(visit.before == 0 and visit.after is not None for visit in each.visits))
    ]
    return f"Left out, since they began at 0 and nothing could be lower: {listed(left_out, 'and')}." if left_out else ""


def other_courses_notice(figures: Sequence[ConditionFigures], by: str, *, width: int) -> str:
    """How many visits of other courses are left out, and how to see them; empty if there are none.

    The command is never wrapped: it has a line of its own if `width` is too small for both.
    """
    other_courses = [(each, other) for each in figures for other in each.other_courses]
    if not other_courses:
        return ""
    (each, newest), visits = other_courses[-1], sum(other.visits for _, other in other_courses)
    name = shell_quoted(visible_line(each.condition))
    how = f"paintrack compare --by {by} --for {name} --course {newest.number}"
    sentence = f"{counted(visits, 'visit')} of other courses left out. See them:"
    line = f"{sentence} {how}"
    return line if width_of(line) <= width else f"{fill(sentence, width)}\n  {how}"


def comparison_table(
    groups: Sequence[Group],
    by: str,
    title: str,
    *,
    figures: Sequence[ConditionFigures] = (),
    width: int,
    colours: int = 0,
) -> str:
    """The groups as a table, each line at most `width` columns: sessions, median relief, least and most.

    `figures` are those of the groups by condition, in the same order; with them there is also how much is back by the
    next visit, and below the table the course of each, with its scores on arrival in so many `colours`. If the names
    have no room in a table, each group has a line of words below its name.
    """
    head = [by, "sessions", "middle", _RANGE]
    rows = [[*head, _NEXT] if figures else head]
    for place, group in enumerate(groups):
        row = [_name(group), str(group.n), lower_in_words(round(group.relief.middle.median, 2)), _range(group)]
        rows.append([*row, _back(figures[place])] if figures else row)
    courses = ["", *course_lines(figures, width=width, colours=colours)] if figures else []
    return "\n".join([*wrap(title, width), *_lines(rows, width), *courses, "", *wrap(_last(by), width)])


def comparison_in_words(
    groups: Sequence[Group],
    by: str,
    title: str,
    *,
    figures: Sequence[ConditionFigures] = (),
    point_names: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The comparison for a screen reader: sentences, with one fact on each line.

    `point_names` are the full names of acupuncture points by their code, since a voice reads LI4 as 'lie four'.
    """
    lines = [f"{title}."]
    for place, group in enumerate(groups):
        relief = group.relief
        middle = lower_in_words(round(relief.middle.median, 2))
        is_always_the_same = relief.least == relief.most
        parts = [counted(group.n, "session"), middle if is_always_the_same else f"in the middle {middle}"]
        parts += [_EACH_TIME] if is_always_the_same and group.n > 1 else []
        parts += [FEW] if group.is_too_small else []
        if not is_always_the_same:
            parts.append(f"least {lower_in_words(relief.least)}, most {lower_in_words(relief.most)}")
        lines.append(f"{isolated(point_names.get(group.name or '', _name(group)))}: {', '.join(parts)}.")
        if figures:
            back = _back(figures[place])
            lines += [f"{_name(group)}, {_NEXT}: {back}."] if back != _NOTHING else []
            lines += spoken_course(figures[place])
    return "\n".join([*lines, _last(by)])


def comparison_json(groups: Sequence[Group], figures: Sequence[ConditionFigures]) -> list[dict[str, Any]]:
    """The groups as JSON-ready values; by condition also with the course and the next visits of each, and whether only
    sessions that began above 0 count.
    """
    records: list[dict[str, Any]] = json_values(groups)
    if not figures:
        return records
    return [
        record
        | {
            "above_zero_alone": each.above_zero_alone,
            "course": course_json(each.course),
            "next_visits": json_values(each.next_visits),
        }
        for record, each in zip(records, figures, strict=True)
    ]


def _name(group: Group) -> str:
    return "not recorded" if group.name is None else isolated(group.name)


def _back(figures: ConditionFigures) -> str:
    """`usually back`; a dash if nothing can be said."""
    back = figures.next_visits.back if figures.next_visits else None
    return back.value if back else _NOTHING


def _last(by: str) -> str:
    return f"{THREE_GROUPS} {REASONS}" if by == "point" else REASONS


def range_in_words(least: float, most: float) -> str:
    """The least and the most relief, -10 to 10 points: `1 to 3 lower`, `1 higher to 3 lower`, `no change`."""
    if least == most:
        return lower_in_words(least)
    if least >= 0:
        return f"{show_score(least)} to {lower_in_words(most)}"
    if most <= 0:
        return f"{show_score(-most)} to {lower_in_words(least)}"
    return f"{lower_in_words(least)} to {lower_in_words(most)}"


def _range(group: Group) -> str:
    least, most = group.relief.least, group.relief.most
    return FEW if group.is_too_small else _EACH_TIME if least == most else range_in_words(least, most)


def _lines(rows: list[list[str]], width: int) -> list[str]:
    """The table, in shorter words if it is too wide; without room for the names, a line of words below each."""
    names = min(max(width_of(row[0]) for row in rows), _LEAST_NAME)
    for table in (rows, _in_short(rows)):
        if sum(column_widths(table)[1:]) + 2 * (len(table[0]) - 1) + names <= width:
            return table_lines(table, width, right=(1,), wrapped=0)
    return [line for row in rows[1:] for line in _in_words(row, rows[0], width)]


def _in_words(row: Sequence[str], head: Sequence[str], width: int) -> Iterator[str]:
    """The name of a group, and below it `10 sessions, 2 lower (1 to 3 lower)`."""
    name, sessions, middle, scores, *back = row
    yield from wrapped_name(name, width)
    words = [f"{counted(int(sessions), 'session')},", middle, f"({scores})"]
    words += [f"{head[-1]} {back[0]}"] if back and back[0] != _NOTHING else []
    yield from (f"  {line}" for line in pack(words, width - 2, indent="").split("\n"))


def _in_short(rows: list[list[str]]) -> list[list[str]]:
    # Only our own words are shortened: a condition may have the name of one of them.
    head = [rows[0][0], *(_SHORT.get(name, name) for name in rows[0][1:])]
    return [head, *([*row[:3], _short_range(row[2], row[3]), *row[4:]] for row in rows[1:])]


def _short_range(middle: str, scores: str) -> str:
    """The range without its direction if the middle has the same one: `1 to 3` beside `2 lower`."""
    direction = f" {middle.rpartition(' ')[2]}"
    if " to " in scores and scores.count(" ") == 3 and scores.endswith(direction):
        return scores.removesuffix(direction)
    return _SHORT.get(scores, scores)

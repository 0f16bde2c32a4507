"""Relief in groups of sessions, side by side: never ranked; groups that are too small are marked."""

from collections.abc import Sequence
from typing import Any

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.relief_by_group import Group
from paintrack.model.score import lower_in_words, show_score
from paintrack.model.typed_text import counted, shell_quoted, visible_line
from paintrack.views.json_values import json_values
from paintrack.views.text_layout import column_widths, table_lines, width_of, wrap
from paintrack.views.trend.course_sentences import short_verdict
from paintrack.views.trend.trend_screen import course_json

FEW = "too few to compare"
REASONS = "Groups differ for many reasons (time, place, what else was done): a difference does not show its cause."
THREE_GROUPS = "A session with three points counts in three groups."
_BARS, _DIGITS = "▁▂▃▄▅▆▇█", "0123456789"
_SPARKS, _FEW_SPARKS = 12, 6
_RANGE, _COURSE, _NEXT, _ARRIVING = "least to most", "on arrival", "next visit", "arriving"
_SHORT = {"sessions": "n", _RANGE: "range", FEW: "too few", _ARRIVING: "before"}
_LEAST_NAME = 16  # columns that a longer name has at least, where there is room at all
_FEWEST_COLUMNS = 4
_NOTHING = "-"
_MOST_LOOKED_AT = 100  # sessions: enough for 12 scores, though some are missing


def comparison_title(sessions: int, condition: str | None) -> str:
    """The title, with the number of sessions that have both scores."""
    title = f"How much lower the score is after a session (before minus after), {counted(sessions, 'session')}"
    return title if condition is None else f"{visible_line(condition)}: {title[0].lower()}{title[1:]}"


def other_courses_notice(figures: Sequence[ConditionFigures], by: str) -> str:
    """How many visits of other courses are left out, and how to see them; empty where there are none."""
    others = [(each, other) for each in figures for other in each.other_courses]
    if not others:
        return ""
    (each, newest), visits = others[-1], sum(other.visits for _, other in others)
    name = shell_quoted(visible_line(each.condition))
    how = f"paintrack compare --by {by} --for {name} --course {newest.number}"
    return f"{counted(visits, 'visit')} of other courses left out. See them: {how}"


def comparison_table(
    groups: Sequence[Group],
    by: str,
    title: str,
    *,
    figures: Sequence[ConditionFigures] = (),
    width: int,
    ascii_only: bool,
) -> str:
    """The groups as a table, each line at most `width` columns: sessions, median relief, least and most.

    `figures` are those of the groups by condition, in the same order: then there are also the course of each, how much
    is back by the next visit, and the scores on arrival, drawn small in the order of time.
    """
    head = [by, "sessions", "middle", _RANGE]
    rows = [[*head, _COURSE, _NEXT, _ARRIVING] if figures else head]
    for place, group in enumerate(groups):
        row = [_name(group), str(group.n), show_score(round(group.relief.middle.median, 2)), _range(group)]
        if figures:
            each = figures[place]
            bars = sparkline(_arrivals(each), ascii_only=ascii_only)
            row += [short_verdict(each.course), _back(each), bars]
        rows.append(row)
    rows = _narrowed(rows, width)
    return "\n".join([*wrap(title, width), *table_lines(rows, width, right=(1, 2), cut=0), "", *wrap(_last(by), width)])


def comparison_in_words(
    groups: Sequence[Group], by: str, title: str, *, figures: Sequence[ConditionFigures] = ()
) -> str:
    """The same as sentences, one line a group: for a screen reader."""
    lines = [f"{title}."]
    for place, group in enumerate(groups):
        relief = group.relief
        parts = [counted(group.n, "session"), f"in the middle {lower_in_words(round(relief.middle.median, 2))}"]
        parts += [FEW] if group.few else []
        parts += [f"least {lower_in_words(relief.least)}, most {lower_in_words(relief.most)}"]
        sentence = f"{_name(group)}: {', '.join(parts)}"
        if figures:
            each = figures[place]
            newest = ", ".join(map(show_score, _arrivals(each)[-_SPARKS:]))
            back = _back(each)
            sentence += f"; on arrival {short_verdict(each.course)}" if each.course else ""
            sentence += f"; {back} by the next visit" if back != _NOTHING else ""
            sentence += f"; newest arriving scores {newest}" if newest else ""
        lines.append(f"{sentence}.")
    return "\n".join([*lines, _last(by)])


def comparison_json(groups: Sequence[Group], figures: Sequence[ConditionFigures]) -> list[dict[str, Any]]:
    """The groups as JSON-ready values; by condition with the course and the next visits of each."""
    records: list[dict[str, Any]] = json_values(groups)
    if not figures:
        return records
    return [
        record | {"course": course_json(each.course), "next_visits": json_values(each.next_visits)}
        for record, each in zip(records, figures, strict=True)
    ]


def _name(group: Group) -> str:
    return "not recorded" if group.name is None else visible_line(group.name)


def _arrivals(figures: ConditionFigures) -> Sequence[float]:
    return [visit.before for visit in figures.visits[-_MOST_LOOKED_AT:] if visit.before is not None]


def _back(figures: ConditionFigures) -> str:
    """`usually back`; a dash where nothing can be said."""
    back = figures.next_visits.back if figures.next_visits else None
    return back.value if back else _NOTHING


def _last(by: str) -> str:
    return f"{THREE_GROUPS} {REASONS}" if by == "point" else REASONS


def sparkline(scores: Sequence[float], *, ascii_only: bool) -> str:
    """Scores 0 to 10 as a line of small bars, in ASCII as digits (9 stands for 9 and 10); the newest 12."""
    newest = scores[-_SPARKS:]
    if ascii_only:
        return "".join(_DIGITS[min(9, round(score))] for score in newest)
    return "".join(_BARS[min(7, int(score * 0.8))] for score in newest)


def _range(group: Group) -> str:
    if group.few:
        return FEW
    return f"{show_score(group.relief.least)} to {show_score(group.relief.most)}"


def _narrowed(rows: list[list[str]], width: int) -> list[list[str]]:
    """The rows cut down until the name has room: shorter words, fewer small bars, none, no next visit, no course."""
    room = min(max(width_of(row[0]) for row in rows), _LEAST_NAME)
    for step in (None, _in_short, _with_few_bars, _without_last, _without_last, _without_last):
        rows = step(rows) if step else rows
        if sum(column_widths(rows)[1:]) + 2 * (len(rows[0]) - 1) + room <= width:
            break
    return rows


def _in_short(rows: list[list[str]]) -> list[list[str]]:
    # Only our own words: a condition may have the same name as one of them.
    head = [rows[0][0], *(_SHORT.get(name, name) for name in rows[0][1:])]
    return [head, *([*row[:3], _SHORT.get(row[3], row[3]), *row[4:]] for row in rows[1:])]


def _with_few_bars(rows: list[list[str]]) -> list[list[str]]:
    return [rows[0], *([*row[:6], *(bars[-_FEW_SPARKS:] for bars in row[6:])] for row in rows[1:])]


def _without_last(rows: list[list[str]]) -> list[list[str]]:
    return [row[: max(len(row) - 1, _FEWEST_COLUMNS)] for row in rows]

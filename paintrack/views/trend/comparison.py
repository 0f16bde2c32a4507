"""Relief in groups of sessions, side by side: never ranked; groups that are too small are marked."""

from collections.abc import Sequence
from typing import Any

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.relief_by_group import Group
from paintrack.model.score import lower_in_words, show_score
from paintrack.model.typed.typed_text import counted, listed, shell_quoted, visible_line
from paintrack.views.json_values import json_values
from paintrack.views.text_layout import column_widths, table_lines, width_of, wrap
from paintrack.views.trend.course_sentences import short_verdict
from paintrack.views.trend.trend_screen import course_json

FEW = "too few to compare"
REASONS = "Groups differ for many reasons (time, place, what else was done): a difference does not show its cause."
THREE_GROUPS = "A session with three points counts in three groups."
_MOST_SCORES, _FEW_SCORES = 12, 6
_RANGE, _COURSE, _ARRIVING, _NEXT = "least to most", "on arrival", "newest on arrival", "next visit"
_SHORT = {"sessions": "n", _RANGE: "range", FEW: "too few", _ARRIVING: "newest"}
_SCORES = 5  # the place of the column of newest scores
_LEAST_NAME = 16  # columns that a longer name has at least, where there is room at all
_FEWEST_COLUMNS = 4
_NOTHING = "-"
_MOST_LOOKED_AT = 100  # sessions: enough for 12 scores, though some are missing


def comparison_title(sessions: int, condition: str | None) -> str:
    """The title, with the number of sessions that have both scores."""
    title = f"How much lower the score is after a session (before minus after), {counted(sessions, 'session')}"
    return title if condition is None else f"{visible_line(condition)}: {title[0].lower()}{title[1:]}"


def began_at_zero_notice(figures: Sequence[ConditionFigures]) -> str:
    """How many sessions are left out because they began at 0, by condition; empty where all count."""
    left_out = [
        f"{number} for {visible_line(each.condition)}"
        for each in figures
        if each.above_zero_alone
        and (number := sum(visit.before == 0 and visit.after is not None for visit in each.visits))
    ]
    return f"Left out, since they began at 0 and nothing could be lower: {listed(left_out, 'and')}." if left_out else ""


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
) -> str:
    """The groups as a table, each line at most `width` columns: sessions, median relief, least and most.

    `figures` are those of the groups by condition, in the same order: then there are also the course of each, its
    newest scores on arrival in the order of time, and how much is back by the next visit.
    """
    head = [by, "sessions", "middle", _RANGE]
    rows = [[*head, _COURSE, _ARRIVING, _NEXT] if figures else head]
    for place, group in enumerate(groups):
        row = [_name(group), str(group.n), lower_in_words(round(group.relief.middle.median, 2)), _range(group)]
        if figures:
            each = figures[place]
            row += [short_verdict(each.course), _newest(each, _MOST_SCORES), _back(each)]
        rows.append(row)
    rows = _narrowed(rows, width)
    return "\n".join([*wrap(title, width), *table_lines(rows, width, right=(1,), cut=0), "", *wrap(_last(by), width)])


def comparison_in_words(
    groups: Sequence[Group], by: str, title: str, *, figures: Sequence[ConditionFigures] = ()
) -> str:
    """The same as sentences, one fact a line: for a screen reader."""
    lines = [f"{title}."]
    for place, group in enumerate(groups):
        relief = group.relief
        parts = [counted(group.n, "session"), f"in the middle {lower_in_words(round(relief.middle.median, 2))}"]
        parts += [FEW] if group.few else []
        parts += [f"least {lower_in_words(relief.least)}, most {lower_in_words(relief.most)}"]
        lines.append(f"{_name(group)}: {', '.join(parts)}.")
        lines += _spoken_course(_name(group), figures[place]) if figures else []
    return "\n".join([*lines, _last(by)])


def _spoken_course(name: str, figures: ConditionFigures) -> list[str]:
    newest, back = ", ".join(map(show_score, _arrivals(figures)[-_MOST_SCORES:])), _back(figures)
    lines = [f"{name}, on arrival: {short_verdict(figures.course)}."] if figures.course else []
    lines += [f"{name}, by the next visit: {back}."] if back != _NOTHING else []
    return lines + ([f"{name}, newest scores on arrival, oldest first: {newest}."] if newest else [])


def comparison_json(groups: Sequence[Group], figures: Sequence[ConditionFigures]) -> list[dict[str, Any]]:
    """The groups as JSON-ready values; by condition with the course and the next visits of each, and what counts."""
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
    return "not recorded" if group.name is None else visible_line(group.name)


def _arrivals(figures: ConditionFigures) -> Sequence[float]:
    return [visit.before for visit in figures.visits[-_MOST_LOOKED_AT:] if visit.before is not None]


def _back(figures: ConditionFigures) -> str:
    """`usually back`; a dash where nothing can be said."""
    back = figures.next_visits.back if figures.next_visits else None
    return back.value if back else _NOTHING


def _last(by: str) -> str:
    return f"{THREE_GROUPS} {REASONS}" if by == "point" else REASONS


def _newest(figures: ConditionFigures, most: int) -> str:
    """The newest scores on arrival, the newest on the right: `6 5 4 4`."""
    return " ".join(map(show_score, _arrivals(figures)[-most:]))


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
    return FEW if group.few else range_in_words(group.relief.least, group.relief.most)


def _narrowed(rows: list[list[str]], width: int) -> list[list[str]]:
    """The rows cut down until the name has room: shorter words, fewer scores, no next visit, no scores, no course."""
    room = min(max(width_of(row[0]) for row in rows), _LEAST_NAME)
    for step in (None, _in_short, _with_few_scores, _without_last, _without_last, _without_last):
        rows = step(rows) if step else rows
        if sum(column_widths(rows)[1:]) + 2 * (len(rows[0]) - 1) + room <= width:
            break
    return rows


def _in_short(rows: list[list[str]]) -> list[list[str]]:
    # Only our own words: a condition may have the same name as one of them.
    head = [rows[0][0], *(_SHORT.get(name, name) for name in rows[0][1:])]
    return [head, *([*row[:3], _short_range(row[2], row[3]), *row[4:]] for row in rows[1:])]


def _short_range(middle: str, scores: str) -> str:
    """The range without a direction that the middle says as well: `1 to 3` beside `2 lower`."""
    direction = f" {middle.rpartition(' ')[2]}"
    if " to " in scores and scores.count(" ") == 3 and scores.endswith(direction):
        return scores.removesuffix(direction)
    return _SHORT.get(scores, scores)


def _with_few_scores(rows: list[list[str]]) -> list[list[str]]:
    if len(rows[0]) <= _SCORES:
        return rows
    few = (" ".join(row[_SCORES].split()[-_FEW_SCORES:]) for row in rows[1:])
    return [rows[0], *([*row[:_SCORES], cell, *row[_SCORES + 1 :]] for cell, row in zip(few, rows[1:], strict=True))]


def _without_last(rows: list[list[str]]) -> list[list[str]]:
    return [row[: max(len(row) - 1, _FEWEST_COLUMNS)] for row in rows]

"""Relief in groups of sessions, side by side: never ranked; groups that are too small are marked."""

from collections.abc import Mapping, Sequence

from paintrack.analysis.relief_by_group import Group
from paintrack.model.score import lower_in_words, show_score
from paintrack.model.typed_text import counted, folded, visible_line
from paintrack.views.text_layout import column_widths, table_lines, wrap

FEW = "too few to compare"
REASONS = "Groups differ for many reasons (time, place, what else was done): a difference does not show its cause."
THREE_GROUPS = "A session with three points counts in three groups."
_BARS, _DIGITS = "▁▂▃▄▅▆▇█", "0123456789"
_SPARKS, _FEW_SPARKS = 12, 6
_SHORT = {"sessions": "n", "middle": "middle", "95 % range": "95 %", FEW: "too few", "arriving": "before"}
_LEAST_NAME = 8


def comparison_table(
    groups: Sequence[Group],
    by: str,
    title: str,
    *,
    arrivals: Mapping[str, Sequence[float]] | None = None,
    width: int,
    ascii_only: bool,
) -> str:
    """The groups as a table, each line at most `width` columns: sessions, median relief, its interval, least, most.

    `arrivals` holds the scores on arrival by folded group name, drawn small in the order of time (`--by condition`).
    """
    rows = [[by, "sessions", "middle", "95 % range", "least", "most", *(["arriving"] if arrivals else [])]]
    for group in groups:
        middle = show_score(round(group.relief.middle.median, 2))
        least, most = show_score(group.relief.least), show_score(group.relief.most)
        spark = [sparkline(_arrivals(group, arrivals), ascii_only=ascii_only)] if arrivals else []
        rows.append([_name(group), str(group.n), middle, _interval(group), least, most, *spark])
    rows = _narrowed(rows, width)
    return "\n".join([*wrap(title, width), *table_lines(rows, width, right=(1, 2), cut=0), "", *wrap(_last(by), width)])


def comparison_in_words(
    groups: Sequence[Group], by: str, title: str, *, arrivals: Mapping[str, Sequence[float]] | None = None
) -> str:
    """The same as sentences, one line a group: for a screen reader."""
    lines = [f"{title}."]
    for group in groups:
        relief = group.relief
        spread = f"least {lower_in_words(relief.least)}, most {lower_in_words(relief.most)}"
        interval = relief.middle.interval
        ends = [lower_in_words(each) for each in (interval.low, interval.high)] if interval else []
        certainty = f"95 % range {' to '.join(ends)}" if ends else FEW
        middle = lower_in_words(round(relief.middle.median, 2))
        start = f"{_name(group)}: {counted(group.n, 'session')}, in the middle {middle}"
        newest = ", ".join(map(show_score, _arrivals(group, arrivals)[-_SPARKS:]))
        lines.append(f"{start}, {certainty}, {spread}{f'; newest arriving scores {newest}' if newest else ''}.")
    return "\n".join([*lines, _last(by)])


def _name(group: Group) -> str:
    return "not recorded" if group.name is None else visible_line(group.name)


def _arrivals(group: Group, arrivals: Mapping[str, Sequence[float]] | None) -> Sequence[float]:
    return arrivals.get(folded(group.name or ""), ()) if arrivals else ()


def _last(by: str) -> str:
    return f"{THREE_GROUPS} {REASONS}" if by == "point" else REASONS


def sparkline(scores: Sequence[float], *, ascii_only: bool) -> str:
    """Scores 0 to 10 as a line of small bars, in ASCII as digits (9 stands for 9 and 10); the newest 12."""
    newest = scores[-_SPARKS:]
    if ascii_only:
        return "".join(_DIGITS[min(9, round(score))] for score in newest)
    return "".join(_BARS[min(7, int(score * 0.8))] for score in newest)


def _interval(group: Group) -> str:
    interval = group.relief.middle.interval
    if group.few or interval is None:
        return FEW
    return f"{show_score(interval.low)} to {show_score(interval.high)}"


def _narrowed(rows: list[list[str]], width: int) -> list[list[str]]:
    """The rows cut down until the name has room: no least and most, shorter words, fewer small bars, no small bars."""
    for step in (None, _without_ends, _in_short, _with_few_bars, _without_bars):
        rows = step(rows) if step else rows
        if sum(column_widths(rows)[1:]) + 2 * (len(rows[0]) - 1) + _LEAST_NAME <= width:
            break
    return rows


def _without_ends(rows: list[list[str]]) -> list[list[str]]:
    return [row[:4] + row[6:] for row in rows]


def _in_short(rows: list[list[str]]) -> list[list[str]]:
    # Only our own words: a condition may have the same name as one of them.
    head = [rows[0][0], *(_SHORT[name] for name in rows[0][1:])]
    return [head, *([*row[:3], _SHORT.get(row[3], row[3]), *row[4:]] for row in rows[1:])]


def _with_few_bars(rows: list[list[str]]) -> list[list[str]]:
    return [rows[0], *(row[:4] + [bars[-_FEW_SPARKS:] for bars in row[4:]] for row in rows[1:])]


def _without_bars(rows: list[list[str]]) -> list[list[str]]:
    return [row[:4] for row in rows]

"""The dumbbells as a vector drawing (SVG) that stands in a page: the same strokes, rows and words as the text chart.

Nothing is told by colour alone: filled and open circles, a solid stroke and three kinds of dashes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import pairwise

from paintrack.analysis.condition.chart_data import Bar, DatedScore, Mark, Picture
from paintrack.analysis.statistics.robust_statistics import median
from paintrack.model.moment import show_day
from paintrack.model.score import show_score
from paintrack.model.typed.typed_text import capitalize_first, visible_line
from paintrack.views.text_layout import truncate

# In units of the drawing: on A4 between margins of 14 mm, a quarter of a millimetre each.
WIDTH = 720
_LEFT, _RIGHT, _TOP = 70, 10, 30
_SCORE = 14.5  # one score point
_ROW = 13
_COLUMN = 5.6  # what an average letter takes
_LEAST_STEP, _GREATEST_STEP = 15, 62
_DOT, _RING = 3.9, 6.6
_REBOUND, _GOAL, _LINE = "1.5 2.5", "7 4", "11 3 2 3"
_MOST_MARKS = 6
_ROWS = ("session", "day", "", "before", "after")
_ROWS_TOP = _TOP + 10 * _SCORE + 16
_MARGIN = 40  # beside the first and the last day, for their dates
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the sessions stand: one slot of `step` units a session from number `first` on, also without a score."""

    first: int
    slots: int
    step: float

    def x(self, number: float) -> float:
        """The middle of a session's slot."""
        return _LEFT + (number - self.first + 0.5) * self.step

    @property
    def end(self) -> float:
        """The right end of the axis."""
        return _LEFT + self.slots * self.step


def svg_chart(
    picture: Picture,
    *,
    slope: float | None = None,
    width: int = WIDTH,
    paper: str = "white",
    font: str = "inherit",
    size: float = 10.5,
) -> str:
    """One `svg` element, so many units wide (600 or more), with a text alternative; empty without a score.

    Readings alone belong to no session: they stand at their days.

    `slope` is that of the scores before, in points a session: its line goes through the medians of the session numbers
    and of those scores. More sessions than fit: the newest that do, and the last line
    says so. `paper` is the colour in open circles, `font` the font family of the words and `size` their size in
    units.
    """
    if not picture.bars:
        return _readings_alone(picture, width, font, size) if picture.early else ""
    bars = _newest(picture.bars, width)
    frame = _frame(bars, width)
    marks = [mark for mark in picture.marks if mark.day >= bars[0].day or len(bars) == len(picture.bars)]
    rows = list(_rows(bars, frame))
    key = _key(marks)
    lines = list(_key_lines(key, width))
    if len(bars) < len(picture.bars):
        omission = f"The newest {len(bars)} of {picture.of} sessions are drawn."
        key.append(omission)
        lines.append([(0, omission)])
    bottom = _ROWS_TOP + (len(_ROWS) - 1) * _ROW + 4
    body = [
        *_legend(picture, slope),
        *_axes(frame, picture.goal),
        *_flags(marks, bars, frame, paper),
        *_robust_line(picture, frame, slope),
        *_rebounds(bars, frame),
        *_readings(picture.early if len(bars) == len(picture.bars) else (), bars, frame),
        *_dumbbells(bars, frame, paper),
        *rows,
        *(_text(x, bottom + _ROW * place, text) for place, line in enumerate(lines, 1) for x, text in line),
    ]
    height = bottom + 2 + _ROW * len(lines)
    return _element(body, picture, _in_words(bars, picture, key), (width, height), font, size)


def _readings_alone(picture: Picture, width: int, font: str, size: float) -> str:
    """The readings as crosses at their days, the first and the last day below, the changes as numbered poles."""
    first, last = picture.early[0].day, picture.early[-1].day
    room, days = width - _LEFT - _RIGHT - 2 * _MARGIN, max((last - first).days, 1)

    def x(day: date) -> float:
        return _LEFT + _MARGIN + room * min(max((day - first).days, 0), days) / days

    key = _key(picture.marks)
    lines = list(_key_lines(key, width))
    body = [
        f'<g transform="translate(6 5.6)">{_cross(0, 0)}</g>{_text(14, 9, "reading")}',
        *_score_axis(width - _RIGHT),
        *_goal_line(width - _RIGHT, picture.goal),
        *(_cross(x(each.day), _y(each.score)) for each in picture.early),
        *(_text(x(day), _ROWS_TOP, show_day(day, weekday=False), "middle") for day in dict.fromkeys((first, last))),
    ]
    for number, mark in enumerate(picture.marks[-_MOST_MARKS:], 1):
        body.append(_line(x(mark.day), _y(10), x(mark.day), _y(0), "0.8 2.4", 0.8))
        body.append(_text(x(mark.day), _y(10) - 4, f"[{number}]", "middle"))
    for place, line in enumerate(lines, 1):
        body += [_text(start, _ROWS_TOP + _ROW * place, text) for start, text in line]
    words = " ".join(f"{each.removesuffix('.')}." for each in (capitalize_first(_spoken(picture.early)), *key))
    return _element(body, picture, words, (width, _ROWS_TOP + 6 + _ROW * len(lines)), font, size)


def _element(
    body: Sequence[str], picture: Picture, words: str, extent: tuple[int, float], font: str, size: float
) -> str:
    """The `svg` element around its parts; `extent` is its width and height, `words` say what is drawn."""
    width, height = extent
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {_n(height)}" role="img"',
            'aria-labelledby="chart-title chart-scores" fill="currentColor"',
            f'font-family="{escape(font)}" font-size="{_n(size)}">',
            f'<title id="chart-title">{escape(_title(picture))}</title>',
            f'<desc id="chart-scores">{escape(words)}</desc>',
            *body,
            "</svg>",
        ]
    )


def _newest(bars: Sequence[Bar], width: int) -> Sequence[Bar]:
    """The newest sessions whose slots fit; at least one."""
    # So many at most, in the narrowest slots: a history can be of a hundred thousand.
    bars = bars[-max(int((width - _LEFT - _RIGHT) / _LEAST_STEP), 1) :]
    while len(bars) > 1 and _slots(bars) * _least_step(bars) > width - _LEFT - _RIGHT:
        bars = bars[1:]
    return bars


def _frame(bars: Sequence[Bar], width: int) -> _Frame:
    slots = _slots(bars)
    return _Frame(bars[0].number, slots, min((width - _LEFT - _RIGHT) / slots, _GREATEST_STEP))


def _slots(bars: Sequence[Bar]) -> int:
    return bars[-1].number - bars[0].number + 1


def _least_step(bars: Sequence[Bar]) -> float:
    """What the longest number under a session takes, with a space."""
    texts = [text for bar in bars for text in (str(bar.number), show_score(bar.before), show_score(bar.after))]
    return max(_LEAST_STEP, _COLUMN * (max(map(len, texts)) + 0.2))


def _legend(picture: Picture, slope: float | None) -> Iterator[str]:
    """Samples of all that is drawn, each with its word, on the first line."""
    x, y = 6.0, 9.0
    entries = [(_circle(0, 0, _DOT), 8, "before"), (_circle(0, 0, _DOT, "none"), 8, "after")]
    entries += [(_line(-6, 0, 16, 0, _REBOUND, 1.1), 20, "until the next session")] if len(picture.bars) > 1 else []
    if picture.early or any(bar.readings for bar in picture.bars):
        entries.append((_cross(0, 0), 8, "reading between sessions"))
    if picture.goal is not None:
        entries.append((_line(-6, 0, 18, 0, _GOAL, 1), 22, f"goal {show_score(picture.goal)}"))
    if slope is not None:
        entries.append((_line(-6, 0, 24, 0, _LINE, 1.3), 28, "course on arrival"))
    for symbol, gap, words in entries:
        yield f'<g transform="translate({_n(x)} {_n(y - 3.4)})">{symbol}</g>{_text(x + gap, y, words)}'
        x += gap + len(words) * (_COLUMN - 0.3) + 16


def _axes(frame: _Frame, goal: float | None) -> Iterator[str]:
    """The score axis, the ticks of the sessions, the goal."""
    yield from _score_axis(frame.end)
    for place in range(frame.slots):
        x = frame.x(frame.first + place)
        yield _line(x, _y(0), x, _y(0) + 3, "", 0.9)
    yield from _goal_line(frame.end, goal)


def _score_axis(end: float) -> Iterator[str]:
    """The score axis from 0 to 10 with hairlines up to `end`, and the axis below it."""
    for score in range(0, 11, 2):
        yield _text(_LEFT - 7, _y(score) + 3.6, str(score), "end")
        yield _line(_LEFT - 4, _y(score), _LEFT, _y(score), "", 0.9)
        yield f'<g opacity="0.22">{_line(_LEFT, _y(score), end, _y(score), "", 0.7)}</g>'
    yield _line(_LEFT, _y(10), _LEFT, _y(0), "", 0.9)
    yield _line(_LEFT, _y(0), end, _y(0), "", 0.9)


def _goal_line(end: float, goal: float | None) -> Iterator[str]:
    if goal is not None:
        yield _line(_LEFT, _y(goal), end, _y(goal), _GOAL, 1)


def _robust_line(picture: Picture, frame: _Frame, slope: float | None) -> Iterator[str]:
    """The line of all scores before, as far as it runs between 0 and 10 over the sessions that are drawn."""
    arrivals = [(bar.number, bar.before) for bar in picture.bars if bar.before is not None]
    if slope is None or not arrivals:
        return
    middle, height = median(number for number, _ in arrivals), median(score for _, score in arrivals)
    ends: list[float] = [max(frame.first, arrivals[0][0]), arrivals[-1][0]]
    if slope:
        edges = sorted(middle + (edge - height) / slope for edge in (0, 10))
        ends = [max(ends[0], edges[0]), min(ends[1], edges[1])]
    if ends[0] < ends[1]:
        (x1, y1), (x2, y2) = ((frame.x(end), _y(height + slope * (end - middle))) for end in ends)
        yield _line(x1, y1, x2, y2, _LINE, 1.3)


def _rebounds(bars: Sequence[Bar], frame: _Frame) -> Iterator[str]:
    """From each score after to the next session's score before; where one is missing, a gap."""
    for bar, following in pairwise(bars):
        if bar.after is not None and following.before is not None and following.number == bar.number + 1:
            x1, y1, x2, y2 = frame.x(bar.number), _y(bar.after), frame.x(following.number), _y(following.before)
            share = min((_DOT + 1) / ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 0.4)
            dx, dy = share * (x2 - x1), share * (y2 - y1)
            yield _line(x1 + dx, y1 + dy, x2 - dx, y2 - dy, _REBOUND, 1.1)


def _dumbbells(bars: Sequence[Bar], frame: _Frame, paper: str) -> Iterator[str]:
    """The stroke from before to after, then its ends; both the same: a ring around the dot."""
    for bar in bars:
        x = frame.x(bar.number)
        if bar.before is not None and bar.after is not None:
            yield _line(x, _y(bar.before), x, _y(bar.after), "", 2)
        if bar.after is not None:
            same = bar.after == bar.before
            yield _circle(x, _y(bar.after), _RING if same else _DOT, "none" if same else paper)
        if bar.before is not None:
            yield _circle(x, _y(bar.before), _DOT)


def _readings(early: Sequence[DatedScore], bars: Sequence[Bar], frame: _Frame) -> Iterator[str]:
    """Crosses where they fall between two sessions, in proportion to the days; at the ends, to a week."""
    for reading in early:
        ago = min((bars[0].day - reading.day) / _WEEK, 1)
        yield _cross(frame.x(bars[0].number - 0.12 - 0.33 * ago), _y(reading.score))
    for bar, following in zip(bars, [*bars[1:], None], strict=True):
        for reading in bar.readings:
            yield _cross(frame.x(_place(reading.day, bar, following)), _y(reading.score))


def _place(day: date, bar: Bar, following: Bar | None) -> float:
    """A day as a session number with a fraction, beside the strokes; after the last session at most half a slot."""
    if following is None:
        return bar.number + 0.12 + 0.33 * min((day - bar.day) / _WEEK, 1)
    share = (day - bar.day) / max(following.day - bar.day, _DAY)
    return bar.number + (following.number - bar.number) * min(max(share, 0.14), 0.86)


def _rows(bars: Sequence[Bar], frame: _Frame) -> Iterator[str]:
    """Under each session its number, day and month, and its scores; '-' for one that is missing."""
    top = _ROWS_TOP
    for place, name in enumerate(_ROWS):
        is_score = name in ("before", "after")
        y = top + place * _ROW
        if is_score:
            yield _circle(4, y - 3.4, 3.4, "currentColor" if name == "before" else "none", 1.1)
        if name:
            yield _text(12 if is_score else 0, y, name)
    for number in range(frame.first, frame.first + frame.slots):
        yield _text(frame.x(number), top, str(number), "middle")
    for bar in bars:
        yield _text(frame.x(bar.number), top + _ROW, str(bar.day.day), "middle")
    for x, month in _months(bars, frame):
        yield _text(x, top + 2 * _ROW, month)
    scores = {bar.number: bar for bar in bars}
    for number in range(frame.first, frame.first + frame.slots):
        scored = scores.get(number)
        for place, score in enumerate((scored.before, scored.after) if scored else (None, None), 3):
            yield _text(frame.x(number), top + place * _ROW, show_score(score) or "-", "middle")


def _months(bars: Sequence[Bar], frame: _Frame) -> Iterator[tuple[float, str]]:
    """Each month at its first session, with the year where there is room for it."""
    starts = [bar for bar, before in zip(bars, [None, *bars[:-1]], strict=True) if _is_new_month(bar, before)]
    free = 0.0
    for bar, following in zip(starts, [*starts[1:], None], strict=True):
        x = frame.x(bar.number) - _COLUMN
        room = (frame.x(following.number) - _COLUMN if following else frame.end + _RIGHT) - x
        name = show_day(bar.day, weekday=False).partition(" ")[2]
        text = name if room > (len(name) + 1) * _COLUMN else name[:3]
        if x >= free:
            yield x, text
            free = x + (len(text) + 0.5) * _COLUMN


def _is_new_month(bar: Bar, before: Bar | None) -> bool:
    return before is None or (bar.day.year, bar.day.month) != (before.day.year, before.day.month)


def _flags(marks: Sequence[Mark], bars: Sequence[Bar], frame: _Frame, paper: str) -> Iterator[str]:
    """A small numbered flag on a dotted pole at the day of each of the newest changes."""
    free, top = 0.0, 0.0
    for number, mark in enumerate(marks[-_MOST_MARKS:], 1):
        x = _LEFT + 2.0
        if index := sum(bar.day <= mark.day for bar in bars):
            following = bars[index] if index < len(bars) else None
            x = frame.x(_place(mark.day, bars[index - 1], following))
        # One that would cover the flag before it hangs lower.
        top = _y(10) - 8 if x >= free else top + 11
        free = x + 12
        yield f'<path d="M{_n(x)} {_n(top)}h11v10h-11z"/>'
        yield _line(x, top, x, _y(0), "0.8 2.4", 0.8)
        yield _text(x + 5.5, top + 8.2, str(number), "middle", f' fill="{escape(paper)}" font-size="9"')


def _key(marks: Sequence[Mark]) -> list[str]:
    """What the numbered flags mean."""
    return [
        f"[{number}] {show_day(mark.day, weekday=False, year=False)} {visible_line(mark.text)}"
        for number, mark in enumerate(marks[-_MOST_MARKS:], 1)
    ]


def _key_lines(key: Sequence[str], width: int) -> Iterator[list[tuple[float, str]]]:
    """Three changes a line, each a text of its own, so that one from right to left cannot turn its neighbours."""
    across = max(min(len(key), 3), 1)
    each = width / across
    for start in range(0, len(key), across):
        texts = (truncate(text, int(each / _COLUMN) - 1, ascii_only=False) for text in key[start : start + across])
        yield [(each * place, text) for place, text in enumerate(texts)]


def _title(picture: Picture) -> str:
    scores = "scores before and after each session" if picture.bars else "readings at home"
    return f"Chart: {visible_line(picture.condition)}, {scores}, 0 to 10"


def _in_words(bars: Sequence[Bar], picture: Picture, key: Sequence[str]) -> str:
    """The drawing for those who do not see it: every score in a sentence."""
    sentences = []
    if picture.early and len(bars) == len(picture.bars):
        sentences.append(f"Before the first session {_spoken(picture.early)}")
    for bar in bars:
        scores = f"{show_score(bar.before) or 'missing'} before, {show_score(bar.after) or 'missing'} after"
        later = f"; then {_spoken(bar.readings)}" if bar.readings else ""
        sentences.append(f"Session {bar.number}, {show_day(bar.day, weekday=False)}: {scores}{later}")
    sentences += [] if picture.goal is None else [f"Goal: {show_score(picture.goal)}"]
    return " ".join(f"{sentence.removesuffix('.')}." for sentence in (*sentences, *key))


def _spoken(readings: Sequence[DatedScore]) -> str:
    return ", ".join(
        f"a reading of {show_score(each.score)} on {show_day(each.day, weekday=False, year=False)}" for each in readings
    )


def _y(score: float) -> float:
    return _TOP + (10 - score) * _SCORE


def _line(x1: float, y1: float, x2: float, y2: float, dashes: str, thick: float) -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
    return f'<line {ends} stroke="currentColor" stroke-width="{thick}"{dashed}/>'


def _circle(x: float, y: float, radius: float, fill: str = "currentColor", thick: float = 1.5) -> str:
    return (
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{radius}" fill="{escape(fill)}" stroke="currentColor"'
        f' stroke-width="{thick}"/>'
    )


def _cross(x: float, y: float) -> str:
    return f'<path d="M{_n(x - 3.2)} {_n(y)}h6.4M{_n(x)} {_n(y - 3.2)}v6.4" stroke="currentColor" stroke-width="1.3"/>'


def _text(x: float, y: float, text: str, anchor: str = "start", more: str = "") -> str:
    placed = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{_n(x)}" y="{_n(y)}"{placed}{more}>{escape(text)}</text>'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

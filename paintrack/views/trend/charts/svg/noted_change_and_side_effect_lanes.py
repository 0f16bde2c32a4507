"""The lanes under the chart: medicines and other changes, side effects, serious symptoms; and the key to them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from paintrack.analysis.condition.chart_data import EffectMark, Mark
from paintrack.model.displayed_text import isolated
from paintrack.views.trend.charts.svg import shapes
from paintrack.views.trend.charts.svg.drawing_measures import DrawingMeasures, Drawn
from paintrack.views.trend.charts.svg.label_widths import fitted, text_width
from paintrack.views.value_words import counted, show_day

_POLE = "0.8 2.4"
_MOST_KEYS = 24
_MOST_POLES = 12
_BADGE_ROWS = 3
_WORD_ROWS = 2
_TWO_COLUMNS = 560  # units; in a drawing at least so wide the key has two columns
_TICK = 3.4
_DOT = 2.2
_ABOVE = 2  # units above the key

XOfDay = Callable[[date], float]


def change_lane(
    changes: Sequence[tuple[int, Mark]], place: XOfDay, y: float, sheet: DrawingMeasures, *, as_words: bool
) -> Drawn:
    """The changes on their days, as words with `as_words`, for which all words must fit, else as numbers.

    Numbers of changes that are too close share a badge, such as `2-4`.
    """
    if not changes:
        return Drawn([], 0)
    elements = [shapes.text(0, y, "changes")]
    if not as_words:
        places = [place(mark.day) for _, mark in changes]
        badges = _badges(places, [str(number) for number, _ in changes], y, sheet, is_serious=False)
        return Drawn([*elements, *badges.elements], badges.height)
    placed = _placed_words(changes, place, sheet)
    for row, tick, start, anchor, words in placed:
        below = y + row * sheet.row
        elements.append(shapes.arrowhead_up(tick, below - 0.36 * sheet.size, _TICK, fill=shapes.INK, thick=0))
        elements.append(shapes.text(start, below, words, anchor))
    return Drawn(elements, sheet.row * (1 + max(row for row, *_ in placed)))


def change_poles(changes: Sequence[tuple[int, Mark]], place: XOfDay, top: float, bottom: float) -> Iterator[str]:
    """A dotted line through the plot on the day of each change; none if there are so many that they would hide it."""
    if len(changes) > _MOST_POLES:
        return
    for x in dict.fromkeys(shapes.number(place(mark.day)) for _, mark in changes):
        yield shapes.line(float(x), top, float(x), bottom, dashes=_POLE, thick=0.9)


def words_fit(changes: Sequence[tuple[int, Mark]], place: XOfDay, sheet: DrawingMeasures) -> bool:
    """Whether there is room for the words of all changes in the lane."""
    return bool(_placed_words(changes, place, sheet))


def _placed_words(
    changes: Sequence[tuple[int, Mark]], place: XOfDay, sheet: DrawingMeasures
) -> list[tuple[int, float, float, str, str]]:
    """For each change its row, its tick, where its words start or end, which of the two (`anchor`), and its words.

    Empty unless all of them fit.
    """
    # More cannot fit, so the words of a long history need not be measured.
    if len(changes) > _WORD_ROWS * sheet.width / 60:
        return []
    ticks = [place(mark.day) for _, mark in changes]
    if any(later - earlier < 3 * _TICK for earlier, later in pairwise(ticks)):
        return []
    taken: list[list[tuple[float, float]]] = [[(x - 2, x + 2) for x in ticks] for _ in range(_WORD_ROWS)]
    placed = []
    for x, (_, mark) in zip(ticks, changes, strict=True):
        words = isolated(mark.text)
        if len(words) * 3 > sheet.width:
            return []
        width = text_width(words, sheet.size)
        options = [
            (row, start, anchor, (start, start + width) if anchor == "start" else (start - width, start))
            for row in range(_WORD_ROWS)
            for start, anchor in ((x + 7, "start"), (x - 7, "end"))
        ]
        chosen = next((each for each in options if _is_free(each[3], taken[each[0]], sheet)), None)
        if chosen is None:
            return []
        row, start, anchor, span = chosen
        taken[row].append((span[0] - 4, span[1] + 4))
        placed.append((row, x, start, anchor, words))
    return placed


def _is_free(span: tuple[float, float], taken: Iterable[tuple[float, float]], sheet: DrawingMeasures) -> bool:
    is_within = span[0] >= sheet.left - 4 and span[1] <= sheet.width
    return is_within and all(span[1] <= start or span[0] >= end for start, end in taken)


def effect_lanes(effects: Sequence[EffectMark], place: XOfDay, y: float, sheet: DrawingMeasures) -> Drawn:
    """The side effects on their days as dots, the serious ones as bold exclamation marks on a dark badge.

    The serious ones have a lane of their own if one of them would cover a dot.
    """
    serious = [place(each.day) for each in effects if each.is_serious]
    dots = list(dict.fromkeys(round(place(each.day), 1) for each in effects if not each.is_serious))
    elements = [shapes.circle(x, y - 0.36 * sheet.size, _DOT, fill=shapes.INK, thick=0) for x in dots]
    elements += [shapes.text(0, y, sheet.effects_name)] if dots else []
    if not serious:
        return Drawn(elements, sheet.row if dots else 0)
    is_shared = share_a_lane(effects, place, sheet)
    start = 0 if is_shared or not dots else sheet.row + 1
    badges = _badges(serious, ["!"] * len(serious), y + start, sheet, is_serious=True)
    if not is_shared:
        elements.append(shapes.text(0, y + start, "serious", is_bold=True))
    return Drawn([*elements, *badges.elements], start + badges.height)


def share_a_lane(effects: Sequence[EffectMark], place: XOfDay, sheet: DrawingMeasures) -> bool:
    """Whether serious side effects and others share one lane."""
    dots = [place(each.day) for each in effects if not each.is_serious]
    serious = [place(each.day) for each in effects if each.is_serious]
    badges = _in_rows(serious, ["!"] * len(serious), sheet)
    if not dots or not badges or any(row for row, *_ in badges):
        return False
    return all(abs(x - dot) > _half("!", sheet) + _DOT + 1 for _, x, _ in badges for dot in dots)


def serious_badge(sheet: DrawingMeasures) -> str:
    """The badge of a serious side effect, with its middle at the origin."""
    return "".join(_badge(0, 0.36 * sheet.size, "!", 2, sheet))


def _badges(
    places: Sequence[float], names: Sequence[str], y: float, sheet: DrawingMeasures, *, is_serious: bool
) -> Drawn:
    """The names on dark badges at their places, in up to three rows; of too many, neighbours share a badge."""
    badges = _in_rows(places, names, sheet) or _in_groups(places, names, sheet, is_serious=is_serious)
    high, pitch = sheet.size + 3, sheet.size + 5
    elements = []
    for row, x, words in badges:
        elements += _badge(x, y + row * pitch, words, 2 if is_serious else high / 2, sheet)
    return Drawn(elements, sheet.row + 3 + pitch * max(row for row, *_ in badges))


def _badge(x: float, y: float, words: str, corner: float, sheet: DrawingMeasures) -> list[str]:
    """The words in the colour of the paper on a dark box with rounded corners."""
    half, high = _half(words, sheet), sheet.size + 3
    ground = shapes.box(x - half, y - 0.36 * sheet.size - high / 2, 2 * half, high, rounded=min(corner, half))
    return [ground, shapes.text(x, y, words, "middle", fill=sheet.paper, is_bold=True)]


def _in_rows(places: Sequence[float], names: Sequence[str], sheet: DrawingMeasures) -> list[tuple[int, float, str]]:
    """Each badge in the first row in which it touches no other; empty if one touches another in every row."""
    free = [0.0] * _BADGE_ROWS
    badges = []
    for x, words in zip(places, names, strict=True):
        half = _half(words, sheet)
        middle = _within(x, half, sheet)
        row = next((row for row, start in enumerate(free) if middle - half >= start), None)
        if row is None:
            return []
        free[row] = middle + half + 2
        badges.append((row, middle, words))
    return badges


def _in_groups(
    places: Sequence[float], names: Sequence[str], sheet: DrawingMeasures, *, is_serious: bool
) -> list[tuple[int, float, str]]:
    """One row of badges in equal shares of the width, each for all places in its share: `4-9`, or `! 6`."""
    widest = f"! {len(names)}" if is_serious else f"{names[-1]}\N{EN DASH}{names[-1]}"
    share = 2 * _half(widest, sheet) + 2
    groups: dict[int, list[str]] = {}
    last_share = int((sheet.width - sheet.left) / share) - 1
    for x, name in zip(places, names, strict=True):
        groups.setdefault(min(int((x - sheet.left) / share), last_share), []).append(name)
    badges = []
    for index, group in groups.items():
        words = group[0] if len(group) == 1 else f"{group[0]}\N{EN DASH}{group[-1]}"
        if is_serious and len(group) > 1:
            words = f"! {len(group)}"
        badges.append((0, sheet.left + (index + 0.5) * share, words))
    return badges


def _within(x: float, half: float, sheet: DrawingMeasures) -> float:
    return min(max(x, sheet.left + half), sheet.width - half)


def _half(words: str, sheet: DrawingMeasures) -> float:
    """Half the width of a badge."""
    return max(text_width(words, sheet.size, is_bold=True) + 6, sheet.size + 3) / 2


def key_lines(
    changes: Sequence[tuple[int, Mark]],
    effects: Iterable[EffectMark],
    y: float,
    sheet: DrawingMeasures,
    *,
    has_year: bool,
) -> Drawn:
    """What the numbers and the exclamation marks stand for, in one or two columns; of very many only the newest.

    Empty without `has_key`, since the caller lists them then.
    """
    if not sheet.has_key:
        return Drawn([], 0)

    def dated(day: date, words: str) -> tuple[str, str]:
        return show_day(day, weekday=False, year=has_year), isolated(words)

    serious = [each for each in effects if each.is_serious]
    entries = [("!", *dated(each.day, each.text)) for each in serious[-_MOST_KEYS:]]
    earlier = max(len(changes) - _MOST_KEYS, 0)
    entries += [(str(number), *dated(mark.day, mark.text)) for number, mark in changes[earlier:]]
    entries += [("", "", f"and {counted(earlier, 'earlier change')}: paintrack note --list")] if earlier else []
    columns = 2 if sheet.width >= _TWO_COLUMNS and len(entries) > 1 else 1
    rows = -(-len(entries) // columns)
    day_start = 6 + max((text_width(name, sheet.size, is_bold=True) for name, *_ in entries), default=0)
    words_start = day_start + 5 + max((text_width(day, sheet.size) for _, day, _ in entries), default=0)
    elements = []
    for index, (name, day, words) in enumerate(entries):
        x, below = index // rows * sheet.width / columns, y + _ABOVE + index % rows * sheet.row
        elements += [shapes.text(x, below, name, is_bold=True), shapes.text(x + day_start, below, day)] if name else []
        start = words_start if name else day_start
        cut = fitted(words, sheet.width / columns - start - 8, sheet.size)
        elements.append(shapes.text(x + start, below, cut))
    return Drawn(elements, rows * sheet.row + (_ABOVE if entries else 0))

"""Pictures for the tests of the charts: two courses, a strategy for any, and a chart read back."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from paintrack.domain.picture import Bar, DatedScore, Mark, Picture

MONDAY = date(2026, 7, 6)


def bars_of(scores: list[tuple[float | None, float | None]], first: int = 1) -> tuple[Bar, ...]:
    """Weekly sessions from a Monday on."""
    return tuple(
        Bar(first + index, MONDAY + timedelta(weeks=index), before, after)
        for index, (before, after) in enumerate(scores)
    )


def rated(day: date, *scores: float) -> tuple[DatedScore, ...]:
    """Daily readings from a day on."""
    return tuple(DatedScore(day + timedelta(days=index), score) for index, score in enumerate(scores))


def k1() -> Picture:
    """The course K1, with a reading, a change and a goal."""
    scores = zip((8, 7, 7, 6, 7, 5, 6, 5, 4, 4), (5, 5, 4, 4, 5, 3, 4, 3, 3, 2), strict=True)
    bars = list(bars_of(list(scores)))
    bars[5] = bars[5]._replace(readings=rated(date(2026, 8, 11), 4))
    marks = (Mark(date(2026, 8, 19), "amitriptyline"),)
    return Picture("lower back", tuple(bars), goal=3, marks=marks, of=10)


def hard() -> Picture:
    """Thirty sessions: decimals, missing scores, equal ones, rises, many readings, changes side by side."""
    scores: list[tuple[float | None, float | None]] = [
        (9.5, 7), (8, 8), (7.5, None), (None, 4), (10, 0), (6, 6.5), (5.2, 5), (3, 6), (0, 0), (4, 3)
    ]  # fmt: skip
    bars = list(bars_of(scores * 3))
    bars[14] = bars[14]._replace(readings=rated(date(2026, 10, 12), 9, 8, 7, 6, 5.5, 5, 4))
    bars[29] = bars[29]._replace(readings=rated(date(2027, 1, 26), 2))
    marks = (
        Mark(date(2026, 11, 3), "new mattress"),
        Mark(date(2026, 11, 20), "started amitriptyline 10 mg"),
        Mark(date(2027, 1, 20), "膝の手術のあと、リハビリを始めました。それから毎日歩いています。"),
    )
    return Picture("lower back", tuple(bars), early=rated(date(2026, 7, 1), 9, 9.5), goal=2.5, marks=marks, of=33)


SCORES = st.one_of(st.integers(0, 10).map(float), st.integers(0, 100).map(lambda tenths: tenths / 10))
PAIRS = st.tuples(st.none() | SCORES, st.none() | SCORES).filter(lambda pair: pair != (None, None))
WORDS = st.text(alphabet="ab é膝痛ｱＡ\u0301\u202e\x1b\n", min_size=1, max_size=60)


@st.composite
def pictures(draw: st.DrawFn, least: int = 0) -> Picture:
    """Any picture of weekly sessions, `least` or more."""
    pairs = draw(st.lists(PAIRS, min_size=least, max_size=80))
    readings = draw(st.lists(st.lists(SCORES, max_size=4), min_size=len(pairs), max_size=len(pairs)))
    bars = tuple(
        bar._replace(readings=rated(bar.day, *scores))
        for bar, scores in zip(bars_of(pairs, draw(st.sampled_from([1, 7, 95, 960]))), readings, strict=True)
    )
    marks = draw(st.lists(st.builds(Mark, st.dates(date(2026, 6, 1), date(2028, 3, 1)), WORDS), max_size=4))
    return Picture(
        "lower back",
        bars,
        early=rated(date(2026, 7, 1), *draw(st.lists(SCORES, max_size=5))),
        goal=draw(st.none() | SCORES),
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
        of=len(bars),
    )


@dataclass(frozen=True)
class Drawn:
    """A chart read back: its canvas from row 0 up, the column of each stroke, the rows of numbers."""

    rows: list[str]
    columns: list[int]
    numbers: list[str]

    @property
    def rows_per_score(self) -> int:
        """How many rows a score has."""
        return (len(self.rows) - 1) // 10

    def column(self, column: int) -> dict[int, str]:
        """The marks of one column by their row, without the goal's dashes."""
        cells = {row: line[column : column + 1].strip() for row, line in enumerate(self.rows)}
        return {row: cell for row, cell in cells.items() if cell not in ("", "-")}

    def nearest(self, score: float) -> int:
        """The row of a score by distance; of two that are as near the upper one."""
        return min(range(len(self.rows)), key=lambda row: (round(abs(row / self.rows_per_score - score), 9), -row))

    def written(self, row: int, index: int) -> str:
        """The number that ends under a stroke."""
        return self.numbers[row][: self.columns[index] + 1].split()[-1]


def drawn(text: str) -> Drawn:
    """A chart with an axis at the bottom, read back."""
    lines = text.splitlines()
    foot = next(index for index, line in enumerate(lines) if line.strip()[:1] == "└")
    left = lines[foot].index("└") + 1
    rows = [" " * left + line[left:] for line in reversed(lines[lines.index("") + 1 : foot])]
    columns = [index for index, character in enumerate(lines[foot]) if character == "┬"]
    return Drawn(rows, columns, lines[foot + 1 : foot + 4])

"""The chart data of courses for the tests of the charts."""

from collections.abc import Iterable
from datetime import date, timedelta

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData, DatedScore, Mark
from tests.factories.courses import K1_AFTER, K1_BEFORE

MONDAY = date(2026, 7, 6)
K1_BRACKETS = (Bracket(2, 4, 7), Bracket(8, 10, 4))
TWO_SESSIONS = ChartData(
    "back",
    (Bar(1, date(2026, 7, 6), 7, 4), Bar(2, date(2026, 7, 13), 6.5, 6.5)),
    of=2,
)


def bars_of(scores: Iterable[tuple[float | None, float | None]], first: int = 1) -> tuple[Bar, ...]:
    """Weekly sessions from a Monday on."""
    return tuple(
        Bar(first + index, MONDAY + timedelta(weeks=index), before, after)
        for index, (before, after) in enumerate(scores)
    )


def daily_scores(day: date, *scores: float) -> tuple[DatedScore, ...]:
    """Daily readings from a day on."""
    return tuple(DatedScore(day + timedelta(days=index), score) for index, score in enumerate(scores))


def k1_chart_data() -> ChartData:
    """The course K1, with a reading, a change, a goal and its medians."""
    bars = list(bars_of(zip(K1_BEFORE, K1_AFTER, strict=True)))
    bars[5] = bars[5]._replace(readings=daily_scores(date(2026, 8, 11), 4))
    marks = (Mark(date(2026, 8, 19), "amitriptyline"),)
    return ChartData("lower back", tuple(bars), goal=3, marks=marks, of=10, brackets=K1_BRACKETS, not_counted=1)


def hard_chart_data() -> ChartData:
    """Thirty sessions: decimals, missing scores, equal ones, rises, many readings, changes side by side."""
    scores: list[tuple[float | None, float | None]] = [
        (9.5, 7), (8, 8), (7.5, None), (None, 4), (10, 0), (6, 6.5), (5.2, 5), (3, 6), (0, 0), (4, 3)
    ]  # fmt: skip
    bars = list(bars_of(scores * 3))
    bars[14] = bars[14]._replace(readings=daily_scores(date(2026, 10, 12), 9, 8, 7, 6, 5.5, 5, 4))
    bars[29] = bars[29]._replace(readings=daily_scores(date(2027, 1, 26), 2))
    marks = (
        Mark(date(2026, 11, 3), "new mattress"),
        Mark(date(2026, 11, 20), "started amitriptyline 10 mg"),
        Mark(date(2027, 1, 20), "膝の手術のあと、リハビリを始めました。それから毎日歩いています。"),
    )
    early = daily_scores(date(2026, 7, 1), 9, 9.5)
    return ChartData("lower back", tuple(bars), early=early, goal=2.5, marks=marks, of=33)


def long_chart_data() -> ChartData:
    """Sixty sessions that fall from 8 to 4.5 with rises and a missing score, and their medians."""
    befores = [max(8 - index // 12 + (index * 7 % 5 - 2) // 2, 0) for index in range(60)]
    scores: list[tuple[float | None, float | None]] = [
        (before, max(before - (index * 5 % 7) + 1, 0)) for index, before in enumerate(befores)
    ]
    scores[20] = (7, None)
    brackets = (Bracket(2, 4, 8), Bracket(58, 60, 4.5))
    return ChartData("lower back", bars_of(scores), brackets=brackets, not_counted=1, of=60)


def on_days(chart_data: ChartData, days: list[int]) -> ChartData:
    """The chart data with its sessions so many days after the first Monday, their readings on the days that follow."""
    bars = tuple(
        bar._replace(day=day, readings=daily_scores(day, *(each.score for each in bar.readings)))
        for bar, day in zip(chart_data.bars, (MONDAY + timedelta(days=days) for days in days), strict=True)
    )
    return chart_data._replace(bars=bars)


def irregular_chart_data() -> ChartData:
    """A close start, two sessions on one day, a pause with readings, a late score alone; readings before all."""
    scores: list[tuple[float | None, float | None]] = [
        (8, 6), (8, 5), (7, 5), (6, 7), (7, 4), (None, 3), (5, None), (6, 6), (5, 3)
    ]  # fmt: skip
    few = ChartData("lower back", bars_of(scores), goal=3, of=9)
    chart_data = on_days(few, [0, 3, 7, 7, 14, 21, 70, 77, 80])
    bars = list(chart_data.bars)
    pause = [(3, 4), (10, 5), (17, 5), (30, 6), (40, 7)]
    bars[5] = bars[5]._replace(readings=tuple(DatedScore(bars[5].day + timedelta(days=n), score) for n, score in pause))
    marks = (Mark(date(2026, 6, 1), "new job"), Mark(date(2026, 8, 19), "amitriptyline"))
    return chart_data._replace(bars=tuple(bars), early=daily_scores(date(2026, 7, 2), 9, 8), marks=marks)


def migraine_chart_data() -> ChartData:
    """A year of four-weekly sessions, mostly 0, with bad days between them, a 10 among them, and two changes."""
    first = date(2026, 7, 1)
    bars = tuple(
        Bar(
            number + 1,
            first + timedelta(weeks=4 * number),
            6 if number % 4 == 1 else 0,
            0,
            daily_scores(first + timedelta(weeks=4 * number, days=2 + number), 7 - number // 3, 4.5),
        )
        for number in range(14)
    )
    bars = (*bars[:3], bars[3]._replace(readings=daily_scores(date(2026, 10, 5), 10)), *bars[4:])
    marks = (Mark(date(2026, 9, 2), "new pillow"), Mark(date(2027, 3, 1), "stopped coffee"))
    return ChartData("migraine", bars, marks=marks, of=14)

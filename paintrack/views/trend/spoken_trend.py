"""The trend for a screen reader: one fact a line, the scale first, every score of the picture among them."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from paintrack.analysis.condition.chart_data import Bar, Picture
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.moment import show_day
from paintrack.model.score import SCALE, change_in_words, show_score
from paintrack.model.typed.typed_text import visible_line
from paintrack.views.trend.course_sentences import headline
from paintrack.views.trend.trend_sentences import trend_period


def spoken_trend(figures: ConditionFigures) -> list[str]:
    """The scale, the answer and the period, then each session, reading and change in the order of time: a line each."""
    return [
        f"Scores: {SCALE}.",
        f"{headline(figures)}.",
        f"{trend_period(figures, long=True)}.",
        *spoken_picture(figures.picture),
    ]


def spoken_picture(picture: Picture) -> list[str]:
    """`Session 1, 6 July 2026: before 8, after 5, 3 lower.`, and so on in the order of time."""
    facts = sorted(_facts(picture), key=itemgetter(0))
    return [
        f"{what}, {show_day(day, weekday=False, long=True)}: {text.removesuffix('.')}." for day, what, text in facts
    ]


def _facts(picture: Picture) -> Iterator[tuple[date, str, str]]:
    """The day of each fact, what it is and what there is to say of it."""
    readings = (*picture.early, *(each for bar in picture.bars for each in bar.readings))
    yield from ((bar.day, f"Session {bar.label}", _scores(bar)) for bar in picture.bars)
    yield from ((each.day, "Reading", show_score(each.score)) for each in readings)
    yield from ((mark.day, "Change", visible_line(mark.text)) for mark in picture.marks)


def _scores(bar: Bar) -> str:
    words = f"before {show_score(bar.before) or 'missing'}, after {show_score(bar.after) or 'missing'}"
    if bar.before is not None and bar.after is not None:
        words += f", {change_in_words(bar.before, bar.after)}"
    return words

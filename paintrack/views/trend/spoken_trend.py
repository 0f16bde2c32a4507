"""The trend for a screen reader: one fact on each line, the scale first, then also every score of the chart."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter

from paintrack.analysis.condition.chart_data import Bar, ChartData, EffectMark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.displayed_text import capitalize_first, isolated
from paintrack.model.values.score import SCALE
from paintrack.views.trend.course_sentences import headline, whole_in_words
from paintrack.views.trend.days_without_score_sentences import facts_on_days_without_score
from paintrack.views.trend.trend_questions_and_answers import (
    TrendQuestion,
    answers,
    serious_sentences,
    spoken_answer,
    trend_period,
)
from paintrack.views.value_words import change_in_words, show_day, show_score

SPOKEN_SCALE = f"Scores: {SCALE}."
# With several conditions, each answers only the three main questions, or what takes their place.
_SHORT_ANSWERS = (
    TrendQuestion.COURSE,
    TrendQuestion.DAYS_ABOVE_ZERO,
    TrendQuestion.RELIEF,
    TrendQuestion.HOLDS,
    TrendQuestion.AT_HOME,
)


def spoken_trend(figures: ConditionFigures, serious: Sequence[EffectMark] = ()) -> list[str]:
    """Lines: the scale, the answer and the period, serious side effects, then each session, reading and change.

    The last three are in the order of time.
    """
    lines = [SPOKEN_SCALE, *_spoken_title(figures), *serious_sentences(serious, long=True)]
    return [*lines, *spoken_chart(figures.chart_data)]


def spoken_conditions(conditions: Sequence[ConditionFigures], serious: Sequence[EffectMark] = ()) -> list[str]:
    """Lines: the scale and serious side effects once, then for each condition the answer, the period, all facts."""
    lines = [SPOKEN_SCALE, *serious_sentences(serious, long=True)]
    for figures in conditions:
        pairs = [pair for pair in answers(figures, brief=True) if pair[0] in _SHORT_ANSWERS]
        lines += [*_spoken_title(figures), *(spoken_answer(*pair) for pair in pairs), *spoken_chart(figures.chart_data)]
    return lines


def _spoken_title(figures: ConditionFigures) -> list[str]:
    whole = whole_in_words(figures)
    lines = [headline(figures), trend_period(figures, long=True), *([capitalize_first(whole)] if whole else [])]
    return [f"{line}." for line in lines]


def spoken_chart(chart_data: ChartData) -> list[str]:
    """`Session 1, 6 July 2026: before 8, after 5, 3 lower.`, and so on in the order of time; then the other days."""
    facts = sorted(_facts(chart_data), key=itemgetter(0))
    return [
        *(f"{what}, {show_day(day, weekday=False, long=True)}: {text.removesuffix('.')}." for day, what, text in facts),
        *(f"{fact}." for fact in facts_on_days_without_score(chart_data)),
    ]


def _facts(chart_data: ChartData) -> Iterator[tuple[date, str, str]]:
    """For each fact its day, what it is and what there is to say of it."""
    readings = (*chart_data.early, *(each for bar in chart_data.bars for each in bar.readings))
    yield from ((bar.day, f"Session {bar.label}", _scores(bar)) for bar in chart_data.bars)
    yield from ((each.day, "Reading", show_score(each.score)) for each in readings)
    yield from ((mark.day, "Change", isolated(mark.text)) for mark in chart_data.marks)


def _scores(bar: Bar) -> str:
    before = "no score before" if bar.before is None else f"before {show_score(bar.before)}"
    after = "no score after" if bar.after is None else f"after {show_score(bar.after)}"
    change = [] if bar.before is None or bar.after is None else [change_in_words(bar.before, bar.after)]
    return ", ".join([before, after, *change])

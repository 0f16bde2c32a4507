"""The drawing for those who cannot see it: each of its scores, medians, changes and side effects in a sentence."""

from collections.abc import Iterator, Sequence
from itertools import chain

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData, DatedScore
from paintrack.model.displayed_text import capitalize_first, isolated
from paintrack.model.values.score import SCALE
from paintrack.views.trend.days_without_score_sentences import facts_on_days_without_score
from paintrack.views.value_words import show_day, show_score


def chart_title(chart_data: ChartData) -> str:
    """`Chart: lower back, scores before and after each session, 0 none to 10 worst imaginable`."""
    scores = "scores before and after each session" if chart_data.bars else "readings at home"
    return f"Chart: {isolated(chart_data.condition)}, {scores}. {SCALE}"


def chart_in_words(chart_data: ChartData) -> str:
    """All that the drawing shows, as sentences on one line."""
    sentences = chain(
        _scores(chart_data), facts_on_days_without_score(chart_data), _medians(chart_data), _marks(chart_data)
    )
    return " ".join(f"{sentence.removesuffix('.')}." for sentence in sentences)


def _scores(chart_data: ChartData) -> Iterator[str]:
    if chart_data.early:
        readings = _spoken(chart_data.early)
        yield f"Before the first session {readings}" if chart_data.bars else capitalize_first(readings)
    for bar in chart_data.bars:
        scores = f"{show_score(bar.before) or 'missing'} before, {show_score(bar.after) or 'missing'} after"
        counted = ", not counted" if bar.number == chart_data.not_counted else ""
        later = f"; then {_spoken(bar.readings)}" if bar.readings else ""
        yield f"Session {bar.label}, {show_day(bar.day, weekday=False)}: {scores}{counted}{later}"


def _spoken(readings: Sequence[DatedScore]) -> str:
    return ", ".join(f"a reading of {show_score(each.score)} on {_day(each)}" for each in readings)


def _day(each: DatedScore) -> str:
    return show_day(each.day, weekday=False)


def _medians(chart_data: ChartData) -> Iterator[str]:
    for bracket in chart_data.brackets:
        if spanned := spanned_bars(chart_data.bars, bracket):
            first, last = spanned
            middle = show_score(bracket.median)
            yield f"Median before, sessions {first.label} to {last.label}: {middle}"
    if chart_data.goal is not None:
        yield f"Goal: {show_score(chart_data.goal)}"


def spanned_bars(bars: Sequence[Bar], bracket: Bracket) -> tuple[Bar, Bar] | None:
    """The first and the last session of a bracket; None if one of them is not drawn."""
    by_number = {bar.number: bar for bar in bars}
    first, last = by_number.get(bracket.first), by_number.get(bracket.last)
    return (first, last) if first and last else None


def _marks(chart_data: ChartData) -> Iterator[str]:
    for number, mark in enumerate(chart_data.marks, 1):
        yield f"Change {number}, {show_day(mark.day, weekday=False)}: {isolated(mark.text)}"
    for effect in chart_data.effects:
        kind = "Serious" if effect.is_serious else "Side effect"
        yield f"{kind}, {show_day(effect.day, weekday=False)}: {isolated(effect.text)}"

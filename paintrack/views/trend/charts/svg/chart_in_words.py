"""The drawing for those who cannot see it: each of its scores, medians, changes and side effects in a sentence."""

from collections.abc import Iterator, Sequence
from itertools import chain

from paintrack.analysis.condition.chart_data import Bar, Bracket, ChartData, DatedScore
from paintrack.model.typed.typed_text import capitalize_first, isolated
from paintrack.model.values.score import SCALE
from paintrack.views.trend.days_without_score import facts_on_days_without_score
from paintrack.views.value_words import show_day, show_score


def chart_title(picture: ChartData) -> str:
    """`Chart: lower back, scores before and after each session, 0 none to 10 worst imaginable`."""
    scores = "scores before and after each session" if picture.bars else "readings at home"
    return f"Chart: {isolated(picture.condition)}, {scores}. {SCALE}"


def chart_in_words(picture: ChartData) -> str:
    """All that the drawing of the picture shows, as sentences on one line."""
    sentences = chain(_scores(picture), facts_on_days_without_score(picture), _medians(picture), _marks(picture))
    return " ".join(f"{sentence.removesuffix('.')}." for sentence in sentences)


def _scores(picture: ChartData) -> Iterator[str]:
    if picture.early:
        readings = _spoken(picture.early)
        yield f"Before the first session {readings}" if picture.bars else capitalize_first(readings)
    for bar in picture.bars:
        scores = f"{show_score(bar.before) or 'missing'} before, {show_score(bar.after) or 'missing'} after"
        counted = ", not counted" if bar.number == picture.not_counted else ""
        later = f"; then {_spoken(bar.readings)}" if bar.readings else ""
        yield f"Session {bar.label}, {show_day(bar.day, weekday=False)}: {scores}{counted}{later}"


def _spoken(readings: Sequence[DatedScore]) -> str:
    return ", ".join(f"a reading of {show_score(each.score)} on {_day(each)}" for each in readings)


def _day(each: DatedScore) -> str:
    return show_day(each.day, weekday=False)


def _medians(picture: ChartData) -> Iterator[str]:
    for bracket in picture.brackets:
        if spanned := spanned_bars(picture.bars, bracket):
            first, last = spanned
            middle = show_score(bracket.median)
            yield f"Median before, sessions {first.label} to {last.label}: {middle}"
    if picture.goal is not None:
        yield f"Goal: {show_score(picture.goal)}"


def spanned_bars(bars: Sequence[Bar], bracket: Bracket) -> tuple[Bar, Bar] | None:
    """The first and the last session of a bracket; None if one of them is not drawn."""
    by_number = {bar.number: bar for bar in bars}
    first, last = by_number.get(bracket.first), by_number.get(bracket.last)
    return (first, last) if first and last else None


def _marks(picture: ChartData) -> Iterator[str]:
    for number, mark in enumerate(picture.marks, 1):
        yield f"Change {number}, {show_day(mark.day, weekday=False)}: {isolated(mark.text)}"
    for effect in picture.effects:
        kind = "Serious" if effect.is_serious else "Side effect"
        yield f"{kind}, {show_day(effect.day, weekday=False)}: {isolated(effect.text)}"

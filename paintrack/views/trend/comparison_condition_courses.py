"""The course of each condition below a comparison: its scores on arrival on the heat ramp, and its verdict."""

from collections.abc import Iterator, Sequence

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.typed.typed_text import isolated
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.text_layout import fill, pad, truncate, width_of
from paintrack.views.trend.course_sentences import short_verdict, whole_in_words
from paintrack.views.value_words import counted, show_score

_TITLE = "scores on arrival, oldest first"
_LONGEST_NAME = 20
_MOST = 100  # scores; more do not fit on a line and take long to hear
_GAP = "  "


def course_lines(figures: Sequence[ConditionFigures], *, width: int, colours: int = 0) -> Iterator[str]:
    """A title, then for each condition its scores in the order of time and its verdict, within `width` columns.

    If there is no room for all its scores, it has the newest, and of how many they are.
    """
    names = min(max((width_of(isolated(each.condition)) for each in figures), default=0), _LONGEST_NAME)
    room = width - names - len(_GAP)
    strips = [_newest_that_fit(_shown_scores(each), room) for each in figures]
    words = [_words(each, len(strip)) for each, strip in zip(figures, strips, strict=True)]
    longest = max((len(" ".join(strip)) for strip in strips), default=0)
    has_room_beside = longest + len(_GAP) + max(map(len, words), default=0) <= room
    yield _TITLE
    for each, strip, text in zip(figures, strips, words, strict=True):
        name = truncate(isolated(each.condition), names, ascii_only=True)
        blanks = " " * (longest - len(" ".join(strip)))
        drawn = " ".join(heat_cell(score, float(score), colours) for score in strip)
        line = f"{pad(name, names)}{_GAP}{drawn}"
        if has_room_beside:
            yield f"{line}{blanks}{_GAP}{text}".rstrip()
        else:
            yield line.rstrip()
            yield fill(text, width, first=_GAP, rest=_GAP)


def spoken_course(figures: ConditionFigures) -> Iterator[str]:
    """The same for one condition and a screen reader: a sentence for the verdict and one for the scores."""
    name = isolated(figures.condition)
    if figures.course:
        yield f"{name}, on arrival: {_verdict(figures)}."
    if scores := _shown_scores(figures):
        total = _total(figures)
        which = f"newest {len(scores)} of {total} scores" if len(scores) < total else counted(total, "score")
        yield f"{name}, {which} on arrival, oldest first: {', '.join(scores)}."


def _shown_scores(figures: ConditionFigures) -> list[str]:
    return [show_score(visit.before) for visit in figures.visits if visit.before is not None][-_MOST:]


def _total(figures: ConditionFigures) -> int:
    return sum(visit.before is not None for visit in figures.visits)


def _newest_that_fit(scores: Sequence[str], room: int) -> Sequence[str]:
    taken = -1
    for place, score in enumerate(reversed(scores)):
        taken += len(score) + 1
        if taken > room:
            return scores[len(scores) - place :]
    return scores


def _words(figures: ConditionFigures, drawn: int) -> str:
    """`newest 28 of 60; going down, 7 to 4`: what is left out, and the verdict."""
    total = _total(figures)
    left_out = [f"newest {drawn} of {total}"] if drawn < total else []
    return "; ".join(filter(None, [*left_out, _verdict(figures)]))


def _verdict(figures: ConditionFigures) -> str:
    """The verdict, of a part of a course also the one on the whole; empty without a score on arrival."""
    if figures.course is None:
        return ""
    part = f"{len(figures.visits)} of {len(figures.visits) + figures.left_out} sessions: " if figures.left_out else ""
    return "; ".join(filter(None, [part + short_verdict(figures.course), whole_in_words(figures)]))

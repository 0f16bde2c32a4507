"""The course of each condition below a comparison: its scores on arrival on the heat ramp, and its verdict."""

from collections.abc import Iterator, Sequence

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.displayed_text import isolated
from paintrack.views.heat_ramp import heat_cell
from paintrack.views.text_layout import fill, pad, width_of, wrapped_name
from paintrack.views.trend.course_sentences import short_verdict, whole_in_words
from paintrack.views.value_words import counted, show_score

_TITLE = "scores on arrival, oldest first"
_LONGEST_NAME, _NAME_SHARE = 20, 4  # columns; on a wide screen a fourth of it
_MOST_BLANKS = 40  # columns between a strip and words that stand beside it
_MOST = 100  # scores; more do not fit on a line and take long to hear
_GAP = "  "


def course_lines(figures: Sequence[ConditionFigures], *, width: int, colours: int = 0) -> Iterator[str]:
    """A title, then for each condition its scores in the order of time and its verdict, within `width` columns.

    If there is no room for all its scores, it has the newest, and of how many they are. A long name is wrapped. The
    verdict stands beside the scores where it fits and is not far from any of them, else below.
    """
    longest_name = max((width_of(isolated(each.condition)) for each in figures), default=0)
    names = min(longest_name, max(_LONGEST_NAME, width // _NAME_SHARE))
    whole_strip = max((len(" ".join(_shown_scores(each))) for each in figures), default=0)
    verdict = max((len(_verdict(each)) for each in figures), default=0)
    # A long name takes what scores and verdict leave or, if there it has too little and the verdict is below, scores.
    room_beside = width - whole_strip - verdict - 2 * len(_GAP)
    names = min(longest_name, max(names, room_beside if room_beside >= names else width - whole_strip - len(_GAP)))
    room = width - names - len(_GAP)
    strips = [_newest_that_fit(_shown_scores(each), room) for each in figures]
    words = [_words(each, len(strip)) for each, strip in zip(figures, strips, strict=True)]
    lengths = [len(" ".join(strip)) for strip in strips]
    longest, shortest = max(lengths, default=0), min(lengths, default=0)
    is_beside = longest + len(_GAP) + max(map(len, words), default=0) <= room and longest - shortest <= _MOST_BLANKS
    yield _TITLE
    for each, strip, length, text in zip(figures, strips, lengths, words, strict=True):
        name, *continued = wrapped_name(isolated(each.condition), names)
        drawn = " ".join(heat_cell(score, float(score), colours) for score in strip)
        beside = f"{' ' * (longest - length)}{_GAP}{text}" if is_beside else ""
        yield f"{pad(name, names)}{_GAP}{drawn}{beside}".rstrip()
        yield from continued
        if not is_beside:
            yield fill(text, width, first=_GAP, rest=_GAP)


def spoken_course(figures: ConditionFigures) -> Iterator[str]:
    """The course of one condition for a screen reader: a sentence for the verdict and one for the scores."""
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

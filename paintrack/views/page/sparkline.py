"""A course of scores as one small line: a few characters, or a path to draw."""

from collections.abc import Sequence

from paintrack.views.value_words import show_score

_BLOCKS = "▁▂▃▄▅▆▇█"
_MOST_BLOCKS, _MOST_NUMBERS = 14, 6


def spark_text(scores: Sequence[float], *, ascii_only: bool) -> str:
    """The newest scores (0 to 10) as blocks, higher for higher scores, and the last one as a number.

    With `ascii_only` all are numbers.
    """
    if ascii_only or not scores:
        return " ".join(map(show_score, scores[-_MOST_NUMBERS:]))
    blocks = "".join(_BLOCKS[round(score * (len(_BLOCKS) - 1) / 10)] for score in scores[-_MOST_BLOCKS:])
    return f"{blocks} {show_score(scores[-1])}"


def spark_points(scores: Sequence[float], *, width: float, height: float) -> str:
    """All scores as the points of an SVG `polyline` from left to right, 10 at the top; one score is a level line."""
    level = scores if len(scores) > 1 else [*scores, *scores]
    steps = max(len(level) - 1, 1)
    return " ".join(
        f"{width * place / steps:.1f},{height * (10 - score) / 10:.1f}" for place, score in enumerate(level)
    )


def newest_in_words(scores: Sequence[float]) -> str:
    """`newest 5`, beside a line that has no scale; empty without a score."""
    return f"newest {show_score(scores[-1])}" if scores else ""

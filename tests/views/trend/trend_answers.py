"""What a test asks of the sentences of a trend: the figures of weekly sessions, and the answers about them."""

from collections.abc import Sequence

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.model.entries import AnyEntry
from paintrack.views.trend import trend_questions_and_answers as views
from tests.factories.courses import trend as trend_of_history
from tests.factories.courses import weekly

Scores = Sequence[float | None]


def trend(before: Scores, after: Scores = (), *more: AnyEntry, condition: str = "lower back") -> ConditionFigures:
    """The trend of weekly sessions."""
    afters = [*after, *[None] * (len(before) - len(after))]
    return trend_of_history(condition, [*weekly(before, afters, condition=condition), *more])


def answers(figures: ConditionFigures, middle: str = "middle") -> dict[str, str]:
    """The answers by the question on screen."""
    return {question.on_screen: answer for question, answer in views.answers(figures, middle=middle)}


def course(before: Scores, *, condition: str = "lower back", middle: str = "middle") -> str:
    """The answer on the course."""
    return answers(trend(before, condition=condition), middle)["Is it getting better?"]

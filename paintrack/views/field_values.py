"""The value of a field as people read it, by its type."""

from collections.abc import Callable
from typing import Any

from paintrack.model.acupuncture.techniques import technique_label
from paintrack.model.displayed_text import isolated
from paintrack.model.values.field_types import (
    LOCAL_TIME,
    MONEY,
    OPTIONAL_TEXT,
    POINTS,
    SCORE,
    TECHNIQUE,
    TEXT,
    FieldType,
)
from paintrack.model.values.moment import Moment
from paintrack.model.values.money import show_amount
from paintrack.views.value_words import show_moment, show_score


def isolated_lines(text: str) -> str:
    """`isolated` for each line of a text, since an isolate ends with its line."""
    return "\n".join(map(isolated, text.split("\n")))


_IN_WORDS: dict[FieldType, Callable[[Any], str]] = {
    LOCAL_TIME: lambda text: show_moment(Moment.from_iso(text)),
    MONEY: show_amount,
    OPTIONAL_TEXT: isolated_lines,
    POINTS: lambda points: ", ".join(map(isolated, points)),
    SCORE: show_score,
    TECHNIQUE: technique_label,
    TEXT: isolated_lines,
}


def value_in_words(value_type: FieldType, value: Any) -> str:
    """The value in words, safe to print; on one line unless it is a text of several lines."""
    return _IN_WORDS.get(value_type, lambda text: isolated(str(text)))(value)

"""The value of a field as people read it, by its type."""

from collections.abc import Callable
from typing import Any

from paintrack.model.acupuncture.techniques import technique_label
from paintrack.model.typed.typed_text import visible, visible_line
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

_IN_WORDS: dict[FieldType, Callable[[Any], str]] = {
    LOCAL_TIME: lambda text: show_moment(Moment.from_iso(text)),
    MONEY: show_amount,
    OPTIONAL_TEXT: visible,
    POINTS: lambda points: visible_line(", ".join(points)),
    SCORE: show_score,
    TECHNIQUE: technique_label,
    TEXT: visible,
}


def value_in_words(value_type: FieldType, value: Any) -> str:
    """The value in words, safe to print; on one line unless it is a text of several lines."""
    return _IN_WORDS.get(value_type, lambda text: visible_line(str(text)))(value)

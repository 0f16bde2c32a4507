"""Entries by what stands in their words, as a condition in SQL. Which fields are words follows from the field table."""

from collections.abc import Iterable

from paintrack.model.entries import Rating, SideEffect
from paintrack.model.fields import FIELDS, Field, fields_of
from paintrack.model.symptoms.side_effect_kinds import KINDS
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.field_types import CHANGE, LINE, OPTIONAL_TEXT, TECHNIQUE, TEXT

_WORDS = (LINE, OPTIONAL_TEXT, TEXT, TECHNIQUE, CHANGE)


def mentions_sql(text: str) -> tuple[str, ...]:
    """The condition on the table `entry` that the text stands in one of an entry's words, and its values.

    The words: notes, names, points, side effects as typed and by what their kind is called; compared without case.
    """
    wanted = folded(text)
    own = [field for field in FIELDS if set(field.holders) - {Rating, SideEffect}]
    kinds = [kind for kind, described in KINDS.items() if wanted in folded(described.label)]
    clauses = [
        *_contain(own, "entry."),
        _in_part("rating", _contain(fields_of(Rating))),
        _in_part("side_effect", [*_contain(fields_of(SideEffect)), f"kind IN ({', '.join('?' * len(kinds))})"]),
        _in_part("point", ["instr(folded(point), ?)"]),
    ]
    condition = f"({' OR '.join(clauses)})"
    # The kinds stand behind the words of the side effects, and the point behind them.
    words = condition.count("?") - len(kinds)
    return condition, *[wanted] * (words - 1), *kinds, wanted


def _contain(fields: Iterable[Field], table: str = "") -> list[str]:
    return [f"instr(folded({table}{field.name}), ?)" for field in fields if field.type in _WORDS]


def _in_part(table: str, clauses: Iterable[str]) -> str:
    return f"entry.id IN (SELECT entry FROM {table} WHERE {' OR '.join(clauses)})"

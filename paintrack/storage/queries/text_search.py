"""Finding entries by their words, as a condition in SQL. Which fields are words follows from the table of fields."""

from collections.abc import Iterable

from paintrack.model.entries import Rating, SideEffect
from paintrack.model.fields import FIELDS, Field, fields_of
from paintrack.model.symptoms.side_effect_kinds import SIDE_EFFECT_KINDS
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.field_types import CHANGE, LINE, OPTIONAL_TEXT, TECHNIQUE, TEXT

_WORDS = (LINE, OPTIONAL_TEXT, TEXT, TECHNIQUE, CHANGE)


def mentions_sql(text: str) -> tuple[str, ...]:
    """The SQL condition on the table `entry` that one of an entry's words contains the text, and then its values.

    The words are notes, names, points, and side effects both as typed and by the label of their kind. Case is ignored.
    """
    wanted = folded(text)
    own = [field for field in FIELDS if set(field.holders) - {Rating, SideEffect}]
    kinds = [kind for kind, described in SIDE_EFFECT_KINDS.items() if wanted in folded(described.label)]
    clauses = [
        *_contain(own, "entry."),
        _in_part("rating", _contain(fields_of(Rating))),
        _in_part("side_effect", [*_contain(fields_of(SideEffect)), f"kind IN ({', '.join('?' * len(kinds))})"]),
        _in_part("point", ["instr(folded(point), ?)"]),
    ]
    condition = f"({' OR '.join(clauses)})"
    # The question marks of the kinds come after those for the words, and that for the point comes last.
    words = condition.count("?") - len(kinds)
    return condition, *[wanted] * (words - 1), *kinds, wanted


def _contain(fields: Iterable[Field], table: str = "") -> list[str]:
    return [f"instr(folded({table}{field.name}), ?)" for field in fields if field.type in _WORDS]


def _in_part(table: str, clauses: Iterable[str]) -> str:
    return f"entry.id IN (SELECT entry FROM {table} WHERE {' OR '.join(clauses)})"

"""The conditions or practitioners with their counts and first and last days."""

from collections.abc import Sequence
from typing import Any

from paintrack.model.displayed_text import isolated
from paintrack.model.name_kind import NameKind
from paintrack.model.recorded_name import RecordedName
from paintrack.views.text_layout import pack
from paintrack.views.text_table import names_with_facts
from paintrack.views.value_words import counted_kinds, show_period

_NONE = {
    NameKind.CONDITION: 'No condition yet. Name one: paintrack log 7 3 --for "lower back"',
    NameKind.PRACTITIONER: 'No practitioner yet. Name one: paintrack log 7 3 --with "Dr Li"',
}


def name_list(names: Sequence[RecordedName], kind: NameKind, *, width: int) -> str:
    """A line for each name with its counts and its first and last day; a sentence if there is none."""
    if not names:
        return pack([_NONE[kind]], width)
    rows = [(isolated(each.name), counted_kinds(each.counts), _span(each)) for each in names]
    return names_with_facts(rows, width, head=(kind.value, "recorded", "from, to"))


def spoken_name_list(names: Sequence[RecordedName], kind: NameKind) -> str:
    """The names for a screen reader: a sentence for each."""
    if not names:
        return _NONE[kind]
    return "\n".join(
        f"{isolated(each.name)}: {counted_kinds(each.counts)}, {show_period(each.first, each.last, long=True)}."
        for each in names
    )


def name_records(names: Sequence[RecordedName], kind: NameKind) -> list[dict[str, Any]]:
    """The names as JSON-ready values; a practitioner has only `sessions`, since no other entry names one."""
    kinds = ("session", "reading", "plan", "zero_month") if kind is NameKind.CONDITION else ("session",)
    return [
        {kind.value: each.name}
        | {f"{entry_kind}s": each.counts.get(entry_kind, 0) for entry_kind in kinds}
        | {"first": each.first.isoformat(), "last": each.last.isoformat()}
        for each in names
    ]


def _span(name: RecordedName) -> str:
    return show_period(name.first, name.last)

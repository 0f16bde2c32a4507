"""The conditions or practitioners with their counts and first and last days, and what was renamed."""

from collections.abc import Mapping, Sequence
from typing import Any

from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_line
from paintrack.model.entries import KINDS
from paintrack.model.name_kind import NameKind
from paintrack.model.recorded_name import RecordedName
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.text_layout import pack
from paintrack.views.text_table import names_with_facts
from paintrack.views.value_words import counted_kind, show_period

_NONE = {
    NameKind.CONDITION: 'No condition yet. Name one: paintrack log 7 3 --for "lower back"',
    NameKind.PRACTITIONER: 'No practitioner yet. Name one: paintrack log 7 3 --with "Dr Li"',
}


def name_list(names: Sequence[RecordedName], kind: NameKind, *, width: int) -> str:
    """A line for each name with its counts and its first and last day; a sentence if there is none."""
    if not names:
        return pack([_NONE[kind]], width)
    rows = [(isolated(each.name), counts(each.counts), _span(each)) for each in names]
    return names_with_facts(rows, width, head=(kind.value, "recorded", "from, to"))


def spoken_name_list(names: Sequence[RecordedName], kind: NameKind) -> str:
    """The names for a screen reader: a sentence for each."""
    if not names:
        return _NONE[kind]
    return "\n".join(
        f"{isolated(each.name)}: {counts(each.counts)}, {show_period(each.first, each.last, long=True)}."
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


def counts(numbers: Mapping[str, int]) -> str:
    """How many entries of each kind: `12 sessions and 3 readings`."""
    return listed([counted_kind(numbers[kind], kind) for kind in KINDS if numbers.get(kind)] or ["no entries"], "and")


def other_spelling_hint(spelling: str, numbers: Mapping[str, int], name: str, kind: NameKind) -> str:
    """That some entries spell the name otherwise, with the command that gives them its spelling."""
    command = (
        f"paintrack {kind.value}s rename {shell_quoted(visible_line(spelling))} {shell_quoted(visible_line(name))}"
    )
    return f"{isolated(name)} is also spelled {isolated(spelling)} ({counts(numbers)}). One spelling: {command}"


def one_name_hint(new: str, old: str, kind: NameKind) -> str:
    """Says that two names may be one, with the command that makes them one."""
    command = f"paintrack {kind.value}s rename {shell_quoted(visible_line(new))} {shell_quoted(visible_line(old))}"
    return f"{much_alike(new, old)} If they are one: {command}"


def much_alike(new: str, old: str) -> str:
    """That two names may be one."""
    return f"{isolated(new)} is much like {isolated(old)}."


def rename_confirmation(
    old: Sequence[str],
    new: str,
    numbers: Mapping[str, int],
    *,
    is_merged: bool,
    width: int,
    remarks: Sequence[str] = (),
) -> str:
    """What has the new name now, in how many entries; `is_merged`: the new name was recorded before.

    `old` are the spellings of the old name that were there, one or more.
    Without `numbers` nothing had to be changed.
    """
    if not numbers:
        return f"Nothing to change: {isolated(new)} is its name already."
    verb = "is" if len(old) == 1 else "are"
    names = listed([isolated(each) for each in old], "and")
    what = f"{names} {verb} now {'part of ' if is_merged else ''}{isolated(new)}:"
    return pack([what, f"{counts(numbers)}.", *remarks, UNDO], width)


def plans_remark(number: int, condition: str) -> str:
    """Says that a condition has `number` plans, two or more, since it is two conditions joined."""
    return f"It has {number} plans now; end the newest: paintrack plan end --for {shell_quoted(condition)}."


def _span(name: RecordedName) -> str:
    return show_period(name.first, name.last)

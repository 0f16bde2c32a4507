"""What is said when a condition or practitioner is renamed, or two names may be one."""

from collections.abc import Mapping, Sequence

from paintrack.model.displayed_text import isolated, listed, shell_quoted, visible_line
from paintrack.model.name_kind import NameKind
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.text_layout import pack
from paintrack.views.value_words import counted_kinds


def other_spelling_hint(spelling: str, numbers: Mapping[str, int], name: str, kind: NameKind) -> str:
    """That some entries spell the name otherwise, with the command that gives them its spelling."""
    command = (
        f"paintrack {kind.value}s rename {shell_quoted(visible_line(spelling))} {shell_quoted(visible_line(name))}"
    )
    return f"{isolated(name)} is also spelled {isolated(spelling)} ({counted_kinds(numbers)}). One spelling: {command}"


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
    return pack([what, f"{counted_kinds(numbers)}.", *remarks, UNDO], width)


def plans_remark(number: int, condition: str) -> str:
    """Says that a condition has `number` plans, two or more, since it is two conditions joined."""
    return f"It has {number} plans now; end the newest: paintrack plan end --for {shell_quoted(condition)}."

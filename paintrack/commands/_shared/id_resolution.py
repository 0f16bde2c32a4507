"""What typed ids mean in the patient's file: the entry, its kind, the last one of a kind."""

import re
from collections.abc import Sequence

from paintrack.errors import NotFoundError, UsageError
from paintrack.model.displayed_text import capitalize_first
from paintrack.model.entries import LETTERS, AnyEntry, Session, kind_name
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_ID = r"([a-z]?)([0-9]{1,15})"


def parse_id(label: str) -> tuple[str, int]:
    """The kind and the number of an id (`12`, `r5`), which need not exist. Raises UsageError for what is not an id."""
    kind_and_number = _kind_and_number(label)
    if kind_and_number is None:
        from paintrack.views.refusals.not_found_refusals import no_id

        raise UsageError(no_id(label, takes_last=False))
    return kind_and_number


def entry_of(reader: Reader, label: str, *, with_deleted: bool = False) -> AnyEntry:
    """The entry with this id (`12`, `r5`), or the last of a kind (`last`, `last reading`, `last-reading`).

    `last` alone is the last session. A deleted entry counts as none unless `with_deleted`, and never as the last one.
    Raises UsageError for no id, NotFoundError for no entry.
    """
    if (last_kind := _kind_of_last(label)) is not None:
        newest = reader.newest(last_kind)
        if newest is None:
            raise NotFoundError(f"There is no {kind_name(last_kind)} yet.")
        return newest
    kind_and_number = _kind_and_number(label)
    if kind_and_number is None:
        from paintrack.views.refusals.not_found_refusals import no_id

        raise UsageError(no_id(label, takes_last=True))
    kind, number = kind_and_number
    entry = reader.entry(kind, number)
    if entry is None:
        from paintrack.views.refusals.not_found_refusals import no_such_entry

        raise NotFoundError(no_such_entry(kind, label))
    if entry.deleted and not with_deleted:
        name = capitalize_first(kind_name(kind))
        raise NotFoundError(f"{name} {label} was deleted. Undo takes back the newest change first.")
    return entry


def labels_of(words: Sequence[str]) -> list[str]:
    """The words as ids of one word each: `last reading` becomes `last-reading`, which means the same."""
    labels, rest = list[str](), [*words]
    while rest:
        length = next((n for n in (3, 2) if len(rest) >= n and kind_of_label(" ".join(rest[:n])) is not None), 1)
        labels.append("-".join(rest[:length]))
        rest = rest[length:]
    return labels


def kind_of_label(label: str) -> str | None:
    """The kind of entry that an id or `last reading` names; None where it is neither."""
    kind_and_number = _kind_and_number(label)
    return kind_and_number[0] if kind_and_number else _kind_of_last(label)


def _kind_and_number(label: str) -> tuple[str, int] | None:
    """The letter and the digits of an id (`r5`); None where the label is not an id."""
    match = re.fullmatch(_ID, label.lower(), re.ASCII)
    kind = LETTERS.get(match[1]) if match else None
    return None if match is None or kind is None else (kind, int(match[2]))


def _kind_of_last(label: str) -> str | None:
    """The kind of which the last entry is meant; None where the label is an id."""
    first, *noun_words = folded(label.replace("-", " ")).split() or [""]
    nouns = {folded(kind_name(kind)): kind for kind in LETTERS.values()}
    return nouns.get(" ".join(noun_words) or Session.kind) if first == "last" else None


def session_of(reader: Reader, label: str) -> Session:
    """The session with this id. Raises UsageError for no id or that of another entry, NotFoundError for none."""
    kind = kind_of_label(label)
    # An id of another kind is refused as that, also if its entry was deleted or never there.
    entry = entry_of(reader, label) if kind in (Session.kind, None) else None
    if not isinstance(entry, Session):
        raise UsageError(f"{label} is a {kind}; --session takes the id of a session, such as 12.")
    return entry

"""What typed names and ids mean in the patient's file: the entry, the condition, the known spelling."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import NotFoundError, SeveralConditionsInOneNameError, UsageError
from paintrack.model.entries import LETTERS, AnyEntry, Session, kind_name
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import folded, near_name, shell_quoted, visible_line
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.score_confirmation import scale_explanation

DEFAULT_CONDITION = "pain"
_ID = re.compile(r"([a-z]?)([0-9]{1,15})", re.ASCII)


def entry_of(reader: Reader, label: str) -> AnyEntry:
    """The entry with this id (`12`, `r5`), or the last of a kind (`last`, `last reading`, `last-reading`).

    `last` alone is the last session. Raises UsageError for no id, NotFoundError for no entry or a deleted one.
    """
    if (last_kind := _kind_of_last(label)) is not None:
        newest = reader.newest(last_kind)
        if newest is None:
            raise NotFoundError(f"There is no {kind_name(last_kind)} yet.")
        return newest
    match = _ID.fullmatch(label.lower())
    kind = LETTERS.get(match[1]) if match else None
    if match is None or kind is None:
        raise UsageError(f"{label} is no id. Ids are numbers such as 12, r5 for a reading, or last: paintrack list")
    entry = reader.entry(kind, int(match[2]))
    if entry is None:
        raise NotFoundError(f"There is no {kind_name(kind)} {label}. See the ids with: paintrack list")
    if entry.deleted:
        name = kind_name(kind)
        raise NotFoundError(
            f"{name[:1].upper()}{name[1:]} {label} was deleted. Undo takes back the newest change first."
        )
    return entry


def kind_of_label(label: str) -> str | None:
    """The kind of entry that an id or `last reading` names; None where it is neither."""
    match = _ID.fullmatch(label.lower())
    return LETTERS.get(match[1]) if match else _kind_of_last(label)


def _kind_of_last(label: str) -> str | None:
    """The kind of which the last entry is meant; None where the label is an id."""
    first, *others = folded(label.replace("-", " ")).split() or [""]
    nouns = {folded(kind_name(kind)): kind for kind in LETTERS.values()}
    return nouns.get(" ".join(others) or Session.kind) if first == "last" else None


def session_of(reader: Reader, label: str) -> Session:
    """The session with this id. Raises UsageError for no id or that of another entry, NotFoundError for none."""
    entry = entry_of(reader, label)
    if not isinstance(entry, Session):
        raise UsageError(f"{label} is a {entry.kind}; --session takes the id of a session, such as 12.")
    return entry


def condition_of(typed: str | None, reader: Reader) -> str:
    """The condition as the patient first wrote it; without one typed the usual one, in a new file `pain`."""
    if typed is None:
        return reader.usual_condition() or DEFAULT_CONDITION
    return reader.spelling(typed) or typed


def require_one_condition(context: Context, condition: str | None, command: str, *, takes_also: bool) -> None:
    """Ask about a new condition whose name lists several: `lower back,migraine`; off a terminal refuse it.

    `command` is the command with its scores as typed, without `paintrack`. Called before the write begins. Raises
    SeveralConditionsInOneNameError.
    """
    names = [name for part in re.split(r"[,;]", condition or "") if (name := part.strip())]
    if condition is None or len(names) < 2:
        return
    with context.open_reader() as reader:
        if reader.spelling(condition) is not None:
            return
    if context.console.may_ask and context.console.confirm(f"Is {visible_line(condition)} one condition?"):
        return
    raise SeveralConditionsInOneNameError(names, command=command, takes_also=takes_also)


def reject_duplicate_conditions(context: Context, main: str | None, also: Sequence[str]) -> None:
    """Raise UsageError when one command rates a condition twice; `main` None is the usual condition.

    Called before the write begins, so that a refusal creates no file.
    """
    if not also:
        return
    with context.open_reader() as reader:
        names = [condition_of(main, reader), *also]
    seen: set[str] = set()
    for name in names:
        if folded(name) in seen:
            raise UsageError(f"{name} is rated twice here. Give its scores once.")
        seen.add(folded(name))


def scale_hint(condition: str, typed: str | None, reader: Reader) -> list[str]:
    """For the first entry of a condition: sentences on the direction of the scale and how to name what is rated.

    `typed` is the condition as typed, None when the default is used. Also asks about a name much like a known one.
    """
    if reader.spelling(condition) is not None:
        return []
    return [
        *_similar_name_hint(condition, reader.conditions()),
        scale_explanation(condition, may_name=typed is None and condition == DEFAULT_CONDITION),
    ]


def advise_on_new_conditions(conditions: Iterable[str], reader: Reader) -> None:
    """Show urgent advice on conditions that are rated for the first time; what is rated for weeks is no news."""
    show_urgent_advice([condition for condition in conditions if reader.spelling(condition) is None])


def _similar_name_hint(condition: str, existing: Sequence[str]) -> list[str]:
    similar = near_name(condition, existing, cutoff=0.75)
    if similar is None:
        return []
    return [f"{condition} is new. Did you mean {similar}? paintrack undo, then --for {shell_quoted(similar)}"]


def with_known_spelling(details: SessionDetails, reader: Reader) -> SessionDetails:
    """The details with the practitioner's name as the patient first wrote it."""
    if details.practitioner is None:
        return details
    return details._replace(practitioner=reader.practitioner_spelling(details.practitioner) or details.practitioner)


def with_default_currency(session: Session, reader: Reader) -> Session:
    """The session with the currency of the settings, when it has an amount without a currency."""
    if session.currency is not None or (session.cost is None and session.covered is None):
        return session
    return replace(session, currency=reader.settings().get("currency"))

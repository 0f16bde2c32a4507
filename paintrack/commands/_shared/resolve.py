"""What typed names and ids mean in the patient's file: the entry, the condition, the known spelling."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.entries import LETTERS, AnyEntry, Session, kind_name
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.score_confirmation import scale_explanation

DEFAULT_CONDITION = "pain"


def parse_id(label: str) -> tuple[str, int]:
    """The kind and the number of an id (`12`, `r5`), which need not exist. Raises UsageError for what is no id."""
    match = re.fullmatch(r"([a-z]?)([0-9]{1,15})", label.lower(), re.ASCII)
    kind = LETTERS.get(match[1]) if match else None
    if match is None or kind is None:
        raise UsageError(f"{label} is no id. Ids are numbers such as 12, or r5 for a reading: paintrack list")
    return kind, int(match[2])


def entry_of(reader: Reader, label: str, *, with_deleted: bool = False) -> AnyEntry:
    """The entry with this id (`12`, `r5`), only `with_deleted` also a deleted one.

    Raises UsageError for no id, NotFoundError for no such entry.
    """
    kind, number = parse_id(label)
    entry = reader.entry(kind, number)
    if entry is None:
        raise NotFoundError(f"There is no {kind_name(kind)} {label}. See the ids with: paintrack list")
    if entry.deleted and not with_deleted:
        name = kind_name(kind)
        raise NotFoundError(
            f"{name[:1].upper()}{name[1:]} {label} was deleted. Undo takes back the newest change first."
        )
    return entry


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
    import difflib

    names = {folded(name): name for name in existing}
    similar = [names[name] for name in difflib.get_close_matches(folded(condition), list(names), n=1, cutoff=0.75)]
    if not similar:
        return []
    return [f'{condition} is new. Did you mean {similar[0]}? paintrack undo, then --for "{similar[0]}"']


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

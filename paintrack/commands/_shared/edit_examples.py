"""Examples of a correction for each kind of entry, for the sentences that ask for one."""

from collections.abc import Sequence

from paintrack.commands._shared.id_resolution import entry_of, kind_of_label, parse_id
from paintrack.errors import MissingEntryError, NotFoundError, PaintrackError
from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader

_OF_A_SESSION = ("--after", "4")
_OF_OTHERS = {
    "reading": ("--score", "4"),
    "note": ("--text", "TEXT"),
    "question": ("--text", "TEXT"),
    "peg": ("--peg", "6 7 5"),
    "plan": ("--sessions", "10"),
    "overall": ("--overall", "better"),
}
# The kinds of entries that `edit` can correct; sessions come first.
_CORRECTED = ("session", *_OF_OTHERS)


def correction_example(label: str) -> tuple[str, ...]:
    """An option of `edit` and a value for it that fit the entry with this label, an id or such as `last reading`."""
    return _OF_OTHERS.get(kind_of_label(label) or "", _OF_A_SESSION)


def missing_entry_error(command: str, reader: Reader) -> PaintrackError:
    """The error for `show`, `edit` or `delete` without an id, with the last session as the example.

    Without a session it is the newest entry of the first kind that there is, in an empty diary a NotFoundError.
    """
    newest = next((entry for kind in _CORRECTED if (entry := reader.newest(kind))), None)
    if newest is None:
        return NotFoundError("There is no entry yet.")
    label = newest.label
    correction = [*correction_example(label), *_first_of_several(label, reader)] if command == "edit" else []
    return MissingEntryError([command, label, *correction])


def corrected_scores(label: str, scores: Sequence[str], reader: Reader, *, is_named: bool = False) -> list[list[str]]:
    """The options of `edit` that give an entry these scores: none if it cannot have them, two if it has two places.

    Of several conditions of a session the first is named, unless one is typed (`is_named`).
    """
    kind = kind_of_label(label)
    if kind == Reading.kind:
        return [["--score", scores[0]]] if len(scores) == 1 else []
    if kind == "peg":
        return [["--peg", " ".join(scores)]] if len(scores) == 3 else []
    if kind != Session.kind or len(scores) > 2:
        return []
    condition = [] if is_named else _first_of_several(label, reader)
    if len(scores) == 2:
        return [["--before", scores[0], "--after", scores[1], *condition]]
    return [[option, scores[0], *condition] for option in ("--before", "--after")]


def _first_of_several(label: str, reader: Reader) -> list[str]:
    """`--for` with the first condition of a session that rates more than one; else nothing."""
    try:
        entry = entry_of(reader, label)
    except PaintrackError:
        return []
    is_one_of_several = isinstance(entry, Session) and len(entry.ratings) > 1
    return ["--for", entry.ratings[0].condition] if isinstance(entry, Session) and is_one_of_several else []


def correction_hint(label: str, condition: str | None, reader: Reader) -> str:
    """The sentence that says what to type if an entry is named without a change; `condition` is the value of `--for`.

    Words after the id are taken for the value of the option that is missing. Raises NotFoundError if there is no such
    entry, UsageError if the label is not an id.
    """
    from paintrack.views.refusals import correction_refusals as refusals

    rest = ""
    if kind_of_label(label) is None:
        label, _, rest = label.partition(" ")
    if (kind := kind_of_label(label)) is None:
        parse_id(f"{label} {rest}".rstrip())
    if elsewhere := refusals.changed_elsewhere(kind or "", label):
        return elsewhere
    entry = entry_of(reader, label)
    option, example = correction_example(label)
    name = condition or ("" if is_score(rest) else rest)
    if name and isinstance(entry, Reading) and folded(entry.condition) != folded(name):
        return refusals.other_condition_of_reading(label, name)
    if name and isinstance(entry, Session):
        if entry.rating_of(name):
            return refusals.missing_change(label, ["--for", name, *_OF_A_SESSION])
        return refusals.other_condition_of_session(label, name, may_rename=len(entry.ratings) == 1)
    if rest and (option == "--text" or is_score(rest)):
        example = rest
    return refusals.missing_change(label, [option, example, *_first_of_several(label, reader)])

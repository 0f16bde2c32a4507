"""A correction that an entry of each kind can have, for the sentences that ask for one."""

from paintrack.commands._shared.sessions.resolve import entry_of, kind_of_label, parse_id
from paintrack.errors import UsageError
from paintrack.model.entries import Reading, Session
from paintrack.model.typed.typed_text import folded, shell_quoted
from paintrack.model.values.score import parse_score
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
# What no option of edit corrects.
_OTHER_COMMANDS = {
    "next_visit": 'The date of the next visit is changed by: paintrack remind --next "tue 14:00"',
    "zero_month": "A month of 0 is taken out by: paintrack delete {label}",
}


def correction_example(label: str) -> tuple[str, ...]:
    """The option and its value that the entry with this id, or the last one of a kind, can have."""
    return _OF_OTHERS.get(kind_of_label(label) or "", _OF_A_SESSION)


def missing_change(label: str, condition: str | None, reader: Reader) -> str:
    """What to type where an entry is named without a change; `condition` is what stands behind `--for`.

    Words behind an id are taken for the value of the option that is missing. Raises NotFoundError where there is no
    such entry, UsageError for what is no id.
    """
    rest = ""
    if kind_of_label(label) is None:
        label, _, rest = label.partition(" ")
    if (kind := kind_of_label(label)) is None:
        parse_id(f"{label} {rest}".rstrip())
    if kind in _OTHER_COMMANDS:
        return _OTHER_COMMANDS[kind].format(label=label)
    entry, edit = entry_of(reader, label), f"paintrack edit {label}"
    option, example = correction_example(label)
    name = condition or ("" if _is_score(rest) else rest)
    if name and isinstance(entry, Reading) and folded(entry.condition) != folded(name):
        return f"To change what it rates: {edit} --rename-for {shell_quoted(name)}"
    if name and isinstance(entry, Session):
        score = f"{edit} --for {shell_quoted(name)} --after 4"
        if entry.rating_of(name):
            return f"Say what to change: {score}. All options: paintrack edit --help"
        rename = (
            f"To change what it rates: {edit} --rename-for {shell_quoted(name)}. " if len(entry.ratings) == 1 else ""
        )
        return f"{rename}To add a score to it: {score}"
    if rest and (option == "--text" or _is_score(rest)):
        example = rest
    return f"Say what to change: {edit} {option} {shell_quoted(example)}. All options: paintrack edit --help"


def _is_score(text: str) -> bool:
    try:
        parse_score(text)
    except UsageError:
        return False
    return True

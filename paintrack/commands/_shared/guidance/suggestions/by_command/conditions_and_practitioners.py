"""What is meant by words behind `conditions`, `practitioners` and `rename`, by the names that are recorded."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from paintrack.commands._shared.guidance.suggestions.several_ratings import listed_conditions
from paintrack.commands._shared.names.name_resolution import listed_names
from paintrack.commands._shared.names.new_names import SCORED_COMMANDS, several_names_refusal
from paintrack.errors import UsageError
from paintrack.model.changes.renaming import rates_both
from paintrack.model.name_kind import NameKind
from paintrack.model.selection import Selection
from paintrack.model.typed.names.short_names import names_meant
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

KINDS_OF_COMMANDS = {"conditions": NameKind.CONDITION, "practitioners": NameKind.PRACTITIONER}
_OPTIONS = {"conditions": "--for", "practitioners": "--with"}
_LISTING = {"list", "show", "all", "ls"}
_DELETING = {"delete", "remove", "rm", "del"}
_JOINING = {"merge", "join", "combine"}
_ADDING = {"add", "new", "create", "insert"}


def meant_of_names(command: str, words: Sequence[str], reader: Reader) -> Iterator[list[str]]:
    """The command lines, as words without `paintrack`, for words that `conditions` or `practitioners` does not take."""
    if not words:
        return
    names = _recorded(command, reader)
    first, *rest = words
    if folded(first) == "rename":
        if len(rest) != 2 and (_length_of_name(names, rest) if rest else names):
            yield [command, "rename", *_old_and_new_name(names, rest)]
        elif len(rest) == 1 and names:
            meant = names_meant(rest[0], [*names.values()], KINDS_OF_COMMANDS[command])
            yield from ([command, "rename", name, "NAME"] for name in meant)
            yield from [] if meant else [[command]]
    elif folded(first) in _LISTING and not rest:
        yield [command]
    elif (name := names.get(folded(" ".join(words)))) is not None:
        yield ["list", _OPTIONS[command], name]
    elif command == "conditions" and folded(first) in _DELETING and (name := names.get(folded(" ".join(rest)))):
        yield ["delete", "--for", name]
    elif folded(first) in _JOINING and len(rest) == 2 and {*map(folded, rest)} <= {*names}:
        old, new = (names[folded(each)] for each in rest)
        entries = reader.stream(Selection(condition=old)) if command == "conditions" else ()
        # While one session rates both, they cannot become one.
        session = next((each for each in entries if rates_both(each, old, new)), None)
        yield [command, "rename", old, new] if session is None else ["show", session.label]
    elif folded(first) in _ADDING and (name := " ".join(rest)):
        # A name is recorded with the first entry that has it.
        yield ["log", "BEFORE", "AFTER", _OPTIONS[command], names.get(folded(name), name)]


def renaming_of(words: Sequence[str], reader: Reader) -> list[str]:
    """The command line that renames what the words begin with: a condition, unless it is a practitioner's name.

    Where they begin with no recorded name, the one that lists the conditions.
    """
    for command in KINDS_OF_COMMANDS:
        names = _recorded(command, reader)
        if _length_of_name(names, words):
            return [command, "rename", *_old_and_new_name(names, words)]
    names = _recorded("conditions", reader)
    # Of what is not recorded nothing can be renamed.
    return (
        ["conditions"]
        if words and names
        else ["conditions", "rename", *_old_and_new_name(names or {"pain": "pain"}, words)]
    )


def is_word_of(command: str, name: str, reader: Reader) -> bool:
    """Whether a name that is not an option of the command says something as a word of it: a condition, `statement`."""
    is_statement = command == "costs" and folded(name) in ("statement", "insurer", "insurance", "invoice", "bill")
    # No option has letters such as those of `--rücken`.
    is_foreign = command in SCORED_COMMANDS and name.replace(" ", "").isalpha() and not name.isascii()
    return is_statement or is_foreign or reader.spelling(name) is not None


def several_conditions(line: Sequence[str], reader: Reader) -> UsageError | None:
    """The question whether the condition of a command line is one, where its name lists several: None where it is."""
    for option, value in pairwise(line):
        recorded = listed_conditions(value.split(), reader)
        names = recorded or listed_names(value)
        if option == "--for" and line[0] in SCORED_COMMANDS and len(names) > 1 and reader.spelling(value) is None:
            return UsageError(several_names_refusal((option, value), names, recorded, command=line))
    return None


def _recorded(command: str, reader: Reader) -> dict[str, str]:
    """The names, the most often recorded first, by their folded form."""
    return {folded(each.name): each.name for each in reader.recorded_names(KINDS_OF_COMMANDS[command])}


def _length_of_name(names: Mapping[str, str], words: Sequence[str]) -> int:
    """How many words, from the first, are a recorded name; as many as possible, 0 for none."""
    return next((length for length in range(len(words), 0, -1) if folded(" ".join(words[:length])) in names), 0)


def _old_and_new_name(names: Mapping[str, str], words: Sequence[str]) -> list[str]:
    """The name to change and its new form: as typed, else the most often recorded one, and NAME."""
    length = _length_of_name(names, words)
    if not length:
        return [next(iter(names.values())), "NAME"]
    new = " ".join(words[length:]).removeprefix("to ")
    # A number alone is refused as a name.
    return [names[folded(" ".join(words[:length]))], new if any(map(str.isalpha, new)) else "NAME"]

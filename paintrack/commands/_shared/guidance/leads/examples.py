"""Examples of commands for a word that is no command, with what was typed in them in its place."""

from collections.abc import Sequence

from paintrack.commands._shared.correction_examples import correction_example
from paintrack.commands._shared.guidance.command_arguments import SCORE, is_score
from paintrack.commands._shared.guidance.leads.misplaced_names import renaming_of
from paintrack.commands._shared.sessions.resolve import entry_of
from paintrack.errors import PaintrackError
from paintrack.model.entries import Session
from paintrack.storage.reader import Reader


def with_names(example: Sequence[str], rest: Sequence[str], reader: Reader) -> list[str]:
    """The example with what was typed in the place of its text, of its score, and of an old and a new name."""
    words = [word for word in rest if not word.startswith("-")]
    places = {"TEXT": " ".join(words)} if words and len(words) == len(rest) else {}
    if len(words) == 1 and is_score(words[0]) and example[:2] == ["plan", "set"]:
        places[example[-1]] = words[0]
    if "OLD" in example:
        return renaming_of(words, reader)
    return [places.get(word, word) for word in example]


def correction_line(label: str, reader: Reader) -> list[str]:
    """`edit` with a correction that the entry can have; a score, which nobody can guess, as a placeholder."""
    option, value = correction_example(label)
    line = ["edit", label, option, SCORE if is_score(value) else value]
    try:
        entry = entry_of(reader, label)
    except PaintrackError:
        return line
    if not isinstance(entry, Session) or len(entry.ratings) == 1:
        return line
    if entry.ratings:
        return [*line, "--for", entry.ratings[0].condition]
    return ["edit", label, "--note", "TEXT"]

"""Examples of commands for a word that is no command, with what was typed in them in its place."""

import re
from collections.abc import Sequence

from paintrack.commands._shared.correction_examples import correction_example
from paintrack.commands._shared.guidance.accepted_arguments import SCORE_IN_EXAMPLE, is_id, is_score
from paintrack.commands._shared.guidance.meanings.currency_words import plain_amount
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import renaming_of
from paintrack.commands._shared.names.name_and_id_resolution import entry_of, kind_of_label
from paintrack.errors import PaintrackError
from paintrack.model.entries import Session
from paintrack.storage.reader import Reader


def with_names(example: Sequence[str], rest: Sequence[str], reader: Reader) -> list[str]:
    """The example with what was typed in the place of its text, of its score, and of an old and a new name."""
    words = [word for word in rest if not word.startswith("-")]
    places = {"TEXT": " ".join(words)} if words and len(words) == len(rest) else {}
    if len(words) == 1 and is_score(words[0]) and example[:2] == ["plan", "set"]:
        places[example[-1]] = words[0]
    if len(words) > 1 and len(words) == len(rest) and is_score(words[-1]) and example[:3] == ["plan", "set", "--goal"]:
        condition = reader.spelling(" ".join(words[:-1]))
        return ["plan", "set", "--for", condition, "--goal", words[-1]] if condition else [*example]
    if "OLD" in example:
        return renaming_of(words, reader)
    return [places.get(word, word) for word in example]


def correction_line(label: str, reader: Reader) -> list[str]:
    """`edit` with a correction that the entry can have; a score, which nobody can guess, as a placeholder."""
    option, value = correction_example(label)
    line = ["edit", label, option, SCORE_IN_EXAMPLE if is_score(value) else value]
    try:
        entry = entry_of(reader, label)
    except PaintrackError:
        return line
    if not isinstance(entry, Session) or len(entry.ratings) == 1:
        return line
    if entry.ratings:
        return [*line, "--for", entry.ratings[0].condition]
    return ["edit", label, "--note", "TEXT"]


def paid_line(words: Sequence[str]) -> list[str]:
    """`edit` with what was paid for the last session, or for the one with the id in front; empty for other words."""
    label, amount = (words[0], words[1:]) if len(words) > 1 and is_id(words[0]) else ("last", words)
    text = " ".join(amount)
    # A year alone is a time.
    paid = None if re.fullmatch("(19|20)[0-9]{2}", text) else plain_amount(text)
    if paid is None and label != "last":
        return paid_line([" ".join(words)])
    return [] if paid is None or kind_of_label(label) != Session.kind else ["edit", label, "--cost", paid]

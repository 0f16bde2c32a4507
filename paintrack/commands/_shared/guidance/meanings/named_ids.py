"""Ids as people write them: `session 2`, `#2`, `1, 2 and n1`, `the first note`."""

from collections.abc import Sequence

from paintrack.commands._shared.guidance.command_arguments_and_examples import is_id
from paintrack.commands._shared.id_resolution import kind_of_label
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

# What people write between two ids.
_BETWEEN_IDS = {"and", "&", "+"}
# The letter of the ids of each noun.
_LETTERS = {"session": "", "reading": "r", "note": "n", "question": "q", "plan": "c", "peg": "p"}

_OLDEST = {"first", "oldest", "earliest"}
_NEWEST = {"latest", "newest", "recent", "previous", "final"}
_AROUND_PLACE = {"the", "my", "very", "most", "entry", "one"}


def is_noun(word: str) -> bool:
    """Whether it says what kind of entry the ids behind it are of: `session`, `notes`."""
    return word.casefold().removesuffix("s") in _LETTERS


def ids_in(words: Sequence[str]) -> list[str]:
    """All ids that the words name, each as it is typed for a command; none where a word is something else."""
    ids, letter = list[str](), ""
    for word in " ".join(words).replace(",", " ").replace(";", " ").replace("#", "").casefold().split():
        if is_noun(word):
            letter = _LETTERS[word.removesuffix("s")]
        elif is_id(word):
            ids.append(letter + word if word.isdecimal() else word)
        elif word not in _BETWEEN_IDS:
            return []
    return ids


def with_id_first(words: Sequence[str]) -> list[str]:
    """The words with an id such as `#3`, `session 3` or `reading 5` as one word in front."""
    first, *following_words = words
    letter = _LETTERS.get(first.casefold())
    if letter is not None and following_words and following_words[0].lstrip("#").isdecimal():
        return [letter + following_words[0].lstrip("#"), *following_words[1:]]
    return [first.lstrip("#"), *following_words]


def with_place_as_id(words: Sequence[str], reader: Reader) -> list[str]:
    """The words with the first or the latest entry of a kind as its id in front: `first`, `the latest reading`.

    Without a noun it is a session. Other words, and those for an entry that there is not, stay as they are.
    """
    typed = [word for word in words if folded(word) not in _AROUND_PLACE]
    place, noun = [*map(folded, typed[:2]), "", ""][:2]
    if place not in _OLDEST | _NEWEST:
        return [*words]
    noun = noun if is_noun(noun) else ""
    last, rest = f"last-{noun.removesuffix('s')}".rstrip("-"), typed[2:] if noun else typed[1:]
    if place in _NEWEST:
        return [last, *rest]
    kind = kind_of_label(last)
    oldest = next((entry for entry in reader.stream(Selection()) if entry.kind == kind), None)
    return [*words] if oldest is None else [oldest.label, *rest]

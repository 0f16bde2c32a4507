"""What is meant by words behind `delete` and `purge`, of which nothing is to go by mistake."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paintrack.commands._shared.guidance.command_arguments_and_examples import is_id
from paintrack.commands._shared.guidance.command_guesses import guessed_listing
from paintrack.commands._shared.guidance.meanings.named_ids import ids_in, is_noun, with_id_first
from paintrack.commands._shared.id_resolution import kind_of_label, labels_of
from paintrack.commands._shared.names.name_resolution import listed_names
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

_MOST_CONDITIONS = 2
_ALL = {"all", "everything", "diary", "data", "history"}
_AROUND_ALL = {"my", "the", "it", "of", "whole", "entire", "entries"}
_AROUND_LAST = {"the", "my", "that", "one", "entry", "very"}


def all_to_remove(command: str, words: Sequence[str], reader: Reader) -> Iterator[list[str]]:
    """What removes each condition, and where it says how to begin anew, for words that name the whole diary."""
    if {each for each in map(folded, words) if each not in _AROUND_ALL} <= _ALL and reader.spelling(
        " ".join(words)
    ) is None:
        conditions = reader.recorded_names(NameKind.CONDITION)[:_MOST_CONDITIONS]
        yield from ([command, "--for", each.name] for each in conditions)
        yield ["help", "files"]


def for_each_condition(line: Sequence[str], reader: Reader) -> list[list[str]]:
    """The command line once for each condition, where the `--for` of `delete` or `purge` lists several recorded ones.

    Otherwise the command line alone.
    """
    for place, (option, value) in enumerate(pairwise(line)):
        if line[0] not in ("delete", "purge") or option != "--for" or reader.spelling(value) is not None:
            continue
        names = [name for each in listed_names(value) if (name := reader.spelling(each)) is not None]
        if len(names) > 1:
            return [[*line[: place + 1], name, *line[place + 2 :]] for name in names]
    return [[*line]]


def meant_purge(words: Sequence[str], options: list[str], reader: Reader) -> Iterator[list[str]]:
    """One entry or one condition; never less than that, which would purge everything that was deleted."""
    text = " ".join(words)
    if text.casefold().startswith("last") and (kind := kind_of_label(text)) is not None:
        # What is removed for good is named by its own id, not by what may have been typed since.
        newest = reader.newest(kind)
        yield from [] if newest is None else [["purge", newest.label, *options]]
        return
    id_, *more = with_id_first(words)
    condition = reader.spelling(text)
    if is_id(id_) and not more:
        yield ["purge", id_, *options]
    elif condition is not None:
        yield ["purge", "--for", condition, *options]


def meant_deletions(words: Sequence[str], reader: Reader) -> list[list[str]]:
    """All that the words name, ids or one condition; none where a word is neither, so that nothing goes by mistake."""
    condition = reader.spelling(" ".join(words))
    if condition is not None:
        return [["delete", "--for", condition]]
    nouns = [word for word in words if folded(word) not in _ALL | _AROUND_ALL]
    if len(nouns) == 1 and is_noun(nouns[0]):
        # Which one is seen in the list of them.
        last = f"last-{folded(nouns[0])}"
        lines = [guessed_listing(nouns, reader), ["delete", last] if kind_of_label(last) is not None else []]
        return [line for line in lines if line]
    bare = [word for word in words if folded(word) not in _AROUND_LAST]
    is_last = len(bare) < len(words) and folded("".join(bare[:1])).startswith("last")
    ids = ids_in(labels_of(bare) if is_last else words)
    return [["delete", *ids]] if ids else []

"""What is meant by words behind `undo` and `redo`: so many changes, or entries."""

from collections.abc import Iterator, Sequence

from paintrack.commands._shared.guidance.meanings.named_ids import ids_in, is_noun
from paintrack.commands._shared.guidance.suggestions.by_command.removing.undeletion import (
    bringing_back,
    is_deleted,
    is_recorded,
    of_one_change,
)
from paintrack.commands._shared.id_resolution import labels_of
from paintrack.errors import NothingToDoError
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader
from paintrack.views.refusals.not_found_refusals import no_steps, too_few_steps

# `undo all` of a long diary is a new diary.
_MOST_STEPS = 50


def meant_steps(command: str, words: Sequence[str], options: list[str], reader: Reader) -> Iterator[list[str]]:
    """So many changes, or what happened last to entries: what is deleted comes back, what is there goes."""
    labels = labels_of(words)
    ids = ids_in(labels) if "last" not in labels else []
    numbers = [word for word in words if word.isdecimal() and word.isascii() and int(word)]
    # A number without what it numbers means so many changes, more likely.
    is_number = len(numbers) == 1 and not any(map(is_noun, words))
    if is_number:
        yield from _counted_steps(command, numbers[0], ids, options, reader)
    elif ids and (command == "redo" or all(is_deleted(each, reader) for each in ids)):
        yield [*bringing_back(ids, reader), *options]
    else:
        yield ["delete", *ids, *options] if ids else [command, *options]
        steps = reader.steps_to_undo if command == "undo" else reader.steps_to_redo
        # They are shown before it is asked.
        if not ids and {"all", "everything"} & {*map(folded, words)} and (count := len(steps(_MOST_STEPS))) > 1:
            yield [command, "--steps", f"{count}", *options]


def _counted_steps(
    command: str, number: str, ids: Sequence[str], options: list[str], reader: Reader
) -> Iterator[list[str]]:
    """So many changes, if there are so many; and the other meaning of the number, the id of an entry.

    Raises NothingToDoError where it means neither.
    """
    steps = (reader.steps_to_undo if command == "undo" else reader.steps_to_redo)(int(number))
    lines = [[command, *(["--steps", number] if int(number) > 1 else [])]] if len(steps) == int(number) else []
    if ids and all(is_deleted(each, reader) for each in ids):
        lines += [line for line in [of_one_change(ids, reader)] if line and line not in lines]
    elif command == "undo" and ids and all(is_recorded(each, reader) for each in ids):
        lines.append(["delete", *ids])
    if not lines:
        if not steps:
            raise NothingToDoError(no_steps(is_undo=command == "undo"))
        raise NothingToDoError(too_few_steps(len(steps), is_undo=command == "undo"))
    yield from ([*line, *options] for line in lines)

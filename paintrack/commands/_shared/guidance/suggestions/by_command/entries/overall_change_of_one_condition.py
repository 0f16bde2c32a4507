"""`overall better --for neck`: `overall` takes no condition, so a score of that condition is suggested instead."""

from collections.abc import Sequence

from paintrack.commands._shared.guidance.command_arguments_and_examples import SCORE_IN_EXAMPLE
from paintrack.commands._shared.guidance.meanings.word_classification import is_change
from paintrack.model.typed.typed_text import folded
from paintrack.storage.reader import Reader

# What a change is since or compared with, which `overall` does not say: it is always since the course began.
_COMPARING = {"since", "than", "after", "from", "for", "compared"}


def meant_of_change(arguments: Sequence[str]) -> list[list[str]]:
    """The command line with the change as the note of a score; `overall` itself where no condition is typed.

    >>> meant_of_change(["better", "--for", "neck"])
    [['rate', 'SCORE', '--for', 'neck', '--note', 'better']]
    >>> meant_of_change(["a bit", "better", "--for"])
    [['overall', 'a bit', 'better']]
    """
    place = next((place for place, each in enumerate(arguments) if each.partition("=")[0] == "--for"), len(arguments))
    words, name = arguments[:place], [arguments[place].removeprefix("--for").removeprefix("="), *arguments[place + 1 :]]
    condition = " ".join(filter(None, name))
    if not is_change(" ".join(words)) or any(each.startswith("-") for each in name):
        return []
    if not condition:
        return [["overall", *words]]
    return [["rate", SCORE_IN_EXAMPLE, "--for", condition, "--note", " ".join(words)]]


def meant_of_comparison(words: Sequence[str], reader: Reader) -> list[list[str]]:
    """The command lines for a change with more words around it: `worse since tuesday`, `neck better`."""
    for length in range(len(words) - 1, 0, -1):
        for start in (0, len(words) - length):
            change, rest = words[start : start + length], [*words[:start], *words[start + length :]]
            if not is_change(" ".join(change)):
                continue
            if (condition := reader.spelling(" ".join(rest))) is not None:
                return meant_of_change([*change, "--for", condition])
            if folded(rest[0]) in _COMPARING:
                return [["overall", *change], ["note", *words]]
    return []

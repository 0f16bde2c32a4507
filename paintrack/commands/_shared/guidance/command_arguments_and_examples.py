"""What words a command takes outside its options, and an example of each command that works as it stands."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from paintrack.commands._shared.completion.shell_line import QUOTING
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score


def is_id(word: str) -> bool:
    """Whether it names an entry: `12`, `r5`, `last`, `last-reading`."""
    return bool(re.fullmatch(r"[a-z]?[0-9]{1,15}|last(-[a-z]+)*", word.casefold(), re.ASCII))


def _is_file(word: str) -> bool:
    return word == "-" or word.endswith((".csv", ".json"))


def _is_purged_id(word: str) -> bool:
    """Whether it names an entry that `purge` takes: never the last one, which is not deleted."""
    return is_id(word) and not word.casefold().startswith("last")


def _is_copy(word: str) -> bool:
    return "." in word or "/" in word


# The file for a format that is named instead of one.
EXPORTED_FILES = {
    **dict.fromkeys(("csv", "excel", "spreadsheet"), ("history.csv",)),
    "json": ("history.json",),
    "fhir": ("history.fhir.json", "--format", "fhir"),
}


class TakesWords(NamedTuple):
    """From `least` to `most` words that fit; `example` stands in the place of words that are missing.

    Beside words for something else `placeholders` do, so that no value is made up for what was typed.
    """

    fits: Callable[[str], bool] = lambda _: False
    least: int = 0
    most: int = 0
    example: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()

    def are_right(self, words: Sequence[str]) -> bool:
        """Whether these words are right; options are not looked at."""
        if len(words) == len(self.placeholders) > 0:
            pairs = zip(words, self.placeholders, strict=True)
            return all(word == placeholder or self.fits(word) for word, placeholder in pairs)
        return self.least <= len(words) <= self.most and all(map(self.fits, words))


_NO_WORDS = TakesWords()
# Stands for a score that only the person knows.
SCORE_IN_EXAMPLE = "SCORE"
_ONE_SCORE = TakesWords(is_score, 1, 1, ("7",), (SCORE_IN_EXAMPLE,))
_ONE_ID = TakesWords(is_id, 1, 1, ("last",))
# Without any word or option these ask for one, and off a terminal refuse.
NEED_WORDS = {"delete", "effect", "note", "question"}
# Options of `edit` that change nothing by themselves.
SELECT_OR_SHOW = {"--for", "--json", "--db", "-q", "--quiet", "--plain", "--ascii", "--no-color", "--no-input"}
WORDS_OF_COMMANDS = {
    "before": _ONE_SCORE,
    "after": _ONE_SCORE._replace(example=("3",)),
    "rate": _ONE_SCORE._replace(example=("5",)),
    "log": TakesWords(is_score, 0, 2, ("7", "3"), ("BEFORE", "AFTER")),
    "peg": TakesWords(is_score, 3, 3, ("6", "7", "5"), (SCORE_IN_EXAMPLE,) * 3),
    **dict.fromkeys(("show", "edit"), _ONE_ID),
    "delete": TakesWords(is_id, 0, 99, ("last",)),
    **dict.fromkeys(
        ("undo", "redo", "status", "list", "trend", "summary", "compare", "costs", "demo", "remind", "file"), _NO_WORDS
    ),
    "backup": TakesWords(lambda word: _is_copy(word) and not word.endswith(".age"), 0, 1),
    "restore": TakesWords(_is_copy, 1, 1),
    "merge": TakesWords(_is_copy, 1, 1),
    "purge": TakesWords(_is_purged_id, 0, 1),
    "completion": TakesWords(
        lambda word: folded(word) in ("install", "show", "uninstall", *QUOTING), 1, 2, ("install",)
    ),
    "plan": TakesWords(lambda word: folded(word) in ("set", "end"), 0, 1),
    "export": TakesWords(_is_file, 1, 1, ("history.csv",)),
    "import": TakesWords(_is_file, 1, 1),
}


def example_line(command: str) -> list[str]:
    """The command with an example of the words that it takes; TEXT for one that takes any.

    >>> example_line("after"), example_line("note")
    (['after', '3'], ['note', 'TEXT'])
    """
    takes = WORDS_OF_COMMANDS.get(command)
    examples = {**dict.fromkeys(("effect", "note", "question"), ("TEXT",)), "overall": ("better",)}
    return [command, *(takes.example if takes else examples.get(command, ()))]

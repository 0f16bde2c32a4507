"""A new name that says something else: a number, a time, a point, a name of the other kind. Asked about, or refused.

Loaded only when a name is new.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.parsing import points_among
from paintrack.commands._shared.typer_invocation import typed_command, typed_command_with, typed_parts
from paintrack.errors import PaintrackError, UsageError
from paintrack.model.typed.dates.times_offered_instead import past_moment
from paintrack.model.typed.typed_text import folded, isolated
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader
from paintrack.views.refusals.name_refusals import value_typed_as_name

# The scores that a command takes as words.
_MOST_SCORES = {"before": 1, "rate": 1, "log": 2}
_KINDS = {"--for": "condition", "--with": "practitioner"}
_POINT_CODE = re.compile("[a-z]{2,}[0-9]+")


class OtherMeaning(NamedTuple):
    """What was `typed` behind an `option`, as a `noun` (`a time`), and the words that say so: `--at yesterday`."""

    option: str
    typed: str
    noun: str
    words: tuple[str, ...]


def other_meanings(new: Iterable[tuple[str, str]], reader: Reader, now: datetime) -> list[OtherMeaning]:
    """What else the new names say; `new` are pairs of an option and the name as typed behind it."""
    meanings = (_other_meaning(option, text, reader, now) for option, text in new if option in _KINDS)
    return [each for each in meanings if each is not None]


def require_names(context: Context, meanings: Iterable[OtherMeaning]) -> None:
    """Ask whether each is a name all the same.

    Off a terminal, and where it is none, raises UsageError with a command line for what is meant and for the name.
    """
    for each in meanings:
        question = f"{isolated(each.typed)} is {each.noun}. Is it the name of a {_KINDS[each.option]}?"
        if not (context.console.may_ask and context.console.confirm(question)):
            meant, with_new = _with_meaning(each), typed_command_with("--new")
            raise UsageError(value_typed_as_name(each.typed, each.noun, _KINDS[each.option], meant, with_new))


def _other_meaning(option: str, text: str, reader: Reader, now: datetime) -> OtherMeaning | None:
    words = text.split()
    if re.search(r"\d", text) and not any(map(str.isalpha, text)):
        return OtherMeaning(option, text, "a number", (*words,) if all(map(is_score, words)) else ())
    if option == "--for" and (name := reader.practitioner_spelling(text)) is not None:
        return OtherMeaning(option, text, "a practitioner", ("--with", name))
    if option == "--with" and (name := reader.spelling(text)) is not None:
        return OtherMeaning(option, text, "a condition", ("--for", name))
    if option == "--for" and all(_POINT_CODE.fullmatch(folded(each)) and points_among([each]) for each in words):
        return OtherMeaning(option, text, "a point" if len(words) == 1 else "points", ("--points", text))
    try:
        past_moment(text, now)
    except PaintrackError:
        return None
    return OtherMeaning(option, text, "a time", ("--at", text))


def _with_meaning(meaning: OtherMeaning) -> list[str]:
    """The command line with what is meant in the place of the name; empty where the command does not take it."""
    command, *arguments = typed_command()
    parts = typed_parts()
    typed = {part.option for part in parts}
    if command not in _MOST_SCORES or not meaning.words or "--rest-of" in typed:
        return []
    if is_score(meaning.words[0]):
        takes = sum(len(part.words) for part in parts) + len(meaning.words) <= _MOST_SCORES[command]
    else:
        takes = meaning.words[0] not in typed and (command != "rate" or meaning.words[0] == "--at")
    replaced = _in_place(arguments, meaning.option, meaning.typed, meaning.words) if takes else []
    return [command, *replaced] if replaced else []


def _in_place(arguments: Sequence[str], option: str, text: str, words: Sequence[str]) -> list[str]:
    """The arguments with `words` in the place of the option and its value; empty where it was typed otherwise."""
    for at, each in enumerate(arguments):
        name, has_value, value = each.partition("=")
        length = 1 if has_value else 2
        if name == option and folded(value if has_value else " ".join(arguments[at + 1 : at + 2])) == folded(text):
            return [*arguments[:at], *words, *arguments[at + length :]]
    return []

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
from paintrack.model.displayed_text import isolated
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.dates.suggested_times import past_moment
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.score import is_score
from paintrack.storage.reader import Reader
from paintrack.views.refusals.name_refusals import value_typed_as_name

# The scores that a command takes as words.
_MOST_SCORES = {"before": 1, "rate": 1, "log": 2}
_POINT_CODE = re.compile("[a-z]{2,}[0-9]+")


class OtherMeaning(NamedTuple):
    """What was `typed` as a name of the `kind` but is a `noun` (`a time`), and the words that say so: `--at yesterday`.

    `option` is that before it, empty for a word outside options.
    """

    option: str
    kind: NameKind
    typed: str
    noun: str
    words: tuple[str, ...]


def other_meanings(
    new: Iterable[tuple[str, str]], reader: Reader, now: datetime, *, are_practitioners: bool = False
) -> list[OtherMeaning]:
    """What else the new names say; `new` are pairs of an option and the name as typed behind it.

    `are_practitioners`: names outside options are those of practitioners, not of conditions.
    """
    meanings = []
    for option, text in new:
        is_practitioner = option == "--with" or (are_practitioners and not option)
        kind = NameKind.PRACTITIONER if is_practitioner else NameKind.CONDITION
        if (noun_and_words := _other_meaning(kind, text, reader, now)) is not None:
            meanings.append(OtherMeaning(option, kind, text, *noun_and_words))
    return meanings


def require_names(context: Context, meanings: Iterable[OtherMeaning]) -> None:
    """Ask whether each is a name all the same.

    Off a terminal, and where it is none, raises UsageError with a command line for what is meant and for the name.
    """
    for each in meanings:
        question = f"{isolated(each.typed)} is {each.noun}. Is it the name of a {each.kind.value}?"
        if not (context.console.may_ask and context.console.confirm(question)):
            meant, with_new = _with_meaning(each), typed_command_with("--new")
            raise UsageError(value_typed_as_name(each.typed, each.noun, each.kind.value, meant, with_new))


def _other_meaning(kind: NameKind, text: str, reader: Reader, now: datetime) -> tuple[str, tuple[str, ...]] | None:
    """The noun of what the name of that kind says otherwise, and the words that say so."""
    words, is_condition = text.split(), kind is NameKind.CONDITION
    if re.search(r"\d", text) and not any(map(str.isalpha, text)):
        return "a number", (*words,) if all(map(is_score, words)) else ()
    if is_condition and (name := reader.practitioner_spelling(text)) is not None:
        return "a practitioner", ("--with", name)
    if not is_condition and (name := reader.spelling(text)) is not None:
        return "a condition", ("--for", name)
    if is_condition and all(_POINT_CODE.fullmatch(folded(each)) and points_among([each]) for each in words):
        return "a point" if len(words) == 1 else "points", ("--points", text)
    try:
        past_moment(text, now)
    except PaintrackError:
        return None
    return "a time", ("--at", text)


def _with_meaning(meaning: OtherMeaning) -> list[str]:
    """The command line with what is meant in the place of the name; empty where the command does not take it."""
    command, *arguments = typed_command()
    parts = typed_parts()
    typed = {part.option for part in parts}
    takes_words = meaning.option in ("--for", "--with") and command in _MOST_SCORES and "--rest-of" not in typed
    if not takes_words or not meaning.words:
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

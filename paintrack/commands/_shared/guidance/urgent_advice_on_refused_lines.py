"""Urgent advice on the words of a command line that is refused: whoever needs help may type it in any place."""

import re
from collections.abc import Sequence

from paintrack.commands._shared.terminal.db_option_in_shown_commands import typed_database
from paintrack.commands._shared.urgent_advice import has_word, is_shown, show_urgent_advice
from paintrack.errors import PaintrackError
from paintrack.model.name_kind import NameKind
from paintrack.model.settings import SETTINGS
from paintrack.model.symptoms.side_effect_recognition import urgent_advice
from paintrack.model.typed.typed_text import folded
from paintrack.storage.file.location import database_path
from paintrack.storage.file.reader_and_writer_opening import open_reader

# Options whose values are names of files, or what is searched for in old entries.
SILENT_OPTIONS = {"--db", "-o", "--output", "--salvage", "--grep"}
_FILE_NAME = re.compile(r".*\w\.[a-z]\w{0,7}", re.DOTALL)


def advise_on_refused_words(word: str, arguments: Sequence[str]) -> None:
    """Show urgent advice on the words of a command line that is refused, unless it has been shown already.

    Names in the diary, names of files and values of settings are no news and bring none.
    """
    texts = [
        text for text in _texts(word, arguments) if has_word(text) and not all(map(is_shown, urgent_advice([text])))
    ]
    if not texts:
        return
    recorded = _recorded_names(arguments)
    show_urgent_advice([text for text in texts if folded(text.partition("=")[0]) not in recorded])


def _texts(word: str, arguments: Sequence[str]) -> list[str]:
    """The words outside options, as one text, and for each option its value with the words behind it.

    Behind a value may stand more of it, where it lacks quotation marks: `--at chest pain`.
    """
    texts = [list[str]()]
    remaining = iter(arguments)
    for argument in remaining:
        option, has_value, value = argument.partition("=")
        if option in SILENT_OPTIONS:
            if not has_value:
                next(remaining, None)
        elif argument.startswith("-") and " " not in option:
            texts.append([value])
        elif not _FILE_NAME.fullmatch(argument):
            texts[-1].append(argument)
    if word == "config" and {*texts[0][:1]} & {"set", "clear", *SETTINGS}:
        del texts[0]
    return [" ".join(each) for each in texts]


def _recorded_names(arguments: Sequence[str]) -> set[str]:
    """The names of conditions and practitioners in the diary, folded; none where it cannot be read."""
    try:
        with open_reader(database_path(typed_database(arguments))) as reader:
            kinds = (NameKind.CONDITION, NameKind.PRACTITIONER)
            return {folded(each.name) for kind in kinds for each in reader.recorded_names(kind)}
    except PaintrackError:
        return set()

"""A command line with its options and their values in the forms that its command takes."""

from collections.abc import Sequence
from datetime import date

from typer.core import TyperOption

from paintrack.commands._shared.guidance.meanings.foreign_date_formats import with_plain_dates
from paintrack.commands._shared.guidance.meanings.value_guesses import with_plain_values, with_written_file
from paintrack.commands._shared.guidance.option_guesses import (
    with_file_as_word,
    with_option_as_word,
    with_own_options,
    with_rating_of_also,
    with_scores_as_words,
    without_needless_options,
)
from paintrack.commands._shared.guidance.suggestions.by_command.conditions_and_practitioners import is_word_of
from paintrack.commands._shared.id_resolution import kind_of_label
from paintrack.commands._shared.typer_invocation import FREE_TEXT
from paintrack.storage.reader import Reader


def plain_arguments(
    command: str, arguments: Sequence[str], options: Sequence[TyperOption], reader: Reader, today: date
) -> list[str]:
    """The arguments with each option under its own name and with a value that it takes, where that is clear."""
    # The text of a note or question is not the note of a session.
    is_text = command == "edit" and {kind_of_label(word) for word in arguments} & {"note", "question"}
    own = [each for each in options if not is_text or "--note" not in each.opts]
    needed = without_needless_options(command, with_scores_as_words(command, arguments, own), own)
    plain = with_own_options(with_written_file(command, with_rating_of_also(command, needed), own), own)
    plain = with_file_as_word(command, plain, own)
    plain = with_option_as_word(plain, own, lambda word: is_word_of(command, word, reader))
    if command not in FREE_TEXT and not is_text:
        plain = with_plain_dates(plain, own, reader)
    return with_plain_values(plain, own, today)

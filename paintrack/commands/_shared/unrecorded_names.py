"""A filter by a name that is not recorded: a warning, with the name that may be meant."""

import sys

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.terminal.stream_output import terminal_width
from paintrack.model.recorded_name import NameKind
from paintrack.model.typed.typed_text import visible_line
from paintrack.storage.reader import Reader
from paintrack.views.text_layout import fill


def warn_of_unrecorded(
    context: Context,
    reader: Reader,
    condition: str | None,
    practitioner: str | None,
    *,
    without_neighbour: bool = False,
) -> None:
    """Say on standard error that a name is not recorded, with the recorded one that it may be a slip for.

    Where it is a slip for none, only `without_neighbour`: for a command that is silent about what is missing. Where no
    name of its kind is recorded at all, a command says that there is nothing yet.
    """
    typed = [(NameKind.CONDITION, condition, "for"), (NameKind.PRACTITIONER, practitioner, "with")]
    for kind, name, preposition in typed:
        if name is None or _is_recorded(reader, kind, name) or not (names := reader.recorded_names(kind)):
            continue
        from paintrack.model.typed.name_slips import slip_of

        meant = slip_of(name, [each.name for each in names])
        if meant is not None or without_neighbour:
            question = "" if meant is None else f" Did you mean {visible_line(meant)}?"
            sentence = f"Nothing is recorded {preposition} {visible_line(name)}.{question}"
            context.console.warn(fill(sentence, terminal_width(sys.stderr), whole_words=True))


def _is_recorded(reader: Reader, kind: NameKind, name: str) -> bool:
    spelling = reader.spelling if kind is NameKind.CONDITION else reader.practitioner_spelling
    return spelling(name) is not None

"""Suggested command lines whose names are new and much like old ones: the old one is meant, or a new one for sure."""

from collections.abc import Iterable, Sequence

from typer.core import TyperOption

from paintrack.commands._shared.guidance.typed_line import parts_of
from paintrack.commands._shared.names.new_names import slips_among
from paintrack.storage.reader import Reader

_NAMES = ("--for", "--with")
_NEW = "--new"


def with_old_names(line: Sequence[str], options: Iterable[TyperOption], reader: Reader) -> list[list[str]]:
    """The command line with the old names, and with the new ones and `--new`; itself where no name is like another.

    As it stands it would be refused, or asked about, for its names: `--for back` beside a recorded lower back.
    """
    parts = parts_of(line[1:], options) or []
    names = [(part.option, part.value or "") for part in parts if part.option in _NAMES]
    is_recording = any(_NEW in option.opts for option in options) and _NEW not in line
    if not names or not is_recording:
        return [[*line]]
    new = [(option, name) for option, name in names if _spelling(option, name, reader) is None]
    slips = slips_among(new, reader, typed=names)
    if not slips:
        return [[*line]]
    pairs = zip(["", *line], line, strict=False)
    return [[slips.get((option, word), word) for option, word in pairs], [*line, _NEW]]


def _spelling(option: str, name: str, reader: Reader) -> str | None:
    return reader.spelling(name) if option == "--for" else reader.practitioner_spelling(name)

"""Suggested command lines with a name that is much like an old one, or that is a practitioner behind `for`."""

from collections.abc import Iterable, Mapping, Sequence

from typer.core import TyperOption

from paintrack.commands._shared.guidance.command_line_parts import parts_of
from paintrack.commands._shared.names.new_names import slips_among
from paintrack.model.name_kind import NameKind
from paintrack.model.typed.names.short_names import short_form_of
from paintrack.model.typed.typed_text import folded
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
    if slips := slips_among(new, reader, typed=names):
        return [_with_names(line, slips), [*line, _NEW]]
    pains = {(option, name): old for option, name in new if option == "--for" and (old := _without_pain(name, reader))}
    # No command asks about this one: `neck pain` beside a recorded neck.
    return [_with_names(line, pains), [*line]] if pains else [[*line]]


def _with_names(line: Sequence[str], names: Mapping[tuple[str, str], str]) -> list[str]:
    """The command line with these names, each behind its option, replaced by the names that they map to."""
    return [names.get((option, word), word) for option, word in zip(["", *line], line, strict=False)]


def _without_pain(name: str, reader: Reader) -> str | None:
    """The recorded condition that the name consists of apart from `pain` or `ache` at its end; else None."""
    plain = folded(name).removesuffix(" pain").removesuffix(" ache")
    return reader.spelling(plain) if plain != folded(name) else None


def _spelling(option: str, name: str, reader: Reader) -> str | None:
    return reader.spelling(name) if option == "--for" else reader.practitioner_spelling(name)


def for_person(named: list[str], reader: Reader) -> list[str]:
    """The options with `--with` for a recorded practitioner behind `for`: `for Dr Li`; others as they are."""
    option, value, *more = named
    if option != "--for" or "--with" in more or reader.spelling(value) is not None:
        return named
    recorded = [each.name for each in reader.recorded_names(NameKind.PRACTITIONER)]
    person = reader.practitioner_spelling(value) or short_form_of(value, recorded, NameKind.PRACTITIONER)
    return named if person is None else ["--with", person, *more]

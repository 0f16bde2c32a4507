"""A filter by a name that is not recorded: a warning, with the name that may be meant."""

from collections.abc import Sequence

from paintrack.commands._shared.context import Context
from paintrack.model.recorded_name import NameKind
from paintrack.storage.reader import Reader
from paintrack.views.text_layout import fill


def warn_of_unrecorded(
    context: Context,
    reader: Reader,
    condition: str | None,
    practitioner: str | None,
    *,
    reports_any_condition: bool = False,
) -> None:
    """Say on standard error that a name is not recorded, with the recorded ones that may be meant.

    If none may be meant, a condition is reported only with `reports_any_condition`, for a command that would not say
    itself that there is nothing; for a practitioner the recorded ones are named, as they are few. If no name of its
    kind is recorded at all, there is no warning, because the command itself says that there is nothing yet.
    """
    typed = [(NameKind.CONDITION, condition, "for"), (NameKind.PRACTITIONER, practitioner, "with")]
    for kind, name, preposition in typed:
        if name is None or _is_recorded(reader, kind, name) or not (names := reader.recorded_names(kind)):
            continue
        from paintrack.model.typed.names.short_names import names_meant
        from paintrack.views.refusals.name_refusals import nothing_recorded

        recorded = [each.name for each in names]
        meant = names_meant(name, recorded, kind)
        if meant or reports_any_condition or kind is NameKind.PRACTITIONER:
            sentence = nothing_recorded(name, preposition, meant, recorded)
            context.console.warn(fill(sentence, context.console.error_width, whole_words=True))


def all_recorded(reader: Reader, condition: str | None, practitioner: str | None) -> bool:
    """Whether each of the names that are given is recorded."""
    names = ((NameKind.CONDITION, condition), (NameKind.PRACTITIONER, practitioner))
    return all(name is None or _is_recorded(reader, kind, name) for kind, name in names)


def meant_first(names: Sequence[str], typed: str) -> list[str]:
    """The names of conditions, first those that may be meant by the unrecorded name `typed`."""
    from paintrack.model.typed.names.short_names import names_meant

    return [*dict.fromkeys((*names_meant(typed, names, NameKind.CONDITION), *names))]


def _is_recorded(reader: Reader, kind: NameKind, name: str) -> bool:
    spelling = reader.spelling if kind is NameKind.CONDITION else reader.practitioner_spelling
    return spelling(name) is not None

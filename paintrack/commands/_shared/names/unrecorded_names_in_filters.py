"""A filter by a name that is not recorded: a warning, with the name that may be meant."""

from collections.abc import Sequence

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.model.name_kind import NameKind
from paintrack.storage.reader import Reader
from paintrack.views.text_layout import fill


def warn_of_unrecorded(
    context: Context,
    reader: Reader,
    condition: str | None,
    practitioner: str | None,
    *,
    reports_any_condition: bool = False,
) -> list[str]:
    """Say on standard error that a name is not recorded, with the recorded ones that may be meant; urgent advice first.

    Gives the conditions that may be meant by one that is not recorded, so that the answer need not name them again.

    If none may be meant, a condition is reported only with `reports_any_condition`, for a command that would not say
    itself that there is nothing; for a practitioner the recorded ones are named, as they are few. If no name of its
    kind is recorded at all, there is no warning, because the command itself says that there is nothing yet.
    """
    conditions_meant: list[str] = []
    typed = [(NameKind.CONDITION, condition, "for"), (NameKind.PRACTITIONER, practitioner, "with")]
    for kind, name, preposition in typed:
        if name is None or _is_recorded(reader, kind, name):
            continue
        # What is recorded for weeks is no news; anything else may be a cry for help.
        show_urgent_advice([name])
        if not (names := reader.recorded_names(kind)):
            continue
        from paintrack.model.typed.names.short_names import names_meant
        from paintrack.views.refusals.name_refusals import nothing_recorded

        recorded = [each.name for each in names]
        meant = names_meant(name, recorded, kind)
        if meant or reports_any_condition or kind is NameKind.PRACTITIONER:
            sentence = nothing_recorded(name, preposition, meant, recorded)
            context.console.warn(fill(sentence, context.console.error_width, whole_words=True))
        if kind is NameKind.CONDITION:
            conditions_meant += meant
    return conditions_meant


def show_meant(context: Context, command: str, conditions: Sequence[str]) -> None:
    """Show, in place of an answer, the command line for each of the conditions that `warn_of_unrecorded` gave."""
    from paintrack.views.refusals.name_refusals import see_instead

    context.console.say(see_instead(command, conditions))


def all_recorded(reader: Reader, condition: str | None, practitioner: str | None) -> bool:
    """Whether each of the names that are given is recorded."""
    names = ((NameKind.CONDITION, condition), (NameKind.PRACTITIONER, practitioner))
    return all(name is None or _is_recorded(reader, kind, name) for kind, name in names)


def _is_recorded(reader: Reader, kind: NameKind, name: str) -> bool:
    spelling = reader.spelling if kind is NameKind.CONDITION else reader.practitioner_spelling
    return spelling(name) is not None

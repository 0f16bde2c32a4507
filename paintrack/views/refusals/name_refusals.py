"""Names of conditions and practitioners that need a decision: new ones much like old ones, or several in one.

A command line is given as its words without `paintrack`.
"""

from collections.abc import Sequence

from paintrack.model.displayed_text import isolated, listed, shell_quoted
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.text_layout import with_full_stop

_MOST_NAMED = 5  # sessions, names


def much_like_old_names(
    new: Sequence[str], old: Sequence[str], with_old: Sequence[str], with_new: Sequence[str] | None
) -> str:
    """Says that `new` names are much like `old` ones, with the command line for either.

    `with_new` is None if new names are not possible.
    """
    new, old = ([*dict.fromkeys(map(isolated, names))] for names in (new, old))
    is_one = len(new) == 1
    lines = [
        f"{listed(new, 'and')} {'is' if is_one else 'are'} new, and much like {listed(old, 'and')}.",
        f"  To use {'the old name' if is_one else 'the old names'}: {command_line(with_old)}",
    ]
    if with_new is not None:
        lines.append(f"  To save {'a new one' if is_one else 'new ones'}: {command_line(with_new)}")
    return "\n".join(lines)


def value_typed_as_name(name: str, noun: str, kind: str, meant: Sequence[str], with_new: Sequence[str]) -> str:
    """Says that a new name of a condition or practitioner is something else, a `noun` such as `a time`.

    `meant` is the command line that takes it as that, perhaps empty; `with_new` the one that saves it as a name.
    """
    lines = [f"{isolated(name)} is {noun}, and no {kind} has that name yet."]
    if meant:
        lines.append(f"  As {noun}: {command_line(meant)}")
    lines.append(f"  As a new name: {command_line(with_new)}")
    return "\n".join(lines)


def much_like_one_name(
    new: Sequence[str], old: str, with_old: Sequence[Sequence[str]], with_new: Sequence[str] | None
) -> str:
    """Says that several new names are much like one old one, which is rated once.

    `with_old` has the command line for the scores of each, perhaps none; `with_new` as for `much_like_old_names`.
    """
    name = isolated(old)
    lines = [
        f"{listed([*map(isolated, new)], 'and')} are new, and much like {name}. Give the scores of {name} once.",
        *(f"  As {name}: {command_line(each)}" for each in with_old),
    ]
    if with_new is not None:
        lines.append(f"  To save new ones: {command_line(with_new)}")
    return "\n".join(lines)


def unnamed_condition_rated_twice(usual: str, with_another: Sequence[str]) -> str:
    """Says that a condition of `--also` is the one that is rated without `--for`, and how to rate another beside it."""
    return f"{_without_for(usual)}, and --also rates it, too. To rate another beside it: {command_line(with_another)}"


def _without_for(usual: str) -> str:
    return f"Without --for, the condition is {isolated(usual)}"


def much_like_rated_name(
    new: str, old: str, with_new: Sequence[str] | None, with_another: Sequence[str] | None = None
) -> str:
    """Says that a new name is much like one that the same command rates; `with_new` as for `much_like_old_names`.

    `with_another` is the command that rates another condition, where the old one is rated because none was named.
    """
    name = isolated(old)
    sentence = (
        f"{isolated(new)} is new, and much like {name}, which is rated here, too. Give the scores of {name} once."
    )
    if with_another is not None:
        sentence = (
            f"{isolated(new)} is new, and much like {name}. {_without_for(old)}.\n"
            f"  To rate another beside it: {command_line(with_another)}"
        )
    return sentence if with_new is None else f"{sentence}\n  To save a new one: {command_line(with_new)}"


def much_like_rated_name_question(new: str, old: str) -> str:
    """Whether such a name is to be saved all the same."""
    return f"{isolated(new)} is new, and much like {isolated(old)}, which is rated here, too. Save it as a new one?"


def nothing_recorded(name: str, preposition: str, meant: Sequence[str], recorded: Sequence[str]) -> str:
    """Says that nothing is recorded for a condition or with a practitioner, and which names may be `meant`.

    If none may be meant, it names some that are `recorded`, in their order.
    """
    sentence = with_full_stop(f"Nothing is recorded {preposition} {isolated(name)}")
    if meant:
        return f"{sentence} Did you mean {listed([*map(isolated, meant)])}?"
    more = len(recorded) - _MOST_NAMED
    names = [*map(isolated, recorded[:_MOST_NAMED]), *([f"{more} more"] if more > 0 else [])]
    return with_full_stop(f"{sentence} Recorded are: {listed(names, 'and')}")


def see_instead(command: str, conditions: Sequence[str]) -> str:
    """The command line for each of the conditions that may be meant, one or more, where nothing is recorded for one."""
    lines = [command_line([command, "--for", name]) for name in conditions]
    return "\n".join(["See one:", *(f"  {line}" for line in lines)]) if len(lines) > 1 else f"See one: {lines[0]}"


def several_in_one(names: Sequence[str], each: Sequence[str], as_one: str | None) -> str:
    """The question whether a name that lists several is one, with whole command lines for both answers.

    `each` are the lines for separate names, perhaps none; `as_one` is the line for one name, None if there is none.
    """
    shown = ", ".join(map(isolated, names))
    places = ["Each by itself:", *[" " * 15] * len(each)]
    return "\n".join(
        [
            f"Is {shown} one condition or {len(names)}?",
            *(f"  {place}  {line}" for place, line in zip(places, each, strict=False)),
            *([f"  One:             {as_one}"] if as_one is not None else []),
        ]
    )


def both_rated(labels: Sequence[str], old: str, new: str) -> str:
    """Says that sessions rate both conditions that are to be one; `labels` are their ids, one or more."""
    is_one, more = len(labels) == 1, len(labels) - _MOST_NAMED
    ids = [*labels[:_MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
    sessions = f"Session {ids[0]} rates" if is_one else f"Sessions {listed(ids, 'and')} rate"
    command = f"paintrack edit {labels[0]} --for {shell_quoted(old)} --clear before --clear after"
    return f"{sessions} both {old} and {new}. Take one of the two out first: {command}"

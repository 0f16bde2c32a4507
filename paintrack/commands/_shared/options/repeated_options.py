"""Options typed more than once, of which typer silently keeps the last, or with another one as their value."""

from collections.abc import Iterable, Iterator, Sequence

from typer.core import TyperOption

from paintrack.model.displayed_text import isolated, listed
from paintrack.views.text_layout import truncate

_LONGEST_VALUE = 40


def repetition_error(options: Iterable[TyperOption], arguments: Sequence[str]) -> str:
    """The sentence about an option for one value that was typed more than once; empty if there is none.

    Options for lists may be repeated, and so may flags; but `--private --public` is a contradiction.
    """
    values: dict[str, list[str]] = {}
    for option, value in _typed_options(options, arguments):
        if not option.multiple:
            values.setdefault(max(option.opts, key=len), []).append(value)
    for name, typed in values.items():
        if len(typed) > 1:
            times = "twice" if len(typed) == 2 else f"{len(typed)} times"
            quoted = [truncate(isolated(value), _LONGEST_VALUE, ascii_only=True) or "nothing" for value in typed]
            return f"{name} was given {times}: {listed(quoted, 'and')}. Give it once."
    return ""


def option_without_value(options: Sequence[TyperOption], arguments: Sequence[str]) -> str:
    """The first option whose value would be the name of another: `--for --json`; empty if there is none.

    Whoever does mean such a value types it behind `=`.
    """
    names = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    return next(
        (
            max(option.opts, key=len)
            for option, value in _typed_options(options, arguments)
            if value in names and not option.is_flag and f"{max(option.opts, key=len)}={value}" not in arguments
        ),
        "",
    )


def _typed_options(options: Iterable[TyperOption], arguments: Sequence[str]) -> Iterator[tuple[TyperOption, str]]:
    """Each option with its value, found as typer's parser finds them; unknown options are left to typer.

    Flags are left out, except those with an opposite (`--private`): each of their names that was typed comes once.
    """
    by_name = {name: option for option in options for name in (*option.opts, *option.secondary_opts)}
    flags = dict[str, TyperOption]()
    rest = iter(arguments)
    for word in rest:
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if not word.startswith("--"):
            name, equals, value = _short_option(word, by_name)
        option = by_name.get(name)
        if option is None:
            continue
        if not option.is_flag:
            yield option, value if equals else next(rest, "")
        elif option.secondary_opts:
            flags[name] = option
    yield from ((option, name) for name, option in flags.items())


def _short_option(word: str, by_name: dict[str, TyperOption]) -> tuple[str, str, str]:
    """The option in a word such as `-qoFILE`, as three texts like those of `partition("=")`: `-o`, `FILE`, `FILE`.

    The second is empty if the value is the next word; all three are empty if no option of the word takes a value.
    """
    for place, letter in enumerate(word[1:] if word.startswith("-") else "", 2):
        option = by_name.get(f"-{letter}")
        if option is None:
            break
        if not option.is_flag:
            return f"-{letter}", word[place:], word[place:]
    return "", "", ""

"""A command line that failed, taken apart as typer's parser does it: words, and options with their values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from typer.core import TyperOption

_SEPARATORS = {"--points": ","}
_NAMING = ("--for", "--with")
# Options whose value is a text: what stands right behind it was probably meant to belong to it.
TEXT_VALUES = {
    "--for", "--with", "--note", "--at", "--points", "--technique", "--took", "--side-effect", "--outcome", "--receipt",
    "--text", "--rename-for", "--since", "--until", "--point", "--overall", "--peg", "--also", "--cost", "--covered",
    "--grep", "--next", "--rest-of",
}  # fmt: skip


@dataclass(kw_only=True)
class Part:
    """An option with its value (None: a flag) and the words that stand behind it; without a name the first words."""

    option: str = ""
    value: str | None = None
    words: list[str] = field(default_factory=list)

    def with_words(self, words: Sequence[str]) -> "Part":
        """The option with these words as a part of its value."""
        return Part(
            option=self.option, value=_SEPARATORS.get(self.option, " ").join(filter(None, [self.value, *words]))
        )


def parts_of(arguments: Iterable[str], options: Iterable[TyperOption]) -> list[Part] | None:
    """The parts of a command line, the words before any option first; None where an option is not known."""
    by_name = {name: option for option in options for name in (*option.opts, *option.secondary_opts)}
    parts, remaining = [Part()], iter(arguments)
    for argument in remaining:
        if argument == "--":
            parts[-1].words += remaining
        elif not argument.startswith("-") or argument == "-":
            parts[-1].words.append(argument)
        else:
            name, equals, value = argument.partition("=")
            option = by_name.get(name)
            if option is None:
                return None
            has_value = not option.is_flag
            value_or_none = value if equals else next(remaining, None) if has_value else None
            if has_value and (value_or_none is None or (not equals and value_or_none in by_name)):
                return None
            parts.append(Part(option=name, value=value_or_none))
    return parts


def arguments_of(parts: Iterable[Part]) -> list[str]:
    """The options of the parts as words of a command line."""
    return [word for part in parts if part.option for word in (part.option, part.value) if word is not None]


def with_names_in_place(arguments: Sequence[str]) -> list[str]:
    """The arguments with NAME behind each option for a name that has no value.

    >>> with_names_in_place(["7", "3", "--for", "--at", "yesterday"])
    ['7', '3', '--for', 'NAME', '--at', 'yesterday']
    """
    following = [*arguments[1:], "--"]
    return [
        word
        for argument, after in zip(arguments, following, strict=False)
        for word in ([argument, "NAME"] if argument in _NAMING and after.startswith("--") else [argument])
    ]


def with_replaced(arguments: Sequence[str], typed: str, value: str) -> list[str] | None:
    """The arguments with `value` in the place of those that are `typed` together; None where none are."""
    length = len(typed.split(" "))
    for size in (1, length):
        for place in range(len(arguments) - size + 1):
            part = " ".join(arguments[place : place + size])
            option = part.removesuffix(typed)
            if part == typed or (option.startswith("--") and option.endswith("=")):
                return [*arguments[:place], f"{option}{value}", *arguments[place + size :]]
    return None


def with_words_behind_option(arguments: Sequence[str], options: Iterable[TyperOption]) -> Iterator[list[str]]:
    """The arguments with an option that stands last, without its value, in front of one, two, ... words before it."""
    takes_value = {name for option in options if not option.is_flag for name in option.opts}
    *words, last = [*arguments, *([] if arguments else [""])]
    if last not in takes_value:
        return
    for place in range(len(words) - 1, -1, -1):
        if words[place].startswith("-"):
            return
        yield [*words[:place], last, " ".join(words[place:])]


def without_repeats(lines: Iterable[list[str]]) -> list[list[str]]:
    """The command lines, each once."""
    return [[*line] for line in dict.fromkeys(map(tuple, lines))]

"""The table of names that people type for an option, and the options that are called otherwise."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import chain

from typer.core import TyperOption

# Names that people type, and the options that may be meant, the likeliest first.
_GUESSES = (
    ("when date time day on datetime", ("--at", "--since", "--next")),
    ("comment remark memo text notes description", ("--note", "--text")),
    ("condition symptom problem pain area what", ("--for",)),
    ("practitioner therapist doctor acupuncturist who by", ("--with",)),
    ("point acupoint acupoints", ("--points", "--point")),
    ("points", ("--point",)),
    ("method techniques treatment", ("--technique",)),
    ("effect effects side-effects sideeffect reaction", ("--side-effect",)),
    ("medicine medication meds pill pills drug painkiller", ("--took",)),
    ("price paid fee amount", ("--cost",)),
    ("insurance reimbursed refund", ("--covered",)),
    ("bill invoice", ("--receipt",)),
    ("and other others", ("--also",)),
    ("from after start begin", ("--since", "--at")),
    ("to before end till", ("--until",)),
    ("limit number count newest n lines", ("--last",)),
    ("search find contains filter word", ("--grep",)),
    ("group group-by per", ("--by",)),
    ("file out outfile save", ("--output",)),
    ("database path diary", ("--db",)),
    ("silent", ("--quiet",)),
    ("overwrite replace", ("--force",)),
    ("dryrun preview", ("--dry-run",)),
    ("no-colour nocolor", ("--no-color",)),
    ("confirm assume-yes", ("--yes",)),
)
# Options that are commands of their own.
_COMMANDS = {"--delete": "delete", "--remove": "delete", "--undo": "undo", "--purge": "purge"}
# Options for a score, of commands that take it as a word.
_SCORES = {
    "log": ("--before", "--after"), "before": ("--before", "--score"), "after": ("--after", "--score"),
    "rate": ("--score",),
}  # fmt: skip
_FILE_IS_A_WORD = ("backup", "export", "import", "restore", "merge")
_OF_FILES = {"-o", "--output", "--out", "--outfile", "--file", "-f", "--input", "-i"}
_MEANT = {f"--{name}": options for names, options in _GUESSES for name in names.split()}
GUESSED_OPTIONS = tuple(_MEANT)
# Options of other commands that say what these commands do without them.
_WITHOUT_SAYING = {
    "--list": ("config", "plan", "costs", "list", "conditions", "practitioners", "status"),
    "--another": ("log", "rate", "effect", "note", "question"),
    "--public": ("note", "question"),
}
# Options for a text, of commands that take it as their words.
_TEXT_IS_WORDS = {
    "note": ("--text", "--note", "--comment", "--message"),
    "question": ("--text", "--question", "--note", "--comment", "--message"),
    "effect": ("--text", "--note", "--comment"),
}
_SO_MANY = re.compile("-[1-9][0-9]{0,2}", re.ASCII)  # as `head -5` takes it
_RATING = re.compile(r"--also=(?P<condition>.+?)\s*=\s*(?P<before>[0-9.]*)(?::(?P<after>[0-9.]+))?", re.ASCII)


def with_own_options(arguments: Sequence[str], options: Iterable[TyperOption]) -> list[str]:
    """The arguments with each option that the command does not have under the name that is meant, if it has that."""
    own = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    typed: list[str] = []
    for place, argument in enumerate(arguments):
        if argument == "--":
            return [*typed, *arguments[place:]]
        if "--last" in own and "--last" not in arguments and _SO_MANY.fullmatch(argument):
            typed += ["--last", argument.removeprefix("-")]
            continue
        name, equals, value = _with_two_dashes(argument, own).partition("=")
        meant = () if name in own else _MEANT.get(name.casefold().replace("_", "-"), ())
        own_option = next((each for each in meant if each in own and each not in arguments), name)
        typed.append(f"{own_option}{equals}{value}")
    return typed


def as_own_command(command: str, arguments: Sequence[str], options: Iterable[TyperOption]) -> list[str]:
    """The command line with an option that the command does not have as the command that it names; else empty.

    >>> as_own_command("note", ["n1", "--delete"], ())
    ['delete', 'n1']
    """
    own = {name for option in options for name in option.opts}
    for place, name in enumerate(arguments):
        if name not in own and _COMMANDS.get(name, command) != command:
            return [_COMMANDS[name], *arguments[:place], *arguments[place + 1 :]]
    return []


def with_scores_as_words(command: str, arguments: Sequence[str], options: Iterable[TyperOption]) -> list[str]:
    """The arguments with the scores of `--before 7 --after 3` as words, where the command takes them so.

    >>> with_scores_as_words("log", ["--after", "3", "--before=7"], ())
    ['7', '3']
    """
    own = {name for option in options for name in option.opts}
    scores, kept = dict[str, str](), list[str]()
    remaining = iter(arguments)
    for argument in remaining:
        name, equals, value = argument.partition("=")
        if name in _SCORES.get(command, ()) and name not in own:
            scores[name] = value if equals else next(remaining, "")
        else:
            kept.append(argument)
    words = [scores[name] for name in _SCORES.get(command, ()) if scores.get(name)]
    return [*words, *kept] if words else [*arguments]


def with_rating_of_also(command: str, arguments: Sequence[str]) -> list[str]:
    """The arguments with `--for neck --before 6 --after 3` for the `--also neck=6:3` of `edit`, which has none."""
    place = next((place for place, each in enumerate(arguments) if each.partition("=")[0] == "--also"), None)
    if command != "edit" or place is None or {"--for", "--before", "--after"} & {*arguments}:
        return [*arguments]
    has_value_inside = "=" in arguments[place]
    end = place + (1 if has_value_inside else 2)
    match = _RATING.fullmatch("=".join(arguments[place:end]))
    if match is None:
        return [*arguments]
    scores = [(f"--{which}", match[which]) for which in ("before", "after") if match[which]]
    return [*arguments[:place], "--for", match["condition"], *chain.from_iterable(scores), *arguments[end:]]


def without_needless_options(command: str, arguments: Sequence[str], options: Iterable[TyperOption]) -> list[str]:
    """The arguments without the options that say what the command does anyway, and those that announce its text.

    The words of an option that were typed apart are one: `--side effect`.
    """
    own = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    typed: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            return [*typed, argument, *remaining]
        if typed and typed[-1].startswith("--") and typed[-1] not in own and f"{typed[-1]}-{argument}" in own:
            typed[-1] += f"-{argument}"
            continue
        name, equals, value = argument.partition("=")
        if name in own:
            typed.append(argument)
        elif name in _TEXT_IS_WORDS.get(command, ()):
            typed += [value] if equals else []
        elif equals or command not in _WITHOUT_SAYING.get(name, ()):
            typed.append(argument)
    return typed


def with_file_as_word(command: str, arguments: Sequence[str], options: Iterable[TyperOption]) -> list[str]:
    """The arguments with the file of `-o FILE` as a word, where the command takes it so: `backup -o copy.db`."""
    own = {name for option in options for name in option.opts}
    if command not in _FILE_IS_A_WORD:
        return [*arguments]
    typed: list[str] = []
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if name in own or name not in _OF_FILES:
            typed.append(argument)
        elif equals:
            typed.append(value)
    return typed


def with_option_as_word(
    arguments: Sequence[str], options: Iterable[TyperOption], is_meant: Callable[[str], bool]
) -> list[str]:
    """The arguments with each option that the command does not have as a word, where `is_meant`: `trend --migraine`."""
    own = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    return [
        each.removeprefix("--").replace("-", " ")
        if each.startswith("--") and each not in own and is_meant(each.removeprefix("--").replace("-", " "))
        else each
        for each in arguments
    ]


def _with_two_dashes(argument: str, own: Container[str]) -> str:
    """`-for`, and the `–for` of a phone that makes one dash of two, as the option that it is; others as they are."""
    match = re.fullmatch("[-–—]-?([a-z][a-z-]*)(=.*)?", argument, re.DOTALL)
    name = f"--{match[1]}" if match and argument not in own else ""
    return f"{name}{match[2] or ''}" if match and (name in own or name in _MEANT) else argument

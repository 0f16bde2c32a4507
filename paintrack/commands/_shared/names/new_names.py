"""A new name that is much like an old one: ask which is meant or, with nobody to ask, suggest a command for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.typer_invocation import typed_command, typed_command_with
from paintrack.errors import NotFoundError, UsageError
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.name_kind import NameKind
from paintrack.model.recorded_name import RecordedName
from paintrack.model.typed.names.name_slips import slip_of
from paintrack.model.typed.names.short_names import (
    doubtful_match,
    is_hinted,
    is_short_form,
    names_meant,
    short_form_of,
    slip_of_word,
)
from paintrack.model.typed.typed_text import folded
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.storage.reader import Reader
from paintrack.views.refusals.command_line_refusals import command_line
from paintrack.views.refusals.name_refusals import (
    much_like_old_names,
    much_like_one_name,
    much_like_rated_name,
    much_like_rated_name_question,
    several_in_one,
)

# The option that a name was typed with, empty for a word outside options; and the name.
TypedName = tuple[str, str]

PRACTITIONER_OPTION, ALSO_OPTION = "--with", "--also"
# They rate more than one condition with `--also`; `log` takes two scores of each.
SCORED_COMMANDS = ("before", "after", "log", "rate")
_SCORES_OF = {"log": "=BEFORE:AFTER"}
# In the place of a name: it goes with its option.
_DROPPED = ""


def recorded_name(reader: Reader, kind: NameKind, typed: str) -> RecordedName:
    """The name as it is recorded. Raises NotFoundError, with the names that may be meant, if it is not."""
    recorded = reader.recorded_names(kind)
    match = next((each for each in recorded if folded(each.name) == folded(typed)), None)
    if match is not None:
        return match
    names = [each.name for each in recorded]
    sentence = f"There is no {kind.value} {isolated(typed)}."
    if meant := names_meant(typed, names, kind):
        raise NotFoundError(f"{sentence} Did you mean {listed([*map(isolated, meant)])}?")
    raise NotFoundError(
        f"{sentence} Recorded are: {listed([*map(isolated, names)], 'and')}."
        if names
        else f"{sentence} None is recorded."
    )


def slips_among(
    new: Sequence[TypedName],
    reader: Reader,
    *,
    typed: Iterable[TypedName],
    excluding: Sequence[str] = (),
    are_practitioners: bool = False,
    any_short_form: bool = False,
) -> dict[TypedName, str]:
    """The names that may be a slip or a short form, each with the old one that it is like.

    `typed` are all names of the command line, `excluding` old ones that will be gone. `are_practitioners`: names
    outside of options are those of practitioners, not of conditions. `any_short_form`: also a short form that could be
    a name of its own, where it is that of one name alone.
    """
    short_form = short_form_of if any_short_form else doubtful_match
    slips = {}
    beside = {folded(name) for _, name in typed}
    for option, text in new:
        is_practitioner = option == PRACTITIONER_OPTION or (are_practitioners and not option)
        kind = NameKind.PRACTITIONER if is_practitioner else NameKind.CONDITION
        existing = [
            each.name for each in reader.recorded_names(kind) if folded(each.name) not in map(folded, excluding)
        ]
        # A name that is typed, too, is another condition: `--for "left knee" --also knee=6:3`.
        untyped_names = [name for name in existing if folded(name) not in beside]
        old = slip_of(text, existing) or short_form(text, untyped_names, kind)
        if old := old or (None if is_practitioner else slip_of_word(text, untyped_names)):
            slips[option, text] = old
    return slips


def hinted_condition(name: str, existing: Iterable[str]) -> str | None:
    """The existing condition to hint at because a new one may mean it, first of all one that it shortens; else None."""
    return _hinted_name(name, existing, NameKind.CONDITION)


def hinted_practitioner(name: str, reader: Reader, *, replaced: str | None) -> str | None:
    """The same for a practitioner, among those of the diary; not `replaced`, which goes."""
    recorded = [each.name for each in reader.recorded_names(NameKind.PRACTITIONER)]
    kept_names = [other for other in recorded if folded(other) != folded(replaced or "")]
    return _hinted_name(name, kept_names, NameKind.PRACTITIONER)


def _hinted_name(name: str, existing: Iterable[str], kind: NameKind) -> str | None:
    hinted = [other for other in existing if is_hinted(name, other, kind)]
    return next((other for other in hinted if is_short_form(name, other, kind)), hinted[0] if hinted else None)


def with_another_condition(reader: Reader, names: Iterable[str]) -> list[str]:
    """The typed command with `--for` and a recorded condition that is none of the names, the most often rated first."""
    rated = {*map(folded, names)}
    other_names = [each.name for each in reader.recorded_names(NameKind.CONDITION) if folded(each.name) not in rated]
    return typed_command_with("--for", next(iter(other_names), "CONDITION"))


def chosen_names(
    context: Context,
    slips: Mapping[TypedName, str],
    *,
    rated: Iterable[str] = (),
    rated_unnamed: str | None = None,
    with_another: Sequence[str] = (),
    recorded_only: Sequence[str] = (),
    options_for_old: Sequence[str] = (),
    may_step_back: bool = False,
) -> dict[TypedName, str]:
    """Which name is meant by each slip, as the person answers; Enter alone takes the old one.

    One that is like a condition `rated` by the same command can only be new: each is rated once. `rated_unnamed` is
    the one that it rates because none is named, `with_another` the command that names another.

    Raises UsageError if there is nobody to ask, with a command for each name. `recorded_only` are options for which
    only an old name makes sense, `options_for_old` are added to the command with the old name. Raises StoppedError on
    Ctrl-C, and with `may_step_back` SteppedBackError for `<`.
    """
    has_new = not {option for option, _ in slips} & {*recorded_only}
    with_new = _words_with({}, "--new") if has_new else None
    rated_names = {*map(folded, rated)}
    chosen = {}
    for (option, text), old in slips.items():
        if option == PRACTITIONER_OPTION or folded(old) not in rated_names:
            continue
        question = much_like_rated_name_question(text, old)
        if not (context.console.may_ask and has_new and context.console.confirm(question)):
            is_unnamed = rated_unnamed is not None and folded(old) == folded(rated_unnamed)
            raise UsageError(much_like_rated_name(text, old, with_new, with_another if is_unnamed else None))
        chosen[option, text] = text
    open_slips = {each: old for each, old in slips.items() if each not in chosen}
    if open_slips and not context.console.may_ask:
        _reject_slips_of_one_name(slips, open_slips, with_new)
        with_old = _words_with(slips, *options_for_old)
        raise UsageError(much_like_old_names(_texts(slips), [*slips.values()], with_old, with_new))
    for (option, text), old in open_slips.items():
        question = f"{isolated(text)} is new. Did you mean {isolated(old)}?"
        is_old = context.console.confirm(question, default=True, may_step_back=may_step_back)
        if is_old and option != PRACTITIONER_OPTION and folded(old) in map(folded, chosen.values()):
            _reject_slips_of_one_name(slips, open_slips, with_new)
        chosen[option, text] = old if is_old else text
    return chosen


def _reject_slips_of_one_name(
    slips: Mapping[TypedName, str], open_slips: Mapping[TypedName, str], with_new: Sequence[str] | None
) -> None:
    """Raise UsageError where one condition is meant by two of the names: with a command for the scores of each."""
    of_conditions = {each: old for each, old in open_slips.items() if each[0] != PRACTITIONER_OPTION}
    for old in of_conditions.values():
        alike = [each for each in of_conditions if folded(of_conditions[each]) == folded(old)]
        if len(alike) < 2:
            continue
        lines = []
        for kept in alike:
            dropped = [each for each in alike if each != kept]
            if all(option == ALSO_OPTION for option, _ in dropped):
                lines.append(_words_with({**slips, **dict.fromkeys(dropped, _DROPPED)}))
        raise UsageError(much_like_one_name([text for _, text in alike], old, lines, with_new))


def each_recorded(context: Context, names: Iterable[str]) -> list[str]:
    """The recorded conditions that the names are, or are plainly short for; empty unless all are, and differ.

    `neck` and `back` are neck and lower back.
    """
    with open_reader(context.path) as reader:
        recorded = [each.name for each in reader.recorded_names(NameKind.CONDITION)]
    by_folded = {folded(name): name for name in recorded}
    meant = [
        by_folded.get(folded(name)) or slip_of(name, recorded) or doubtful_match(name, recorded, NameKind.CONDITION)
        for name in map(str.strip, names)
    ]
    known = [name for name in meant if name is not None]
    return known if len({*known}) == len(meant) else []


def several_names_refusal(
    typed: TypedName, names: Sequence[str], recorded: Sequence[str] = (), *, command: Sequence[str] = ()
) -> str:
    """The sentence that asks whether a name with several in it is one name, with a command for each answer.

    `recorded` are the names as they are recorded, if all are: then one name of them needs `--new`. `command` are the
    words of the command line without `paintrack`, as typed unless given.
    """
    names = recorded or names
    option, _ = typed
    words = [*(command or typed_command())]
    each = []
    if option == ALSO_OPTION or (option == "--for" and words[0] in SCORED_COMMANDS and "--rest-of" not in words):
        scores = _scores_behind(typed, words) if option == ALSO_OPTION else _SCORES_OF.get(words[0], "=SCORE")
        also_words = [word for name in names[1:] for word in (ALSO_OPTION, f"{name}{scores}")]
        each = [_words_with({typed: names[0]}, *also_words, words=words)]
    elif option == "--for" and words[0] != "import":
        each = [_words_with({typed: name}, words=words) for name in names]
    # `after` gives no name: one waits for its score.
    new = ["--new"] if recorded else []
    as_one = [] if words[0] == "after" else _words_with({typed: " and ".join(names)}, *new, words=words)
    return several_in_one(names, [*map(command_line, each)], command_line(as_one) if as_one else None)


def _scores_behind(also: TypedName, words: Iterable[str]) -> str:
    """The scores that were typed with a name after `--also`, with their sign: `=7:3`."""
    values = [word.removeprefix(f"{ALSO_OPTION}=").rpartition("=") for word in words]
    return next(f"{sign}{scores}" for name, sign, scores in values if sign and folded(name) == folded(also[1]))


def _texts(slips: Mapping[TypedName, str]) -> list[str]:
    return [text for _, text in slips]


def _words_with(names: Mapping[TypedName, str], *more: str, words: Sequence[str] = ()) -> list[str]:
    """The words of the command line as typed, with each key of `names` replaced by its value, and `more` options.

    An option whose name is `_DROPPED` is left out. `words` are the words, unless they are those that were typed.
    """
    word, *arguments = words or typed_command()
    renamed = [*_with_names(arguments, names)]
    end = renamed.index("--") if "--" in renamed else len(renamed)
    return [word, *renamed[:end], *more, *renamed[end:]]


def _with_names(arguments: Sequence[str], names: Mapping[TypedName, str]) -> Iterator[str]:
    # Outside of options, a new name is the last word.
    by_option = {(option, folded(text)): name for (option, text), name in names.items()}
    last_word = max((at for at, each in enumerate(arguments) if ("", folded(each)) in by_option), default=-1)
    options = {option for option, _ in by_option}
    place = count()
    while (at := next(place)) < len(arguments):
        argument = arguments[at]
        option, equals, value = argument.partition("=")
        if option not in options or not option:
            yield by_option.get(("", folded(argument)), argument) if at == last_word else argument
            continue
        typed = value if equals else arguments[next(place)]
        name = typed.rpartition("=")[0] if option == ALSO_OPTION else typed
        if by_option.get((option, folded(name))) == _DROPPED:
            continue
        renamed = _renamed(option, typed, by_option)
        yield from [f"{option}={renamed}"] if equals else [option, renamed]


def _renamed(option: str, value: str, names: Mapping[TypedName, str]) -> str:
    """The value of an option with the name in it replaced; with `--also` scores follow the name."""
    if option != ALSO_OPTION:
        return names.get((option, folded(value)), value)
    name, equals, scores = value.rpartition("=")
    return f"{names.get((option, folded(name)), name)}{equals}{scores}"

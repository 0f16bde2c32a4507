"""What typed names mean in the patient's file: the condition, the practitioner, the known spelling."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.urgent_advice import show_urgent_advice
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.entries import DEFAULT_CONDITION, Session
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import NAME_JOINT, folded
from paintrack.storage.file.reader_and_writer_opening import open_reader
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.score_confirmation import (
    naming_hint,
    new_name_hint,
    other_condition_hint,
    scale_explanation,
)

# After so many sessions the diary is sure to go on, and a name is worth the trouble.
_NAMED_AFTER = 3
AlsoScores = list[tuple[str, list[float | None]]]


def condition_of(typed: str | None, reader: Reader) -> str:
    """The condition as it was typed last; without one typed the usual one, in a new file `pain`."""
    if typed is None:
        return reader.usual_condition() or DEFAULT_CONDITION
    return reader.spelling(typed) or typed


def listed_names(condition: str) -> list[str]:
    """The names that a condition as typed lists between commas; one for most."""
    if not {",", ";"} & {*condition}:
        return [condition]
    return [name for part in re.split(r"[,;]", condition) if (name := part.strip())]


def require_single_names(
    context: Context, typed: Sequence[tuple[str, str]], *, accepts_new: bool, may_step_back: bool = False
) -> None:
    """Ask about each new condition whose name lists several: `neck, hip`, or recorded ones joined: `neck and migraine`.

    `typed` are pairs of an option and the name as typed behind it. Off a terminal such a name is refused; with
    `accepts_new` (`--new`) joined ones are one condition. `may_step_back`: it is the answer to a question. Called
    before the write begins. Raises UsageError with the command as typed, the names corrected in it.
    """
    for option, text in typed:
        names = listed_names(text)
        if is_joined := len(names) < 2:
            names = [] if accepts_new else re.split(NAME_JOINT, text)
        if len(names) < 2:
            continue
        from paintrack.commands._shared.names import new_names

        recorded = new_names.each_recorded(context, names)
        if (is_joined and not recorded) or _is_one_condition(context, text, may_step_back=may_step_back):
            continue
        if may_step_back:
            raise UsageError("Type one of them here; record the others afterwards.")
        raise UsageError(new_names.several_names_refusal((option, text), names, recorded))


def require_single_condition(context: Context, condition: str | None, *, accepts_new: bool) -> None:
    """`require_single_names` for the condition behind `--for`, if one was typed."""
    if condition is not None:
        require_single_names(context, [("--for", condition)], accepts_new=accepts_new)


def _is_one_condition(context: Context, condition: str, *, may_step_back: bool) -> bool:
    """Whether it is recorded as one already, or the person says so."""
    with context.open_reader() as reader:
        if reader.spelling(condition) is not None:
            return True
    question = f"Is {isolated(condition)} one condition?"
    return context.console.may_ask and context.console.confirm(question, may_step_back=may_step_back)


def intended_names(
    context: Context,
    typed: Sequence[tuple[str, str]],
    *,
    accepts_new: bool,
    recorded_only: Sequence[str] = (),
    excluding: Sequence[str] = (),
    are_practitioners: bool = False,
    options_for_old: Sequence[str] = (),
    may_step_back: bool = False,
    single: Sequence[str] = (),
    any_short_form: bool = False,
    rates_usual: bool = False,
) -> dict[tuple[str, str], str]:
    """The name that is meant by each pair of an option (`--for`, `--with`) and the name as typed behind it.

    A new name that is much like a recorded one is asked about, unless `accepts_new` (`--new`) takes it as typed. So is
    a new condition whose name lists several, except behind the options `single`, where that has been asked already.
    The option is '' for a name outside of options: that of a condition, unless they `are_practitioners`. Behind the
    options `recorded_only` only a recorded name makes sense; `excluding` are recorded names that cannot be meant.
    `options_for_old` are added to a suggested command that has the recorded name. `any_short_form`: a command that
    rates nothing asks about every short form of a single name. `rates_usual`: the usual condition is rated, too, so no
    name can mean it. Called before the write begins: no lock is held while a person thinks. Raises UsageError off a
    terminal, and SteppedBackError for `<` with `may_step_back`.
    """
    names = {each: each[1] for each in typed}
    if not are_practitioners:
        pairs = [each for each in names if each[0] not in ("--with", *single)]
        require_single_names(context, pairs, accepts_new=accepts_new, may_step_back=may_step_back)
    if accepts_new or not names:
        return names
    # Not `context.open_reader`: what is to be said of the file is said by the write that follows.
    with open_reader(context.path) as reader:
        new = [each for each in names if _is_new(*each, reader, are_practitioners=are_practitioners)]
        if not new:
            return names
        from paintrack.commands._shared.names import new_names, values_typed_as_names

        meanings: list[values_typed_as_names.OtherMeaning] = []
        if not may_step_back and not recorded_only:
            meanings = values_typed_as_names.other_meanings(
                new, reader, context.now, are_practitioners=are_practitioners
            )
        slips = new_names.slips_among(
            new,
            reader,
            typed=names,
            excluding=excluding,
            are_practitioners=are_practitioners,
            any_short_form=any_short_form,
        )
        rated = [name for option, name in names if option in ("--for", "--also")]
        usual = condition_of(None, reader) if rates_usual else None
        with_another: list[str] = []
        if slips and usual is not None:
            with_another = new_names.with_another_condition(reader, [usual, *rated, *slips.values()])
            rated.append(usual)
    values_typed_as_names.require_names(context, meanings)
    if not slips:
        return names
    chosen = new_names.chosen_names(
        context,
        slips,
        rated=rated,
        rated_unnamed=usual,
        with_another=with_another,
        recorded_only=recorded_only,
        options_for_old=options_for_old,
        may_step_back=may_step_back,
    )
    return names | chosen


def _is_new(option: str, text: str, reader: Reader, *, are_practitioners: bool) -> bool:
    is_practitioner = option == "--with" or (are_practitioners and not option)
    return (reader.practitioner_spelling if is_practitioner else reader.spelling)(text) is None


def intended_session_names(
    context: Context,
    condition: str | None,
    also: AlsoScores,
    details: SessionDetails,
    *,
    accepts_new: bool,
    is_scored: bool = True,
    recorded_only: Sequence[str] = (),
    excluding: Sequence[str] = (),
) -> tuple[str | None, AlsoScores, SessionDetails]:
    """The names of a session as they are meant: the condition, those of `--also`, the practitioner.

    `is_scored`: there are scores for the condition (None: the usual one). For the rest see `intended_names`. The
    caller checks `--for` with `require_single_names`.
    """
    typed = [("--for", condition), *(("--also", name) for name, _ in also), ("--with", details.practitioner)]
    pairs = [(option, text) for option, text in typed if text is not None]
    names = intended_names(
        context,
        pairs,
        accepts_new=accepts_new,
        recorded_only=recorded_only,
        excluding=excluding,
        single=("--for",),
        # Without a name, `after` means the one that waits for its score.
        rates_usual=is_scored and condition is None and not recorded_only,
    )
    return (
        None if condition is None else names["--for", condition],
        [(names["--also", name], scores) for name, scores in also],
        details
        if details.practitioner is None
        else details._replace(practitioner=names["--with", details.practitioner]),
    )


def reject_duplicate_conditions(
    context: Context, main: str | None, also: Sequence[str], *, rates_usual: bool = True
) -> None:
    """Raise UsageError when one command rates a condition twice; `main` None is the usual condition.

    Without `rates_usual` it may also be the one that waits for its score.

    Called before the write begins, so that a refusal creates no file.
    """
    if not also:
        return
    with context.open_reader() as reader:
        names = [condition_of(main, reader), *also]
        if main is None and rates_usual and folded(names[0]) in map(folded, also):
            from paintrack.commands._shared.names import new_names
            from paintrack.views.refusals.name_refusals import unnamed_condition_rated_twice

            raise UsageError(unnamed_condition_rated_twice(names[0], new_names.with_another_condition(reader, names)))
    seen: set[str] = set()
    for name in names:
        if folded(name) in seen:
            raise UsageError(f"{isolated(name)} is rated twice here. Give its scores once.")
        seen.add(folded(name))


def scale_hint(condition: str, typed: str | None, reader: Reader, beside: Iterable[str] = ()) -> list[str]:
    """For the first entry of a condition: sentences on the direction of the scale and how to name what is rated.

    `typed` is the condition as typed, None when the default is used. Also names an old one that may be meant, unless it
    is among those rated `beside` the new one.
    """
    if reader.spelling(condition) is not None:
        return []
    rated_beside = {*map(folded, beside)}
    return [
        *alike_name_hint(condition, [name for name in reader.conditions() if folded(name) not in rated_beside]),
        scale_explanation(condition, may_name=typed is None and condition == DEFAULT_CONDITION),
    ]


def scale_hints(conditions: Sequence[str], typed: str | None, reader: Reader, beside: Iterable[str] = ()) -> list[str]:
    """`scale_hint` for all conditions of a session; `typed` is the first as typed, None when the default is rated.

    `beside` are others that the session rates already. What holds for all of them is said once; else each has its name
    before it. Where nothing is new, another one may be meant by the default.
    """
    new = [condition for condition in conditions if reader.spelling(condition) is None]
    hints = {condition: scale_hint(condition, typed, reader, [*conditions, *beside]) for condition in new}
    similar = [hint for each in hints.values() for hint in each[:-1]]
    directions = {condition: each[-1] for condition, each in hints.items()}
    if typed is None and not new:
        return _other_condition_hint(conditions, reader)
    if len({*directions.values()}) > 1:
        return [*similar, *(f"{condition}: {direction}" for condition, direction in directions.items())]
    return [*similar, *dict.fromkeys(directions.values())]


def _other_condition_hint(conditions: Sequence[str], reader: Reader) -> list[str]:
    """Where two conditions are rated in turn, how to name the one that the session before the newest one rates.

    Whoever rates one for a while, and seldom another, is asked once at each change.
    """
    other = reader.usual_condition(skipped=1)
    if other is None or folded(other) in map(folded, conditions):
        return []
    from paintrack.commands._shared.typer_invocation import typed_command_with

    return [other_condition_hint(conditions[0], typed_command_with("--for", other))]


def real_name_hint(condition: str, typed: str | None, reader: Reader) -> list[str]:
    """For a diary that began without a name for what is rated: how to give one, once, with the third session saved.

    `typed` is the name on the command line; who chooses from the list of names, as a question, does not give one.
    """
    is_default = typed is None and condition == DEFAULT_CONDITION
    if not is_default or not reader.has_sessions(condition, _NAMED_AFTER):
        return []
    return [naming_hint(condition)]


def advise_on_new_conditions(conditions: Iterable[str], reader: Reader) -> None:
    """Show urgent advice on conditions that are rated for the first time; what is rated for weeks is no news."""
    show_urgent_advice([condition for condition in conditions if reader.spelling(condition) is None])


def alike_name_hint(condition: str, existing: Sequence[str]) -> list[str]:
    """A sentence on an old name that may be meant. A plain slip or short form has been asked about before this."""
    if not existing:
        return []
    from paintrack.commands._shared.names import new_names

    old = new_names.hinted_condition(condition, existing)
    return [] if old is None else [new_name_hint("conditions", condition, old)]


def practitioner_hint(details: SessionDetails, reader: Reader, *, replaced: str | None = None) -> list[str]:
    """For a new practitioner, a sentence on a recorded one of whose name it may be a part; `replaced` is one that goes.

    What is plainly a slip or a short form was asked about.
    """
    name = details.practitioner
    if name is None or reader.practitioner_spelling(name) is not None:
        return []
    from paintrack.commands._shared.names import new_names

    old = new_names.hinted_practitioner(name, reader, replaced=replaced)
    return [] if old is None else [new_name_hint("practitioners", name, old)]


def with_known_spelling(details: SessionDetails, reader: Reader) -> SessionDetails:
    """The details with the practitioner's name as it was typed last."""
    if details.practitioner is None:
        return details
    return details._replace(practitioner=reader.practitioner_spelling(details.practitioner) or details.practitioner)


def with_default_currency(session: Session, details: SessionDetails, reader: Reader) -> Session:
    """The session with the currency of the settings, when the details have an amount and nothing says its currency."""
    if not session.lacks_currency or (details.cost, details.covered) == (None, None):
        return session
    currency = reader.settings().get("currency")
    if currency is None:
        return session
    from paintrack.model.values.currency import canonical_currency

    return replace(session, currency=canonical_currency(currency))

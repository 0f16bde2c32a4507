"""Saving that the days of a month without a score were 0."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_resolution import (
    advise_on_new_conditions,
    condition_of,
    intended_names,
    scale_hint,
)
from paintrack.commands._shared.options.common_options import reject_ignored
from paintrack.commands._shared.typer_invocation import typed_options
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated
from paintrack.model.other_entries import ZeroMonth
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.dates.past_months import parse_past_month
from paintrack.model.typed.typed_text import folded
from paintrack.model.values.moment import now_moment
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.other_entry_confirmation import other_entry_confirmation
from paintrack.views.refusals.option_refusals import zero_month_with_score
from paintrack.views.refusals.word_refusals import missing_condition_of_zero
from paintrack.views.value_words import in_words, show_month


def save_zero_month(
    context: Context,
    score: float,
    typed_month: str,
    typed_name: str | None,
    *,
    ignored: Sequence[object],
    accepts_new: bool,
    as_json: bool,
) -> None:
    """Save it for the month as typed (`october`, `2026-10`), once; without a condition typed for the usual one.

    Raises UsageError for a `score` above 0, another month, no condition, where it was said before, and if one of the
    values that would be `ignored` was typed.
    """
    reject_ignored(ignored, "--rest-of means the other days of a month, at 0: only --for goes with it.")
    if score:
        raise UsageError(zero_month_with_score(typed_options("--db")))
    month = parse_past_month(typed_month, context.now.date())
    if typed_name is not None:
        typed = ("--for", typed_name)
        typed_name = intended_names(context, [typed], accepts_new=accepts_new, single=("--for",))[typed]
    with context.open_reader() as reader:
        name = _condition(typed_name, reader)
        entry = ZeroMonth(
            uid=uuid4().hex, when=now_moment(context.now), entered="", edited="", condition=name, month=month
        )
        _reject_repetition(entry, reader)
    with context.open_writer() as writer:
        advise_on_new_conditions([name], writer)
        remarks = scale_hint(name, typed_name, writer)
        saved = writer.save(replace(entry, entered=writer.now, edited=writer.now))
        writer.describe(in_words(saved))
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        context.console.acknowledge(other_entry_confirmation(saved, " ".join(remarks), width=context.console.width))


def _condition(typed: str | None, reader: Reader) -> str:
    if typed is None and reader.usual_condition() is None:
        raise UsageError(missing_condition_of_zero())
    return condition_of(typed, reader)


def _reject_repetition(entry: ZeroMonth, reader: Reader) -> None:
    """Raise UsageError where an entry says it of the same days; one of a month that went on may be said again."""
    for other in reader.of_kind(ZeroMonth):
        is_of_the_same = (folded(other.condition), other.month) == (folded(entry.condition), entry.month)
        if is_of_the_same and {*entry.days} <= {*other.days}:
            says = f"{isolated(entry.condition)} 0 on the other days of {show_month(entry.month)}"
            raise UsageError(f"{other.label} says it already: {says}.")

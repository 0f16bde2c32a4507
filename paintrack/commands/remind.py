"""The next visit, and a calendar file for it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import JsonOption, OutputOption, reject_ignored
from paintrack.errors import MisplacedWordsError, NotFoundError, UsageError
from paintrack.exchange.formats import STANDARD_STREAM
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.dates.named_days import says_again_and_again
from paintrack.model.values.moment import now_moment
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.next_visit_confirmation import (
    CALENDAR_OFFER,
    calendar_hint,
    next_visit_sentence,
    visit_confirmation,
)
from paintrack.views.text_layout import fill
from paintrack.views.value_words import in_words

if TYPE_CHECKING:
    from paintrack.model.other_entries import NextVisit
    from paintrack.storage.writer import Writer

Words = Annotated[list[str] | None, typer.Argument(hidden=True)]
Next = Annotated[str | None, typer.Option("--next", metavar="WHEN", help='The next visit: "tue 14:00", "3 nov 9am".')]
Readings = Annotated[bool, typer.Option("--readings", help="Also put the next morning into the file, for a reading.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


def run(
    context: Context,
    words: Words = None,
    typed: Next = None,
    output: OutputOption = None,
    readings: Readings = False,
    force: Force = False,
    as_json: JsonOption = False,
) -> None:
    """Save the next visit, or show it; -o also writes a file for the calendar of your phone.

    paintrack remind --next "tue 14:00" -o next.ics

    The file holds the visit and, an hour after it begins, the entry 'Diary, 1 minute'; no condition and no score.
    If it replaces a file that had --readings (with --force), it also cancels that morning in your calendar.
    """
    if words:
        raise _without_quotation_marks(words, typed, output, context)
    _reject_ignored_options(output, readings=readings, force=force, as_json=as_json)
    former, cancels_reading = None, False
    if typed is None:
        with context.open_reader(checked=output is not None) as reader:
            visit = _latest_visit(reader)
        if output is not None:
            visit = _upcoming_visit(visit, context)
            cancels_reading = _write(context, visit, output, readings=readings, force=force)
    else:
        from paintrack.model.typed.dates.typed_dates import parse_next_visit

        try:
            moment = parse_next_visit(typed, context.now)
        except UsageError as error:
            raise _without_repetition(typed, error) from None
        with context.open_writer() as writer:
            former = _visit_to_move(writer, context)
            visit = _save_visit(writer, context, moment.iso(), former)
            # Within the transaction: a date is not saved if its file cannot be written, since it would remind nobody.
            if output is not None:
                cancels_reading = _write(context, visit, output, readings=readings, force=force)
    if as_json:
        context.console.say_json({"next_visit": None if visit is None else entry_json(visit)})
    elif output != STANDARD_STREAM:
        _answer(context, visit, former, is_new=typed is not None, output=output, cancels_reading=cancels_reading)


def _without_quotation_marks(
    words: Sequence[str], typed: str | None, output: str | None, context: Context
) -> UsageError:
    """The error for words outside of options, which may belong to the time of --next; if they do not, it says why."""
    from paintrack.model.typed.dates.typed_dates import parse_next_visit

    if len(words) > 1 and words[0].casefold() == "me":
        words = words[1:]
    phrase = " ".join([*([] if typed is None else [typed]), *words])
    try:
        parse_next_visit(phrase, context.now)
    except UsageError as error:
        return _without_repetition(phrase, error)
    return MisplacedWordsError([["remind", "--next", phrase, "-o", output or "next.ics"]])


def _without_repetition(phrase: str, error: UsageError) -> UsageError:
    """The error for a phrase that is no time; for `every day` one that says what does remind again and again."""
    if not says_again_and_again(phrase):
        return error
    from paintrack.views.refusals.word_refusals import no_repeated_reminder

    return UsageError(no_repeated_reminder())


def _reject_ignored_options(output: str | None, *, readings: bool, force: bool, as_json: bool) -> None:
    from paintrack.views.refusals.option_refusals import (
        force_without_file,
        other_calendar_name,
        readings_without_calendar,
    )

    if output is None:
        reject_ignored([readings], readings_without_calendar())
    else:
        reject_ignored([as_json], "--json answers on standard output: give it without -o.")
    if output in (None, STANDARD_STREAM):
        reject_ignored([force], force_without_file("remind -o next.ics --force"))
    elif not output.lower().endswith(".ics"):
        raise UsageError(other_calendar_name(output))


def _latest_visit(reader: Reader) -> "NextVisit | None":
    """The saved visit with the latest time, whether it is over or still to come; None if there is none."""
    from paintrack.model.other_entries import NextVisit

    return max(reader.of_kind(NextVisit), key=lambda each: each.visit_moment.at, default=None)


def _visit_to_move(reader: Reader, context: Context) -> "NextVisit | None":
    """The visit that a newly typed date moves: one that is still to come, else None."""
    former = _latest_visit(reader)
    return former if former is not None and former.visit_moment.at > context.now else None


def _save_visit(writer: "Writer", context: Context, visit: str, former: "NextVisit | None") -> "NextVisit":
    """Save the visit (`visit` in ISO 8601), in the place of the former one if there is one; returns the entry."""
    if former is not None:
        saved = writer.save(replace(former, visit=visit))
    else:
        from paintrack.model.other_entries import NextVisit

        when, entered = now_moment(context.now), writer.now
        saved = writer.save(NextVisit(uid=uuid4().hex, when=when, entered=entered, edited=entered, visit=visit))
    writer.describe(in_words(saved))
    return saved


def _upcoming_visit(visit: "NextVisit | None", context: Context) -> "NextVisit":
    if visit is None or visit.visit_moment.at <= context.now:
        raise NotFoundError(next_visit_sentence(visit, context.now))
    return visit


def _write(context: Context, visit: "NextVisit", output: str, *, readings: bool, force: bool) -> bool:
    """Write the file; returns whether it cancels a reading that the file which it replaces had, not yet cancelled."""
    from paintrack.exchange.exporting import atomic_write, calendar_file

    former = calendar_file.former_reading(Path(output), visit.uid) if force and not readings else None
    text = calendar_file.calendar_file(
        visit.visit_moment, visit.uid, context.now, with_readings=readings, cancels_reading=former is not None
    )
    if output == STANDARD_STREAM:
        output_stream = atomic_write.standard_output("The calendar file")
    else:
        output_stream = atomic_write.atomic_write(Path(output), force=force, own_file=context.path)
    with output_stream as stream:
        stream.write(text)
    return former == "planned"


def _answer(
    context: Context,
    visit: "NextVisit | None",
    former: "NextVisit | None",
    *,
    is_new: bool,
    output: str | None,
    cancels_reading: bool,
) -> None:
    console = context.console
    if visit is not None and is_new:
        console.acknowledge(visit_confirmation(visit, former, context.now, width=console.width))
    elif output is None:
        console.say(fill(next_visit_sentence(visit, context.now), console.width, whole_words=True))
    if output is not None:
        hint = calendar_hint(output, cancels_reading=cancels_reading, width=console.width)
        console.hint(hint, paths=[output])
    elif is_new:
        console.hint(CALENDAR_OFFER)

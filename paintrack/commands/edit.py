"""Correcting an entry."""

from dataclasses import field, fields
from typing import Annotated, Any

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.edit_examples import correction_hint, missing_entry_error
from paintrack.commands._shared.id_resolution import entry_of
from paintrack.commands._shared.names.name_resolution import (
    intended_names,
    practitioner_hint,
    scale_hint,
    with_default_currency,
    with_known_spelling,
)
from paintrack.commands._shared.options.common_options import IdWords, JsonOption, NewNameOption, SessionDetailOptions
from paintrack.commands._shared.options.option_group import option_group
from paintrack.commands._shared.parsing import condition_name, details_of, moment_of
from paintrack.commands._shared.sessions.session_saving import warn_of_excess_cover
from paintrack.commands._shared.typer_invocation import typed_command
from paintrack.errors import UsageError
from paintrack.model.changes.correction import Correction, apply_correction, parse_clear
from paintrack.model.changes.correction_errors import AmbiguousRatingError
from paintrack.model.displayed_text import uncapitalize_first
from paintrack.model.entries import AnyEntry, Reading, Session
from paintrack.model.open_session import may_be_right_after
from paintrack.model.other_entries import PEG_FIELDS, Note, parse_change, parse_peg, parse_text, validate_session_count
from paintrack.model.serialization.json_entries import entry_json
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import one_line
from paintrack.model.values.moment import now_moment
from paintrack.model.values.score import parse_score
from paintrack.storage.reader import Reader
from paintrack.views.confirmations.edit_confirmation import (
    changed_entry_in_words,
    correction_in_words,
    details_in_words,
    dropped_time_remarks,
    edit_confirmation,
)
from paintrack.views.confirmations.late_score import late_score_remark
from paintrack.views.confirmations.other_entry_confirmation import page_visibility


@option_group
class CorrectionOptions:
    """What can be corrected beside the details of a session, as typed."""

    condition: Annotated[
        str | None, typer.Option("--for", metavar="CONDITION", help='Which rating of the session: "lower back".')
    ] = None
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help='When it was: "yesterday 15:00", "3 nov", 2026-11-03.')
    ] = None
    before: Annotated[str | None, typer.Option("--before", metavar="SCORE", help="The score on arrival.")] = None
    after: Annotated[str | None, typer.Option("--after", metavar="SCORE", help="The score on leaving.")] = None
    score: Annotated[str | None, typer.Option("--score", metavar="SCORE", help="The score of a reading.")] = None
    new_name: Annotated[
        str | None,
        typer.Option("--rename-for", metavar="NAME", help="A new name for the condition, in this entry only."),
    ] = None
    clear: Annotated[
        list[str], typer.Option("--clear", metavar="FIELD", help="Empty a field: note, points, cost, ... Repeatable.")
    ] = field(default_factory=list)
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="The text of a note or question.")] = None
    private: Annotated[
        bool | None, typer.Option("--private/--public", help="Keep a note off the page, or show it there.")
    ] = None
    peg: Annotated[
        str | None, typer.Option("--peg", metavar="SCORES", help='The three scores of a PEG entry: "6 7 5".')
    ] = None
    overall: Annotated[
        str | None, typer.Option("--overall", metavar="CHANGE", help='The step of an overall rating: "much better".')
    ] = None
    sessions: Annotated[
        int | None, typer.Option("--sessions", metavar="N", help="The number of sessions in a plan.")
    ] = None
    goal: Annotated[str | None, typer.Option("--goal", metavar="SCORE", help="The goal of a plan.")] = None

    def correction(self, context: Context) -> Correction:
        """The options as values. Raises UsageError."""
        cleared = parse_clear(self.clear)
        return Correction(
            condition=condition_name(self.condition),
            before=_score(self.before),
            after=_score(self.after),
            score=_score(self.score),
            new_name=None if self.new_name is None else one_line(self.new_name, "The new name"),
            when=None if self.at is None else moment_of(self.at, context),
            clear=cleared.fields,
            removed_effects=cleared.effects,
            removed_outcomes=cleared.outcomes,
            values=self._values_of_others(),
        )

    def _values_of_others(self) -> dict[str, Any]:
        """The typed values of the entries beside sessions and readings, by the name of the field."""
        values: dict[str, Any] = {
            "text": None if self.text is None else parse_text(self.text, "text"),
            "private": self.private,
            "change": None if self.overall is None else parse_change(self.overall),
            "sessions": None if self.sessions is None else validate_session_count(self.sessions),
            "goal": _score(self.goal),
        }
        if self.peg is not None:
            values |= zip(PEG_FIELDS, parse_peg(self.peg.replace(",", " ").split()), strict=True)
        return {name: value for name, value in values.items() if value is not None}


def _score(typed: str | None) -> float | None:
    return None if typed is None else parse_score(typed)


def run(
    context: Context,
    correction_options: CorrectionOptions,
    detail_options: SessionDetailOptions,
    id_: IdWords = None,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """Correct an entry; only the given options change. --for picks the condition.

    paintrack edit 12 --after 4 --note "slept well"

    A given value replaces the old one; --points replaces all points. --side-effect adds one; with --clear side-effects
    it replaces all. To remove one: --clear side-effect=bruise; its outcome: --clear outcome=bruise.
    """
    if not id_:
        with context.open_reader() as reader:
            raise missing_entry_error("edit", reader)
    label = " ".join(id_)
    correction, details = correction_options.correction(context), details_of(detail_options, context, label)
    if correction == Correction(condition=correction.condition) and details == SessionDetails():
        with context.open_reader() as reader:
            raise UsageError(correction_hint(label, correction.condition, reader))
    correction, details = _with_intended_names(context, label, correction, details, accepts_new=new)
    with context.open_writer(create=False) as writer:
        entry = entry_of(writer, label)
        replaced = entry.practitioner if isinstance(entry, Session) else None
        new_practitioner = practitioner_hint(details, writer, replaced=replaced)
        details = with_known_spelling(details, writer)
        added = _added_condition(entry, correction)
        beside = [each.condition for each in entry.ratings] if isinstance(entry, Session) else []
        hints = [] if added is None else scale_hint(added, added, writer, beside)
        result = _corrected(entry, correction, writer.now)
        changes = correction_in_words(entry, result, correction)
        remarks = [
            *details.remarks,
            *hints,
            *new_practitioner,
            *_late_score_remarks(context, entry, correction, result),
            *dropped_time_remarks(entry, result, correction),
            *(details.repeats(result) if isinstance(result, Session) else ()),
        ]
        result = _with_details(result, details, writer)
        changes += details_in_words(details, result.currency if isinstance(result, Session) else None)
        if isinstance(entry, Note) and isinstance(result, Note):
            changes += _page_change(entry, result, correction)
        saved = entry
        if result != entry:
            saved = writer.save(result)
            writer.describe(changed_entry_in_words(entry, saved))
    if isinstance(saved, Session):
        warn_of_excess_cover(context.console, saved, details)
    if as_json:
        context.console.say_json(entry_json(saved))
    else:
        changes = changes if result != entry else []
        is_dated = label.startswith("last") and correction.when is None
        context.console.acknowledge(
            edit_confirmation(saved, changes, width=context.console.width, remarks=remarks, is_dated=is_dated)
        )


def _corrected(entry: AnyEntry, correction: Correction, typed: str) -> AnyEntry:
    """The corrected entry. Raises as `apply_correction` does, the error on a missing --for with the command line."""
    try:
        return apply_correction(entry, correction, typed)
    except AmbiguousRatingError as error:
        raise AmbiguousRatingError(error.session, error.conditions, typed_command()) from None


def _page_change(old: Note, new: Note, correction: Correction) -> list[str]:
    """Whether the note is on the page now, in the words of `note`, where that was asked for or has changed."""
    before, after = page_visibility(old), page_visibility(new)
    has_changed = before != after or "private" in correction.values
    return [uncapitalize_first(after).removesuffix(".")] if has_changed else []


def _with_details(entry: AnyEntry, details: SessionDetails, reader: Reader) -> AnyEntry:
    """The entry with the details in the place of its own. Raises UsageError for details that it cannot have."""
    if isinstance(entry, Session):
        return with_default_currency(details.corrected_in(entry), details, reader)
    if details == SessionDetails():
        return entry
    if isinstance(entry, Reading) and {*details.typed_values} <= {field.name for field in fields(entry)}:
        return details.corrected_in(entry)
    has = "a score, a time, what was taken and a note" if isinstance(entry, Reading) else "none of a session's details"
    raise UsageError(f"{entry.label} is a {entry.kind}: it has {has}.")


def _late_score_remarks(context: Context, entry: AnyEntry, correction: Correction, result: AnyEntry) -> list[str]:
    """A sentence on a missing score on leaving that is added alone when the session is long over."""
    if not isinstance(entry, Session) or not isinstance(result, Session) or correction.after is None:
        return []
    corrected = [rating for rating in result.ratings if rating.after is not None]
    added = [rating for rating in corrected if (old := entry.rating_of(rating.condition)) is not None and old.is_open]
    is_alone = (correction.before, correction.when, correction.new_name) == (None, None, None)
    if not added or not is_alone or may_be_right_after(entry, now_moment(context.now)):
        return []
    return [late_score_remark(entry, added, None)]


def _added_condition(entry: AnyEntry, correction: Correction) -> str | None:
    """The condition that the session does not rate yet and is given a score for."""
    has_score = (correction.before, correction.after) != (None, None)
    if not has_score or correction.condition is None or not isinstance(entry, Session):
        return None
    return None if entry.rating_of(correction.condition) else correction.condition


def _with_intended_names(
    context: Context, label: str, correction: Correction, details: SessionDetails, *, accepts_new: bool
) -> tuple[Correction, SessionDetails]:
    """What was typed with its names as they are meant. Raises UsageError for one that may be a slip, off a terminal."""
    # Without a new score `--for` picks a rating that is there.
    adds_rating = (correction.before, correction.after) != (None, None)
    typed = {
        "--for": correction.condition if adds_rating else None,
        "--rename-for": correction.new_name,
        "--with": details.practitioner,
    }
    pairs = [(option, text) for option, text in typed.items() if text is not None]
    replaced = _replaced_names(context, label, correction) if correction.new_name is not None else []
    names = intended_names(context, pairs, accepts_new=accepts_new, excluding=replaced)
    meant = {option: name for (option, _), name in names.items()}
    return (
        correction._replace(condition=meant.get("--for", correction.condition), new_name=meant.get("--rename-for")),
        details._replace(practitioner=meant.get("--with")),
    )


def _replaced_names(context: Context, label: str, correction: Correction) -> list[str]:
    """The names that `--rename-for` may take away: nobody means one of them by the new one."""
    with context.open_reader() as reader:
        entry = entry_of(reader, label)
    if isinstance(entry, Session):
        rating = None if correction.condition is None else entry.rating_of(correction.condition)
        return [each.condition for each in ([rating] if rating else entry.ratings)]
    return [entry.condition] if isinstance(entry, Reading) else []

"""The confirmation of a corrected entry."""

from collections.abc import Sequence

from paintrack.model.changes.correction import Correction, cleared_fields, selected_rating
from paintrack.model.changes.moved_session import dropped_times
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.entries import AnyEntry, Reading, Session, kind_name
from paintrack.model.fields import clearable_fields, fields_of
from paintrack.model.other_entries import Plan
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.values.field_types import MONEY, OPTIONAL_TEXT, POINTS, RATINGS, SIDE_EFFECTS
from paintrack.model.values.moment import Moment
from paintrack.views.confirmations.confirmation_parts import UNDO, last_line, paragraph
from paintrack.views.field_values import value_in_words
from paintrack.views.text_layout import pack, punctuated
from paintrack.views.value_words import content_in_words, in_words, scores_in_words, show_moment, show_score

# What a change may be of beside scores and time.
_NAMED_DETAILS = [
    field.name
    for field in fields_of(Session)
    if field.label and field.type is not RATINGS and not field.is_of_every_entry
]


def edit_confirmation(
    entry: AnyEntry, changes: Sequence[str], *, width: int, remarks: Sequence[str] = (), is_dated: bool = False
) -> str:
    """The id and each change in a few words (`pain is now lower back`); without changes, that there was none to make.

    `remarks` are sentences that follow, such as advice. With `is_dated` it says when the entry was, for one that was
    named as the last: a changed time may have made another one that.
    """
    name = f"{kind_name(entry.kind)} {entry.label}{f', {show_moment(entry.when)}' if is_dated else ''}"
    if not changes:
        # A plan is known by its condition, not by its id.
        of_condition = f", {isolated(entry.condition)}," if isinstance(entry, Plan) else ""
        return pack([f"Nothing to change: {name}{of_condition} is like that already."], width)
    sentences = punctuated(changes, ";", is_sentence=True)
    if not remarks:
        return pack([f"Changed {name}:", *sentences, UNDO], width)
    lines = [
        pack([f"Changed {name}:", *sentences], width),
        *(paragraph(each, width) for each in remarks),
    ]
    return "\n".join([*lines, last_line("", width)])


def changed_entry_in_words(former: AnyEntry, saved: AnyEntry) -> str:
    """A change as undo names it: `the change of the note of session 5, neck 7 -> 3 (4 lower)`.

    Two changes of one session would otherwise have one name. Its scores are in that of the session.
    """
    details = []
    if isinstance(former, Session | Reading):
        names = {"when": "time"} | {name: name.replace("_", " ") for name in _NAMED_DETAILS}
        changed = (name for name in names if getattr(former, name, None) != getattr(saved, name, None))
        details = [f"the {names[name]}" for name in changed]
    of_details = f"{listed(details, 'and')} of " if details else ""
    return f"the change of {of_details}{in_words(saved)}"


def dropped_time_remarks(former: AnyEntry, corrected: AnyEntry, correction: Correction) -> list[str]:
    """Which times are lost: of scores, where they do not fit the new time, and of day, where only a day was typed.

    The time of day comes last, with the command that keeps it.
    """
    new = correction.when
    if new is None:
        return []
    remarks = []
    if isinstance(former, Session) and isinstance(corrected, Session):
        remarks = [
            f"The time of {isolated(rating.condition)} {score}, {show_moment(Moment(at))}, is dropped: "
            "it does not fit the new one."
            for rating, score, at in dropped_times(former, corrected)
        ]
    if not new.time_given and former.when.time_given:
        clock = f"{former.when.at:%H:%M}"
        command = f'paintrack edit {former.label} --at "{new.day.isoformat()} {clock}"'
        remarks.append(f"{clock} is dropped. To keep it: {command}")
    return remarks


def correction_in_words(former: AnyEntry, corrected: AnyEntry, correction: Correction) -> list[str]:
    """Each change in a few words: `its time is Wed 1 Jul 2026 10:00`, `neck 7 -> 4 (3 lower)`, `note emptied`."""
    changes = [] if correction.when is None else [f"its time is {show_moment(correction.when)}"]
    if isinstance(former, Session) and isinstance(corrected, Session):
        changes += _rating_changes(former, corrected, correction)
        changes += [f"side effect {short_of(each)} removed" for each in correction.removed_effects]
        changes += _outcome_changes(former, corrected) if correction.removed_outcomes else []
    elif isinstance(corrected, Reading):
        if isinstance(former, Reading) and correction.new_name is not None:
            changes.append(f"{isolated(former.condition)} is now {isolated(correction.new_name)}")
        if correction.score is not None:
            changes.append(f"{isolated(corrected.condition)} {show_score(correction.score)}")
    # Whether a note is on the page is left to the command, which knows when the page begins.
    elif not isinstance(corrected, Session) and {*correction.values} - {"private"}:
        changes.append(content_in_words(corrected))
    if isinstance(corrected, Session | Reading):
        words = (field.clear_word for field in cleared_fields(corrected, correction))
        changes += [f"{'practitioner' if word == 'with' else word} emptied" for word in words]
    return changes


def _outcome_changes(former: Session, corrected: Session) -> list[str]:
    """Whose outcome was removed; a side effect that was removed itself is not named again."""
    without = {each for each in corrected.side_effects if each.outcome is None}
    removed = [each for each in former.side_effects if each.outcome and each._replace(outcome=None) in without]
    return [f"outcome of {short_of(each)} removed" for each in removed]


def _rating_changes(former: Session, corrected: Session, correction: Correction) -> list[str]:
    if (correction.before, correction.after, correction.new_name) == (None, None, None) and not (
        {"before", "after"} & {*correction.clear}
    ):
        return []
    old = selected_rating(former, correction)
    new = corrected.rating_of(correction.new_name or old.condition) or old._replace(before=None, after=None)
    changes = []
    if (new.before, new.after) != (old.before, old.after):
        added = "" if former.rating_of(old.condition) else " added:"
        changes.append(f"{isolated(old.condition)}{added} {scores_in_words(new)}")
    if correction.new_name is not None:
        changes.append(f"{isolated(old.condition)} is now {isolated(correction.new_name)}")
    return changes


def details_in_words(details: SessionDetails, currency: str | None = None) -> list[str]:
    """Each typed detail of a session in a few words: `technique manual`, `cost 85 EUR`, `note changed`."""
    words = []
    for field in clearable_fields():
        value = details.typed_values.get(field.name)
        if field.type is SIDE_EFFECTS:
            words += [f"side effect {short_of(effect)} added" for effect in details.side_effects]
        elif field.type is OPTIONAL_TEXT and value is not None:
            words.append(f"{field.clear_word} changed")
        elif value is not None:
            unit = f" {isolated(currency)}" if currency and field.type is MONEY else ""
            # Unlike side effects, points are replaced.
            verb = "are now " if field.type is POINTS else ""
            words.append(f"{field.clear_word} {verb}{value_in_words(field.type, value)}{unit}")
    return words

"""The answer after a change to what was there already: a correction, a side effect noticed later."""

from collections.abc import Sequence

from paintrack.model.entry import AnyEntry, Session, SideEffect
from paintrack.model.moment import Moment, show_moment
from paintrack.model.money import show_amount
from paintrack.model.session_details import SessionDetails
from paintrack.model.symptoms.side_effects import advice_for, is_serious, label_of, short_of, speaks_of_self_harm
from paintrack.model.techniques import label
from paintrack.model.text import visible_line
from paintrack.views.confirmations.confirmations import OFF_THE_PAGE, UNDO, last_line, paragraph
from paintrack.views.text_layout import pack


def effect_known(session: Session, effect: SideEffect) -> str:
    """The question whether a side effect that the session has already came a second time."""
    since = f" since {show_moment(Moment.from_iso(effect.noticed))}" if effect.noticed else ""
    return f"Session {session.label} has it already{since}: {visible_line(label_of(effect))}. Did it come again?"


def effect_saved(session: Session, effect: SideEffect, *, when: Moment, width: int) -> str:
    """What was saved of a side effect noticed later."""
    what = visible_line(label_of(effect))
    lines = [pack([f"Saved with session {session.label}:", f"{what},", f"{show_moment(when)}."], width)]
    if not is_serious(effect):
        lines.append(paragraph(advice_for(effect), width))
    elif speaks_of_self_harm(effect.words or ""):
        lines.append(paragraph(OFF_THE_PAGE, width))
    return "\n".join([*lines, last_line("", width)])


def changed(entry: AnyEntry, changes: Sequence[str], *, width: int, remarks: Sequence[str] = ()) -> str:
    """What an edit changed, in a few words each: 'pain is now lower back'; nothing when it says so already."""
    name = f"{entry.kind} {entry.label}"
    if not changes:
        return pack([f"Nothing to change: {name} says so already."], width)
    sentences = [f"{each}{'.' if last == len(changes) else ';'}" for last, each in enumerate(changes, 1)]
    if not remarks:
        return pack([f"Changed {name}:", *sentences, UNDO], width)
    lines = [
        pack([f"Changed {name}:", *sentences], width),
        *(paragraph(each, width) for each in remarks),
    ]
    return "\n".join([*lines, last_line("", width)])


def details_in_words(said: SessionDetails) -> list[str]:
    """What was said of a session, a few words for each detail: `technique manual`, `cost 85`."""
    found = []
    if said.points is not None:
        found.append(f"points {visible_line(', '.join(said.points))}")
    if said.technique:
        found.append(f"technique {label(said.technique)}")
    if said.practitioner:
        found.append(f"with {visible_line(said.practitioner)}")
    found += [f"side effect {visible_line(short_of(effect))} added" for effect in said.side_effects]
    if said.cost is not None:
        found.append(f"cost {show_amount(said.cost)}")
    if said.covered is not None:
        found.append(f"covered {show_amount(said.covered)}")
    return found + (["note changed"] if said.note is not None else [])

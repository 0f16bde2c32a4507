"""The confirmation of a corrected entry."""

from collections.abc import Sequence

from paintrack.model.entries import AnyEntry
from paintrack.model.money import show_amount
from paintrack.model.session_details import SessionDetails
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.model.techniques import technique_label
from paintrack.model.typed_text import visible_line
from paintrack.views.confirmations.confirmation_parts import UNDO, last_line, paragraph
from paintrack.views.text_layout import pack


def edit_confirmation(entry: AnyEntry, changes: Sequence[str], *, width: int, remarks: Sequence[str] = ()) -> str:
    """The id and each change in a few words (`pain is now lower back`); no changes: that there was nothing to change.

    `remarks` are sentences that follow, such as advice.
    """
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


def details_in_words(details: SessionDetails) -> list[str]:
    """Each given detail of a session in a few words: `technique manual`, `cost 85`."""
    words = []
    if details.points is not None:
        words.append(f"points {visible_line(', '.join(details.points))}")
    if details.technique:
        words.append(f"technique {technique_label(details.technique)}")
    if details.practitioner:
        words.append(f"with {visible_line(details.practitioner)}")
    words += [f"side effect {visible_line(short_of(effect))} added" for effect in details.side_effects]
    if details.cost is not None:
        words.append(f"cost {show_amount(details.cost)}")
    if details.covered is not None:
        words.append(f"covered {show_amount(details.covered)}")
    return words + (["note changed"] if details.note is not None else [])

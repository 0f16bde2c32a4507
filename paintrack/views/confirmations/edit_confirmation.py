"""The confirmation of a corrected entry."""

from collections.abc import Sequence

from paintrack.model.entries import AnyEntry, kind_name
from paintrack.model.fields import clearable_fields
from paintrack.model.symptoms.side_effect_recognition import short_of
from paintrack.model.typed.session_details import SessionDetails
from paintrack.model.typed.typed_text import visible_line
from paintrack.model.value_types import OPTIONAL_TEXT, SIDE_EFFECTS
from paintrack.views.confirmations.confirmation_parts import UNDO, last_line, paragraph
from paintrack.views.field_values import value_in_words
from paintrack.views.text_layout import pack


def edit_confirmation(entry: AnyEntry, changes: Sequence[str], *, width: int, remarks: Sequence[str] = ()) -> str:
    """The id and each change in a few words (`pain is now lower back`); no changes: that there was nothing to change.

    `remarks` are sentences that follow, such as advice.
    """
    name = f"{kind_name(entry.kind)} {entry.label}"
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
    """Each typed detail of a session in a few words: `technique manual`, `cost 85`, `note changed`."""
    words = []
    for field in clearable_fields():
        value = details.typed_values.get(field.name)
        if field.type is SIDE_EFFECTS:
            words += [f"side effect {visible_line(short_of(effect))} added" for effect in details.side_effects]
        elif field.type is OPTIONAL_TEXT and value is not None:
            words.append(f"{field.clear_word} changed")
        elif value is not None:
            words.append(f"{field.clear_word} {value_in_words(field.type, value)}")
    return words

"""What note and question share: the text as typed, asked for or read, and the list of what there is."""

from collections.abc import Sequence

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.parsing import note_of
from paintrack.commands._shared.streams import advise
from paintrack.errors import UsageError
from paintrack.model.text import clean


def text_of(here: Here, words: Sequence[str] | None, *, ask: str, name: str) -> str:
    """The text: the words as typed, asked for on a terminal, `-` from standard input; typed text stays in the
    shell's history, the other two do not. Raises UsageError when there is none.
    """
    typed = " ".join(words or ())
    if not typed and here.may_ask:
        typed = here.ask(ask)
        advise([typed])
    text = clean(note_of(typed) or "", f"The {name}")
    if not text:
        raise UsageError(f"The {name} is empty: paintrack {name} TEXT, or - to read it. Nothing saved.")
    return text

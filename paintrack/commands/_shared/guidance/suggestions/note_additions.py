"""Words to add to the note of an entry. `edit --note` replaces the note, so the recorded words are repeated in it."""

from collections.abc import Sequence

from paintrack.commands._shared.id_resolution import entry_of
from paintrack.errors import PaintrackError
from paintrack.model.entries import Reading, Session
from paintrack.storage.reader import Reader

# A longer note is not repeated in a command line.
_LONGEST = 60


def with_kept_note(line: Sequence[str], arguments: Sequence[str], reader: Reader) -> list[list[str]]:
    """The command line with the recorded note in front of one that was not typed as such.

    A note that is too long for a command line stays, and the words become a note of their own.
    """
    if line[0] != "edit" or "--note" not in line or {"--note", "note"} & {*arguments}:
        return [[*line]]
    place = line.index("--note")
    try:
        entry = entry_of(reader, line[1])
    except PaintrackError:
        return [[*line]]
    if not isinstance(entry, Session | Reading) or not entry.note:
        return [[*line]]
    text, line_without_note = line[place + 1], [*line[:place], *line[place + 2 :]]
    if len(entry.note) <= _LONGEST and entry.note.isprintable():
        return [[*line[: place + 1], f"{entry.note}; {text}", *line[place + 2 :]]]
    own_note = ["note", text, "--at", f"{entry.when.day}"]
    return [line_without_note, own_note] if len(line_without_note) > 2 else [own_note]

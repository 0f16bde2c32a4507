"""What the running command has written so far: noted by whatever saves or writes files, and said once at the end, by
`paintrack.cli`.
"""

from enum import Enum


class WriteState(Enum):
    """What has become of what the command was to write; the value is the sentence for a command that fails."""

    NOTHING = ""
    SAVED = "It is saved."
    UNKNOWN = "It may or may not be saved; see with: paintrack list"
    FILE_PENDING = "Nothing written."
    FILE_WRITTEN = "The file is written."


# A list of one state. One process runs one command at a time; a context variable would be one more module to load.
_states = [WriteState.NOTHING]


def note_write(state: WriteState) -> None:
    """Note what has become of what the command writes."""
    _states[:] = [state]


def current_state() -> WriteState:
    """What has become of what the command writes, by now."""
    return _states[-1]

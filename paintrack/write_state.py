"""What the running command has written so far: noted by the transaction and by the writer of files, told once at the
end by the front door.
"""

from contextvars import ContextVar
from enum import Enum


class WriteState(Enum):
    """What has become of what the command was to write; the value is the sentence for a command that fails."""

    NOTHING = ""
    SAVED = "It is saved."
    UNKNOWN = "It may or may not be saved; see with: paintrack list"
    FILE_PENDING = "Nothing written."
    FILE_WRITTEN = "The file is written."


_state: ContextVar[WriteState] = ContextVar("_state", default=WriteState.NOTHING)


def note_write(state: WriteState) -> None:
    """Note what has become of what the command writes."""
    _state.set(state)


def current_state() -> WriteState:
    """What has become of it by now."""
    return _state.get()

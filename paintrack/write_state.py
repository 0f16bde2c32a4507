"""What the running command has written so far: noted by whatever saves or writes files, and said once at the end, by
`paintrack.cli`.
"""

from enum import Enum, auto


class WriteState(Enum):
    """What has become of what the command was to write.

    NOTHING: nothing was written. SAVED: the changes are in the diary. UNKNOWN: they may be, since the end of the write
    failed. FILE_PENDING: a file is being written. FILE_WRITTEN: it is there.
    """

    NOTHING = auto()
    SAVED = auto()
    UNKNOWN = auto()
    FILE_PENDING = auto()
    FILE_WRITTEN = auto()


# A list of one state. One process runs one command at a time; a context variable would be one more module to load.
_states = [WriteState.NOTHING]


def note_write(state: WriteState) -> None:
    """Note what has become of what the command writes."""
    _states[:] = [state]


def current_state() -> WriteState:
    """What has become of what the command writes, by now."""
    return _states[-1]

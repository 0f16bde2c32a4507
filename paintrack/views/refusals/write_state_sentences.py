"""What a command that fails says of what it has saved or written so far."""

from paintrack.write_state import WriteState

_SENTENCES = {
    WriteState.NOTHING: "",
    WriteState.SAVED: "It is saved.",
    WriteState.UNKNOWN: "It may or may not be saved; see with: paintrack list",
    WriteState.FILE_PENDING: "Nothing written.",
    WriteState.FILE_WRITTEN: "The file is written.",
}


def write_state_sentence(state: WriteState) -> str:
    """The sentence for the state; empty if nothing was to be written yet."""
    return _SENTENCES[state]

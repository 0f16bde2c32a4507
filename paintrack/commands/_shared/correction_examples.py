"""A correction that an entry of each kind can have, for the sentences that ask for one."""

from paintrack.commands._shared.sessions.resolve import kind_of_label

_OF_A_SESSION = ("--after", "4")
_OF_OTHERS = {
    "reading": ("--score", "4"),
    "note": ("--text", "TEXT"),
    "question": ("--text", "TEXT"),
    "peg": ("--peg", "6 7 5"),
    "plan": ("--sessions", "10"),
    "overall": ("--overall", "better"),
}


def correction_example(label: str) -> tuple[str, ...]:
    """The option and its value that the entry with this id, or the last one of a kind, can have."""
    return _OF_OTHERS.get(kind_of_label(label) or "", _OF_A_SESSION)

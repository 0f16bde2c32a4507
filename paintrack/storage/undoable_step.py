"""A change that can be taken back, as the journal lists it."""

from typing import NamedTuple


class Step(NamedTuple):
    """One change that undo can take back: when it was made (UTC), and a description (`added session 5`)."""

    id: int
    at: str
    what: str

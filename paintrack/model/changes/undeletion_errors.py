"""What keeps a deleted entry from simply coming back, as values; `views/refusals` makes the sentences."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from paintrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Obstacle(Enum):
    """Why an entry cannot be brought back."""

    NOT_DELETED = auto()
    UNKNOWN = auto()
    PURGED = auto()
    # It was deleted, and the journal has no state of it any more that undo or redo would reach.
    OUT_OF_REACH = auto()


class NoEntryToBringBackError(UsageError):
    """The entry of this kind with this id cannot be brought back."""

    def __init__(self, kind: str, label: str, obstacle: Obstacle) -> None:
        super().__init__()
        self.kind = kind
        self.label = label
        self.obstacle = obstacle


class NoDeletionFoundError(UsageError):
    """No deletion of the `condition`, or with None none at all, can be taken back."""

    def __init__(self, condition: str | None) -> None:
        super().__init__()
        self.condition = condition


class MoreWouldChangeError(UsageError):
    """What is asked back comes back only with other changes.

    `name` is what is asked back (`session 2`), `changes` all that would be taken back, or put back by redo, in words;
    `suggestion` the command line that does it, without `paintrack`.
    """

    def __init__(self, name: str, changes: "Sequence[str]", suggestion: "Sequence[str]") -> None:
        super().__init__()
        self.name = name
        self.changes = tuple(changes)
        self.suggestion = tuple(suggestion)

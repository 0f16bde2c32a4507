"""What is wrong with the rows of a file, grouped by reason: a wrong date format gives every row the same one."""

from dataclasses import dataclass

from paintrack.model.serialization.csv_rows import RowError, RowReason

SHOWN_LINES = 3
SHOWN_REASONS = 20


@dataclass(slots=True)
class ErrorGroup:
    """The rows that are refused for one reason in one column.

    `value` is that of the first row, `lines` are the first `SHOWN_LINES` of them, `number` counts all. `is_one_value`:
    all have the same value.
    """

    column: str
    value: str
    reason: RowReason
    lines: list[int]
    number: int = 1
    is_one_value: bool = True


class ErrorGroups:
    """The groups of the first `most` reasons in the order in which they came, and the `total` number of errors."""

    def __init__(self, most: int = SHOWN_REASONS) -> None:
        self.total = 0
        self._most = most
        self._groups: dict[tuple[str, RowReason], ErrorGroup] = {}

    def __bool__(self) -> bool:
        return self.total > 0

    def add(self, error: RowError) -> None:
        """Count the error; beyond the first `most` reasons nothing else is kept of it."""
        self.total += 1
        key = (error.column, _without_value(error.reason))
        group = self._groups.get(key)
        if group is not None:
            group.number += 1
            group.reason = key[1]
            group.is_one_value &= error.value == group.value
            if len(group.lines) < SHOWN_LINES:
                group.lines.append(error.line)
        elif len(self._groups) < self._most:
            self._groups[key] = ErrorGroup(error.column, error.value, error.reason, [error.line])

    def replace_reason(self, old: RowReason, new: RowReason) -> None:
        """Give another reason to all that were refused for the old one."""
        for group in self._groups.values():
            if group.reason == old:
                group.reason = new

    @property
    def groups(self) -> list[ErrorGroup]:
        """The groups in the order of their first errors."""
        return [*self._groups.values()]


def _without_value(reason: RowReason) -> RowReason:
    """The reason without the value, which a sentence for the command line repeats and which differs from row to row."""
    return reason.partition(" You typed ")[0] if isinstance(reason, str) else reason

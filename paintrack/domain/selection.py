"""The filters that all listings share: --for --since --until --last --with --point."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which entries are asked for; the default hides nothing.

    `since` and `until` are local calendar days, both included. `last` keeps the newest so many sessions
    (1 or more) that fit the rest, and what came after the first of them.
    """

    condition: str | None = None
    since: date | None = None
    until: date | None = None
    last: int | None = None
    practitioner: str | None = None
    point: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()

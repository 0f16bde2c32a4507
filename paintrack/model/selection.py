"""The filters that all listings share, --for --since --until --last --with --point, and the --grep of the list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from paintrack.model.entries import AnyEntry, Session


class Selection(NamedTuple):
    """Which entries to show; the default hides none.

    `since` and `until` are local calendar days, both included. `last` keeps that many sessions (1 or more), the
    newest that fit the other filters, and the other entries since the first of them. `text` keeps entries that have
    it in their words (note, names, points, side effects), compared without case.
    """

    condition: str | None = None
    since: date | None = None
    until: date | None = None
    last: int | None = None
    practitioner: str | None = None
    point: str | None = None
    text: str | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()


def narrow_to_condition(entries: Iterable[AnyEntry], condition: str | None) -> Iterator[AnyEntry]:
    """The entries in their order, each session reduced to its rating of the condition; None: unchanged."""
    for entry in entries:
        if condition is not None and isinstance(entry, Session) and (rating := entry.rating_of(condition)):
            yield replace(entry, ratings=(rating,))
        else:
            yield entry

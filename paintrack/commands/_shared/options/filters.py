"""The options that select entries, the same in every command that lists them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from paintrack.errors import UsageError
from paintrack.model.acupuncture.points import normal_point
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_dates import parse_days
from paintrack.model.typed.typed_text import one_line


@dataclass(kw_only=True)
class Filters:
    """The options that select entries, as typed."""

    condition: Annotated[str | None, typer.Option("--for", metavar="CONDITION", help="Only this condition.")] = None
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help='From this day on: 2026-11-03, "3 nov", "30 days".')
    ] = None
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Up to this day, or the end of a month: 2026-11.")
    ] = None
    last: Annotated[int | None, typer.Option("--last", metavar="N", help="The newest N sessions.")] = None
    practitioner: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Only this practitioner.")] = None
    point: Annotated[
        str | None,
        typer.Option("--point", metavar="POINT", help="Only sessions with this acupuncture point."),
    ] = None

    def selection(self, today: date) -> Selection:
        """The options as values; `today` is the local day. Raises UsageError."""
        if self.last is not None and self.last < 1:
            raise UsageError("--last takes a number of sessions, 1 or more.")
        since = parse_days(self.since, today).first if self.since is not None else None
        until = parse_days(self.until, today).last if self.until is not None else None
        if since and until and since > until:
            raise UsageError(f"--since {self.since} is after --until {self.until}: nothing lies between them.")
        return Selection(
            condition=None if self.condition is None else one_line(self.condition, "--for"),
            since=since,
            until=until,
            last=self.last,
            practitioner=None if self.practitioner is None else one_line(self.practitioner, "--with"),
            point=None if self.point is None else normal_point(self.point),
        )

"""The options that select entries, the same in every command that lists them."""

from datetime import date
from typing import Annotated

import typer

from paintrack.commands._shared.options.option_group import option_group
from paintrack.errors import UsageError
from paintrack.model.selection import Selection
from paintrack.model.typed.typed_text import one_line

UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this day, or the end of a month: 2026-11.")
]
PractitionerFilter = Annotated[str | None, typer.Option("--with", metavar="NAME", help="Only this practitioner.")]


@option_group
class Filters:
    """The options that select entries, as typed."""

    condition: Annotated[str | None, typer.Option("--for", metavar="CONDITION", help="Only this condition.")] = None
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help='From this day on: 2026-11-03, "3 nov", "30 days".')
    ] = None
    until: UntilOption = None
    last: Annotated[int | None, typer.Option("--last", metavar="N", help="The newest N sessions.")] = None
    practitioner: PractitionerFilter = None
    point: Annotated[
        str | None,
        typer.Option("--point", metavar="POINT", help="Only sessions with this acupuncture point."),
    ] = None

    def selection(self, today: date) -> Selection:
        """The options as values; `today` is the local day. Raises UsageError."""
        last = checked_last(self.last)
        since = None
        if self.since is not None:
            from paintrack.model.typed.dates.typed_dates import parse_days

            since = parse_days(self.since, today).first
        until = until_day(self.until, since, f"--since {self.since}", today)
        return Selection(
            condition=None if self.condition is None else one_line(self.condition, "--for"),
            since=since,
            until=until,
            last=last,
            practitioner=None if self.practitioner is None else one_line(self.practitioner, "--with"),
            point=self._normal_point(),
        )

    def _normal_point(self) -> str | None:
        if self.point is None:
            return None
        from paintrack.model.acupuncture.points import normal_point

        return normal_point(self.point)


def checked_last(last: int | None) -> int | None:
    """The number of sessions that `--last` gives. Raises UsageError below 1."""
    if last is not None and last < 1:
        raise UsageError("--last takes a number of sessions, 1 or more.")
    return last


def until_day(until: str | None, since: date | None, typed_since: str, today: date) -> date | None:
    """The last local day of what `--until` names; None without it.

    Raises UsageError if that cannot be read, or is before `since`; `typed_since` is that option as typed.
    """
    if until is None:
        return None
    from paintrack.model.typed.dates.typed_dates import parse_days

    last = parse_days(until, today).last
    if since is not None and since > last:
        raise UsageError(f"{typed_since} is after --until {until}: nothing lies between them.")
    return last

"""The options that say what the page for the appointment covers, as typed."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from paintrack.analysis.page_scope import PageScope
from paintrack.commands._shared.options.filters import PractitionerFilter, UntilOption, checked_last, until_day
from paintrack.commands._shared.options.option_group import option_group
from paintrack.commands._shared.trend_query import CourseNumber, conditions_in, reject_unknown_course
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.entries import DEFAULT_CONDITION
from paintrack.model.page_parts import HIDEABLE
from paintrack.model.typed.typed_text import one_line
from paintrack.storage.reader import Reader


@option_group
class PageOptions:
    """What the page covers, as typed."""

    condition: Annotated[str | None, typer.Option("--for", metavar="CONDITION", help="Only this condition.")] = None
    course: CourseNumber = None
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From this day on; last-summary: since the last page.")
    ] = None
    until: UntilOption = None
    last: Annotated[int | None, typer.Option("--last", metavar="N", help="The newest N sessions.")] = None
    practitioner: PractitionerFilter = None
    hide: Annotated[str | None, typer.Option("--hide", metavar="PARTS", help=f"{','.join(HIDEABLE)}.")] = None
    costs: Annotated[bool, typer.Option("--costs", help="Include costs.")] = False
    session_notes: Annotated[bool, typer.Option("--session-notes", help="Include the notes of sessions.")] = False
    private: Annotated[
        bool, typer.Option("--private", help="Include private notes, and what you wrote on self-harm.")
    ] = False

    def reject_two_periods(self) -> None:
        """Raise UsageError for --since beside --last, and for --course beside one of --since, --until and --last."""
        if self.since is not None and self.last is not None:
            raise UsageError("--since and --last both choose the period: give one of the two.")
        periods = {"--last": self.last, "--since": self.since, "--until": self.until}
        period_options = [option for option, value in periods.items() if value is not None]
        if self.course is not None and period_options:
            raise UsageError(f"--course and {period_options[0]} both choose the period: give one of the two.")

    def reject_shown_and_hidden(self) -> None:
        """Raise UsageError for an option that adds to the page what `--hide` leaves out."""
        hidden = _hidden_parts(self.hide)
        for option, is_typed, part in [
            ("--costs", self.costs, "costs"),
            ("--session-notes", self.session_notes, "notes"),
        ]:
            if is_typed and part in hidden:
                raise UsageError(f"{option} and --hide {part} contradict each other: give one of the two.")

    def page_scope(self, reader: Reader, today: date) -> PageScope:
        """The options as values; `today` is the local day. Raises UsageError."""
        name = None if self.condition is None else one_line(self.condition, "The condition")
        condition = name and (reader.spelling(name) or name)
        if self.course is not None:
            main = condition or next(iter(conditions_in(reader)), DEFAULT_CONDITION)
            reject_unknown_course(self.course, reader.rated_sessions(main), main)
        since = _first_day(self.since, reader.page_days(), today)
        return PageScope(
            condition=condition,
            course=self.course,
            since=since,
            until=until_day(self.until, since, f"--since {self.since}", today),
            last=checked_last(self.last),
            practitioner=None if self.practitioner is None else one_line(self.practitioner, "--with"),
            hidden=_hidden_parts(self.hide),
            with_costs=self.costs,
            with_session_notes=self.session_notes,
            with_private=self.private,
        )


def _first_day(typed: str | None, page_days: Sequence[date], today: date) -> date | None:
    if typed is None:
        return None
    if typed != "last-summary":
        from paintrack.model.typed.dates.typed_dates import parse_days

        return parse_days(typed, today).first
    earlier = [day for day in page_days if day < today]
    if not earlier:
        raise UsageError("No page was written to a file on an earlier day: give a date, --since 2026-11-03.")
    return earlier[-1]


def _hidden_parts(typed: str | None) -> frozenset[str]:
    names = [name.strip() for name in (typed or "").split(",") if name.strip()]
    for name in names:
        if name not in HIDEABLE:
            raise UsageError(f"--hide takes {listed(list(HIDEABLE))}. You typed {isolated(name)}.")
    return frozenset(names)

"""The options that commands share, and how what was typed becomes values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

import typer

from paintrack.errors import UsageError
from paintrack.model.moment import Moment, now_moment, parse_when

JsonOption = Annotated[bool, typer.Option("--json", help="The answer as JSON, for programs.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Answer the question with yes.")]
ForOption = Annotated[
    str | None, typer.Option("--for", metavar="CONDITION", help='What is rated, in your words: "lower back".')
]
AtOption = Annotated[
    str | None,
    typer.Option("--at", metavar="WHEN", help='When: 2026-11-03 or "2026-11-03 15:00". Default: now.'),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A remark; - reads it from standard input.")
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file; - is standard output.")
]


@dataclass(kw_only=True, repr=False)
class Visit:
    """The options that describe a visit beside its scores, as typed."""

    points: Annotated[str | None, typer.Option("--points", metavar="LIST", help="Acupuncture points: LI4,ST36.")] = None
    technique: Annotated[
        str | None, typer.Option("--technique", metavar="NAME", help="How it was done: manual, cupping, ...")
    ] = None
    practitioner: Annotated[str | None, typer.Option("--with", metavar="NAME", help="The practitioner.")] = None
    side_effects: Annotated[
        list[str],
        typer.Option("--side-effect", metavar="KIND", help="bruise, dizzy, or your own words. Repeatable."),
    ] = field(default_factory=list)
    cost: Annotated[str | None, typer.Option("--cost", metavar="AMOUNT", help="What you paid.")] = None
    covered: Annotated[str | None, typer.Option("--covered", metavar="AMOUNT", help="What insurance gives back.")] = (
        None
    )
    note: NoteOption = None


@dataclass(kw_only=True, repr=False)
class _Rated:
    """The options that say what was rated, and when."""

    condition: ForOption = None
    also: Annotated[
        list[str],
        typer.Option("--also", metavar="CONDITION=SCORES", help="One more condition: neck=6:3. Repeatable."),
    ] = field(default_factory=list)
    at: AtOption = None


# A dataclass takes the fields of its last base first: the help begins with what was rated.
@dataclass(kw_only=True, repr=False)
class Details(Visit, _Rated):
    """The options that describe a new session, as typed."""

    @property
    def is_empty(self) -> bool:
        """Whether none of them was given."""
        return self == Details()


def moment(at: str | None, now: datetime) -> Moment:
    """When it happened: as typed, else now. Raises UsageError."""
    return now_moment(now) if at is None else parse_when(at, now)


def reject_ignored(values: Sequence[object], sentence: str) -> None:
    """Raise UsageError with this sentence when one of the values was typed: the command would ignore it."""
    # A goal of 0 equals False, and was typed all the same.
    if any(value is not None and value is not False and value != [] for value in values):
        raise UsageError(sentence)


def reject_beside_list(values: Sequence[object], shown: str, example: str) -> None:
    """Raise UsageError when something was typed that `--list` would ignore; `example` records one of those `shown`."""
    sentence = f"--list shows the {shown} and takes nothing else. To record one: paintrack {example}. Nothing saved."
    reject_ignored(values, sentence)

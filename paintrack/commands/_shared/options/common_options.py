"""The options that commands share, and the refusal of options that a command would ignore."""

from collections.abc import Sequence
from dataclasses import field
from typing import Annotated

import typer

from paintrack.commands._shared.options.option_group import option_group
from paintrack.errors import UsageError

JsonOption = Annotated[bool, typer.Option("--json", help="The result as JSON, for programs.")]
NoPagerOption = Annotated[bool, typer.Option("--no-pager", help="Print all of it at once, without a pager.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Confirm without being asked.")]
IdWords = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID", help="Which entry: 12, r5 for a reading, last, or last reading (see list)."),
]
NewNameOption = Annotated[bool, typer.Option("--new", help="Save a new name, though it is much like an old one.")]
ForOption = Annotated[
    str | None, typer.Option("--for", metavar="CONDITION", help='What is rated, in your words: "lower back".')
]
AtOption = Annotated[
    str | None,
    typer.Option("--at", metavar="WHEN", help='When: "tue 9am", "3 nov", 2026-11-03. Default: now.'),
]
TookOption = Annotated[
    str | None,
    typer.Option("--took", metavar="MEDICINE", help="A painkiller or attack medicine, not the daily one."),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A note; - reads it from standard input.")
]
EditOption = Annotated[bool, typer.Option("--edit", help="Write it in your editor (VISUAL or EDITOR).")]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file; - is standard output.")
]


@option_group
class SessionDetailOptions:
    """The options for the details of a session (points, practitioner, cost, ...), as typed."""

    points: Annotated[str | None, typer.Option("--points", metavar="LIST", help="Acupuncture points: LI4,ST36.")] = None
    technique: Annotated[
        str | None, typer.Option("--technique", metavar="NAME", help="The technique: manual, cupping, ...")
    ] = None
    practitioner: Annotated[str | None, typer.Option("--with", metavar="NAME", help="The practitioner.")] = None
    side_effects: Annotated[
        list[str],
        typer.Option("--side-effect", metavar="KIND", help="bruise, dizzy, or your own words. Repeatable."),
    ] = field(default_factory=list)
    cost: Annotated[str | None, typer.Option("--cost", metavar="AMOUNT", help="What you paid.")] = None
    covered: Annotated[str | None, typer.Option("--covered", metavar="AMOUNT", help="What insurance pays back.")] = None
    took: TookOption = None
    receipt: Annotated[
        str | None, typer.Option("--receipt", metavar="TEXT", help='The bill: "R-203; 97810, 97811".')
    ] = None
    note: NoteOption = None


@option_group
class _RatingOptions:
    """The options for what was rated, and when, as typed."""

    condition: ForOption = None
    also: Annotated[
        list[str],
        typer.Option("--also", metavar="CONDITION=SCORES", help="Another condition: neck=6:3. Repeatable."),
    ] = field(default_factory=list)
    at: AtOption = None


# Help lists the options in the order of the fields, and a dataclass takes those of its last base first.
@option_group
class NewSessionOptions(SessionDetailOptions, _RatingOptions):
    """All options that describe a new session, as typed."""

    @property
    def is_empty(self) -> bool:
        """Whether none of them was typed."""
        return self == type(self)()


@option_group
class OneScoreOptions(NewSessionOptions):
    """The same where each condition has one score: on arrival, or on leaving."""

    also: Annotated[
        list[str],
        typer.Option("--also", metavar="CONDITION=SCORE", help="Another condition: neck=6. Repeatable."),
    ] = field(default_factory=list)


def means_list(words: Sequence[str] | None) -> bool:
    """Whether the words of a command that takes a text are just `list`: nobody notes that, so `--list` is meant."""
    return [word.casefold() for word in words or ()] == ["list"]


def reject_ignored(values: Sequence[object], sentence: str) -> None:
    """Raise UsageError with this sentence if one of the values was typed, because the command would ignore it."""
    # Not `if value`: a goal of 0 was typed.
    if any(value is not None and value is not False and value != [] for value in values):
        raise UsageError(sentence)


def reject_standard_stream(file: str | None, command: str, example: str) -> None:
    """Raise UsageError if `-` was typed for a file that must be one; `example` as in `reject_with_list`."""
    if file == "-":
        from paintrack.views.refusals.option_refusals import no_standard_stream

        raise UsageError(no_standard_stream(command, example))


def reject_with_list(values: Sequence[object], entries: str, example: str, *, verb: str = "record") -> None:
    """Raise UsageError if one of the values was typed, because `--list` would ignore it.

    `entries` names what `--list` shows ('notes'), `example` is a command line, without `paintrack`, that records one,
    or does what the `verb` says.
    """
    from paintrack.views.refusals.option_refusals import list_with_others

    reject_ignored(values, list_with_others(entries, verb, example))

"""The file of another computer into the patient's own."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.copies.copy_or_exported_history import reject_history
from paintrack.commands._shared.copies.passphrase import PassphraseOptions
from paintrack.commands._shared.options.common_options import JsonOption, YesOption, reject_standard_stream
from paintrack.errors import UsageError
from paintrack.exchange.formats import CSV
from paintrack.model.displayed_text import visible_path
from paintrack.path_checks import is_same_file
from paintrack.views.text_layout import fill

File = Annotated[
    str | None, typer.Argument(metavar="FILE", help="The other file: its .db, a backup, an .age copy, or .json.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Say what the merge would do; nothing is saved.")]
JoinTwins = Annotated[
    bool, typer.Option("--join-twins", help="A visit typed on both computers becomes one session; asks first.")
]


def run(
    context: Context,
    options: PassphraseOptions,
    file: File = None,
    dry_run: DryRun = False,
    join_twins: JoinTwins = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Join the file of another computer to yours: of each value the later change counts.

    paintrack merge laptop.db --dry-run

    The other file is only read. Merging twice changes nothing. One undo takes a merge back. A value that both computers
    changed differently is named.
    """
    from paintrack.commands._shared.importing.import_pipeline import ImportRequest, import_checked
    from paintrack.commands._shared.importing.merge_source import open_merge_source
    from paintrack.commands._shared.importing.report_output import show_report
    from paintrack.views.merging.merge_json import merge_json

    if not file:
        from paintrack.views.refusals.word_refusals import missing_file_to_merge

        raise UsageError(missing_file_to_merge())
    reject_standard_stream(file, "merge", "merge FILE")
    reject_history(file, formats=(CSV,))
    source, console = Path(file), context.console
    if is_same_file(source, context.path):
        console.say(f"{visible_path(file)} is your paintrack file itself; there is nothing to merge.", paths=[file])
        return
    # An encrypted copy may be opened twice: its passphrase is asked for once.
    passphrase = cache(lambda: options.existing(console))
    if join_twins and not dry_run and not yes:
        _confirm_twins(context, source, file, passphrase)
    with open_merge_source(source, context, passphrase) as checked:
        report = import_checked(context, checked, ImportRequest(file, dry_run, is_merge=True, joins_twins=join_twins))
    show_report(console, report, merge_json(report) if as_json else None)


def _confirm_twins(context: Context, source: Path, file: str, passphrase: Callable[[], str]) -> None:
    """Name the pairs that would become one and ask; without any nothing is asked. Raises as `require_confirmation`."""
    from paintrack.commands._shared.importing.import_pipeline import ImportRequest, import_checked
    from paintrack.commands._shared.importing.merge_source import open_merge_source
    from paintrack.views.merging.differences import twins_question

    console, refusal = context.console, f"{file} was not merged"
    if not console.may_ask:
        console.require_confirmation("", refusal=refusal, yes=False)
    with open_merge_source(source, context, passphrase) as checked:
        foreseen = import_checked(context, checked, ImportRequest(file, True, is_merge=True, joins_twins=True))
    if foreseen.merge_twins:
        lines, question = twins_question(foreseen.merge_twins)
        console.warn("\n".join(fill(line, console.width, rest="  ") for line in lines))
        console.require_confirmation(question, refusal=refusal, yes=False)

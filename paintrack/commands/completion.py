"""Setting up the Tab key of a shell."""

from typing import Annotated

import typer

from paintrack.commands._shared.completion.installation import SHELLS, installation_for, script_of, shell_named
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.common_options import reject_ignored
from paintrack.errors import UsageError
from paintrack.model.displayed_text import listed

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[install|show|uninstall] [SHELL]", help=f"SHELL is {listed(list(SHELLS))}; default: yours."
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Say what would be written or removed.")]


def run(context: Context, words: Words = None, dry_run: DryRun = False) -> None:
    """Set up the Tab key: it completes commands, options, your own conditions, names and ids.

    paintrack completion install
    """
    match words or []:
        case ["show", *shell] if len(shell) < 2:
            reject_ignored([dry_run], "show writes nothing: leave --dry-run out.")
            context.console.say_data(script_of(shell_named(shell)).rstrip("\n"))
        case ["install", *shell] if len(shell) < 2:
            installation = installation_for(shell_named(shell))
            context.console.acknowledge("\n".join(installation.install(dry_run=dry_run)), paths=installation.paths)
        case ["uninstall", *shell] if len(shell) < 2:
            installation = installation_for(shell_named(shell))
            context.console.acknowledge("\n".join(installation.uninstall(dry_run=dry_run)), paths=installation.paths)
        case _:
            from paintrack.views.refusals.word_refusals import form_of_completion

            raise UsageError(form_of_completion([*SHELLS]))

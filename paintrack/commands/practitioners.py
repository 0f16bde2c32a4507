"""Who treats: the list, and another name for one of them."""

from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.name_commands import run_name_command
from paintrack.commands._shared.options.common_options import JsonOption, NewNameOption, YesOption
from paintrack.model.name_kind import NameKind

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[rename OLD NEW]", help="Another name, in all sessions that have it.")
]


def run(
    context: Context,
    words: Words = None,
    yes: YesOption = False,
    new: NewNameOption = False,
    as_json: JsonOption = False,
) -> None:
    """List your practitioners with their counts, or give one another name in every session.

    paintrack practitioners rename Li "Dr Li"

    If the new name is recorded already, the two become one; it asks first. In a script, give --yes.
    """
    run_name_command(context, NameKind.PRACTITIONER, words or [], yes=yes, accepts_new=new, as_json=as_json)

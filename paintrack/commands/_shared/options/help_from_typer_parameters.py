"""The help of a command, built from what typer knows about its arguments and options."""

import inspect
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperOption

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.options.option_group import options_of
from paintrack.views.help.command_help import HelpRow, command_help

_MEANS_THE_SAME_EVERYWHERE = {*(option.name for option in options_of(Context)), "as_json", "help"}


def help_of(command: TyperCommand, context: Any, width: int, *, plain: bool = False) -> str:
    """The help of the command on `width` columns; `context` is typer's, `plain` as in `command_help`."""
    arguments = [each for each in command.params if isinstance(each, TyperArgument) and not each.hidden]
    options = [each for each in command.get_params(context) if isinstance(each, TyperOption)]
    own = [each for each in options if each.name not in _MEANS_THE_SAME_EVERYWHERE]
    metavars = [HelpRow(each.make_metavar(ctx=context).strip("{}"), each.help or "") for each in arguments]
    rows = [*metavars, *(HelpRow(_as_typed(each, context), _help_of(each)) for each in own)]
    usage = " ".join([context.command_path, *(row.typed for row in metavars), "[OPTIONS]"])
    everywhere = [_as_typed(each, context) for each in options if each not in own]
    return command_help(usage, inspect.cleandoc(command.help or ""), rows, everywhere, width, plain=plain)


def _as_typed(option: TyperOption, context: Any) -> str:
    names = [", ".join(sorted(each, key=len)) for each in (option.opts, option.secondary_opts) if each]
    return " / ".join(names) + ("" if option.is_flag else f" {option.make_metavar(ctx=context)}")


def _help_of(option: TyperOption) -> str:
    needs_default = isinstance(option.default, str) and "Default" not in (option.help or "")
    return f"{option.help} Default: {option.default}." if needs_default else option.help or ""

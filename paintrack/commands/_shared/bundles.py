"""Bundles of options that several commands share: a dataclass whose fields are options.

A command names a bundle as one parameter; `spelled_out` gives typer the options in its place.
"""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from itertools import chain
from typing import Any


def spelled_out(run: Callable[..., None]) -> Callable[..., None]:
    """`run` with each bundle among its parameters replaced by the bundle's options."""
    own: list[inspect.Parameter] = []
    bundles: dict[str, Any] = {}
    for parameter in inspect.signature(run).parameters.values():
        if is_dataclass(parameter.annotation):
            bundles[parameter.name] = parameter.annotation
        else:
            own.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
    # In the help what is meant for this command stands first, the bundle that all commands have last.
    everywhere, *others = ([_parameter(option) for option in _options(bundle)] for bundle in bundles.values())
    parameters = [*chain.from_iterable(others), *own, *everywhere]

    def command(**values: Any) -> None:
        for name, bundle in bundles.items():
            values[name] = bundle(**{option.name: values.pop(option.name) for option in _options(bundle)})
        run(**values)

    vars(command)["__signature__"] = inspect.Signature(parameters)
    command.__doc__ = run.__doc__
    return command


def _options(bundle: Any) -> list[Field[Any]]:
    return [each for each in fields(bundle) if each.init]


def _parameter(option: Field[Any]) -> inspect.Parameter:
    default = option.default if option.default_factory is MISSING else option.default_factory()
    return inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=option.type)

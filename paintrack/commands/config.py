"""Name, currency and paper."""

from collections.abc import Mapping
from typing import Annotated

import typer

from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import JsonOption
from paintrack.errors import UsageError
from paintrack.model.settings import SETTINGS, checked_setting, checked_value
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.text_layout import pack, table_lines

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[set NAME VALUE | clear NAME]", help="name, currency or paper.")
]


def run(here: Here, words: Words = None, as_json: JsonOption = False) -> None:
    """Show what is set, set it or clear it: your name and the paper for the page, the currency of costs.

    paintrack config set currency EUR
    """
    match words or []:
        case []:
            _show(here, as_json=as_json)
        case ["set", name, *value] if value:
            _put(here, checked_setting(name), checked_value(name, " ".join(value)), as_json=as_json)
        case ["clear", name]:
            _put(here, checked_setting(name), None, as_json=as_json)
        case _:
            raise UsageError("paintrack config set NAME VALUE, or clear NAME; NAME is name, currency or paper.")


def _show(here: Here, *, as_json: bool) -> None:
    with here.reading() as reader:
        settings = reader.settings()
    if as_json:
        _say_json(here, settings)
        return
    here.say("\n".join(table_lines([(name, settings.get(name, "not set")) for name in SETTINGS], here.width)))


def _say_json(here: Here, settings: Mapping[str, str]) -> None:
    here.say_json({name: settings.get(name) for name in SETTINGS})


def _put(here: Here, name: str, value: str | None, *, as_json: bool) -> None:
    with here.writing() as writer:
        writer.set_value(name, value)
        writer.describe(f"the setting of {name}")
        settings = writer.settings()
    if as_json:
        _say_json(here, settings)
        return
    said = f"{name} is now {value}." if value is not None else f"{name} is not set any more."
    here.acknowledge(pack(["Saved:", said, UNDO], here.width))

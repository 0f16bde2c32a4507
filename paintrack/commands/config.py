"""Settings: name, what matters before needling, currency and paper size."""

from collections.abc import Mapping
from typing import Annotated

import typer

from paintrack.commands._shared.context import Context
from paintrack.commands._shared.currency_change import settle_currency_of_costs
from paintrack.commands._shared.options.common_options import JsonOption
from paintrack.errors import UsageError
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.settings import SETTINGS, parse_setting_value, validate_setting_name
from paintrack.model.values.currency import parse_currency
from paintrack.views.confirmations.confirmation_parts import UNDO
from paintrack.views.refusals.word_refusals import form_of_config
from paintrack.views.spoken_currency import spoken_currency
from paintrack.views.text_layout import pack, with_full_stop
from paintrack.views.text_table import table_lines

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[set NAME VALUE | clear NAME]", help=f"NAME is one of {listed(list(SETTINGS))}."),
]


def run(context: Context, words: Words = None, as_json: JsonOption = False) -> None:
    """Show, change or clear a setting: your name, the currency of costs, the paper size of the page.

    What an acupuncturist must know before needling stands under your name on the page.

    paintrack config set before-needling "blood thinner; pacemaker"
    """
    match words or []:
        case []:
            _show(context, as_json=as_json)
        case ["set", name, *value] if value:
            _save(context, validate_setting_name(name), _typed_value(name, " ".join(value)), as_json=as_json)
        case ["clear", name]:
            _save(context, validate_setting_name(name), None, as_json=as_json)
        case _:
            raise UsageError(form_of_config([*SETTINGS]))


def _typed_value(name: str, text: str) -> str:
    return parse_setting_value(name, parse_currency(text) if name == "currency" else text)


def _show(context: Context, *, as_json: bool) -> None:
    with context.open_reader() as reader:
        settings = reader.settings()
    if as_json:
        _say_json(context, settings)
        return
    rows = [(name, isolated(settings.get(name, "not set"))) for name in SETTINGS]
    if context.console.plain:
        context.console.say_texts("\n".join(with_full_stop(_spoken(name, value)) for name, value in rows))
    else:
        context.console.say("\n".join(table_lines(rows, context.console.width)))


def _spoken(name: str, value: str) -> str:
    """`currency: EUR (euros)`: what is typed, and what it is, as a voice reads EUR as a word."""
    in_words = spoken_currency(value) if name == "currency" else value
    return f"{name}: {value}" if in_words == value else f"{name}: {value} ({in_words})"


def _say_json(context: Context, settings: Mapping[str, str]) -> None:
    context.console.say_json({name: settings.get(name) for name in SETTINGS})


def _save(context: Context, name: str, value: str | None, *, as_json: bool) -> None:
    remarks: list[str] = []
    with context.open_writer() as writer:
        if name == "currency":
            remarks = settle_currency_of_costs(writer, value)
        if writer.settings().get(name) != value:
            writer.set_setting(name, value)
        writer.describe(f"the setting of {name}")
        settings, is_changed = writer.settings(), writer.has_changes
    if as_json:
        _say_json(context, settings)
        return
    shown = None if value is None else isolated(value)
    if not is_changed:
        sentence = f"{name} is not set" if shown is None else f"{name} is {shown} already"
        answer = ["Nothing to change:", with_full_stop(sentence), *remarks]
    else:
        sentence = f"{name} is not set any more" if shown is None else f"{name} is now {shown}"
        answer = ["Saved:", with_full_stop(sentence), *remarks, UNDO]
    context.console.acknowledge(pack(answer, context.console.width))

"""The settings: what stands on the page, the currency of costs, the paper, how the screen is to be."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.typed.typed_text import listed, one_line


class StoredSetting(NamedTuple):
    """The value of a setting, None where it was cleared, and the instant (UTC, microseconds) at which it was set.

    `edited` is None in a document of version 1, which does not say.
    """

    value: str | None
    edited: str | None = None


class _Setting(NamedTuple):
    """One setting: what its refusals call it, and the words that it can be (empty: any text on one line)."""

    subject: str
    choices: tuple[str, ...] = ()


YES, NO = "yes", "no"
PAPERS, SWITCH = ("a4", "letter"), (YES, NO)
_ROWS: Mapping[str, _Setting] = MappingProxyType(
    {
        "name": _Setting("The name"),
        "before-needling": _Setting("The line on what matters before needling"),
        "currency": _Setting("The currency"),
        "paper": _Setting("The paper", PAPERS),
        "plain": _Setting("The setting plain", SWITCH),
        "ascii": _Setting("The setting ascii", SWITCH),
    }
)
SETTINGS = tuple(_ROWS)
_LONGEST_CURRENCY = 8


def validate_setting_name(name: str) -> str:
    """`name`, if there is such a setting. Raises UsageError otherwise."""
    if name not in SETTINGS:
        raise UsageError(f"There is no setting {name}; it is {listed(list(SETTINGS))}.")
    return name


def parse_setting_value(name: str, text: str) -> str:
    """The value of a setting as it is stored. Raises UsageError for one that it cannot have."""
    setting = _ROWS[name]
    value = one_line(text, setting.subject)
    if setting.choices and value.lower() not in setting.choices:
        raise UsageError(f"{setting.subject} is {listed(list(setting.choices))}. You typed {value}.")
    if name == "currency" and len(value) > _LONGEST_CURRENCY:
        raise UsageError(f"A currency is short, such as EUR or USD. You typed {value}.")
    return value.lower() if setting.choices else value

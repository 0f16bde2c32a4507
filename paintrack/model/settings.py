"""The settings: what stands on the page, the currency of costs, the paper, how the screen looks."""

from collections.abc import Mapping
from types import MappingProxyType

from paintrack.errors import UsageError
from paintrack.model.displayed_text import listed, typed_words
from paintrack.model.typed.typed_text import one_line

YES, NO = "yes", "no"
PAPERS, SWITCH = ("a4", "letter"), (YES, NO)
# For each setting: what a refusal calls it, and its possible values (none: any text on one line).
_ROWS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "name": ("The name", ()),
        "before-needling": ("The line on what matters before needling", ()),
        "currency": ("The currency", ()),
        "paper": ("The paper", PAPERS),
        "plain": ("The setting plain", SWITCH),
        "ascii": ("The setting ascii", SWITCH),
    }
)
SETTINGS = tuple(_ROWS)
_LONGEST_CURRENCY = 8


def validate_setting_name(name: str) -> str:
    """`name`, if there is such a setting. Raises UsageError otherwise."""
    if name not in SETTINGS:
        raise UsageError(f"There is no setting {typed_words(name)}; it is {listed(list(SETTINGS))}.")
    return name


def parse_setting_value(name: str, text: str) -> str:
    """The value of the setting `name` as it is stored. Raises UsageError for a value that it cannot have."""
    subject, choices = _ROWS[name]
    value = one_line(text, subject)
    if choices and value.lower() not in choices:
        raise UsageError(f"{subject} is {listed(list(choices))}. You typed {typed_words(value)}.")
    if name == "currency" and len(value) > _LONGEST_CURRENCY:
        raise UsageError(f"A currency is short, such as EUR or USD. You typed {typed_words(value)}.")
    return value.lower() if choices else value

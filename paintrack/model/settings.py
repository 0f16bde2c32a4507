"""The settings: the name on the page and what matters before needling, the currency of costs, the paper."""

from typing import NamedTuple

from paintrack.errors import UsageError
from paintrack.model.typed.typed_text import listed, one_line


class StoredSetting(NamedTuple):
    """The value of a setting, None where it was cleared, and the instant (UTC, microseconds) at which it was set.

    `edited` is None in a document of version 1, which does not say.
    """

    value: str | None
    edited: str | None = None


SETTINGS = ("name", "before-needling", "currency", "paper")
PAPERS = ("a4", "letter")
_LONGEST_CURRENCY = 8
_SUBJECTS = {"before-needling": "The line on what matters before needling"}


def validate_setting_name(name: str) -> str:
    """`name`, if there is such a setting. Raises UsageError otherwise."""
    if name not in SETTINGS:
        raise UsageError(f"There is no setting {name}; it is {listed(list(SETTINGS))}.")
    return name


def parse_setting_value(name: str, text: str) -> str:
    """The value of a setting as it is stored. Raises UsageError for one that it cannot have."""
    value = one_line(text, _SUBJECTS.get(name, f"The {name}"))
    if name == "paper" and value.lower() not in PAPERS:
        raise UsageError(f"The paper is {listed(list(PAPERS))}. You typed {value}.")
    if name == "currency" and len(value) > _LONGEST_CURRENCY:
        raise UsageError(f"A currency is short, such as EUR or USD. You typed {value}.")
    return value.lower() if name == "paper" else value

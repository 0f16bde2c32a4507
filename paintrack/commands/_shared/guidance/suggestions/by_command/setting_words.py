"""What is meant by a setting without `config`: `name Anna`, `set currency EUR`."""

from collections.abc import Sequence

from paintrack.errors import UsageError
from paintrack.model.settings import SETTINGS, parse_setting_value
from paintrack.model.typed.typed_text import folded


def setting_line(words: Sequence[str]) -> list[str]:
    """`config set` for words that are a setting and a value that it can have; empty for others."""
    name, *value = words or [""]
    if folded(name) not in SETTINGS or not value or any(each.startswith("-") for each in value):
        return []
    try:
        parse_setting_value(folded(name), " ".join(value))
    except UsageError:
        return []
    return ["config", "set", folded(name), *value]

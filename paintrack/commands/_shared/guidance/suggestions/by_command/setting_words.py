"""What is meant by a setting without `config`: `name Anna`, `set currency EUR`."""

from collections.abc import Sequence

from paintrack.errors import UsageError
from paintrack.model.settings import SETTINGS, parse_setting_value
from paintrack.model.typed.typed_text import folded

_BEFORE_VALUES = ("is", "to", "=", ":")


def setting_line(words: Sequence[str]) -> list[str]:
    """`config set` for words that are a setting and a value that it can have; empty for others.

    >>> setting_line(["my", "name", "is", "Anna"])
    ['config', 'set', 'name', 'Anna']
    """
    name, *value = words[1:] if len(words) > 1 and folded(words[0]) == "my" else words or [""]
    name, value = name.rstrip(":="), value[1:] if folded("".join(value[:1])) in _BEFORE_VALUES else value
    if folded(name) not in SETTINGS or not value or any(each.startswith("-") for each in value):
        return []
    try:
        parse_setting_value(folded(name), " ".join(value))
    except UsageError:
        return []
    return ["config", "set", folded(name), *value]

"""One spelling for names that are equal but for case and space."""

from collections.abc import Iterable, Mapping

from paintrack.model.typed.typed_text import folded


def newest_spellings(names: Iterable[str | None]) -> Mapping[str, str]:
    """Each name as it was spelled last, by its folded form; the names come oldest first, None for what has none.

    >>> newest_spellings(["dr chen", None, "Dr Chen"])
    {'dr chen': 'Dr Chen'}
    """
    return {folded(name): name for name in names if name is not None}


def in_newest_spelling(name: str | None, spellings: Mapping[str, str]) -> str | None:
    """The name in the spelling of its folded form, where there is one."""
    return None if name is None else spellings.get(folded(name), name)

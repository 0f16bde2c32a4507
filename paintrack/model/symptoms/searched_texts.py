"""The patient's own words in what is stored, in which serious symptoms are looked for.

The table of fields is not imported here: the page does not need it, and it takes long to load.
"""

from paintrack.model.entries import AnyEntry, Rating, SideEffect

# By the names of the fields, in the order of the table; they mean the same in every class that has them.
SEARCHED_TEXTS = ("words", "outcome", "took", "note", "text")


def texts_of(holder: AnyEntry | Rating | SideEffect) -> dict[str, str]:
    """The patient's own words in an entry or a part of it, by field name; absent fields are left out."""
    return {name: text for name in SEARCHED_TEXTS if (text := getattr(holder, name, None))}

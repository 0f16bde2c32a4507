"""The hint that a new diary begins: after a typing slip in the path, the diary would be split in two unnoticed."""

from collections.abc import Sequence

from paintrack.model.displayed_text import visible
from paintrack.views.text_layout import fill


def new_diary_hint(path: str, other_paths: Sequence[str], width: int) -> str:
    """Where the new diary begins, and the paths of others that exist already."""
    places = [
        ("A new diary begins:", path),
        *(("You have another one:", each) for each in other_paths),
    ]
    return "\n".join(
        fill(f"{words} {visible(place)}", width, rest="  ", whole_words=True, paths=[place]) for words, place in places
    )

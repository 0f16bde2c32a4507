"""That a new diary begins: with a slip in the path, the old one would be split unseen."""

from collections.abc import Sequence

from paintrack.model.typed.typed_text import visible
from paintrack.views.text_layout import fill


def new_diary_hint(path: str, others: Sequence[str], width: int) -> str:
    """Where the new diary begins, and where there are others already."""
    places = [("A new diary begins:", path), *(("The entries of another one stay there:", each) for each in others)]
    return "\n".join(fill(f"{words} {visible(place)}", width, rest="  ", whole_words=True) for words, place in places)

"""That a new diary begins, for whom a slip in a path would split the old one."""

from paintrack.model.typed.typed_text import visible
from paintrack.views.text_layout import fill


def new_diary_hint(path: str, other: str | None, width: int) -> str:
    """Where the new diary begins; `other` is where there is one already, None for nowhere."""
    places = [("A new diary begins:", path)]
    if other is not None:
        places.append(("The entries of another one stay there:", other))
    return "\n".join(fill(f"{words} {visible(place)}", width, rest="  ", whole_words=True) for words, place in places)

"""Changes that are taken back or put back: one as a sentence, several as a list."""

from collections.abc import Sequence

from paintrack.views.text_layout import fill


def step_list(heading: str, changes: Sequence[str], width: int) -> str:
    """The changes, a line each, in the order in which they are made."""
    rows = [fill(change, width, first="  ", rest="    ", whole_words=True) for change in changes]
    return "\n".join([f"{heading}:", *rows])

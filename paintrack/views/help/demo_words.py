"""What the demo says above, between and below its screens."""

from paintrack.views.text_layout import fill

DEMO_CLOSING = "This was the sample. Your own first score: paintrack before 7"


def demo_title(condition: str, *, width: int) -> str:
    """Says that nothing on these screens is the person's own; `condition` is what the invented course is about."""
    return fill(f"A SAMPLE: an invented course for {condition}. Nothing of yours is shown or changed.", width)


def typed_line(word: str, *, plain: bool) -> str:
    """The command whose screen follows, after a prompt; `plain`: without the prompt, for a screen reader."""
    return f"{'' if plain else '$ '}paintrack {word}"

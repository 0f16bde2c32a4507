"""How much a test tries: how many examples a property draws, how long a history is."""

from hypothesis import settings

# The tests give their counts for a profile that draws so many examples of a property.
_USUAL_EXAMPLES = 100


def examples(count: int) -> settings:
    """Settings with this many examples where a profile draws 100 of each property, else in proportion."""
    return settings(max_examples=in_proportion(count))


def in_proportion(count: int) -> int:
    """So many where a profile draws 100 examples of each property, else in proportion; at least 1."""
    return max(1, count * settings().max_examples // _USUAL_EXAMPLES)

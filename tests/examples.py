"""How much a test tries: how many examples a property draws, how long a history is."""

from hypothesis import settings

# The profile that counts are given for; hypothesis of itself draws as many.
_EXAMPLES_OF_COUNT = 100


def examples(count: int) -> settings:
    """Settings with this many examples where a profile draws 100 of each property, else in proportion."""
    return settings(max_examples=in_proportion(count))


def in_proportion(count: int) -> int:
    """So many where a profile draws 100 examples of each property, else in proportion; at least 1."""
    return max(1, count * settings().max_examples // _EXAMPLES_OF_COUNT)

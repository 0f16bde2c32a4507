"""How much a test tries: how many examples a property draws, how long a history is."""

from hypothesis import settings

_USUAL = 100


def examples(count: int) -> settings:
    """Settings with this many examples; under a profile that draws fewer than the usual 100, in proportion fewer."""
    return settings(max_examples=in_proportion(count))


def in_proportion(count: int) -> int:
    """So many; under a profile that draws fewer examples than the usual 100 in proportion fewer, at least 1."""
    return max(1, count * settings().max_examples // _USUAL)

"""How many examples a property test draws."""

from hypothesis import settings

_USUAL = 100


def examples(count: int) -> settings:
    """Settings with this many examples; under a profile that draws fewer than the usual 100, in proportion fewer."""
    return settings(max_examples=max(1, count * settings().max_examples // _USUAL))

"""All classes of errors that paintrack has, in whatever module they are."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import paintrack
from paintrack.errors import PaintrackError


@cache
def error_classes() -> frozenset[type[PaintrackError]]:
    """The classes below `PaintrackError`."""
    for module in walk_packages(paintrack.__path__, "paintrack."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return frozenset(_subclasses_of(PaintrackError))


def _subclasses_of(error_class: type[PaintrackError]) -> set[type[PaintrackError]]:
    below = {each for each in error_class.__subclasses__() if each.__module__.startswith("paintrack.")}
    return below.union(*map(_subclasses_of, below))

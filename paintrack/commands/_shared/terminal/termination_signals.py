"""The signals of a closed terminal and of a request to end, raised as an error in a block so that it can clean up."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Never

from paintrack.errors import StoppedError

_SIGNALS = ("SIGHUP", "SIGTERM")


@contextmanager
def raised_as_stopped() -> Iterator[None]:
    """Within the block SIGHUP and SIGTERM raise StoppedError, unless they are ignored or have another handler."""
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    default = [number for number, handler in handlers.items() if handler is signal.SIG_DFL]
    try:
        for number in default:
            signal.signal(number, _stop)
        yield
    finally:
        for number in default:
            signal.signal(number, signal.SIG_DFL)


def _stop(_signal: int, _frame: FrameType | None) -> Never:
    raise StoppedError("Stopped.")

"""A terminal that is closed, and a request to end: an error within a block, so that the block can clean up."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Never

from paintrack.errors import StoppedError

_SIGNALS = ("SIGHUP", "SIGTERM")


@contextmanager
def raised_as_stopped() -> Iterator[None]:
    """Within the block a closed terminal and a request to end raise StoppedError; where one is ignored it stays so."""
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

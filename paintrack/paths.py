"""What stands at a path, for paths as people type them: too long, with a loop of links, where nobody may look.

The methods of Path raise OSError, ValueError or RuntimeError for some of these, each version of Python for others.
Whoever then opens the file says what is wrong.
"""

import os
from contextlib import suppress
from pathlib import Path


def is_absent(path: Path) -> bool:
    """Whether nothing stands at the path; False also where that cannot be known."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def exists(path: Path) -> bool:
    """Whether something stands at the path, as far as that can be known."""
    with suppress(OSError, ValueError):
        path.stat()
        return True
    return False


def is_regular_file(path: Path) -> bool:
    """Whether a file stands at the path, as far as that can be known."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def is_same_file(first: Path, second: Path) -> bool:
    """Whether both paths lead to one file, as far as that can be known."""
    with suppress(OSError, ValueError):
        return first.samefile(second)
    return False


def real_path(path: Path) -> Path:
    """The absolute path without links, as far as those lead anywhere."""
    with suppress(OSError, ValueError):
        return Path(os.path.realpath(path))
    return path.absolute()

"""What is at a path that a person typed, which may be too long, a loop of links, or in a folder that cannot be read.

For some of these the methods of Path raise OSError, ValueError or RuntimeError, depending on the version of Python. The
functions here do not; what is wrong comes to light when the file is opened.
"""

import os
from contextlib import suppress
from pathlib import Path

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def is_absent(path: Path) -> bool:
    """Whether there is nothing at the path; False also if that cannot be known."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def exists(path: Path) -> bool:
    """Whether there is something at the path, as far as that can be known."""
    with suppress(OSError, ValueError):
        path.stat()
        return True
    return False


def is_regular_file(path: Path) -> bool:
    """Whether there is a regular file at the path or where it links to, as far as that can be known."""
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


def is_missing_folder(typed: str, path: Path) -> bool:
    """Whether the `path`, as typed, ends as that of a folder, with a slash, and there is none.

    A Path is without that slash, so that a file would be written under the name of the folder.
    """
    return typed.endswith(_SEPARATORS) and (is_regular_file(path) or is_absent(path))

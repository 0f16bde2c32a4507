"""Where the patient's file is: --db, else PAINTRACK_DB, else the platform's data folder."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from paintrack.errors import NoHomeFolderError, NoPathError, NotAFolderError
from paintrack.path_checks import exists, is_missing_folder

FILE_NAME = "paintrack.db"


def database_path(option: str | None, environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The absolute path of the file, which need not exist.

    `option` is the value of --db, None if it was not given. Raises NoPathError for a text that names no diary,
    NoHomeFolderError if the path depends on a home folder that is not known, and NotAFolderError.
    """
    configured = option if option is not None else environ.get("PAINTRACK_DB")
    if configured is None:
        return _data_folder(environ, platform) / FILE_NAME
    # `-` is standard input or output for other options; as a diary it can only be a slip.
    if configured.strip() in ("", "-") or "\0" in configured:
        raise NoPathError(by_option=option is not None)
    try:
        path = Path(configured).expanduser().absolute()
    except RuntimeError:
        raise NoHomeFolderError(configured) from None
    if is_missing_folder(configured, path):
        raise NotAFolderError(configured, is_file=exists(path))
    return path


def diaries_elsewhere(
    path: Path, option: str | None, environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> list[Path] | None:
    """If the file does not exist, perhaps because of a slip in its path: an existing diary that may be meant.

    The list has one path at most: the one without --db, the usual one, or a file in the same folder with the same
    suffix. It is empty if the person chose a path in a folder that does not exist. None if the file exists, or if
    nothing suggests a slip.
    """
    try:
        if path.exists():
            return None
        is_folder_there = path.parent.exists()
        own = [_data_folder(environ, platform) / FILE_NAME]
        # Behind --db a PAINTRACK_DB that names no diary does no harm.
        with suppress(NoHomeFolderError, NoPathError, NotAFolderError):
            own.insert(0, database_path(None, environ, platform))
        beside = sorted(each for each in path.parent.iterdir() if each.suffix == path.suffix) if is_folder_there else []
        existing_files = [each for each in (*own, *beside) if each != path and each.is_file()]
    except (OSError, NoHomeFolderError):
        return None
    is_chosen = option is not None or "PAINTRACK_DB" in environ
    return existing_files[:1] if existing_files or (is_chosen and not is_folder_there) else None


def _data_folder(environ: Mapping[str, str], platform: str) -> Path:
    # platformdirs does the same, but takes 15 % of the time of a `log`.
    try:
        home = Path.home()
    except RuntimeError:
        raise NoHomeFolderError from None
    if platform == "darwin":
        return home / "Library" / "Application Support" / "paintrack"
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "paintrack"
    data_home = environ.get("XDG_DATA_HOME", "")
    return (Path(data_home) if data_home.startswith("/") else home / ".local" / "share") / "paintrack"

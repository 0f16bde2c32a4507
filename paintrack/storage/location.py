"""Where the patient's file is: --db, else PAINTRACK_DB, else the platform's folder for data."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from paintrack.errors import UsageError

FILE_NAME = "paintrack.db"


def database_path(option: str | None, environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The path of the file, which need not exist. Raises UsageError for a path that can be none."""
    chosen = option if option is not None else environ.get("PAINTRACK_DB")
    if chosen is None:
        return _data_folder(environ, platform) / FILE_NAME
    if not chosen.strip() or "\0" in chosen:
        source = "--db" if option is not None else "PAINTRACK_DB"
        raise UsageError(f"{source} names no file. Give a path such as ~/paintrack.db.")
    try:
        return Path(chosen).expanduser().absolute()
    except RuntimeError:
        raise UsageError(f"There is no home folder for {chosen}. Give a path such as ~/paintrack.db.") from None


def _data_folder(environ: Mapping[str, str], platform: str) -> Path:
    # platformdirs says the same and costs 15 % of `log`.
    try:
        home = Path.home()
    except RuntimeError:
        raise UsageError("Your home folder is not known. Give a path: --db PATH, or set PAINTRACK_DB.") from None
    if platform == "darwin":
        return home / "Library" / "Application Support" / "paintrack"
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "paintrack"
    data = environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data.startswith("/") else home / ".local" / "share") / "paintrack"

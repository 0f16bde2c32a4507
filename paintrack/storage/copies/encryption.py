"""Copies encrypted with a passphrase in the age format (https://age-encryption.org/v1), by pyrage: the extra `age`."""

import sys
from pathlib import Path
from types import ModuleType

from paintrack.errors import FileTroubleError, MissingExtraError
from paintrack.path_checks import is_regular_file

EXTENSION = ".age"
# The same requirement as in the extra `age`.
PYRAGE = "pyrage>=1.4,<2"
_BEGINNINGS = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
# How the error of pyrage begins where a copy asks for more work than this computer does in some 16 seconds. That is
# measured anew at each try, and too low while the computer stands still for a moment.
_TOO_MUCH_WORK = "Excessive work"
_TRIES = 3


def is_encrypted(path: Path) -> bool:
    """Whether the file begins as one in the age format does; False where it cannot be read."""
    if not is_regular_file(path):
        return False
    try:
        with path.open("rb") as file:
            return file.read(max(map(len, _BEGINNINGS))).startswith(_BEGINNINGS)
    except OSError:
        return False


def reject_missing_extra() -> None:
    """Raise MissingExtraError if the extra is missing or broken, so that no passphrase is asked for in vain."""
    _pyrage()


def encrypt(content: bytes, passphrase: str) -> bytes:
    """The content as a file that the passphrase opens, here or in the program age. Takes about a second."""
    encrypted: bytes = _pyrage().passphrase.encrypt(content, passphrase)
    return encrypted


def decrypt(encrypted: bytes, passphrase: str, path: Path) -> bytes:
    """The content of an encrypted file. Raises FileTroubleError, whose sentence names `path`."""
    pyrage = _pyrage()
    for _ in range(_TRIES):
        try:
            content: bytes = pyrage.passphrase.decrypt(encrypted, passphrase)
        except pyrage.DecryptError as error:
            if not str(error).startswith(_TOO_MUCH_WORK):
                raise FileTroubleError(
                    f"The passphrase does not open {path}, or the file is damaged or meant for a key.",
                    path,
                ) from None
        else:
            return content
    raise FileTroubleError(
        f"{path} was not opened: that would take this computer too long now, whatever the passphrase. "
        "Try again when it is less busy, or on a faster one.",
        path,
    )


def _pyrage() -> ModuleType:
    try:
        import pyrage

        # What is left of a removed library loads as an empty package.
        _ = pyrage.passphrase.encrypt, pyrage.passphrase.decrypt, pyrage.DecryptError
    except (ImportError, AttributeError) as error:
        raise MissingExtraError(PYRAGE, purpose="An encrypted copy", python=sys.executable, error=error) from None
    module: ModuleType = pyrage
    return module

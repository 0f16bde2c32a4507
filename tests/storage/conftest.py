"""Files as the storage tests need them."""

import os
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

NOBODY = 65534
# What a first write loads, and nobody may not be able to read.
for module in ("paintrack.storage.file.migrations", "sqlite_utils"):
    import_module(module)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of the test is; it is not there yet."""
    return tmp_path / "mine.db"


@pytest.fixture
def folder_of_nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own in which permissions count, also where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            folder.chmod(0o700)
            return
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(0)


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A umask that takes nothing away."""
    former = os.umask(0)
    yield
    os.umask(former)

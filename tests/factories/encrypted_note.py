"""An encrypted copy of a diary with one session, and an encryption that takes no time."""

from hashlib import sha256
from pathlib import Path

import pyrage
import pytest

# Written by other code after https://age-encryption.org/v1, with a work factor of 2^4: what paintrack encrypts costs
# whoever opens it about a second.
ENCRYPTED_NOTE = Path(__file__).parents[1] / "samples" / "note.age"
ENCRYPTED_WITH = "correct horse battery staple"
"""The passphrase."""
NOTE = "SECRET"
"""What the session notes."""


def make_encryption_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the passphrase and the content side by side, where pyrage takes seconds and nothing is tested of it."""

    def beginning(passphrase: str) -> bytes:
        return b"age-encryption.org/v1\n" + sha256(passphrase.encode()).digest()

    def decrypt(encrypted: bytes, passphrase: str) -> bytes:
        if not encrypted.startswith(beginning(passphrase)):
            raise pyrage.DecryptError
        return encrypted.removeprefix(beginning(passphrase))

    monkeypatch.setattr("pyrage.passphrase.encrypt", lambda content, passphrase: beginning(passphrase) + content)
    monkeypatch.setattr("pyrage.passphrase.decrypt", decrypt)

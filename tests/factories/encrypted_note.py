"""An encrypted copy of a diary with one session."""

from pathlib import Path

# Written by other code after https://age-encryption.org/v1, with a work factor of 2^4: what paintrack encrypts costs
# whoever opens it about a second.
ENCRYPTED_NOTE = Path(__file__).parents[1] / "samples" / "note.age"
ENCRYPTED_WITH = "correct horse battery staple"
"""The passphrase."""
NOTE = "SECRET"
"""What the session notes."""

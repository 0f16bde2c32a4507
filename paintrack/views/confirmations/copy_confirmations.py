"""What backup and restore did, and how to go back."""

from collections.abc import Mapping

from paintrack.model.typed.typed_text import shell_quoted, visible
from paintrack.views.confirmations.confirmation_parts import INDENT
from paintrack.views.confirmations.export_result import counts_in_words
from paintrack.views.text_layout import fill


def backup_confirmation(path: str, counts: Mapping[str, int], *, width: int) -> str:
    """Where the backup is, what it holds, how it is restored."""
    return f"{fill(f'Backup written and read back: {counts_in_words(counts)}.', width)}\n{restore_command(path)}"


def restore_command(path: str, beginning: str = "To restore it") -> str:
    """How a copy is restored: a line to be copied, so it is never wrapped."""
    return f"{INDENT}{beginning}: paintrack restore {visible(shell_quoted(path))}"

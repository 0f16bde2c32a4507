"""Where a purged word still stands, in the bytes of all files of a folder."""

from pathlib import Path

PURGE = ["purge", "--yes", "--remove-backups"]


def files_with(folder: Path, word: str) -> list[str]:
    """The names of all files in the folder, at any depth, in whose bytes the word stands."""
    return sorted(
        each.name for each in folder.rglob("*") if each.is_file() and word.lower() in str(each.read_bytes()).lower()
    )

"""The options and arguments of every command, from `options.tsv`, which a test generates from the commands.

Loading typer and the module of a command takes up to twice as long as `log`: too long at the Tab key.
"""

from pathlib import Path
from typing import NamedTuple

import paintrack

PATH = Path(paintrack.__file__).parent / "data" / "completion" / "options.tsv"
# Stands for every command.
EVERY = "*"


class OptionRow(NamedTuple):
    """An option or, without `names`, the words of the command; `opposites` are names such as `--public`.

    `metavar` is what help calls the value, empty for a flag. `takes_several`: the option may be repeated, or the
    command takes several words.
    """

    names: tuple[str, ...]
    opposites: tuple[str, ...]
    metavar: str
    takes_several: bool
    help: str

    @property
    def name(self) -> str:
        """Its longest name."""
        return max(self.names, key=len, default="")


def option_rows_of(word: str) -> list[OptionRow]:
    """The rows of a command, then those of every command. Raises OSError."""
    lines = PATH.read_text(encoding="utf-8").splitlines()
    return [_row(line) for each in (word, EVERY) for line in lines if line.startswith(f"{each}\t")]


def _row(line: str) -> OptionRow:
    _, names, opposites, metavar, several, text = line.split("\t")
    return OptionRow(tuple(names.split()), tuple(opposites.split()), metavar, bool(several), text)

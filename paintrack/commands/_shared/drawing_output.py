"""A drawing to a file or to standard output."""

from pathlib import Path

from paintrack.errors import UsageError
from paintrack.exchange.formats import STANDARD_STREAM

_EXTENSION = ".svg"


def reject_other_drawing(output: str) -> None:
    """Raise UsageError where the name of the file does not end in .svg: an image program would not open it."""
    if output != STANDARD_STREAM and Path(output).suffix.lower() != _EXTENSION:
        raise UsageError(f"The chart is written as SVG: paintrack trend -o chart{_EXTENSION}. You typed {output}.")


def write_drawing(drawing: str, output: str, *, force: bool, database: Path) -> None:
    """Write the drawing to the file, whole or not at all, and never over the `database`; `-` is standard output.

    Raises FileExistsAlreadyError when the file exists and `force` is False, FileTroubleError when it cannot be written,
    OutputLostError for standard output.
    """
    from paintrack.exchange.exporting import atomic_write

    if output == STANDARD_STREAM:
        with atomic_write.standard_output("The chart") as stream:
            stream.write(f"{drawing}\n")
        return
    with atomic_write.atomic_write(Path(output), force=force, own_file=database) as stream:
        stream.write(f"{drawing}\n")

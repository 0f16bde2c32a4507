"""What is meant by the name of a file without a command: `report.pdf`."""

from pathlib import Path

from paintrack.exchange.formats import format_by_extension, history_in_formats, history_out_formats, page_formats


def lines_of_file(name: str) -> list[list[str]]:
    """The command line that writes such a file, or for a history that is there the one that reads it; none for others.

    >>> lines_of_file("report.pdf"), lines_of_file("Dr.Li")
    ([['summary', '-o', 'report.pdf']], [])
    """
    if chosen := format_by_extension(name, history_out_formats()):
        is_to_read = chosen in history_in_formats() and Path(name).is_file()
        return [["import", name, "--dry-run"] if is_to_read else ["export", name]]
    if format_by_extension(name, page_formats()):
        return [["summary", "-o", name]]
    return [["trend", "-o", name]] if name.lower().endswith(".svg") else []

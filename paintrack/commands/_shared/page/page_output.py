"""The page for the appointment in the format that was chosen, to a file or to standard output."""

import sys
from pathlib import Path

from paintrack.analysis.summary import Summary
from paintrack.commands._shared.console import Console
from paintrack.errors import UsageError
from paintrack.model.typed_text import listed
from paintrack.views.json_values import json_values
from paintrack.views.page import page_text
from paintrack.views.page.page_content import page_picture
from paintrack.views.page.page_html import page_html
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.page_pdf import FONT, FONT_SIZE, page_pdf
from paintrack.views.trend.chart_svg import svg_chart

STANDARD_OUTPUT = "-"
PAGE_FORMATS = {"text": ".txt", "markdown": ".md", "html": ".html", "pdf": ".pdf", "json": ".json"}


def page_format(typed: str | None, output: str | None) -> str:
    """The key of `PAGE_FORMATS` that `--format` names, else the one for the ending of the output file, else text.

    Raises UsageError for an unknown format or ending, and for a PDF on a terminal.
    """
    if typed is not None and typed not in PAGE_FORMATS:
        raise UsageError(f"--format takes {listed(list(PAGE_FORMATS))}. You typed {typed}.")
    name = typed or _format_by_ending(output) or "text"
    to_terminal = output == STANDARD_OUTPUT and bool(sys.stdout and sys.stdout.isatty())
    if name == "pdf" and (output is None or to_terminal):
        raise UsageError("A PDF goes to a file: paintrack summary -o page.pdf")
    return name


def _format_by_ending(output: str | None) -> str:
    """The format for the ending of the file; empty where the ending says nothing."""
    if output is None or output == STANDARD_OUTPUT:
        return ""
    ending = Path(output).suffix.lower()
    name = next((name for name, suffix in PAGE_FORMATS.items() if suffix == ending), "")
    if not name and ending not in ("", ".text"):
        raise UsageError(f"The page cannot be written as {ending}: give --format {listed(list(PAGE_FORMATS))}.")
    return name


def render_page(summary: Summary, form: str, console: Console) -> str | bytes:
    """The page in one of `PAGE_FORMATS`, bytes for PDF; all but JSON have the same sentences and the same chart."""
    if form == "json":
        import json

        return json.dumps(json_values(summary), ensure_ascii=False, indent=2)
    from paintrack.views.trend import chart_dumbbell

    picture = page_picture(summary)
    has_text_chart = picture is not None and not (console.plain and form == "text")
    chart = (
        chart_dumbbell.dumbbell_chart(picture, width=page_text.WIDTH, ascii_only=console.ascii_only)
        if picture and has_text_chart
        else ""
    )
    page, slope = page_text.fitting_page(summary, chart), _slope(summary)
    match form:
        case "markdown":
            return page_markdown(page, chart=chart)
        case "html":
            svg = svg_chart(picture, slope=slope, paper="var(--paper)") if picture else ""
            return page_html(page, drawing=svg)
        case "pdf":
            svg = svg_chart(picture, slope=slope, font=FONT, size=FONT_SIZE) if picture else ""
            return page_pdf(page, drawing=svg)
    return page_text.page_text(page, chart)


def write_page(page: str | bytes, path: Path, *, force: bool, database: Path) -> None:
    """Write the page to a file, whole or not at all, and never over the `database`.

    Raises UsageError when the file exists and `force` is False, FileTroubleError when it cannot be written.
    """
    from paintrack.exchange.exporting import atomic_write

    with atomic_write.atomic_write(path, force=force, own_file=database) as stream:
        stream.buffer.write(_encoded(page))


def pipe_page(page: str | bytes) -> None:
    """Write what the file would hold to standard output, for a printer, a pager or another program.

    Raises OutputLostError.
    """
    from paintrack.exchange.exporting import atomic_write

    with atomic_write.standard_output("The page") as stream:
        stream.buffer.write(_encoded(page))


def _encoded(page: str | bytes) -> bytes:
    return page if isinstance(page, bytes) else f"{page.rstrip()}\n".encode()


def _slope(summary: Summary) -> float | None:
    """The slope of the main course, in points of the scale per session; None where it has none."""
    course = summary.main.course if summary.main else None
    return course.per_session.value if course and course.per_session else None

"""The page for the appointment in the format that was chosen, to a file or to standard output."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from paintrack.analysis.summary import Summary
from paintrack.commands._shared.terminal.console import Console
from paintrack.errors import UsageError
from paintrack.exchange.formats import (
    HTML,
    JSON,
    MARKDOWN,
    PDF,
    STANDARD_STREAM,
    TEXT,
    Format,
    format_by_extension,
    format_named,
    names_of,
    page_formats,
)
from paintrack.model.typed.typed_text import listed
from paintrack.views.json_values import json_values
from paintrack.views.page import page_text
from paintrack.views.page.page_content import build_page, page_picture, pages_for_sheets
from paintrack.views.page.page_html import page_html
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.page_pdf import FONT, FONT_SIZE, page_pdf
from paintrack.views.trend.charts.chart_svg import svg_chart
from paintrack.views.trend.trend_screen import trend_json


def page_format(typed: str | None, output: str | None) -> Format:
    """The format that `--format` names, else the one for the extension of the output file, else text.

    Raises UsageError for an unknown format or extension, and for one that no terminal can show on a terminal.
    """
    formats = page_formats()
    chosen = format_named(typed, formats) if typed is not None else _format_for(output)
    to_terminal = output == STANDARD_STREAM and bool(sys.stdout and sys.stdout.isatty())
    if formats[chosen].is_binary and (output is None or to_terminal):
        raise UsageError(f"A {chosen.label} goes to a file: paintrack summary -o page{chosen.extensions[0]}")
    return chosen


def _format_for(output: str | None) -> Format:
    """The format for the extension of the output file; text where there is none."""
    extension = "" if output is None else Path(output).suffix.lower()
    if output is None or not extension:
        return TEXT
    formats = page_formats()
    chosen = format_by_extension(output, formats)
    if chosen is None:
        names = listed(names_of(formats))
        raise UsageError(f"The page cannot be written as {extension}: give --format {names}.")
    return chosen


def render_page(summary: Summary, form: Format, console: Console) -> str | bytes:
    """The page in one of `page_formats`, bytes for PDF; all but JSON have the same sentences and the same chart."""
    return PAGE_RENDERERS[form](summary, console)


def _json(summary: Summary, _: Console) -> str:
    import json

    record = json_values(replace(summary, trends=())) | {"trends": list(map(trend_json, summary.trends))}
    return json.dumps(record, ensure_ascii=False, indent=2)


def _text(summary: Summary, console: Console) -> str:
    chart = "" if console.plain else _text_chart(summary, console)
    ascii_only = console.plain or console.ascii_only
    page = page_text.fitting_page(summary, chart, ascii_only=ascii_only)
    return page_text.page_text(page, chart, ascii_only=ascii_only)


def _markdown(summary: Summary, console: Console) -> str:
    return page_markdown(build_page(summary), chart=_text_chart(summary, console), ascii_only=console.ascii_only)


def _html(summary: Summary, _: Console) -> str:
    drawing = svg_chart(summary.main.picture, paper="var(--paper)", has_key=False) if summary.main else ""
    return page_html(build_page(summary), drawing=drawing)


def _pdf(summary: Summary, _: Console) -> bytes:
    drawing = svg_chart(summary.main.picture, font=FONT, size=FONT_SIZE, has_key=False) if summary.main else ""
    return page_pdf(pages_for_sheets(summary), drawing=drawing)


# Drawing is for views, which know no formats: a row with a page has a renderer here.
PAGE_RENDERERS: Mapping[Format, Callable[[Summary, Console], str | bytes]] = {
    TEXT: _text,
    MARKDOWN: _markdown,
    HTML: _html,
    PDF: _pdf,
    JSON: _json,
}


def _text_chart(summary: Summary, console: Console) -> str:
    """The chart as text; by date where there are readings alone."""
    from paintrack.views.trend.charts import chart_by_date, chart_dumbbell

    picture = page_picture(summary)
    if picture is None:
        return ""
    draw = chart_dumbbell.dumbbell_chart if picture.bars else chart_by_date.date_chart
    return draw(picture, width=page_text.WIDTH, ascii_only=console.ascii_only)


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

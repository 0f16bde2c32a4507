"""The page for the appointment, rendered in the chosen format."""

import sys
from collections.abc import Callable, Mapping

from paintrack.analysis.page_figures import Summary
from paintrack.commands._shared.page.document_output import Document, document_format
from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.terminal.db_option_in_shown_commands import with_named_file
from paintrack.commands._shared.terminal.stream_output import terminal_width
from paintrack.exchange.formats import HTML, JSON, MARKDOWN, PDF, PLAIN_TEXT, Format, page_formats
from paintrack.views.page import page_as_text
from paintrack.views.page.page_chart_as_text import whole_chart
from paintrack.views.page.page_content import build_page, pages_for_sheets

# Turns a sentence that names commands into the one to show: on the screen with `--db` in them, in a document as it is.
Complete = Callable[[str], str]
PAGE = Document("page", "summary", page_formats())


def page_format(typed: str | None, output: str | None) -> Format:
    """The format of the page, see `document_format`."""
    return document_format(PAGE, typed, output)


def render_page(summary: Summary, form: Format, console: Console, *, is_for_screen: bool = False) -> str | bytes:
    """The page in one of `page_formats`, as bytes for PDF; all formats but JSON have the same sentences and chart.

    With --plain, text has no chart, and is in words for a screen reader. With `is_for_screen`, text is no wider than
    the terminal, and the commands in it get `--db PATH` if that was typed; a document is for others to read, so it does
    not show the path.
    """
    width = min(terminal_width(sys.stdout), page_as_text.PAGE_WIDTH) if is_for_screen else page_as_text.PAGE_WIDTH
    return PAGE_RENDERERS[form](summary, console, width, with_named_file if is_for_screen else str)


def _json(summary: Summary, _: Console, __: int, ___: Complete) -> str:
    from paintrack.views.page.page_json import page_json

    return page_json(summary)


def _text(summary: Summary, console: Console, width: int, complete: Complete) -> str:
    if console.plain:
        from paintrack.data.point_table import full_names
        from paintrack.views.page.spoken_page import page_plain

        names = full_names(point for point, _ in summary.points)
        return page_plain(build_page(summary, has_chart=False, complete=complete), names)
    ascii_only = console.ascii_only
    if width < page_as_text.PAGE_WIDTH:
        from paintrack.views.page.page_narrow import narrow_page

        chart = whole_chart(summary, width=width, ascii_only=ascii_only)
        return narrow_page(build_page(summary, complete=complete), chart, width=width, ascii_only=ascii_only)
    return page_as_text.page_text(summary, ascii_only=ascii_only, complete=complete)


def _markdown(summary: Summary, console: Console, _: int, complete: Complete) -> str:
    from paintrack.views.page.page_markdown import page_markdown

    chart = whole_chart(summary, width=page_as_text.PAGE_WIDTH, ascii_only=console.ascii_only)
    return page_markdown(build_page(summary, complete=complete), chart=chart, ascii_only=console.ascii_only)


def _html(summary: Summary, _: Console, __: int, ___: Complete) -> str:
    from paintrack.views.page.html.page_html import page_charts, page_html

    charts = page_charts(summary.main.chart_data) if summary.main else None
    return page_html(build_page(summary), charts=charts)


def _pdf(summary: Summary, _: Console, __: int, ___: Complete) -> bytes:
    from paintrack.views.page.pdf.page_pdf import DRAWING_FONT, DRAWING_FONT_SIZE, page_pdf
    from paintrack.views.trend.charts.chart_svg import svg_chart

    drawing = (
        svg_chart(summary.main.chart_data, font=DRAWING_FONT, size=DRAWING_FONT_SIZE, has_key=False)
        if summary.main
        else ""
    )
    return page_pdf([*pages_for_sheets(summary)], drawing=drawing)


# Views render the page but do not know the formats, so each format with a page is mapped to its renderer here.
PAGE_RENDERERS: Mapping[Format, Callable[[Summary, Console, int, Complete], str | bytes]] = {
    PLAIN_TEXT: _text,
    MARKDOWN: _markdown,
    HTML: _html,
    PDF: _pdf,
    JSON: _json,
}

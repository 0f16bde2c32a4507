"""The page for the appointment."""

from pathlib import Path
from typing import Annotated

import typer

from paintrack.analysis.page_figures import is_worth_a_page, summary_of
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.unrecorded_names_in_filters import all_recorded, show_meant, warn_of_unrecorded
from paintrack.commands._shared.options.common_options import NoPagerOption, OutputOption
from paintrack.commands._shared.page.document_output import (
    ForceOption,
    PaperOption,
    pipe_document,
    reject_force,
    reject_other_form,
    reject_paper,
    write_document,
)
from paintrack.commands._shared.page.page_rendering import PAGE, page_format, render_page
from paintrack.commands._shared.page.page_scope_options import PageOptions
from paintrack.errors import UsageError
from paintrack.exchange.formats import HTML, JSON, PLAIN_TEXT, STANDARD_STREAM, names_of
from paintrack.model.displayed_text import visible_path
from paintrack.model.entries import readings_of, sessions_of
from paintrack.model.selection import Selection
from paintrack.views.page.empty_page import empty_page
from paintrack.views.value_words import counted

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"{', '.join(names_of(PAGE.formats))}. Default: by FILE, or {PLAIN_TEXT.name}.",
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the HTML page in the browser.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="The figures as JSON, for programs.")]


def run(
    context: Context,
    options: PageOptions,
    form: FormatOption = None,
    output: OutputOption = None,
    paper: PaperOption = None,
    force: ForceOption = False,
    open_it: Open = False,
    no_pager: NoPagerOption = False,
    as_json: JsonFlag = False,
) -> None:
    """Print the page for the appointment, or write it as text, Markdown, HTML or PDF.

    paintrack summary -o page.html
    """
    if as_json:
        reject_other_form(PAGE, "--json", JSON, form, output)
    reject_force(PAGE, output, force=force)
    page_form = JSON if as_json else page_format(form, output)
    reject_paper(PAGE, paper, page_form)
    if open_it and (output in (None, STANDARD_STREAM) or page_form is not HTML):
        from paintrack.views.refusals.option_refusals import open_without_page

        raise UsageError(open_without_page())
    options.reject_two_periods()
    options.reject_shown_and_hidden()
    today = context.now.date()
    with context.open_reader(checked=output is not None) as reader:
        entries, settings = reader.entries(Selection()), reader.settings()
        scope = options.page_scope(reader, today)
        meant = warn_of_unrecorded(context, reader, scope.condition, scope.practitioner)
        are_recorded = all_recorded(reader, scope.condition, scope.practitioner)
    summary = summary_of(entries, settings | ({"paper": paper} if paper else {}), scope, today)
    if summary.kept_off:
        context.console.hint(
            f"Kept off the page: {counted(summary.kept_off, 'private entry', 'private entries')} (--private)."
        )
    has_scores = bool(sessions_of(entries) or readings_of(entries))
    if page_form is not JSON and not is_worth_a_page(summary, scope, has_scores=has_scores):
        if meant:
            show_meant(context, "summary", meant)
            return
        context.console.say(
            empty_page(scope.condition, scope.practitioner, has_scores=has_scores, are_recorded=are_recorded)
        )
        return
    page = render_page(summary, page_form, context.console, is_for_screen=output is None)
    if output is None:
        text = page if isinstance(page, str) else ""
        context.console.say_long(lambda _: text, may_page=not no_pager and page_form is not JSON, is_typed=True)
    elif output == STANDARD_STREAM:
        pipe_document(PAGE, page)
    else:
        _write(context, page, Path(output), force=force)
        if open_it:
            import webbrowser

            webbrowser.open(Path(output).absolute().as_uri())


def _write(context: Context, page: str | bytes, path: Path, *, force: bool) -> None:
    write_document(page, path, force=force, database=context.path)
    with context.open_writer(create=False) as writer:
        writer.record_page_day(context.now.date())
    context.console.hint(f"The page is in {visible_path(path)}.", paths=[str(path)])

"""A document to read (the page for the appointment, the statement for an insurer): its format, and where it goes."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from paintrack.errors import MissingExtraError, UsageError
from paintrack.exchange.formats import (
    HTML,
    PDF,
    PLAIN_TEXT,
    STANDARD_STREAM,
    Format,
    PageOut,
    format_by_extension,
    format_labels_of,
    format_named,
    names_of,
    office_extension,
)
from paintrack.model.displayed_text import isolated, listed
from paintrack.model.settings import PAPERS

# The same requirement as in the extra `pdf`.
TYPST = "typst>=0.15,<0.16"

PaperOption = Annotated[str | None, typer.Option("--paper", metavar="SIZE", help=f"{listed([*PAPERS])}.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace the file when it is there already.")]


class Document(NamedTuple):
    """A document: what sentences call it (`page`), the command line that makes it, and its formats.

    The command line is without `paintrack`: `summary`.
    """

    noun: str
    command_line: str
    formats: Mapping[Format, PageOut]

    def example(self, form: Format) -> str:
        """The command line that writes the document in a format: `summary -o page.pdf`."""
        return f"{self.command_line} -o {self.noun}{form.extensions[0]}"


def document_format(document: Document, typed: str | None, output: str | None) -> Format:
    """The format that `--format` names, else the one for the extension of the output file, else text.

    Raises UsageError for an unknown format or extension, for a binary format without a file or a pipe to write to, and
    MissingExtraError for PDF without the extra.
    """
    formats = document.formats
    if extension := office_extension(output or ""):
        from paintrack.views.refusals.option_refusals import no_office_file

        raise UsageError(no_office_file(extension, document.example(HTML).split()))
    chosen = format_named(typed, formats) if typed is not None else _format_for(document, output)
    is_to_terminal = output == STANDARD_STREAM and bool(sys.stdout and sys.stdout.isatty())
    if formats[chosen].is_binary and (output is None or is_to_terminal):
        from paintrack.views.refusals.option_refusals import binary_without_file

        raise UsageError(binary_without_file(chosen.label, document.example(chosen)))
    if chosen is PDF:
        _reject_unusable_typst(document)
    return chosen


def _reject_unusable_typst(document: Document) -> None:
    """Raise MissingExtraError, with what makes the HTML form, if the extra that sets PDF files is missing or broken."""
    try:
        import typst

        # What is left of a removed library loads as an empty package.
        _ = typst.compile
    except (ImportError, AttributeError) as error:
        from paintrack.views.refusals.option_refusals import html_in_place_of_pdf

        instead = html_in_place_of_pdf(document.example(HTML))
        raise MissingExtraError(TYPST, purpose="a PDF", python=sys.executable, instead=instead, error=error) from None


def _format_for(document: Document, output: str | None) -> Format:
    """The format for the extension of the output file; text without a file or an extension. Raises UsageError."""
    extension = "" if output is None else Path(output).suffix.lower()
    if output is None or not extension:
        return PLAIN_TEXT
    chosen = format_by_extension(output, document.formats)
    if chosen is None:
        names = listed(names_of(document.formats))
        raise UsageError(f"The {document.noun} cannot be written as {extension}: give --format {names}.")
    return chosen


def reject_other_form(document: Document, option: str, form: Format, typed: str | None, output: str | None) -> None:
    """Raise UsageError for a `--format` beside the `option` for a form (`--json`), or a file, that says another one."""
    if typed not in (None, form.name):
        raise UsageError(f"{option} and --format {typed} are two forms: give one of the two.")
    named = None if output is None else format_by_extension(output, document.formats)
    if named not in (None, form):
        from paintrack.views.refusals.option_refusals import file_of_other_form

        raise UsageError(file_of_other_form(option, form.label, document.example(form)))


def reject_paper(document: Document, paper: str | None, form: Format) -> None:
    """Raise UsageError for an unknown paper, or for a format without paper."""
    if paper not in (None, *PAPERS):
        raise UsageError(f"--paper takes {listed([*PAPERS])}. You typed {isolated(paper)}.")
    if paper is not None and not document.formats[form].has_paper:
        from paintrack.views.refusals.option_refusals import paper_without_sheets

        with_paper = listed(format_labels_of(row for row, out in document.formats.items() if out.has_paper))
        example = f"{document.command_line} --paper {paper} -o {document.noun}{HTML.extensions[0]}"
        raise UsageError(paper_without_sheets(with_paper, example))


def reject_force(document: Document, output: str | None, *, force: bool) -> None:
    """Raise UsageError for --force if no file is written."""
    if force and output in (None, STANDARD_STREAM):
        from paintrack.views.refusals.option_refusals import force_without_file

        raise UsageError(force_without_file(f"{document.command_line} -o FILE --force"))


def write_document(content: str | bytes, path: Path, *, force: bool, database: Path) -> None:
    """Write the document to a file, whole or not at all, and never over the `database`.

    Raises UsageError if the file exists and `force` is False, FileTroubleError if it cannot be written.
    """
    from paintrack.exchange.exporting import atomic_write

    with atomic_write.atomic_write(path, force=force, own_file=database) as stream:
        stream.buffer.write(_encoded(content))


def pipe_document(document: Document, content: str | bytes) -> None:
    """Write the document as it would be in a file to standard output, for a printer, a pager or another program.

    Raises OutputLostError.
    """
    from paintrack.exchange.exporting import atomic_write

    with atomic_write.standard_output(f"The {document.noun}") as stream:
        stream.buffer.write(_encoded(content))


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else f"{content.rstrip()}\n".encode()

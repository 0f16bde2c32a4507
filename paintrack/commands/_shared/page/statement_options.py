"""The options of the statement for an insurer, as typed."""

from typing import Annotated

import typer

from paintrack.commands._shared.options.common_options import OutputOption, reject_ignored
from paintrack.commands._shared.options.option_group import option_group
from paintrack.commands._shared.page.document_output import (
    Document,
    ForceOption,
    PaperOption,
    document_format,
    reject_force,
    reject_other_form,
    reject_paper,
)
from paintrack.exchange.formats import CSV, HTML, PDF, PLAIN_TEXT, Format, format_labels_of, names_of, statement_formats
from paintrack.model.displayed_text import listed
from paintrack.model.statement_columns import STATEMENT_COLUMNS

STATEMENT = Document("statement", "costs --visits", statement_formats())


@option_group
class StatementOptions:
    """What the statement holds and where it goes, as typed."""

    visits: Annotated[
        bool,
        typer.Option(
            "--visits",
            help=f"List the visits for an insurer: {', '.join(STATEMENT_COLUMNS)}; no score, condition or note.",
        ),
    ] = False
    only_open: Annotated[
        bool, typer.Option("--open", help="Only visits that you paid for, with no refund recorded yet, not even 0.")
    ] = False
    with_change: Annotated[
        bool, typer.Option("--with-change", help="Add how the score of one condition changed; --for says which.")
    ] = False
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"{', '.join(names_of(STATEMENT.formats))}. Default: by file extension, else {PLAIN_TEXT.name}.",
        ),
    ] = None
    output: OutputOption = None
    paper: PaperOption = None
    force: ForceOption = False

    @property
    def is_statement(self) -> bool:
        """Whether the statement is asked for, rather than the sums by year."""
        return self.visits or self.only_open

    def checked_format(self, *, as_csv: bool, as_json: bool) -> Format | None:
        """The chosen format; None for --json. Raises UsageError for an option that would be ignored."""
        from paintrack.views.refusals.option_refusals import change_without_text, json_with_file

        if as_json:
            reject_ignored([self.form], f"--json and --format {self.form} are two forms: give one of the two.")
            reject_ignored([self.output], json_with_file(STATEMENT.example(CSV)))
        if as_csv:
            reject_other_form(STATEMENT, "--csv", CSV, self.form, self.output)
        reject_force(STATEMENT, self.output, force=self.force)
        chosen = document_format(STATEMENT, CSV.name if as_csv else self.form, self.output)
        reject_paper(STATEMENT, self.paper, chosen)
        if as_json or chosen is CSV:
            to_read = listed(format_labels_of([PLAIN_TEXT, HTML, PDF]))
            example = f"{STATEMENT.command_line} --with-change"
            reject_ignored([self.with_change], change_without_text(to_read, example))
        return None if as_json else chosen

    def reject_statement_options(self) -> None:
        """Raise UsageError for an option that the sums by year would ignore."""
        from paintrack.views.refusals.option_refusals import statement_options_alone

        values = [self.with_change, self.form, self.output, self.paper, self.force]
        reject_ignored(values, statement_options_alone(STATEMENT.example(HTML)))

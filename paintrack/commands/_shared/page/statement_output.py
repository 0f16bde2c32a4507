"""The statement for an insurer in the chosen format, on the screen or in a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from paintrack.analysis.insurer_statement import ScoreChange, Statement, statement_of, visit_rows, visits_of
from paintrack.commands._shared.context import Context
from paintrack.commands._shared.names.unrecorded_names_in_filters import warn_of_unrecorded
from paintrack.commands._shared.page.document_output import pipe_document, write_document
from paintrack.commands._shared.page.statement_options import STATEMENT, StatementOptions
from paintrack.commands._shared.terminal.console import Console
from paintrack.commands._shared.trend_query import conditions_in, trend_in
from paintrack.errors import UsageError
from paintrack.exchange.formats import CSV, HTML, PDF, PLAIN_TEXT, STANDARD_STREAM, Format
from paintrack.model.displayed_text import visible_path
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader
from paintrack.views.cost_table import NO_SESSION
from paintrack.views.statement.statement_content import build_statement, unpriced_remark
from paintrack.views.statement.statement_html import statement_html
from paintrack.views.statement.statement_pdf import statement_pdf
from paintrack.views.statement.statement_text import STATEMENT_WIDTH, statement_sentences, statement_text
from paintrack.views.text_layout import fill

_NOTHING_OPEN = "Nothing is open: no visit that fits is paid and without a covered amount."


def show_statement(
    context: Context, selection: Selection, options: StatementOptions, form: Format | None, *, may_page: bool
) -> None:
    """Show the selected visits or write them to a file, as JSON if `form` is None. Without a visit no file is written.

    Raises UsageError if the file exists, FileTroubleError and OutputLostError if the statement cannot be written.
    """
    console, today = context.console, context.now.date()
    with context.open_reader(checked=options.output is not None) as reader:
        settings = reader.settings() | ({"paper": options.paper} if options.paper else {})
        warn_of_unrecorded(context, reader, selection.condition, selection.practitioner)
        visits = visits_of(reader.sessions(selection), settings.get("currency"), only_open=options.only_open)
        change = _score_change(reader, selection) if options.with_change and visits else None
    if form is None:
        console.say_json(visit_rows(visits))
        return
    if not visits:
        console.say(fill(_NOTHING_OPEN if options.only_open else NO_SESSION, console.width))
        return
    statement = statement_of(visits, settings, selection, today, only_open=options.only_open, change=change)
    width = console.width if options.output is None else STATEMENT_WIDTH
    content = STATEMENT_RENDERERS[form](statement, console, width)
    if options.output is None:
        text = content if isinstance(content, str) else ""
        console.say_long(lambda _: text, may_page=may_page and form is not CSV, is_typed=True)
    elif options.output == STANDARD_STREAM:
        pipe_document(STATEMENT, content)
    else:
        path = Path(options.output)
        write_document(content, path, force=options.force, database=context.path)
        remark = unpriced_remark(visits)
        console.hint(f"The statement is in {visible_path(path)}.{f' {remark}' if remark else ''}", paths=[str(path)])


def _text(statement: Statement, console: Console, width: int) -> str:
    if console.plain:
        return statement_sentences(build_statement(statement, spoken=True))
    return statement_text(build_statement(statement), width=width)


def _html(statement: Statement, _: Console, __: int) -> str:
    return statement_html(build_statement(statement))


def _pdf(statement: Statement, _: Console, __: int) -> bytes:
    return statement_pdf(build_statement(statement))


def _csv(statement: Statement, _: Console, __: int) -> str:
    from paintrack.exchange.csv_file import table_as_csv

    return table_as_csv(visit_rows(statement.visits))


# Each format with a statement is mapped to its renderer here, as in `page_rendering`.
STATEMENT_RENDERERS: Mapping[Format, Callable[[Statement, Console, int], str | bytes]] = {
    PLAIN_TEXT: _text,
    HTML: _html,
    PDF: _pdf,
    CSV: _csv,
}


def _score_change(reader: Reader, selection: Selection) -> ScoreChange:
    """How the score of the selected condition, else of the main one, changed over the selected visits of one course.

    Raises UsageError if no condition is recorded.
    """
    from paintrack.analysis.condition.condition_sessions import arrivals_of

    condition = selection.condition or next(iter(conditions_in(reader)), None)
    if condition is None:
        from paintrack.views.refusals.option_refusals import change_without_scores

        raise UsageError(change_without_scores())
    figures = trend_in(reader, selection._replace(condition=condition))
    name = reader.spelling(condition) or condition
    return ScoreChange(name, figures.course, arrivals_of(figures.visits), figures.whole_course)

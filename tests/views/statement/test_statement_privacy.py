"""Nothing that was rated or noted reaches a statement: without it, every form is the same to the byte."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from paintrack.analysis.insurer_statement import visit_rows, visits_of
from paintrack.exchange.csv_file import table_as_csv
from paintrack.model.entries import Session
from paintrack.views.statement.statement_content import build_statement
from paintrack.views.statement.statement_html import statement_html
from paintrack.views.statement.statement_pdf import statement_pdf, statement_words
from paintrack.views.statement.statement_text import statement_sentences, statement_text
from tests.example_counts import examples
from tests.factories.courses import k1_sessions
from tests.factories.statements import priced, statement_for
from tests.strategies import timed_sessions

# What an insurer is told of a session, and what tells entries apart.
_TOLD = {"uid", "when", "entered", "edited", "number", "practitioner", "cost", "covered", "currency", "receipt"}


def without_health(session: Session) -> Session:
    """The session with the default of every field that is not told."""
    bare = Session(uid=session.uid, when=session.when, entered=session.entered, edited=session.edited)
    return replace(bare, **{name: getattr(session, name) for name in _TOLD})


def every_form(sessions: Sequence[Session], *, only_open: bool) -> list[object]:
    """The statement as text of two widths, as sentences, HTML, what a PDF is set of, CSV and JSON."""
    visits = visits_of(sessions, "EUR", only_open=only_open)
    if not visits:
        return []
    statement = statement_for(sessions, only_open=only_open, currency="EUR", name="Maria")
    page = build_statement(statement)
    texts = [statement_text(page, width=width) for width in (40, 80)]
    words = [statement_sentences(build_statement(statement, spoken=True)), statement_html(page), statement_words(page)]
    return [*texts, *words, table_as_csv(visit_rows(visits)), visit_rows(visits)]


@examples(60)
@given(st.lists(timed_sessions(), min_size=1, max_size=6), st.booleans())
def test_no_form_changes_with_what_was_rated_or_noted(entries: list[Session], only_open: bool) -> None:
    in_order = sorted(entries, key=lambda each: each.when.day)
    forms = every_form(in_order, only_open=only_open)
    assert forms == every_form([without_health(each) for each in in_order], only_open=only_open)


def test_the_pdf_does_not_either() -> None:
    visits = priced(k1_sessions(note="a secret", points=("LI4",)))
    bare = [without_health(visit) for visit in visits]
    assert statement_pdf(build_statement(statement_for(visits))) == statement_pdf(build_statement(statement_for(bare)))

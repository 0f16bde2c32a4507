"""The page for the appointment."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from paintrack.analysis.summary import HIDEABLE, Asked, Summary, summary_of
from paintrack.commands._shared.context import Here
from paintrack.commands._shared.options import OutputOption, reject_ignored
from paintrack.errors import UsageError
from paintrack.model.entry import AnyEntry, readings_of, sessions_of
from paintrack.model.moment import parse_day
from paintrack.model.selection import Selection
from paintrack.model.text import counted, listed, one_line, visible_line
from paintrack.views.json_values import json_values
from paintrack.views.page import page_text
from paintrack.views.page.page_content import page_picture
from paintrack.views.page.page_html import page_html
from paintrack.views.page.page_markdown import page_markdown
from paintrack.views.page.page_pdf import FONT, FONT_SIZE, page_pdf
from paintrack.views.trend.chart_svg import svg_chart

_STANDARD_OUTPUT = "-"
FORMATS = {"text": ".txt", "markdown": ".md", "html": ".html", "pdf": ".pdf", "json": ".json"}
For = Annotated[str | None, typer.Option("--for", metavar="CONDITION", help="Only this condition.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day on, or last-summary.")]
Last = Annotated[int | None, typer.Option("--last", metavar="N", help="The newest N sessions.")]
Hide = Annotated[str | None, typer.Option("--hide", metavar="PARTS", help=f"Leave out: {', '.join(HIDEABLE)}.")]
Costs = Annotated[bool, typer.Option("--costs", help="With what it cost.")]
SessionNotes = Annotated[bool, typer.Option("--session-notes", help="With the sessions' own notes.")]
Private = Annotated[bool, typer.Option("--private", help="With private notes, and what you wrote on self-harm.")]
Format = Annotated[str | None, typer.Option("--format", metavar="FORM", help=f"{', '.join(FORMATS)}.")]
Paper = Annotated[str | None, typer.Option("--paper", metavar="SIZE", help="a4 or letter.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.")]
Open = Annotated[bool, typer.Option("--open", help="Show the HTML page in the browser.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="The figures as JSON, for programs.")]


def run(
    here: Here,
    condition: For = None,
    since: Since = None,
    last: Last = None,
    hide: Hide = None,
    costs: Costs = False,
    session_notes: SessionNotes = False,
    private: Private = False,
    form: Format = None,
    output: OutputOption = None,
    paper: Paper = None,
    force: Force = False,
    open_it: Open = False,
    as_json: JsonFlag = False,
) -> None:
    """Print the page for the appointment, or write it to a file: text, Markdown, HTML or PDF.

    paintrack summary -o page.html
    """
    if as_json and form != "json":
        reject_ignored([form], f"--json and --format {form} are two forms: give one of the two.")
    if output is None:
        reject_ignored([force], "--force overwrites a file: paintrack summary -o FILE --force")
    chosen = "json" if as_json else _form(form, output)
    if paper not in (None, "a4", "letter"):
        raise UsageError(f"--paper takes a4 or letter. You typed {paper}.")
    if open_it and (output in (None, _STANDARD_OUTPUT) or chosen != "html"):
        raise UsageError("--open shows an HTML file: paintrack summary -o page.html --open")
    if since is not None and last is not None:
        raise UsageError("--since and --last both choose the period: give one of the two.")
    with here.reading() as reader:
        entries, settings, pages = reader.entries(Selection()), reader.settings(), reader.pages_written()
        name = None if condition is None else one_line(condition, "The condition")
        asked = Asked(
            condition=name and (reader.spelling(name) or name),
            since=_since(since, pages, here.now.date()),
            last=_checked(last),
            hidden=_hidden(hide),
            costs=costs,
            session_notes=session_notes,
            private=private,
        )
    summary = summary_of(entries, settings | ({"paper": paper} if paper else {}), asked, here.now.date())
    if summary.kept_off:
        here.hint(f"Kept off the page: {counted(summary.kept_off, 'private entry', 'private entries')} (--private).")
    # Before the first score, notes and questions are worth a page: a first appointment is often just that.
    has_page = not summary.is_empty or (not _has_scores(entries) and (summary.notes or summary.questions))
    if chosen != "json" and not has_page:
        here.say(_nothing(entries, asked))
    elif output is None:
        made = _rendered(here, summary, chosen)
        here.say(made if isinstance(made, str) else "")
    elif output == _STANDARD_OUTPUT:
        _pipe(_rendered(here, summary, chosen))
    else:
        _write(here, summary, chosen, Path(output), force=force)
        if open_it:
            import webbrowser

            webbrowser.open(Path(output).absolute().as_uri())


def _nothing(entries: Sequence[AnyEntry], asked: Asked) -> str:
    if not _has_scores(entries):
        return "There is nothing for a page yet. Start with: paintrack before 7"
    what = "" if asked.condition is None else f" of {visible_line(asked.condition)}"
    return f"No session or reading{what} falls into the period of the page. Choose another: --since DATE or --last N"


def _has_scores(entries: Sequence[AnyEntry]) -> bool:
    return bool(sessions_of(entries) or readings_of(entries))


def _write(here: Here, summary: Summary, form: str, path: Path, *, force: bool) -> None:
    from paintrack.exchange.exporting import atomic_write

    made = _rendered(here, summary, form)
    with atomic_write.written_whole(path, force=force, never=here.path) as stream:
        stream.buffer.write(_encoded(made))
    with here.writing(make=False) as writer:
        writer.page_written(here.now.date())
    here.hint(f"The page is in {visible_line(str(path))}.")


def _pipe(page: str | bytes) -> None:
    """Write what the file would hold to standard output: for a printer, a pager or another program."""
    from paintrack.exchange.exporting import atomic_write

    with atomic_write.standard_output("The page") as stream:
        stream.buffer.write(_encoded(page))


def _encoded(page: str | bytes) -> bytes:
    return page if isinstance(page, bytes) else f"{page.rstrip()}\n".encode()


def _rendered(here: Here, summary: Summary, form: str) -> str | bytes:
    """The page in one of its forms; all are made from the same words and the same picture."""
    if form == "json":
        import json

        return json.dumps(json_values(summary), ensure_ascii=False, indent=2)
    from paintrack.views.trend import chart_dumbbell

    picture = page_picture(summary)
    is_drawn = picture is not None and not (here.plain and form == "text")
    chart = (
        chart_dumbbell.dumbbell_chart(picture, width=page_text.WIDTH, ascii_only=here.ascii_only)
        if picture and is_drawn
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


def _slope(summary: Summary) -> float | None:
    """The slope of the main course, in points a session; None where it has none."""
    course = summary.main.course if summary.main else None
    return course.per_session.value if course and course.per_session else None


def _form(form: str | None, output: str | None) -> str:
    if form is not None and form not in FORMATS:
        raise UsageError(f"--format takes {listed(list(FORMATS))}. You typed {form}.")
    if form is not None or output in (None, _STANDARD_OUTPUT):
        found = form or "text"
    else:
        ending = Path(output or "").suffix.lower()
        found = next((name for name, suffix in FORMATS.items() if suffix == ending), "")
        if not found and ending not in ("", ".text"):
            raise UsageError(
                f"The page cannot be written as {ending}: give --format {listed(list(FORMATS))}. Nothing written."
            )
        found = found or "text"
    to_terminal = output == _STANDARD_OUTPUT and bool(sys.stdout and sys.stdout.isatty())
    if found == "pdf" and (output is None or to_terminal):
        raise UsageError("A PDF goes to a file: paintrack summary -o page.pdf")
    return found


def _since(typed: str | None, pages: list[date], today: date) -> date | None:
    if typed != "last-summary":
        return None if typed is None else parse_day(typed)
    earlier = [day for day in pages if day < today]
    if not earlier:
        raise UsageError("No page was written to a file on an earlier day: give a date, --since 2026-11-03.")
    return earlier[-1]


def _checked(last: int | None) -> int | None:
    if last is not None and last < 1:
        raise UsageError("--last takes a number of sessions, 1 or more.")
    return last


def _hidden(typed: str | None) -> frozenset[str]:
    names = [name.strip() for name in (typed or "").split(",") if name.strip()]
    for name in names:
        if name not in HIDEABLE:
            raise UsageError(f"--hide takes {listed(list(HIDEABLE))}. You typed {name}.")
    return frozenset(names)

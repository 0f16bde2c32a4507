"""Showing what an import or a merge did."""

from typing import Any

from paintrack.commands._shared.terminal.console import Console
from paintrack.model.importing.import_types import ImportReport
from paintrack.views.importing.import_report import render_report


def show_report(console: Console, report: ImportReport, json_answer: dict[str, Any] | None) -> None:
    """Print the report, its answer as JSON if `json_answer` is given. Raises the error in it, if there is one."""
    rendered = render_report(
        report, width=console.width, answer_width=console.width_for(report.source), plain=console.plain
    )
    if rendered.preview and json_answer is None:
        console.acknowledge(f"{rendered.preview}\n\n")
    if rendered.bad_rows:
        console.warn(rendered.bad_rows)
    if json_answer is not None and not report.is_refused:
        console.say_json(json_answer)
    elif rendered.answer and json_answer is None:
        console.acknowledge(rendered.answer, paths=rendered.paths)
    if rendered.error is not None:
        raise rendered.error

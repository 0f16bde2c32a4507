"""The chart of a trend as an SVG file or on standard output, with the side effects that only it has."""

from pathlib import Path

from paintrack.analysis.chart_side_effects import side_effect_marks
from paintrack.analysis.condition.chart_data import EffectMark
from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.analysis.serious_symptom_history import printable_entries, serious_symptoms
from paintrack.commands._shared.context import Context
from paintrack.errors import UsageError
from paintrack.exchange.formats import STANDARD_STREAM
from paintrack.model.displayed_text import visible_path
from paintrack.model.entries import sessions_of
from paintrack.model.selection import Selection
from paintrack.storage.reader import Reader

_EXTENSION = ".svg"


def reject_other_drawing(output: str) -> None:
    """Raise UsageError unless the file is standard output or ends in .svg: image programs would not open it."""
    if output != STANDARD_STREAM and Path(output).suffix.lower() != _EXTENSION:
        from paintrack.views.refusals.option_refusals import other_drawing_name

        raise UsageError(other_drawing_name(output, _EXTENSION))


def drawn_effects(reader: Reader, selection: Selection) -> tuple[EffectMark, ...]:
    """The side effects of the selected sessions, and the serious symptoms of the whole history."""
    selected_uids = reader.uids(selection._replace(condition=None))
    history = printable_entries(reader.entries(Selection()), with_private=False)
    sessions = [session for session in sessions_of(history) if session.uid in selected_uids]
    return side_effect_marks(sessions, serious_symptoms(history, with_private=False))


def write_drawing(context: Context, trend: ConditionFigures, output: str, *, force: bool) -> None:
    """Write the chart of a condition to the file `output`, whole or not at all; `-` is standard output.

    Raises FileExistsAlreadyError if the file exists and `force` is False, ExportOverOwnFileError for the patient's
    file, FileTroubleError if the file cannot be written, OutputLostError if standard output cannot.
    """
    from paintrack.exchange.exporting import atomic_write
    from paintrack.views.trend.charts.chart_svg import svg_chart

    drawing = svg_chart(trend.chart_data, font="sans-serif", has_heading=True)
    if output == STANDARD_STREAM:
        with atomic_write.standard_output("The chart") as stream:
            stream.write(f"{drawing}\n")
        return
    with atomic_write.atomic_write(Path(output), force=force, own_file=context.path) as stream:
        stream.write(f"{drawing}\n")
    context.console.hint(f"The chart is in {visible_path(output)}.", paths=[output])

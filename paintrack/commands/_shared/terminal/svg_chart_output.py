"""Writing the chart of a trend to an SVG file or to standard output."""

from pathlib import Path

from paintrack.analysis.condition.condition_figures import ConditionFigures
from paintrack.commands._shared.context import Context
from paintrack.errors import UsageError
from paintrack.exchange.formats import STANDARD_STREAM
from paintrack.model.typed.typed_text import visible_line

_EXTENSION = ".svg"


def reject_other_drawing(output: str) -> None:
    """Raise UsageError unless the file is standard output or ends in .svg: image programs would not open it."""
    if output != STANDARD_STREAM and Path(output).suffix.lower() != _EXTENSION:
        from paintrack.views.refusals.option_refusals import other_drawing_name

        raise UsageError(other_drawing_name(output, _EXTENSION))


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
    context.console.hint(f"The chart is in {visible_line(output)}.")

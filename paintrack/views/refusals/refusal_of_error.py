"""The one place that turns an error into the sentence that the patient reads."""

from paintrack.errors import PaintrackError
from paintrack.views.refusals.command_line_refusals import command_line_refusal
from paintrack.views.refusals.correction_refusals import correction_refusal
from paintrack.views.refusals.file_refusals import file_refusal
from paintrack.views.refusals.import_refusals import import_refusal
from paintrack.views.refusals.session_refusals import session_refusal
from paintrack.views.refusals.undeletion_refusals import undeletion_refusal


def refusal(error: PaintrackError) -> str:
    """The sentence for an error, for some on several lines; its own if it was raised with one."""
    return (
        command_line_refusal(error)
        or session_refusal(error)
        or undeletion_refusal(error)
        or correction_refusal(error)
        or file_refusal(error)
        or import_refusal(error)
        or str(error)
    )

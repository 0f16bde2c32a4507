"""The status screen, which is also shown without a command."""

from paintrack.analysis.status import Status, status_of
from paintrack.commands._shared.common_options import JsonOption
from paintrack.commands._shared.context import Context
from paintrack.views.status_screen import first_steps, status_screen


def run(context: Context, as_json: JsonOption = False) -> None:
    """Show open sessions, the last session and how long ago it was, and the plan.

    paintrack status
    """
    with context.open_reader() as reader:
        counts = reader.counts()
        plans = reader.plans() if "plan" in counts else []
        status = status_of(reader.open_sessions(), reader.last_closed_session(), counts, context.now, plans)
    if as_json:
        context.console.say_json(status.as_json())
    elif status == Status():
        context.console.say(first_steps(width=context.console.width))
    else:
        context.console.say(status_screen(status, width=context.console.width))
